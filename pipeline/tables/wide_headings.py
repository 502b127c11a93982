"""Headings side to side in one cell of a header: the rule between them was not seen, their places tell them apart."""

from __future__ import annotations

from pipeline.model import BBox
from pipeline.page import GridCell, ReadLine
from pipeline.tables.cells import GridText, arrange_cells, sort_lines


def part_wide_headings(text: GridText, most: int) -> GridText:
    """The grid with such cells of its first `most` rows parted at the column edges that the rows below show.

    A heading over several columns is no such cell: it has no text beside it in its own cell.
    """
    cells: list[GridCell] = []
    lines: list[tuple[ReadLine, ...]] = []
    for cell, inside in zip(text.grid.cells, text.lines, strict=True):
        end = cell.col + cell.colspan
        is_wide = cell.row < most and 1 < cell.colspan < text.grid.cols
        parts = sort_lines(text, inside, cell.col, end) if is_wide else {}
        if len(parts) < cell.colspan:  # else nobody can say which heading stands over the column without one
            cells.append(cell)
            lines.append(inside)
            continue
        for col in range(cell.col, end):
            cells.append(cell.model_copy(update={"col": col, "colspan": 1, "bbox": _box_of(text, cell, col)}))
            lines.append(tuple(parts[col]))
    if len(cells) == len(text.grid.cells):
        return text
    return arrange_cells(text.page, text.index, text.grid.model_copy(update={"cells": tuple(cells)}), lines, text.loose)


def _box_of(text: GridText, cell: GridCell, col: int) -> BBox:
    x0, _, x1, _ = text.grid.bbox
    left, right = (round(x0 + share * (x1 - x0)) for share in text.edges[col : col + 2])
    return max(left, cell.bbox[0]), cell.bbox[1], min(right, cell.bbox[2]), cell.bbox[3]
