"""The true reconciliation of a pair, in the contract's shape."""

from __future__ import annotations

from pipeline.model import (
    Change,
    DateField,
    DocumentRecord,
    Field,
    Finding,
    Match,
    MatchLevel,
    Outcome,
    PairRow,
    PlanRow,
    Reconciliation,
    ReportRow,
    Severity,
    SourceRef,
    Summary,
)
from pipeline.synth.spec import Pair, Pairing

_MESSAGES = {
    "due-year-mismatch": "The follow-up dates of the plan name different years.",
    "due-year-implausible": "A date names a year that cannot be.",
    "grade-contradicts-score": "The grade does not belong to the score.",
    "duplicate-row-number": "Two rows have the same number.",
    "status-missing": "A row has no mark in any status column.",
    "status-ambiguous": "A row has marks in two status columns.",
    "due-year-outside-plan": "A measure is due outside the plan's year.",
}


def true_reconciliation(pair: Pair, plan: DocumentRecord, report: DocumentRecord) -> Reconciliation:
    """`changes` are stated for entries of one plan row and one report row; a split or merged entry has none."""
    plans = {row.order: row for memo in plan.memos for row in memo.plan}
    reports = {row.order: row for memo in report.memos for row in memo.report}
    _check_cover(pair, set(plans), set(reports))
    rows = tuple(_pair_row(pairing, plans, reports) for pairing in pair.rows)
    counts = {
        outcome: sum(len(row.plan) or len(row.report) for row in rows if row.outcome == outcome) for outcome in Outcome
    }
    return Reconciliation(
        agency=pair.agency,
        plan_year=pair.plan_year,
        report_year=pair.report_year,
        plan_source=SourceRef(name=plan.source.name, sha256=plan.source.sha256),
        report_source=SourceRef(name=report.source.name, sha256=report.source.sha256),
        rows=rows,
        findings=tuple(
            Finding(code=code, severity=Severity.REVIEW, message=_MESSAGES[code], rows=positions)
            for code, positions in pair.findings
        ),
        summary=Summary(
            planned=len(plans),
            reported=len(reports),
            **{outcome.value: counts[outcome] for outcome in Outcome},
            completion=round(counts[Outcome.DONE] / len(plans), 4) if plans else None,
        ),
    )


def _check_cover(pair: Pair, plans: set[int], reports: set[int]) -> None:
    seen_plans = sorted(order for pairing in pair.rows for order in pairing.plan)
    seen_reports = sorted(order for pairing in pair.rows for order in pairing.report)
    assert seen_plans == sorted(plans), f"{pair.name}: plan rows {seen_plans} against {sorted(plans)}"
    assert seen_reports == sorted(reports), f"{pair.name}: report rows {seen_reports} against {sorted(reports)}"


def _pair_row(pairing: Pairing, plans: dict[int, PlanRow], reports: dict[int, ReportRow]) -> PairRow:
    changes = tuple(
        Change(
            field=name,
            before=_text(getattr(plans[pairing.plan[0]], name)),
            after=_text(getattr(reports[pairing.report[0]], name)),
        )
        for name in pairing.changed
    )
    if not pairing.plan or not pairing.report:
        level = MatchLevel.NONE
    elif pairing.level == "partial" or len(pairing.plan) + len(pairing.report) > 2:
        level = MatchLevel.PARTIAL
    else:
        level = MatchLevel.TEXT if "measure" in pairing.changed else MatchLevel.EXACT
    score = {MatchLevel.NONE: 0.0, MatchLevel.PARTIAL: 0.7, MatchLevel.TEXT: 0.85}.get(level, 1.0)
    return PairRow(
        plan=pairing.plan,
        report=pairing.report,
        outcome=Outcome(pairing.outcome),
        match=Match(level=level, score=score, runner_up=0.0),
        changes=changes,
    )


def _text(value: Field | DateField | None) -> str:
    return value.text if value is not None else ""
