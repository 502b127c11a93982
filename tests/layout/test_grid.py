"""Which tables are found, and which cells they have."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from layout.paper import Paper
from pipeline.layout import find_layout
from pipeline.page import Grid

ROWS = (100, 180, 260, 340, 420)
COLUMNS = (100, 200, 450, 700, 900)


def shapes(grid: Grid) -> list[tuple[int, int, int, int]]:
    return [(cell.row, cell.col, cell.rowspan, cell.colspan) for cell in grid.cells]


def only_grid(paper: Paper, dpi: int = 200) -> Grid:
    grids = find_layout(paper.page(dpi)).grids
    assert len(grids) == 1
    return grids[0]


@pytest.mark.parametrize(("thickness", "ink"), [(1, 20), (2, 20), (6, 20), (2, 130), (1, 170)])
def test_rules_thin_thick_and_pale_make_all_cells(thickness, ink):
    paper = Paper()
    paper.table(ROWS, COLUMNS, thickness, ink)
    paper.scanned()
    grid = only_grid(paper)
    assert (grid.rows, grid.cols, len(grid.cells)) == (4, 4, 16)
    assert not grid.open_top
    assert not grid.open_bottom


@pytest.mark.parametrize(("dpi", "factor"), [(100, 0.5), (150, 0.75), (300, 1.5), (400, 2.0)])
def test_resolution_does_not_matter(dpi, factor):
    paper = Paper(int(1000 * factor), int(800 * factor))
    paper.table([int(y * factor) for y in ROWS], [int(x * factor) for x in COLUMNS], max(1, round(2 * factor)))
    assert (only_grid(paper, dpi).rows, only_grid(paper, dpi).cols) == (4, 4)


def test_cell_boxes_lie_inside_their_rules_and_tile_the_table():
    paper = Paper()
    paper.table(ROWS, COLUMNS)
    grid = only_grid(paper)
    for cell in grid.cells:
        expected = (COLUMNS[cell.col], ROWS[cell.row], COLUMNS[cell.col + 1], ROWS[cell.row + 1])
        assert np.abs(np.array(cell.bbox) - expected).max() <= 3
        assert cell.ink == 0.0


def test_empty_columns_stay():
    paper = Paper()
    paper.table(ROWS, COLUMNS)
    paper.letters(220, 150, 8)
    grid = only_grid(paper)
    assert grid.cols == 4
    assert [cell.ink > 0 for cell in grid.cells if cell.row == 0] == [False, True, False, False]


def test_header_of_two_rows_with_a_heading_over_two_columns():
    paper = Paper()
    paper.table((100, 260, 340, 420), COLUMNS)
    paper.across(180, 450, 902)
    paper.gray[104:178, 695:705] = 245
    assert shapes(only_grid(paper))[:5] == [(0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 1, 2), (1, 2, 1, 1), (1, 3, 1, 1)]


def test_a_cell_across_a_row_of_one_line_is_one_cell_though_a_letter_stands_in_place_of_a_rule():
    paper = Paper()
    rows = (100, 180, 222, 300, 380)
    for y in rows:
        paper.across(y, COLUMNS[0], COLUMNS[-1] + 2)
    for x in COLUMNS:
        paper.down(x, rows[0], rows[1])
        paper.down(x, rows[2], rows[-1] + 2)
    for x in (COLUMNS[0], COLUMNS[-1]):
        paper.down(x, rows[1], rows[2])
    paper.down(COLUMNS[2], rows[1] + 6, rows[2] - 10)
    paper.letters(COLUMNS[0] + 20, rows[2] - 10, 20)
    assert (1, 0, 1, 4) in shapes(only_grid(paper))


def test_merged_cell_beside_rows():
    paper = Paper()
    paper.table(ROWS, COLUMNS)
    for y in (260, 340):
        paper.gray[y - 1 : y + 3, 704:898] = 245
    grid = only_grid(paper)
    assert (1, 3, 3, 1) in shapes(grid)
    assert (grid.rows, grid.cols, len(grid.cells)) == (4, 4, 14)


def test_header_of_three_rows():
    paper = Paper()
    paper.table((100, 250, 340, 420), COLUMNS)
    paper.across(150, 450, 902)
    paper.across(200, 450, 902)
    paper.gray[104:198, 695:705] = 245
    grid = only_grid(paper)
    assert (grid.rows, grid.cols) == (5, 4)
    assert {(0, 2, 1, 2), (1, 2, 1, 2), (2, 2, 1, 1), (2, 3, 1, 1)} <= set(shapes(grid))


def test_a_table_cut_by_the_page_break_is_open_there():
    paper = Paper()
    paper.table(ROWS, COLUMNS)
    for x in COLUMNS:
        paper.down(x, 420, 560)
    grid = only_grid(paper)
    assert (grid.rows, grid.open_top, grid.open_bottom) == (5, False, True)
    assert len(grid.cells) == 20

    paper = Paper()
    paper.table(ROWS, COLUMNS)
    for x in COLUMNS:
        paper.down(x, 20, 100)
    grid = only_grid(paper)
    assert (grid.rows, grid.open_top, grid.open_bottom) == (5, True, False)


def test_no_borders_at_the_sides():
    paper = Paper()
    paper.table(ROWS, COLUMNS)
    paper.gray[:, 95:106] = 245
    paper.gray[:, 895:] = 245
    grid = only_grid(paper)
    assert (grid.rows, grid.cols, len(grid.cells)) == (4, 4, 16)


def test_double_rules_are_one_line():
    paper = Paper()
    paper.table(ROWS, COLUMNS)
    paper.table([y + 6 for y in ROWS], [x + 6 for x in COLUMNS])
    assert (only_grid(paper).rows, only_grid(paper).cols) == (4, 4)


@pytest.mark.parametrize(("mark", "gap"), [(2, 4), (3, 3), (8, 6), (12, 12)])
def test_dotted_and_dashed_rules(mark, gap):
    paper = Paper()
    paper.table(ROWS, COLUMNS)
    along_x, along_y = np.arange(1000) % (mark + gap) < mark, np.arange(800) % (mark + gap) < mark
    solid = paper.gray.copy()
    paper.gray[:] = 245
    for y in ROWS:
        paper.gray[y : y + 2][:, along_x] = solid[y : y + 2][:, along_x]
    for x in COLUMNS:
        paper.gray[along_y, x : x + 2] = solid[along_y, x : x + 2]
    paper.scanned()
    grid = only_grid(paper)
    assert (grid.rows, grid.cols, len(grid.cells)) == (4, 4, 16)


def test_broken_rules_lose_no_row():
    paper = Paper()
    paper.table(ROWS, COLUMNS)
    for x in range(130, 900, 140):
        paper.gray[175:190, x : x + 20] = 245
        paper.gray[255:270, x + 30 : x + 50] = 245
    paper.gray[210:230, 440:460] = 245
    grid = only_grid(paper)
    assert (grid.rows, grid.cols, len(grid.cells)) == (4, 4, 16)


def test_a_rule_whose_end_faded_still_parts_its_rows():
    paper = Paper()
    paper.table(ROWS, COLUMNS)
    paper.gray[255:270, 708:895] = 245
    grid = only_grid(paper)
    assert grid.rows == 4
    assert (1, 3, 2, 1) in shapes(grid)
    assert (1, 0, 1, 1) in shapes(grid)


def test_a_shaded_header_band_is_paper():
    paper = Paper()
    paper.gray[100:182, 100:902] = 180
    paper.table(ROWS, COLUMNS)
    paper.letters(230, 150, 6)
    paper.scanned()
    layout = find_layout(paper.page())
    assert (layout.grids[0].rows, layout.grids[0].cols) == (4, 4)
    assert [(line.grid, line.cell) for line in layout.lines] == [(0, 1)]


def test_two_tables_on_one_page_come_top_first():
    paper = Paper()
    paper.table((100, 180, 260), (100, 400, 900))
    paper.table((400, 480, 560, 640), (100, 300, 600, 900))
    assert [(grid.rows, grid.cols) for grid in find_layout(paper.page()).grids] == [(2, 2), (3, 3)]


def test_a_streak_that_runs_into_a_rule_at_a_small_angle_takes_no_column_away():
    paper = Paper(height=1600)
    rows = tuple(range(100, 1501, 200))
    paper.table(rows, COLUMNS, thickness=4)
    cv2.line(paper.gray, (420, 60), (480, 1540), 60, 4)  # across the rule at 450, over 300 pixels of its length
    paper.scanned()
    grid = only_grid(paper)
    assert (grid.rows, grid.cols) == (7, 4)


def test_heads_of_letters_that_run_together_are_no_rule():
    paper = Paper()
    paper.table(ROWS, COLUMNS, thickness=3)
    for x in range(465, 690, 12):  # a line of one-bit letters: nothing but their heads is left
        paper.across(300, x, x + 8, 3)
    assert only_grid(paper).rows == 4


def test_a_slanting_streak_is_no_ink_of_the_cells_it_crosses():
    paper = Paper(height=1600)
    rows = tuple(range(100, 1501, 200))
    paper.table(rows, COLUMNS, thickness=4)
    cv2.line(paper.gray, (760, 20), (840, 1580), 60, 4)
    paper.scanned()
    grid = only_grid(paper)
    assert (grid.rows, grid.cols) == (7, 4)
    assert max(cell.ink for cell in grid.cells) < 0.002


def test_a_streak_that_grows_into_a_column_rule_is_no_ink_of_the_cells_and_takes_no_column_away():
    paper = Paper(height=1600)
    rows = tuple(range(100, 1501, 140))
    paper.table(rows, COLUMNS, thickness=4)
    # It starts beside the fourth column line and reaches it three quarters down.
    cv2.line(paper.gray, (722, 60), (700, 1200), 60, 3, cv2.LINE_AA)
    grid = only_grid(paper)
    assert (grid.rows, grid.cols, len(grid.cells)) == (10, 4, 40)
    assert max(cell.ink for cell in grid.cells) < 0.004


def test_brackets_under_each_other_make_no_column():
    paper = Paper(height=1600)
    rows = tuple(range(100, 1501, 140))
    paper.table(rows, COLUMNS)
    for top in rows[:-1]:
        for y in range(top + 10, top + 125, 29):  # lines of choices in every row, each behind a bracket
            paper.down(560, y, y + 20)
    grid = only_grid(paper)
    assert (grid.rows, grid.cols) == (10, 4)


def test_a_narrow_column_beside_a_merged_cell_keeps_its_rows():
    paper = Paper()
    paper.across(100, 100, 702)
    paper.across(340, 100, 702)
    for y in (180, 260):
        paper.across(y, 100, 162)  # numbers, 0.3 inches wide
        paper.across(y, 400, 702)
    for x in (100, 160, 400, 700):
        paper.down(x, 100, 342)
    assert shapes(only_grid(paper)) == [
        (0, 0, 1, 1),
        (0, 1, 3, 1),
        (0, 2, 1, 1),
        (1, 0, 1, 1),
        (1, 2, 1, 1),
        (2, 0, 1, 1),
        (2, 2, 1, 1),
    ]


def test_dotted_hairlines_of_single_pixels_make_rules():
    """Of their dots one pixel is dark; alone, each would be taken for grain."""
    paper = Paper(1500, 900)
    rows, columns = (100, 300, 500, 700), (100, 400, 900, 1400)
    for y in rows:
        paper.gray[y, columns[0] : columns[-1] + 1 : 6] = 30
    for x in columns:
        paper.gray[rows[0] : rows[-1] + 1 : 6, x] = 30
    for top in rows[:-1]:
        for left in columns[:-1]:
            paper.letters(left + 40, top + 100, 6, size=24)
    paper.grain(100)
    grid = only_grid(paper, dpi=300)
    assert (grid.rows, grid.cols, len(grid.cells)) == (3, 3, 9)


def test_rules_that_lean_as_on_a_photographed_sheet_make_their_columns():
    paper = Paper()
    paper.table((100, 200, 400, 600), (60, 260, 480, 700, 940))
    lean = np.float32([[1, 0.02, 0], [0, 1, 0]])
    paper.gray = cv2.warpAffine(paper.gray, lean, (1000, 800), borderValue=245)
    grid = only_grid(paper)
    assert (grid.rows, grid.cols, len(grid.cells)) == (3, 4, 12)


def test_a_dotted_rule_of_some_columns_parts_its_rows_though_the_long_rules_are_whole():
    paper = Paper()
    paper.table((100, 240, 380, 520), (60, 300, 600, 940))
    for x in range(302, 940, 6):
        paper.gray[308:310, x : x + 3] = 20
    for base in (180, 280, 350, 460):
        paper.letters(80, base, 8)
        paper.letters(320, base, 14)
    grid = only_grid(paper)
    assert (grid.rows, len(grid.cells)) == (4, 11)


def test_a_rule_whose_beginning_has_grown_together_with_letters_reaches_its_column():
    paper = Paper()
    paper.table((100, 240, 380, 520), (60, 300, 600, 940))
    paper.gray[236:246, 64:150] = 245
    for x in range(62, 150, 9):
        cv2.line(paper.gray, (x, 236), (x + 8, 246), 20, 3)
    grid = only_grid(paper)
    assert (grid.rows, grid.cols, len(grid.cells)) == (3, 3, 9)


def test_stems_of_a_line_below_that_stand_in_line_with_two_columns_open_no_row():
    """Stems of letters under the table went on from two of five column rules, and made a row of the line."""
    paper = Paper()
    paper.table(ROWS, COLUMNS)
    for x in COLUMNS[1:3]:
        paper.down(x, ROWS[-1], ROWS[-1] + 45)
    grid = only_grid(paper)
    assert (grid.rows, grid.open_bottom) == (4, False)
