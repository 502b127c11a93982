"""Grey grounds that a scan of one bit shows as dots."""

from __future__ import annotations

import numpy as np
import pytest

from layout.paper import Paper
from pipeline.layout import find_layout, smooth_screens

ROWS, COLUMNS = (200, 290, 370, 450), (100, 200, 480, 760, 950)


def screened(pitch: int) -> Paper:
    """A table of one bit whose headings stand on dots, every few pixels both ways."""
    paper = Paper(width=1050, shade=255)
    paper.gray[ROWS[0] : ROWS[1] : pitch, COLUMNS[0] : COLUMNS[-1] : pitch] = 0
    paper.table(ROWS, COLUMNS, ink=0)
    for row in ROWS[:-1]:
        for left in COLUMNS[:-1]:
            paper.letters(left + 20, row + 60, 4)
    paper.gray = np.where(paper.gray < 128, 0, 255).astype(np.uint8)
    return paper


@pytest.mark.parametrize("pitch", [2, 3])
def test_rules_and_headings_on_a_screen_are_found(pitch):
    page = screened(pitch).page()
    layout = find_layout(smooth_screens(page))
    assert [(grid.rows, grid.cols) for grid in layout.grids] == [(3, 4)]
    assert {layout.grids[0].cells[line.cell].row for line in layout.lines if line.cell is not None} == {0, 1, 2}


def test_print_alone_is_no_screen():
    paper = screened(900)  # one dot
    for base in range(500, 780, 30):
        paper.letters(100, base, 50)
    page = paper.page()
    assert smooth_screens(page) is page


def test_grey_scans_have_none():
    paper = screened(3)
    paper.gray = np.where(paper.gray == 0, 90, 225).astype(np.uint8)
    page = paper.page()
    assert smooth_screens(page) is page
