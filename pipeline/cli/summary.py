"""What a person reads when a command is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.batch.facts import DocumentFacts
from pipeline.model import DocumentStatus

if TYPE_CHECKING:
    from pipeline.batch.commands import ComparisonResult, RunResult

_STATUS_STYLE = {
    DocumentStatus.OK: "green",
    DocumentStatus.REVIEW: "yellow",
    DocumentStatus.PARTIAL: "red",
    DocumentStatus.FAILED: "red",
}
_MOST_LINES = 30
"""Documents or comparisons listed one by one; of a batch of thousands, the first are no use."""


def print_errors(facts: DocumentFacts, stderr: Console) -> None:
    """What could not be read of a document, one sentence each, with its name."""
    for message in facts.errors:
        named = message if facts.name in message else f"{facts.name}: {message}"
        stderr.print(named, style="red", highlight=False, markup=False, soft_wrap=True)


def print_run(result: RunResult, out: Path, stdout: Console, stderr: Console, quiet: bool) -> None:
    """The errors as sentences, one line per document, and where to look next."""
    for document in result.documents:
        print_errors(document.facts, stderr)
        _tell_kept([document.kept] if document.kept else [], stderr)
    if quiet:
        return
    if not result.documents:
        stderr.print("No PDF, TIFF, PNG or JPEG was found there.", style="yellow", highlight=False)
        return
    table = _table("document", "status", "pages", "plan rows", "report rows", "to review")
    for document in result.documents[:_MOST_LINES]:
        facts = document.facts
        table.add_row(
            Text(document.path.name),
            Text(facts.status.value, _STATUS_STYLE[facts.status]),
            *map(str, (facts.pages, facts.plan_rows, facts.report_rows, facts.reviews)),
        )
    stdout.print(table, soft_wrap=False)
    if len(result.documents) > _MOST_LINES:
        _say(stdout, f"… and {len(result.documents) - _MOST_LINES} more; all are in {out / 'run.json'}")
    for path, twin in result.twins:
        _say(stdout, f"{path.name}: the same content as {twin}, not read twice")
    pages = sum(document.pages_read for document in result.documents)
    _say(
        stdout, f"\n{_count(len(result.documents), 'document')}, {_count(pages, 'page')} read in {result.seconds:.1f} s"
    )
    _say(stdout, f"Workbooks: {out / 'documents'}")


def print_comparisons(result: ComparisonResult, out: Path, stdout: Console, stderr: Console, quiet: bool) -> None:
    """What could not be read or paired, one line per comparison, and where to begin."""
    for message in result.troubles:
        stderr.print(message, style="red", highlight=False, markup=False, soft_wrap=True)
    for note in result.notes:
        stderr.print(note, style="yellow", highlight=False, markup=False, soft_wrap=True)
    _tell_kept(result.kept, stderr)
    if quiet:
        return
    if result.comparisons:
        table = _table("comparison", "planned", "done", "not\nreported", "not\nplanned", "to\nreview", "findings")
        for comparison in result.comparisons[:_MOST_LINES]:
            found = comparison.reconciliation
            counts = (
                found.summary.planned,
                found.summary.done,
                found.summary.not_reported,
                found.summary.not_planned,
                sum(row.review for row in found.rows),
                len(found.findings),
            )
            table.add_row(Text(comparison.workbook_path.stem), *map(str, counts))
        stdout.print(table, soft_wrap=False)
        if len(result.comparisons) > _MOST_LINES:
            _say(stdout, f"… and {len(result.comparisons) - _MOST_LINES} more")
    _say(stdout, f"\n{_count(len(result.comparisons), 'comparison')}; start with {out / 'reconcile' / 'summary.xlsx'}")


def _tell_kept(kept: list[Path] | tuple[Path, ...], stderr: Console) -> None:
    for path in kept:
        message = f"An edited workbook was put aside, not overwritten: {path}"
        stderr.print(message, style="yellow", highlight=False, markup=False, soft_wrap=True)


def _table(first: str, *others: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(first, overflow="fold")
    for heading in others:
        table.add_column(heading, justify="left" if heading == "status" else "right")
    return table


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _say(stdout: Console, text: str) -> None:
    stdout.print(text, highlight=False, markup=False)
