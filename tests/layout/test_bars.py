"""Bars and arrows of a time plan run through cells; rules between cells do not."""

from __future__ import annotations

import pytest

from layout.paper import Paper
from pipeline.layout import find_layout

ROWS = (100, 180, 260, 340)
COLUMNS = (100, 300, 380, 460, 540, 620)


def plan() -> Paper:
    """A measure in each row, and four months, all empty."""
    paper = Paper()
    paper.table(ROWS, COLUMNS)
    for top in ROWS[:-1]:
        paper.letters(120, top + 50, 8)
    return paper


@pytest.mark.parametrize("arrow", [False, True])
def test_a_bar_through_two_months_parts_no_row_and_is_told_of_both(arrow: bool) -> None:
    paper = plan()
    paper.across(220, 380, 540)
    if arrow:
        for step in range(8):
            paper.gray[220 - step : 222 + step, 382 + step] = 20
            paper.gray[220 - step : 222 + step, 537 - step] = 20
    (grid,) = find_layout(paper.page()).grids
    assert (grid.rows, grid.cols, len(grid.cells)) == (3, 5, 15)
    crossed = {(cell.row, cell.col) for cell in grid.cells if cell.crossed > 0.4}
    assert crossed == {(1, 2), (1, 3)}
    assert all(cell.crossed < 0.1 for cell in grid.cells if (cell.row, cell.col) not in crossed)


def test_an_arrow_that_ends_within_its_months_is_told_of_them() -> None:
    paper = plan()
    paper.across(220, 340, 500)
    (grid,) = find_layout(paper.page()).grids
    assert (grid.rows, grid.cols, len(grid.cells)) == (3, 5, 15)
    assert {(cell.row, cell.col) for cell in grid.cells if cell.crossed >= 0.4} == {(1, 1), (1, 2), (1, 3)}


def test_a_line_under_text_in_a_cell_is_no_bar() -> None:
    paper = plan()
    paper.letters(340, 215, 6)
    paper.across(222, 340, 500)
    (grid,) = find_layout(paper.page()).grids
    assert not any(cell.crossed for cell in grid.cells)


def test_a_rule_with_text_on_one_side_parts_cells() -> None:
    paper = plan()
    paper.across(220, 380, 540)
    paper.letters(395, 250, 3)
    (grid,) = find_layout(paper.page()).grids
    assert grid.rows == 4
    assert not any(cell.crossed for cell in grid.cells)


def test_rules_of_an_empty_table_are_no_bars() -> None:
    paper = Paper()
    paper.table(ROWS, COLUMNS)
    (grid,) = find_layout(paper.page()).grids
    assert (grid.rows, len(grid.cells)) == (3, 15)
    assert not any(cell.crossed for cell in grid.cells)
