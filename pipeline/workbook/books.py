"""The three workbooks: which sheets each has, drawn and saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from pipeline.model import DocumentRecord, Reconciliation
from pipeline.settings import WorkbookSettings
from pipeline.workbook.doubts import find_comparison_doubts, find_document_doubts
from pipeline.workbook.draw import draw_book
from pipeline.workbook.identity import describe_identity
from pipeline.workbook.links import resolve_links
from pipeline.workbook.pictures import Pictures, cut_pictures
from pipeline.workbook.records import Book
from pipeline.workbook.rows import check_rows, keep_compared, report_rows
from pipeline.workbook.save import save_workbook
from pipeline.workbook.sheets.comparison import comparison_sheet
from pipeline.workbook.sheets.document import document_sheet
from pipeline.workbook.sheets.measures import plan_sheet, report_sheet
from pipeline.workbook.sheets.overview import overview_sheets
from pipeline.workbook.sheets.review import review_sheet
from pipeline.workbook.sheets.sources import pages_sheet, sources_sheet
from pipeline.workbook.sheets.summary import summary_sheet

_DEFAULT = WorkbookSettings()
_NONE_DRAWN: Mapping[str, str] = MappingProxyType({})


def write_document_workbook(
    record: DocumentRecord,
    path: Path,
    *,
    pictures: Pictures | None = None,
    drawn: Mapping[str, str] = _NONE_DRAWN,
    settings: WorkbookSettings = _DEFAULT,
) -> None:
    """One document as read; drawn: see `links.resolve_links`. Raises `CannotStart` (`output-not-writable`)."""
    doubts = find_document_doubts(record, "เอกสาร")
    sheets = (
        document_sheet(record),
        plan_sheet(record),
        report_sheet(record),
        review_sheet(doubts),
        pages_sheet(record),
    )
    _write(resolve_links(Book(record.source.name, sheets), drawn), path, pictures, settings)


def write_reconciliation_workbook(
    reconciliation: Reconciliation,
    plan: DocumentRecord,
    report: DocumentRecord,
    path: Path,
    *,
    pictures: Pictures | None = None,
    drawn: Mapping[str, str] = _NONE_DRAWN,
    settings: WorkbookSettings = _DEFAULT,
) -> None:
    """One comparison, with the columns in which an analyst decides.

    plan, report: the records that were compared; memos that were left out do not appear.
    drawn: see `links.resolve_links`
    Raises `CannotStart` (`output-not-writable`); ValueError when the entries do not name the records' rows.
    """
    plan, report = keep_compared(reconciliation, plan, report)
    check_rows(reconciliation, plan, report)
    doubts = find_comparison_doubts(reconciliation, plan, report)
    sheets = (
        summary_sheet(reconciliation, doubts),
        comparison_sheet(reconciliation, plan, report, settings),
        plan_sheet(plan),
        report_sheet(report),
        review_sheet(doubts),
        sources_sheet(plan, report),
    )
    identity = describe_identity(reconciliation, [found.row.order for found in report_rows(report)])
    _write(resolve_links(Book(reconciliation.agency, sheets, identity), drawn), path, pictures, settings)


def write_summary_workbook(
    reconciliations: Sequence[tuple[Reconciliation, str]],
    path: Path,
    *,
    unpaired: Sequence[str] = (),
    settings: WorkbookSettings = _DEFAULT,
) -> None:
    """All comparisons of a run, each with the name of its workbook in the same folder.

    unpaired: one sentence for each document that found no partner, or that could not be compared.
    Raises `CannotStart` (`output-not-writable`).
    """
    _write(Book("summary", overview_sheets(reconciliations, unpaired)), path, None, settings)


def _write(book: Book, path: Path, pictures: Pictures | None, settings: WorkbookSettings) -> None:
    cut = cut_pictures(book.sheets, pictures, settings)
    save_workbook(draw_book(book, cut, settings), path)
