"""A page as pixels before it is turned upright, and what every source of pixels shares."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.model import Issue, Severity
from pipeline.page import Gray
from pipeline.settings import IngestSettings


@dataclass(frozen=True, slots=True)
class Raster:
    """gray: (height, width) uint8, 0 = black; color: (height, width, 3) uint8 RGB or None; dpi: square pixels."""

    gray: Gray
    color: Gray | None
    dpi: float
    issues: tuple[Issue, ...] = ()


def make_raster(pixels: npt.NDArray[np.uint8], dpi: float, settings: IngestSettings) -> Raster:
    """A raster from gray (h, w) or RGB (h, w, 3) pixels; RGB without any colour becomes gray."""
    if pixels.ndim == 2:
        return Raster(np.ascontiguousarray(pixels), None, dpi)
    gray = _uint8(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY))
    return Raster(gray, np.ascontiguousarray(pixels) if has_color(pixels, settings) else None, dpi)


def has_color(rgb: npt.NDArray[np.uint8], settings: IngestSettings) -> bool:
    """Whether any part of an RGB picture is coloured beyond the noise of scanner and JPEG."""
    height, width = rgb.shape[:2]
    step = max(1, round(max(height, width) / 800))
    small = cv2.resize(rgb, (max(1, width // step), max(1, height // step)), interpolation=cv2.INTER_AREA)
    chroma = small.max(axis=2).astype(np.int16) - small.min(axis=2)
    return bool((chroma > settings.color_chroma).mean() > settings.color_share)


def bound_raster(raster: Raster, page: int, settings: IngestSettings) -> Raster:
    """The raster within `settings.max_pixels`; a larger one is reduced, and an issue says so."""
    height, width = raster.gray.shape
    if height * width <= settings.max_pixels:
        return raster
    factor = (settings.max_pixels / (height * width)) ** 0.5
    size = (max(1, int(width * factor)), max(1, int(height * factor)))
    issue = Issue(
        code="image-reduced",
        severity=Severity.INFO,
        message=f"The page picture of {width} × {height} pixels was reduced to {size[0]} × {size[1]}.",
        page=page,
    )
    return replace(resize_raster(raster, size), dpi=raster.dpi * factor, issues=(*raster.issues, issue))


def resize_raster(raster: Raster, size: tuple[int, int]) -> Raster:
    """The raster at another (width, height); the dpi is left to the caller."""
    shrinks = size[0] * size[1] < raster.gray.size
    method = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    gray = _uint8(cv2.resize(raster.gray, size, interpolation=method))
    color = None if raster.color is None else _uint8(cv2.resize(raster.color, size, interpolation=method))
    return replace(raster, gray=gray, color=color)


def _uint8(pixels: npt.ArrayLike) -> npt.NDArray[np.uint8]:
    return np.asarray(pixels, dtype=np.uint8)
