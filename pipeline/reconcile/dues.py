"""Due dates and follow-up dates that contradict each other or the years of the documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model import DateField, Finding, Memo, PlanRow, ReportRow
from pipeline.reconcile.findings import review
from pipeline.reconcile.similarity import alikeness
from pipeline.reconcile.texts import text_key
from pipeline.reconcile.wording import name_orders, quote
from pipeline.settings import ReconcileSettings
from pipeline.thai.dates import find_dates, fiscal_year_of

Row = PlanRow | ReportRow

_CODE = "due-year-mismatch"


@dataclass(frozen=True, slots=True)
class _FollowUp:
    """One follow-up text without its digits, the month and the year (BE) that it names."""

    key: str
    text: str
    month: int
    year: int
    order: int


def check_follow_ups(
    plan: Sequence[PlanRow],
    memos: Sequence[Memo],
    places: Mapping[tuple[str, int], int],
    settings: ReconcileSettings,
) -> list[Finding]:
    """Rows whose follow-up says the same, in the same month, of different years; else what the memo itself found.

    places: (side, order) → position of the entry.
    """
    groups: list[list[_FollowUp]] = []
    for told in _find_follow_ups(plan, settings):
        group = next((group for group in groups if _tells_the_same(group[0], told, settings)), None)
        if group is None:
            groups.append([told])
        else:
            group.append(told)
    findings = []
    for group in groups:
        orders: dict[int, list[int]] = defaultdict(list)
        for told in group:
            orders[told.year].append(told.order)
        if len(orders) < 2:
            continue
        years = ", ".join(f"{year} in {name_orders(rows, ())}" for year, rows in orders.items())
        message = f"The same follow-up {quote(group[0].text)} is dated in different years: {years}."
        findings.append(review(_CODE, message, (places["plan", told.order] for told in group)))
    issues = [issue for memo in memos for issue in memo.issues if issue.code == _CODE]
    return findings or [review(_CODE, issue.message) for issue in issues]


def check_due_years(
    plan: Sequence[PlanRow],
    report: Sequence[ReportRow],
    years: tuple[int | None, int | None],
    places: Mapping[tuple[str, int], int],
    settings: ReconcileSettings,
) -> list[Finding]:
    """Due dates far outside of the fiscal years (plan, report); not asked where a year is unknown."""
    if years[0] is None or years[1] is None:
        return []
    first, last = (
        min(years[0], years[1]) - settings.date_slack_years,
        max(years[0], years[1]) + settings.date_slack_years,
    )
    findings = []
    sides: tuple[tuple[str, Sequence[Row]], ...] = (("plan", plan), ("report", report))
    for side, rows in sides:
        far: dict[str, list[int]] = defaultdict(list)
        for row in rows:
            if row.due is not None and _is_outside(row.due, first, last):
                far[row.due.text].append(row.order)
        for text, orders in far.items():
            message = f"The due date {quote(text)} in the {side} is far from {years[0]} and {years[1]}."
            findings.append(review(_CODE, message, (places[side, order] for order in orders)))
    return findings


def _is_outside(due: DateField, first: int, last: int) -> bool:
    if due.start is None or due.end is None:
        return False
    return fiscal_year_of(due.end) < first or fiscal_year_of(due.start) > last


def _find_follow_ups(plan: Sequence[PlanRow], settings: ReconcileSettings) -> list[_FollowUp]:
    """Follow-up texts that name one year and say more than a date: equal months alone are no contradiction."""
    found = []
    for row in plan:
        if row.monitoring is None:
            continue
        text = row.monitoring.text
        seen = [one for one in find_dates(text) if one.date.be_year is not None]
        if len({one.date.be_year for one in seen}) != 1:
            continue
        words = text[: seen[0].start] + text[seen[0].end :]
        if len(_words(words)) >= settings.shortest_part:
            date = seen[0].date
            found.append(_FollowUp(_words(text), text, date.start.month, date.be_year or 0, row.order))
    return found


def _tells_the_same(one: _FollowUp, other: _FollowUp, settings: ReconcileSettings) -> bool:
    alike = one.key == other.key or alikeness(one.key, other.key) >= settings.follow_up_floor
    return alike and one.month == other.month


def _words(text: str) -> str:
    return "".join(char for char in text_key(text) if not char.isdigit())
