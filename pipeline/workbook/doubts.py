"""Everything of a document or a comparison that a person must look at, most important first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from pipeline.model import DocumentRecord, Field, Finding, Issue, ItaScore, Place, Reconciliation, ReportRow, Severity
from pipeline.workbook.reasons import explain_code, explain_reason, explain_reasons, is_about_value
from pipeline.workbook.rows import Found, head_values, plan_rows, report_rows, row_values
from pipeline.workbook.wording import FIELDS, NOT_LEGIBLE, show_numbers, show_outcome, show_status


class Importance(IntEnum):
    """What a wrong value would do: 0 hides whole pages, 1 turns a result, 2 a pair, 3 and 4 a wording."""

    UNREADABLE = 0
    RESULT = 1
    PAIR = 2
    NOTICE = 3
    TEXT = 4


@dataclass(frozen=True, slots=True)
class Doubt:
    """One value to look at. `orders` are the rows that share it, `part` where these are counted (plan or report)."""

    importance: Importance
    document: str
    sha256: str
    part: str
    orders: tuple[int, ...]
    what: str
    text: str
    raw: str
    why: str
    confidence: float | None
    places: tuple[Place, ...]

    @property
    def position(self) -> str:
        """Where to find it, in Thai."""
        return f"{self.part} ลำดับ {show_numbers(self.orders)}" if self.orders else self.part


# Values whose misreading changes a result; all others are wording.
_RESULTS = {"number", "date", "order_number", "due", "row_date", "ita", "status", "monitoring"}


def find_document_doubts(record: DocumentRecord, document: str) -> tuple[Doubt, ...]:
    """The doubts of one document. `document` is what to call it."""
    return _sort(_document_doubts(record, document))


def find_comparison_doubts(
    reconciliation: Reconciliation, plan: DocumentRecord, report: DocumentRecord
) -> tuple[Doubt, ...]:
    """The doubts of both documents and of their comparison; each once where both stand in one file."""
    doubts = [*_document_doubts(plan, "แผน"), *_document_doubts(leave_out_shared(report, plan), "รายงาน")]
    doubts += _pair_doubts(reconciliation)
    doubts += (_finding_doubt(finding) for finding in reconciliation.findings)
    return _sort(doubts)


def leave_out_shared(report: DocumentRecord, plan: DocumentRecord) -> DocumentRecord:
    """The report without the issues and memos that it shares with the plan, because both stand in one file."""
    if report.source.sha256 != plan.source.sha256:
        return report
    memos = tuple(memo for memo in report.memos if memo not in plan.memos)
    issues = tuple(issue for issue in report.issues if issue not in plan.issues)
    return report.model_copy(update={"memos": memos, "issues": issues})


def _document_doubts(record: DocumentRecord, document: str) -> Iterator[Doubt]:
    sha256 = record.source.sha256
    for issue in record.issues:
        yield from _issue_doubt(issue, document, sha256)
    for number, memo in enumerate(record.memos, 1):
        head = f"หัวบันทึก ฉบับที่ {number}"
        for name, value in head_values(memo):
            yield from _field_doubt(name, value, document, sha256, head)
        for score in memo.ita:
            yield from _score_doubt(score, document, sha256)
        for signatory in memo.signatories:
            yield from _field_doubt("signatory", signatory.name, document, sha256, "ผู้ลงนาม")
            yield from _field_doubt("position", signatory.position, document, sha256, "ผู้ลงนาม")
        for issue in memo.issues:
            yield from _issue_doubt(issue, document, sha256)
    for found in (*plan_rows(record), *report_rows(record)):
        yield from _row_doubts(found, document, sha256)


def _row_doubts(found: Found, document: str, sha256: str) -> Iterator[Doubt]:
    row = found.row
    part = ("ตารางรายงาน" if isinstance(row, ReportRow) else "ตารางแผน") + (
        f" ฉบับที่ {found.memo}" if found.memo > 1 else ""
    )
    if isinstance(row, ReportRow) and row.status_review:
        yield Doubt(
            Importance.RESULT, document, sha256, part, (row.order,), FIELDS["status"], show_status(row.status), "",
            explain_reasons(row.status_reasons), row.status_confidence, row.status_where,
        )  # fmt: skip
    for name, value in row_values(row):
        yield from _field_doubt(name, value, document, sha256, part, (row.order,))


def _field_doubt(
    name: str, value: Field | None, document: str, sha256: str, part: str, orders: tuple[int, ...] = ()
) -> Iterator[Doubt]:
    if value is None or not value.review:
        return
    importance = Importance.RESULT if name in _RESULTS else Importance.TEXT
    yield Doubt(
        importance, document, sha256, part, orders, FIELDS.get(name, name), value.text or NOT_LEGIBLE, value.raw,
        explain_reasons(value.reasons), value.confidence, value.where,
    )  # fmt: skip


def _score_doubt(score: ItaScore, document: str, sha256: str) -> Iterator[Doubt]:
    if score.review:
        text = " ".join(str(part) for part in (score.fiscal_year, score.score, score.grade) if part is not None)
        yield Doubt(
            Importance.RESULT, document, sha256, "คะแนน ITA", (), FIELDS["ita"], text or NOT_LEGIBLE, "",
            explain_reasons(score.reasons), score.confidence, score.where,
        )  # fmt: skip


def _issue_doubt(issue: Issue, document: str, sha256: str) -> Iterator[Doubt]:
    if issue.severity is Severity.INFO:
        return
    importance = Importance.UNREADABLE if issue.severity is Severity.ERROR else Importance.NOTICE
    places = (Place(page=issue.page, bbox=issue.bbox),) if issue.page is not None and issue.bbox is not None else ()
    part = "ทั้งเอกสาร" if issue.page is None else f"หน้า {issue.page}"
    yield Doubt(
        importance, document, sha256, part, (), explain_code(issue.code), "", "",
        explain_reason(issue.message), None, places,
    )  # fmt: skip


def _pair_doubts(reconciliation: Reconciliation) -> Iterator[Doubt]:
    for number, row in enumerate(reconciliation.rows, 1):
        # A value's own doubts stand with the value; here is only what makes the pair doubtful.
        reasons = [reason for reason in row.reasons if not is_about_value(reason)]
        if row.review and (reasons or not row.reasons):
            pair = f"แผน {show_numbers(row.plan) or '–'} / รายงาน {show_numbers(row.report) or '–'}"
            yield Doubt(
                Importance.PAIR, "เปรียบเทียบ", "", "แถวเปรียบเทียบ", (number,), "การจับคู่", pair, show_outcome(row.outcome),
                explain_reasons(reasons), row.match.score, (),
            )  # fmt: skip


def _finding_doubt(finding: Finding) -> Doubt:
    importance = Importance.UNREADABLE if finding.severity is Severity.ERROR else Importance.PAIR
    return Doubt(
        importance, "เปรียบเทียบ", "", "แถวเปรียบเทียบ" if finding.rows else "ทั้งชุด", finding.rows,
        explain_code(finding.code), "", "", explain_reason(finding.message), None, (),
    )  # fmt: skip


def _sort(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """By importance, else in reading order. A merged cell's value stands once, with all rows that it belongs to."""
    merged: dict[Doubt, tuple[int, ...]] = {}
    for doubt in doubts:
        # What stands at no place of its own is not one cell: two illegible rows stay two.
        bare = replace(doubt, orders=()) if doubt.places else doubt
        merged[bare] = (*merged.get(bare, ()), *doubt.orders)
    return tuple(sorted((replace(bare, orders=orders) for bare, orders in merged.items()), key=_by_importance))


def _by_importance(doubt: Doubt) -> int:
    return doubt.importance
