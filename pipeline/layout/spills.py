"""Pieces of marks that run over the rules of their cell: a tick is larger than its column, and the rule that was taken
out cut it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.layout.binarize import Ink
from pipeline.layout.blobs import Blob
from pipeline.model import BBox, Issue, Severity
from pipeline.page import Grid
from pipeline.pieces import find_pieces
from pipeline.settings import LayoutSettings

Interval = tuple[int, int]


def find_spills(
    blobs: Sequence[Blob], ink: Ink, grids: Sequence[Grid], body: float, dpi: int, settings: LayoutSettings
) -> tuple[Blob, ...]:
    """The pieces that belong to a mark in the cell beside theirs.

    ink: without rules. The cell has the mark and nothing else, the piece meets it behind the rule, and it is the
    smaller one by far; or by a little where the mark's lowest point is in the cell, as that of a tick is.
    """
    if not grids or not blobs:
        return ()
    boxes = np.array([blob.bbox for blob in blobs])
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    gap = settings.spill_gap * dpi
    spills: dict[Blob, None] = {}
    for grid in grids:
        for cell in grid.cells:
            x0, y0, x1, y1 = cell.bbox
            inside = np.flatnonzero(
                (middles[:, 0] >= x0) & (middles[:, 0] < x1) & (middles[:, 1] >= y0) & (middles[:, 1] < y1)
            )
            if not 0 < len(inside) <= settings.mark_blobs:
                continue
            mark = max((blobs[index] for index in inside.tolist()), key=lambda blob: blob.area)
            if not _is_mark(mark, cell.bbox, body, dpi, settings):
                continue
            low, high = np.array((mark.x0, mark.y0)) - gap, np.array((mark.x1, mark.y1)) + gap
            close = np.flatnonzero(((boxes[:, 2:] >= low) & (boxes[:, :2] <= high)).all(axis=1))
            pieces = _find_pieces(mark, [blobs[index] for index in close.tolist()], cell.bbox, ink, dpi, settings)
            spills |= dict.fromkeys(piece for piece in pieces if _is_owner(mark, piece, settings))
    return tuple(spills)


def _is_mark(blob: Blob, cell: BBox, body: float, dpi: int, settings: LayoutSettings) -> bool:
    """Whether a blob is as large as a mark, lies in its cell, and touches an edge of it."""
    x0, y0, x1, y1 = cell
    near = settings.spill_touch * dpi
    insets = (blob.x0 - x0, blob.y0 - y0, x1 - blob.x1, y1 - blob.y1)
    has_size = settings.mark_height * body <= blob.height <= settings.tallest_mark * body
    return has_size and blob.width <= settings.tallest_mark * body and -near <= min(insets) <= near


def erase_blobs(ink: Ink, spilled: Sequence[Blob]) -> Ink:
    """The ink without these blobs; what else lies in their boxes stays."""
    clean = ink.copy()
    for blob in spilled:
        box = clean[blob.y0 : blob.y1, blob.x0 : blob.x1]
        stats, labels = find_pieces(box)
        fills = (stats[:, 2] == blob.width) & (stats[:, 3] == blob.height)
        fills[0] = False
        for piece in np.flatnonzero(fills):
            box[labels == piece] = 0
    return clean


def tell_spills(spilled: Sequence[Blob], page: int) -> tuple[Issue, ...]:
    """An issue for a page with such pieces."""
    if not spilled:
        return ()
    message = f"{len(spilled)} mark(s) of page {page} run over their cell; each was taken for the cell with most of it."
    return (Issue(code="marks-over-rules", severity=Severity.INFO, message=message, page=page, bbox=spilled[0].bbox),)


def _is_owner(mark: Blob, piece: Blob, settings: LayoutSettings) -> bool:
    is_tick = mark.y1 >= piece.y1
    return piece.area <= (settings.spilled_tick if is_tick else settings.spilled_stroke) * mark.area


def _find_pieces(
    mark: Blob, blobs: Sequence[Blob], cell: BBox, ink: Ink, dpi: int, settings: LayoutSettings
) -> list[Blob]:
    """The blobs outside the cell that go on with a mark behind the rules it touches."""
    near, gap = settings.spill_touch * dpi, settings.spill_gap * dpi
    x0, y0, x1, y1 = cell
    found: list[Blob] = []
    for other in blobs:
        apart = max(other.x0 - mark.x1, mark.x0 - other.x1), max(other.y0 - mark.y1, mark.y0 - other.y1)
        if other is mark or max(apart) > gap or max(apart) <= 0:
            continue
        if apart[0] > apart[1]:  # side by side
            to_right = other.x0 >= mark.x1
            is_beyond = other.x0 >= x1 - near if to_right else other.x1 <= x0 + near
            if not is_beyond or (x1 - mark.x1 if to_right else mark.x0 - x0) > near:
                continue
            ends = _rows_at(ink, mark, at_end=to_right), _rows_at(ink, other, at_end=not to_right)
        else:
            below = other.y0 >= mark.y1
            is_beyond = other.y0 >= y1 - near if below else other.y1 <= y0 + near
            if not is_beyond or (y1 - mark.y1 if below else mark.y0 - y0) > near:
                continue
            ends = _columns_at(ink, mark, at_end=below), _columns_at(ink, other, at_end=not below)
        if max(ends[0][0], ends[1][0]) - min(ends[0][1], ends[1][1]) <= max(apart):
            found.append(other)
    return found


def _rows_at(ink: Ink, blob: Blob, *, at_end: bool) -> Interval:
    """From and to, along y, of the ink at the right end of a blob or at its left one."""
    part = ink[blob.y0 : blob.y1, blob.x0 : blob.x1]
    rows = np.flatnonzero((part[:, -_END:] if at_end else part[:, :_END]).any(axis=1))
    return blob.y0 + int(rows[0]), blob.y0 + int(rows[-1]) + 1


def _columns_at(ink: Ink, blob: Blob, *, at_end: bool) -> Interval:
    part = ink[blob.y0 : blob.y1, blob.x0 : blob.x1]
    columns = np.flatnonzero((part[-_END:] if at_end else part[:_END]).any(axis=0))
    return blob.x0 + int(columns[0]), blob.x0 + int(columns[-1]) + 1


_END = 2
"""Pixels of an end."""
