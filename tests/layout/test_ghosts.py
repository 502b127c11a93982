"""Print that shows through the sheet is left out; worn print is not."""

from __future__ import annotations

import pytest

from layout.paper import Paper
from pipeline.layout import find_layout


def printed(inks: list[int]) -> Paper:
    """Lines of letters, each of the next of these greys."""
    paper = Paper()
    for row in range(12):
        before = paper.gray.copy()
        paper.letters(100, 100 + 50 * row, 30)
        drawn = paper.gray < before
        paper.gray[drawn] = inks[row % len(inks)]
    return paper


def test_pale_lines_among_dark_ones_are_left_out_and_told() -> None:
    layout = find_layout(printed([30, 30, 30, 30, 30, 190]).page())
    assert len(layout.lines) == 10
    assert [issue.code for issue in layout.issues] == ["bleed-through"]


@pytest.mark.parametrize("inks", [[190], [30, 90, 140, 175, 190], [30], [30, 190]])
def test_print_of_one_darkness_or_of_all_stays(inks: list[int]) -> None:
    layout = find_layout(printed(inks).page())
    assert len(layout.lines) == 12
    assert "bleed-through" not in [issue.code for issue in layout.issues]
