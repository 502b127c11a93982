"""Responsible units that differ from a frequent one of the same memo by a single letter: misread, most likely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeVar

from rapidfuzz.distance import Levenshtein

from pipeline.memo.values import doubt_field
from pipeline.model import PlanRow, ReportRow
from pipeline.settings import MemoSettings
from pipeline.thai.text import comparison_key

AnyRow = TypeVar("AnyRow", PlanRow, ReportRow)


def doubt_rare_units(rows: Sequence[AnyRow], settings: MemoSettings) -> tuple[AnyRow, ...]:
    """The rows, with `responsible` marked where a unit is one letter off one that the rows name often."""
    names = {comparison_key(unit): unit for row in rows for unit in row.units}
    times = Counter(comparison_key(unit) for row in rows for unit in row.units)
    return tuple(_doubt_row(row, names, times, settings) for row in rows)


def _doubt_row(row: AnyRow, names: Mapping[str, str], times: Counter[str], settings: MemoSettings) -> AnyRow:
    for unit in row.units:
        usual = _find_usual(comparison_key(unit), times, settings)
        if usual is not None and row.responsible is not None:
            reason = f"“{unit}” may be a misreading of “{names[usual]}”, which is named {times[usual]} times"
            return row.model_copy(update={"responsible": doubt_field(row.responsible, reason)})
    return row


def _find_usual(key: str, times: Counter[str], settings: MemoSettings) -> str | None:
    if len(key) < settings.shortest_unit:
        return None
    return next(
        (
            other
            for other, count in times.most_common()
            if count >= settings.usual_unit * times[key] and Levenshtein.distance(key, other) == 1
        ),
        None,
    )
