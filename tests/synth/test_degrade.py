import cv2
import numpy as np
import pytest

from pipeline.synth.degrade import cut_bottom, degrade, to_one_bit, turn
from pipeline.synth.spec import Scan


def ruled_page(height=400, width=300):
    page = np.full((height, width), 255, np.uint8)
    page[100:103, 40:260] = 0
    page[40:360, 60:63] = 0
    return page


def test_the_same_seed_gives_the_same_pixels():
    scan = Scan(bands=1, streaks=1, gaps=5, shadow=0.3, bleed=0.1, fold=True)
    first = degrade(ruled_page(), scan, np.random.default_rng(7))
    assert np.array_equal(first, degrade(ruled_page(), scan, np.random.default_rng(7)))
    assert first.shape == (400, 300)


def test_colour_stays_colour():
    page = np.repeat(ruled_page()[..., None], 3, axis=2)
    assert degrade(page, Scan(color=True), np.random.default_rng(1)).shape == (400, 300, 3)


@pytest.mark.parametrize("skew", [-0.9, 0.6])
def test_undoing_the_skew_counter_clockwise_gives_the_page_back(skew):
    page = cv2.GaussianBlur(ruled_page(), (0, 0), 2).astype(np.float32)
    turned = turn(page, skew, paper=255.0)
    matrix = cv2.getRotationMatrix2D((149.5, 199.5), skew, 1.0)
    back = cv2.warpAffine(turned, matrix, (300, 400), borderValue=(255.0,))
    assert np.abs(turned - page).max() > 60
    assert np.abs(back - page)[20:-20, 20:-20].max() < 20


@pytest.mark.parametrize("dither", [False, True])
def test_one_bit_pages_are_black_and_white(dither):
    gray = np.tile(np.linspace(0, 255, 300, dtype=np.float32), (50, 1))
    assert set(np.unique(to_one_bit(gray, Scan(dither=dither)))) == {0, 255}


def test_what_lies_below_the_glass_is_lost():
    page = np.zeros((400, 300), np.float32)
    cut = cut_bottom(page, Scan(dpi=254, cut_bottom_mm=5, paper=240))
    assert (cut[-50:] == 240).all()
    assert (cut[:-50] == 0).all()
