"""Row numbers in their order: a gap may be a lost row, a repeated number an author's slip."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.memo.issues import doubt
from pipeline.model import Field, Issue
from pipeline.thai.numbers import parse_row_number


def check_numbers(numbers: Sequence[Field | None]) -> tuple[Issue, ...]:
    """Issues for the numbers of a table's rows, top to bottom, that do not go on by one.

    A sequence may begin anew at 1 (under a new section). Numbers on several levels, doubted ones and blanks say
    nothing either way.
    """
    issues: list[Issue] = []
    last: tuple[int, int] | None = None  # row index and number of the last row that counts
    for index, field in enumerate(numbers):
        number = _count(field)
        if field is None or number is None:
            continue
        if last is not None and number != 1:
            expected = last[1] + index - last[0]
            if number == last[1]:
                issues.append(doubt("row-number-repeated", f"Row number “{field.text}” is used twice.", field.where))
            elif number != expected:
                message = f"Row number “{field.text}” stands where {expected} was expected: is a row missing?"
                issues.append(doubt("row-number-gap", message, field.where))
        last = (index, number)
    return tuple(issues)


def _count(field: Field | None) -> int | None:
    if field is None or field.review:
        return None
    try:
        levels = parse_row_number(field.text)
    except ValueError:
        return None
    return levels[0] if len(levels) == 1 else None
