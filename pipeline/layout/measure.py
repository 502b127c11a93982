"""Baseline and letter size of one line, from the edges of its blobs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.layout.baselines import find_baseline
from pipeline.layout.binarize import Ink
from pipeline.layout.blobs import Blob
from pipeline.layout.lines import TextLine
from pipeline.settings import LayoutSettings


def measure_line(line: TextLine, body: float, ink: Ink, settings: LayoutSettings) -> tuple[float, float]:
    """(row of the baseline, height of a plain consonant) in pixels.

    A line's letters are measured by themselves when there are enough of them, else they have the page's size, `body`.
    Dashes, dots and capitals that stand alone are no measure of a consonant.
    """
    least = settings.least_body_share * max(body, line.base - line.top)  # a title's marks are as large as letters
    letters = [blob for blob in line.blobs if blob.height >= least]
    has_grown_together = sum(blob.width for blob in letters) > settings.grown_together * body * len(letters)
    # A speck under the letters makes the line no taller.
    x0, y0, x1, y1 = line.bbox
    bottom = max((blob.y1 for blob in letters), default=y1)
    bottoms = [blob.y1 for blob in letters]
    # Among few letters one mark that has grown as large as they are is enough to mislead.
    is_uneven = 0 < len(letters) < settings.measured_letters and max(bottoms) - min(bottoms) > body
    if (has_grown_together or is_uneven) and bottom - y0 <= settings.one_line * body:
        return find_baseline(ink, (x0, y0, x1, bottom), body), body
    if not letters:
        return line.base + settings.dash_height * body, body
    base, measured = float(line.base), body
    if len(letters) >= settings.measured_letters:
        heights = sorted(blob.height for blob in letters)
        own = float(heights[len(heights) // 4])  # letters with marks grown to them are taller, the plain ones alike
        sinks = _depth_of_leader(line, base, settings)
        if sinks and abs(own - sinks - body) < abs(own - body):
            base, own = base - sinks, own - sinks
        if _has_size(heights, body, settings):
            own = body
        if len(letters) >= settings.surely_measured_letters or not 0.8 * body <= own <= 1.35 * body:
            measured = own
    return base, measured


def _depth_of_leader(line: TextLine, base: float, settings: LayoutSettings) -> float:
    """By how many pixels the dots that letters stand on, and have grown together with, sink their lower edges."""
    most = settings.leader_dot * (line.base - line.top)
    dots = [blob for blob in line.blobs if blob.height <= most and blob.width <= most]
    if len(dots) < settings.leader_dots:
        return 0.0
    top, bottom = (float(np.median([edge(dot) for dot in dots])) for edge in (_top, _bottom))
    level = [dot for dot in dots if abs(dot.y0 - top) <= 2]
    return max(0.0, base - top) if len(level) >= settings.leader_dots and base <= bottom + 1 else 0.0


def _has_size(heights: Sequence[int], body: float, settings: LayoutSettings) -> bool:
    """Whether so many letters have the page's size that the others are digits or have marks grown to them."""
    alike = sum(abs(height - body) <= settings.same_size * body for height in heights)
    return alike >= settings.same_size_share * len(heights)


def _top(blob: Blob) -> int:
    return blob.y0


def _bottom(blob: Blob) -> int:
    return blob.y1
