"""What is no table, and what does not change one."""

from __future__ import annotations

import cv2
import pytest

from layout.paper import Paper
from pipeline.layout import find_layout

ROWS = (200, 280, 360, 440)
COLUMNS = (100, 300, 600, 900)


def table() -> Paper:
    paper = Paper()
    paper.table(ROWS, COLUMNS)
    return paper


def size(paper: Paper) -> tuple[int, int, int]:
    grids = find_layout(paper.page()).grids
    assert len(grids) == 1
    return grids[0].rows, grids[0].cols, len(grids[0].cells)


@pytest.mark.parametrize(("y0", "y1"), [(0, 800), (20, 320), (230, 790), (250, 420)])
def test_a_grey_streak_makes_no_column(y0, y1):
    paper = table()
    paper.down(450, y0, y1, thickness=1, ink=120)
    paper.scanned()
    assert size(paper) == (3, 3, 9)


def test_a_streak_that_runs_on_from_a_column_takes_it_not_away():
    paper = table()
    paper.down(300, 0, 790, thickness=1, ink=120)
    assert size(paper) == (3, 3, 9)


def test_a_fold_and_the_edges_of_the_sheet_make_no_rows_or_columns():
    paper = table()
    paper.down(3, 0, 800, thickness=4, ink=90)
    paper.across(796, 0, 1000, thickness=3, ink=90)
    paper.down(990, 100, 700, thickness=5, ink=60)
    layout = find_layout(paper.page())
    assert [(grid.rows, grid.cols) for grid in layout.grids] == [(3, 3)]
    assert not layout.lines


def test_a_stamp_across_the_rules_makes_no_cells():
    paper = table()
    cv2.circle(paper.gray, (300, 360), 70, 60, 3)
    cv2.circle(paper.gray, (300, 360), 52, 60, 2)
    assert size(paper) == (3, 3, 9)
    assert any(line.grid == 0 for line in find_layout(paper.page()).lines)


def test_text_alone_makes_no_rules():
    paper = Paper()
    for base in range(60, 780, 32):
        paper.letters(80 + base * 7 % 13, base, 50 + base % 5, marks=range(0, 50, 3))
    paper.scanned()
    layout = find_layout(paper.page())
    assert not layout.grids
    assert not layout.issues
    assert len(layout.lines) == len(range(60, 780, 32))


def test_underlines_and_leaders_are_no_table():
    paper = Paper()
    for base in (100, 140, 180):
        paper.letters(80, base, 10)
        for x in range(250, 900, 8):
            paper.gray[base - 2 : base, x : x + 2] = 40
    paper.letters(80, 300, 20)
    paper.across(306, 80, 390)
    layout = find_layout(paper.page())
    assert not layout.grids
    assert not [issue for issue in layout.issues if issue.severity == "review"]


def test_a_single_box_is_no_table():
    paper = Paper()
    paper.table((100, 250), (500, 900))
    paper.letters(540, 180, 12)
    layout = find_layout(paper.page())
    assert not layout.grids
    assert len([line for line in layout.lines if line.bbox[0] > 530 and line.bbox[2] < 890]) == 1


def test_rules_of_one_width_without_columns_go_to_review():
    paper = Paper()
    for y in (100, 180, 260, 340):
        paper.across(y, 100, 900)
        paper.letters(120, y + 50, 30)
    layout = find_layout(paper.page())
    assert not layout.grids
    assert [issue.code for issue in layout.issues] == ["rules-without-table"]
    assert layout.issues[0].severity == "review"
    assert len(layout.lines) >= 4


def test_the_black_of_an_open_lid_is_no_line_of_a_cell_in_its_middle():
    paper = Paper()
    paper.table((100, 180, 260, 340), (100, 400, 700, 900))
    for y, x in ((slice(0, 14), slice(None)), (slice(None), slice(0, 12)), (slice(780, 800), slice(None))):
        paper.gray[y, x] = 15
    layout = find_layout(paper.page())
    assert not layout.lines
    assert "page-edge" in {issue.code for issue in layout.issues}


@pytest.mark.parametrize(("begin", "rows"), [(610, 3), (760, 2)])
def test_a_rule_with_a_gap_parts_the_rows_on_both_sides_of_it(begin, rows):
    """It covers half of the middle column, and goes on right behind it, or too far off to tell."""
    paper = Paper()
    paper.table((200, 280, 440), COLUMNS)
    paper.across(360, 100, 450)
    paper.across(360, begin, 902)
    grid = find_layout(paper.page()).grids[0]
    middle = [cell for cell in grid.cells if cell.col == 1]
    assert len(middle) == rows


def test_lines_from_the_edge_of_the_page_into_a_table_open_it_not():
    paper = table()
    for x in (420, 760):
        paper.down(x, 0, 280, thickness=2, ink=90)
    paper.scanned()
    grid = find_layout(paper.page()).grids[0]
    assert (grid.rows, grid.open_top) == (3, False)


def test_streaks_through_the_whole_page_make_no_columns():
    paper = table()
    for x in (200, 420, 760):
        paper.down(x, 0, 800, thickness=2, ink=60)
    paper.scanned()
    assert size(paper) == (3, 3, 9)


@pytest.mark.parametrize("ink", [60, 110])
def test_dotted_rules_inside_a_strong_frame_are_the_table_s(ink):
    """They weigh a third of the frame, as rules of the back of the sheet do, and are more than the strong ones."""
    paper = Paper(height=900)
    rows, columns = range(100, 801, 100), (100, 180, 300, 420, 540, 660, 900)
    for y in rows[1:-1]:
        for x in range(columns[0], columns[-1], 4):
            paper.across(y, x, x + 2, thickness=1, ink=ink)
    for x in (*columns[1:3], *columns[4:-1]):
        for y in range(rows[0], rows[-1], 4):
            paper.down(x, y, y + 2, thickness=1, ink=ink)
    paper.table((rows[0], rows[-1]), (columns[0], columns[3], columns[-1]), thickness=5)
    paper.scanned()
    assert size(paper) == (7, 6, 42)
