"""The status of a row from text and ink: agreement, conflict, silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.memo.rows import read_report_rows
from pipeline.memo.status import read_result
from pipeline.memo.table_kinds import is_plan_table, is_report_table
from pipeline.model import ReportRow, Status
from pipeline.settings import MemoSettings
from pipeline.tables.records import CellText, Meaning

from .paper import DPI, cell, table

M = Meaning
COLUMNS = (M.MEASURE, M.STATUS_NOT_STARTED, M.STATUS_IN_PROGRESS, M.STATUS_DONE)
USUAL = ("มาตรการอื่น", "-", "-", "/")


def report_row(
    *cells: str | CellText, usual: tuple[str | CellText, ...] = USUAL, columns: tuple[M, ...] = COLUMNS
) -> ReportRow:
    """The first row of a table that has three usual rows more."""
    made = table(columns, [("การใช้อำนาจ", *cells), usual, usual, usual])
    rows, _ = read_report_rows(made, 1, 2565, DPI, MemoSettings())
    return rows[0]


@pytest.mark.parametrize("mark", ["/", "✓", "þ", "☑", "●", "(/)"])
def test_a_mark_decides_its_column(mark: str) -> None:
    row = report_row("-", mark, "-")
    assert row.status is Status.IN_PROGRESS
    assert not row.status_review
    assert row.status_confidence > 0.9


def test_among_brackets_the_marked_ones_tell() -> None:
    empty, marked = cell("(   )", ink=0.03), cell("( / )", ink=0.045)
    usual = ("มาตรการอื่น", empty, empty, marked)
    row = report_row(empty, marked, empty, usual=usual)
    assert row.status is Status.IN_PROGRESS and not row.status_review
    assert report_row(empty, empty, empty, usual=usual).status is Status.UNKNOWN
    assert report_row(empty, marked, cell("(ไ)", ink=0.045), usual=usual).status is Status.UNKNOWN


@pytest.mark.parametrize("cross", ["X", "×", "✗"])
def test_a_cross_says_yes_where_all_marks_are_crosses(cross: str) -> None:
    row = report_row("-", cross, "-", usual=("มาตรการอื่น", "-", "-", cross))
    assert row.status is Status.IN_PROGRESS
    assert not row.status_review


@pytest.mark.parametrize("cross", ["X", "×", "✗"])
def test_a_cross_beside_ticks_may_say_no(cross: str) -> None:
    row = report_row("-", cross, "-")
    assert row.status is Status.UNKNOWN
    assert row.status_review


def test_a_cross_alone_under_not_done_says_so_for_review() -> None:
    columns = (M.MEASURE, M.STATUS_NOT_STARTED, M.STATUS_DONE)
    row = report_row("X", "-", columns=columns, usual=("อื่น", "-", "/"))
    assert row.status is Status.NOT_STARTED and row.status_review


def test_a_cross_in_the_only_status_column_may_say_no() -> None:
    columns = (M.MEASURE, M.STATUS_DONE)
    assert report_row("X", columns=columns, usual=("อื่น", "X")).status is Status.UNKNOWN


@pytest.mark.parametrize("note", ["ยกเลิก", "ยังไม่แล้วเสร็จ", "(ไม่ได้ดำเนินการ)", "อยู่ระหว่างดำเนินการ", "ขอเลื่อนไปปีหน้า"])
def test_a_note_that_contradicts_its_mark_is_for_review(note: str) -> None:
    row = report_row("-", "-", f"/ {note}")
    assert row.status is Status.DONE
    assert row.status_review


@pytest.mark.parametrize("remark", ["ยังไม่ได้ดำเนินการ", "ยกเลิกโครงการ", "ขอเลื่อนไปปีหน้า"])
def test_a_remark_that_contradicts_the_mark_is_for_review(remark: str) -> None:
    columns = (*COLUMNS, M.NOTE)
    row = report_row("-", "-", "/", remark, columns=columns, usual=(*USUAL, "-"))
    assert row.status_review
    assert any(remark in reason for reason in row.status_reasons)


def test_columns_are_known_by_heading_not_by_place() -> None:
    reverse = (M.MEASURE, M.STATUS_DONE, M.STATUS_IN_PROGRESS, M.STATUS_NOT_STARTED)
    assert report_row("/", "", "", columns=reverse, usual=("อื่น", "", "/", "")).status is Status.DONE


def test_mark_with_a_note() -> None:
    row = report_row("-", "-", "/ (ตรวจสอบข้อมูลได้ที่ เว็บไซต์)")
    assert row.status is Status.DONE
    assert row.note is not None and row.note.text == "(ตรวจสอบข้อมูลได้ที่ เว็บไซต์)"


@pytest.mark.parametrize("cells", [("-", "-", "-"), ("", "", ""), ("/", "-", "/"), ("-", "/", "/ (เว็บไซต์)")])
def test_none_or_two_marks_are_unknown(cells: tuple[str, ...]) -> None:
    row = report_row(*cells)
    assert row.status is Status.UNKNOWN
    assert row.status_review and row.status_reasons


def test_ink_in_another_column_contradicts_the_read_mark() -> None:
    row = report_row("-", cell(ink=0.004, column=2), cell("/", ink=0.004, column=3))
    assert row.status is Status.UNKNOWN and row.status_review


def test_unread_tick_with_the_ink_of_the_tables_marks_counts() -> None:
    row = report_row("-", "-", cell(ink=0.004, column=3))
    assert row.status is Status.DONE
    assert not row.status_review
    assert row.status_confidence < 0.9


def test_unread_ink_where_no_mark_was_read_is_for_review() -> None:
    made = table(COLUMNS, [("ก", "", "", cell(ink=0.004, column=3)), ("ข", "", "", cell(ink=0.004, row=1, column=3))])
    rows, _ = read_report_rows(made, 1, 2565, DPI, MemoSettings())
    assert [row.status for row in rows] == [Status.DONE, Status.DONE]
    assert all(row.status_review for row in rows)


def test_a_speck_is_no_mark() -> None:
    row = report_row("-", "-", cell(ink=0.0006, column=3))
    assert row.status is Status.UNKNOWN and row.status_review


def test_tick_misread_as_a_letter_counts_by_its_ink() -> None:
    row = report_row("-", "-", cell("ไ", ink=0.004, column=3))
    assert row.status is Status.DONE and not row.status_review


def test_unread_ink_unlike_the_tables_marks_is_for_review() -> None:
    row = report_row("-", "-", cell(ink=0.05, column=3))
    assert row.status is Status.DONE and row.status_review


def test_dash_misread_as_another_sign_is_no_mark() -> None:
    row = report_row(cell("=", ink=0.001, column=1), "-", "/")
    assert row.status is Status.DONE and not row.status_review


def test_words_without_a_mark_in_a_mark_column_are_no_mark() -> None:
    row = report_row("-", "-", "อยู่ในแผนปีหน้า")
    assert row.status is Status.UNKNOWN and row.status_review


def test_status_in_words_against_its_column_is_unknown() -> None:
    assert report_row("-", "-", "ยังไม่ดำเนินการ").status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ดำเนินการเสร็จเรียบร้อยแล้ว", Status.DONE),
        ("ยังไม่ได้ดำเนินการ", Status.NOT_STARTED),
        ("ยังไม่แล้วเสร็จ", Status.IN_PROGRESS),
        ("อยู่ระหว่างดำเนินการ", Status.IN_PROGRESS),
        ("ยกเลิก", Status.CANCELLED),
        ("ขอเลื่อนดำเนินการ", Status.UNKNOWN),
        ("", Status.UNKNOWN),
    ],
)
def test_status_in_words(text: str, status: Status) -> None:
    made = table((M.MEASURE, M.STATUS), [("การใช้อำนาจ", text)])
    ((row,), _) = read_report_rows(made, 1, 2565, DPI, MemoSettings())
    assert row.status is status
    assert row.status_review is (status is Status.UNKNOWN)


def test_marks_and_words_that_differ_are_unknown() -> None:
    made = table((*COLUMNS, M.STATUS), [("การใช้อำนาจ", "-", "-", "/", "ยังไม่ดำเนินการ")])
    ((row,), _) = read_report_rows(made, 1, 2565, DPI, MemoSettings())
    assert row.status is Status.UNKNOWN and row.status_review


def test_result_in_words_gives_status_and_note() -> None:
    made = table((M.MEASURE, M.RESULT), [("การใช้อำนาจ", "ดำเนินการแล้วเสร็จ เมื่อ ๔ มกราคม ๒๕๖๕"), ("ข", "จัดทำประกาศ")])
    (first, second), _ = read_report_rows(made, 1, 2565, DPI, MemoSettings())
    assert first.status is Status.DONE and first.note is not None
    assert second.status is Status.UNKNOWN and second.status_review
    assert second.note is not None and second.note.text == "จัดทำประกาศ"


def test_page_without_ink_is_read_by_text_alone() -> None:
    made = table(COLUMNS, [("ก", cell(), cell(), cell("/", ink=0.0, column=3))])
    ((row,), _) = read_report_rows(made, 1, 2565, DPI, MemoSettings())
    assert row.status is Status.DONE and not row.status_review


def test_dash_read_where_the_ink_is_that_of_a_mark_is_unknown() -> None:
    row = report_row(cell("-", ink=0.012, column=1), "", "")
    assert row.status is Status.UNKNOWN and row.status_review


def unknown_codes(columns: tuple[M, ...], *rows: tuple[str, ...]) -> list[str]:
    _, issues = read_report_rows(table(columns, rows), 1, 2565, DPI, MemoSettings())
    return [issue.code for issue in issues]


def test_each_row_without_a_status_has_an_issue_that_says_why() -> None:
    assert unknown_codes(COLUMNS, ("ก", "-", "-", "/")) == []
    assert unknown_codes(COLUMNS, ("ก", "-", "-", "-"), ("ข", "/", "-", "/")) == ["status-missing", "status-ambiguous"]
    assert unknown_codes((M.MEASURE, M.STATUS), ("ก", ""), ("ข", "ต่อไป")) == ["status-missing", "status-ambiguous"]


UNCLEAR = (M.MEASURE, M.STATUS_UNCLEAR, M.STATUS_DONE)


def test_mark_under_a_heading_that_cannot_be_read_proves_nothing() -> None:
    row = report_row("/", "-", columns=UNCLEAR, usual=("อื่น", "-", "/"))
    assert row.status is Status.UNKNOWN and row.status_review
    assert "/" in [value.text for value in row.others.values()]
    assert report_row("-", "/", columns=UNCLEAR, usual=("อื่น", "-", "/")).status is Status.DONE


def test_ink_under_a_heading_that_cannot_be_read_is_a_doubt() -> None:
    row = report_row(cell(ink=0.004, column=1), "-", columns=UNCLEAR, usual=("อื่น", "-", "/"))
    assert row.status is Status.UNKNOWN and row.status_review


def test_table_whose_status_columns_cannot_be_told_apart_is_a_report() -> None:
    made = table((M.MEASURE, M.PROCEDURE, M.STATUS_UNCLEAR), [("ก", "ข", "/")])
    assert is_report_table(made) and not is_plan_table(made)


def test_two_marks_in_one_cell_may_be_two_measures_in_one_row() -> None:
    two = cell("/ /", ink=0.004, column=3)
    two = replace(two, passage=replace(two.passage, raws=("/", "/")))
    made = table(COLUMNS, [("การใช้อำนาจ", "-", "-", two), USUAL, USUAL, USUAL])
    rows, issues = read_report_rows(made, 1, 2565, DPI, MemoSettings())
    assert rows[0].measure.review and rows[0].status_review
    assert "row-holds-several" in {issue.code for issue in issues}


def test_a_dash_that_was_read_as_a_dot_has_the_ink_of_a_dash() -> None:
    usual = ("มาตรการอื่น", cell("-", ink=0.004), cell("-", ink=0.004), cell("✓", ink=0.03))
    row = report_row(cell("•", ink=0.004), cell("-", ink=0.004), cell("✓", ink=0.03), usual=usual)
    assert row.status is Status.DONE
    real = report_row(cell("•", ink=0.03), cell("-", ink=0.004), cell("-", ink=0.004), usual=usual)
    assert real.status is Status.NOT_STARTED


def test_two_marks_with_ink_stay_unclear() -> None:
    usual = ("มาตรการอื่น", cell("-", ink=0.004), cell("-", ink=0.004), cell("✓", ink=0.03))
    row = report_row(cell("•", ink=0.02), cell("-", ink=0.004), cell("✓", ink=0.03), usual=usual)
    assert row.status is Status.UNKNOWN


def test_results_that_name_no_state_suggest_one_for_review() -> None:
    told = read_result(cell("จัดอบรมเมื่อวันที่ ๑๗ พฤษภาคม ๒๕๖๗ จำนวน ๔๒ คน").passage, ())
    assert told.status is Status.DONE and told.reasons and told.confidence < 0.6
    mixed = read_result(cell("แล้วเสร็จบางแห่ง อยู่ระหว่างทดสอบอีกสองแห่ง").passage, ())
    assert mixed.status is Status.IN_PROGRESS and mixed.reasons
    plain = read_result(cell("ดำเนินการแล้วเสร็จ").passage, ())
    assert plain.status is Status.DONE and not plain.reasons
    assert read_result(cell("ให้ความร่วมมือเป็นอย่างดี").passage, ()).status is Status.UNKNOWN


def test_a_speck_read_as_a_dot_among_real_marks_is_no_mark() -> None:
    row = report_row("", "", cell("•", ink=0.004), usual=("มาตรการอื่น", "", "", cell("/", ink=0.05)))
    assert row.status is Status.UNKNOWN and row.status_review
    bullets = report_row("", "", cell("•", ink=0.04), usual=("มาตรการอื่น", "", "", cell("•", ink=0.05)))
    assert bullets.status is Status.DONE


def test_a_mark_under_a_heading_that_was_only_guessed_is_for_review() -> None:
    made = table(COLUMNS, [("การใช้อำนาจ", "-", "-", "/"), USUAL, USUAL, USUAL])
    columns = tuple(
        replace(column, score=0.0) if column.meaning is M.STATUS_DONE else column for column in made.columns
    )
    rows, _ = read_report_rows(replace(made, columns=columns), 1, 2565, DPI, MemoSettings())
    assert rows[0].status is Status.DONE and rows[0].status_review


@pytest.mark.parametrize(
    ("text", "status", "is_sure"),
    [
        ("อยู่ระหว่างเสนออธิบดีลงนาม", Status.IN_PROGRESS, True),
        ("คืบหน้าร้อยละ ๖๐", Status.IN_PROGRESS, True),
        ("ใช้งานได้จริงแล้ว", Status.DONE, False),
        ("ชะลอ", Status.UNKNOWN, False),
        ("ดำเนินการแล้ว / อยู่ระหว่างดำเนินการ / ยังไม่ดำเนินการ", Status.UNKNOWN, False),
    ],
)
def test_a_column_of_states_tells_more_than_the_usual_words(text: str, status: Status, is_sure: bool) -> None:
    made = table((M.MEASURE, M.STATUS), [("มาตรการหนึ่ง", text)])
    (row,), _ = read_report_rows(made, 1, 2565, DPI, MemoSettings())
    assert (row.status, row.status_review) == (status, not is_sure)


def test_a_mark_beside_dirt_is_the_status_for_review() -> None:
    row = report_row(cell("", ink=0.003), cell("/", ink=0.03), "-")
    assert row.status is Status.IN_PROGRESS and row.status_review


def test_a_dash_with_a_speck_below_is_a_dash() -> None:
    row = report_row(cell("-\n•", ink=0.002), "/", "-")
    assert row.status is Status.IN_PROGRESS and not row.status_review


CHOICES = "ดำเนินการแล้วเสร็จ\nอยู่ระหว่างดำเนินการ\nยังไม่ดำเนินการ"


def test_of_printed_states_the_one_whose_print_is_changed_is_the_status_for_review() -> None:
    cells = (
        CHOICES.replace("ดำเนินการแล้วเสร็จ", "C ดำเนินการแล้วเสร็จ >"),
        CHOICES.replace("ยังไม่", "ฒึงไม่"),
        CHOICES.replace("อยู่ระหว่างดำเนินการ\n", ""),
        CHOICES,
    )
    made = table((M.MEASURE, M.STATUS), [(f"มาตรการ {number}", text) for number, text in enumerate(cells)])
    rows, issues = read_report_rows(made, 1, 2565, DPI, MemoSettings())
    assert [row.status for row in rows] == [Status.DONE, Status.NOT_STARTED, Status.IN_PROGRESS, Status.UNKNOWN]
    assert all(row.status_review and row.note is None for row in rows)
    assert [issue.code for issue in issues] == ["status-ambiguous"]


def test_states_of_several_rows_are_no_choices() -> None:
    texts = ("ดำเนินการแล้วเสร็จ", "อยู่ระหว่างดำเนินการ", "ดำเนินการแล้วเสร็จ", "ยังไม่ดำเนินการ")
    made = table((M.MEASURE, M.STATUS), [(f"มาตรการ {number}", text) for number, text in enumerate(texts)])
    rows, _ = read_report_rows(made, 1, 2565, DPI, MemoSettings())
    assert [row.status for row in rows] == [Status.DONE, Status.IN_PROGRESS, Status.DONE, Status.NOT_STARTED]
    assert not any(row.status_review for row in rows)


def test_a_note_behind_a_mark_may_run_over_lines() -> None:
    row = report_row("-", "-", "/ (ภาพถ่าย หน้า\n4)")
    assert row.status is Status.DONE
    assert row.note is not None and row.note.text.split() == ["(ภาพถ่าย", "หน้า", "4)"]


def test_the_note_of_a_mark_that_was_not_read_is_kept() -> None:
    row = report_row("-", "-", cell("(ดูที่เว็บไซต์ของสถานี)", ink=0.2))
    assert row.status is Status.UNKNOWN and row.status_review
    assert row.note is not None and row.note.text == "(ดูที่เว็บไซต์ของสถานี)"
