"""Body rows of one grid: one cell per column, merged cells spread over the rows and columns they cover."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model import Issue, Place, Severity
from pipeline.page import ReadLine
from pipeline.passage import Passage, join_passages
from pipeline.tables.cells import GridText, find_dirt, join_cell_lines
from pipeline.tables.headers import is_full_width
from pipeline.tables.records import CellText, Row
from pipeline.thai.numbers import is_row_number

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
            section = _read_section(text, grid_row)
            message = f"“{section.passage.text}” heads the rows below it; it is no row."
            issues.append(_issue(text, grid_row, "section-row", Severity.INFO, message))
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


def is_section(text: GridText, row: int) -> bool:
    """Whether a row is a short heading over the whole table, rather than a row whose inner rules were not found.

    Its number may stand in a cell of its own before it.
    """
    if text.grid.cols < 2:
        return False
    wide = _section_cells(text, row)[-1]
    is_whole = is_full_width(text, row) or _is_numbered_section(text, row)
    lines = text.lines[wide]
    return is_whole and bool(text.passages[wide].glyphs) and not _split_lines(text, lines, 0, text.grid.cols)


def _is_numbered_section(text: GridText, row: int) -> bool:
    """Whether one cell fills the row but for the first column, which holds a number or nothing."""
    first, *rest = text.owners[row]
    if first is None or rest[0] is None or len(set(rest)) > 1 or len(rest) < 3 or first == rest[0]:
        return False
    number = text.passages[first].text
    is_flat = text.grid.cells[first].rowspan == text.grid.cells[rest[0]].rowspan == 1
    return is_flat and (not number or is_row_number(number))


def _section_cells(text: GridText, row: int) -> tuple[int, ...]:
    return tuple(dict.fromkeys(owner for owner in text.owners[row] if owner is not None)) or (0,)


def _read_section(text: GridText, row: int) -> CellText:
    cells = _section_cells(text, row)
    passages = [text.passages[cell] for cell in cells if text.passages[cell].glyphs]
    places = tuple(Place(page=text.page, bbox=text.grid.cells[cell].bbox) for cell in cells)
    return CellText(join_passages(passages, lambda _left, _right: " "), places)


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
        parts = _split_lines(text, text.lines[owner], cell.col, cell.col + cell.colspan)
        span = f"columns {cell.col + 1} to {cell.col + cell.colspan}"
        if parts:
            passage = parts.get(col, EMPTY)
            code, message = "rule-missed", f"No rules were found between {span}; their text was split by its place."
        else:
            code, message = "cell-over-columns", f"“{passage.text}” stands across {span} and is given to each."
        if is_first:
            issues = (*issues, _issue(text, row, code, Severity.REVIEW, message))
    return CellText(passage, (Place(page=text.page, bbox=cell.bbox),), cell.ink, shared, cell.crossed), issues


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
