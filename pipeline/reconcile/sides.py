"""The two sides of a comparison: which memos of a document count, their rows, agency and year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import DocumentRecord, Memo, MemoKind
from pipeline.reconcile.texts import text_key
from pipeline.thai.agencies import agency_key, is_same_agency
from pipeline.thai.text import comparison_key

YEAR_DOUBTS = frozenset({"fiscal-year-doubted", "no-fiscal-year", "year-contradiction"})
"""Issue codes of a memo whose year a person must look at."""


@dataclass(frozen=True, slots=True)
class Side:
    """One document as plan or as report. `years` are the different fiscal years (BE) of its memos, in order.

    left_out: memos with rows of this side that belong to another agency than the comparison.
    """

    record: DocumentRecord
    memos: tuple[Memo, ...]
    years: tuple[int, ...]
    left_out: tuple[Memo, ...] = ()

    @property
    def year(self) -> int | None:
        """The fiscal year of the first memo that has one."""
        return self.years[0] if self.years else None

    @property
    def is_year_doubted(self) -> bool:
        """Is the year unknown, ambiguous, or marked for review by the memo it comes from?"""
        doubted = any(issue.code in YEAR_DOUBTS for memo in self.memos for issue in memo.issues)
        return len(self.years) != 1 or doubted

    @property
    def agency(self) -> str:
        """The agency as written in the first memo that names one, "" when none does."""
        return next((memo.agency.text for memo in self.memos if memo.agency and memo.agency.text), "")


def choose_sides(plan: DocumentRecord, report: DocumentRecord) -> tuple[Side, Side]:
    """The memos of both documents that are compared.

    Memos with plan rows against memos with report rows; where a document holds memos of several agencies, those of the
    agencies that both documents have. The plan that a report memo repeats is of the year before.
    """
    plans = [memo for memo in plan.memos if memo.plan]
    if plan.source.sha256 != report.source.sha256:
        # The plan inside a report is the one it answers, older than a plan of its own in the same file.
        plans = [memo for memo in plans if memo.kind is not MemoKind.PLAN_AND_REPORT] or plans
    reports = [memo for memo in report.memos if memo.report]
    shared = _agency_keys(plans) & _agency_keys(reports)
    kept_plans, kept_reports = _of_agencies(plans, shared), _of_agencies(reports, shared)
    return (
        Side(plan, kept_plans or _of_kind(plan, MemoKind.PLAN), _years_planned(kept_plans or plan.memos),
             tuple(memo for memo in plans if memo not in kept_plans)),
        Side(report, kept_reports or _of_kind(report, MemoKind.REPORT), _years(kept_reports or report.memos),
             tuple(memo for memo in reports if memo not in kept_reports)),
    )  # fmt: skip


def name_agency(plan: Side, report: Side) -> str:
    """The report's agency; the plan's name for it where the report has none, or only a short form ("อบต.เว่อ")."""
    is_short = text_key(report.agency) != comparison_key(report.agency)
    has_longer = is_short and len(plan.agency) > len(report.agency) and is_same_agency(plan.agency, report.agency)
    return plan.agency if has_longer or not report.agency else report.agency


def memo_agency_key(memo: Memo) -> str:
    """The key of a memo's agency, "" when it names none."""
    return agency_key(memo.agency.text) if memo.agency is not None else ""


def year_planned(memo: Memo) -> int | None:
    """The year of a memo's plan rows: a plan's own year, the year before for the plan that a report repeats."""
    if memo.fiscal_year is None:
        return None
    return memo.fiscal_year - 1 if memo.report else memo.fiscal_year


def _agency_keys(memos: Sequence[Memo]) -> set[str]:
    return {key for memo in memos if (key := memo_agency_key(memo))}


def _of_agencies(memos: Sequence[Memo], keys: set[str]) -> tuple[Memo, ...]:
    """Memos of these agencies, and those that name none; all of them when there is nothing to choose by."""
    return tuple(memo for memo in memos if not keys or memo_agency_key(memo) in {"", *keys})


def _of_kind(record: DocumentRecord, kind: MemoKind) -> tuple[Memo, ...]:
    """For a document without any row of its side: the memos that should have had some."""
    return tuple(memo for memo in record.memos if memo.kind is kind) or record.memos


def _years(memos: Sequence[Memo]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(memo.fiscal_year for memo in memos if memo.fiscal_year is not None))


def _years_planned(memos: Sequence[Memo]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(year for memo in memos if (year := year_planned(memo)) is not None))
