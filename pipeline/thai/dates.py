"""Thai dates: one whole text as a date, and every date in a running text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pipeline.thai.date_forms import FORMS, shadow_of
from pipeline.thai.date_values import ImpossibleDay, Precision, ThaiDate
from pipeline.thai.months import MONTHS
from pipeline.thai.patterns import one_of
from pipeline.thai.years import BE_OFFSET, fiscal_year_of, fiscal_year_span

__all__ = [
    "FoundDate",
    "Precision",
    "ThaiDate",
    "find_dates",
    "fiscal_year_of",
    "fiscal_year_span",
    "format_date",
    "is_date",
    "parse_date",
]


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at the characters `start:end` of the text that was searched."""

    start: int
    end: int
    date: ThaiDate


# Words around a date that do not change which days it names. "ก่อน" and "หลัง" would.
_AROUND = re.compile(
    one_of((
        "ภายใน", "สิ้น", "เดือน", "วันที่", "ลงวันที่", "ณ", "ประมาณ", "ประจำ", "ปี", "ตั้งแต่", "ระหว่าง", "ช่วง", "ห้วง", "เวลา",
        "ตลอด",
        "ในวันที่", "ใน", "ของ", "วันจันทร์ที่", "วันอังคารที่", "วันพุธที่", "วันพฤหัสบดีที่", "วันศุกร์ที่", "วันเสาร์ที่",
        "วันอาทิตย์ที่",
    )) + r"|[\s()\[\].,…:;_\"'-]"
)  # fmt: skip


def parse_date(text: str, *, fiscal_year: int | None = None) -> ThaiDate:
    """The one date that a text is, words like ภายใน or วันที่ around it aside.

    `fiscal_year` (BE) completes what names no year: a quarter, "รอบ ๖ เดือน", a month. Raises ValueError for
    anything else: no date, two dates, other words, an impossible day, a year of three or five digits.

    >>> parse_date("๔ มกราคม ๒๕๖๕").start
    datetime.date(2022, 1, 4)
    >>> parse_date("รอบ ๖ เดือน", fiscal_year=2565).end
    datetime.date(2022, 3, 31)
    >>> parse_date("ปีงบประมาณ พ.ศ. 25678")
    Traceback (most recent call last):
    ValueError: not a date: 'ปีงบประมาณ พ.ศ. 25678'
    """
    found = _search(text, fiscal_year, is_strict=True)
    dates = {(one.date.start, one.date.end): one.date for one in reversed(found)}
    rest = shadow_of(text)
    for one in reversed(found):
        rest = rest[: one.start] + " " + rest[one.end :]
    only = next(iter(dates.values()), None)
    rest = _AROUND.sub("", rest)
    if len(dates) == 1 and only is not None and (not rest or (rest in "ฒ" and only.precision == "day")):
        return only
    if fiscal_year is None and len(dates) == 1 and only is not None and rest:
        # "ไตรมาสที่ ๑ (ตุลาคม – ธันวาคม ๒๕๖๔)": what names no year must name the same days in the year of the rest.
        return parse_date(text, fiscal_year=fiscal_year_of(only.end))
    raise ValueError(f"not a date: {text!r}")


ANY_YEAR = 2565
"""For asking whether a text is a date at all: a quarter is one in any fiscal year."""


def is_date(text: str, *, fiscal_year: int | None = None) -> bool:
    """Is the whole text one date?

    >>> is_date("ต.ค. ๖๔ – ก.ย. ๖๕"), is_date("๒ มาตรการ")
    (True, False)
    """
    try:
        parse_date(text, fiscal_year=fiscal_year)
    except ValueError:
        return False
    return True


def find_dates(text: str, *, fiscal_year: int | None = None) -> tuple[FoundDate, ...]:
    """Every date in a text, in order, without overlaps; the longest form wins where several begin.

    A day that its month does not have leaves the month, with a doubt. A number of four digits alone is no date here.

    >>> [(found.start, found.end) for found in find_dates("ลงวันที่ ๔ มกราคม ๒๕๖๕ ถึงปัจจุบัน")]
    [(9, 22)]
    """
    return _search(text, fiscal_year, is_strict=False)


def format_date(value: ThaiDate) -> str:
    """The date in words that `parse_date` reads back to the same days; Arabic digits, its own era.

    >>> format_date(parse_date("๙ พ.ค. ๖๗")), format_date(parse_date("ไตรมาส ๑/๒๕๖๕"))
    ('9 พฤษภาคม 2567', 'ไตรมาสที่ 1 ปีงบประมาณ 2565')
    """
    if value.precision == "day":
        return _format_day(value.start, value)
    if value.precision == "month":
        return ("... " if value.blank_day else "") + _format_month(value.start, value)
    if value.precision == "year":
        return f"{'ค.ศ.' if value.era == 'CE' else 'พ.ศ.'} {_format_year(value.start, value)}"
    if value.precision == "fiscal_year":
        return f"ปีงบประมาณ {fiscal_year_of(value.start)}"
    if value.precision == "quarter":
        return f"ไตรมาสที่ {(value.start.month + 2) % 12 // 3 + 1} ปีงบประมาณ {fiscal_year_of(value.start)}"
    whole_months = value.start.day == 1 and date.fromordinal(value.end.toordinal() + 1).day == 1
    form = _format_month if whole_months else _format_day
    return f"{form(value.start, value)} - {form(value.end, value)}"


def _search(text: str, fiscal_year: int | None, *, is_strict: bool) -> tuple[FoundDate, ...]:
    shadow = shadow_of(text)
    found: list[FoundDate] = []
    for form in FORMS:
        if form.is_strict and not is_strict:
            continue
        for match in form.pattern.finditer(shadow):
            try:
                value = form.build(match, fiscal_year)
            except ImpossibleDay as error:
                if is_strict:
                    raise
                value = error.month
            except ValueError:
                value = None
            if value is not None:
                start = match.start() + len(match[0]) - len(match[0].lstrip())
                found.append(FoundDate(start, match.end(), value))
    return _without_overlaps(found)


def _without_overlaps(found: Iterable[FoundDate]) -> tuple[FoundDate, ...]:
    kept: list[FoundDate] = []
    for one in sorted(found, key=lambda candidate: (candidate.start, -candidate.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _format_year(day: date, value: ThaiDate) -> int:
    return day.year if value.era == "CE" else day.year + BE_OFFSET


def _format_month(day: date, value: ThaiDate) -> str:
    return f"{MONTHS[day.month - 1]} {_format_year(day, value)}"


def _format_day(day: date, value: ThaiDate) -> str:
    return f"{day.day} {_format_month(day, value)}"
