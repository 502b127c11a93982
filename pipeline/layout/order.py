"""Reading order."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.page import Grid, LineBox

_TALL = 2.5
"""Heights of the usual line from which a box is no line: a title has 2, a line with all marks against bare ones 1.8."""


def order_lines(boxes: Sequence[LineBox], grids: Sequence[Grid]) -> tuple[LineBox, ...]:
    """Top to bottom; a grid is read as a whole, cell by cell, where its top edge stands among the other lines."""
    outside = _rows([box for box in boxes if box.grid is None])
    blocks: list[tuple[float, list[LineBox]]] = [(min(box.bbox[1] for box in row), row) for row in outside]
    for index, grid in enumerate(grids):
        inside = [box for box in boxes if box.grid == index]
        inside.sort(key=lambda box: box.cell or 0)
        cells = [
            line
            for cell in range(len(grid.cells))
            for row in _rows([box for box in inside if box.cell == cell])
            for line in row
        ]
        blocks.append((grid.bbox[1], cells))
    blocks.sort(key=lambda block: block[0])
    return tuple(box for _, block in blocks for box in block)


def _rows(boxes: Sequence[LineBox]) -> list[list[LineBox]]:
    """Boxes side by side form a row, read left to right; rows run top to bottom.

    A streak or a stroke that is as tall as several lines is a row of its own: all of them lie beside it.
    """
    heights = sorted(box.bbox[3] - box.bbox[1] for box in boxes)
    tall = _TALL * heights[len(heights) // 2] if heights else 0
    lines = [box for box in boxes if box.bbox[3] - box.bbox[1] <= tall]
    rows = [[box] for box in boxes if box.bbox[3] - box.bbox[1] > tall]
    rows += _rows_of_lines(lines)
    return sorted(rows, key=lambda row: sum(box.bbox[1] + box.bbox[3] for box in row) / len(row))


def _rows_of_lines(boxes: Sequence[LineBox]) -> list[list[LineBox]]:
    rows: list[list[LineBox]] = []
    for box in sorted(boxes, key=lambda box: (box.bbox[1] + box.bbox[3]) / 2):
        middle = (box.bbox[1] + box.bbox[3]) / 2
        if rows and any(_beside(box, other, middle) for other in rows[-1]):
            rows[-1].append(box)
        else:
            rows.append([box])
    return [sorted(row, key=lambda box: box.bbox[0]) for row in rows]


def _beside(box: LineBox, other: LineBox, middle: float) -> bool:
    level = other.bbox[1] <= middle < other.bbox[3] or box.bbox[1] <= (other.bbox[1] + other.bbox[3]) / 2 < box.bbox[3]
    overlap = min(box.bbox[2], other.bbox[2]) - max(box.bbox[0], other.bbox[0])
    return level and overlap <= 0.2 * min(box.bbox[2] - box.bbox[0], other.bbox[2] - other.bbox[0])
