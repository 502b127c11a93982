"""Which ink becomes a line box, and what is told of the rest."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from layout.paper import BODY, Paper
from pipeline.layout import find_layout
from pipeline.page import LayerRule, LayerWord, Layout, PageImage

DATA = Path(__file__).parent.parent / "data" / "layout"


def crop(name: str, dpi: int) -> PageImage:
    gray = cv2.imread(str(DATA / name), cv2.IMREAD_GRAYSCALE)
    assert gray is not None
    return PageImage(number=1, gray=np.asarray(gray, dtype=np.uint8), color=None, dpi=dpi)


def boxes(layout: Layout) -> list[tuple[int, int, int, int]]:
    return [line.bbox for line in layout.lines]


def test_marks_stay_with_the_letter_under_them_where_lines_are_tight():
    paper = Paper()
    expected = [paper.letters(80, base, 30, marks=range(1, 30, 2)) for base in range(100, 400, 35)]
    assert boxes(find_layout(paper.page())) == expected


def test_lines_that_touch_are_parted():
    paper = Paper()
    for base in range(300, 600, 40):
        paper.letters(80, base, 30)
    for x in range(80, 500, 60):
        paper.gray[84:100, x : x + 40] = 20
        paper.gray[114:130, x : x + 40] = 20
    paper.down(212, 100, 114, thickness=3)
    found = boxes(find_layout(paper.page()))
    assert len(found) == 10
    assert found[0][3] <= 114
    assert found[1][1] >= 100


def test_a_title_keeps_its_large_marks():
    paper = Paper()
    for base in (400, 440, 480):
        paper.letters(80, base, 40)
    title = paper.letters(300, 120, 8, size=30)
    paper.gray[62:76, 300:330] = 20
    paper.gray[66:80, 360:388] = 20
    paper.gray[62:76, 420:450] = 20
    found = [box for box in boxes(find_layout(paper.page())) if box[1] < 200]
    assert found == [(300, 62, title[2], 120)]


def test_one_letter_one_digit_one_dash_in_a_cell_each_get_a_box():
    paper = Paper()
    paper.table((100, 160, 220, 280), (100, 200, 300))
    for base in range(400, 700, 40):
        paper.letters(80, base, 40)
    paper.letters(140, 140, 1)
    paper.across(190, 240, 248, thickness=3)
    paper.letters(140, 258, 1, marks=(0,))
    lines = [line for line in find_layout(paper.page()).lines if line.grid == 0]
    assert [line.cell for line in lines] == [0, 3, 4]
    assert lines[2].bbox == (140, 258 - BODY - 16, 152, 258)


def test_a_large_tick_in_a_cell_gets_a_box():
    paper = Paper()
    paper.table((100, 220, 340), (100, 300, 500))
    for base in range(400, 700, 40):
        paper.letters(80, base, 40)
    cv2.line(paper.gray, (340, 170), (360, 200), 60, 3)
    cv2.line(paper.gray, (360, 200), (420, 115), 60, 3)
    lines = [line for line in find_layout(paper.page()).lines if line.grid == 0]
    assert [line.cell for line in lines] == [1]


def test_lines_across_a_column_rule_belong_to_their_cells():
    paper = Paper()
    paper.table((100, 180, 260), (100, 400, 700))
    for x, base in ((110, 130), (110, 165), (410, 130), (110, 210)):
        paper.letters(x, base, 18)
    assert [(line.cell, line.bbox[0], line.bbox[3]) for line in find_layout(paper.page()).lines] == [
        (0, 110, 130),
        (0, 110, 165),
        (1, 410, 130),
        (2, 110, 210),
    ]


def test_reading_order_is_head_table_tail_and_left_before_right():
    paper = Paper()
    tail = paper.letters(80, 500, 20)
    right, left = paper.letters(600, 60, 10), paper.letters(80, 60, 10)
    paper.table((100, 180, 260), (100, 400, 700))
    inside = [paper.letters(420, 150, 8), paper.letters(120, 230, 8)]
    assert boxes(find_layout(paper.page())) == [left, right, *inside, tail]


def test_grain_and_punch_holes_are_no_lines():
    paper = Paper()
    for base in range(100, 700, 40):
        paper.letters(120, base, 40)
    cv2.circle(paper.gray, (50, 300), 22, 30, cv2.FILLED)
    paper.grain(150)
    layout = find_layout(paper.page())
    assert len(layout.lines) == 15
    assert [issue.code for issue in layout.issues] == ["non-text-region"]
    assert layout.issues[0].severity == "info"


def test_an_emblem_is_named_and_not_read():
    paper = Paper()
    for base in range(300, 700, 40):
        paper.letters(120, base, 40)
    cv2.ellipse(paper.gray, (180, 130), (50, 60), 0, 0, 360, 20, 9)
    layout = find_layout(paper.page())
    assert len(layout.lines) == 10
    assert [issue.code for issue in layout.issues] == ["non-text-region"]


def test_ink_too_wide_for_a_picture_goes_to_review():
    paper = Paper()
    for base in range(400, 700, 40):
        paper.letters(120, base, 40)
    cv2.ellipse(paper.gray, (500, 150), (380, 90), 0, 0, 360, 20, 6)
    issues = find_layout(paper.page()).issues
    assert [(issue.code, issue.severity) for issue in issues] == [("ink-outside-lines", "review")]


def test_broken_faint_writing_goes_to_review():
    paper = Paper()
    paper.table((100, 220, 340), (100, 300, 500))
    for base in range(400, 700, 40):
        paper.letters(80, base, 40)
    for step in range(8):
        paper.gray[200 - step * 7 : 203 - step * 7, 360 + step * 6 : 363 + step * 6] = 90
    layout = find_layout(paper.page())
    assert [issue.code for issue in layout.issues] == ["ink-outside-lines"]
    x0, y0, x1, y1 = layout.issues[0].bbox or (0, 0, 0, 0)
    assert x0 <= 362
    assert x1 >= 400
    assert y0 <= 155
    assert y1 >= 200


def test_a_blank_page_has_nothing():
    assert find_layout(Paper().page()) == Layout()


def test_a_page_of_one_colour_or_of_one_row_has_nothing():
    for shape in ((50, 400), (400, 50), (8, 8)):
        for shade in (0, 255):
            page = PageImage(number=1, gray=np.full(shape, shade, np.uint8), color=None, dpi=200)
            assert not find_layout(page).grids


def test_a_text_layer_page_takes_words_and_vector_rules():
    paper = Paper()
    rules = [LayerRule((100, y, 901, y + 1)) for y in (100, 180, 260)]
    rules += [LayerRule((x, 100, x + 1, 261)) for x in (100, 500, 900)]
    words = tuple(
        LayerWord(text, bbox)
        for text, bbox in (
            ("ข้อ", (110, 120, 150, 140)),
            ("ก", (160, 121, 175, 139)),
            ("ข", (110, 150, 130, 170)),
            ("ค", (510, 200, 530, 220)),
            ("ง", (110, 300, 130, 320)),
        )
    )
    page = PageImage(
        number=1, gray=paper.gray, color=None, dpi=200, source="text_layer", words=words, rules=tuple(rules)
    )
    layout = find_layout(page)
    assert [(grid.rows, grid.cols) for grid in layout.grids] == [(2, 2)]
    assert [(line.bbox, line.cell) for line in layout.lines] == [
        ((110, 120, 175, 140), 0),
        ((110, 150, 130, 170), 0),
        ((510, 200, 530, 220), 3),
        ((110, 300, 130, 320), None),
    ]


@pytest.mark.parametrize(
    ("name", "dpi", "expected"),
    [
        ("paragraph-200.png", 200, [(209, 15, 1269, 62), (11, 69, 1270, 113), (13, 112, 512, 162)]),
        (
            "tight-cell-200.png",
            200,
            [
                (15, 15, 370, 47), (15, 61, 430, 102), (15, 106, 402, 138), (15, 142, 381, 193),
                (15, 197, 413, 238), (15, 243, 433, 283), (16, 286, 445, 329), (16, 332, 105, 364),
            ],
        ),
    ],
)  # fmt: skip
def test_real_lines_hold_their_own_marks_and_no_others(name, dpi, expected):
    found = boxes(find_layout(crop(name, dpi)))
    assert len(found) == len(expected)
    assert np.abs(np.array(found) - expected).max() <= 3


def test_bowed_broken_rules_of_a_sheet_that_lay_uneven_make_their_rows():
    layout = find_layout(crop("bowed-broken-200.png", 200))
    assert [(grid.rows, grid.cols, grid.by_alignment) for grid in layout.grids] == [(4, 6, False)]


def test_leaders_join_the_line_they_run_under():
    found = boxes(find_layout(crop("leaders-150.png", 150)))
    # "ที่ …" and "วันที่ …" are parted by wide white; every line reaches to the end of its dots.
    assert [(box[0] // 50, round(box[2] / 50)) for box in found] == [(0, 19), (0, 7), (6, 19), (0, 19), (0, 19)]


def test_stems_of_letters_that_begin_their_lines_under_each_other_are_no_streak():
    paper = Paper(height=700)
    for line in range(9):
        paper.letters(120, 120 + 56 * line, 12 + line % 3)
    paper.scanned()
    lines = find_layout(paper.page()).lines
    assert len(lines) == 9
    assert all(abs(line.bbox[0] - 120) <= 2 for line in lines)
