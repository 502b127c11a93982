"""Body rows of one grid: one cell per column, merged cells spread over the rows and columns they cover."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.model import Issue, Place, Severity
from pipeline.page import Doubt
from pipeline.passage import EMPTY
from pipeline.tables.cells import GridText, find_dirt, split_lines
from pipeline.tables.records import CellText, Row
from pipeline.tables.sections import is_cut_section, is_section, read_section


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A row with the grid row it came from. `owners`: the grid's cell index for each column."""

    row: Row
    text: GridText
    grid_row: int
    owners: tuple[int | None, ...]

    @property
    def texts(self) -> list[str]:
        """What its cells say, without the empty ones."""
        return [text for cell in self.row.cells if (text := cell.passage.text.strip())]


@dataclass(frozen=True, slots=True)
class Body:
    """The rows of one grid below its header.

    sections: how many headings among them are no rows; section: the last one, which goes on over the page break
    """

    rows: tuple[BodyRow, ...]
    sections: int
    section: CellText | None
    issues: tuple[Issue, ...]


def spread_rows(text: GridText, start: int, section: CellText | None = None) -> Body:
    """All grid rows from `start` on. A heading that fills a row from side to side goes on to the rows below it;
    `section` is that of the page before."""
    rows: list[BodyRow] = []
    issues: list[Issue] = []
    sections = 0
    for grid_row in range(start, text.grid.rows):
        if is_section(text, grid_row):
            sections += 1
            section = read_section(text, grid_row)
            message = f"“{section.passage.text}” heads the rows below it; it is no row."
            issues.append(_issue(text, grid_row, "section-row", Severity.INFO, message))
            if is_cut_section(text, grid_row):
                message = f"“{section.passage.text}” runs over column rules; letters that lie on them may be missing."
                issues.append(_issue(text, grid_row, "section-cut", Severity.REVIEW, message))
            continue
        cells: list[CellText] = []
        for col in range(text.grid.cols):
            cell, trouble = _spread_cell(text, start, grid_row, col)
            cells.append(cell)
            issues += trouble
        row = Row(tuple(cells), (text.page,), section=section)
        rows.append(BodyRow(row, text, grid_row, text.owners[grid_row]))
        if not any(cell.passage.glyphs for cell in cells):
            issues.append(
                _issue(text, grid_row, "empty-row", Severity.INFO, "A table row has no readable text; it is kept.")
            )
    return Body(tuple(rows), sections, section, tuple(issues))


def _spread_cell(text: GridText, start: int, row: int, col: int) -> tuple[CellText, tuple[Issue, ...]]:
    owner = text.owners[row][col]
    if owner is None:
        return CellText(EMPTY, (Place(page=text.page, bbox=text.row_box(row)),)), ()
    cell = text.grid.cells[owner]
    passage = text.passages[owner]
    shared = cell.row + cell.rowspan - max(cell.row, start) > 1
    issues: tuple[Issue, ...] = ()
    is_first = col == cell.col and row == max(cell.row, start)
    if is_first and (dirt := find_dirt(text.lines[owner])):
        seen = ", ".join(f"“{line.text}”" for line in dirt)
        message = f"What stands alone on a line of this cell was taken for dirt and left out: {seen}."
        issues = (_issue(text, row, "dirt-left-out", Severity.INFO, message),)
    if cell.colspan > 1 and passage.glyphs:
        parts = split_lines(text, text.lines[owner], cell.col, cell.col + cell.colspan)
        span = f"columns {cell.col + 1} to {cell.col + cell.colspan}"
        if parts:
            passage = parts.get(col, EMPTY)
            code, message = "rule-missed", f"No rules were found between {span}; their text was split by its place."
        else:
            code, message = "cell-over-columns", f"“{passage.text}” stands across {span} and is given to each."
            whole = Doubt(start=0, end=len(passage.glyphs), reason=code)
            passage = replace(passage, doubts=(*passage.doubts, whole))
        if is_first:
            issues = (*issues, _issue(text, row, code, Severity.REVIEW, message))
    return CellText(passage, (Place(page=text.page, bbox=cell.bbox),), cell.ink, shared, cell.crossed), issues


def _issue(text: GridText, row: int, code: str, severity: Severity, message: str) -> Issue:
    return Issue(code=code, severity=severity, message=message, page=text.page, bbox=text.row_box(row))
