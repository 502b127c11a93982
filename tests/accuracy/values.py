"""Values of the truth against values of the record, one by one: right or wrong, marked or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz
from scipy.optimize import linear_sum_assignment

from pipeline.model import DateField, DocumentRecord, Field, Memo, PlanRow, Precision, ReportRow, Severity
from pipeline.synth.spec import BY_HAND
from pipeline.thai.text import comparison_key
from tests.accuracy.align import squeeze

CRITICAL = frozenset({"status", "date", "number"})
"""Kinds of values whose silent errors count first."""

_KIND_ISSUES = frozenset(
    {"no-fiscal-year", "no-plan", "no-report", "rows-expected", "unused-table", "loose-table", "kind-contradicted"}
)
"""Issues that send a person to look what kind of paper a memo is."""

_SAME_ROW = 45.0
"""Similarity (0–100) of measure + procedure from which a read row counts as the true row."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One true value and what was read. kind: head, text, number, date, status, kind."""

    kind: str
    name: str
    truth: str
    read: str
    right: bool
    marked: bool
    confidence: float

    @property
    def is_silent_error(self) -> bool:
        """Wrong, and nobody is told."""
        return not self.right and not self.marked


@dataclass(frozen=True, slots=True)
class Rows:
    """How many true rows there are, how many were found, and how many were made up."""

    true: int
    found: int
    spurious: int

    def __add__(self, other: Rows) -> Rows:
        return Rows(self.true + other.true, self.found + other.found, self.spurious + other.spurious)


def compare_documents(truth: DocumentRecord, read: DocumentRecord) -> tuple[list[Pair], Rows]:
    """All value pairs of two records; memos are matched by their first page."""
    pairs: list[Pair] = []
    rows = Rows(0, 0, 0)
    taken: set[int] = set()
    for memo in truth.memos:
        index = _find_memo(memo, read.memos, taken)
        found = read.memos[index] if index is not None else Memo(pages=memo.pages, kind="other")
        if index is not None:
            taken.add(index)
        pairs += _compare_heads(memo, found)
        for name, true_rows, read_rows in (("plan", memo.plan, found.plan), ("report", memo.report, found.report)):
            matched = _match_rows(true_rows, read_rows)
            rows += Rows(len(true_rows), len(matched), len(read_rows) - len(matched))
            for i, j in matched:
                pairs += _compare_rows(f"{name} {true_rows[i].order}", true_rows[i], read_rows[j])
    for index, extra in enumerate(read.memos):
        if index not in taken:
            rows += Rows(0, 0, len(extra.plan) + len(extra.report))
    return pairs, rows


def _find_memo(memo: Memo, candidates: Sequence[Memo], taken: set[int]) -> int | None:
    free = [index for index in range(len(candidates)) if index not in taken]
    return min(free, key=lambda index: abs(candidates[index].pages[0] - memo.pages[0]), default=None)


def _compare_heads(truth: Memo, read: Memo) -> Iterator[Pair]:
    for name in ("agency", "department", "subject", "recipient"):
        yield from _compare_text("head", name, getattr(truth, name), getattr(read, name))
    yield from _compare_text("number", "number", truth.number, read.number)
    yield from _compare_date("date", truth.date, read.date)
    year_marked = any("year" in issue.code for issue in read.issues)
    yield Pair(
        "number", "fiscal_year", str(truth.fiscal_year), str(read.fiscal_year),
        truth.fiscal_year == read.fiscal_year, year_marked, 1.0,
    )  # fmt: skip
    kind_marked = any(issue.code in _KIND_ISSUES and issue.severity is not Severity.INFO for issue in read.issues)
    yield Pair("kind", "kind", truth.kind, read.kind, truth.kind == read.kind, kind_marked, 1.0)
    yield from _compare_scores(truth, read)
    for signatory, other in zip(truth.signatories, read.signatories, strict=False):
        yield from _compare_text("head", "signatory", signatory.name, other.name)
    for signatory in truth.signatories[len(read.signatories) :]:
        yield from _compare_text("head", "signatory", signatory.name, None)


