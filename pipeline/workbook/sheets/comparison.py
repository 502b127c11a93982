"""เปรียบเทียบ: one row for each entry of a reconciliation, and the columns in which the analyst decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.model import DateField, DocumentRecord, PairRow, PlanRow, Reconciliation, ReportRow
from pipeline.settings import WorkbookSettings
from pipeline.workbook.cells import crop_cell, reasons_cell, review_cell
from pipeline.workbook.compared import Rows, gather, in_one_cell, side_by_side
from pipeline.workbook.keys import write_key
from pipeline.workbook.records import Cell, Column, Crop, Kind, Row, Sheet, Tone, table_sheet
from pipeline.workbook.rows import plan_rows, report_rows
from pipeline.workbook.wording import (
    CHOSEN_OUTCOMES,
    COMMENT_HEADING,
    COMPARISON_SHEET,
    FIELDS,
    KEY_HEADING,
    LEVELS,
    OUTCOME_HEADING,
    OUTCOME_TONES,
    OUTCOMES,
    TARGET_HEADING,
    VERDICT_HEADING,
    VERDICTS,
    show_numbers,
    show_outcome,
    show_pages,
    show_span,
)

COLUMNS = (
    Column(KEY_HEADING, 10, Kind.KEY),
    Column("ที่", 5, Kind.COUNT),
    Column("ลำดับในแผน", 8),
    Column("ลำดับในรายงาน", 9),
    Column("ผลการดำเนินงาน", 16),
    Column("ตรวจ", 9),
    Column("เหตุผลที่ต้องตรวจ", 40),
    Column("มาตรการตามแผน", 32),
    Column("มาตรการตามรายงาน", 32),
    Column("ขั้นตอนหรือวิธีการปฏิบัติ", 38),
    Column("ผู้รับผิดชอบ", 18),
    Column("กำหนดเวลา (ตามเอกสาร)", 20),
    Column("กำหนดเวลา (ค.ศ.)", 18),
    Column("สิ่งที่เปลี่ยน", 14),
    Column("ระดับการจับคู่", 15),
    Column("คะแนน", 8, Kind.SCORE),
    Column("คู่รองที่ใกล้ที่สุด", 9, Kind.SCORE),
    Column("หน้าในเอกสาร", 14),
    Column("ภาพมาตรการ", 36, Kind.PICTURE),
    Column("ภาพช่องสถานะ", 26, Kind.PICTURE),
    Column(
        VERDICT_HEADING,
        17,
        Kind.INPUT,
        tuple(VERDICTS.values()),
        "เว้นว่างไว้ถ้ายังไม่ตัดสินใจ",
    ),
    Column(
        TARGET_HEADING,
        13,
        Kind.INPUT,
        hint="กรอกเฉพาะเมื่อเลือก “จับคู่กับลำดับ…” ใช้เลขในช่อง “ลำดับ” ของแผ่นรายงาน หลายลำดับให้คั่นด้วยจุลภาค เช่น ๕, ๗",
    ),
    Column(
        OUTCOME_HEADING, 19, Kind.INPUT, tuple(OUTCOMES[outcome] for outcome in CHOSEN_OUTCOMES), "เว้นว่างไว้ถ้าผลถูกแล้ว"
    ),
    Column(COMMENT_HEADING, 30, Kind.INPUT, hint="บันทึกพร้อมกับการตัดสินใจในแถวเดียวกัน"),
)

_LAST_TEXT = 13  # the first printed page ends with "สิ่งที่เปลี่ยน"; evidence and decisions follow on pages of their own


def comparison_sheet(
    reconciliation: Reconciliation, plan: DocumentRecord, report: DocumentRecord, settings: WorkbookSettings
) -> Sheet:
    """The reconciliation's entries in their order."""
    plans = {one.row.order: one.row for one in plan_rows(plan)}
    reports = {one.row.order: one.row for one in report_rows(report)}
    rows = tuple(
        _cells(number, row, _take(plans, row.plan), _take(reports, row.report), (plan, report), settings)
        for number, row in enumerate(reconciliation.rows, 1)
    )
    prints = ((1, _LAST_TEXT), (_LAST_TEXT + 1, len(COLUMNS) - 1))
    return table_sheet(COMPARISON_SHEET, COLUMNS, rows, frozen=6, prints=prints, repeated=(1, 4))


def _take(rows: Mapping[int, PlanRow | ReportRow], orders: Iterable[int]) -> Rows:
    return [rows[order] for order in orders if order in rows]


def _cells(
    number: int,
    row: PairRow,
    old: Rows,
    new: Rows,
    documents: tuple[DocumentRecord, DocumentRecord],
    settings: WorkbookSettings,
) -> Row:
    plan, report = documents
    old_measure, new_measure = side_by_side(gather(old, "measure"), gather(new, "measure"), settings)
    pictured, sha256 = (new, report.source.sha256) if new else (old, plan.source.sha256)
    return (
        Cell(write_key(row.plan, row.report)),
        Cell(number),
        Cell(show_numbers(row.plan) or "–"),
        Cell(show_numbers(row.report) or "–"),
        Cell(show_outcome(row.outcome), OUTCOME_TONES[row.outcome]),
        review_cell(row.review),
        reasons_cell(row.reasons),
        old_measure,
        new_measure,
        in_one_cell(gather(old, "procedure"), gather(new, "procedure"), settings),
        in_one_cell(gather(old, "responsible"), gather(new, "responsible"), settings),
        in_one_cell(gather(old, "due"), gather(new, "due"), settings),
        Cell(_spans(old, new) or None),
        Cell("\n".join(FIELDS[change.field] for change in row.changes) or "–"),
        Cell(LEVELS[row.match.level]),
        Cell(row.match.score),
        Cell(row.match.runner_up),
        _pages_cell(old, new, sha256, pictured),
        crop_cell(sha256, (place for one in pictured for place in one.measure.where)),
        crop_cell(
            report.source.sha256, (place for one in new if isinstance(one, ReportRow) for place in one.status_where)
        ),
        *[Cell(None, Tone.INPUT)] * 4,
    )


def _spans(old: Rows, new: Rows) -> str:
    """The due dates as ISO; both when they differ."""
    left, right = ("\n".join(dict.fromkeys(filter(None, map(_span, rows)))) for rows in (old, new))
    if left == right or not right:
        return left
    return f"แผน: {left}\nรายงาน: {right}" if left else right


def _span(row: PlanRow | ReportRow) -> str:
    due: DateField | None = row.due
    return show_span(due)


def _pages_cell(old: Rows, new: Rows, sha256: str, linked: Rows) -> Cell:
    """The pages of both sides; the link leads to the report's, where it has the row."""
    places = tuple(place for one in linked for place in one.measure.where)
    return Cell(_pages(old, new) or None, link=Crop(sha256, places) if places else "")


def _pages(old: Rows, new: Rows) -> str:
    sides = (("แผน", old), ("รายงาน", new))
    texts = [
        f"{side} {pages}"
        for side, rows in sides
        if (pages := show_pages([place for row in rows for place in row.measure.where]))
    ]
    return "\n".join(texts)
