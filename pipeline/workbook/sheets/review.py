"""ต้องตรวจ: every doubted value with its picture, most important first."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.workbook.cells import crop_cell, pages_cell
from pipeline.workbook.doubts import Doubt, Importance
from pipeline.workbook.records import Cell, Column, Kind, Row, Sheet, Tone, table_sheet
from pipeline.workbook.wording import REVIEW_SHEET

_IMPORTANCE = {
    Importance.UNREADABLE: "๐ อ่านไม่ได้",
    Importance.RESULT: "๑ ผล วันที่ ตัวเลข",
    Importance.PAIR: "๒ การจับคู่",
    Importance.NOTICE: "๓ ข้อสังเกต",
    Importance.TEXT: "๔ ข้อความ",
}

_TONES = {
    Importance.UNREADABLE: Tone.BAD,
    Importance.RESULT: Tone.DOUBT,
    Importance.PAIR: Tone.DOUBT,
    Importance.NOTICE: Tone.PLAIN,
    Importance.TEXT: Tone.PLAIN,
}

_COLUMNS = (
    Column("ที่", 5, Kind.COUNT),
    Column("ความสำคัญ", 16),
    Column("เอกสาร", 12),
    Column("ตำแหน่ง", 20),
    Column("รายการ", 22),
    Column("ค่าที่อ่านได้", 32),
    Column("ข้อความดิบก่อนปรับ", 28),
    Column("เหตุผลที่ต้องตรวจ", 38),
    Column("ความเชื่อมั่น / คะแนน", 11, Kind.SCORE),
    Column("หน้า", 10),
    Column("ภาพจากเอกสาร", 44, Kind.PICTURE),
)


def review_sheet(doubts: Sequence[Doubt]) -> Sheet:
    """One row for each doubt, in the order given."""
    rows = tuple(_cells(number, doubt) for number, doubt in enumerate(doubts, 1))
    return table_sheet(REVIEW_SHEET, _COLUMNS, rows or (_NOTHING,), frozen=2)


_NOTHING: Row = (Cell(None), Cell("ไม่มี", Tone.GOOD), *[Cell(None)] * 3, Cell("ไม่มีค่าที่ต้องตรวจ"), *[Cell(None)] * 5)


def _cells(number: int, doubt: Doubt) -> Row:
    return (
        Cell(number),
        Cell(_IMPORTANCE[doubt.importance], _TONES[doubt.importance]),
        Cell(doubt.document),
        Cell(doubt.position),
        Cell(doubt.what),
        Cell(doubt.text or None),
        Cell(doubt.raw or None),
        Cell(doubt.why or None),
        Cell(doubt.confidence),
        pages_cell(doubt.sha256, doubt.places),
        crop_cell(doubt.sha256, doubt.places),
    )
