"""Follow-up notes that tell the same in different years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from pipeline.memo.issues import doubt
from pipeline.model import DateField, Field, Issue, Place, PlanRow, Precision
from pipeline.settings import MemoSettings
from pipeline.thai.digits import to_arabic
from pipeline.thai.text import comparison_key


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
