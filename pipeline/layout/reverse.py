"""Light print on a dark ground, as in the headings of many tables: turned into dark print on paper before all else."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from pipeline.layout.screens import Mask
from pipeline.model import BBox
from pipeline.page import Gray, PageImage
from pipeline.pieces import find_pieces
from pipeline.settings import GroundSettings

_DEFAULTS = GroundSettings()


def turn_reversed(page: PageImage, *, settings: GroundSettings = _DEFAULTS) -> PageImage:
    """The page with light print on dark grounds made dark on paper, each ground with a rule around it; the same page
    when there is none. Coordinates stay."""
    grounds = find_grounds(page.gray, page.dpi, settings)
    if not grounds:
        return page
    gray = page.gray.copy()
    color = None if page.color is None else page.color.copy()
    for (x0, y0, x1, y1), mask in grounds:
        place = np.s_[y0:y1, x0:x1]
        turned = _turn(page.gray[place], mask, page.dpi, settings)
        gray[place] = turned
        if color is not None:  # what colour the print had says nothing about who wrote it
            color[place] = np.where((turned != page.gray[place])[..., None], turned[..., None], color[place])
    return replace(page, gray=gray, color=color)


def find_grounds(gray: Gray, dpi: int, settings: GroundSettings) -> list[tuple[BBox, Mask]]:
    """Dark areas with light print in them: the box of each, and its mask there.

    Found at a coarse resolution as what is dark over more than the widest stroke, print inside closed over.
    """
    coarse = settings.dpi / dpi
    small = np.asarray(cv2.resize(gray, None, fx=coarse, fy=coarse, interpolation=cv2.INTER_AREA), np.uint8)
    paper = float(np.percentile(small[::4, ::4], settings.paper))
    dark = (small < settings.darkest_share * paper).astype(np.uint8)
    stroke, reach, side = (
        round(inches * settings.dpi) | 1 for inches in (settings.widest_stroke, settings.gap, settings.blot)
    )
    core = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((stroke, stroke), np.uint8))
    if not np.any(core):
        return []
    closed = cv2.morphologyEx(core, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    # Bold letters right above the ground, and blots, have been joined to it.
    whole = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((side, side), np.uint8))
    contours, _ = cv2.findContours(whole, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    grounds = []
    for contour in contours:
        x, y, width, height = cv2.boundingRect(contour)
        at_edge = x <= 1 or y <= 1 or x + width >= small.shape[1] - 1 or y + height >= small.shape[0] - 1
        is_large = width >= settings.least[0] * settings.dpi and (height >= settings.least[1] * settings.dpi)
        if at_edge or not is_large:
            continue
        inside = np.zeros((height, width), np.uint8)
        cv2.drawContours(inside, [contour], -1, 1, cv2.FILLED, offset=(-x, -y))
        if inside.mean() < settings.filled:
            continue
        box = (round(x / coarse), round(y / coarse), round((x + width) / coarse), round((y + height) / coarse))
        box = (box[0], box[1], min(box[2], gray.shape[1]), min(box[3], gray.shape[0]))
        size = (box[2] - box[0], box[3] - box[1])
        mask = np.asarray(cv2.resize(inside, size, interpolation=cv2.INTER_NEAREST), np.uint8)
        if _has_light_print(gray[box[1] : box[3], box[0] : box[2]], mask, dpi, settings):
            grounds.append((box, mask))
    return grounds


def _levels(part: Gray, mask: Mask) -> tuple[float, float]:
    """How bright the ground is, and the print on it."""
    inside = part[mask > 0]
    return float(np.median(inside)), float(np.percentile(inside, 99))


def _has_light_print(part: Gray, mask: Mask, dpi: int, settings: GroundSettings) -> bool:
    """Whether there is print in a ground, and of one brightness all around it: a picture has many."""
    ground, print_ = _levels(part, mask)
    if print_ - ground < settings.contrast:
        return False
    light = ((part > (ground + print_) / 2) & (mask > 0)).astype(np.uint8)
    share = float(light.sum() / mask.sum())
    rest = part[(light == 0) & (mask > 0)]
    if not settings.print_share[0] <= share <= settings.print_share[1] or rest.std() > settings.spread:
        return False
    stats, _ = find_pieces(light)
    low, high = (size * dpi for size in settings.letter)
    heights, widths = stats[1:, cv2.CC_STAT_HEIGHT], stats[1:, cv2.CC_STAT_WIDTH]
    letters = (heights >= low) & (heights <= high) & (widths <= 2 * high)
    return int(letters.sum()) >= settings.letters


def _turn(part: Gray, mask: Mask, dpi: int, settings: GroundSettings) -> Gray:
    """The part with its ground as white as paper, its print black, and a rule along the edge of the ground."""
    ground, print_ = _levels(part, mask)
    turned = 255.0 * (1.0 - np.clip((part - ground) / (print_ - ground), 0.0, 1.0))
    out = np.where(mask > 0, turned, part).astype(np.uint8)
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    cv2.drawContours(out, contours, -1, 0, max(2, round(settings.rule * dpi)))
    return out
