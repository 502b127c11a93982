"""Lines → strips: one baseline, one body, whatever the size on the page."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.reading.strips import BASELINE, BODY, HEIGHT, SIDE, cut_strip


def bar_page(body: int, base: int, paper: int = 255) -> np.ndarray:
    """A page with one solid letter: a bar from its top to the baseline."""
    gray = np.full((base + 3 * body, 20 * body), paper, np.uint8)
    gray[base - body : base, 5 * body : 15 * body] = 20
    return gray


@pytest.mark.parametrize("body", [10, 16, 19, 28, 40])
def test_letters_have_one_size_and_stand_on_one_row(body: int) -> None:
    base = 4 * body
    strip, _ = cut_strip(bar_page(body, base), 5 * body, 15 * body, base, body)
    rows = np.flatnonzero(strip[:, strip.shape[1] // 2] > 127)
    assert strip.shape[0] == HEIGHT
    assert rows[0] == pytest.approx(BASELINE - BODY, abs=1)
    assert rows[-1] == pytest.approx(BASELINE - 1, abs=1)
    assert strip.shape[1] == pytest.approx(10 * BODY + 2 * SIDE * BODY, abs=2)


@pytest.mark.parametrize("paper", [255, 200, 120])
def test_paper_is_nothing_and_ink_is_full(paper: int) -> None:
    strip, _ = cut_strip(bar_page(19, 80, paper), 95, 285, 80, 19)
    assert strip[0].max() < 20
    assert strip.max() > 240


def test_columns_are_told_in_page_pixels() -> None:
    _, left = cut_strip(bar_page(31, 124), 155, 465, 124, 31)
    assert left == pytest.approx(155 - SIDE * 31)


def test_a_line_at_the_edge_of_the_page_gets_paper_beyond() -> None:
    page = bar_page(16, 30)
    strip, _ = cut_strip(page, -10, page.shape[1] + 10, 10, 16)
    assert strip.shape[0] == HEIGHT
    far, _ = cut_strip(page, 10_000, 10_100, 30, 16)
    assert not far.any()
