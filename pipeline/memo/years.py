"""Which fiscal year a memo is about, and the years in it that contradict each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.memo.issues import doubt
from pipeline.memo.mentions import YearMention, find_broken_years, find_years
from pipeline.memo.values import doubt_field
from pipeline.model import DateField, Issue
from pipeline.passage import Passage
from pipeline.settings import MemoSettings
from pipeline.thai.dates import fiscal_year_of
from pipeline.thai.patterns import one_of

# A year after these words is the year that was assessed, not the year of the measures.
_ASSESSED = re.compile(one_of(("ผลการประเมิน", "การประเมิน", "ผลคะแนน", "คะแนน")) + r"|ITA")
_MEASURES = re.compile(one_of(("มาตรการ", "แผน", "ผลการดำเนิน", "ผลดำเนิน", "รายงานผล", "รอบ", "ไตรมาส")))


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """The year of a memo (BE), None when nothing tells it; `doubts` say why a person must look at it."""

    year: int | None
    doubts: tuple[str, ...] = ()


def find_fiscal_year(subject: Passage, date: DateField | None, dues: Sequence[DateField]) -> FiscalYear:
    """The year that a memo plans for or reports on.

    In this order: the fiscal year that the subject gives to its measures, the fiscal year in which the memo was
    dated, the year most due dates fall into, any year of the subject.
    """
    mentions = find_years(subject)
    own = [mention for mention in mentions if _belongs_to_measures(subject.text, mention)]
    if own:
        return FiscalYear(own[0].year, own[0].doubts)
    if date is not None and date.start is not None:
        return FiscalYear(fiscal_year_of(date.start), date.reasons)
    years = Counter(fiscal_year_of(due.end) for due in dues if due.end is not None)
    if years:
        reasons = [reason for due in dues for reason in due.reasons]
        return FiscalYear(years.most_common(1)[0][0], tuple(dict.fromkeys(reasons)))
    if mentions:
        return FiscalYear(mentions[0].year, (*mentions[0].doubts, "the subject does not say what happens in this year"))
    return FiscalYear(None)


def _belongs_to_measures(text: str, mention: YearMention) -> bool:
    """Do the words before a year speak of measures or results later than of the assessment?"""
    before = text[: mention.start]
    measures = [match.start() for match in _MEASURES.finditer(before)]
    assessed = [match.start() for match in _ASSESSED.finditer(before)]
    return bool(measures) and (not assessed or measures[-1] > assessed[-1])


def check_date(
    date: DateField | None, fiscal_year: int | None, settings: MemoSettings
) -> tuple[DateField | None, tuple[Issue, ...]]:
    """The date, marked when its year is too far from the memo's fiscal year to be what was written."""
    if date is None or date.start is None or date.end is None or fiscal_year is None:
        return date, ()
    first, last = fiscal_year_of(date.start), fiscal_year_of(date.end)
    if first <= fiscal_year + settings.year_slack and last >= fiscal_year - settings.year_slack:
        return date, ()
    message = f"“{date.text}” is far from fiscal year {fiscal_year}, which the memo is about; it was kept as written."
    return doubt_field(date, message), (doubt("year-contradiction", message, date.where),)


def find_year_trouble(passages: Iterable[Passage]) -> tuple[Issue, ...]:
    """Years with a digit too many ("25678"): kept as their authors typed them."""
    return tuple(
        doubt("date-unparsable", f"“{broken.text}” is no year; it was kept as written.", broken.where)
        for passage in passages
        for broken in find_broken_years(passage)
    )
