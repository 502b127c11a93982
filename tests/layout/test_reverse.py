"""Light print on dark grounds becomes dark print on paper; nothing else changes."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from layout.paper import Paper
from pipeline.layout import find_layout, turn_reversed
from pipeline.page import PageImage

ROWS, COLUMNS = (200, 270, 350, 430), (100, 200, 480, 760, 950)


def table(ground: int, letters: int = 250) -> Paper:
    """A ruled table with headings in light print on a dark ground, no rules between them."""
    paper = Paper(width=1050)
    paper.table(ROWS[1:], COLUMNS)
    for row in ROWS[1:-1]:
        for left in COLUMNS[:-1]:
            paper.letters(left + 20, row + 50, 3)
    for left in COLUMNS[:-1]:
        paper.letters(left + 20, 245, 4)
    part = paper.gray[ROWS[0] : ROWS[1], COLUMNS[0] : COLUMNS[-1]]
    part[:] = np.where(part < 128, letters, ground)
    return paper


@pytest.mark.parametrize("ground", [0, 40, 110, 150])
def test_headings_on_a_dark_ground_are_a_row_of_their_table(ground):
    paper = table(ground)
    paper.scanned()
    layout = find_layout(turn_reversed(paper.page()))
    assert [(grid.rows, grid.cols) for grid in layout.grids] == [(3, 4)]
    heads = {line.cell for line in layout.lines if line.cell is not None and layout.grids[0].cells[line.cell].row == 0}
    assert len(heads) == 4


def test_light_rules_between_headings_part_them():
    paper = table(60)
    for x in COLUMNS[1:-1]:
        paper.down(x, ROWS[0] + 2, ROWS[1] - 2, thickness=3, ink=240)
    gray = turn_reversed(paper.page()).gray
    assert gray[230, COLUMNS[1] + 1] < 60 and gray[230, COLUMNS[1] - 20] > 200


def test_colours_go_with_the_print():
    paper = table(60)
    color = np.repeat(paper.gray[:, :, None], 3, axis=2)
    color[ROWS[0] : ROWS[1], COLUMNS[0] : COLUMNS[-1], 2] += 60
    page = turn_reversed(PageImage(number=1, gray=paper.gray, color=color, dpi=200))
    assert page.color is not None
    inside = page.color[ROWS[0] + 8 : ROWS[1] - 8, COLUMNS[0] + 8 : COLUMNS[-1] - 8].astype(int)
    assert int((inside.max(axis=2) - inside.min(axis=2)).max()) == 0


def _bar(paper: Paper) -> None:
    paper.gray[300:340, 500:800] = 40


def _border(paper: Paper) -> None:
    paper.gray[:, :90] = 20
    paper.gray[100:130, 20:70] = 240


def _picture(paper: Paper) -> None:
    paper.gray[300:500, 300:700] = cv2.resize(
        np.random.default_rng(5).integers(0, 200, (20, 40), dtype=np.uint8), (400, 200)
    )


def _bold_title(paper: Paper) -> None:
    paper.letters(300, 340, 12, size=32)


@pytest.mark.parametrize("draw", [_bar, _border, _picture, _bold_title])
def test_what_holds_no_light_print_stays_as_it_is(draw):
    """The bar of a time plan is a mark: turned, it would be gone."""
    paper = Paper()
    draw(paper)
    page = paper.page()
    assert turn_reversed(page) is page
