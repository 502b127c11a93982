"""Headings without a rule between them, and blocks of rows without any."""

from __future__ import annotations

from pipeline.page import PageReading
from pipeline.tables import Meaning, build_tables

from .drawing import draw_page, read_line, table

ROW = ("๑", "ลดขั้นตอนการอนุญาต", "ทบทวนคู่มือ", "กองช่าง")


def with_lines(page: PageReading, cell: int, texts: dict[str, tuple[int, int]]) -> PageReading:
    """The page with these texts, from x to x, in a cell instead of its own."""
    _, y0, _, _ = page.grids[0].cells[cell].bbox
    added = [read_line(text, (x0, y0 + 8, x1, y0 + 40), 0, cell) for text, (x0, x1) in texts.items()]
    kept = [line for line in page.lines if line.cell != cell]
    return page.model_copy(update={"lines": (*added, *kept)})


def test_headings_side_to_side_in_one_cell_are_parted_by_their_place_for_review():
    page = draw_page(1, table(("ที่", "มาตรการ", "?", "<"), ROW, ("๒", "เปิดเผยข้อมูล", "ลงเว็บไซต์", "กองคลัง")))
    texts = {"วิธีดำเนินการ": (870, 1150), "ผู้รับผิดชอบ": (1200, 1450)}
    (built,) = build_tables([with_lines(page, 2, texts)]).stitched
    assert [column.meaning for column in built.columns[2:]] == [Meaning.PROCEDURE, Meaning.RESPONSIBLE]
    assert "columns-fitted" in [issue.code for issue in built.issues]


def test_a_block_of_rows_without_any_rule_is_a_row_for_review_and_no_section():
    block = "\n".join(f"{number} มาตรการที่ {number} ของกองคลัง" for number in "๒๓๔๕๖")
    page = draw_page(1, table(("ที่", "มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ"), ROW, (block, "<", "<", "<")))
    (built,) = build_tables([page]).stitched
    assert len(built.rows) == 2
    assert "cell-over-columns" in [issue.code for issue in built.issues]


def test_a_share_and_an_explanation_under_progress_are_state_and_result():
    head = ("ที่", "มาตรการ", "ความก้าวหน้า", "<"), ("^", "^", "ร้อยละ", "คำอธิบาย")
    page = draw_page(1, table(*head, ("๑", "ลดขั้นตอน", "๑๐๐", "ครบทุกข้อ"), ("๒", "เปิดข้อมูล", "๔๕", "อยู่ระหว่างจัดซื้อ")))
    (built,) = build_tables([page]).stitched
    assert [column.meaning for column in built.columns[2:]] == [Meaning.STATUS, Meaning.RESULT]


def test_a_header_whose_rule_is_broken_in_a_column_loses_no_row():
    head = ("ที่\n๑", "มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ")
    page = draw_page(1, table(head, ("^", "ลดขั้นตอน", "ทบทวนคู่มือ", "กองช่าง"), ("๒", "เปิดข้อมูล", "ลงเว็บไซต์", "กองคลัง")))
    first = page.grids[0].cells[0]
    _, y0, _, y1 = page.grids[0].cells[1].bbox
    lines = tuple(
        line.model_copy(update={"bbox": (line.bbox[0], y1 + 10, line.bbox[2], y1 + 40)}) if line.text == "๑" else line
        for line in page.lines
    )
    (built,) = build_tables([page.model_copy(update={"lines": lines})]).stitched
    assert first.rowspan == 2 and y0 < y1
    assert [row.cells[0].passage.text for row in built.rows] == ["๑", "๒"]
    assert "columns-fitted" in [issue.code for issue in built.issues]
