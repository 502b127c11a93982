"""Marks larger than their column."""

from __future__ import annotations

import cv2
import numpy as np

from layout.paper import Paper
from pipeline.layout import find_layout

ROWS = (200, 280, 360, 440)
COLUMNS = (100, 600, 680, 760, 840)


def inked(paper: Paper, row: int) -> list[bool]:
    """Which status columns of a row hold ink."""
    (grid,) = find_layout(paper.page()).grids
    return [cell.ink > 0.01 for cell in grid.cells if cell.row == row and cell.col > 0]


def drawn(*strokes: tuple[tuple[int, int], ...]) -> Paper:
    paper = Paper()
    paper.table(ROWS, COLUMNS)
    for base in (250, 330, 410):
        paper.letters(120, base, 20)
    for stroke in strokes:
        cv2.polylines(paper.gray, [np.array(stroke)], False, 60, 4)
    return paper


def test_a_tick_whose_arm_runs_over_the_rule_marks_the_cell_it_was_set_in():
    paper = drawn(((610, 320), (625, 350), (705, 295)))
    assert inked(paper, 1) == [True, False, False]
    assert [issue.code for issue in find_layout(paper.page()).issues] == ["marks-over-rules"]


def test_print_in_the_box_of_a_piece_stays():
    paper = drawn(((610, 340), (625, 356), (735, 288)), ((694, 345), (700, 351)))
    assert inked(paper, 1)[0]
    assert any(line.bbox[0] >= 684 for line in find_layout(paper.page()).lines if line.bbox[1] > 330)


def test_a_stroke_half_in_one_cell_and_half_in_the_other_stays_in_both():
    assert inked(drawn(((650, 350), (710, 300))), 1) == [True, True, False]


def test_two_marks_side_by_side_stay_two():
    paper = drawn(((620, 345), (660, 300)), ((700, 345), (740, 300)))
    assert inked(paper, 1) == [True, True, False]
    assert not find_layout(paper.page()).issues


def test_what_is_left_of_a_rule_takes_no_letters_beside_it():
    paper = drawn()
    paper.down(640, 284, 358, thickness=3)  # as high as its cell, and no mark
    paper.letters(688, 330, 3)
    lines = find_layout(paper.page()).lines
    assert any(line.cell is not None and line.bbox[0] >= 684 and line.bbox[2] - line.bbox[0] > 30 for line in lines)
    assert not find_layout(paper.page()).issues
