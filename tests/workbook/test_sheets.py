"""The sheets as plain values."""

from __future__ import annotations

from pipeline.model import Field, MemoKind, Outcome, Status
from pipeline.orders import number_through
from pipeline.settings import WorkbookSettings
from pipeline.workbook.records import Crop, Mark, Run, Sheet
from pipeline.workbook.sheets.comparison import comparison_sheet
from pipeline.workbook.sheets.measures import plan_sheet, report_sheet
from pipeline.workbook.sheets.overview import sum_by_year, tabulate

from .records import MEASURES, PLAN, RECONCILIATION, REPORT, document, entry, field, memo, plan_row, report_row

SETTINGS = WorkbookSettings()


def column(sheet: Sheet, heading: str) -> list[object]:
    at = [one.heading for one in sheet.columns].index(heading)
    return [row[at].value for row in sheet.blocks[0].rows]


def test_split_measures_stand_together_in_one_cell() -> None:
    sheet = comparison_sheet(RECONCILIATION, PLAN, REPORT, SETTINGS)
    value = column(sheet, "มาตรการตามรายงาน")[5]
    assert isinstance(value, tuple)
    assert "".join(run.text for run in value) == f"[5] {MEASURES[4]}\n[6] {MEASURES[5]}"
    assert [run.text for run in value if run.mark is Mark.LABEL] == ["[5] ", "\n[6] "]


def test_a_missing_side_says_so() -> None:
    sheet = comparison_sheet(RECONCILIATION, PLAN, REPORT, SETTINGS)
    assert column(sheet, "มาตรการตามรายงาน")[4] == "(ไม่มีในรายงาน)"
    assert column(sheet, "มาตรการตามแผน")[-1] == "(ไม่มีในแผน)"


def test_one_cell_holds_both_wordings_only_when_they_differ() -> None:
    sheet = comparison_sheet(RECONCILIATION, PLAN, REPORT, SETTINGS)
    assert column(sheet, "ขั้นตอนหรือวิธีการปฏิบัติ")[0] == "ดำเนินการ" + MEASURES[0]
    assert column(sheet, "ผู้รับผิดชอบ")[0] == (Run("เฉพาะในแผน: ", Mark.LABEL), Run("สำนักปลัด/ กองคลัง"))
    assert column(sheet, "กำหนดเวลา (ค.ศ.)")[3] == "แผน: 2022-01-04\nรายงาน: 2021-01-04"


def test_an_illegible_value_is_no_empty_cell() -> None:
    lost: Field = field("", review=True)
    report = document("x", "c", memo(MemoKind.REPORT, report=(report_row(1, measure=lost),)))
    one = RECONCILIATION.model_copy(update={"rows": (entry((), (1,), Outcome.NOT_PLANNED),)})
    assert column(comparison_sheet(one, PLAN, report, SETTINGS), "มาตรการตามรายงาน") == ["(มีแต่อ่านไม่ออก)"]
    assert column(report_sheet(report), "มาตรการ") == ["(มีแต่อ่านไม่ออก)"]


def test_the_status_picture_is_of_the_report() -> None:
    crop = column(comparison_sheet(RECONCILIATION, PLAN, REPORT, SETTINGS), "ภาพช่องสถานะ")[0]
    row = REPORT.memos[0].report[0]
    assert crop == Crop(REPORT.source.sha256, row.status_where)


def test_columns_that_the_document_lacks_are_left_out_but_never_the_status() -> None:
    report = document("x", "c", memo(MemoKind.REPORT, report=(report_row(1, Status.UNKNOWN, note=None),)))
    headings = [one.heading for one in report_sheet(report).columns]
    assert "หมายเหตุในรายงาน" not in headings
    assert "สถานะการดำเนินงาน" in headings


def test_columns_outside_the_vocabulary_keep_their_heading() -> None:
    rows = (plan_row(1, others={"งบประมาณ (บาท)": field("๒๐,๐๐๐")}), plan_row(2))
    sheet = plan_sheet(document("x", "c", memo(MemoKind.PLAN, plan=rows)))
    assert column(sheet, "งบประมาณ (บาท)") == ["๒๐,๐๐๐", None]


def test_rows_of_two_memos_are_numbered_through() -> None:
    both = document(
        "x", "c", memo(MemoKind.PLAN, plan=(plan_row(1), plan_row(2))), memo(MemoKind.PLAN, plan=(plan_row(1),))
    )
    sheet = plan_sheet(number_through(both))
    assert list(zip(column(sheet, "ฉบับที่"), column(sheet, "ลำดับ"), strict=True)) == [(1, 1), (1, 2), (2, 3)]
    assert number_through(PLAN) == PLAN


def test_totals_by_year_weigh_measures_not_agencies() -> None:
    small = RECONCILIATION.model_copy(
        update={"summary": RECONCILIATION.summary.model_copy(update={"planned": 1, "done": 1, "completion": 1.0})}
    )
    (year,) = sum_by_year(tabulate([(RECONCILIATION, "a"), (small, "b")])).to_dict("records")
    assert (year["report_year"], year["comparisons"], year["planned"], year["done"]) == (2565, 2, 13, 8)
    assert year["completion"] == 8 / 13
