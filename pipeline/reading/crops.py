"""Line pictures cut out of a page for an engine, and the way back to page pixels."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pipeline.model import BBox
from pipeline.page import Gray
from pipeline.reading.leaders import clear_leaders
from pipeline.settings import ReadingSettings


@dataclass(frozen=True, slots=True)
class LineCrop:
    """A line on white margins. `left` is the page x of the picture's column 0, `scale` its pixels per page pixel."""

    pixels: Gray
    left: float
    scale: float

    def page_x(self, x: float) -> int:
        """The page column of a column of this picture."""
        return round(self.left + x / self.scale)


def cut_line(gray: Gray, bbox: BBox, dpi: int, settings: ReadingSettings) -> LineCrop | None:
    """The line in a box, brought to a readable size; None when the box holds no pixels or no ink."""
    height, width = gray.shape
    x0, y0, x1, y1 = max(bbox[0], 0), max(bbox[1], 0), min(bbox[2], width), min(bbox[3], height)
    if x1 - x0 < 2 or y1 - y0 < 2:
        return None
    line = gray[y0:y1, x0:x1]
    paper = int(np.percentile(line, 90))
    if paper - int(line.min()) < settings.min_contrast:
        return None
    clean = clear_leaders(line, paper, dpi, settings)
    if clean is None or paper - int(clean.min()) < settings.min_contrast:
        return None
    line = clean
    scale = _choose_scale(y1 - y0, settings)
    if scale != 1:
        method = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        line = np.asarray(cv2.resize(line, None, fx=scale, fy=scale, interpolation=method), np.uint8)
    margin = settings.margin
    framed = cv2.copyMakeBorder(line, margin, margin, margin, margin, cv2.BORDER_CONSTANT, value=(paper,))
    return LineCrop(np.asarray(framed, np.uint8), x0 - margin / scale, scale)


def find_gaps(crop: LineCrop, settings: ReadingSettings) -> list[tuple[float, float]]:
    """White gaps between words, as x ranges in the crop's pixels, left to right.

    A gap is wide against the height of the line's ink, and against the line's usual gap between letters, which
    changes from line to line where text is justified.
    """
    threshold, _ = cv2.threshold(crop.pixels, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    ink = crop.pixels <= threshold
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not rows.size:
        return []
    whites = np.diff(columns) - 1
    letters = whites[whites > 0]
    wide = settings.word_gap * float(rows[-1] - rows[0] + 1)
    if letters.size >= settings.word_gap_letters:
        wide = max(wide, settings.word_gap_ratio * float(np.median(letters)))
    steps = np.flatnonzero(whites > wide)
    return [(float(columns[step] + 1), float(columns[step + 1])) for step in steps]


def _choose_scale(height: int, settings: ReadingSettings) -> float:
    if height < settings.min_line_height:
        return settings.min_line_height / height
    if height > settings.max_line_height:
        return settings.max_line_height / height
    return 1.0
