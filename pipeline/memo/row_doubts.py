"""Rows that a person must look at as a whole."""

from __future__ import annotations

from typing import TypeVar

from pipeline.memo.values import doubt_field
from pipeline.model import Field, PlanRow, ReportRow

AnyRow = TypeVar("AnyRow", PlanRow, ReportRow)

_VALUES = ("number", "measure", "procedure", "responsible", "monitoring", "due", "note", "date")


def doubt_row(row: AnyRow, reason: str) -> AnyRow:
    """The row with every value, and its status, marked for review for one more reason; as it is without a reason."""
    if not reason:
        return row
    fields = {name: value for name in _VALUES if isinstance(value := getattr(row, name, None), Field)}
    changed: dict[str, object] = {name: doubt_field(value, reason) for name, value in fields.items()}
    if isinstance(row, ReportRow):
        reasons = tuple(dict.fromkeys((*row.status_reasons, reason)))
        changed |= {"status_review": True, "status_reasons": reasons}
    return row.model_copy(update=changed)
