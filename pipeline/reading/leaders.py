"""Dot leaders out of line pictures: dots to write on are read as letters, and eat the letters that stand on them."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.page import Gray
from pipeline.pieces import find_pieces
from pipeline.settings import ReadingSettings

Blobs = npt.NDArray[np.int32]
"""(blobs, 5): left, top, width, height, area of each, in pixels of the picture."""

_Dot = tuple[int, int, int, int]
"""left, top, right, bottom in pixels of the picture."""


def clear_leaders(line: Gray, paper: int, dpi: int, settings: ReadingSettings) -> Gray | None:
    """The line without its leader dots; the picture itself when it has none, None when it has nothing else.

    line: (height, width) grey picture of one line, as large as on the page; paper: its paper's grey.
    A leader is a row of equal small dots at one height and one pitch, missing where letters cover it. Full stops
    are as small, but never so many in a row.
    """
    blobs = _find_blobs(line)
    if len(blobs) < settings.leader_dots:
        return line
    if _is_leader(blobs, line.shape, dpi, settings):
        return None
    leaders = [
        dot for row in _find_rows(_find_dots(blobs, line.shape[0], settings), line.shape[0], settings) for dot in row
    ]
    if not leaders:
        return line
    clean = line.copy()
    for left, top, right, bottom in leaders:
        clean[max(0, top - 1) : bottom + 1, max(0, left - 1) : right + 1] = paper
    return clean


def is_leader(line: Gray, dpi: int, settings: ReadingSettings) -> bool:
    """Whether the picture of a line, as large as on the page, holds nothing but a leader."""
    blobs = _find_blobs(line)
    return len(blobs) >= settings.leader_dots and _is_leader(blobs, line.shape, dpi, settings)


def _find_blobs(line: Gray) -> Blobs:
    threshold, _ = cv2.threshold(line, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    return find_pieces((line <= threshold).astype(np.uint8))[0][1:]


def _is_leader(blobs: Blobs, shape: tuple[int, ...], dpi: int, settings: ReadingSettings) -> bool:
    """Whether the picture holds nothing but a leader: a flat row of full round small blobs at one pitch."""
    lefts, widths, heights, areas = (blobs[:, column].astype(float) for column in (0, 2, 3, 4))
    if shape[1] < settings.leader_flat * shape[0] or np.median(heights) > settings.leader_height * dpi:
        return False
    if heights.max() > 2.5 * np.median(heights) + 1:
        return False  # something stands on the leader
    is_dot = (widths <= 1.6 * heights + 1) & (areas >= settings.leader_fill * widths * heights)
    steps = np.diff(np.sort(lefts + widths / 2))
    steps = steps[steps > 1]  # a dot that scanning has split counts once
    pitch = float(np.median(steps)) if steps.size else 1.0
    is_regular = np.abs(steps - pitch) <= settings.leader_jitter * pitch
    return bool(is_dot.mean() >= settings.leader_regular and is_regular.mean() >= settings.leader_regular)


def _find_dots(blobs: Blobs, height: int, settings: ReadingSettings) -> list[_Dot]:
    most = max(settings.leader_dot_pixels, settings.leader_dot * height)
    small = blobs[(blobs[:, 2] <= most) & (blobs[:, 3] <= most)]
    return [(x, y, x + width, y + height) for x, y, width, height, _ in small.tolist()]


def _find_rows(dots: Sequence[_Dot], height: int, settings: ReadingSettings) -> list[list[_Dot]]:
    """Dots at one height whose distances are whole multiples of one pitch."""
    rows = []
    level = max(1.5, settings.leader_level * height)
    left = sorted(dots, key=_middle)
    while left:
        band = [dot for dot in left if _middle(dot) - _middle(left[0]) <= 2 * level]
        left = [dot for dot in left if dot not in band] if len(band) < settings.leader_dots else left
        if len(band) >= settings.leader_dots:
            row = _keep_pitch(sorted(band), settings)
            if len(row) >= settings.leader_dots:
                rows.append(row)
            left = [dot for dot in left if dot not in row and dot is not left[0]]
    return rows


def _keep_pitch(band: list[_Dot], settings: ReadingSettings) -> list[_Dot]:
    """The dots of a band that stand one pitch from a neighbour; the pitch is the usual distance in the band."""
    centres = np.array([(dot[0] + dot[2]) / 2 for dot in band])
    steps = np.diff(centres)
    steps = steps[steps > 0]
    if not steps.size:
        return []
    pitch = float(np.median(np.sort(steps)[: max(1, (3 * steps.size) // 4)]))
    regular = np.abs(np.diff(centres) - pitch) <= settings.leader_jitter * pitch
    keep = np.zeros(len(band), bool)
    keep[:-1] |= regular
    keep[1:] |= regular
    return [dot for dot, kept in zip(band, keep, strict=True) if kept]


def _middle(dot: _Dot) -> float:
    return (dot[1] + dot[3]) / 2
