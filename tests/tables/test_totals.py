"""Rows that sum up a table."""

from __future__ import annotations

import pytest

from pipeline.tables import build_tables

from .drawing import draw_page, table

HEAD = ("ที่", "มาตรการ", "ดำเนินการแล้ว", "ยังไม่ดำเนินการ")
ROW = ("๑", "เปิดเผยข้อมูล", "/", "")


def built(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> tuple[list[str], list[str]]:
    tables = build_tables([draw_page(1, table(head, *rows))])
    (one,) = tables.stitched
    return [row.cells[1].passage.text for row in one.rows], [issue.code for issue in tables.issues]


@pytest.mark.parametrize(
    "total",
    [
        ("รวม", "<", "๑๒", "๓"),
        ("", "รวมทั้งสิ้น ๑๕ มาตรการ", "๑๒ มาตรการ", "-"),
        ("คิดเป็นร้อยละ", "<", "๘๐.๐๐", "๒๐.๐๐"),
        ("รวมงบประมาณทั้งสิ้น", "<", "๘๗,๕๐๐", "-"),
    ],
)
def test_a_sum_is_no_row_and_is_told(total: tuple[str, ...]) -> None:
    measures, codes = built(ROW, total)
    assert measures == ["เปิดเผยข้อมูล"]
    assert "totals-row" in codes and "rows-lost" not in codes


@pytest.mark.parametrize("row", [("๒", "รวมพลังต้านทุจริต", "/", ""), ("๒", "รวม", "ทำแล้ว", "")])
def test_a_measure_that_begins_alike_is_a_row(row: tuple[str, ...]) -> None:
    measures, codes = built(ROW, row)
    assert len(measures) == 2 and "totals-row" not in codes


def test_the_total_of_scores_stays() -> None:
    measures, _ = built(
        ("๑", "การใช้อำนาจ", "๙๐.๑๒", "A"), ("", "รวม", "๙๐.๑๒", "A"), head=("ที่", "ประเด็น", "คะแนน", "ระดับ")
    )
    assert measures == ["การใช้อำนาจ", "รวม"]
