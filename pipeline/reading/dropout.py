"""Coloured ink taken out of black print: a signature, a seal or a stamp over a line of a colour scan.

The brightest of the three channels shows black ink as it is and coloured ink as hardly darker than paper.
"""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.page import Gray, LineBox, PageImage
from pipeline.settings import ReadingSettings


def drop_colours(page: PageImage) -> Gray | None:
    """The page (height, width) without its coloured ink; None for a grey page."""
    if page.color is None:
        return None
    red, green, blue = cv2.split(page.color)
    return np.asarray(cv2.max(cv2.max(red, green), blue), np.uint8)


def is_crossed_by_colour(page: PageImage, box: LineBox, settings: ReadingSettings) -> bool:
    """Whether some of a line's ink is coloured, and not most of it: what is written in colour is read as it is."""
    if page.color is None:
        return False
    x0, y0, x1, y1 = box.bbox
    part = page.color[max(y0, 0) : y1, max(x0, 0) : x1].astype(np.int16)
    if not part.size:
        return False
    gray = page.gray[max(y0, 0) : y1, max(x0, 0) : x1]
    ink = gray.astype(np.int16) < int(np.median(gray)) - settings.min_contrast
    coloured = ink & (part.max(axis=2) - part.min(axis=2) >= settings.coloured)
    share = float(coloured.sum()) / max(1, int(ink.sum()))
    return settings.least_coloured <= share <= settings.most_coloured
