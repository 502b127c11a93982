"""Seals and stamps in coloured ink, left out of that by which columns and rows are told."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.layout.binarize import Ink
from pipeline.model import BBox
from pipeline.page import Gray
from pipeline.settings import LayoutSettings


def leave_out_colour(ink: Ink, color: Gray | None, dpi: int, settings: LayoutSettings) -> Ink:
    """The ink without what is more coloured than the paper, unless much of it is: a page printed in blue keeps all.

    Marks of a pen go with it: this is not the ink that they are read from.
    """
    if color is None:
        return ink
    red, green, blue = cv2.split(color)
    chroma = cv2.subtract(cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue))
    # Bands of tables are coloured too, and with them the edges of the print on them.
    side = round(settings.coloured_reach * dpi) | 1
    _, coloured = cv2.threshold(
        cv2.subtract(chroma, cv2.blur(chroma, (side, side))), settings.coloured_excess, 1, cv2.THRESH_BINARY
    )
    rim = np.ones((_RIM, _RIM), np.uint8)  # of a stroke the edge is less coloured
    plain = cv2.bitwise_and(ink, 1 - np.asarray(cv2.dilate(cv2.bitwise_and(coloured, ink), rim)))
    is_few = cv2.countNonZero(plain) >= settings.least_black * cv2.countNonZero(ink)
    return np.asarray(plain, np.uint8) if is_few else ink


_RIM = 5
"""Pixels both ways that go with a coloured one."""


def is_coloured(box: BBox, ink: Ink, plain: Ink, settings: LayoutSettings) -> bool:
    """Whether little is left of a box's ink without its coloured part."""
    place = np.s_[box[1] : box[3], box[0] : box[2]]
    return cv2.countNonZero(plain[place]) < settings.least_black * cv2.countNonZero(ink[place])
