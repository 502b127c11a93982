"""Digits in blue ink among black print are told apart by their colour, whatever they look like."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.page import COLOURED_INK, LineBox, PageImage, ReadLine
from pipeline.reading.coloured import find_coloured, find_left_out
from pipeline.reading.dropout import part_colours
from pipeline.settings import ReadingSettings

WHITE, BLACK, BLUE, UNDER_A_STAMP, MARKER = (240, 238, 235), (30, 30, 30), (50, 70, 160), (28, 28, 55), (250, 240, 90)
WIDTH = 20
BOX = LineBox(bbox=(0, 0, 400, 40), base=30.0, body=20.0)

Colour = tuple[int, int, int]


def find(text: str, inks: dict[int, Colour], paper: Colour = WHITE) -> list[str]:
    """What is doubted of a line whose characters are black bars, those at these places of another ink."""
    color = np.full((40, 400, 3), paper, np.uint8)
    for place, char in enumerate(text):
        if not char.isspace():
            color[12:30, place * WIDTH + 6 : place * WIDTH + 14] = inks.get(place, BLACK)
    gray = (color @ np.array([0.3, 0.59, 0.11])).astype(np.uint8)
    page = PageImage(number=1, gray=gray, color=color, dpi=200)
    colours = part_colours(page)
    assert colours is not None
    edges = tuple(range(0, WIDTH * len(text) + 1, WIDTH))
    line = ReadLine(bbox=BOX.bbox, raw=text, text=text, confidence=1.0, confidences=(1.0,) * len(text), edges=edges)
    doubts = find_coloured(line, BOX, gray, colours, ReadingSettings())
    assert all(doubt.reason == COLOURED_INK for doubt in doubts)
    return [text[doubt.start : doubt.end] for doubt in doubts]


def test_a_blue_day_is_no_print() -> None:
    assert find("ท ๒๒ มค ๖๗", {2: BLUE, 3: BLUE}) == ["๒๒"]


def test_one_hand_writes_all_of_a_number() -> None:
    assert find("กข/๒๗๑", {3: BLUE, 4: BLUE}) == ["๒๗๑"]


def test_a_stamped_date_is_doubted_as_a_whole() -> None:
    assert find("ท 7 ม.ค. 65", dict.fromkeys(range(2, 11), BLUE)) == ["7 ม.ค. 65"]


def test_blue_letters_without_a_number_are_left_to_others() -> None:
    assert find("ทราบ ๒๒", dict.fromkeys(range(4), BLUE)) == []


@pytest.mark.parametrize("inks", [{}, {2: UNDER_A_STAMP, 3: UNDER_A_STAMP}])
def test_black_digits_are_print_under_a_stamp_too(inks: dict[int, Colour]) -> None:
    assert find("ท ๒๒ มค", inks) == []


def test_black_digits_on_a_marker_are_print() -> None:
    assert find("ท ๒๒ มค", {}, paper=MARKER) == []


@pytest.mark.parametrize(("ink", "gap", "told"), [(BLUE, 4, True), (WHITE, 4, False), (BLUE, 1, False)])
def test_a_wide_gap_with_something_written_in_it_is_doubted(ink: Colour, gap: int, told: bool) -> None:
    """The day of a date that is left blank in print: without the colours it reads as blank."""
    color = np.full((40, 400, 3), WHITE, np.uint8)
    for left in (6, 26, 46, 150, 170, 190):
        color[12:30, left : left + 8] = BLACK
    color[8:30, 66 : 66 + 8] = ink
    gray = (color @ np.array([0.3, 0.59, 0.11])).astype(np.uint8)
    colours = part_colours(PageImage(number=1, gray=gray, color=color, dpi=200))
    assert colours is not None
    edges = (0, 20, 40, 60, 60 + gap * 20, 160, 180, 200)
    line = ReadLine(bbox=BOX.bbox, raw="วนท มกร", text="วนท มกร", confidence=1.0, confidences=(1.0,) * 7, edges=edges)
    doubts = find_left_out(line, BOX, colours, ReadingSettings())
    assert [(doubt.start, doubt.end, doubt.reason) for doubt in doubts] == ([(3, 4, COLOURED_INK)] if told else [])
