"""The Thai words that analysts see: data, and the few functions that join it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import DateField, DocumentStatus, MatchLevel, MemoKind, Outcome, Place, Severity, Status, Verdict
from pipeline.thai.digits import to_thai
from pipeline.workbook.records import Tone

OUTCOMES = {
    Outcome.DONE: "ดำเนินการแล้วเสร็จ",
    Outcome.IN_PROGRESS: "อยู่ระหว่างดำเนินการ",
    Outcome.NOT_STARTED: "ยังไม่ดำเนินการ",
    Outcome.CANCELLED: "ยกเลิก",
    Outcome.UNKNOWN: "ไม่ทราบสถานะ",
    Outcome.NOT_REPORTED: "ไม่มีในรายงาน",
    Outcome.NOT_PLANNED: "ไม่มีในแผน",
}

# One sign each, so that outcomes can be told apart in a black-and-white print.
OUTCOME_SIGNS = {
    Outcome.DONE: "✓",
    Outcome.IN_PROGRESS: "…",
    Outcome.NOT_STARTED: "○",
    Outcome.CANCELLED: "×",
    Outcome.UNKNOWN: "?",
    Outcome.NOT_REPORTED: "▲",
    Outcome.NOT_PLANNED: "▼",
}

OUTCOME_TONES = {
    Outcome.DONE: Tone.GOOD,
    Outcome.IN_PROGRESS: Tone.WAIT,
    Outcome.NOT_STARTED: Tone.BAD,
    Outcome.CANCELLED: Tone.BAD,
    Outcome.UNKNOWN: Tone.DOUBT,
    Outcome.NOT_REPORTED: Tone.BAD,
    Outcome.NOT_PLANNED: Tone.QUIET,
}

OUTCOME_MEANINGS = {
    Outcome.DONE: "รายงานระบุว่าทำเสร็จแล้ว",
    Outcome.IN_PROGRESS: "รายงานระบุว่ากำลังทำ",
    Outcome.NOT_STARTED: "รายงานระบุว่ายังไม่เริ่มทำ",
    Outcome.CANCELLED: "รายงานระบุว่ายกเลิก",
    Outcome.UNKNOWN: "ไม่มีเครื่องหมาย มีมากกว่าหนึ่งเครื่องหมาย หรืออ่านไม่ได้ โปรแกรมไม่เดาแทน",
    Outcome.NOT_REPORTED: "มาตรการอยู่ในแผน แต่ไม่พบในรายงาน",
    Outcome.NOT_PLANNED: "มาตรการอยู่ในรายงาน แต่ไม่พบในแผน",
}

LEVELS = {
    MatchLevel.EXACT: "ข้อความตรงกัน",
    MatchLevel.NUMBER: "เลขลำดับตรงกันและข้อความคล้ายกัน",
    MatchLevel.TEXT: "ข้อความคล้ายกันมาก",
    MatchLevel.PARTIAL: "ข้อความตรงกันบางส่วน",
    MatchLevel.MANUAL: "ผู้ตรวจกำหนด",
    MatchLevel.NONE: "ไม่มีคู่",
}

FIELDS = {
    "agency": "ส่วนราชการ (หน่วยงาน)",
    "department": "หน่วยงานภายใน",
    "number": "ที่ (เลขที่หนังสือ)",
    "date": "วันที่",
    "subject": "เรื่อง",
    "recipient": "เรียน",
    "order_number": "เลขลำดับในเอกสาร",
    "section": "หัวข้อ",
    "measure": "มาตรการ",
    "procedure": "ขั้นตอนหรือวิธีการปฏิบัติ",
    "responsible": "ผู้รับผิดชอบ",
    "monitoring": "การกำกับติดตาม",
    "due": "กำหนดเวลา",
    "note": "หมายเหตุในรายงาน",
    "status": "สถานะการดำเนินงาน",
    "row_date": "วันที่ในตาราง",
    "ita": "คะแนน ITA",
    "signatory": "ผู้ลงนาม",
    "position": "ตำแหน่ง",
}

KINDS = {
    MemoKind.PLAN: "แผน / มาตรการ",
    MemoKind.REPORT: "รายงานผล",
    MemoKind.PLAN_AND_REPORT: "แผนและรายงานผลในฉบับเดียวกัน",
    MemoKind.OTHER: "อื่น ๆ",
}

DOCUMENT_STATUSES = {
    DocumentStatus.OK: "อ่านได้ครบ ไม่มีข้อสงสัย",
    DocumentStatus.REVIEW: "อ่านได้ แต่มีค่าที่ต้องตรวจ",
    DocumentStatus.PARTIAL: "อ่านได้ไม่ครบทุกหน้า",
    DocumentStatus.FAILED: "อ่านไม่ได้",
}

DOCUMENT_TONES = {
    DocumentStatus.OK: Tone.GOOD,
    DocumentStatus.REVIEW: Tone.WAIT,
    DocumentStatus.PARTIAL: Tone.BAD,
    DocumentStatus.FAILED: Tone.BAD,
}

SEVERITIES = {Severity.INFO: "แจ้งให้ทราบ", Severity.REVIEW: "ต้องตรวจ", Severity.ERROR: "ผิดพลาด"}
SEVERITY_TONES = {Severity.INFO: Tone.QUIET, Severity.REVIEW: Tone.DOUBT, Severity.ERROR: Tone.BAD}

PAGE_STATUSES = {"ok": "อ่านได้", "failed": "อ่านไม่ได้"}
PAGE_SOURCES = {"scan": "ภาพสแกน", "text_layer": "ข้อความในไฟล์"}

VERDICTS = {
    Verdict.CONFIRM: "ยืนยัน",
    Verdict.SPLIT: "ไม่ใช่คู่กัน",
    Verdict.PAIR: "จับคู่กับลำดับ…",
}

CHOSEN_OUTCOMES = (
    Outcome.DONE,
    Outcome.IN_PROGRESS,
    Outcome.NOT_STARTED,
    Outcome.CANCELLED,
    Outcome.UNKNOWN,
)
"""The outcomes an analyst may choose; whether a measure stands in plan or report follows from the pairing."""

NOTHING_TO_REVIEW = "–"
TO_REVIEW = "⚠ ตรวจ"
NO_SUCH_FIELD = "(ไม่มีในเอกสาร)"
NOT_LEGIBLE = "(มีแต่อ่านไม่ออก)"

KEY_HEADING = "รหัสแถว (ห้ามแก้)"
VERDICT_HEADING = "การตัดสินใจ"
TARGET_HEADING = "ลำดับในรายงานที่ถูกต้อง"
OUTCOME_HEADING = "ผลที่ถูกต้อง"
COMMENT_HEADING = "หมายเหตุผู้ตรวจ"

SUMMARY_SHEET = "สรุป"
COMPARISON_SHEET = "เปรียบเทียบ"
PLAN_SHEET = "แผน"
REPORT_SHEET = "รายงาน"
REVIEW_SHEET = "ต้องตรวจ"
SOURCES_SHEET = "แหล่งข้อมูล"
PAGES_SHEET = "หน้าและปัญหา"


def show_outcome(outcome: Outcome) -> str:
    """An outcome with its sign.

    >>> show_outcome(Outcome.DONE)
    '✓ ดำเนินการแล้วเสร็จ'
    """
    return f"{OUTCOME_SIGNS[outcome]} {OUTCOMES[outcome]}"


def show_status(status: Status) -> str:
    """A status in the words and with the sign of the outcome of the same name."""
    return show_outcome(Outcome(status.value))


def show_pages(places: Sequence[Place]) -> str:
    """The pages that places stand on, in Thai digits.

    >>> show_pages([Place(page=3, bbox=(0, 0, 1, 1)), Place(page=4, bbox=(0, 0, 1, 1))])
    'หน้า ๓–๔'
    >>> show_pages([])
    ''
    """
    pages = sorted({place.page for place in places})
    return "หน้า " + to_thai(show_numbers(pages)) if pages else ""


def show_numbers(numbers: Sequence[int]) -> str:
    """Numbers with runs drawn together.

    >>> show_numbers([1, 2, 3, 5, 7, 8])
    '1–3, 5, 7–8'
    """
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def show_span(date: DateField | None) -> str:
    """A date as ISO text, both ends when it is more than a day; empty when it could not be understood."""
    if date is None or date.start is None or date.end is None:
        return ""
    ends = dict.fromkeys((date.start.isoformat(), date.end.isoformat()))
    return " –\n".join(ends)


def show_year(year: int | None) -> str:
    """A Buddhist-Era year.

    >>> show_year(2565), show_year(None)
    ('๒๕๖๕', 'ไม่ทราบ')
    """
    return to_thai(str(year)) if year is not None else "ไม่ทราบ"
