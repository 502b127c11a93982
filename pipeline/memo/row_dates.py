"""The times of one row of a table: when its measure is due, and when it was completed."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.memo.beginnings import find_beginning
from pipeline.memo.completions import find_completion
from pipeline.memo.dates import find_date, read_date
from pipeline.memo.due_marks import PeriodColumn, read_due_marks
from pipeline.memo.leaders import is_blank
from pipeline.memo.row_cells import RowCells, read_cell
from pipeline.memo.status import StatusReading
from pipeline.memo.values import doubt_field
from pipeline.model import DateField, Status
from pipeline.passage import Passage, join_passages
from pipeline.settings import MemoSettings
from pipeline.tables.records import CellText, Meaning
from pipeline.thai.marks import is_ditto, is_mark


def read_due(
    cells: RowCells, periods: Sequence[PeriodColumn], fiscal_year: int | None, above: DateField | None
) -> tuple[DateField | None, bool]:
    """When the measure is due, and whether the period column says so; else marks under quarters or months do, else
    the date in the follow-up note. A ditto mark means what stands `above` it, and is for review."""
    period = cells.get(Meaning.PERIOD)
    if period is not None and above is not None and is_ditto(period.passage.text):
        same = doubt_field(above, f"“{period.passage.text}” stands for the time of the row above")
        changed = {"text": period.passage.text, "raw": period.passage.raw, "where": period.places}
        return same.model_copy(update=changed), True
    if period is not None and not is_mark(period.passage.text):
        begun = find_beginning(cells)
        if begun is not None and is_blank(period.passage.text):
            return read_date(begun, fiscal_year, ["the column of its end is empty, this is its beginning"]), True
        if not is_blank(period.passage.text):
            whole = period.passage if begun is None else join_passages([begun, period.passage], lambda _, __: " – ")
            return read_date(whole, fiscal_year), True
    if periods:
        return read_due_marks(periods, cells.row.cells, cells.settings), False
    if period is not None and (unread := _find_unread(period, cells.settings)) is not None:
        return unread, True
    monitoring = cells.get(Meaning.MONITORING)
    passage = monitoring.passage if monitoring is not None else Passage(())
    return find_date(passage, fiscal_year), False


def read_completion(cells: RowCells, status: StatusReading, fiscal_year: int | None) -> DateField | None:
    """The day in the column of completion, or the one that the result of a row which is done says it was completed;
    `fiscal_year` (BE) completes one without year."""
    cell = cells.get(Meaning.DATE)
    if cell is not None:
        return read_date(cell.passage, fiscal_year) or _find_unread(cell, cells.settings)
    if status.status is not Status.DONE:
        return None
    told = (cells.get(meaning) for meaning in (Meaning.RESULT, Meaning.STATUS, Meaning.NOTE))
    passages = [*([status.note] if status.note else []), *(cell.passage for cell in told if cell is not None)]
    return next((date for passage in passages if (date := find_completion(passage, fiscal_year))), None)


def _find_unread(cell: CellText, settings: MemoSettings) -> DateField | None:
    """A date without value for a cell that has ink and gave no text."""
    value = None if cell.passage.glyphs else read_cell(cell, settings)
    return None if value is None else DateField(**value.model_dump())
