"""A small copy of a page with nothing but its print, on which angles are measured."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.page import Gray
from pipeline.pieces import find_pieces
from pipeline.settings import IngestSettings

Mask = npt.NDArray[np.bool_]


def reduce_page(gray: Gray, long_side: int) -> Gray:
    """The page with its longer side at most this long."""
    height, width = gray.shape
    factor = long_side / max(height, width)
    if factor >= 1:
        return gray
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    return np.asarray(cv2.resize(gray, size, interpolation=cv2.INTER_AREA), np.uint8)


def find_depth(gray: Gray, settings: IngestSettings) -> Gray:
    """How much darker each pixel is than the paper around it, so that shading and bands do not count."""
    paper = cv2.blur(gray, (settings.paper_window, settings.paper_window))
    return np.asarray(cv2.subtract(paper, gray), np.uint8)


def find_ink(gray: Gray, settings: IngestSettings) -> Mask:
    """Pixels clearly darker than the paper around them."""
    return np.asarray(find_depth(gray, settings) > settings.ink_contrast, np.bool_)


def keep_print(ink: Mask, thin: int, settings: IngestSettings) -> Mask:
    """Ink of letter size: rules, frames, pictures and the black edges of the glass are longer, specks smaller.

    thin: least shorter side of what is kept, in pixels; pieces of a broken rule are thinner than letters.
    """
    stats, labels = find_pieces(ink.astype(np.uint8))
    sides = stats[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]]
    keep = (sides.max(axis=1) <= settings.letter_long) & (sides.max(axis=1) >= settings.letter_short)
    keep &= sides.min(axis=1) >= thin
    keep[0] = False
    return np.asarray(keep[labels], np.bool_) if len(stats) > 1 else np.zeros_like(ink)
