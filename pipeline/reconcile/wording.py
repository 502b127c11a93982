"""Short ways to name rows in sentences."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST = 60
"""Characters of a quoted text: a measure is known by its first line."""


def name_orders(plan: Sequence[int], report: Sequence[int]) -> str:
    """Rows by their `order` numbers.

    >>> name_orders((3,), (5, 6)), name_orders((), ())
    ('plan row 3 / report rows 5, 6', 'no rows')
    """
    parts = [
        f"{side} row{'s' if len(rows) > 1 else ''} {', '.join(map(str, rows))}"
        for side, rows in (("plan", plan), ("report", report))
        if rows
    ]
    return " / ".join(parts) or "no rows"


def quote(text: str) -> str:
    """A text in quotation marks on one line, cut where it gets long.

    >>> quote("ให้ความรู้\\nเรื่อง ITA")
    '“ให้ความรู้ เรื่อง ITA”'
    """
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= _LONGEST else f"“{line[:_LONGEST]}…”"
