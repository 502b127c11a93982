"""`reconcile`: the steps in order."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import (
    Decision,
    DocumentRecord,
    DocumentStatus,
    Finding,
    MatchLevel,
    Outcome,
    PairRow,
    Reconciliation,
    SourceRef,
    Summary,
)
from pipeline.orders import number_through
from pipeline.reconcile.apply import Judged, apply_decisions
from pipeline.reconcile.describe import describe_entry
from pipeline.reconcile.dues import check_due_years, check_follow_ups
from pipeline.reconcile.findings import (
    check_agencies,
    check_completeness,
    check_content,
    check_matches,
    check_repeats,
    check_scores,
    check_years,
)
from pipeline.reconcile.match import make_matcher, match_rows
from pipeline.reconcile.sides import choose_sides, name_agency
from pipeline.settings import ReconcileSettings

_DEFAULTS = ReconcileSettings()


def reconcile(
    plan: DocumentRecord,
    report: DocumentRecord,
    decisions: Sequence[Decision] = (),
    *,
    findings: Sequence[Finding] = (),
    settings: ReconcileSettings = _DEFAULTS,
) -> Reconciliation:
    """Compare a report with the plan it answers; a memo that holds both is given as both.

    Every plan row and every report row stands in exactly one entry: plan order first, then what was not planned in
    report order. decisions: analysts' words, applied in order; those that do not fit any more become findings.
    findings: what pairing the documents found out about them, passed on.
    """
    planned, told = choose_sides(number_through(plan), number_through(report))
    plan_rows = [row for memo in planned.memos for row in memo.plan]
    report_rows = [row for memo in told.memos for row in memo.report]
    matcher = make_matcher(plan_rows, report_rows, settings)
    sources = plan.source.sha256, report.source.sha256
    applied = apply_decisions(match_rows(matcher), decisions, matcher, sources)
    judged = sorted(applied.entries, key=_place_of)
    sure = _find_sure(judged)
    incomplete = _is_incomplete(plan), _is_incomplete(report)
    rows = tuple(describe_entry(one, plan_rows, report_rows, matcher, sure, incomplete) for one in judged)
    places = _find_places(rows)
    decided = frozenset(at for at, one in enumerate(judged, start=1) if one.is_decided)
    return Reconciliation(
        agency=name_agency(planned, told),
        plan_year=planned.year,
        report_year=told.year,
        plan_source=_refer(plan),
        report_source=_refer(report),
        rows=rows,
        findings=(
            *findings,
            *check_agencies(planned, told, settings),
            *check_years(planned, told),
            *check_completeness(planned, told, (len(plan_rows), len(report_rows))),
            *check_content(matcher),
            *check_matches(rows, decided, matcher),
            *check_repeats(plan_rows, report_rows, places),
            *check_follow_ups(plan_rows, planned.memos, places, settings),
            *check_due_years(plan_rows, report_rows, (planned.year, told.year), places, settings),
            *check_scores(planned, told),
            *applied.findings,
        ),
        summary=summarise(rows, len(plan_rows), len(report_rows)),
    )


def summarise(rows: Sequence[PairRow], planned: int, reported: int) -> Summary:
    """Counts of plan rows by outcome, so that each counts once; `not_planned` counts report rows."""
    counts = dict.fromkeys(Outcome, 0)
    for row in rows:
        counts[row.outcome if row.plan else Outcome.NOT_PLANNED] += len(row.plan) or len(row.report)
    return Summary(
        planned=planned,
        reported=reported,
        **{outcome.value: count for outcome, count in counts.items()},
        completion=round(counts[Outcome.DONE] / planned, 4) if planned else None,
    )


def _place_of(judged: Judged) -> tuple[int, int]:
    """Plan order, then report order."""
    entry = judged.entry
    return (0, entry.plan[0]) if entry.plan else (1, entry.report[0])


def _find_sure(entries: Sequence[Judged]) -> frozenset[tuple[str, int]]:
    """Rows whose partner is beyond doubt: (side, position)."""
    sure = [one.entry for one in entries if one.is_decided or one.entry.level is MatchLevel.EXACT]
    return frozenset(
        [("plan", at) for entry in sure for at in entry.plan]
        + [("report", at) for entry in sure for at in entry.report]
    )


def _find_places(rows: Sequence[PairRow]) -> dict[tuple[str, int], int]:
    """(side, order) → 1-based position of the entry."""
    places: dict[tuple[str, int], int] = {}
    for at, row in enumerate(rows, start=1):
        places |= {("plan", order): at for order in row.plan} | {("report", order): at for order in row.report}
    return places


def _is_incomplete(record: DocumentRecord) -> bool:
    return record.status in (DocumentStatus.PARTIAL, DocumentStatus.FAILED)


def _refer(record: DocumentRecord) -> SourceRef:
    return SourceRef(name=record.source.name, sha256=record.source.sha256)
