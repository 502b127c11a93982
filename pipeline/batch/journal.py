"""`run.json`: what a run did with every file that it met."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.batch.files import write_text
from pipeline.batch.inbox import Inbox
from pipeline.batch.run import DocumentResult
from pipeline.errors import ExitCode
from pipeline.model import DocumentRecord, DocumentStatus, Memo

_EXIT_OF_STATUS = {
    DocumentStatus.OK: ExitCode.CLEAN,
    DocumentStatus.REVIEW: ExitCode.REVIEW,
    DocumentStatus.PARTIAL: ExitCode.UNREADABLE,
    DocumentStatus.FAILED: ExitCode.UNREADABLE,
}


def judge_run(statuses: Sequence[DocumentStatus]) -> ExitCode:
    """The exit code of a run: the worst of its documents'; a document with a lost page could not be read whole."""
    return max((_EXIT_OF_STATUS[status] for status in statuses), default=ExitCode.CLEAN)


def count_reviews(record: DocumentRecord) -> int:
    """How many values of a document are marked for review."""
    return sum(_count(memo) for memo in record.memos)


def write_journal(
    path: Path,
    results: Sequence[DocumentResult],
    twins: Sequence[tuple[Path, Path]],
    inbox: Inbox,
    facts: dict[str, Any],
) -> None:
    """Write `run.json`. facts: engine, jobs, times and the exit code, as they are to stand in it."""
    journal = {
        "schema_version": "1",
        **facts,
        "documents": [_describe(result) for result in results],
        "duplicates": [{"path": str(path), "same_as": str(first)} for path, first in twins],
        "ignored": [str(file) for file in inbox.ignored],
    }
    write_text(path, json.dumps(journal, ensure_ascii=False, indent=1) + "\n")


def _describe(result: DocumentResult) -> dict[str, Any]:
    record = result.record
    return {
        "path": str(result.path),
        "sha256": record.source.sha256,
        "status": record.status.value,
        "pages": record.source.page_count,
        "pages_read_now": result.pages_read,
        "record": f"documents/{result.stem}.json",
        "workbook": f"documents/{result.stem}.xlsx",
        "memos": [memo.kind.value for memo in record.memos],
        "plan_rows": sum(len(memo.plan) for memo in record.memos),
        "report_rows": sum(len(memo.report) for memo in record.memos),
        "values_to_review": count_reviews(record),
        "issues": dict(Counter(issue.code for issue in record.issues)),
        "errors": [issue.message for issue in record.issues if issue.severity.value == "error"],
    }


def _count(node: Any) -> int:
    if isinstance(node, Memo):
        node = node.model_dump()
    if isinstance(node, dict):
        own = bool(node.get("review")) + bool(node.get("status_review"))
        return own + sum(_count(value) for value in node.values())
    return sum(_count(value) for value in node) if isinstance(node, (list, tuple)) else 0
