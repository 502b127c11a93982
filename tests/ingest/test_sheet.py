"""Sheets that were photographed at an angle are laid flat; what a scanner saw stays as it is."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from pipeline.ingest import load_page, open_document
from pipeline.ingest.raster import Raster
from pipeline.ingest.sheet import find_sheet, flatten_sheet
from pipeline.settings import IngestSettings
from pipeline.synth.degrade import black_border, photograph
from pipeline.synth.spec import Scan

SETTINGS = IngestSettings()
SAMPLES = Path("samples")


def page_of(name: str, number: int) -> np.ndarray:
    return load_page(open_document(SAMPLES / name), number).gray


def taken(gray: np.ndarray, photo: float, seed: int = 3) -> np.ndarray:
    """As a camera sees it."""
    rng = np.random.default_rng(seed)
    seen = photograph(gray.astype(np.float32), Scan(photo=photo), rng) + rng.normal(0, 4, gray.shape)
    return cv2.GaussianBlur(np.clip(seen, 0, 255).astype(np.uint8), (0, 0), 0.8)


@pytest.mark.parametrize("photo", [0.03, 0.08])
@pytest.mark.parametrize(("name", "number"), [("nong-saen-suk-2566-report.pdf", 1), ("fa-sai-2565-plan.pdf", 2)])
def test_a_photographed_sheet_is_laid_flat(name: str, number: int, photo: float) -> None:
    gray = page_of(name, number)
    flat = flatten_sheet(Raster(taken(gray, photo), None, 200), 1, SETTINGS)
    assert [issue.code for issue in flat.issues] == ["page-straightened"]
    small = [cv2.resize(picture, (160, 226), interpolation=cv2.INTER_AREA) for picture in (gray, flat.gray)]
    shade = [picture.astype(np.float32) - cv2.blur(picture, (41, 41)) for picture in small]
    assert np.corrcoef(shade[0].ravel(), shade[1].ravel())[0, 1] > 0.7


def test_the_corners_are_found_to_a_hundredth_of_the_width() -> None:
    picture = np.full((2339, 1654), 90, np.uint8)
    corners = np.array([[80, 60], [1590, 110], [1560, 2280], [120, 2240]])
    cv2.fillConvexPoly(picture, corners, 230)
    cv2.circle(picture, (100, 1400), 60, 120, cv2.FILLED)  # a thumb on the edge
    found = find_sheet(picture, SETTINGS)
    assert found is not None
    assert np.abs(found - corners).max() < 8


def test_a_scan_stays_as_it_is() -> None:
    gray = page_of("nong-saen-suk-2566-report.pdf", 1)
    raster = Raster(gray, None, 200)
    assert flatten_sheet(raster, 1, SETTINGS) is raster


def test_black_borders_that_lie_otherwise_than_the_print_are_no_sheet() -> None:
    gray = page_of("fa-sai-2565-plan.pdf", 2)
    bordered = black_border(gray.astype(np.float32), Scan(border_mm=12), np.random.default_rng(1)).astype(np.uint8)
    raster = Raster(bordered, None, 300)
    assert flatten_sheet(raster, 1, SETTINGS) is raster


def test_an_empty_picture_has_no_sheet() -> None:
    assert find_sheet(np.full((400, 300), 200, np.uint8), SETTINGS) is None
