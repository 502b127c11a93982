"""A page that a camera saw at an angle, or that was folded or curled: laid flat by its own lines and columns.

On such a page lines lie at one angle here and at another there. From the angles measured in the tiles of the page a
smooth field of shifts follows (polynomials whose slopes are these angles), and undoing it makes lines level and
columns upright everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.ingest.deskew import Tile, is_better_order, measure_order, measure_tiles
from pipeline.ingest.raster import Raster
from pipeline.model import Issue, Severity
from pipeline.page import Gray
from pipeline.settings import IngestSettings

_ALONG, _ASIDE = 3, 2
"""Highest powers of the place along a line, and of the line's own place: a sheet bends a few times at most."""

_STIFFNESS = 0.02
"""Weight against bends: a tile that was measured badly must not bend the page."""


def dewarp_page(raster: Raster, page: int, settings: IngestSettings) -> Raster:
    """The page with lines that run level and columns that stand upright all over it.

    Only pages lit unevenly, as a camera sees them, are looked at, and only those stay changed whose print shows that
    it was bent and is so no more.
    """
    if not is_unevenly_lit(raster.gray, settings):
        return raster
    flat = raster
    for _ in range(settings.dewarp_rounds):
        lines, columns = measure_tiles(flat.gray, settings)
        if len(lines) < settings.dewarp_tiles:
            break
        flat = _warp(flat, lines, columns)
    before, after = measure_order(raster.gray, settings), measure_order(flat.gray, settings)
    if flat is raster or not is_better_order(before, after, settings):
        return raster
    issue = Issue(
        code="page-straightened",
        severity=Severity.INFO,
        message=f"The print of page {page} was bent as in a photograph; it was straightened by its lines.",
        page=page,
    )
    return replace(flat, issues=(*flat.issues, issue))


def is_unevenly_lit(gray: Gray, settings: IngestSettings) -> bool:
    """Whether the paper is darker in some places than in others, as shadows and lamps make it, and scanners don't."""
    step = max(1, max(gray.shape) // settings.light_side)
    small = np.ascontiguousarray(gray[::step, ::step])  # paper is most of it: no mean is needed
    height, width = small.shape
    inner = small[height // 10 : height - height // 10, width // 10 : width - width // 10]
    paper = cv2.dilate(inner, np.ones((settings.light_block, settings.light_block), np.uint8))
    dark, light = np.percentile(paper, (5, 95))
    return bool(light - dark >= settings.light_range)


def _warp(raster: Raster, lines: Sequence[Tile], columns: Sequence[Tile]) -> Raster:
    height, width = raster.gray.shape
    usual = float(np.median([tile.angle for tile in lines]))
    if not columns:  # a page that is merely turned
        columns = [Tile(0.0, 0.0, -usual)]
    x, y = _powers(width, _ALONG), _powers(height, _ALONG)
    down = _fit([(tile.x, tile.y, tile.angle) for tile in lines], width / height)
    right = _fit([(tile.y, tile.x, tile.angle) for tile in columns], height / width)
    shift_y = y[:, : _ASIDE + 1] @ down.T @ x.T
    shift_x = y @ right @ x[:, : _ASIDE + 1].T
    map_y = (np.arange(height, dtype=np.float32)[:, None] + shift_y * np.float32(height / 2)).astype(np.float32)
    map_x = (np.arange(width, dtype=np.float32)[None, :] + shift_x * np.float32(width / 2)).astype(np.float32)

    def lay(pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
        flat = cv2.remap(pixels, map_x, map_y, interpolation=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(flat, np.uint8)

    return replace(raster, gray=lay(raster.gray), color=None if raster.color is None else lay(raster.color))


def _powers(size: int, highest: int) -> npt.NDArray[np.float32]:
    """(size, highest + 1): the powers of every place along a side, which runs from -1 to 1."""
    return np.vander(np.linspace(-1, 1, size), highest + 1, increasing=True).astype(np.float32)


def _fit(tiles: Sequence[tuple[float, float, float]], aspect: float) -> npt.NDArray[np.float32]:
    """(_ALONG + 1, _ASIDE + 1) coefficients of the shift across lines, by the powers of the place along and aside.

    tiles: place along (-1 to 1), place aside, degrees there; aspect: length of the side along by that aside. Shifts
    are shares of half the side aside.
    """
    along, aside, degrees = (np.array(values) for values in zip(*tiles, strict=True))
    slopes = np.tan(np.radians(degrees)) * aspect
    terms = [(i, j) for i in range(1, _ALONG + 1) for j in range(_ASIDE + 1)]
    design = np.stack([i * along ** (i - 1) * aside**j for i, j in terms], axis=1)
    stiff = np.diag([_STIFFNESS * len(tiles) * (i - 1 + j) for i, j in terms])
    found = np.linalg.solve(design.T @ design + stiff + 1e-9 * np.eye(len(terms)), design.T @ slopes)
    coefficients = np.zeros((_ALONG + 1, _ASIDE + 1), np.float32)
    for (i, j), value in zip(terms, found, strict=True):
        coefficients[i, j] = value
    return coefficients
