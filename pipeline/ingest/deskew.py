"""Which way a page's lines run and how far they are from level, by the sharpness of its profile."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.ingest.raster import Raster
from pipeline.ingest.reduce import Mask, find_ink, reduce_page
from pipeline.page import Gray
from pipeline.settings import IngestSettings


@dataclass(frozen=True, slots=True)
class LineDirection:
    """strength: ink edges that fall together on lines, per edge; angle: degrees clockwise at which they do."""

    strength: float
    angle: float


def find_direction(letters: Mask, settings: IngestSettings) -> LineDirection:
    """How clearly lines run across this mask, and roughly at what angle."""
    points = _lower_edges(letters, settings.skew_points // 3)
    count = points[0].size
    if count < settings.skew_least_points:
        return LineDirection(0.0, 0.0)
    reach, step = settings.skew_reach, settings.skew_coarse
    angles = np.arange(-reach, reach + step / 2, step)
    scores = [_lines_in(profile, settings) for profile in _project(points, angles, bin_size=2.0)]
    best = int(np.argmax(scores))
    if scores[best] < settings.direction_peak * float(np.median(scores)):
        return LineDirection(0.0, 0.0)
    return LineDirection(scores[best] / count, float(angles[best]))


def measure_skew(depth: Gray, near: float, settings: IngestSettings) -> float:
    """Degrees by which the page lies turned clockwise, within half a degree of `near`.

    Lower edges of ink, which lie on baselines and rules, are projected along each angle; the sum of squares of
    that profile is largest when they fall together. The search goes from coarse to fine, ending in a parabola.
    `depth` is darkness against the paper: edges are placed between pixels by it, since whole pixels make stairs
    that look level.
    """
    points = _fine_edges(depth, settings)
    if points[0].size < settings.skew_least_points:
        return 0.0
    best, step = near, settings.skew_coarse
    for _ in range(3):
        step /= 2.5
        angles = best + step * np.arange(-4, 5)
        profiles = _project(points, angles, bin_size=1.0)
        # Smoothing takes away the preference for angles at which edges fall on whole pixels.
        scores = [float(np.square(np.convolve(profile, _SMOOTH)).sum()) for profile in profiles]
        best = _peak(angles, scores)
    return round(best, 3)


@dataclass(frozen=True, slots=True)
class Order:
    """How print lies on a page. sharpness: of its lines, at their best angle; bent: degrees by which lines above and
    below, columns left and right, and lines and columns disagree, None where too little print tells."""

    sharpness: float
    bent: float | None


def measure_order(gray: Gray, settings: IngestSettings) -> Order:
    """The order of a page's print, without its margins."""
    ink = find_ink(reduce_page(gray, settings.order_side), settings)
    height, width = ink.shape
    ink = ink[height // 12 : height - height // 12, width // 12 : width - width // 12]
    height, width = ink.shape
    lines, columns = _measure_angle(ink, settings), _measure_angle(ink.T, settings)
    above, below = (_measure_angle(half, settings) for half in (ink[: height // 2], ink[height // 2 :]))
    left, right = (_measure_angle(half.T, settings) for half in (ink[:, : width // 2], ink[:, width // 2 :]))
    pairs = ((lines, columns, 1), (above, below, -1), (left, right, -1))
    off = [
        abs(one.angle + sign * two.angle) for one, two, sign in pairs if min(one.peak, two.peak) >= settings.order_peak
    ]
    return Order(lines.sharpness, sum(off) if off else None)


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of a page in which lines, or columns, tell their direction: its middle, x and y from -1 to 1 over the
    page, and the degrees by which lines there drift down to the right, or columns to the right on their way down."""

    x: float
    y: float
    angle: float


def measure_tiles(gray: Gray, settings: IngestSettings) -> tuple[list[Tile], list[Tile]]:
    """The angles of lines and of columns in the tiles of a page; tiles that do not tell are left out."""
    ink = find_ink(reduce_page(gray, settings.order_side), settings)
    lines = [Tile(x, y, angle) for x, y, angle in _angles_of(ink, settings)]
    columns = [Tile(x, y, angle) for y, x, angle in _angles_of(ink.T, settings)]
    return lines, columns


def _angles_of(ink: Mask, settings: IngestSettings) -> Iterator[tuple[float, float, float]]:
    """(place along lines, place aside, degrees) of every tile whose lines are told, without the page's margins."""
    height, width = ink.shape
    across = np.linspace(width / 12, width - width / 12, settings.order_tiles + 1).astype(int)
    down = np.linspace(height / 12, height - height / 12, settings.order_tiles + 1).astype(int)
    for top, bottom in pairwise(down):
        for left, right in pairwise(across):
            angle = _measure_angle(ink[top:bottom, left:right], settings)
            if angle.peak >= settings.tile_peak:
                yield (left + right) / width - 1, (top + bottom) / height - 1, angle.angle


def is_better_order(before: Order, after: Order, settings: IngestSettings) -> bool:
    """Whether print that was flattened shows that this was right: it is bent no more, or less and clearly sharper."""
    was, bent = before.bent or 0.0, after.bent or 0.0
    is_sharper = after.sharpness >= settings.flat_gain * before.sharpness
    if bent < settings.bent:
        return was >= settings.bent or is_sharper
    return bent <= was / 2 or (bent < was and is_sharper)


@dataclass(frozen=True, slots=True)
class _Angle:
    """sharpness: of the profile at the best angle; peak: that as a multiple of the median over all angles."""

    sharpness: float
    angle: float
    peak: float


def _measure_angle(ink: Mask, settings: IngestSettings) -> _Angle:
    points = _lower_edges(ink, settings.skew_points)
    if points[0].size < settings.skew_least_points:
        return _Angle(0.0, 0.0, 0.0)
    angles = np.arange(-settings.skew_reach, settings.skew_reach + settings.order_step / 2, settings.order_step)
    profiles = _project(points, angles, bin_size=1.0)
    scores = [float(np.square(np.convolve(profile, _SMOOTH)).sum()) / points[0].size ** 2 for profile in profiles]
    best = int(np.argmax(scores))
    return _Angle(scores[best], _peak(angles, scores), scores[best] / float(np.median(scores)))


def undo_skew(raster: Raster, skew: float) -> Raster:
    """The page turned back counter-clockwise about its centre, at the same size; corners get the colour of paper."""
    height, width = raster.gray.shape
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), skew, 1.0)

    def turn(pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
        paper = [float(value) for value in np.atleast_1d(np.median(pixels[::16, ::16], axis=(0, 1)))]
        turned = cv2.warpAffine(
            pixels, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=paper
        )
        return np.asarray(turned, np.uint8)

    color = None if raster.color is None else turn(raster.color)
    return Raster(turn(raster.gray), color, raster.dpi, raster.issues)


_SMOOTH = np.array([1, 4, 6, 4, 1]) / 16
_Values = npt.NDArray[np.floating[Any]]
_Points = tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]


def _lower_edges(ink: Mask, most: int) -> _Points:
    edges = ink[:-1] & ~ink[1:]
    y, x = np.nonzero(edges)
    step = max(1, math.ceil(len(y) / most))
    return x[::step].astype(np.float32), y[::step].astype(np.float32)


def _fine_edges(depth: Gray, settings: IngestSettings) -> _Points:
    """As `_lower_edges`, with y where the darkness crosses the contrast of ink."""
    level = settings.ink_contrast
    x, y = _lower_edges(depth > level, settings.skew_points)
    column, row = x.astype(np.intp), y.astype(np.intp)
    inside, outside = depth[row, column].astype(np.float32), depth[row + 1, column].astype(np.float32)
    return x, y + (inside - level) / np.maximum(inside - outside, 1)


def _project(points: _Points, angles: _Values, bin_size: float) -> Iterator[_Values]:
    """The profile of the points along each angle. A point counts in both bins it stands between, by its distance
    to them; whole bins would make scores jump."""
    x, y = points
    for angle in angles:
        level = (y - x * np.float32(math.tan(math.radians(angle)))) / np.float32(bin_size)
        level -= level.min()
        low = level.astype(np.int32)
        share = level - low
        size = int(low.max()) + 2
        profile = np.bincount(low, 1 - share, size) + np.bincount(low + 1, share, size)
        yield profile.astype(np.float64)


def _lines_in(profile: _Values, settings: IngestSettings) -> float:
    """Energy of a profile about its local mean: columns and margins change it slowly, lines quickly."""
    window = (1, settings.profile_window)
    level = cv2.blur(profile[:, None], window, borderType=cv2.BORDER_REPLICATE)[:, 0]
    return float(np.square(profile - level).sum())


def _peak(angles: _Values, scores: Sequence[float]) -> float:
    """The vertex of the parabola through the best score and its neighbours."""
    top = int(np.argmax(scores))
    if not 0 < top < len(scores) - 1:
        return float(angles[top])
    before, at, after = scores[top - 1 : top + 2]
    bend = before - 2 * at + after
    shift = 0.0 if bend == 0 else 0.5 * (before - after) / bend
    return float(angles[top] + shift * (angles[1] - angles[0]))
