"""Due times from marks under quarters and months."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.memo.rows import read_plan_rows
from pipeline.memo.table_kinds import is_plan_table
from pipeline.model import DateField, Precision
from pipeline.settings import MemoSettings
from pipeline.tables.records import CellText, Meaning

from .paper import cell, table

M = Meaning
QUARTERS = tuple(f"ระยะเวลา / ไตรมาส {number}" for number in "๑๒๓๔")
MONTHS = ("ปีงบประมาณ พ.ศ. ๒๕๖๗ / ต.ค.", "ปีงบประมาณ พ.ศ. ๒๕๖๗ / พ.ย.", "ปีงบประมาณ พ.ศ. ๒๕๖๗ / ธ.ค.")


def due_of(headings: tuple[str, ...], *marks: str | CellText, fiscal_year: int | None = 2565) -> DateField | None:
    made = table((M.MEASURE, *[M.OTHER] * len(headings)), [("มาตรการ", *marks)], headings=("มาตรการ", *headings))
    (row,), _ = read_plan_rows(made, 1, fiscal_year, MemoSettings())
    return row.due


@pytest.mark.parametrize(
    ("marks", "start", "end", "precision"),
    [
        (("/", "", "", ""), date(2021, 10, 1), date(2021, 12, 31), Precision.QUARTER),
        (("", "✓", "✓", "-"), date(2022, 1, 1), date(2022, 6, 30), Precision.RANGE),
        (("/", "/", "/", "/"), date(2021, 10, 1), date(2022, 9, 30), Precision.RANGE),
    ],
)
def test_marked_quarters_are_the_time(marks: tuple[str, ...], start: date, end: date, precision: Precision) -> None:
    due = due_of(QUARTERS, *marks)
    assert due is not None and not due.review
    assert (due.start, due.end, due.precision, due.be_year) == (start, end, precision, 2565)


def test_a_year_over_the_months_goes_before_that_of_the_memo() -> None:
    due = due_of(MONTHS, "", "/", "/")
    assert due is not None and (due.start, due.end) == (date(2023, 11, 1), date(2023, 12, 31))
    assert due.text == "พ.ย. ธ.ค."


@pytest.mark.parametrize("marks", [("", "", "", ""), ("/", "", "/", ""), ("/", "ฉ", "", "")])
def test_what_is_not_clear_is_for_review(marks: tuple[str, ...]) -> None:
    due = due_of(QUARTERS, *marks)
    assert due is not None and due.review


def test_ink_that_gave_no_text_may_be_a_mark() -> None:
    due = due_of(QUARTERS, "/", cell("", ink=0.05), "", "")
    assert due is not None and due.review and due.end == date(2022, 3, 31)


def test_without_a_year_nothing_is_guessed() -> None:
    assert due_of(QUARTERS, "/", "", "", "", fiscal_year=None) is None


def test_marks_under_quarters_are_no_statuses() -> None:
    headings = ("มาตรการ", "ผู้รับผิดชอบ", *QUARTERS)
    made = table((M.MEASURE, M.RESPONSIBLE, *[M.OTHER] * 4), [("ก", "ข", "/", "", "", "")], headings=headings)
    assert is_plan_table(made)


@pytest.mark.parametrize(("shares", "months"), [((0.1, 1.0, 0.6), (11, 12)), ((0.9, 0.05, 0.0), (10, 10))])
def test_a_bar_through_months_is_the_time(shares: tuple[float, ...], months: tuple[int, int]) -> None:
    due = due_of(MONTHS, *[replace(cell(""), crossed=share) for share in shares])
    assert due is not None and due.start is not None and due.end is not None
    assert (due.start.month, due.end.month) == months
    assert not due.review


def test_months_that_were_not_read_are_told_by_their_order_for_review() -> None:
    read = ("", "พอ.", "ธต", "", "ก.พ.", "ชล", "", "พ.ต.", "", "ก.ต.", "ส.ต.", "ก.ข.")
    headings = tuple(f"ระยะเวลาดำเนินการ{f' / {name}' if name else ''}" for name in read)
    due = due_of(headings, "", "", "", "/", "/", *[""] * 7)
    assert due is not None and due.review
    assert (due.start, due.end, due.text) == (date(2022, 1, 1), date(2022, 2, 28), "ม.ค. ก.พ.")


def test_columns_whose_headings_agree_with_no_order_of_months_are_no_months() -> None:
    headings = tuple(f"กิจกรรม / {name}" for name in ("ข้อหนึ่ง", "ข้อสอง", *[f"ข้อ {n}" for n in range(3, 13)]))
    assert due_of(headings, *["/"] * 12) is None


def test_quarters_by_number_under_their_heading() -> None:
    headings = tuple(f"ระยะเวลา (ไตรมาส) / {number}" for number in "๑๒๓๔")
    due = due_of(headings, "✓", "✓", "", "")
    assert due is not None
    assert (due.text, due.start, due.end) == ("ไตรมาส ๑ ไตรมาส ๒", date(2021, 10, 1), date(2022, 3, 31))
