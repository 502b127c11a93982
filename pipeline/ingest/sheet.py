"""A sheet photographed at an angle: its four edges are found against what it lies on, and it is laid flat.

Edges are looked for from the outside in, by a jump from dark to light, and a straight line is fitted to each by
random sample consensus (Fischler and Bolles, 1981): fingers, shadows and folded corners are left out by it.
"""

from __future__ import annotations

import math
from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.ingest.deskew import is_better_order, measure_order
from pipeline.ingest.raster import Raster
from pipeline.model import Issue, Severity
from pipeline.page import Gray
from pipeline.settings import IngestSettings

Corners = npt.NDArray[np.float32]
_Line = tuple[float, float, float]
"""a, b, c of a·x + b·y = c, with a² + b² = 1."""

_A4 = (8.27, 11.69)
"""Inches."""


def flatten_sheet(raster: Raster, page: int, settings: IngestSettings) -> Raster:
    """The sheet alone, as from straight above, where its edges show that it was not; else the raster as it is.

    Black borders of scans and copies have edges too, which say nothing about the print: its lines and columns must
    have been bent before, and be so no more.
    """
    corners = find_sheet(raster.gray, settings)
    if corners is None or not is_askew(corners, settings):
        return raster
    flat = _lay_flat(raster, corners, settings)
    before, after = measure_order(raster.gray, settings), measure_order(flat.gray, settings)
    if not is_better_order(before, after, settings):
        return raster
    issue = Issue(
        code="page-straightened",
        severity=Severity.INFO,
        message=f"The sheet of page {page} was seen at an angle; it was straightened by its edges.",
        page=page,
    )
    return replace(flat, issues=(*flat.issues, issue))


def _lay_flat(raster: Raster, corners: Corners, settings: IngestSettings) -> Raster:
    width, height, dpi = _measure(corners, raster.dpi, settings)
    # A little of the margin is cut away, so that nothing of the desk is left.
    out = settings.sheet_margin * width
    target = np.array(
        [[-out, -out], [width + out, -out], [width + out, height + out], [-out, height + out]], np.float32
    )
    matrix = cv2.getPerspectiveTransform(corners, target)

    def lay(pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
        flat = cv2.warpPerspective(
            pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
        )
        return np.asarray(flat, np.uint8)

    color = None if raster.color is None else lay(raster.color)
    return replace(raster, gray=lay(raster.gray), color=color, dpi=dpi)


def find_sheet(gray: Gray, settings: IngestSettings) -> Corners | None:
    """The corners (4, 2) of a light sheet on something darker: top left, top right, bottom right, bottom left, as
    x, y in pixels; None when not all four edges are seen."""
    factor = settings.sheet_side / max(gray.shape)
    small = gray if factor >= 1 else cv2.resize(gray, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    small = np.asarray(cv2.medianBlur(np.ascontiguousarray(small), 5), np.uint8)
    lines = []
    for turns in range(4):  # left, top, right, bottom: each becomes the left edge of the turned picture
        line = _find_left_edge(np.rot90(small, turns), settings)
        if line is None:
            return None
        lines.append(_turn_line(line, turns, small.shape))
    left, top, right, bottom = lines
    corners = [_cross(top, left), _cross(top, right), _cross(bottom, right), _cross(bottom, left)]
    quad = (np.array(corners) / min(1.0, factor)).astype(np.float32)
    is_large = cv2.contourArea(quad) >= settings.sheet_share * gray.size
    return quad if is_large and cv2.isContourConvex(quad) else None


def is_askew(corners: Corners, settings: IngestSettings) -> bool:
    """Whether a corner is too far from a right angle for a sheet that a scanner saw."""
    sides = np.roll(corners, -1, axis=0) - corners
    directions = np.degrees(np.arctan2(sides[:, 1], sides[:, 0]))
    angles = (np.roll(directions, -1) - directions) % 360
    return bool(np.abs(angles - 90).max() > settings.sheet_angle)


def _find_left_edge(picture: Gray, settings: IngestSettings) -> _Line | None:
    """The line on which most rows first turn from dark to light."""
    height, width = picture.shape
    reach = settings.sheet_jump_reach
    signed = picture.astype(np.int16)
    # What follows the jump must stay light: a gap between two things on the desk does not.
    after = np.minimum(signed[:, reach:], np.roll(signed, -reach, axis=1)[:, reach:])[:, :-reach]
    jump = after - signed[:, : -2 * reach]
    rows = np.arange(height // 20, height - height // 20, 2)
    is_jump = jump[rows][:, : width // 2] >= settings.sheet_jump
    seen = is_jump.any(axis=1)
    if seen.mean() < settings.sheet_seen:
        return None
    first = is_jump.argmax(axis=1)
    # The steepest place just after the first one is the edge itself.
    places = first[:, None] + np.arange(2 * reach)
    steps = np.take_along_axis(jump[rows], np.minimum(places, jump.shape[1] - 1), axis=1)
    x = (first + steps.argmax(axis=1) + reach / 2)[seen].astype(np.float64)
    return _fit(x, rows[seen].astype(np.float64), settings)


def _fit(x: npt.NDArray[np.float64], y: npt.NDArray[np.float64], settings: IngestSettings) -> _Line | None:
    """The line through most of these points; None when too few are on any."""
    rng = np.random.default_rng(0)
    best = np.zeros(len(x), bool)
    for _ in range(settings.sheet_tries):
        one, two = rng.integers(len(x), size=2)
        if abs(y[one] - y[two]) < 0.1 * (y[-1] - y[0]):
            continue
        slope = (x[two] - x[one]) / (y[two] - y[one])
        near = np.abs(x - x[one] - slope * (y - y[one])) <= settings.sheet_slack
        if near.sum() > best.sum():
            best = near
    if best.mean() < settings.sheet_on_line:
        return None
    slope, start = np.polyfit(y[best], x[best], 1)
    norm = math.hypot(1, slope)
    return 1 / norm, -slope / norm, start / norm


def _turn_line(line: _Line, turns: int, shape: tuple[int, ...]) -> _Line:
    """A line of the picture turned by `np.rot90(…, turns)`, in the picture itself; `shape` is the latter's."""
    height, width = shape[:2]
    a, b, c = line
    for step in range(turns, 0, -1):
        # np.rot90 once puts (x, y) at (y, W - 1 - x), W being the width before that turn.
        before = width if step % 2 else height
        a, b, c = -b, a, c - b * (before - 1)
    return a, b, c


def _cross(one: _Line, two: _Line) -> tuple[float, float]:
    spot = np.linalg.solve(np.array([one[:2], two[:2]]), np.array([one[2], two[2]]))
    return float(spot[0]), float(spot[1])


def _measure(corners: Corners, dpi: float, settings: IngestSettings) -> tuple[int, int, float]:
    """Width and height in pixels of the flat sheet, none of its sides drawn smaller, and its resolution: what is near
    the shape of A4 is A4, since seen at an angle a sheet is shorter than it is."""
    top, right, bottom, left = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
    width, height = float(max(top, bottom)), float(max(left, right))
    for wide, high in (_A4, _A4[::-1]):
        if abs(math.log((height / width) / (high / wide))) <= math.log(settings.sheet_like_a4):
            dpi = max(width / wide, height / high)
            return round(wide * dpi), round(high * dpi), dpi
    return round(width), round(height), dpi
