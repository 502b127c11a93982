"""The values of a record as a flat list: what a person clicks on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import DocumentRecord, Field, Memo, Place, PlanRow, ReportRow, Status


@dataclass(frozen=True, slots=True)
class Value:
    """One value: where it belongs ("แผน 3"), its name, its text, whether to review it, why, and its places."""

    group: str
    name: str
    text: str
    confidence: float
    review: bool
    reasons: tuple[str, ...]
    where: tuple[Place, ...]


_HEAD = {
    "agency": "หน่วยงาน",
    "department": "ส่วนราชการ",
    "number": "ที่",
    "date": "วันที่",
    "subject": "เรื่อง",
    "recipient": "เรียน",
}
_ROW = {
    "number": "ลำดับ",
    "section": "หัวข้อ",
    "measure": "มาตรการ",
    "procedure": "ขั้นตอน/วิธีการ",
    "responsible": "ผู้รับผิดชอบ",
    "monitoring": "การกำกับติดตาม",
    "due": "ระยะเวลา",
    "note": "หมายเหตุ",
    "date": "วันที่",
}

_STATUS = {
    Status.NOT_STARTED: "ยังไม่ดำเนินการ",
    Status.IN_PROGRESS: "อยู่ระหว่างดำเนินการ",
    Status.DONE: "ดำเนินการแล้วเสร็จ",
    Status.CANCELLED: "ยกเลิก",
    Status.UNKNOWN: "ไม่ทราบสถานะ",
}


def list_values(record: DocumentRecord) -> tuple[Value, ...]:
    """Every value of every memo, in the order of the page."""
    return tuple(value for memo in record.memos for value in _list_memo(memo))


def _list_memo(memo: Memo) -> Iterator[Value]:
    group = f"บันทึกข้อความ หน้า {memo.pages[0]}–{memo.pages[1]}"
    yield from _list_fields(group, _HEAD, memo)
    for score in memo.ita:
        text = f"{score.score if score.score is not None else '?'} {score.grade or ''}".strip()
        name = f"ITA {score.fiscal_year or '?'}"
        yield Value(group, name, text, score.confidence, score.review, score.reasons, score.where)
    for plan_row in memo.plan:
        yield from _list_fields(f"แผน {plan_row.order}", _ROW, plan_row)
    for row in memo.report:
        yield from _list_fields(f"รายงาน {row.order}", _ROW, row)
        yield Value(
            f"รายงาน {row.order}", "สถานะ", _STATUS[row.status], row.status_confidence,
            row.status_review, row.status_reasons, row.status_where,
        )  # fmt: skip
    for signatory in memo.signatories:
        yield _of_field(group, "ผู้ลงนาม", signatory.name)
        if signatory.position is not None:
            yield _of_field(group, "ตำแหน่ง", signatory.position)


def _list_fields(group: str, names: dict[str, str], holder: Memo | PlanRow | ReportRow) -> Iterator[Value]:
    for key, name in names.items():
        field = getattr(holder, key, None)
        if field is not None:
            yield _of_field(group, name, field)
    for heading, field in getattr(holder, "others", {}).items():
        yield _of_field(group, heading, field)


def _of_field(group: str, name: str, field: Field) -> Value:
    return Value(group, name, field.text, field.confidence, field.review, field.reasons, field.where)
