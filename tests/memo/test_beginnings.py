"""Due times over two columns, one for the beginning and one for the end."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.memo.rows import read_plan_rows
from pipeline.model import DateField
from pipeline.settings import MemoSettings
from pipeline.tables.records import Meaning

from .paper import table

M = Meaning


def due_of(begun: str, end: str, heading: str) -> DateField | None:
    rows = [("มาตรการ", begun, end), ("อื่น", "ม.ค. ๖๕", "มี.ค. ๖๕")]
    headings = ("มาตรการ", heading, "ระยะเวลา / สิ้นสุด" if heading else "")
    made = table((M.MEASURE, M.OTHER, M.PERIOD), rows, headings=headings)
    return read_plan_rows(made, 1, 2565, MemoSettings())[0][0].due


@pytest.mark.parametrize("heading", ["ระยะเวลา / เริ่มต้น", ""])
def test_the_time_runs_from_the_beginning_to_the_end(heading: str) -> None:
    due = due_of("ต.ค. ๖๔", "มิ.ย. ๖๕", heading)
    assert due is not None and not due.review
    assert (due.start, due.end, due.text) == (date(2021, 10, 1), date(2022, 6, 30), "ต.ค. ๖๔ – มิ.ย. ๖๕")


def test_a_dash_is_no_beginning_and_an_empty_end_is_for_review() -> None:
    due, open_end = due_of("-", "๓๑ มี.ค. ๖๕", "เริ่ม"), due_of("ต.ค. ๖๔", "", "เริ่ม")
    assert due is not None and (due.start, due.end) == (date(2022, 3, 31), date(2022, 3, 31))
    assert open_end is not None and open_end.review


def test_another_column_before_the_time_is_no_beginning() -> None:
    due = due_of("ต.ค. ๖๔", "มิ.ย. ๖๕", "วันที่ประชุม")
    assert due is not None and due.start == date(2022, 6, 1)


def test_a_ditto_mark_is_the_time_of_the_row_above_for_review() -> None:
    made = table((M.MEASURE, M.PERIOD), [("มาตรการ", "มี.ค. ๖๕"), ("อื่น", "”")])
    rows, _ = read_plan_rows(made, 1, 2565, MemoSettings())
    due = rows[1].due
    assert due is not None and due.review
    assert (due.start, due.text) == (date(2022, 3, 1), "”")
