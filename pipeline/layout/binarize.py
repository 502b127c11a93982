"""Grey page → shade against its paper → ink."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.page import Gray
from pipeline.settings import LayoutSettings

Ink = npt.NDArray[np.uint8]
"""(height, width) uint8: 1 where there is ink, else 0."""

Shade = npt.NDArray[np.uint8]
"""(height, width) uint8: brightness against the paper around, 255 = paper, 0 = black."""


def find_ink(gray: Gray, dpi: int, settings: LayoutSettings) -> tuple[Ink, Shade]:
    """Ink is what is clearly darker than the paper around it; the shade keeps what is too faint to be ink.

    The paper's brightness is the closing of the page with a kernel wider than any stroke, so that lamp shading,
    grey header bands and dark page edges count as paper. One global threshold (Otsu, bounded) on the ratio then
    keeps faint print without letting paper grain through; where toner has faded in places and nothing darker is
    near, it is halfway between the paper and the darkest there.
    """
    size = max(3, round(settings.paper_kernel * dpi / 4)) | 1
    small = cv2.resize(gray, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((size, size), np.uint8))
    paper = cv2.GaussianBlur(paper, (0, 0), size / 2)
    paper = cv2.resize(paper, (gray.shape[1], gray.shape[0]), interpolation=cv2.INTER_LINEAR)
    shade = cv2.divide(gray, np.maximum(paper, 1), scale=255.0)
    otsu, _ = cv2.threshold(shade, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    threshold = min(max(otsu, settings.darkest_threshold), settings.lightest_threshold)
    _, dark = cv2.threshold(shade, threshold - 1, 1, cv2.THRESH_BINARY_INV)
    faded = _find_faded(np.asarray(shade, np.uint8), threshold, dpi, settings)
    if faded is not None:
        dark = cv2.bitwise_or(dark, faded)
    # Single dots that stand alone, as in dithered grey, would blur where rules and letters end; those of a hairline
    # stand in one line with others, and white beside them.
    around = cv2.boxFilter(dark, -1, (5, 5), normalize=False)
    _, crowded = cv2.threshold(around, settings.grain_pixels, 1, cv2.THRESH_BINARY)
    crowded = cv2.bitwise_and(dark, crowded)
    lone = np.asarray(cv2.subtract(dark, crowded), np.uint8)
    ink = cv2.bitwise_or(crowded, _find_hairlines(np.asarray(dark, np.uint8), lone, dpi, settings))
    shade = cv2.max(shade, cv2.subtract(dark, ink) * 255)
    return np.asarray(ink, dtype=np.uint8), np.asarray(shade, dtype=np.uint8)


def _find_hairlines(dark: Ink, lone: Ink, dpi: int, settings: LayoutSettings) -> Ink:
    """Of dots that stand alone, those that make dotted lines along x or y."""
    block = max(3, round(settings.stretch * dpi))
    found = _find_dotted(dark, lone, block, settings)
    turned = [np.asarray(cv2.transpose(picture), np.uint8) for picture in (dark, lone)]
    across = _find_dotted(turned[0], turned[1], block, settings)
    return found if not across.any() else np.asarray(cv2.max(found, cv2.transpose(across)), np.uint8)


def _find_dotted(dark: Ink, lone: Ink, block: int, settings: LayoutSettings) -> Ink:
    """The lone dots of lines of dots under each other, at least three blocks of so many pixels long.

    Dots are counted block by block, and looked at one by one only in blocks of such lines.
    """
    found = np.zeros_like(dark)
    if len(dark) < block:
        return found
    dots, alone = (_count(picture, block) for picture in (dark, lone))
    line = cv2.boxFilter(dots, cv2.CV_16U, (3, 1), normalize=False)
    beside = cv2.boxFilter(dots, cv2.CV_16U, (9, 1), normalize=False)
    is_line = (line >= settings.hairline_dots) & (line >= settings.hairline_share * beside)
    wide = cv2.dilate(is_line.astype(np.uint8), np.ones((1, 3), np.uint8))
    runs = cv2.morphologyEx(wide, cv2.MORPH_OPEN, np.ones((3, 1), np.uint8))
    columns = np.flatnonzero(np.any((np.asarray(runs) > 0) & (alone > 0), axis=0))
    stretch = len(runs) * block
    found[:stretch, columns] = lone[:stretch, columns] & np.repeat(np.asarray(runs)[:, columns], block, axis=0)
    return found


def _count(picture: Ink, block: int) -> Ink:
    """Ink pixels under each other, in every column, block by block; what is left below the last is not counted."""
    height, width = picture.shape
    whole = picture[: height // block * block]
    return np.asarray(whole.reshape(-1, block, width).sum(axis=1, dtype=np.uint8), np.uint8)


def _find_faded(shade: Shade, threshold: float, dpi: int, settings: LayoutSettings) -> Ink | None:
    """What is darker than halfway between the paper and the darkest nearby, where all nearby is faint; None where
    nothing is. Where that is, is found at half the size."""
    half = np.asarray(cv2.resize(shade, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.uint8)
    reach = max(3, round(settings.faded_reach * dpi / 2)) | 1
    darkest = np.asarray(cv2.erode(half, np.ones((reach, reach), np.uint8)), np.uint8)
    level = np.minimum(darkest // 2 + 128, round(settings.faintest_ink)).astype(np.uint8)
    faded = ((half < level) & (level > threshold)).astype(np.uint8)
    # Specks stand alone; of a letter there is more.
    crowd = cv2.blur(faded * 255, (reach, reach))
    _, place = cv2.threshold(crowd, 255 * settings.faded_share, 1, cv2.THRESH_BINARY)
    rows = np.flatnonzero(np.any(place, axis=1))
    if not rows.size:
        return None
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    part = shade[2 * top : min(2 * bottom, shade.shape[0])]
    size = (part.shape[1], part.shape[0])
    level = np.where(level[top:bottom] > threshold, level[top:bottom], 0).astype(np.uint8)
    level = np.asarray(cv2.resize(level, size, interpolation=cv2.INTER_NEAREST), np.uint8)
    # Grain, and the back of the sheet seen through grain, is darker in single pixels only.
    smooth = np.asarray(cv2.blur(part, (3, 3)), np.uint8)
    found = np.zeros_like(shade)
    found[2 * top : 2 * top + size[1]] = (smooth < level) & (
        cv2.resize(np.asarray(place, np.uint8)[top:bottom], size, interpolation=cv2.INTER_NEAREST) > 0
    )
    return found
