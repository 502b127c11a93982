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


_ON_PRINT = 0.3
"""Share of the smaller one's area that a read line and a true line must have in common to be the same print."""


def align_print(truth: Page, read: Page | None) -> Alignment:
    """As `align_pages`, but what was read where the truth has no line is left out: stamps, seals and handwriting.

    They are on the page and may be read; the truth does not say how.
    """
    if read is None or not read.width:
        return align_pages(truth, read)
    x, y = truth.width / read.width, truth.height / read.height
    printed = tuple(line for line in read.lines if is_print(line, truth.lines, x, y))
    return align_pages(truth, read.model_copy(update={"lines": printed}))


def is_print(line: Line, truth: Sequence[Line], x_scale: float, y_scale: float) -> bool:
    """Whether a read line lies on any true line."""
    x0, y0, x1, y1 = line.bbox[0] * x_scale, line.bbox[1] * y_scale, line.bbox[2] * x_scale, line.bbox[3] * y_scale
    for a0, b0, a1, b1 in (other.bbox for other in truth):
        common = max(0.0, min(x1, a1) - max(x0, a0)) * max(0.0, min(y1, b1) - max(y0, b0))
        if common > 0 and common >= _ON_PRINT * min((x1 - x0) * (y1 - y0), (a1 - a0) * (b1 - b0)):
            return True
    return False


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
