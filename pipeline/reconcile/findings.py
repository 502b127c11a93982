"""Contradictions between and inside the two documents, for the analyst to judge: nothing here is repaired."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from pipeline.model import (
    DocumentStatus,
    Finding,
    MatchLevel,
    Memo,
    Outcome,
    PairRow,
    PlanRow,
    ReportRow,
    Severity,
)
from pipeline.reconcile.match import Matcher
from pipeline.reconcile.sides import Side, memo_agency_key
from pipeline.reconcile.similarity import alikeness
from pipeline.reconcile.texts import text_key
from pipeline.reconcile.wording import name_orders, quote
from pipeline.settings import ReconcileSettings
from pipeline.thai.agencies import is_same_agency
from pipeline.thai.grades import grade_contradicts

PASSED_ON = frozenset({
    "grade-contradicts-score", "score-conflict", "score-out-of-range", "year-contradiction", "status-ambiguous",
    "status-missing", "due-year-implausible", "due-year-unsure",
})  # fmt: skip
"""Issue codes of memos that bear on a comparison."""


_SURE = (MatchLevel.EXACT, MatchLevel.MANUAL)


def review(code: str, message: str, rows: Iterable[int] = ()) -> Finding:
    """A finding for the analyst to judge; `rows` are 1-based positions in the reconciliation."""
    return Finding(code=code, severity=Severity.REVIEW, message=message, rows=tuple(sorted(set(rows))))


def check_agencies(plan: Side, report: Side, settings: ReconcileSettings) -> list[Finding]:
    """Do both documents name the same agency?"""
    if not plan.agency or not report.agency:
        side = "plan" if not plan.agency else "report"
        return [review("agency-unknown", f"The {side} names no agency; whether both are of one agency is not known.")]
    if is_same_agency(plan.agency, report.agency):
        return []
    told = f"plan {quote(plan.agency)}, report {quote(report.agency)}"
    keys = memo_agency_key(_naming(plan)), memo_agency_key(_naming(report))
    if keys[0] != keys[1] and alikeness(*keys) >= settings.agency_floor:
        return [review("agency-uncertain", f"The agencies differ in few letters, misread or neighbours: {told}.")]
    return [review("different-agency", f"The documents are of different agencies: {told}.")]


def check_years(plan: Side, report: Side) -> list[Finding]:
    """Is the report of the year after the plan, or of the plan's own year?"""
    findings = []
    if plan.is_year_doubted or report.is_year_doubted:
        told = f"plan {_tell_years(plan)}, report {_tell_years(report)}"
        findings.append(review("year-uncertain", f"The fiscal years are not sure: {told}."))
    if plan.year is not None and report.year is not None and report.year - plan.year not in (0, 1):
        message = f"The plan is for {plan.year}, the report on {report.year}: not the year after."
        findings.append(review("years-not-consecutive", message))
    return findings


def check_completeness(plan: Side, report: Side, counts: tuple[int, int]) -> list[Finding]:
    """Could all be read, is there something to compare, did a memo stay out? counts: rows (plan, report)."""
    findings = []
    for name, side, count in (("plan", plan, counts[0]), ("report", report, counts[1])):
        source = quote(side.record.source.name)
        if side.record.status in (DocumentStatus.PARTIAL, DocumentStatus.FAILED):
            message = f"Not every page of the {name} {source} could be read; rows may be missing."
            findings.append(Finding(code=f"{name}-not-legible", severity=Severity.ERROR, message=message))
        if count == 0:
            message = f"No row of a {name} was found in {source}."
            findings.append(Finding(code=f"no-{name}-rows", severity=Severity.ERROR, message=message))
        for memo in side.left_out:
            agency = quote(memo.agency.text) if memo.agency else "no agency"
            message = f"The memo of {agency} on pages {memo.pages[0]}–{memo.pages[1]} of {source} is not compared here."
            findings.append(review("memo-left-out", message))
    if 0 not in counts and counts[0] != counts[1]:
        message = f"The plan has {counts[0]} rows, the report {counts[1]}."
        findings.append(Finding(code="row-count-differs", severity=Severity.INFO, message=message))
    return findings


