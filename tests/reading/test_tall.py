"""Ink that is taller than print is seen where it passes a digit, and nowhere else."""

from __future__ import annotations

import numpy as np

from pipeline.reading.strips import BASELINE, BODY, HEIGHT
from pipeline.reading.tall import find_tall_ink
from pipeline.settings import ReaderSettings


def printed() -> np.ndarray:
    """Three letters, twenty columns apart."""
    strip = np.zeros((HEIGHT, 70), np.uint8)
    for left in (5, 25, 45):
        strip[round(BASELINE - BODY) : round(BASELINE), left : left + 3] = 255
        strip[round(BASELINE - BODY), left : left + 9] = 255
    return strip


def test_print_alone_is_not_crossed() -> None:
    assert find_tall_ink(printed(), (9, 29, 49), ReaderSettings()) == (False, False, False)


def test_a_stroke_over_one_letter_is_told_of_that_letter() -> None:
    strip = printed()
    strip[4:44, 29:31] = 255
    assert find_tall_ink(strip, (9, 29, 49), ReaderSettings()) == (False, True, False)


def test_a_line_above_that_only_comes_near_is_none() -> None:
    strip = printed()
    strip[0:10] = 255
    assert find_tall_ink(strip, (9, 29, 49), ReaderSettings()) == (False, False, False)
