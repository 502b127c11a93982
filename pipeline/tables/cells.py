"""Grid × read lines → the passage of every cell, and the contract's table of one page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from pipeline.model import BBox, Cell, Place, Table
from pipeline.page import LINE_UNREAD, Doubt, Grid, PageReading, ReadLine
from pipeline.passage import Passage, join_passages, passage_of_line
from pipeline.thai.marks import is_dot
from pipeline.thai.text import gap_between


@dataclass(frozen=True, slots=True)
class GridText:
    """One grid of one page with its text.

    passages: one per cell of the grid, in its order; lines: the read lines of each cell, likewise
    owners: for every grid row and column, the index of the cell that covers it (None where no cell does)
    edges: cols + 1 column edges as shares (0–1) of the grid's width
    loose: lines that stand in the grid but in none of its cells
    """

    page: int
    index: int
    grid: Grid
    lines: tuple[tuple[ReadLine, ...], ...]
    passages: tuple[Passage, ...]
    owners: tuple[tuple[int | None, ...], ...]
    edges: tuple[float, ...]
    loose: tuple[ReadLine, ...] = ()

    @property
    def place(self) -> Place:
        """The whole grid."""
        return Place(page=self.page, bbox=self.grid.bbox)

    def row_box(self, row: int) -> BBox:
        """The box of one grid row, as far as its cells show it."""
        cells = [self.grid.cells[owner] for owner in self.owners[row] if owner is not None]
        own = [cell for cell in cells if cell.row == row and cell.rowspan == 1] or cells
        x0, _, x1, _ = self.grid.bbox
        if not own:
            return self.grid.bbox
        return x0, max(cell.bbox[1] for cell in own), x1, min(cell.bbox[3] for cell in own)


def read_grids(reading: PageReading) -> tuple[GridText, ...]:
    """The text of every grid of a page, in the page's order."""
    return tuple(_read_grid(reading, index, grid) for index, grid in enumerate(reading.grids))


def describe_table(text: GridText) -> Table:
    """The contract's record of one grid: every cell of it, also the empty ones."""
    cells = tuple(
        Cell(
            row=cell.row,
            col=cell.col,
            rowspan=cell.rowspan,
            colspan=cell.colspan,
            text=passage.text,
            confidence=passage.confidence,
            bbox=cell.bbox,
        )
        for cell, passage in zip(text.grid.cells, text.passages, strict=True)
    )
    return Table(bbox=text.grid.bbox, rows=text.grid.rows, cols=text.grid.cols, cells=cells)


def join_cell_lines(lines: Sequence[ReadLine], page: int) -> Passage:
    """The lines of one cell as one passage; pieces side by side on one baseline keep a space between them.

    Of lines that are dirt only the raw string is kept.
    """
    dirt = find_dirt(lines)
    joined = []
    for row in _sort_into_rows(lines):
        parts = [passage_of_line(line, page) for line in row]
        clean = [Passage((), part.raws) if line in dirt else part for line, part in zip(row, parts, strict=True)]
        joined.append(join_passages(clean, lambda _left, _right: " "))
    passage = join_passages(joined, gap_between)
    if not _has_unread_line(lines):
        return passage
    end = len(passage.glyphs)
    return replace(passage, doubts=(*passage.doubts, Doubt(start=end, end=end, reason=LINE_UNREAD)))


def find_dirt(lines: Sequence[ReadLine]) -> list[ReadLine]:
    """The lines of a cell that are a dash or a dot and nothing else, beside others with words: a speck, or what is
    left of a rule. A dash at the head of a list has its words beside it; a dot behind words is a speck there too."""
    rows = _sort_into_rows(lines)
    if not any(char.isalnum() for line in lines for char in line.text):
        return []
    alone = [line for row in rows if all(_SPECK.fullmatch(line.text) for line in row) for line in row]
    behind = [row[-1] for row in rows if len(row) > 1 and row[-1] not in alone and is_dot(row[-1].text)]
    return [*alone, *behind]


_SPECK = re.compile(r"[-–—•·.'‘’`~_:]{1,2}")


