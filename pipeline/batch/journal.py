"""`run.json`: what a run did with every file that it met."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pipeline.batch.facts import DocumentResult
from pipeline.batch.files import write_text
from pipeline.batch.inbox import Inbox
from pipeline.errors import ExitCode
from pipeline.model import DocumentStatus

_EXIT_OF_STATUS = {
    DocumentStatus.OK: ExitCode.CLEAN,
    DocumentStatus.REVIEW: ExitCode.REVIEW,
    DocumentStatus.PARTIAL: ExitCode.UNREADABLE,
    DocumentStatus.FAILED: ExitCode.UNREADABLE,
}


def judge_run(statuses: Iterable[DocumentStatus]) -> ExitCode:
    """The exit code of a run: the worst of its documents'; a document with a lost page could not be read whole."""
    return max((_EXIT_OF_STATUS[status] for status in statuses), default=ExitCode.CLEAN)


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
    facts = result.facts
    return {
        "path": str(result.path),
        "sha256": facts.sha256,
        "status": facts.status.value,
        "pages": facts.pages,
        "pages_read_now": result.pages_read,
        "record": f"documents/{result.stem}.json",
        "workbook": f"documents/{result.stem}.xlsx",
        "memos": facts.memos,
        "plan_rows": facts.plan_rows,
        "report_rows": facts.report_rows,
        "values_to_review": facts.reviews,
        "issues": facts.issues,
        "errors": facts.errors,
    }
