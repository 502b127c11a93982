"""Body rows of one grid: one cell per column, merged cells spread over the rows and columns they cover."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model import Issue, Place, Severity
from pipeline.page import ReadLine
from pipeline.passage import Passage
from pipeline.tables.cells import GridText, join_cell_lines
from pipeline.tables.headers import is_full_width
from pipeline.tables.records import CellText, Row

EMPTY = Passage(())


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A row with the grid row it came from. `owners`: the grid's cell index for each column."""

    row: Row
    text: GridText
    grid_row: int
    owners: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """The rows of one grid below its header. `sections` counts the headings among them that are no rows."""

    rows: tuple[BodyRow, ...]
    sections: int
    issues: tuple[Issue, ...]


def spread_rows(text: GridText, start: int) -> Body:
    """All grid rows from `start` on. A heading that fills a row from side to side goes on to the rows below it."""
    rows: list[BodyRow] = []
    issues: list[Issue] = []
    section, sections = "", 0
    for grid_row in range(start, text.grid.rows):
        if is_section(text, grid_row):
            sections += 1
            section = text.passages[_first_owner(text, grid_row)].text
            issues.append(
                _issue(
                    text, grid_row, "section-row", Severity.INFO, f"“{section}” heads the rows below it; it is no row."
                )
            )
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
    return Body(tuple(rows), sections, tuple(issues))


def is_section(text: GridText, row: int) -> bool:
    """Whether a full-width row is a short heading, rather than a row whose inner rules were not found."""
    if text.grid.cols < 2 or not is_full_width(text, row):
        return False
    owner = _first_owner(text, row)
    lines = text.lines[owner]
    return bool(text.passages[owner].glyphs) and not _split_lines(text, lines, 0, text.grid.cols)


def _first_owner(text: GridText, row: int) -> int:
    owner = text.owners[row][0]
    assert owner is not None
    return owner


def _spread_cell(text: GridText, start: int, row: int, col: int) -> tuple[CellText, tuple[Issue, ...]]:
    owner = text.owners[row][col]
    if owner is None:
        return CellText(EMPTY, (Place(page=text.page, bbox=text.row_box(row)),)), ()
    cell = text.grid.cells[owner]
    passage = text.passages[owner]
    shared = cell.row + cell.rowspan - max(cell.row, start) > 1
    issues: tuple[Issue, ...] = ()
    if cell.colspan > 1 and passage.glyphs:
        parts = _split_lines(text, text.lines[owner], cell.col, cell.col + cell.colspan)
        first = col == cell.col and row == max(cell.row, start)
        span = f"columns {cell.col + 1} to {cell.col + cell.colspan}"
        if parts:
            passage = parts.get(col, EMPTY)
            code, message = "rule-missed", f"No rules were found between {span}; their text was split by its place."
        else:
            code, message = "cell-over-columns", f"“{passage.text}” stands across {span} and is given to each."
        if first:
            issues = (_issue(text, row, code, Severity.REVIEW, message),)
    return CellText(passage, (Place(page=text.page, bbox=cell.bbox),), cell.ink, shared), issues


def _split_lines(text: GridText, lines: tuple[ReadLine, ...], first: int, end: int) -> dict[int, Passage]:
    """The lines of a wide cell by column; empty when a line crosses a column edge or only one column has lines."""
    x0, _, x1, _ = text.grid.bbox
    edges = [x0 + share * (x1 - x0) for share in text.edges]
    slack = 0.01 * (x1 - x0)
    by_column: dict[int, list[ReadLine]] = {}
    for line in lines:
        middle = (line.bbox[0] + line.bbox[2]) / 2
        col = next((col for col in range(first, end) if edges[col] <= middle < edges[col + 1]), None)
        if col is None or line.bbox[0] < edges[col] - slack or line.bbox[2] > edges[col + 1] + slack:
            return {}
        by_column.setdefault(col, []).append(line)
    if len(by_column) < 2:
        return {}
    return {col: join_cell_lines(column, text.page) for col, column in by_column.items()}


def _issue(text: GridText, row: int, code: str, severity: Severity, message: str) -> Issue:
    return Issue(code=code, severity=severity, message=message, page=text.page, bbox=text.row_box(row))