def check_repeats(
    plan: Sequence[PlanRow], report: Sequence[ReportRow], places: Mapping[tuple[str, int], int]
) -> list[Finding]:
    """Row numbers and measures that a document has more than once. places: (side, order) → position."""
    findings = []
    for side, rows in (("plan", plan), ("report", report)):
        numbers: dict[str, list[int]] = defaultdict(list)
        doubted: set[str] = set()
        measures: dict[tuple[str, str], list[int]] = defaultdict(list)
        for row in rows:
            if row.number is not None and (key := text_key(row.number.text)):
                numbers[key].append(row.order)
                doubted |= {key} if row.number.review else set()
            if key := text_key(row.measure.text):
                measures[key, text_key(row.procedure.text) if row.procedure else ""].append(row.order)
        for number, orders in numbers.items():
            if len(orders) > 1:
                message = f"The {side} uses the row number {number} {len(orders)} times."
                finding = review("duplicate-row-number", message, (places[side, order] for order in orders))
                # Doubted digits repeat because they were misread: worth knowing, but no claim about the document.
                if number in doubted:
                    message += " Its digits are doubted, so it may only have been misread."
                    finding = finding.model_copy(update={"message": message, "severity": Severity.INFO})
                findings.append(finding)
        for orders in measures.values():
            if len(orders) > 1:
                name = name_orders(*((orders, ()) if side == "plan" else ((), orders)))
                message = f"The same measure stands in {name}."
                findings.append(review("measure-repeated", message, (places[side, order] for order in orders)))
    return findings


def check_matches(rows: Sequence[PairRow], decided: frozenset[int], matcher: Matcher) -> list[Finding]:
    """Low matches, close runners-up and unknown statuses, counted over the rows no analyst has decided.

    decided: 1-based positions.
    """
    settings = matcher.settings
    open_rows = [(at, row) for at, row in enumerate(rows, start=1) if at not in decided and row.plan and row.report]
    low = [at for at, row in open_rows if row.match.score < settings.text_floor and row.match.level not in _SURE]
    close = [at for at, row in open_rows if row.match.score - row.match.runner_up < settings.tie_margin]
    unknown = [at for at, row in enumerate(rows, start=1) if row.outcome is Outcome.UNKNOWN]
    findings = []
    if low:
        message = f"{_count(low, 'entry', 'entries')} paired though the texts agree only in part."
        findings.append(review("low-match", message, low))
    if close:
        findings.append(
            review("runner-up-close", f"{_count(close, 'entry', 'entries')} with another candidate as good.", close)
        )
    if unknown:
        message = f"The status of {_count(unknown, 'measure', 'measures')} is not clear from the report."
        findings.append(review("status-unknown", message, unknown))
    return findings


def check_scores(plan: Side, report: Side) -> list[Finding]:
    """Contradictions among ITA scores and grades that the memos' readings found, and letters that do not fit."""
    found: dict[tuple[str, str], Finding] = {}
    for memo in _different_memos(plan, report):
        for issue in memo.issues:
            if issue.code in PASSED_ON:
                found[issue.code, issue.message] = review(issue.code, issue.message)
        if any(issue.code == "grade-contradicts-score" for issue in memo.issues):
            continue
        for ita in memo.ita:
            if ita.fiscal_year is None or ita.score is None or ita.grade is None:
                continue
            if grade_contradicts(ita.grade, ita.score, ita.fiscal_year):
                message = f"Grade {quote(ita.grade)} does not belong to the score {ita.score:g} of {ita.fiscal_year}."
                found["grade-contradicts-score", message] = review("grade-contradicts-score", message)
    return list(found.values())


def measure_content(matcher: Matcher) -> float:
    """How much the documents say the same, 0–1: the mean best similarity of the shorter document's rows."""
    if matcher.scores.size == 0:
        return 0.0
    axis = 1 if matcher.scores.shape[0] <= matcher.scores.shape[1] else 0
    return float(np.mean(matcher.scores.max(axis=axis) >= matcher.settings.text_floor))


def check_content(matcher: Matcher) -> list[Finding]:
    """Do the documents have measures in common at all?"""
    share = measure_content(matcher)
    if matcher.scores.size == 0 or share >= matcher.settings.low_content:
        return []
    message = f"Only {share:.0%} of the measures stand in both documents; the report may answer another plan."
    return [review("little-in-common", message)]


def _naming(side: Side) -> Memo:
    return next(memo for memo in side.memos if memo.agency and memo.agency.text)


def _different_memos(plan: Side, report: Side) -> tuple[Memo, ...]:
    same = plan.record.source.sha256 == report.record.source.sha256
    return (*plan.memos, *(memo for memo in report.memos if not (same and memo in plan.memos)))


def _tell_years(side: Side) -> str:
    return " and ".join(map(str, side.years)) or "unknown"


def _count(items: Sequence[int], one: str, many: str) -> str:
    return f"{len(items)} {one if len(items) == 1 else many}"
