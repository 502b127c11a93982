"""The cells of one row of a table, by what their columns mean."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.memo.values import doubt_field, mark_illegible, read_value
from pipeline.model import Field
from pipeline.settings import MemoSettings
from pipeline.tables.records import CellText, Meaning, Row, StitchedTable
from pipeline.thai.marks import is_dot


@dataclass(frozen=True, slots=True)
class RowCells:
    """The cells of a row by meaning (the first column of each), and the rest by heading."""

    table: StitchedTable
    row: Row
    settings: MemoSettings

    def get(self, meaning: Meaning) -> CellText | None:
        return next((self.row.cells[column.index] for column in self.table.columns if column.meaning is meaning), None)

    def field(self, meaning: Meaning) -> Field | None:
        cell = self.get(meaning)
        return None if cell is None else read_cell(cell, self.settings)

    @property
    def section(self) -> Field | None:
        """The heading over the row."""
        return None if self.row.section is None else read_cell(self.row.section, self.settings)

    def others(self, used: frozenset[Meaning], taken_column: int | None = None) -> dict[str, Field]:
        """Cells of columns that have no field of their own, by heading; a second heading of one name is numbered.

        used: meanings whose first column has its own field; taken_column: one more column that has
        """
        fields: dict[str, Field] = {}
        taken: set[Meaning] = set()
        for column in self.table.columns:
            if column.index == taken_column or (column.meaning in used and column.meaning not in taken):
                taken.add(column.meaning)
                continue
            value = read_cell(self.row.cells[column.index], self.settings)
            if value is not None:
                heading = column.heading or f"column {column.index + 1}"
                name = heading if heading not in fields else f"{heading} ({column.index + 1})"
                fields[name] = value
        return fields


def read_cell(cell: CellText, settings: MemoSettings) -> Field | None:
    """The value of a cell: None when it is empty, illegible when it has ink but gave no text."""
    if cell.passage.glyphs:
        value = read_value(cell.passage, settings)
        return doubt_field(value, f"“{value.text}” may be a speck") if value and is_dot(value.text) else value
    if cell.ink >= settings.unread_ink or cell.passage.raws:
        return mark_illegible(cell.places)
    return None


def read_in_doubt(cells: RowCells, meaning: Meaning) -> Field | None:
    """The value of a column; in a row that may be a part of another, an empty one is shown too."""
    value, cell = cells.field(meaning), cells.get(meaning)
    if value is not None or cell is None or not cells.row.doubt:
        return value
    return mark_illegible(cell.places, cells.row.doubt)