def _compare_scores(truth: Memo, read: Memo) -> Iterator[Pair]:
    """ITA scores of the same year, or of the same value, or else in their order."""
    left = list(read.ita)
    unreadable = any(issue.code == "score-unreadable" for issue in read.issues)
    for score in truth.ita:
        same_year = [other for other in left if other.fiscal_year == score.fiscal_year]
        same_score = [other for other in left if other.score == score.score]
        best = next(iter([*same_year, *same_score, *left]), None)
        if best is not None:
            left.remove(best)
        seen = f"{best.fiscal_year} {best.score} {best.grade}" if best else ""
        expected = f"{score.fiscal_year} {score.score} {score.grade}"
        marked = best.review if best else unreadable
        yield Pair("number", "ita", expected, seen, seen == expected, marked, best.confidence if best else 0.0)


def _match_rows(
    truth: Sequence[PlanRow] | Sequence[ReportRow], read: Sequence[PlanRow] | Sequence[ReportRow]
) -> list[tuple[int, int]]:
    if not truth or not read:
        return []
    scores = np.array([[_similarity(a, b) for b in read] for a in truth])
    pairs = zip(*linear_sum_assignment(scores, maximize=True), strict=True)
    return [(int(i), int(j)) for i, j in pairs if scores[i, j] >= _SAME_ROW]


def _similarity(truth: PlanRow | ReportRow, read: PlanRow | ReportRow) -> float:
    place = -0.01 * abs(truth.order - read.order)  # equal texts are told apart by their order
    return fuzz.ratio(_row_key(truth), _row_key(read)) + place


def _row_key(row: PlanRow | ReportRow) -> str:
    return comparison_key(row.measure.text + (row.procedure.text if row.procedure else ""))


def _compare_rows(name: str, truth: PlanRow | ReportRow, read: PlanRow | ReportRow) -> Iterator[Pair]:
    for key in ("section", "measure", "procedure", "responsible", "monitoring", "note"):
        if hasattr(truth, key):
            yield from _compare_text("text", f"{name} {key}", getattr(truth, key), getattr(read, key))
    yield from _compare_text("number", f"{name} number", truth.number, read.number)
    yield from _compare_date(f"{name} due", truth.due, read.due)
    if isinstance(truth, ReportRow) and isinstance(read, ReportRow):
        yield from _compare_date(f"{name} date", truth.date, read.date)
        yield Pair(
            "status", f"{name} status", truth.status, read.status, truth.status == read.status,
            read.status_review, read.status_confidence,
        )  # fmt: skip


def _compare_text(kind: str, name: str, truth: Field | None, read: Field | None) -> Iterator[Pair]:
    if truth is None and read is None:
        return
    expected, seen = (truth.text if truth else "", read.text if read else "")
    yield Pair(
        kind, name, expected, seen, squeeze(expected) == squeeze(seen),
        read is not None and read.review, read.confidence if read else 0.0,
    )  # fmt: skip


def _compare_date(name: str, truth: DateField | None, read: DateField | None) -> Iterator[Pair]:
    if truth is None and read is None:
        return
    is_right = _say(truth) == _say(read) or _leaves_out_hand(truth, read)
    yield Pair(
        "date", name, _say(truth), _say(read), is_right,
        read is not None and read.review, read.confidence if read else 0.0,
    )  # fmt: skip


def _leaves_out_hand(truth: DateField | None, read: DateField | None) -> bool:
    """Whether of a date whose day is written by hand the month was read, and the day is shown for review."""
    if truth is None or read is None or BY_HAND not in truth.reasons or truth.start is None or read.start is None:
        return False
    return read.review and read.precision is Precision.MONTH and read.start == truth.start.replace(day=1)


def _say(date: DateField | None) -> str:
    return f"{date.start}…{date.end} {date.precision}" if date else "none"
