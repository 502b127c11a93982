"""Follow-up notes with different years."""

from __future__ import annotations

from pipeline.memo.followups import find_doubted_years, find_due_mismatches
from pipeline.memo.rows import read_plan_rows
from pipeline.model import Issue
from pipeline.settings import MemoSettings

from .paper import PLAN, cell, table

SETTINGS = MemoSettings()


def mismatches(*notes: str) -> tuple[Issue, ...]:
    rows = [("ก", "ข", "ค", cell(note, row=i, column=3)) for i, note in enumerate(notes)]
    return find_due_mismatches(read_plan_rows(table(PLAN, rows), 1, 2565, SETTINGS)[0], SETTINGS)


def test_same_note_in_two_years_even_when_one_is_damaged() -> None:
    (issue,) = mismatches("รายงานความก้าวหน้าและสรุปผล ณ ๔ มกราคม ๒๕๖๕", "รายงานความกาวหนาและสรุปพล ณ ๔ มกราคม ๒๕๖๔")
    assert issue.code == "due-year-mismatch"
    assert "2564 (1×, rows 2)" in issue.message


def test_different_notes_or_days_are_no_mismatch() -> None:
    assert mismatches("รายงานผล ณ ๔ มกราคม ๒๕๖๕", "รายงานผล ณ ๔ มีนาคม ๒๕๖๔") == ()
    assert mismatches("รายงานผู้บริหาร ณ ๔ มกราคม ๒๕๖๕", "ประชุมคณะทำงานติดตาม ณ ๔ มกราคม ๒๕๖๔") == ()
    assert mismatches("รายงานผล ณ ๔ มกราคม ๒๕๖๕", "รายงานผล ณ ๔ มกราคม ๒๕๖๕") == ()


def doubted(*notes: str, tesseract: bool = True) -> tuple[Issue, ...]:
    rows = [("ก", "ข", "ค", cell(note, row=i, column=3, tesseract=tesseract)) for i, note in enumerate(notes)]
    return find_doubted_years(read_plan_rows(table(PLAN, rows), 1, 2565, SETTINGS)[0], SETTINGS)


def test_doubted_years_that_differ_are_a_mismatch_even_when_one_is_no_year() -> None:
    (issue,) = doubted("รายงานความก้าวหน้า ณ ๕ มกราคม ๒๕๐๕", "รายงานความกาวหนา ณ ๕ มกราคม ๒๕๒๐๕")
    assert issue.code == "due-year-mismatch"
    assert "2505 (rows 1), 25205 (rows 2)" in issue.message


def test_doubted_years_that_agree_are_told_as_unsure() -> None:
    (issue,) = doubted("รายงานความก้าวหน้า ณ ๕ มกราคม ๒๕๐๕", "รายงานความก้าวหน้า ณ ๕ มกราคม ๒๕๐๕")
    assert issue.code == "due-year-unsure"


def test_sure_years_other_months_and_single_notes_are_not_doubted() -> None:
    assert doubted("รายงานผล ณ ๔ มกราคม ๒๕๖๕", "รายงานผล ณ ๔ มกราคม ๒๕๖๕", tesseract=False) == ()
    assert doubted("รายงานผลความก้าวหน้า ณ ๕ มกราคม ๒๕๐๕", "รายงานผลความก้าวหน้า ณ ๕ มีนาคม ๒๕๒๕") == ()
    assert doubted("รายงานผล ณ ๕ มกราคม ๒๕๐๕") == ()
