"""Seals in coloured ink tell no columns, ticks in coloured ink do."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.layout.colour import is_coloured, leave_out_colour
from pipeline.settings import LayoutSettings

SETTINGS = LayoutSettings()
BLUE = (70, 80, 190)
SEAL = (400, 300, 640, 540)
TICK = (120, 120, 160, 160)


def page() -> tuple[np.ndarray, np.ndarray]:
    """The ink and the colours of a page with black bars, a blue seal and a blue tick."""
    color = np.full((700, 800, 3), (240, 238, 232), np.uint8)
    for y in range(100, 680, 40):
        color[y : y + 16, 200:700:12] = (30, 30, 30)
        color[y : y + 3, 200:700] = (30, 30, 30)
    cv2.circle(color, (520, 420), 112, BLUE, 4)
    cv2.circle(color, (520, 420), 80, BLUE, 3)
    cv2.line(color, (125, 140), (135, 155), BLUE, 4)
    cv2.line(color, (135, 155), (158, 122), BLUE, 4)
    ink = (color.min(axis=2) < 150).astype(np.uint8)
    return ink, color


def test_a_seal_is_left_out_and_a_tick_stays():
    ink, color = page()
    plain = leave_out_colour(ink, color, 200, SETTINGS)
    assert plain[300:540, 400:640].sum() < ink[300:540, 400:640].sum()
    assert plain[416:424, 405:412].sum() == 0  # the rim
    assert (plain[120:160, 120:160] == ink[120:160, 120:160]).all()
    assert is_coloured((404, 410, 414, 430), ink, plain, SETTINGS)
    assert not is_coloured(TICK, ink, plain, SETTINGS)


def test_a_page_printed_in_blue_keeps_its_print():
    ink, color = page()
    color[ink > 0] = BLUE
    assert leave_out_colour(ink, color, 200, SETTINGS) is ink


def test_print_on_a_coloured_band_stays():
    ink, color = page()
    band = color[100:400]
    band[ink[100:400] == 0] = (205, 220, 245)
    assert leave_out_colour(ink, color, 200, SETTINGS)[110, 200:300].sum() == ink[110, 200:300].sum()


def test_a_grey_page_has_no_colours():
    ink, _ = page()
    assert leave_out_colour(ink, None, 200, SETTINGS) is ink
