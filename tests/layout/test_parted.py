"""Cells over several columns: merged ones, and those whose rule has faded."""

from __future__ import annotations

from layout.paper import Paper
from pipeline.layout import find_layout

ROWS = (100, 180, 260, 340, 420)
COLUMNS = (80, 330, 580, 830)


def table(top_texts: list[tuple[int, int]], faded: tuple[int, ...]) -> Paper:
    """Three columns; `faded` rules are missing beside the first row, whose texts are (left, letters)."""
    paper = Paper(1000, 600)
    for y in ROWS:
        paper.across(y, COLUMNS[0], COLUMNS[-1] + 2)
    for x in COLUMNS:
        paper.down(x, ROWS[1] if x in faded else ROWS[0], ROWS[-1] + 2)
    for left, letters in top_texts:
        paper.letters(left, ROWS[0] + 50, letters)
    for top in ROWS[1:-1]:
        for x in COLUMNS[:-1]:
            paper.letters(x + 20, top + 50, 12)
    paper.scanned()
    return paper


def first_row(paper: Paper) -> list[tuple[int, int]]:
    """(column, colspan) of the cells of the first row."""
    return [(cell.col, cell.colspan) for cell in find_layout(paper.page()).grids[0].cells if cell.row == 0]


def test_headings_between_which_the_rule_has_faded_are_parted_and_told():
    paper = table([(120, 8), (370, 8), (640, 8)], COLUMNS[1:-1])
    assert first_row(paper) == [(0, 1), (1, 1), (2, 1)]
    assert "cells-parted" in [issue.code for issue in find_layout(paper.page()).issues]


def test_a_heading_over_several_columns_stays_whole():
    for texts in ([(300, 20)], [(420, 6)], [(120, 8)]):
        paper = table(texts, COLUMNS[1:-1])
        assert first_row(paper) == [(0, 3)], texts
        assert "cells-parted" not in [issue.code for issue in find_layout(paper.page()).issues]
