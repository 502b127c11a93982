"""The forms in which Thai memos write dates, as patterns over a shadow of the text.

The shadow has one character per character of the text: digits are Arabic, dashes and spaces plain, and every
month's name is one code (its number, and how surely it was read) and fillers. So the patterns stay readable and
offsets hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.thai.date_values import (
    DOUBTED_MONTH,
    EXACT_MONTH,
    FILLER,
    GAP,
    SHORT_MONTH,
    ThaiDate,
    build_fiscal_year,
    build_iso,
    build_point,
    build_quarter,
    build_range,
    build_round,
    build_year,
    build_years,
)
from pipeline.thai.digits import to_arabic
from pipeline.thai.months import find_months
from pipeline.thai.patterns import tolerant

_Build = Callable[[re.Match[str], int | None], ThaiDate | None]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a date: where it may stand, and what it means. `is_strict`: only as a whole text."""

    pattern: re.Pattern[str]
    build: _Build
    is_strict: bool = False


def shadow_of(text: str) -> str:
    """The text of equal length on which the forms are matched."""
    plain = re.sub(r"\s", " ", to_arabic(text))
    plain = re.sub(r"[\u2010-\u2015\u2212~]", "-", plain)
    for month in find_months(plain):
        base = DOUBTED_MONTH if not month.is_exact else SHORT_MONTH if month.is_short else EXACT_MONTH
        code = chr(base + month.number) + FILLER * (month.end - month.start - 1)
        plain = plain[: month.start] + code + plain[month.end :]
    return plain


_MONTH = f"[\ue001-\ue00c\ue101-\ue10c\ue201-\ue20c]{FILLER}*(?!{FILLER})"
_ERA = r"(?:[พค]\s?\.?\s?ศ\s?\.?)"
# Gaps may stand inside a year; but one digit more, even behind a gap, and it is no year ("25678").
_YEAR4 = r"(?:[0-9]{4}|(?:2\s?[0456]|1\s?9)\s?[0-9]\s?[0-9](?!\s[0-9]))(?![0-9]|\.[0-9]|,[0-9]{3})"
_YEAR2 = rf"['’]?[0-9]{{2}}(?![0-9]|\s?[.,/:%][0-9]|%|\s*{_MONTH}|\s*เดือน)"
_CONNECTOR = rf"(?:\s*(?:-|(?:จน)?{tolerant('ถึง')}(?:\s*{tolerant('วันที่')})?(?:\s*สิ้น)?)\s*)"
_FISCAL = rf"{tolerant('ปีงบประมาณ')}"


def _year(name: str, digits: str = f"{_YEAR4}|{_YEAR2}") -> str:
    return rf"{GAP}(?:ปี\s*)?(?P<era{name}>{_ERA})?\s*(?P<year{name}>{digits})"


def _day(name: str) -> str:
    return rf"(?<![0-9])(?<![0-9][.,/])(?P<day{name}>[0-9]{{1,2}}|[0-9] [0-9])(?![0-9])"


def _point(name: str, year: str) -> str:
    return rf"(?:{_day(name)}{GAP})?(?P<label{name}>เดือน\s*)?(?P<month{name}>{_MONTH}){year}"


def _no_year(name: str) -> str:
    """No year follows, and no digits either that may be a broken one."""
    label = rf"(?:/|(?:ของ|ประจำ)?\s*(?:{_FISCAL}|ปี))?"
    return rf"(?P<era{name}>)(?P<year{name}>)(?!{GAP}{label}\s*{_ERA}?\s*['’]?[0-9])"


