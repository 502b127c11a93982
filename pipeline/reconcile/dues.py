"""Due dates and follow-up dates that contradict each other or the years of the documents."""

from __future__ import annotations

import re
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
from pipeline.thai.digits import to_arabic

Row = PlanRow | ReportRow

_CODE = "due-year-mismatch"
_IMPLAUSIBLE = "due-year-implausible"
_OUTSIDE = "due-year-outside-plan"
# No number in a date has more digits than a year ("25678"); numeric dates without separators are not in use.
_TOO_LONG = re.compile(r"\d{5,}")


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
    """Due dates with a year of too many digits, or far from the fiscal years (plan, report) where both are known."""
    findings = []
    sides: tuple[tuple[str, Sequence[Row]], ...] = (("plan", plan), ("report", report))
    for side, rows in sides:
        troubles: dict[tuple[str, str], list[int]] = defaultdict(list)
        for row in rows:
            if row.due is not None and (code := _judge_due(row.due, years, settings)):
                troubles[code, row.due.text].append(row.order)
        for (code, text), orders in troubles.items():
            why = "has a year that cannot be" if code == _IMPLAUSIBLE else f"is far from {years[0]} and {years[1]}"
            message = f"The due date {quote(text)} in the {side} {why}."
            findings.append(review(code, message, (places[side, order] for order in orders)))
    return findings


def _judge_due(due: DateField, years: tuple[int | None, int | None], settings: ReconcileSettings) -> str:
    """The code of what is wrong with a due date, "" when nothing is."""
    if _TOO_LONG.search(to_arabic(due.text)):
        return _IMPLAUSIBLE
    known = [year for year in years if year is not None]
    if due.start is None or due.end is None or len(known) < 2:
        return ""
    too_early = fiscal_year_of(due.end) < min(known) - settings.date_slack_years
    too_late = fiscal_year_of(due.start) > max(known) + settings.date_slack_years
    return _OUTSIDE if too_early or too_late else ""


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
