"""Which cell a point stands in."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import BBox
from pipeline.page import Grid


def find_region(grids: Sequence[Grid], x: float, y: float) -> tuple[int | None, int | None]:
    """The (grid, cell) at a point, (None, None) outside all grids; on a rule, the nearest cell."""
    for index, grid in enumerate(grids):
        x0, y0, x1, y1 = grid.bbox
        if x0 <= x < x1 and y0 <= y < y1:
            return index, min(range(len(grid.cells)), key=lambda cell: _outside(grid.cells[cell].bbox, x, y))
    return None, None


def _outside(bbox: BBox, x: float, y: float) -> float:
    return max(bbox[0] - x, x - bbox[2], 0) + max(bbox[1] - y, y - bbox[3], 0)
