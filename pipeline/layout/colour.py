"""Seals and stamps in coloured ink, left out of that by which columns and rows are told."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.layout.binarize import Ink
from pipeline.layout.blocks import part_blocks, spread_blocks
from pipeline.model import BBox
from pipeline.page import Gray
from pipeline.pieces import find_pieces, measure_chroma
from pipeline.settings import LayoutSettings


def leave_out_colour(ink: Ink, color: Gray | None, dpi: int, settings: LayoutSettings) -> Ink:
    """The ink without stamps that are more coloured than the paper, unless much of it is coloured: a page printed in
    blue keeps all. Marks of a pen are small and stay."""
    if color is None:
        return ink
    _, chroma = measure_chroma(color)
    # Bands of tables are coloured too, and with them the edges of the print on them.
    side = round(settings.coloured_reach * dpi) | 1
    _, coloured = cv2.threshold(
        cv2.subtract(chroma, cv2.blur(chroma, (side, side))), settings.coloured_excess, 1, cv2.THRESH_BINARY
    )
    stamps = _keep_large(np.asarray(cv2.bitwise_and(coloured, ink), np.uint8), dpi, settings)
    rim = np.ones((_RIM, _RIM), np.uint8)  # of a stroke the edge is less coloured
    plain = cv2.bitwise_and(ink, 1 - np.asarray(cv2.dilate(stamps, rim)))
    is_few = cv2.countNonZero(plain) >= settings.least_black * cv2.countNonZero(ink)
    return np.asarray(plain, np.uint8) if is_few else ink


def _keep_large(coloured: Ink, dpi: int, settings: LayoutSettings) -> Ink:
    """What stands close together over an area as large as a stamp. Looked at in blocks of pixels."""
    side = max(1, round(settings.stamp_gap * dpi))
    stats, labels = find_pieces(np.asarray(part_blocks(coloured, side).any(axis=(1, 3)), np.uint8))
    large = np.minimum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]) * side >= settings.least_stamp * dpi
    large[0] = False
    if not large.any():
        return np.zeros_like(coloured)
    whole = spread_blocks(large[labels].astype(np.uint8), side)
    kept = coloured.copy()
    kept[: whole.shape[0], : whole.shape[1]] &= whole
    return kept


_RIM = 5
"""Pixels both ways that go with a coloured one."""


def is_coloured(box: BBox, ink: Ink, plain: Ink, settings: LayoutSettings) -> bool:
    """Whether little is left of a box's ink without its coloured part."""
    place = np.s_[box[1] : box[3], box[0] : box[2]]
    return cv2.countNonZero(plain[place]) < settings.least_black * cv2.countNonZero(ink[place])
