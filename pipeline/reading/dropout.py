"""Coloured ink taken out of black print: a signature, a seal or a stamp over a line of a colour scan.

The brightest of the three channels shows black ink as it is and coloured ink as hardly darker than paper.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.page import Gray, LineBox, PageImage
from pipeline.pieces import measure_chroma
from pipeline.settings import ReadingSettings


@dataclass(frozen=True, slots=True)
class Colours:
    """plain: the page (height, width) without its coloured ink; chroma: how coloured each pixel is, 0 to 255."""

    plain: Gray
    chroma: Gray


def part_colours(page: PageImage) -> Colours | None:
    """The colours of a page; None for a grey one."""
    if page.color is None:
        return None
    plain, chroma = measure_chroma(page.color)
    return Colours(plain, chroma)


def is_crossed_by_colour(gray: Gray, colours: Colours, box: LineBox, settings: ReadingSettings) -> bool:
    """Whether some of a line's ink is coloured, and not most of it: what is written in colour is read as it is."""
    x0, y0, x1, y1 = box.bbox
    place = slice(max(y0, 0), y1), slice(max(x0, 0), x1)
    part = gray[place]
    coloured = colours.chroma[place] >= settings.coloured
    if not coloured.any():
        return False
    ink = part < int(np.median(part)) - settings.min_contrast
    share = float((coloured & ink).sum()) / max(1, int(ink.sum()))
    return settings.least_coloured <= share <= settings.most_coloured
