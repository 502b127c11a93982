"""Buddhist-Era, Common-Era and fiscal years, and the spans of time they name. All spans include both ends."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Literal

from pipeline.thai.digits import to_arabic

Era = Literal["BE", "CE"]
Span = tuple[date, date]

BE_OFFSET = 543
FISCAL_YEAR_START = 10
"""The month in which a fiscal year begins; it is named after the year in which it ends."""

_BE_YEARS = range(2400, 2700)
_CE_YEARS = range(1900, 2100)


def parse_year(text: str, era: Era | None = None) -> tuple[int, Era]:
    """The Common-Era year and the era in which it is written, from two or four digits (gaps between them allowed).

    Two digits are Buddhist Era. Raises ValueError for years outside BE 2400–2699 and CE 1900–2099, and where the
    written era contradicts the number.

    >>> parse_year("๒๕๖๕"), parse_year("๖๕"), parse_year("2022")
    ((2022, 'BE'), (2022, 'BE'), (2022, 'CE'))
    """
    digits = re.sub(r"\s", "", to_arabic(text))
    if not re.fullmatch("[0-9]{2}|[0-9]{4}", digits):
        raise ValueError(f"not a year: {text!r}")
    year = int(digits)
    if len(digits) == 2 and era != "CE":
        return 2500 + year - BE_OFFSET, "BE"
    if year in _BE_YEARS and era != "CE":
        return year - BE_OFFSET, "BE"
    if year in _CE_YEARS and era != "BE":
        return year, "CE"
    raise ValueError(f"not a year of its era: {text!r}")


def fiscal_year_of(day: date) -> int:
    """The fiscal year (BE) in which a day lies.

    >>> fiscal_year_of(date(2021, 10, 1)), fiscal_year_of(date(2021, 9, 30))
    (2565, 2564)
    """
    return day.year + BE_OFFSET + (day.month >= FISCAL_YEAR_START)


def fiscal_year_span(be_year: int) -> Span:
    """First and last day of a fiscal year (BE).

    >>> fiscal_year_span(2565)
    (datetime.date(2021, 10, 1), datetime.date(2022, 9, 30))
    """
    return fiscal_months_span(be_year, 1, 12)


def fiscal_months_span(be_year: int, first: int, last: int) -> Span:
    """From the first day of the `first` to the last day of the `last` month (1–12) of a fiscal year (BE).

    >>> fiscal_months_span(2565, 4, 6)
    (datetime.date(2022, 1, 1), datetime.date(2022, 3, 31))
    """
    start, end = (_calendar_month(be_year, number) for number in (first, last))
    return month_span(*start)[0], month_span(*end)[1]


def month_span(year: int, month: int) -> Span:
    """First and last day of a month of a Common-Era year.

    >>> month_span(2024, 2)
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def year_span(year: int) -> Span:
    """First and last day of a Common-Era year.

    >>> year_span(2022)
    (datetime.date(2022, 1, 1), datetime.date(2022, 12, 31))
    """
    return date(year, 1, 1), date(year, 12, 31)


def _calendar_month(be_year: int, fiscal_month: int) -> tuple[int, int]:
    months = FISCAL_YEAR_START - 2 + fiscal_month
    return be_year - BE_OFFSET - 1 + months // 12, months % 12 + 1
