"""What a run keeps of a document in memory: a few counts, where the record itself may take megabytes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from pipeline.model import DocumentRecord, DocumentStatus, Record, Severity
from pipeline.recipe import count_reviews


class DocumentFacts(Record):
    """A record in numbers. `issues` counts by code over the file and its memos; `errors` are their sentences."""

    name: str
    sha256: str
    status: DocumentStatus
    pages: int
    memos: tuple[str, ...]
    plan_rows: int
    report_rows: int
    reviews: int
    issues: dict[str, int]
    errors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """One document of a run.

    stem: its name in the output folder; pages_read: pages read now, not taken from the store;
    kept: where a workbook that an analyst had edited was moved to, None when there was none.
    """

    path: Path
    stem: str
    facts: DocumentFacts
    pages_read: int = 0
    kept: Path | None = None


def summarise(record: DocumentRecord) -> DocumentFacts:
    """The facts of a record."""
    issues = [*record.issues, *(issue for memo in record.memos for issue in memo.issues)]
    return DocumentFacts(
        name=record.source.name,
        sha256=record.source.sha256,
        status=record.status,
        pages=record.source.page_count,
        memos=tuple(memo.kind.value for memo in record.memos),
        plan_rows=sum(len(memo.plan) for memo in record.memos),
        report_rows=sum(len(memo.report) for memo in record.memos),
        reviews=sum(map(count_reviews, record.memos)),
        issues=dict(Counter(issue.code for issue in issues)),
        errors=tuple(issue.message for issue in issues if issue.severity is Severity.ERROR),
    )
