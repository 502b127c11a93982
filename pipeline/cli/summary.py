"""What a person reads when a command is done."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table

from pipeline.batch.commands import ComparisonResult, RunResult
from pipeline.batch.journal import count_reviews
from pipeline.model import DocumentStatus, Severity

_STATUS_STYLE = {
    DocumentStatus.OK: "green",
    DocumentStatus.REVIEW: "yellow",
    DocumentStatus.PARTIAL: "red",
    DocumentStatus.FAILED: "red",
}
_MOST_LINES = 30
"""Documents listed one by one; a batch of thousands is better read in run.json."""


def print_run(result: RunResult, out: Path, stdout: Console, stderr: Console, quiet: bool) -> None:
    """One line per document, the errors as sentences, and where to look next."""
    for document in result.documents:
        for issue in document.record.issues:
            if issue.severity is Severity.ERROR:
                stderr.print(issue.message, style="red", highlight=False, markup=False, soft_wrap=True)
    if quiet:
        return
    table = Table("document", "status", "pages", "plan rows", "report rows", "values to review", box=None)
    for document in result.documents[:_MOST_LINES]:
        record = document.record
        status = record.status
        table.add_row(
            document.path.name,
            f"[{_STATUS_STYLE[status]}]{status.value}[/]",
            str(record.source.page_count),
            str(sum(len(memo.plan) for memo in record.memos)),
            str(sum(len(memo.report) for memo in record.memos)),
            str(count_reviews(record)),
        )
    stdout.print(table)
    rest = len(result.documents) - _MOST_LINES
    if rest > 0:
        stdout.print(f"… and {rest} more, all in {out / 'run.json'}", highlight=False)
    for path, twin in result.twins:
        stdout.print(f"{path.name}: the same content as {twin.name}, not read twice", highlight=False, markup=False)
    pages = sum(document.pages_read for document in result.documents)
    stdout.print(
        f"{len(result.documents)} documents, {pages} pages read in {result.seconds:.1f} s; "
        f"workbooks are in {out / 'documents'}",
        highlight=False,
        markup=False,
    )


def print_comparisons(result: ComparisonResult, out: Path, stdout: Console, stderr: Console, quiet: bool) -> None:
    """One line per comparison, then what could not be paired."""
    for note in result.notes:
        stderr.print(note, style="yellow", highlight=False, markup=False, soft_wrap=True)
    if quiet:
        return
    table = Table("comparison", "planned", "done", "not reported", "not planned", "to review", "findings", box=None)
    for comparison in result.comparisons:
        found = comparison.reconciliation
        table.add_row(
            comparison.workbook_path.name,
            str(found.summary.planned),
            str(found.summary.done),
            str(found.summary.not_reported),
            str(found.summary.not_planned),
            str(sum(row.review for row in found.rows)),
            str(len(found.findings)),
        )
        if comparison.kept is not None:
            stderr.print(f"Your edited workbook was kept as {comparison.kept.name}.", highlight=False, markup=False)
    stdout.print(table)
    first = out / "reconcile" / "summary.xlsx"
    stdout.print(f"{len(result.comparisons)} comparisons; start with {first}", highlight=False, markup=False)
