"""What a matched date form means: days, precision and doubts.

The matches come from `date_forms`: their groups are `day1`, `month1` (a code, see there), `era1`, `year1`, and the
same with 2 for the end of a range.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from pipeline.thai.patterns import tolerant
from pipeline.thai.years import (
    BE_OFFSET,
    FISCAL_YEAR_START,
    Era,
    Span,
    fiscal_months_span,
    fiscal_year_span,
    month_span,
    parse_year,
    year_span,
)

Precision = Literal["day", "month", "quarter", "year", "fiscal_year", "range"]

EXACT_MONTH, SHORT_MONTH, DOUBTED_MONTH, FILLER = 0xE000, 0xE100, 0xE200, "\ue0ff"
"""Codes of months: the kind of name plus the month's number; fillers keep the length of the name."""

# Each run of dots can be taken in one way only, so that long leaders cost no more than their length. Possessive
# quantifiers would say it shorter, but Python up to 3.11.4 matches them wrongly.
GAP = r"(?:[\s…]|\.{2,}(?!\.)|(?<=\.)\.(?!\.))*"
"""Space or dot leaders between the parts of a date; one dot alone is none, and long leaders cost one pass."""


@dataclass(frozen=True, slots=True)
class ThaiDate:
    """A span of days (Gregorian, both ends included) and how it was written.

    `be_year` is the Buddhist-Era year (of a quarter or fiscal year, the fiscal year; converted when Common Era was
    written; None for a range that names two years). `blank_day` says that the day was left open. `era` is the era as
    written, None when no year was. `doubts` are English sentences: with any, a person must look.
    """

    start: date
    end: date
    precision: Precision
    be_year: int | None
    blank_day: bool
    era: Era | None
    doubts: tuple[str, ...] = ()


class ImpossibleDay(ValueError):
    """The month has no such day; `month` is what remains sure."""

    def __init__(self, day: int, month: ThaiDate) -> None:
        super().__init__(f"the month has no day {day}")
        self.month = month


def _read_month(code: str) -> int:
    return ord(code[0]) & 0xFF


def _month_doubts(match: re.Match[str], *names: str) -> tuple[str, ...]:
    codes = [match[f"month{name}"] for name in names if match[f"month{name}"]]
    return tuple("the month's name has a wrong letter" for code in codes if ord(code[0]) >= DOUBTED_MONTH)


def _read_year(match: re.Match[str], name: str) -> tuple[int, Era]:
    written = match[f"era{name}"]
    era: Era | None = None if written is None else "BE" if written.startswith("พ") else "CE"
    return parse_year(match[f"year{name}"].lstrip("'’"), era)


def _year_of_month(month: int, fiscal_year: int) -> int:
    return fiscal_year - BE_OFFSET - (month >= FISCAL_YEAR_START)


_BEGINS_HERE = re.compile(rf"(?:^|{tolerant('วันที่')}|[(.…]){GAP}$")


def _read_day(match: re.Match[str], name: str) -> int | None:
    """The day; None when its digits stand so far apart that they may belong to different things.

    ณ before a date is often read as ๓, and a number may precede the day; but a stamped "1 8" after วันที่, or in
    a line whose year is spaced as well, is one number.
    """
    written = match[f"day{name}"]
    if " " not in written:
        return int(written)
    day = int(written.replace(" ", ""))
    is_spaced_line = " " in (match[f"year{name}"] or "")
    begins = _BEGINS_HERE.search(match.string[: match.start(f"day{name}")]) is not None
    if written[0] != "3" and day <= 29 and (is_spaced_line or begins):
        return day
    return None


_BLANK_BEFORE = re.compile(rf"{tolerant('วันที่')}{GAP}$|(?:\.{{2,}}|…)\s*$|^\s{{2,}}$")


def build_point(match: re.Match[str], fiscal_year: int | None) -> ThaiDate | None:
    """A day or a month; a month without year lies in the fiscal year that is given."""
    month = _read_month(match["month1"])
    doubts = _month_doubts(match, "1")
    if match["year1"]:
        year, era = _read_year(match, "1")
        be_year, written_era = year + BE_OFFSET, era
        is_bare_two_digits = len(match["year1"]) == 2 and not match["day1"]
        if is_bare_two_digits and not match["era1"] and ord(match["month1"][0]) < SHORT_MONTH:
            doubts += (f"{match['year1']} after the month may be a count and no year",)
    elif fiscal_year is not None:
        year, written_era = _year_of_month(month, fiscal_year), None
        be_year = year + BE_OFFSET
    else:
        return None
    as_month = ThaiDate(*month_span(year, month), "month", be_year, False, written_era, doubts)
    if match["day1"]:
        day = _read_day(match, "1")
        if day is None:
            return replace(as_month, doubts=(*doubts, f"the digits of the day stand apart: {match['day1']}"))
        try:
            on = date(year, month, day)
        except ValueError as error:
            impossible = f"the month has no day {day}"
            raise ImpossibleDay(day, replace(as_month, doubts=(*doubts, impossible))) from error
        return ThaiDate(on, on, "day", be_year, False, written_era, doubts)
    return replace(as_month, blank_day=_BLANK_BEFORE.search(match.string[: match.start()]) is not None)


