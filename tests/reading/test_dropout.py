"""Coloured ink over black print does not reach the reader; print in colour does."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.page import LineBox, PageImage
from pipeline.reading.dropout import is_crossed_by_colour, part_colours
from pipeline.settings import ReadingSettings

SETTINGS = ReadingSettings()
BOX = LineBox(bbox=(0, 0, 300, 60))
BLUE = (40, 70, 190)


def page(black: int, blue: int) -> PageImage:
    """Paper with so many columns of black and of blue ink."""
    color = np.full((60, 300, 3), 240, np.uint8)
    color[20:40, :black] = 25
    color[30:40, 200 : 200 + blue] = BLUE
    return PageImage(number=1, gray=color.mean(axis=2).astype(np.uint8), color=color, dpi=200)


@pytest.mark.parametrize(("black", "blue", "crossed"), [(100, 0, False), (100, 20, True), (0, 80, False)])
def test_a_line_is_crossed_when_some_of_its_ink_is_coloured(black: int, blue: int, crossed: bool) -> None:
    paper = page(black, blue)
    colours = part_colours(paper)
    assert colours is not None
    assert is_crossed_by_colour(paper.gray, colours, BOX, SETTINGS) is crossed


def test_coloured_ink_goes_and_black_stays() -> None:
    colours = part_colours(page(100, 20))
    assert colours is not None
    assert colours.plain[35, 50] == 25
    assert colours.plain[35, 210] == 190


def test_a_grey_page_has_no_colours_to_drop() -> None:
    gray = PageImage(number=1, gray=np.full((60, 300), 200, np.uint8), color=None, dpi=200)
    assert part_colours(gray) is None
