"""Pages against pages: the text of each true cell, and the text around the tables, line by line.

Reading order is judged by the values that come of it. Here each line counts where it stands, so that one line out of
order doesn't make a page of right letters look wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model import BBox, Line, Page
from tests.accuracy.align import EMPTY, Alignment, align

_LEADER = re.compile(r"(?:[.…·]\s*){3,}")
"""Dot leaders are lines to write on, not text; the truth leaves them out."""


def align_pages(truth: Page, read: Page | None) -> Alignment:
    """Align the letters of a page; a page that was not read has lost them all."""
    cells = [cell.bbox for table in truth.tables for cell in table.cells]
    true_parts = _sort_into_cells(truth.lines, cells, 1.0, 1.0)
    if read is None or not read.width:
        read_parts: dict[int, list[tuple[BBox, str]]] = {}
    else:
        read_parts = _sort_into_cells(read.lines, cells, truth.width / read.width, truth.height / read.height)
    total = EMPTY
    for part in true_parts.keys() | read_parts.keys():
        total += align(_join(true_parts.get(part, [])), _join(read_parts.get(part, [])))
    return total


def _sort_into_cells(
    lines: Sequence[Line], cells: Sequence[BBox], x_scale: float, y_scale: float
) -> dict[int, list[tuple[BBox, str]]]:
    """Lines by the cell that their middle stands in; -1 is the page around the tables."""
    parts: dict[int, list[tuple[BBox, str]]] = {}
    for line in lines:
        x0, y0, x1, y1 = line.bbox
        box = (round(x0 * x_scale), round(y0 * y_scale), round(x1 * x_scale), round(y1 * y_scale))
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        inside = (index for index, cell in enumerate(cells) if cell[0] <= x < cell[2] and cell[1] <= y < cell[3])
        parts.setdefault(next(inside, -1), []).append((box, line.text))
    return parts


def _join(lines: Sequence[tuple[BBox, str]]) -> str:
    """Rows of lines from top to bottom, each from left to right."""
    rows: list[list[tuple[BBox, str]]] = []
    for box, text in sorted(lines, key=lambda line: line[0][1] + line[0][3]):
        middle = (box[1] + box[3]) / 2
        if rows and rows[-1][0][0][1] <= middle < rows[-1][0][0][3]:
            rows[-1].append((box, text))
        else:
            rows.append([(box, text)])
    return _LEADER.sub("", "".join(text for row in rows for _, text in sorted(row)))
