"""Pages that a camera saw bent are laid flat by their own lines; what a scanner saw stays as it is."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from pipeline.ingest import load_page, open_document
from pipeline.ingest.dewarp import dewarp_page, is_unevenly_lit
from pipeline.ingest.raster import Raster
from pipeline.layout import find_layout
from pipeline.page import PageImage
from pipeline.settings import IngestSettings

SETTINGS = IngestSettings()
TABLE = "nong-saen-suk-2565-plan.pdf"


def page_of(name: str, number: int) -> np.ndarray:
    return load_page(open_document(Path("samples") / name), number).gray


def bent(gray: np.ndarray, curl: float, turn: float) -> np.ndarray:
    """As a camera sees a curled sheet under a lamp. curl: shift in shares of the height; turn: of the columns."""
    height, width = gray.shape
    x, y = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
    map_x = np.arange(width)[None, :] + turn * width * y * (1 + 0.3 * x)
    map_y = np.arange(height)[:, None] + curl * height * (x**2 + 0.3 * x * y)
    seen = cv2.remap(
        gray, map_x.astype(np.float32), map_y.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    light = np.clip(1.1 - 0.35 * (x + 1) / 2 - 0.1 * y, 0, 1)
    return (seen * light).astype(np.uint8)


@pytest.mark.parametrize(("curl", "turn"), [(0.01, 0.01), (-0.015, 0.02)])
def test_a_bent_page_is_laid_flat_and_its_table_found(curl: float, turn: float) -> None:
    gray = page_of(TABLE, 2)
    cells = [len(grid.cells) for grid in find_layout(PageImage(number=1, gray=gray, color=None, dpi=200)).grids]
    photo = Raster(bent(gray, curl, turn), None, 200)
    flat = dewarp_page(photo, 1, SETTINGS)
    assert [issue.code for issue in flat.issues] == ["page-straightened"]
    found = find_layout(PageImage(number=1, gray=flat.gray, color=None, dpi=200)).grids
    assert [len(grid.cells) for grid in found] == cells


def test_scans_are_evenly_lit_and_stay_as_they_are() -> None:
    for name, number in ((TABLE, 1), ("fa-sai-2565-plan.pdf", 2), ("one-page-report.jpg", 1)):
        gray = page_of(name, number)
        assert not is_unevenly_lit(gray, SETTINGS)
        raster = Raster(gray, None, 200)
        assert dewarp_page(raster, 1, SETTINGS) is raster


def test_a_photograph_taken_straight_stays_as_it_is() -> None:
    raster = Raster(bent(page_of(TABLE, 2), 0.0, 0.0), None, 200)
    assert dewarp_page(raster, 1, SETTINGS) is raster


def test_an_empty_sheet_under_a_lamp_stays_as_it_is() -> None:
    raster = Raster(bent(np.full((800, 600), 230, np.uint8), 0.01, 0.01), None, 100)
    assert dewarp_page(raster, 1, SETTINGS) is raster
