"""Tables of worn copies, of whose rules only pieces in one line are left."""

from __future__ import annotations

import numpy as np

from layout.paper import Paper
from pipeline.layout import find_layout

ROWS = (100, 220, 340, 460, 580)
COLUMNS = (100, 250, 500, 750, 900)


def worn_table(seed: int, share: float) -> Paper:
    """A table with this share of its rules left, in pieces of 40 to 120 pixels, and a word in every cell."""
    paper = Paper()
    chance = np.random.default_rng(seed)

    def draw(first: int, last: int, put) -> None:
        at = first
        while at < last:
            piece, gap = chance.integers(40, 120), chance.integers(40, 120) * (1 - share) / share
            put(at, min(last, at + int(piece)))
            at += int(piece + gap)

    for y in ROWS:
        draw(COLUMNS[0], COLUMNS[-1], lambda begin, end, y=y: paper.across(y, begin, end))
    for x in COLUMNS:
        draw(ROWS[0], ROWS[-1], lambda begin, end, x=x: paper.down(x, begin, end))
    for top in ROWS[:-1]:
        for left in COLUMNS[:-1]:
            paper.letters(left + 20, top + 60, 4)
    return paper


def test_pieces_in_one_line_make_the_rules_of_a_table_for_review() -> None:
    layout = find_layout(worn_table(3, 0.6).page())
    (grid,) = layout.grids
    assert (grid.rows, grid.cols, len(grid.cells)) == (4, 4, 16)
    assert [issue.code for issue in layout.issues] == ["rules-mended"]


def test_words_under_each_other_make_no_rules() -> None:
    paper = Paper()
    for top in ROWS[:-1]:
        for left in COLUMNS[:-1]:
            paper.letters(left + 20, top + 60, 4)
    assert "rules-mended" not in [issue.code for issue in find_layout(paper.page()).issues]


def test_a_whole_table_with_merged_cells_is_left_alone() -> None:
    paper = Paper()
    for y in (ROWS[0], ROWS[1], ROWS[-1]):
        paper.across(y, COLUMNS[0], COLUMNS[-1])
    for y in ROWS[2:-1]:  # the third column runs over all rows below the first
        paper.across(y, COLUMNS[0], COLUMNS[2])
        paper.across(y, COLUMNS[3], COLUMNS[4])
    for x in COLUMNS:
        paper.down(x, ROWS[0], ROWS[-1])
    layout = find_layout(paper.page())
    (grid,) = layout.grids
    assert len(grid.cells) == 14
    assert not layout.issues
