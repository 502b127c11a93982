"""Records by hand: short calls for the fields that a test is about."""

from collections.abc import Sequence

from pipeline.model import (
    DateField,
    DocumentRecord,
    DocumentStatus,
    Field,
    Issue,
    ItaScore,
    Memo,
    MemoKind,
    PlanRow,
    ReportRow,
    Source,
    Status,
)
from pipeline.thai.dates import parse_date


def field(text: str, *reasons: str) -> Field:
    return Field(text=text, raw=text, confidence=0.5 if reasons else 1.0, review=bool(reasons), reasons=reasons)


def due(text: str, *reasons: str) -> DateField:
    try:
        date = parse_date(text)
    except ValueError:
        return DateField(text=text, raw=text, confidence=1.0, review=True, reasons=("no date",))
    return DateField(
        text=text, raw=text, confidence=1.0, review=bool(reasons), reasons=reasons,
        start=date.start, end=date.end, precision=date.precision, be_year=date.be_year,
    )  # fmt: skip


def plan_row(order: int, measure: str, procedure: str = "", *, number: str = "", by: str = "", by_when: str = "",
             follow_up: str = "") -> PlanRow:  # fmt: skip
    return PlanRow(
        order=order,
        number=field(number) if number else None,
        measure=field(measure),
        procedure=field(procedure) if procedure else None,
        responsible=field(by) if by else None,
        due=due(by_when) if by_when else None,
        monitoring=field(follow_up) if follow_up else None,
    )


def report_row(order: int, measure: str, procedure: str = "", *, number: str = "", by: str = "", by_when: str = "",
               status: Status = Status.DONE) -> ReportRow:  # fmt: skip
    return ReportRow(
        order=order,
        number=field(number) if number else None,
        measure=field(measure),
        procedure=field(procedure) if procedure else None,
        responsible=field(by) if by else None,
        due=due(by_when) if by_when else None,
        status=status,
        status_confidence=1.0,
    )


def memo(*, agency: str = "อบต.เว่อ", year: int | None = 2565, plan: Sequence[PlanRow] = (),
         report: Sequence[ReportRow] = (), kind: MemoKind | None = None, ita: Sequence[ItaScore] = (),
         issues: Sequence[Issue] = ()) -> Memo:  # fmt: skip
    found = MemoKind.PLAN_AND_REPORT if plan and report else MemoKind.REPORT if report else MemoKind.PLAN
    return Memo(
        pages=(1, 1), kind=kind or found, agency=field(agency) if agency else None, fiscal_year=year,
        plan=tuple(plan), report=tuple(report), ita=tuple(ita), issues=tuple(issues),
    )  # fmt: skip


def document(name: str, *memos: Memo, status: DocumentStatus = DocumentStatus.OK) -> DocumentRecord:
    return DocumentRecord(source=Source(name=name, sha256=f"sha-{name}", page_count=1), status=status, memos=memos)


def plan_document(*rows: PlanRow, agency: str = "อบต.เว่อ", year: int | None = 2564, name: str = "plan.pdf"
                  ) -> DocumentRecord:  # fmt: skip
    return document(name, memo(agency=agency, year=year, plan=rows, kind=MemoKind.PLAN))


def report_document(*rows: ReportRow, agency: str = "อบต.เว่อ", year: int | None = 2565, name: str = "report.pdf"
                    ) -> DocumentRecord:  # fmt: skip
    return document(name, memo(agency=agency, year=year, report=rows, kind=MemoKind.REPORT))