def build_range(match: re.Match[str], fiscal_year: int | None) -> ThaiDate | None:
    """From one point to another; what the first leaves out, the second says."""
    groups = match.groupdict()
    second = _read_month(match["month2"])
    first = _read_month(groups["month1"]) if groups.get("month1") else second
    doubts = _month_doubts(match, *(("1", "2") if groups.get("month1") else ("2",)))
    era: Era | None = None
    if match["year2"]:
        end_year, era = _read_year(match, "2")
        be_year: int | None = end_year + BE_OFFSET
        start_year = end_year
        if groups.get("year1"):
            start_year, start_era = _read_year(match, "1")
            if start_era != era:
                raise ValueError("the two ends are written in different eras")
            be_year = be_year if start_year == end_year else None
        elif first > second:
            start_year -= 1
            doubts += ("the year of the first date is not written, the year before was taken",)
    elif fiscal_year is not None and not groups.get("year1"):
        start_year, end_year = _year_of_month(first, fiscal_year), _year_of_month(second, fiscal_year)
        be_year = fiscal_year
    else:
        return None
    start, end = month_span(start_year, first)[0], month_span(end_year, second)[1]
    for name in ("1", "2"):
        if groups.get(f"day{name}"):
            if " " in match[f"day{name}"]:
                raise ValueError(f"the digits of a day stand apart: {match[f'day{name}']}")
            day = int(match[f"day{name}"])
            start, end = (start.replace(day=day), end) if name == "1" else (start, end.replace(day=day))
    if start > end:
        raise ValueError("the range ends before it begins")
    return ThaiDate(start, end, "range", be_year, False, era, doubts)


def build_iso(match: re.Match[str], fiscal_year: int | None) -> ThaiDate | None:
    """A date in figures."""
    year, era = parse_year(match["year"])
    on = date(year, int(match["month"]), int(match["day"]))
    return ThaiDate(on, on, "day", year + BE_OFFSET, False, era)


def _fiscal_number(match: re.Match[str], fiscal_year: int | None) -> tuple[int | None, Era | None]:
    if match["year1"]:
        year, era = _read_year(match, "1")
        return year + BE_OFFSET, era
    return fiscal_year, None


def build_quarter(match: re.Match[str], fiscal_year: int | None) -> ThaiDate | None:
    """One or several quarters of a fiscal year."""
    be_year, era = _fiscal_number(match, fiscal_year)
    if be_year is None:
        return None
    first = int(match["first"])
    last = int(match["last"] or first)
    if last < first:
        raise ValueError("the quarters run backwards")
    span = fiscal_months_span(be_year, first * 3 - 2, last * 3)
    doubts = (f"quarters {first} and {last} are named, their whole span was taken",) if match["apart"] else ()
    return ThaiDate(*span, "quarter" if first == last else "range", be_year, False, era, doubts)


def build_round(match: re.Match[str], fiscal_year: int | None) -> ThaiDate | None:
    """The first or last 3, 6, 9 or 12 months of a fiscal year."""
    be_year, era = _fiscal_number(match, fiscal_year)
    if be_year is None:
        return None
    months = int(match["months"])
    if match["half"] and match["half"].startswith("ห"):
        span = fiscal_months_span(be_year, 13 - months, 12)
    else:
        span = fiscal_months_span(be_year, 1, months)
    return ThaiDate(*span, "fiscal_year" if months == 12 else "range", be_year, False, era)


def build_fiscal_year(match: re.Match[str], fiscal_year: int | None) -> ThaiDate | None:
    """A fiscal year."""
    be_year, era = _fiscal_number(match, fiscal_year)
    if be_year is None:
        return None
    return ThaiDate(*fiscal_year_span(be_year), "fiscal_year", be_year, False, era)


def build_year(match: re.Match[str], fiscal_year: int | None) -> ThaiDate | None:
    """A calendar year."""
    year, era = _read_year(match, "1")
    return ThaiDate(*year_span(year), "year", year + BE_OFFSET, False, era)


def build_years(match: re.Match[str], fiscal_year: int | None) -> ThaiDate | None:
    """From one calendar or fiscal year to another."""
    (first, era), (last, last_era) = _read_year(match, "1"), _read_year(match, "2")
    is_labelled = match["fiscal"] or match["era1"]
    if not is_labelled and era != "BE":
        return None  # two groups of a telephone number look like years of the Common Era
    if era != last_era or first >= last:
        raise ValueError("the years run backwards or are of two eras")
    is_fiscal = match["fiscal"] is not None
    span: Callable[[int], Span] = (lambda year: fiscal_year_span(year + BE_OFFSET)) if is_fiscal else year_span
    return ThaiDate(span(first)[0], span(last)[1], "range", None, False, era)
