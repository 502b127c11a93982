"""แผน and รายงาน: the rows of a document's tables as read."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import DocumentRecord, Field, Outcome, PlanRow, ReportRow
from pipeline.workbook.cells import crop_cell, field_cell, pages_cell, plain, reasons_cell, review_cell
from pipeline.workbook.reasons import explain_reason
from pipeline.workbook.records import Cell, Column, Kind, Row, Sheet, Tone, table_sheet
from pipeline.workbook.rows import is_row_doubted, other_headings, plan_rows, report_rows, row_values
from pipeline.workbook.wording import (
    FIELDS,
    OUTCOME_TONES,
    PLAN_SHEET,
    REPORT_SHEET,
    show_span,
    show_status,
)

_FIRST = (
    Column("ฉบับที่", 7, Kind.COUNT),
    Column("ลำดับ", 7, Kind.COUNT),
    Column("เลขลำดับในเอกสาร", 10),
    Column("หัวข้อ", 20),
    Column("มาตรการ", 34),
    Column("ขั้นตอนหรือวิธีการปฏิบัติ", 42),
    Column("ผู้รับผิดชอบ", 18),
    Column("หน่วยงานที่แยกได้", 16),
)
_DUE = (Column("กำหนดเวลา (ตามเอกสาร)", 18), Column("กำหนดเวลา (ค.ศ.)", 13))
_LAST = (Column("ตรวจ", 9), Column("เหตุผล", 30), Column("หน้า", 10))
_ALWAYS = {FIELDS["measure"], FIELDS["status"], *(column.heading for column in _LAST)}
_OTHER_WIDTH = 20


def plan_sheet(record: DocumentRecord) -> Sheet:
    """One row for each plan row of the file."""
    found = plan_rows(record)
    rows = [one.row for one in found if isinstance(one.row, PlanRow)]
    others = other_headings(rows)
    columns = (*_FIRST, Column("การกำกับติดตาม", 24), *_DUE, *_other_columns(others), *_LAST)
    sha256 = record.source.sha256
    cells = tuple(_plan_cells(one.memo, row, others, sha256) for one, row in zip(found, rows, strict=True))
    return _measures_sheet(PLAN_SHEET, columns, cells)


def report_sheet(record: DocumentRecord) -> Sheet:
    """One row for each report row of the file."""
    found = report_rows(record)
    rows = [one.row for one in found if isinstance(one.row, ReportRow)]
    others = other_headings(rows)
    columns = (
        *_FIRST,
        Column("สถานะการดำเนินงาน", 18),
        Column("ความเชื่อมั่น", 10, Kind.SCORE),
        Column("หมายเหตุในรายงาน", 24),
        *_DUE,
        Column("วันที่ในตาราง (ตามเอกสาร)", 18),
        Column("วันที่ในตาราง (ค.ศ.)", 13),
        *_other_columns(others),
        *_LAST,
        Column("ภาพช่องสถานะ", 26, Kind.PICTURE),
    )
    sha256 = record.source.sha256
    cells = tuple(_report_cells(one.memo, row, others, sha256) for one, row in zip(found, rows, strict=True))
    return _measures_sheet(REPORT_SHEET, columns, cells)


def _measures_sheet(title: str, columns: tuple[Column, ...], rows: tuple[Row, ...]) -> Sheet:
    """The sheet without the columns that the document does not have, but with all when it has no rows."""
    kept = [
        index
        for index, column in enumerate(columns)
        if column.heading in _ALWAYS or not rows or any(row[index].value is not None for row in rows)
    ]
    chosen = tuple(columns[index] for index in kept)
    frozen = 1 + next(at for at, column in enumerate(chosen) if column.heading == FIELDS["measure"])
    return table_sheet(title, chosen, tuple(tuple(row[index] for index in kept) for row in rows), frozen=frozen)


def _other_columns(headings: Sequence[str]) -> tuple[Column, ...]:
    return tuple(Column(heading, _OTHER_WIDTH) for heading in headings)


def _plan_cells(memo: int, row: PlanRow, others: Sequence[str], sha256: str) -> Row:
    return (
        *_first_cells(memo, row),
        field_cell(row.monitoring),
        *_due_cells(row),
        *(field_cell(row.others.get(heading)) for heading in others),
        *_last_cells(row, sha256),
    )


def _report_cells(memo: int, row: ReportRow, others: Sequence[str], sha256: str) -> Row:
    tone = Tone.DOUBT if row.status_review else OUTCOME_TONES[Outcome(row.status.value)]
    return (
        *_first_cells(memo, row),
        Cell(show_status(row.status), tone),
        Cell(row.status_confidence),
        field_cell(row.note),
        *_due_cells(row),
        field_cell(row.date),
        Cell(show_span(row.date) or None),
        *(field_cell(row.others.get(heading)) for heading in others),
        *_last_cells(row, sha256),
        crop_cell(sha256, row.status_where),
    )


def _first_cells(memo: int, row: PlanRow | ReportRow) -> Row:
    return (
        *plain(memo, row.order),
        field_cell(row.number),
        field_cell(row.section),
        field_cell(row.measure),
        field_cell(row.procedure),
        field_cell(row.responsible),
        Cell("\n".join(row.units) or None),
    )


def _due_cells(row: PlanRow | ReportRow) -> Row:
    return (field_cell(row.due), Cell(show_span(row.due) or None))


def _last_cells(row: PlanRow | ReportRow, sha256: str) -> Row:
    places = [place for _, value in row_values(row) for place in value.where]
    return (review_cell(is_row_doubted(row)), reasons_cell(_reasons(row)), pages_cell(sha256, places))


def _reasons(row: PlanRow | ReportRow) -> list[str]:
    """Each reason with the name of its value in front."""
    reasons = [_say(name, value) for name, value in row_values(row) if value.review]
    if isinstance(row, ReportRow) and row.status_review:
        said = "; ".join(map(explain_reason, row.status_reasons)) or "ต้องตรวจ"
        reasons.insert(0, f"{FIELDS['status']}: {said}")
    return reasons


def _say(name: str, value: Field) -> str:
    said = "; ".join(map(explain_reason, value.reasons)) or "ต้องตรวจ"
    return f"{FIELDS.get(name, name)}: {said}"
