"""Which report answers which plan, among many documents: same agency, the prior year's plan, like measures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from pipeline.model import DocumentRecord, Finding, Memo, MemoKind
from pipeline.reconcile.findings import measure_content, review
from pipeline.reconcile.match import make_matcher
from pipeline.reconcile.sides import YEAR_DOUBTS, memo_agency_key
from pipeline.reconcile.wording import quote
from pipeline.settings import ReconcileSettings
from pipeline.thai.agencies import is_same_agency

_DEFAULTS = ReconcileSettings()
_YEAR_RANKS = {1: 0, 0: 1}
"""By report year minus plan year: the prior year's plan before one of the same year."""


@dataclass(frozen=True, slots=True)
class DocumentPair:
    """A report and the plan it answers; the same document twice for a memo that holds both.

    The records hold only the memos that are compared. findings: what pairing found, to be passed on to `reconcile`.
    """

    plan: DocumentRecord
    report: DocumentRecord
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Unpaired:
    """A document that no pair has, as plan or as report, and why, as a sentence."""

    record: DocumentRecord
    reason: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """All pairs, in the order of the reports, and what is left over."""

    pairs: tuple[DocumentPair, ...]
    unpaired: tuple[Unpaired, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """The reasons of the unpaired, one sentence each."""
        return tuple(one.reason for one in self.unpaired)


@dataclass(frozen=True, slots=True)
class _Side:
    """The memos of one document that are of one agency and one year."""

    record: DocumentRecord
    memos: tuple[Memo, ...]

    @property
    def key(self) -> str:
        return memo_agency_key(self.memos[0])

    @property
    def agency(self) -> str:
        return self.memos[0].agency.text if self.memos[0].agency else ""

    @property
    def year(self) -> int | None:
        return self.memos[0].fiscal_year

    @property
    def is_year_sure(self) -> bool:
        return self.year is not None and not any(
            issue.code in YEAR_DOUBTS for memo in self.memos for issue in memo.issues
        )


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A plan that a report may answer: how its year fits (0 best), and the share of measures in common."""

    plan: _Side
    year_rank: int
    content: float


def pair_documents(
    plans: Sequence[DocumentRecord],
    reports: Sequence[DocumentRecord] | None = None,
    *,
    settings: ReconcileSettings = _DEFAULTS,
) -> Pairing:
    """Find for each report the plan it answers.

    plans: documents to look for plans in; reports: for reports, the same documents when None. The plan is of the same
    agency and of the year before (else of the report's own year). Where the year or the agency is unsure, like
    measures can make the pair, and the comparison will say so. A memo with a plan of its own is paired with itself,
    and with the prior year's plan too when there is one. One plan may be answered by several reports.
    """
    plan_sides = _split_sides(plans, is_plan=True)
    report_sides = _split_sides(plans if reports is None else reports, is_plan=False)
    pairs: list[DocumentPair] = []
    unpaired: list[Unpaired] = []
    answered: dict[int, list[_Side]] = defaultdict(list)
    by_key: dict[str, list[_Side]] = defaultdict(list)
    for plan in plan_sides:
        by_key[plan.key].append(plan)
    for report in report_sides:
        holds_plan = any(memo.plan for memo in report.memos)
        if holds_plan:
            pairs.append(DocumentPair(_narrow(report), _narrow(report)))
        candidates = _find_candidates(report, by_key, settings)
        if candidates:
            best = candidates[0]
            answered[id(best.plan)].append(report)
            pairs.append(DocumentPair(_narrow(best.plan), _narrow(report), _explain_choice(candidates)))
        elif not holds_plan:
            unpaired.append(Unpaired(report.record, _explain_lack(report, by_key)))
    unpaired += [
        Unpaired(plan.record, f"{_tell(plan)}: no report answers this plan.")
        for plan in plan_sides
        if id(plan) not in answered
    ]
    return Pairing(tuple(pairs), tuple(unpaired))


def _split_sides(records: Sequence[DocumentRecord], *, is_plan: bool) -> list[_Side]:
    """Each document's plan memos (or report memos) by agency and year; a document given twice counts once."""
    sides = []
    for record in {record.source.sha256: record for record in records}.values():
        groups: dict[tuple[str, int | None], list[Memo]] = defaultdict(list)
        for memo in record.memos:
            if _is_plan(memo) if is_plan else _is_report(memo):
                groups[memo_agency_key(memo), memo.fiscal_year].append(memo)
        sides += [_Side(record, tuple(memos)) for memos in groups.values()]
    return sides


def _is_plan(memo: Memo) -> bool:
    """A plan of its own, even one whose table was not found: it must be missed, not forgotten."""
    return memo.kind is MemoKind.PLAN or bool(memo.plan and not memo.report)


def _is_report(memo: Memo) -> bool:
    return memo.kind in (MemoKind.REPORT, MemoKind.PLAN_AND_REPORT) or bool(memo.report)


def _find_candidates(report: _Side, by_key: dict[str, list[_Side]], settings: ReconcileSettings) -> list[_Candidate]:
    """Plans this report may answer, the best first."""
    same = [
        plan
        for plan in by_key.get(report.key, [])
        if report.key and (plan.record is report.record or is_same_agency(plan.agency, report.agency))
    ]
    found = [_weigh(plan, report, settings) for plan in same]
    fitting = [one for one in found if _fits(one, report, settings)]
    if not fitting:
        fitting = [
            one
            for plan in _find_alike(report, by_key, settings)
            if (one := _weigh(plan, report, settings)).content >= settings.content_floor and one.year_rank < 3
        ]
    # The year decides between plans of an agency, unless only the measures can: the same measures return each year.
    return sorted(fitting, key=lambda one: (one.year_rank, -one.content, one.plan.record.source.name))


def _fits(candidate: _Candidate, report: _Side, settings: ReconcileSettings) -> bool:
    """A fitting year is enough; an unsure one needs like measures, and a wrong one that is sure is not made up for."""
    if candidate.year_rank <= 1:
        return True
    is_unsure = not (candidate.plan.is_year_sure and report.is_year_sure)
    return is_unsure and candidate.content >= settings.content_floor


def _weigh(plan: _Side, report: _Side, settings: ReconcileSettings) -> _Candidate:
    """Year rank: 0 the year before, 1 the same year, 2 unknown, 3 any other."""
    rank = _YEAR_RANKS.get(report.year - plan.year, 3) if plan.year is not None and report.year is not None else 2
    plan_rows = [row for memo in plan.memos for row in memo.plan]
    report_rows = [row for memo in report.memos for row in memo.report]
    return _Candidate(plan, rank, measure_content(make_matcher(plan_rows, report_rows, settings)))


def _find_alike(report: _Side, by_key: dict[str, list[_Side]], settings: ReconcileSettings) -> list[_Side]:
    """Plans whose agency may be the same, misread: alike names, or no name at all on one side."""
    if not report.key:
        return [plan for plans in by_key.values() for plan in plans]
    names = [key for key in by_key if key and key != report.key]
    alike = process.extract(report.key, names, scorer=fuzz.ratio, score_cutoff=settings.agency_floor * 100, limit=None)
    return [plan for key in ("", *(name for name, _, _ in alike)) for plan in by_key.get(key, [])]


def _explain_choice(candidates: Sequence[_Candidate]) -> tuple[Finding, ...]:
    """A finding when other plans could have been chosen."""
    best, others = candidates[0], candidates[1:]
    rivals = [one for one in others if one.year_rank == best.year_rank or one.content > best.content]
    if not rivals:
        return ()
    told = ", ".join(f"{quote(one.plan.record.source.name)} ({one.content:.0%} in common)" for one in rivals)
    taken = f"{quote(best.plan.record.source.name)} ({best.content:.0%} in common)"
    message = f"Several plans fit; {taken} was taken, not {told}."
    return (review("several-plans", message),)


def _explain_lack(report: _Side, by_key: dict[str, list[_Side]]) -> str:
    """Why a report has no plan."""
    plans = by_key.get(report.key, []) if report.key else []
    if not report.key:
        why = "it names no agency, and no plan has like measures"
    elif not plans:
        why = "there is no plan of this agency"
    else:
        years = ", ".join(sorted({str(plan.year or "unknown") for plan in plans}))
        why = f"the plans of this agency are for other years ({years}) or have other measures"
    return f"{_tell(report)}: no plan for this report: {why}."


def _tell(side: _Side) -> str:
    agency = side.agency or "no agency"
    return f"{side.record.source.name} ({agency}, {side.year or 'year unknown'})"


def _narrow(side: _Side) -> DocumentRecord:
    """The record with only these memos."""
    return side.record.model_copy(update={"memos": side.memos})
