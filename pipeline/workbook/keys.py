"""The key of a comparison row: which plan and report rows it stands for, however the rows are sorted."""

from __future__ import annotations

import re
from collections.abc import Sequence

_KEY = re.compile(r"P(\d+(?:\+\d+)*)?\|R(\d+(?:\+\d+)*)?")


def write_key(plan: Sequence[int], report: Sequence[int]) -> str:
    """The key of an entry.

    >>> write_key((3,), (5, 6))
    'P3|R5+6'
    """
    return f"P{_join(plan)}|R{_join(report)}"


def parse_key(key: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Plan and report orders of a key. Raises ValueError.

    >>> parse_key("P3|R")
    ((3,), ())
    """
    match = _KEY.fullmatch(key.strip())
    if match is None:
        raise ValueError(f"not a row key: {key!r}")
    return _split(match[1]), _split(match[2])


def _join(orders: Sequence[int]) -> str:
    return "+".join(map(str, orders))


def _split(text: str | None) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split("+")) if text else ()
