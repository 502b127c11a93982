"""Signatures below the last row of a table that has no bottom rule."""

from __future__ import annotations

import pytest

from pipeline.tables import build_tables

from .drawing import draw_page, table

HEAD = ("ลำดับ", "มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ")
ROW = ("๑", "การใช้อำนาจ", "สร้างการรับรู้", "สำนักปลัด")


def built(*rows: tuple[str, ...]) -> tuple[list[str], list[str]]:
    tables = build_tables([draw_page(1, table(HEAD, *rows, open_bottom=True))])
    (one,) = tables.stitched
    return [row.cells[1].passage.text for row in one.rows], [issue.code for issue in tables.issues]


@pytest.mark.parametrize(
    "block",
    [
        [("", "", "", "(นายสมชาย ใจตรง)"), ("", "", "", "นิติกร")],
        [("", "", "(นายสมชาย ใจตรง) นิติกร", "")],
        [("", "", "ลงชื่อ..............", ""), ("", "", "(นายสมชาย ใจตรง)", ""), ("", "", "หัวหน้าสำนักปลัด", "")],
    ],
)
def test_signatures_below_a_table_are_told_and_are_no_rows(block: list[tuple[str, ...]]) -> None:
    measures, codes = built(ROW, *block)
    assert measures == ["การใช้อำนาจ"]
    assert codes.count("signature-left-out") == len(block)
    assert "rows-lost" not in codes


@pytest.mark.parametrize(
    "last",
    [
        ("๒", "", "", "(นายสมชาย ใจตรง)"),
        ("", "การปรับปรุงระบบ", "จัดประชุม", "นายสมชาย ใจตรง"),
        ("", "", "", "นิติกร"),
        ("", "", "", ""),
    ],
)
def test_rows_that_name_people_stay(last: tuple[str, ...]) -> None:
    measures, codes = built(ROW, last)
    assert len(measures) == 2
    assert "signature-left-out" not in codes