_QUARTER = (
    rf"{tolerant('ไตรมาส')}\s*(?:{tolerant('ที่')})?\s*(?P<first>[1-4])(?![0-9])"
    rf"(?:(?:{_CONNECTOR}|\s*(?P<apart>{tolerant('และ')}|,)\s*)(?:{tolerant('ไตรมาส')})?\s*(?:{tolerant('ที่')})?\s*(?P<last>[1-4])(?![0-9]))?"
)
_ROUND = (
    rf"{tolerant('รอบ')}\s*(?:{tolerant('ระยะเวลา')})?\s*(?P<months>12|3|6|9)\s*{tolerant('เดือน')}"
    rf"\s*(?P<half>{tolerant('แรก')}|{tolerant('หลัง')})?"
)
# Two digits are a year only behind a word or a stroke that says so; "ไตรมาส ๑ ๒๕ คน" has none.
_ITS_YEARS = (
    rf"\s*(?:(?:ของ|ประจำ)\s*)?{_year('1', _YEAR4)}",
    rf"\s*(?:/|(?:ของ|ประจำ)?\s*(?:{_FISCAL}|ปี)){_year('1')}",
    _no_year("1"),
)
_NUMERIC = r"(?<![0-9/.-])(?P<day>[0-9]{1,2})\s?(?P<sep>[-/.])\s?(?P<month>[0-9]{1,2})\s?(?P=sep)\s?"
_BARE = r"(?<![0-9/.-])"


def _form(pattern: str, build: _Build, *, is_strict: bool = False) -> Form:
    return Form(re.compile(pattern), build, is_strict)


FORMS = (
    # ๑ ตุลาคม ๒๕๖๖ ถึง ๓๑ มีนาคม ๒๕๖๗ · ต.ค. ๖๔ – ก.ย. ๖๕ · ตุลาคม – ธันวาคม ๒๕๖๖
    _form(_point("1", f"(?:{_year('1')})?") + _CONNECTOR + _point("2", _year("2")), build_range),
    _form(_point("1", _no_year("1")) + _CONNECTOR + _point("2", _no_year("2")), build_range),
    # ๑ - ๓๑ มกราคม ๒๕๖๗
    _form(_day("1") + _CONNECTOR + _point("2", _year("2")), build_range),
    # ๑ มีนาคม ๓๐ กันยายน ๒๕๖๗
    _form(rf"{_day('1')}{GAP}(?P<month1>{_MONTH})\s+{_day('2')}{GAP}(?P<month2>{_MONTH}){_year('2')}", build_range),
    # ๔ มกราคม ๒๕๖๕ · เดือนมีนาคม ๒๕๖๕ · ๒๗ก.ย.๕๐
    _form(_point("1", _year("1")), build_point),
    _form(_point("1", _no_year("1")), build_point),
    # 2562-07-04 · 22-08-2562 · 22/8/2562
    _form(
        _BARE + r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})(?![0-9]|[-/][0-9])",
        build_iso,
    ),
    _form(_NUMERIC + r"(?P<year>[0-9]{4})(?![0-9]|[-/][0-9])", build_iso),
    _form(_NUMERIC + r"(?P<year>[0-9]{2})(?![0-9/-])", build_iso, is_strict=True),
    # ไตรมาสที่ ๑ · ไตรมาส ๑-๒/๒๕๖๕ · รอบ ๖ เดือน
    *(_form(_QUARTER + its_year, build_quarter) for its_year in _ITS_YEARS),
    *(_form(_ROUND + its_year, build_round) for its_year in _ITS_YEARS),
    # ปีงบประมาณ พ.ศ. ๒๕๖๕ · ๒๕๖๖-๒๕๗๐ · พ.ศ. ๒๕๖๕ · ปี ๒๕๖๕
    _form(_FISCAL + _year("1"), build_fiscal_year),
    _form(_FISCAL + _no_year("1"), build_fiscal_year, is_strict=True),
    # ตลอดปี · ทั้งปี
    _form(
        rf"(?:{tolerant('ตลอด')})?(?:{tolerant('ทั้ง')})?(?<=[ดง])ปี(?!\s*{tolerant('งบประมาณ')}){_no_year('1')}",
        build_fiscal_year,
        is_strict=True,
    ),
    _form(rf"(?P<fiscal>{_FISCAL})?(?<![0-9/.-]){_year('1', _YEAR4)}\s*-{_year('2', _YEAR4)}(?!-)", build_years),
    _form(rf"(?:ปี\s*)?(?P<era1>{_ERA})\s*(?P<year1>{_YEAR4})", build_year),
    _form(rf"(?<![ก-๎])ปี\s*(?P<era1>{_ERA})?\s*(?P<year1>{_YEAR4})", build_year),
    _form(rf"{_BARE}(?P<era1>{_ERA})?(?P<year1>{_YEAR4})", build_year, is_strict=True),
)
