"""Hand-made records: twelve measures of an invented agency, with every kind of trouble a workbook must show."""

from __future__ import annotations

import io
from datetime import date

from PIL import Image

from pipeline.model import (
    Change,
    DateField,
    DocumentRecord,
    DocumentStatus,
    Field,
    Finding,
    Issue,
    ItaScore,
    Match,
    MatchLevel,
    Memo,
    MemoKind,
    Outcome,
    Page,
    PairRow,
    Place,
    PlanRow,
    Precision,
    Reconciliation,
    ReportRow,
    Severity,
    Signatory,
    Source,
    SourceRef,
    Status,
    Summary,
)

MEASURES = (
    "จัดทำแนวทางปฏิบัติเกี่ยวกับการใช้ทรัพย์สินของราชการ",
    "ให้ความรู้เรื่องการป้องกันผลประโยชน์ทับซ้อน",
    "เผยแพร่ผลการใช้จ่ายงบประมาณผ่านเว็บไซต์ของหน่วยงาน",
    "ปรับปรุงระบบการให้บริการ ณ จุดเดียว (One Stop Service)",
    "- เปิดช่องทางแจ้งเรื่องร้องเรียนการทุจริต",
    "=ประกาศหลักเกณฑ์การบริหารทรัพยากรบุคคล",
    "ตรวจสอบและต่ออายุเว็บไซต์ของหน่วยงาน",
    "เพิ่มช่องทางการบริการแบบ E-Service",
    "จัดทำคู่มือการปฏิบัติงานและระยะเวลาการให้บริการ",
    "สร้างการรับรู้ต่อการใช้อำนาจของผู้บังคับบัญชา",
    "เผยแพร่ข้อมูลข่าวสารที่สาธารณชนควรรับทราบ",
    "ประเมินความพึงพอใจของผู้รับบริการ",
)

PLAN_SHA, REPORT_SHA = "a" * 64, "b" * 64


def field(text: str, page: int = 1, y: int = 100, **more: object) -> Field:
    values: dict[str, object] = {"raw": text, "confidence": 0.97, "where": (place(page, y),), **more}
    return Field.model_validate({"text": text, **values})


def place(page: int, y: int = 100) -> Place:
    return Place(page=page, bbox=(100, y, 600, y + 60))


def due(text: str, year: int) -> DateField:
    day = date(year - 543, 1, 4)
    return DateField(
        text=text,
        raw=text,
        confidence=0.9,
        where=(place(2),),
        start=day,
        end=day,
        precision=Precision.DAY,
        be_year=year,
    )


MONITORING = field(
    "รายงานผล ณ ๔ มกราคม ๒๕๖๕", page=2, review=True, reasons=("thai-digit-from-tesseract: ๒๕๖๕ (or ๒๕๖๔ 0.31)",)
)


def plan_row(order: int, **more: object) -> PlanRow:
    text = MEASURES[order - 1]
    values: dict[str, object] = {
        "measure": field(text, 2, order * 70),
        "procedure": field("ดำเนินการ" + text.lstrip("-= "), 2, order * 70),
        "responsible": field("สำนักปลัด/ กองคลัง", 2),
        "units": ("สำนักปลัด", "กองคลัง"),
        "monitoring": MONITORING if order <= 6 else None,
        "due": due("๔ มกราคม ๒๕๖๕", 2565) if order == 4 else None,
        **more,
    }
    return PlanRow.model_validate({"order": order, **values})


def report_row(order: int, status: Status = Status.DONE, **more: object) -> ReportRow:
    text = MEASURES[order - 1]
    values: dict[str, object] = {
        "measure": field(text, 5, order * 70),
        "procedure": field("ดำเนินการ" + text.lstrip("-= "), 5, order * 70),
        "status_confidence": 0.99,
        "status_where": (place(5, order * 70),),
        "note": field("/ (ตรวจสอบได้ที่เว็บไซต์)", 5, order * 70),
        **more,
    }
    return ReportRow.model_validate({"order": order, "status": status, **values})


def memo(kind: MemoKind, plan: tuple[PlanRow, ...] = (), report: tuple[ReportRow, ...] = ()) -> Memo:
    return Memo(
        pages=(1, 7),
        kind=kind,
        agency=field("องค์การบริหารส่วนตำบลตัวอย่าง"),
        number=field("กส ๗๘๙๐๑ /", review=True, reasons=("thai-digit-from-tesseract: ๗๘๙๐๑",)),
        date=due("๔ มกราคม ๒๕๖๕", 2565),
        subject=field("รายงานผลการดำเนินการตามมาตรการ"),
        fiscal_year=2565,
        ita=(ItaScore(fiscal_year=2564, score=96.52, grade="AA", confidence=0.99, where=(place(4),)),),
        plan=plan,
        report=report,
        signatories=(Signatory(name=field("(นายสมชาย ตัวอย่าง)"), position=field("นิติกร")),),
        issues=(Issue(code="row-rejoined", severity=Severity.INFO, message="Row 3 was joined again.", page=3),),
    )


