"""Dot screens: grey grounds of a page of one bit, made even again so that print and rules on them can be seen."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.layout.blocks import part_blocks, spread_blocks
from pipeline.model import BBox
from pipeline.page import Gray, PageImage
from pipeline.pieces import find_pieces
from pipeline.settings import GroundSettings

_DEFAULTS = GroundSettings()
Mask = npt.NDArray[np.uint8]
"""(height, width) uint8: 1 inside, else 0."""
_STEP = 8
"""Every so many pixels both ways are looked at first: only pages of black and white alone have dot screens."""


def smooth_screens(page: PageImage, *, settings: GroundSettings = _DEFAULTS) -> PageImage:
    """The page with its dot screens as even grounds, as white as paper where they are pale; the same page when there
    is none. A scan of one bit shows grey as dots of black, between which rules have no white beside them."""
    some = page.gray[::_STEP, ::_STEP]
    dark = some[some < settings.white]
    if not dark.size or float((dark < settings.black).mean()) < settings.two_levels:
        return page
    gray = page.gray
    for (x0, y0, x1, y1), mask in find_screens(gray, page.dpi, settings):
        gray = gray.copy() if gray is page.gray else gray
        place = np.s_[y0:y1, x0:x1]
        gray[place] = np.where(mask > 0, _smooth(page.gray[place], mask, page.dpi, settings), gray[place])
    return page if gray is page.gray else replace(page, gray=gray)


def find_screens(gray: Gray, dpi: int, settings: GroundSettings) -> list[tuple[BBox, Mask]]:
    """Areas where black and white change far more often, both ways, than in print: the box of each, its mask there."""
    side = round(settings.screen_block * dpi)
    dark = (gray < 128).astype(np.int8)
    across, down = (np.diff(dark, axis=axis, append=0) == 1 for axis in (1, 0))
    changes = np.minimum(_mean_by_block(across, side), _mean_by_block(down, side))
    busy = (changes > settings.screen_changes * settings.screen_dpi / dpi).astype(np.uint8)
    if not busy.any():
        return []
    # Blocks with letters, and those that are cut at the edge, change less.
    gap = settings.screen_gap
    closed = cv2.morphologyEx(np.pad(busy, gap), cv2.MORPH_CLOSE, np.ones((gap, gap), np.uint8))
    whole = np.asarray(closed, np.uint8)[gap:-gap, gap:-gap]
    stats, labels = find_pieces(whole)
    found = []
    for index in range(1, len(stats)):
        x, y, width, height, area = (int(value) for value in stats[index])
        if min(width, height) < 2 or area < settings.least_screen:
            continue
        blocks = np.asarray(labels == index, np.uint8)
        if area >= settings.screen_filled * width * height:  # a band: blocks at its edge are cut
            blocks[y : y + height, x : x + width] = 1
        blocks = np.asarray(cv2.dilate(blocks, np.ones((3, 3), np.uint8)), np.uint8)
        x, y, width, height = cv2.boundingRect(blocks)
        inside = blocks[y : y + height, x : x + width]
        box = (x * side, y * side, (x + width) * side, (y + height) * side)
        found.append((box, spread_blocks(inside, side)))
    return found


def _mean_by_block(picture: npt.NDArray[np.bool_], side: int) -> npt.NDArray[np.float32]:
    """The mean of every block of so many pixels both ways."""
    return np.asarray(part_blocks(picture, side).mean(axis=(1, 3)), np.float32)


def _smooth(part: Gray, mask: Mask, dpi: int, settings: GroundSettings) -> Gray:
    """The part without its dots, measured inside the mask. A pale ground becomes white and the print on it black; a
    dark one stays as it is."""
    even = cv2.GaussianBlur(part, (0, 0), settings.screen_blur * dpi)
    inside = even[mask > 0]
    ground = float(np.median(inside[inside < settings.paper_white]))
    if ground < settings.darkest_share * 255:
        return np.asarray(even, np.uint8)
    ink = float(np.percentile(inside, 1))
    scaled = 255.0 * (even.astype(np.float32) - ink) / max(1.0, settings.screen_paper * ground - ink)
    return np.asarray(np.clip(scaled, 0, 255), np.uint8)
