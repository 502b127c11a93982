"""When a measure begins, where a column of its own says so beside the one of its end."""

from __future__ import annotations

from pipeline.memo.leaders import is_blank
from pipeline.memo.row_cells import RowCells
from pipeline.passage import Passage
from pipeline.tables.records import INNER, Column, Meaning, StitchedTable
from pipeline.thai.dates import ANY_YEAR, is_date
from pipeline.thai.text import comparison_key

_BEGINNING = comparison_key("เริ่ม")


def find_beginning(cells: RowCells) -> Passage | None:
    """The text of a row in such a column, right before that of the times; None where there is no such column, or it
    says nothing."""
    columns = cells.table.columns
    end = next((column.index for column in columns if column.meaning is Meaning.PERIOD), 0)
    if not end or not _tells_beginnings(columns[end - 1], cells.table):
        return None
    passage = cells.row.cells[end - 1].passage
    return passage if is_date(passage.text, fiscal_year=ANY_YEAR) else None


def _tells_beginnings(column: Column, table: StitchedTable) -> bool:
    """By its heading; or, without one, by its cells, which are times or blank."""
    if column.meaning is not Meaning.OTHER:
        return False
    name = comparison_key(column.heading.rsplit(INNER, 1)[-1])
    texts = [row.cells[column.index].passage.text for row in table.rows]
    return name.startswith(_BEGINNING) or (
        not name and all(is_blank(text) or is_date(text, fiscal_year=ANY_YEAR) for text in texts)
    )
