"""Rows: fields by meaning, due dates, unread cells, tables without a measure column."""

from __future__ import annotations

from pipeline.memo.rows import read_plan_rows, read_report_rows
from pipeline.memo.table_kinds import is_plan_table, is_report_table
from pipeline.model import PlanRow, Precision
from pipeline.settings import MemoSettings
from pipeline.tables.records import CellText, Meaning

from .paper import DPI, PLAN, cell, table

M = Meaning
SETTINGS = MemoSettings()


def plan_row(meanings: tuple[M, ...], *cells: str | CellText, headings: tuple[str, ...] = ()) -> PlanRow:
    (row,), _ = read_plan_rows(table(meanings, [cells], headings=headings), 1, 2565, SETTINGS)
    return row


def test_due_comes_from_the_period_column_first() -> None:
    row = plan_row((M.MEASURE, M.PERIOD, M.MONITORING), "ก", "ต.ค. ๖๔ – ก.ย. ๖๕", "รายงาน ณ ๔ มกราคม ๒๕๖๕")
    assert row.due is not None and row.due.text == "ต.ค. ๖๔ – ก.ย. ๖๕" and row.due.precision is Precision.RANGE


def test_due_is_the_date_inside_the_follow_up_note() -> None:
    row = plan_row((M.MEASURE, M.MONITORING), "ก", "รายงานความก้าวหน้าและสรุปผล ณ ๔ มกราคม ๒๕๖๕")
    assert row.due is not None and row.due.text == "๔ มกราคม ๒๕๖๕" and not row.due.review
    assert row.monitoring is not None and row.monitoring.text.startswith("รายงานความก้าวหน้า")


def test_two_dates_in_a_note_give_their_span_for_review() -> None:
    row = plan_row((M.MEASURE, M.MONITORING), "ก", "รายงานครั้งที่หนึ่ง ๔ มกราคม ๒๕๖๕ ครั้งที่สอง ๔ กันยายน ๒๕๖๕")
    assert row.due is not None and row.due.review
    assert (str(row.due.start), str(row.due.end)) == ("2022-01-04", "2022-09-04")


def test_note_without_a_date_has_no_due() -> None:
    assert plan_row((M.MEASURE, M.MONITORING), "ก", "รายงานผู้บริหารทราบ").due is None


def test_period_that_cannot_be_understood_is_kept_for_review() -> None:
    row = plan_row((M.MEASURE, M.PERIOD), "ก", "ปีงบประมาณ พ.ศ. 25678")
    assert row.due is not None and row.due.text == "ปีงบประมาณ พ.ศ. 25678" and row.due.start is None
    assert any(reason.startswith("date-unparsable") for reason in row.due.reasons)


def test_quarter_without_year_takes_the_fiscal_year() -> None:
    row = plan_row((M.MEASURE, M.PERIOD), "ก", "ไตรมาสที่ ๑")
    assert row.due is not None and str(row.due.start) == "2021-10-01"


def test_columns_outside_the_vocabulary_are_kept_by_heading() -> None:
    row = plan_row(
        (M.NUMBER, M.MEASURE, M.OTHER, M.OTHER),
        "๑",
        "ก",
        "๑๐,๐๐๐",
        "",
        headings=("ที่", "มาตรการ", "งบประมาณ", "เป้าหมาย"),
    )
    assert {heading: field.text for heading, field in row.others.items()} == {"งบประมาณ": "๑๐,๐๐๐"}
    assert row.number is not None and row.number.text == "๑"


def test_doubted_digit_marks_the_number_of_a_row() -> None:
    row = plan_row((M.NUMBER, M.MEASURE), cell("๗", tesseract=True), "ก")
    assert row.number is not None and row.number.review


def test_cell_with_ink_and_no_text_is_illegible_and_one_without_is_blank() -> None:
    row = plan_row((M.MEASURE, M.PROCEDURE, M.RESPONSIBLE), "ก", cell(ink=0.1, column=1), cell(column=2))
    assert row.procedure is not None and row.procedure.text == "" and row.procedure.review
    assert row.responsible is None


def test_row_without_measure_is_kept_for_review() -> None:
    (row,), _ = read_plan_rows(table(PLAN, [("", "อบรม", "สำนักปลัด", "")]), 1, 2565, SETTINGS)
    assert row.measure.text == "" and row.measure.review


def test_blank_row_is_left_out_and_told() -> None:
    rows, issues = read_plan_rows(table(PLAN, [("", "", "", ""), ("ก", "ข", "ค", "")]), 4, 2565, SETTINGS)
    assert [row.order for row in rows] == [4]
    assert [issue.code for issue in issues] == ["blank-row"]


def test_table_without_a_measure_column_keeps_its_rows() -> None:
    made = table((M.PROCEDURE, M.STATUS), [("จัดทำประกาศ", "ดำเนินการแล้ว")])
    (row,), issues = read_report_rows(made, 1, 2565, DPI, SETTINGS)
    assert row.measure.text == "จัดทำประกาศ" and row.measure.review
    assert [issue.code for issue in issues] == ["no-measure-column"]


def test_marks_under_unreadable_headings_make_no_plan() -> None:
    made = table((M.MEASURE, M.PROCEDURE, M.OTHER, M.OTHER), [("ก", "ข", "-", "/"), ("ค", "ง", "-", "/")])
    assert is_report_table(made) and not is_plan_table(made)
    rows, _ = read_report_rows(made, 1, 2565, DPI, SETTINGS)
    assert all(row.status == "unknown" and row.status_review for row in rows)


def test_a_table_of_problems_is_no_plan() -> None:
    headings = ("ที่", "มาตรการ", "ปัญหา/อุปสรรค", "แนวทางแก้ไข")
    made = table((M.NUMBER, M.MEASURE, M.OTHER, M.PROCEDURE), [("๑", "ก", "ข", "ค")], headings=headings)
    assert not is_plan_table(made) and not is_report_table(made)


def test_ink_that_gave_no_text_where_the_times_stand_is_shown() -> None:
    """A ditto mark that was not read: the row had no time, and nobody was told."""
    unread = cell("", ink=0.1)
    made = table((M.MEASURE, M.PERIOD), [("ก", "ไตรมาส ๑"), ("ข", unread)])
    rows, _ = read_plan_rows(made, 1, 2565, SETTINGS)
    assert rows[1].due is not None and rows[1].due.review and rows[1].due.start is None


def test_ink_that_gave_no_text_where_the_day_of_completion_stands_is_shown() -> None:
    made = table((M.MEASURE, M.STATUS, M.DATE), [("ก", "ดำเนินการแล้ว", cell("", ink=0.1))])
    (row,), _ = read_report_rows(made, 1, 2565, DPI, SETTINGS)
    assert row.date is not None and row.date.review and row.date.start is None


def test_a_row_above_one_without_measure_is_for_review() -> None:
    """A fold that was taken for a rule parted a row, and its upper part looked whole."""
    made = table((M.MEASURE, M.PROCEDURE), [("ก", "จัดทำ"), ("ข", "อบรม"), ("", "และรายงาน")])
    rows, _ = read_plan_rows(made, 1, 2565, SETTINGS)
    assert [row.procedure.review for row in rows if row.procedure is not None] == [False, True, False]
