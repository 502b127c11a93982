"""Numbers of the rows of one table, each held against the others: one that is missing, or printed another way."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.memo.row_doubts import AnyRow
from pipeline.memo.values import doubt_field, mark_illegible
from pipeline.model import Field
from pipeline.settings import MemoSettings
from pipeline.thai.numbers import is_row_number

MISSING = "this row has no number, most rows of the table have one"
NO_STOP = "this number has no full stop, most numbers of the table have one"


def doubt_odd_numbers(rows: Sequence[AnyRow], settings: MemoSettings) -> tuple[AnyRow, ...]:
    """The rows, with the numbers marked that most others say are wrong: none at all, or none with a full stop.

    Tables without numbers and tables that use both ways alike stay as they are.
    """
    told = [row.number.text for row in rows if row.number is not None and row.number.text]
    stopped = [text for text in told if text.endswith(".")]
    expects_number = _are_most(len(told), len(rows), settings)
    expects_stop = _are_most(len(stopped), len(told), settings)
    return tuple(
        row.model_copy(update={"number": _doubt(row, expects_number=expects_number, expects_stop=expects_stop)})
        for row in rows
    )


def _are_most(count: int, total: int, settings: MemoSettings) -> bool:
    return count >= max(settings.least_alike, settings.most_alike * total)


def _doubt(row: AnyRow, *, expects_number: bool, expects_stop: bool) -> Field | None:
    number = row.number
    if number is None:
        return mark_illegible(row.measure.where, MISSING) if expects_number else None
    if expects_stop and is_row_number(number.text) and not number.text.endswith("."):
        return doubt_field(number, NO_STOP)
    return number