def page(number: int) -> Page:
    return Page(number=number, status="ok", source="scan", width=1654, height=2339, dpi=200, rotation=0, skew=0.31)


def document(name: str, sha256: str, *memos: Memo, issues: tuple[Issue, ...] = ()) -> DocumentRecord:
    return DocumentRecord(
        source=Source(name=name, sha256=sha256, page_count=7),
        status=DocumentStatus.REVIEW,
        pages=tuple(page(number) for number in range(1, 8)),
        memos=memos,
        issues=issues,
    )


DOUBTED = field(MEASURES[7], 3, confidence=0.61, review=True, reasons=("read with confidence 0.61, below 0.80",))

PLAN = document(
    "แผน 2564.pdf",
    PLAN_SHA,
    memo(MemoKind.PLAN, plan=tuple(plan_row(n, **({"measure": DOUBTED} if n == 8 else {})) for n in range(1, 13))),
    issues=(Issue(code="page-unreadable", severity=Severity.ERROR, message="Page 6 is damaged.", page=6),),
)

_STATUSES = {9: Status.IN_PROGRESS, 10: Status.NOT_STARTED, 11: Status.UNKNOWN}
_UNKNOWN = {"status_review": True, "status_reasons": ("no status column is marked",), "status_confidence": 0.4}

REPORT = document(
    "รายงาน 2565.pdf",
    REPORT_SHA,
    memo(
        MemoKind.REPORT,
        report=tuple(
            report_row(
                n,
                _STATUSES.get(n, Status.DONE),
                **(_UNKNOWN if n == 11 else {}),
                **({"measure": field("จัดอบรมให้ความรู้เรื่องการป้องกันผลประโยชน์ทับซ้อน", 5)} if n == 2 else {}),
                **({"due": due("๔ มกราคม ๒๕๖๔", 2564)} if n == 4 else {}),
            )
            for n in range(1, 13)
        ),
    ),
)


def entry(plan: tuple[int, ...], report: tuple[int, ...], outcome: Outcome, **more: object) -> PairRow:
    values: dict[str, object] = {"match": Match(level=MatchLevel.EXACT, score=0.98, runner_up=0.41), **more}
    return PairRow.model_validate({"plan": plan, "report": report, "outcome": outcome, **values})


NO_MATCH = Match(level=MatchLevel.NONE, score=0.2, runner_up=0.1)
REWORDED = Change(field="measure", before=MEASURES[1], after="จัดอบรมให้ความรู้เรื่องการป้องกันผลประโยชน์ทับซ้อน")

BLANK = "measure-not-legible: nothing to look for"
NO_STATUS = "report row 11, status: no status column is marked"

RECONCILIATION = Reconciliation(
    agency="องค์การบริหารส่วนตำบลตัวอย่าง",
    plan_year=2564,
    report_year=2565,
    plan_source=SourceRef(name="แผน 2564.pdf", sha256=PLAN_SHA),
    report_source=SourceRef(name="รายงาน 2565.pdf", sha256=REPORT_SHA),
    rows=(
        entry((1,), (1,), Outcome.DONE),
        entry((2,), (2,), Outcome.DONE, changes=(REWORDED,)),
        entry((3,), (3,), Outcome.DONE),
        entry((4,), (4,), Outcome.DONE),
        entry((5,), (), Outcome.NOT_REPORTED, match=NO_MATCH, review=True, reasons=(BLANK,)),
        entry((6,), (5, 6), Outcome.DONE, match=Match(level=MatchLevel.PARTIAL, score=0.74, runner_up=0.7)),
        entry((7,), (7,), Outcome.DONE),
        entry((8,), (8,), Outcome.DONE, review=True, reasons=("plan row 8, measure: low-confidence: E",)),
        entry((9,), (9,), Outcome.IN_PROGRESS),
        entry((10,), (10,), Outcome.NOT_STARTED),
        entry((11,), (11,), Outcome.UNKNOWN, review=True, reasons=(NO_STATUS,)),
        entry((12,), (), Outcome.NOT_REPORTED, match=NO_MATCH),
        entry((), (12,), Outcome.NOT_PLANNED, match=NO_MATCH),
    ),
    findings=(
        Finding(code="due-year-mismatch", severity=Severity.REVIEW, message="Row 4: ๒๕๖๕ and ๒๕๖๔.", rows=(4,)),
    ),
    summary=Summary(
        planned=12, reported=12, done=7, in_progress=1, not_started=1, cancelled=0, unknown=1, not_reported=2,
        not_planned=1, completion=0.5833,
    ),
)  # fmt: skip


def picture(sha256: str, where: Place) -> bytes:
    """A grey PNG of the place's size."""
    x0, y0, x1, y1 = where.bbox
    stream = io.BytesIO()
    Image.new("RGB", (x1 - x0, y1 - y0), (200, 200, 200)).save(stream, "PNG")
    return stream.getvalue()
