"""Dates as offices print them, each beside what it means. Years are Buddhist Era, months count from 1."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from pipeline.synth.spec import When


def on_day(text: str, year: int, month: int, day: int, hand: str = "") -> When:
    """
    >>> on_day("๔ มกราคม ๒๕๖๕", 2565, 1, 4).start
    datetime.date(2022, 1, 4)
    """
    then = date(year - 543, month, day)
    return When(text, then, then, "day", year, hand)


def in_month(text: str, year: int, month: int) -> When:
    """The whole month; the day is blank or not given."""
    first = date(year - 543, month, 1)
    return When(text, first, first.replace(day=monthrange(first.year, month)[1]), "month", year)


def in_quarter(text: str, fiscal_year: int, quarter: int) -> When:
    """
    >>> in_quarter("ไตรมาสที่ ๑", 2566, 1).start
    datetime.date(2022, 10, 1)
    """
    month = (9 + 3 * (quarter - 1)) % 12 + 1
    year = fiscal_year - 543 - (month >= 10)
    last = month + 2
    return When(text, date(year, month, 1), date(year, last, monthrange(year, last)[1]), "quarter", fiscal_year)


def in_fiscal_year(text: str, fiscal_year: int) -> When:
    """1 October of the year before to 30 September."""
    year = fiscal_year - 543
    return When(text, date(year - 1, 10, 1), date(year, 9, 30), "fiscal_year", fiscal_year)


def between(text: str, start: date, end: date, be_year: int | None) -> When:
    """`start` and `end` are Gregorian; `be_year` is the last year written."""
    return When(text, start, end, "range", be_year)
