"""Which cell a place stands in."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.model import BBox
from pipeline.page import Grid

Region = tuple[int | None, int | None]
"""(grid, cell); (None, None) is the page around the grids."""


def find_regions(grids: Sequence[Grid], boxes: Sequence[BBox]) -> list[Region]:
    """The region that the middle of each box stands in; on a rule, the nearest cell."""
    places = np.array(boxes, float).reshape(-1, 4)
    x, y = (places[:, 0] + places[:, 2]) / 2, (places[:, 1] + places[:, 3]) / 2
    regions: list[Region] = [(None, None)] * len(places)
    for index, grid in enumerate(grids):
        x0, y0, x1, y1 = grid.bbox
        inside = np.flatnonzero((x >= x0) & (x < x1) & (y >= y0) & (y < y1))
        cells = np.array([cell.bbox for cell in grid.cells], float)
        px, py = x[inside, None], y[inside, None]
        away = np.maximum(np.maximum(cells[:, 0] - px, px - cells[:, 2]), 0)
        away += np.maximum(np.maximum(cells[:, 1] - py, py - cells[:, 3]), 0)
        for place, cell in zip(inside, np.argmin(away, axis=1), strict=True):
            regions[place] = (index, int(cell))
    return regions
