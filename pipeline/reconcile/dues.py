"""Due dates and follow-up dates that contradict each other or the years of the documents."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model import DateField, Finding, PlanRow, ReportRow
from pipeline.reconcile.findings import review
from pipeline.reconcile.similarity import alikeness
from pipeline.reconcile.texts import text_key
from pipeline.reconcile.wording import name_orders, quote
from pipeline.settings import ReconcileSettings
from pipeline.thai.dates import find_dates, fiscal_year_of

Row = PlanRow | ReportRow


@dataclass(frozen=True, slots=True)
class _FollowUp:
    """One follow-up text without its digits, and the year (BE) that it names."""

    key: str
    text: str
    year: int
    order: int


def check_follow_ups(
    plan: Sequence[PlanRow], places: Mapping[tuple[str, int], int], settings: ReconcileSettings
) -> list[Finding]:
    """Rows with the same follow-up in different years. places: (side, order) → position of the entry."""
    groups: list[list[_FollowUp]] = []
    for told in _find_follow_ups(plan):
        for group in groups:
            if group[0].key == told.key or alikeness(group[0].key, told.key) >= settings.follow_up_floor:
                group.append(told)
                break
        else:
            groups.append([told])
    findings = []
    for group in groups:
        orders: dict[int, list[int]] = defaultdict(list)
        for told in group:
            orders[told.year].append(told.order)
        if len(orders) < 2:
            continue
        years = ", ".join(f"{year} in {name_orders(rows, ())}" for year, rows in orders.items())
        message = f"The same follow-up {quote(group[0].text)} is dated in different years: {years}."
        findings.append(review("due-year-mismatch", message, (places["plan", told.order] for told in group)))
    return findings


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
            findings.append(review("due-year-mismatch", message, (places[side, order] for order in orders)))
    return findings


def _is_outside(due: DateField, first: int, last: int) -> bool:
    if due.start is None or due.end is None:
        return False
    return fiscal_year_of(due.end) < first or fiscal_year_of(due.start) > last


def _find_follow_ups(plan: Sequence[PlanRow]) -> list[_FollowUp]:
    """Follow-up texts with one year in them: the monitoring cell's, or the due date where that has none."""
    found = []
    for row in plan:
        for field in (row.monitoring, row.due):
            if field is None or not field.text:
                continue
            years = {seen.date.be_year for seen in find_dates(field.text)} - {None}
            if isinstance(field, DateField) and field.be_year is not None:
                years = {field.be_year}
            key = re.sub(r"\d", "", text_key(field.text))
            if len(years) == 1:
                found.append(_FollowUp(key, field.text, int(next(iter(years)) or 0), row.order))
                break
    return found
