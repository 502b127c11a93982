"""What changed between the plan and the report rows of an entry: only what the two documents say differently.

A difference that scanning may have made is a reason for review, never a claimed change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.model import Change, DateField, Field, PlanRow, ReportRow
from pipeline.reconcile.edits import Difference, find_edits
from pipeline.reconcile.offices import compare_units
from pipeline.reconcile.texts import text_key
from pipeline.reconcile.wording import quote
from pipeline.settings import ReconcileSettings
from pipeline.thai.units import split_units

Rows = Sequence[PlanRow] | Sequence[ReportRow]


@dataclass(frozen=True, slots=True)
class Changes:
    """Claimed changes, and for doubtful differences the reasons why a person must look."""

    claimed: tuple[Change, ...] = ()
    reasons: tuple[str, ...] = ()


def find_changes(plan: Sequence[PlanRow], report: Sequence[ReportRow], *, settings: ReconcileSettings) -> Changes:
    """Compare an entry's plan rows with its report rows, both in document order; empty when one side has none.

    What a document leaves out or shows illegibly (a report without due dates) is no change. The texts of split or
    merged rows differ by nature: that they are is the change, and always for review.
    """
    if not plan or not report:
        return Changes()
    is_group = len(plan) + len(report) > 2
    found = (
        Changes() if is_group else _compare_texts("measure", plan[0].measure, report[0].measure, settings),
        Changes() if is_group else _compare_texts("procedure", plan[0].procedure, report[0].procedure, settings),
        _compare_responsible(plan, report, settings),
        _compare_due([row.due for row in plan], [row.due for row in report]),
    )
    return Changes(
        tuple(change for one in found for change in one.claimed),
        tuple(reason for one in found for reason in one.reasons),
    )


def _compare_texts(
    field: Literal["measure", "procedure"],
    before: Field | None,
    after: Field | None,
    settings: ReconcileSettings,
) -> Changes:
    if before is None or after is None or not before.text or not after.text:
        return Changes()
    old, new = before.text, after.text
    edits = find_edits(old, new, settings=settings)
    if edits.difference is Difference.SAME:
        return Changes()
    if edits.difference is Difference.SLIGHT:
        spots = ", ".join(f"{a or '∅'} → {b or '∅'}" for a, b in edits.spots[:5])
        more = f" and {len(edits.spots) - 5} more" if len(edits.spots) > 5 else ""
        return Changes(reasons=(f"{field}-differs-slightly: misread, or changed in single letters: {spots}{more}",))
    noisy = f"{field}-differs-noisily: many single letters differ too, so the change may be damage"
    return Changes((Change(field=field, before=old, after=new),), (noisy,) if edits.is_noisy else ())


def _compare_responsible(plan: Sequence[PlanRow], report: Sequence[ReportRow], settings: ReconcileSettings) -> Changes:
    before, after = _units(plan), _units(report)
    if not before or not after:
        return Changes()
    difference = compare_units(before, after, settings=settings)
    if difference is Difference.SAME:
        return Changes()
    old, new = (_join([row.responsible for row in rows]) or " / ".join(_units(rows)) for rows in (plan, report))
    if difference is Difference.SLIGHT:
        reason = f"responsible-differs-slightly: misread, or another unit: {quote(old)} and {quote(new)}"
        return Changes(reasons=(reason,))
    return Changes((Change(field="responsible", before=old, after=new),))


def _compare_due(before: Sequence[DateField | None], after: Sequence[DateField | None]) -> Changes:
    old_dates, new_dates = _legible(before), _legible(after)
    if not old_dates or not new_dates:
        return Changes()
    old, new = _join(old_dates), _join(new_dates)
    if {text_key(date.text) for date in old_dates} == {text_key(date.text) for date in new_dates}:
        return Changes()
    is_doubted = any(date.review for date in (*old_dates, *new_dates))
    change = Change(field="due", before=old, after=new)
    if not all(date.start and date.end for date in (*old_dates, *new_dates)):
        reason = f"due-not-comparable: not both understood as dates: {quote(old)} and {quote(new)}"
        return Changes(() if is_doubted else (change,), (reason,))
    if {(date.start, date.end) for date in old_dates} == {(date.start, date.end) for date in new_dates}:
        return Changes()
    if is_doubted:
        return Changes(reasons=(f"due-differs-doubtfully: doubted dates differ: {quote(old)} and {quote(new)}",))
    return Changes((change,))


def _units(rows: Rows) -> list[str]:
    """The units of all rows, each once; from the responsible cell where they were not split yet."""
    units = [
        unit for row in rows for unit in (row.units or split_units(row.responsible.text if row.responsible else ""))
    ]
    return list(dict.fromkeys(units))


def _legible(dates: Sequence[DateField | None]) -> list[DateField]:
    return [date for date in dates if date is not None and date.text]


def _join(fields: Sequence[Field | None]) -> str:
    """The different texts of several rows, one line each."""
    return "\n".join(dict.fromkeys(field.text for field in fields if field is not None and field.text))
