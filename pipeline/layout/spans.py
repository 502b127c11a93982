"""Elementary boxes of a lattice → cells with spans."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A cell: its first row and column (from 0), and how many of each it covers."""

    row: int
    col: int
    rowspan: int
    colspan: int


def merge_cells(
    rows: int, cols: int, has_row_edge: Callable[[int, int], bool], has_column_edge: Callable[[int, int], bool]
) -> tuple[tuple[Span, ...], bool]:
    """Boxes with no rule between them are one cell. Returns the cells, row by row, and whether any was unclear.

    has_row_edge(line, col): whether row line `line` (0 = top) is ruled over column `col`
    has_column_edge(row, line): whether column line `line` (0 = left) is ruled beside row `row`
    A group of boxes that is no rectangle (a rule stops short) is cut into rectangles, never joined further:
    a cell too many loses no text, a cell too few glues two values together.
    """
    owner: dict[tuple[int, int], int] = {}
    groups: list[list[tuple[int, int]]] = []
    for start in ((row, col) for row in range(rows) for col in range(cols)):
        if start in owner:
            continue
        group = [start]
        owner[start] = len(groups)
        for row, col in group:
            for box, is_ruled in (
                ((row + 1, col), row + 1 < rows and has_row_edge(row + 1, col)),
                ((row - 1, col), row > 0 and has_row_edge(row, col)),
                ((row, col + 1), col + 1 < cols and has_column_edge(row, col + 1)),
                ((row, col - 1), col > 0 and has_column_edge(row, col)),
            ):
                inside = 0 <= box[0] < rows and 0 <= box[1] < cols
                if inside and not is_ruled and box not in owner:
                    owner[box] = len(groups)
                    group.append(box)
        groups.append(group)
    cells: list[Span] = []
    is_unclear = False
    for group in groups:
        pieces = _cut_rectangles(set(group))
        is_unclear = is_unclear or len(pieces) > 1
        cells += pieces
    return tuple(sorted(cells)), is_unclear


def drop_idle_lines(cells: Sequence[Span]) -> tuple[tuple[Span, ...], tuple[int, ...], tuple[int, ...]]:
    """The cells counted without row and column lines at which no cell ends: strokes and stamps that crossed a rule.

    Also returns the numbers of the row lines and column lines that remain.
    """
    rows = sorted({cell.row for cell in cells} | {cell.row + cell.rowspan for cell in cells})
    cols = sorted({cell.col for cell in cells} | {cell.col + cell.colspan for cell in cells})
    row_at = {line: index for index, line in enumerate(rows)}
    col_at = {line: index for index, line in enumerate(cols)}
    kept = tuple(
        Span(
            row_at[cell.row],
            col_at[cell.col],
            row_at[cell.row + cell.rowspan] - row_at[cell.row],
            col_at[cell.col + cell.colspan] - col_at[cell.col],
        )
        for cell in cells
    )
    return kept, tuple(rows), tuple(cols)


def _cut_rectangles(boxes: set[tuple[int, int]]) -> list[Span]:
    pieces = []
    while boxes:
        row, col = min(boxes)
        colspan = 1
        while (row, col + colspan) in boxes:
            colspan += 1
        rowspan = 1
        while all((row + rowspan, col + step) in boxes for step in range(colspan)):
            rowspan += 1
        pieces.append(Span(row, col, rowspan, colspan))
        boxes -= {(row + down, col + right) for down in range(rowspan) for right in range(colspan)}
    return pieces
