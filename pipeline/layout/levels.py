"""Text by height: which stretches of a page's width have print, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from pipeline.layout.binarize import Ink
from pipeline.model import BBox
from pipeline.page import LineBox
from pipeline.settings import LayoutSettings

Stretch = tuple[int, int]
"""From and to, in pixels along x."""


@dataclass(frozen=True, slots=True)
class Level:
    """All print that stands on one row of the page. runs: left to right, parted by more white than letters have.

    is_barred: no row of a table without rules, for it has letters of a title or stands beside a picture
    """

    base: float
    runs: tuple[Stretch, ...]
    is_barred: bool = False

    def crosses(self, x: float, slack: float) -> bool:
        """Whether print runs over a place, `slack` pixels to both sides."""
        return any(start < x - slack and stop > x + slack for start, stop in self.runs)

    def clip(self, left: float, right: float) -> Level:
        """The same without the stretches that lie outside of two places."""
        return replace(self, runs=tuple(run for run in self.runs if run[1] > left and run[0] < right))

    def is_cut_at(self, x: float, widest: float) -> bool:
        """Whether print ends right before a place and goes on right behind it, at most `widest` pixels in all: a rule
        that was taken out there has cut it."""
        before = max((stop for start, stop in self.runs if start + stop < 2 * x), default=None)
        behind = min((start for start, stop in self.runs if start + stop >= 2 * x), default=None)
        return before is not None and behind is not None and behind - before <= widest


def find_levels(
    lines: Sequence[LineBox], pictures: Sequence[BBox], ink: Ink, body: float, settings: LayoutSettings
) -> list[Level]:
    """The levels of these lines, top to bottom.

    pictures: emblems, stamps, signatures; ink: without rules; body: height of a plain consonant in pixels
    """
    tall = [line.bbox for line in lines if _is_tall(line.bbox, body, settings)]
    groups: list[list[LineBox]] = []
    for line in sorted(lines, key=lambda line: line.base or line.bbox[3]):
        if groups and (line.base or line.bbox[3]) - _base(groups[-1]) <= settings.same_level * body:
            groups[-1].append(line)
        else:
            groups.append([line])
    levels = [(group, _runs_of(group, ink, body, settings)) for group in groups]
    return [
        Level(_base(group), runs, _is_barred(group, runs, (*pictures, *tall), body, settings))
        for group, runs in levels
        if runs
    ]


def levels_within(levels: Sequence[Level], top: float, bottom: float) -> list[Level]:
    """Those that stand between two heights."""
    return [level for level in levels if top < level.base <= bottom + 1]


def _is_tall(box: BBox, body: float, settings: LayoutSettings) -> bool:
    """Whether it is too tall for print, as a signature is; a long line with a stray mark is not."""
    width, height = box[2] - box[0], box[3] - box[1]
    return height > settings.tallest_line * body and width < settings.long_line * height


def _is_barred(
    group: Sequence[LineBox], runs: Sequence[Stretch], pictures: Sequence[BBox], body: float, settings: LayoutSettings
) -> bool:
    """Whether a level holds a title, or stands beside a picture that is not in the margin of its print."""
    base, left, right = _base(group), runs[0][0], runs[-1][1]
    # A few letters with high marks may be measured as large, but a title takes much of its level.
    widths = [(line.bbox[2] - line.bbox[0], line.body or body) for line in group]
    large = sum(width for width, measured in widths if measured >= settings.title_letter * body)
    title = large >= settings.title_share * sum(width for width, _ in widths)
    return title or any(top <= base <= bottom and left < x1 and x0 < right for x0, top, x1, bottom in pictures)


def _base(group: Sequence[LineBox]) -> float:
    return float(np.median([line.base or line.bbox[3] for line in group]))


def _runs_of(group: Sequence[LineBox], ink: Ink, body: float, settings: LayoutSettings) -> tuple[Stretch, ...]:
    """Columns with ink between the letters' tops and bottoms: marks of neighbouring lines stand outside of these."""
    pieces: list[Stretch] = []
    for line in group:
        x0, y0, x1, y1 = line.bbox
        base = line.base or y1
        top, bottom = max(y0, round(base - 1.3 * body)), min(y1, round(base + 0.2 * body))
        if bottom <= top:
            top, bottom = y0, y1
        inked = np.flatnonzero(ink[top:bottom, x0:x1].any(axis=0)) + x0
        if inked.size:
            breaks = np.flatnonzero(np.diff(inked) > settings.level_gap * body)
            starts = [int(inked[0]), *(int(inked[index + 1]) for index in breaks)]
            stops = [*(int(inked[index]) + 1 for index in breaks), int(inked[-1]) + 1]
            found = zip(starts, stops, strict=True)
            pieces += (piece for piece in found if not _is_speck(ink[top:bottom, slice(*piece)], body, settings))
    return tuple(sorted(pieces))


def _is_speck(piece: Ink, body: float, settings: LayoutSettings) -> bool:
    """Whether this ink, with white on both sides of it, is as small as dirt is, both ways; a dash is wider."""
    least = settings.speck_size * body
    return bool(piece.shape[1] < least and np.count_nonzero(piece.any(axis=1)) < least)
