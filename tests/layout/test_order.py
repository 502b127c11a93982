"""Reading order of boxes."""

from __future__ import annotations

from pipeline.layout.order import order_lines
from pipeline.page import LineBox


def box(x0: int, y0: int, x1: int, y1: int) -> LineBox:
    return LineBox(bbox=(x0, y0, x1, y1))


def test_rows_run_down_and_boxes_in_them_to_the_right() -> None:
    rows = [box(0, 0, 50, 20), box(60, 4, 120, 24), box(0, 40, 80, 60)]
    assert order_lines(rows[::-1], ()) == tuple(rows)


def test_a_streak_beside_lines_does_not_make_them_one_row() -> None:
    lines = [box(20, 0, 60, 20), box(10, 40, 70, 60), box(10, 80, 70, 100), box(20, 120, 60, 140)]
    streak = box(80, 10, 82, 130)
    ordered = order_lines([streak, *lines], ())
    assert [line for line in ordered if line != streak] == lines
