"""Row numbers that most other rows of their table say are wrong."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.memo.row_numbers import MISSING, NO_STOP, doubt_odd_numbers
from pipeline.model import Field, PlanRow
from pipeline.settings import MemoSettings


def doubts(numbers: Sequence[str | None]) -> list[tuple[str, ...]]:
    """The reasons for looking at the number of each row of a table with these."""

    def field(text: str) -> Field:
        return Field(text=text, raw=text, confidence=1.0, where=())

    rows = [
        PlanRow(order=order, number=None if number is None else field(number), measure=field("มาตรการ"))
        for order, number in enumerate(numbers, 1)
    ]
    return [row.number.reasons if row.number is not None else () for row in doubt_odd_numbers(rows, MemoSettings())]


def test_a_row_without_number_among_numbered_ones_is_marked() -> None:
    assert doubts(["๑", "๒", None, "๔"]) == [(), (), (MISSING,), ()]


def test_a_table_without_numbers_stays() -> None:
    assert doubts([None, None, None, "๑"]) == [(), (), (), ()]


def test_a_lost_full_stop_is_marked() -> None:
    assert doubts(["๑.", "๒", "๓.", "๔."]) == [(), (NO_STOP,), (), ()]


def test_numbers_of_both_kinds_stay() -> None:
    assert doubts(["๑.", "๒", "๓.", "๔", "๕"]) == [(), (), (), (), ()]


def test_too_few_rows_tell_nothing() -> None:
    assert doubts(["๑.", None, "๓."]) == [(), (), ()]
