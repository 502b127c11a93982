"""Days of completion in texts of results, and days that are none."""

from __future__ import annotations

import datetime

import pytest

from pipeline.memo.completions import find_completion
from pipeline.memo.rows import read_report_rows
from pipeline.model import Precision
from pipeline.passage import passage_of_line
from pipeline.settings import MemoSettings
from pipeline.tables.records import Meaning

from .paper import DPI, line, table

M = Meaning


def find(text: str) -> datetime.date | None:
    found = find_completion(passage_of_line(line(text), 1), 2566)
    return None if found is None else found.start


@pytest.mark.parametrize(
    "text",
    [
        "ดำเนินการแล้วเสร็จเมื่อวันที่ ๒๔ มีนาคม ๒๕๖๖ มีผู้เข้าอบรม ๖๘ คน",
        "แล้วเสร็จ 24 มี.ค. 66",
        "ดำเนินการเสร็จสิ้นเมื่อวันที่ ๒๔ มีนาคม ๒๕๖๖",
        "ดำเนินการแล้ว เมื่อวันที่ ๒๔ มีนาคม ๒๕๖๖",
    ],
)
def test_the_day_behind_words_of_completion(text: str) -> None:
    assert find(text) == datetime.date(2023, 3, 24)


@pytest.mark.parametrize(
    "text",
    [
        "จะแล้วเสร็จเดือนมีนาคม ๒๕๖๖",
        "คาดว่าจะแล้วเสร็จ ๒๔ มีนาคม ๒๕๖๖",
        "กำหนดแล้วเสร็จวันที่ ๒๔ มีนาคม ๒๕๖๖",
        "ยังไม่แล้วเสร็จ ๒๔ มีนาคม ๒๕๖๖",
        "จัดอบรมเมื่อวันที่ ๒๔ มีนาคม ๒๕๖๖",
        "แล้วเสร็จภายในวันที่ ๒๔ มีนาคม ๒๕๖๖",
        "ดำเนินการแล้ว",
    ],
)
def test_other_days_are_no_completion(text: str) -> None:
    assert find(text) is None


@pytest.mark.parametrize(("status", "told"), [("/", True), ("-", False)])
def test_only_a_measure_that_is_done_was_completed(status: str, told: bool) -> None:
    other = "-" if status == "/" else "/"
    columns = (M.MEASURE, M.STATUS_IN_PROGRESS, M.STATUS_DONE, M.NOTE)
    made = table(columns, [("ก", other, status, "แล้วเสร็จ ๗ ก.พ. ๖๖")] * 4)
    rows, _ = read_report_rows(made, 1, 2566, DPI, MemoSettings())
    assert (rows[0].date is not None) is told
    if rows[0].date is not None:
        assert rows[0].date.precision is Precision.DAY and rows[0].note is not None