def _sort_into_rows(lines: Sequence[ReadLine]) -> list[list[ReadLine]]:
    rows: list[list[ReadLine]] = []
    for line in lines:
        if rows and _is_beside(rows[-1][-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _has_unread_line(lines: Sequence[ReadLine]) -> bool:
    """Whether ink as high as the cell's lines of text gave no text: a line may be missing. Dashes and what is left of
    a rule are lower."""
    heights = [line.bbox[3] - line.bbox[1] for line in lines if line.text]
    unread = [line.bbox[3] - line.bbox[1] for line in lines if not line.text]
    return bool(heights and unread) and max(unread) >= _LINE_HEIGHT * median(heights)


_LINE_HEIGHT = 0.7
"""Share of the usual height of a cell's lines from which ink may be one."""


def join_pieces(parts: Sequence[Passage]) -> Passage:
    """Pieces of one cell from several pages as one passage; pieces that were not read leave nothing behind."""
    return join_passages([part for part in parts if part.glyphs or part.raws], gap_between)


def _is_beside(left: ReadLine, right: ReadLine) -> bool:
    overlap = min(left.bbox[3], right.bbox[3]) - max(left.bbox[1], right.bbox[1])
    height = min(left.bbox[3] - left.bbox[1], right.bbox[3] - right.bbox[1])
    return right.bbox[0] >= left.bbox[2] and overlap > 0.5 * height


def _read_grid(reading: PageReading, index: int, grid: Grid) -> GridText:
    inside: list[list[ReadLine]] = [[] for _ in grid.cells]
    loose: list[ReadLine] = []
    for line in reading.lines:
        if line.grid != index:
            continue
        if line.cell is not None and 0 <= line.cell < len(inside):
            inside[line.cell].append(line)
        else:
            loose.append(line)
    return arrange_cells(reading.number, index, grid, [tuple(lines) for lines in inside], tuple(loose))


def arrange_cells(
    page: int, index: int, grid: Grid, lines: Sequence[tuple[ReadLine, ...]], loose: tuple[ReadLine, ...]
) -> GridText:
    """A grid and the lines of each of its cells, in reading order, as one record."""
    return GridText(
        page=page,
        index=index,
        grid=grid,
        lines=tuple(lines),
        passages=tuple(join_cell_lines(cell, page) for cell in lines),
        owners=_find_owners(grid),
        edges=_find_edges(grid),
        loose=loose,
    )


def _find_owners(grid: Grid) -> tuple[tuple[int | None, ...], ...]:
    owners: list[list[int | None]] = [[None] * grid.cols for _ in range(grid.rows)]
    for index, cell in enumerate(grid.cells):
        for row in range(cell.row, min(cell.row + cell.rowspan, grid.rows)):
            for col in range(cell.col, min(cell.col + cell.colspan, grid.cols)):
                owners[row][col] = index
    return tuple(tuple(row) for row in owners)


def _find_edges(grid: Grid) -> tuple[float, ...]:
    """Column edges from the cells on both sides of each; a column that only wide cells cover gets none of its own
    and takes its even share between its neighbours."""
    x0, _, x1, _ = grid.bbox
    width = max(x1 - x0, 1)

    def edge(col: int) -> float | None:
        starts = [cell.bbox[0] for cell in grid.cells if cell.col == col]
        ends = [cell.bbox[2] for cell in grid.cells if cell.col + cell.colspan == col]
        return (median(starts + ends) - x0) / width if starts or ends else None

    edges: list[float] = [0.0]
    for col in range(1, grid.cols):
        found = edge(col)
        edges.append(edges[-1] + (1 - edges[-1]) / (grid.cols - col + 1) if found is None else found)
    return (*edges, 1.0)


def split_lines(text: GridText, lines: tuple[ReadLine, ...], first: int, end: int) -> dict[int, Passage]:
    """The lines of a wide cell by column; empty when a line crosses a column edge or only one column has lines."""
    by_column = sort_lines(text, lines, first, end)
    return {col: join_cell_lines(column, text.page) for col, column in by_column.items()}


def sort_lines(text: GridText, lines: Sequence[ReadLine], first: int, end: int) -> dict[int, list[ReadLine]]:
    """As `split_lines`, the lines themselves."""
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
    return by_column if len(by_column) >= 2 else {}
