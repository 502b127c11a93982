from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.ingest import load_page, open_document, upright
from pipeline.ingest.raster import Raster
from pipeline.ingest.upright import find_turn, make_upright
from pipeline.settings import IngestSettings

SETTINGS = IngestSettings()


@pytest.fixture(scope="module")
def page() -> np.ndarray:
    with Image.open(Path(__file__).parent / "data" / "page.png") as image:
        sharp = np.array(image.convert("L"))
    return cv2.GaussianBlur(sharp, (0, 0), 0.8)


def skewed(page: np.ndarray, clockwise: float) -> np.ndarray:
    height, width = page.shape
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), -clockwise, 1.0)
    return cv2.warpAffine(page, matrix, (width, height), borderValue=255)


@pytest.mark.parametrize("with_second_opinion", [True, False])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_every_quarter_turn_is_undone(page, rotation, with_second_opinion, monkeypatch):
    if not with_second_opinion:
        monkeypatch.setattr(upright, "ask_rotation", lambda *_: None)
    lying = np.ascontiguousarray(np.rot90(page, rotation // 90))
    raster, turn = make_upright(Raster(lying, None, 150.0), 1, SETTINGS)
    assert (turn.rotation, turn.is_certain) == (rotation, True)
    assert np.array_equal(raster.gray, page)


@pytest.mark.parametrize("angle", [-4.8, -1.3, -0.4, -0.1, 0.1, 0.25, 0.7, 2.6, 4.9])
def test_skew_is_measured_to_a_twentieth_of_a_degree(page, angle):
    assert find_turn(skewed(page, angle), SETTINGS).skew == pytest.approx(angle, abs=0.05)


def test_a_level_page_is_left_alone(page):
    raster, turn = make_upright(Raster(page, None, 150.0), 1, SETTINGS)
    assert turn.skew == 0
    assert raster.gray is page


def test_a_skewed_page_comes_back_level(page):
    raster, turn = make_upright(Raster(skewed(page, 2.0), None, 150.0), 1, SETTINGS)
    assert turn.skew == pytest.approx(2.0, abs=0.05)
    inner = (slice(150, -150), slice(100, -100))
    assert np.abs(raster.gray[inner].astype(int) - page[inner]).mean() < 6


def test_skew_and_rotation_together(page):
    turn = find_turn(np.ascontiguousarray(np.rot90(skewed(page, 1.5))), SETTINGS)
    assert turn.rotation == 90
    assert turn.skew == pytest.approx(1.5, abs=0.05)


@pytest.mark.parametrize("kind", ["blank", "noise", "speckle", "photo", "dithered photo"])
def test_pages_without_lines_stay_as_they_are(kind):
    rng = np.random.default_rng(0)
    photo = cv2.resize(rng.integers(0, 255, (20, 15), dtype=np.uint8), (1240, 1754), interpolation=cv2.INTER_CUBIC)
    pages = {
        "blank": np.full((1754, 1240), 250, np.uint8),
        "noise": rng.integers(200, 255, (1754, 1240), dtype=np.uint8),
        "speckle": np.where(rng.random((1754, 1240)) < 0.93, 255, 0).astype(np.uint8),
        "photo": photo,
        "dithered photo": np.where(rng.integers(0, 255, photo.shape) < photo, 255, 0).astype(np.uint8),
    }
    turn = find_turn(pages[kind], SETTINGS)
    assert (turn.rotation, turn.skew) == (0, 0.0)


def test_lines_of_capitals_are_not_turned():
    image = Image.new("L", (1240, 1754), 255)
    font = ImageFont.load_default(30)
    for row in range(30):
        text = "THE QUICK BROWN FOX JUMPS OVER THE LAZY DOG"[row % 5 :]
        ImageDraw.Draw(image).text((120, 100 + row * 50), text, font=font, fill=0)
    assert find_turn(np.array(image), SETTINGS).rotation == 0


def test_the_page_says_what_was_undone(page, tmp_path):
    path = tmp_path / "lying.png"
    Image.fromarray(np.rot90(skewed(page, -0.8))).save(path)
    loaded = load_page(open_document(path), 1)
    assert loaded.rotation == 90
    assert loaded.skew == pytest.approx(-0.8, abs=0.05)
    assert loaded.gray.shape == page.shape
