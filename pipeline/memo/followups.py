"""Follow-up notes that tell the same in different years, or may do so in digits that were not read surely."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from pipeline.memo.issues import doubt
from pipeline.model import DateField, Field, Issue, Place, PlanRow, Precision
from pipeline.settings import MemoSettings
from pipeline.thai.digits import to_arabic
from pipeline.thai.months import find_months
from pipeline.thai.text import comparison_key

_NUMBER = re.compile(r"[0-9]+")
_SHORTEST_YEAR = 3
"""Digits of a year of which one was lost; days have two at most."""


def find_due_mismatches(rows: Sequence[PlanRow], settings: MemoSettings) -> tuple[Issue, ...]:
    """An issue for each follow-up note (same words, same day and month) that is given different years.

    A note merged over several rows counts once. Nothing is repaired: either year may be the right one.
    """
    notes: dict[tuple[Place, ...], tuple[Field, DateField, list[int]]] = {}
    for row in rows:
        if row.due is None or row.due.be_year is None or row.due.precision is Precision.RANGE:
            continue
        text = row.monitoring if row.monitoring is not None and row.due.text in row.monitoring.text else row.due
        notes.setdefault(text.where, (text, row.due, []))[2].append(row.order)
    groups: list[list[tuple[Field, DateField, list[int]]]] = []
    for told in notes.values():
        group = next((group for group in groups if _tells_the_same(group[0], told, settings)), None)
        if group is None:
            groups.append([told])
        else:
            group.append(told)
    return tuple(_describe(group) for group in groups if len({due.be_year for _, due, _ in group}) > 1)


@dataclass(frozen=True, slots=True)
class _Told:
    """One note as read: its words without digits, and the last number in it, which is its year."""

    text: Field
    words: str
    year: str
    orders: tuple[int, ...]

    @property
    def is_doubted(self) -> bool:
        return self.text.review


def find_doubted_years(rows: Sequence[PlanRow], settings: MemoSettings) -> tuple[Issue, ...]:
    """An issue for each follow-up note that stands at several places with years that were not read surely.

    Digits that differ may be different years or misreadings; digits that agree may hide different years, since an
    engine without ๔ ๖ ๗ ๘ ๙ prints others in their place. Either way only the scans can tell.
    """
    groups: list[list[_Told]] = []
    for told in _find_told(rows):
        group = next((group for group in groups if _has_same_words(group[0], told, settings)), None)
        if group is None:
            groups.append([told])
        else:
            group.append(told)
    doubted = [group for group in groups if len(group) > 1 and any(told.is_doubted for told in group)]
    return tuple(_describe_doubted(group) for group in doubted)


def _find_told(rows: Sequence[PlanRow]) -> list[_Told]:
    """Every note with a number, once for all rows that it is merged over."""
    found: dict[tuple[Place, ...], tuple[Field, list[int]]] = {}
    for row in rows:
        if row.monitoring is not None and row.monitoring.text and row.monitoring.where:
            found.setdefault(row.monitoring.where, (row.monitoring, []))[1].append(row.order)
    return [
        _Told(text, _words(text.text), numbers[-1], tuple(orders))
        for text, orders in found.values()
        if (numbers := _NUMBER.findall(to_arabic(text.text))) and len(numbers[-1]) >= _SHORTEST_YEAR
    ]


def _has_same_words(one: _Told, other: _Told, settings: MemoSettings) -> bool:
    """Do two notes tell the same, in the same month as far as months can be read?"""
    months = [{month.number for month in find_months(told.text.text)} for told in (one, other)]
    is_same_month = not all(months) or months[0] == months[1]
    return is_same_month and Levenshtein.normalized_similarity(one.words, other.words) >= settings.same_note


def _describe_doubted(group: Sequence[_Told]) -> Issue:
    years: dict[str, list[int]] = {}
    for told in group:
        years.setdefault(told.year, []).extend(told.orders)
    seen = ", ".join(f"{year} (rows {', '.join(map(str, orders))})" for year, orders in years.items())
    rarest = min(group, key=lambda told: sum(other.year == told.year for other in group))
    note = f"The same follow-up “{rarest.text.text}” stands at {len(group)} places"
    if len(years) > 1:
        message = f"{note}, and its year was read differently: {seen}. The digits are doubted; the scans tell."
        return doubt("due-year-mismatch", message, rarest.text.where)
    message = f"{note}; its year was read as {seen} at each, in doubted digits that may hide different years."
    return doubt("due-year-unsure", message, rarest.text.where)


def _tells_the_same(
    one: tuple[Field, DateField, list[int]], other: tuple[Field, DateField, list[int]], settings: MemoSettings
) -> bool:
    (text, due, _), (other_text, other_due, _) = one, other
    if due.start is None or other_due.start is None or due.precision is not other_due.precision:
        return False
    same_day = (due.start.month, due.start.day) == (other_due.start.month, other_due.start.day)
    return (
        same_day and Levenshtein.normalized_similarity(_words(text.text), _words(other_text.text)) >= settings.same_note
    )


def _words(text: str) -> str:
    """The key of a note without its digits."""
    return "".join(char for char in comparison_key(to_arabic(text)) if not char.isdigit())


def _describe(group: Sequence[tuple[Field, DateField, list[int]]]) -> Issue:
    times = Counter(due.be_year for _, due, _ in group)
    told = ", ".join(
        f"{year} ({count}×, rows {_rows_of(group, year)})" for year, count in sorted(times.items(), key=str)
    )
    rarest = min(group, key=lambda item: times[item[1].be_year])
    message = f"The same follow-up “{rarest[0].text}” is dated in different years: {told}. Nothing was changed."
    return doubt("due-year-mismatch", message, rarest[1].where)


def _rows_of(group: Sequence[tuple[Field, DateField, list[int]]], year: int | None) -> str:
    return ", ".join(str(order) for _, due, orders in group if due.be_year == year for order in orders)
