"""เปรียบเทียบ: one row for each entry of a reconciliation, and the columns in which the analyst decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pipeline.model import DateField, DocumentRecord, Field, Outcome, PairRow, PlanRow, Reconciliation, ReportRow
from pipeline.settings import WorkbookSettings
from pipeline.workbook.cells import crop_cell, reasons_cell, review_cell
from pipeline.workbook.differences import is_same_wording, mark_differences
from pipeline.workbook.keys import write_key
from pipeline.workbook.records import Cell, Column, Kind, Mark, Row, Run, Sheet, Tone, table_sheet
from pipeline.workbook.rows import plan_rows, report_rows, row_values
from pipeline.workbook.wording import (
    CHOSEN_OUTCOMES,
    COMMENT_HEADING,
    COMPARISON_SHEET,
    FIELDS,
    KEY_HEADING,
    LEVELS,
    NO_SUCH_FIELD,
    NOT_LEGIBLE,
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
    Column("เหตุผลที่ต้องตรวจ", 28),
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


_Rows = Sequence[PlanRow | ReportRow]


def _take(rows: Mapping[int, PlanRow | ReportRow], orders: Iterable[int]) -> _Rows:
    return [rows[order] for order in orders if order in rows]


def _cells(
    number: int,
    row: PairRow,
    old: _Rows,
    new: _Rows,
    documents: tuple[DocumentRecord, DocumentRecord],
    settings: WorkbookSettings,
) -> Row:
    plan, report = documents
    old_measure, new_measure = _side_by_side(old, new, settings)
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
        _compared(_values(old, "procedure"), _values(new, "procedure"), settings),
        _compared(_values(old, "responsible"), _values(new, "responsible"), settings),
        _compared(_values(old, "due"), _values(new, "due"), settings),
        Cell(_spans(old, new) or None),
        Cell("\n".join(FIELDS[change.field] for change in row.changes) or "–"),
        Cell(LEVELS[row.match.level]),
        Cell(row.match.score),
        Cell(row.match.runner_up),
        Cell(_pages(old, new) or None),
        crop_cell(sha256, (place for one in pictured for place in one.measure.where)),
        crop_cell(
            report.source.sha256, (place for one in new if isinstance(one, ReportRow) for place in one.status_where)
        ),
        *[Cell(None, Tone.INPUT)] * 4,
    )


def _side_by_side(old: _Rows, new: _Rows, settings: WorkbookSettings) -> tuple[Cell, Cell]:
    left, right = _values(old, "measure"), _values(new, "measure")
    tones = [Tone.DOUBT if any(row.measure.review for row in rows) else Tone.PLAIN for rows in (old, new)]
    if left is None or right is None:
        return (
            Cell(left, tones[0]) if left is not None else Cell(_ABSENT_FROM_PLAN, Tone.QUIET),
            Cell(right, tones[1]) if right is not None else Cell(_ABSENT_FROM_REPORT, Tone.QUIET),
        )
    runs = mark_differences(left, right, settings)
    return Cell(_simplify(runs[0]), tones[0]), Cell(_simplify(runs[1]), tones[1])


_ABSENT_FROM_PLAN = f"({OUTCOMES[Outcome.NOT_PLANNED]})"
_ABSENT_FROM_REPORT = f"({OUTCOMES[Outcome.NOT_REPORTED]})"


def _compared(old: str | None, new: str | None, settings: WorkbookSettings) -> Cell:
    """Both wordings in one cell: once when they are the same, under the name of their document when not."""
    if old is not None and new is not None and is_same_wording(old, new):
        return Cell(old)
    if old is None and new is None:
        return Cell(NO_SUCH_FIELD, Tone.QUIET)
    if old is None or new is None:
        only = "รายงาน" if old is None else "แผน"
        return Cell((Run(f"เฉพาะใน{only}: ", Mark.LABEL), Run(old or new or "")))
    left, right = mark_differences(old, new, settings)
    return Cell((Run("แผน: ", Mark.LABEL), *left, Run("\nรายงาน: ", Mark.LABEL), *right), Tone.PLAIN)


def _simplify(runs: tuple[Run, ...]) -> tuple[Run, ...] | str:
    """Runs without any mark are a plain text."""
    return "".join(run.text for run in runs) if all(run.mark is Mark.NONE for run in runs) else runs


def _values(rows: _Rows, name: str) -> str | None:
    """The texts of one field of all rows of a side; None when none has it."""
    fields: list[tuple[int, Field]] = [
        (row.order, value) for row in rows for key, value in row_values(row) if key == name
    ]
    if not fields:
        return None
    texts = [(order, field.text or NOT_LEGIBLE) for order, field in fields]
    if len(rows) == 1:
        return texts[0][1]
    return "\n".join(f"[{order}] {text}" for order, text in texts)


def _spans(old: _Rows, new: _Rows) -> str:
    """The due dates as ISO; both when they differ."""
    left, right = ("\n".join(dict.fromkeys(filter(None, map(_span, rows)))) for rows in (old, new))
    if left == right or not right:
        return left
    return f"แผน: {left}\nรายงาน: {right}" if left else right


def _span(row: PlanRow | ReportRow) -> str:
    due: DateField | None = row.due
    return show_span(due)


def _pages(old: _Rows, new: _Rows) -> str:
    sides = (("แผน", old), ("รายงาน", new))
    texts = [
        f"{side} {pages}"
        for side, rows in sides
        if (pages := show_pages([place for row in rows for place in row.measure.where]))
    ]
    return "\n".join(texts)
