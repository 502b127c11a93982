"""Tables whose rules are missing: between rows, between columns, or all of them."""

from __future__ import annotations

import cv2
import pytest

from layout.paper import Paper
from pipeline.layout import find_layout
from pipeline.page import Grid, Layout

PITCH = 40
LEFTS = (110, 200, 480, 760)
"""Where the columns' text begins: numbers, measures, procedures, units."""
ROWS = ((1, 1, 1, 1), (1, 2, 3, 1), (1, 3, 2, 1), (1, 2, 2, 2), (1, 1, 3, 1))
"""Lines of every cell; the first row is the header."""
WIDTHS = (1, 15, 15, 11)
"""Letters on a line of each column."""


def set_table(paper: Paper, top: int, gap: int = 14, numbers: bool = True) -> list[int]:
    """Set the rows; returns the heights between them, the upper and lower edges too."""
    edges, base = [top], top + 40
    for row in ROWS:
        for column, (left, lines, letters) in enumerate(zip(LEFTS, row, WIDTHS, strict=True)):
            for line in range(lines if column or numbers else 0):
                paper.letters(left, base + line * PITCH, letters)
        base += max(row) * PITCH + gap
        edges.append(base - 40 + gap // 2 - 8)
    return edges


def layout_of(paper: Paper) -> Layout:
    return find_layout(paper.page())


def only_grid(paper: Paper) -> Grid:
    layout = layout_of(paper)
    assert len(layout.grids) == 1
    assert [issue.code for issue in layout.issues].count("table-by-alignment") == 1
    return layout.grids[0]


def lines_of(layout: Layout, grid: Grid) -> list[tuple[int, int, int]]:
    """(row, column, lines) of every cell with text."""
    counts = []
    for index, cell in enumerate(grid.cells):
        lines = sum(line.cell == index for line in layout.lines)
        if lines:
            counts.append((cell.row, cell.col, lines))
    return counts


EXPECTED = [(row, column, lines) for row, cells in enumerate(ROWS) for column, lines in enumerate(cells)]


@pytest.mark.parametrize("rules", ["rows", "columns", "none"])
def test_rows_and_columns_are_those_of_the_text(rules):
    paper = Paper(height=1100)
    edges = set_table(paper, 200)
    if rules == "rows":
        for y in edges:
            paper.across(y, 95, 950)
    if rules == "columns":
        for x in (95, 180, 460, 740, 950):
            paper.down(x, edges[0], edges[-1])
        for y in (edges[0], edges[1], edges[-1]):
            paper.across(y, 95, 952)
    paper.scanned()
    grid = only_grid(paper)
    assert (grid.rows, grid.cols) == (5, 4)
    assert lines_of(layout_of(paper), grid) == EXPECTED


def test_without_numbers_rows_begin_where_a_column_was_empty_before():
    paper = Paper(height=1100)
    set_table(paper, 200, numbers=False)
    grid = only_grid(paper)
    assert (grid.rows, grid.cols) == (5, 3)


def test_a_heading_over_two_columns_keeps_its_cell():
    paper = Paper(height=1100)
    edges = set_table(paper, 240)
    paper.letters(560, 225, 14)  # over the last two columns, across the white between them
    for y in (190, *edges[1:]):
        paper.across(y, 95, 950)
    grid = only_grid(paper)
    assert any(cell.row == 0 and cell.colspan == 2 and cell.col == 2 for cell in grid.cells)
    assert grid.cols == 4


def test_a_row_that_the_page_break_has_cut_belongs_to_the_table():
    paper = Paper(height=1100)
    edges = set_table(paper, 200)
    for y in edges[:-1]:  # the last row has no rule under it
        paper.across(y, 95, 950)
    grid = only_grid(paper)
    assert grid.open_bottom
    assert grid.rows == 5


def test_paragraphs_and_signatures_are_no_table():
    paper = Paper(height=1100)
    for line in range(9):  # justified text: its gaps are wide, but never under each other
        x = 100
        for word in range(6):
            letters = 5 + (line * 7 + word * 5) % 5
            paper.letters(x, 200 + line * PITCH, letters)
            x += letters * 15 + 24 + (line * 13 + word * 29) % 17
    for line, (left, right) in enumerate(((12, 9), (10, 14))):
        paper.letters(150, 700 + line * PITCH, left)
        paper.letters(550, 700 + line * PITCH, right)
    assert layout_of(paper).grids == ()


def test_two_tables_of_one_width_are_two_where_text_stands_between_them():
    paper = Paper(height=1100)
    edges = set_table(paper, 200)
    for y in edges:
        paper.across(y, 95, 950)
    below = edges[-1] + 130
    paper.letters(200, below - 50, 22)
    for row in range(3):
        paper.letters(110, below + 40 + row * 54, 18)
        paper.letters(480, below + 40 + row * 54, 12)
        paper.letters(760, below + 40 + row * 54, 8)
    for row in range(4):
        paper.across(below + row * 54, 95, 950)
    layout = layout_of(paper)
    assert [(grid.rows, grid.cols) for grid in layout.grids] == [(5, 4), (3, 3)]
    outside = [line for line in layout.lines if line.cell is None]
    assert len(outside) == 1


def test_a_cell_beside_several_rows_keeps_them_apart():
    paper = Paper(height=1100)
    for column, left in enumerate((110, 420, 760)):
        paper.letters(left, 240, 8)
        for row in range(6):
            if column or row % 2 == 0:
                paper.letters(left, 300 + row * 54, 6 if column == 0 else 12)
    for y in range(200, 200 + 54 * 8, 54):
        within_a_cell = y > 254 and (y - 254) // 54 % 2 == 1
        paper.across(y, 410 if within_a_cell else 95, 950)
    grid = only_grid(paper)
    assert (grid.rows, grid.cols) == (7, 3)
    assert [(cell.row, cell.rowspan) for cell in grid.cells if cell.col == 0] == [(0, 1), (1, 2), (3, 2), (5, 2)]


def test_a_rule_under_a_heading_over_two_columns_is_drawn_once():
    paper = Paper(height=1100)
    edges = set_table(paper, 250)
    paper.letters(560, 226, 14)
    paper.across(250, 475, 950)
    for y in (190, *edges[1:]):
        paper.across(y, 95, 950)
    grid = only_grid(paper)
    assert (grid.rows, grid.cols) == (6, 4)
    assert [(cell.col, cell.rowspan, cell.colspan) for cell in grid.cells if cell.row == 0] == [
        (0, 2, 1),
        (1, 2, 1),
        (2, 1, 2),
    ]


def test_lines_to_write_on_are_no_rungs():
    paper = Paper(height=900)
    for row, letters in enumerate((40, 24, 44)):
        base = 200 + 60 * row
        paper.letters(110, base, letters)
        paper.letters(600 + 40 * row, base, 6)
        paper.across(base + 4, 100, 950)
    layout = layout_of(paper)
    assert layout.grids == ()


def test_a_frame_around_a_table_is_no_ink_of_it():
    paper = Paper(height=1100)
    edges = set_table(paper, 200)
    paper.table((edges[0], edges[-1]), (95, 950))
    paper.scanned()
    layout = layout_of(paper)
    assert [(grid.rows, grid.cols) for grid in layout.grids] == [(5, 4)]
    assert not any(issue.code == "ink-outside-lines" for issue in layout.issues)
    assert lines_of(layout, layout.grids[0]) == EXPECTED


def test_rows_under_a_ruled_head_are_its_rows():
    paper = Paper(height=1100)
    edges = set_table(paper, 200)
    paper.table(edges[:2], (95, 180, 460, 740, 950))
    paper.scanned()
    grid = only_grid(paper)
    assert (grid.rows, grid.cols) == (5, 4)
    assert lines_of(layout_of(paper), grid) == EXPECTED


def test_a_ruled_table_takes_no_text_below_it():
    paper = Paper(height=1100)
    edges = set_table(paper, 200)
    paper.table(edges, (95, 180, 460, 740, 950))
    for left in (110, 480, 760):
        paper.letters(left, edges[-1] + 60, 8)
    assert layout_of(paper).grids[0].rows == 5


def test_rules_over_and_under_the_headings_alone_are_no_print():
    paper = Paper(height=1100)
    edges = set_table(paper, 200)
    for y in edges[:2]:
        paper.across(y, 95, 950)
    paper.scanned()
    grid = only_grid(paper)
    assert (grid.rows, grid.cols) == (5, 4)
    assert lines_of(layout_of(paper), grid) == EXPECTED


def test_headings_over_the_first_rule_are_the_table_s():
    paper = Paper(height=1100)
    edges = set_table(paper, 200)
    for y in edges[2:]:  # none above the headings, none under them
        paper.across(y, 95, 950)
    grid = only_grid(paper)
    assert (grid.rows, grid.cols) == (5, 4)


def test_headings_of_sections_part_no_columns_and_are_rows_of_their_own():
    paper = Paper(height=1300)
    base = 240
    for number, lines in enumerate((1, 1, 2, 2, 1, 2, 2)):
        if number in (1, 4):
            paper.letters(105, base, 30)  # the heading of a section, over three columns
            base += PITCH + 14
        for left, letters in zip(LEFTS, WIDTHS, strict=True):
            for line in range(1 if left == LEFTS[0] else lines):
                paper.letters(left, base + line * PITCH, letters)
        base += lines * PITCH + 14
    grid = only_grid(paper)
    assert grid.cols == 4
    assert sum(cell.colspan == 4 for cell in grid.cells) == 2


def test_the_number_of_the_page_is_no_row():
    paper = Paper(height=1100)
    paper.letters(500, 130, 2)
    edges = set_table(paper, 160)
    assert only_grid(paper).bbox[1] > 135
    assert edges


def test_a_punched_hole_beside_a_table_is_no_column():
    paper = Paper(width=1050, height=1100)
    set_table(paper, 200)
    for y in (300, 600):
        cv2.circle(paper.gray, (45, y), 24, 90, -1)
    grid = only_grid(paper)
    assert (grid.rows, grid.cols) == (5, 4)
    assert grid.bbox[0] > 69
