"""Doubts of the readings that an entry rests on: no doubted value is passed on as sure."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Field, PlanRow, ReportRow

_MOST = 3
"""Reasons told per value; a badly read paragraph has dozens, and the document's own workbook shows them all."""


def collect_doubts(plan: Sequence[PlanRow], report: Sequence[ReportRow]) -> tuple[str, ...]:
    """Why the values of an entry are for review, one sentence for each doubted value.

    The row number is left out: it decides nothing when doubted.
    """
    doubts: list[str] = []
    for planned in plan:
        doubts += _doubts_of(f"plan row {planned.order}", planned, {"monitoring": planned.monitoring})
    for told in report:
        name = f"report row {told.order}"
        doubts += _doubts_of(name, told, {"note": told.note, "date": told.date})
        if told.status_review:
            doubts.append(_tell(name, "status", told.status_reasons))
    return tuple(doubts)


def _doubts_of(name: str, row: PlanRow | ReportRow, more: dict[str, Field | None]) -> list[str]:
    fields = {
        "measure": row.measure,
        "procedure": row.procedure,
        "responsible": row.responsible,
        "due": row.due,
        **more,
    }
    return [_tell(name, label, field.reasons) for label, field in fields.items() if field is not None and field.review]


def _tell(name: str, label: str, reasons: Sequence[str]) -> str:
    told = "; ".join(reasons[:_MOST]) or "marked for review"
    more = f"; and {len(reasons) - _MOST} more" if len(reasons) > _MOST else ""
    return f"{name}, {label}: {told}{more}"
