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
from pipeline.passage import Passage, explain_doubts
from pipeline.settings import MemoSettings
from pipeline.thai.dates import find_dates, fiscal_year_of
from pipeline.thai.patterns import one_of
from pipeline.thai.years import FISCAL_YEAR_START

# A year after these words is the year that was assessed, not the year of the measures.
_ASSESSED = re.compile(one_of(("ผลการประเมิน", "การประเมิน", "ผลคะแนน", "คะแนน")) + r"|ITA")
_NEAR = 120
"""Characters before a year in which the words stand that say what happens in it: one clause."""
_MEASURES = re.compile(one_of(("มาตรการ", "แผน", "ผลการดำเนิน", "ผลดำเนิน", "รายงานผล", "รอบ", "ไตรมาส")))


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """The year of a memo (BE), None when nothing tells it; `doubts` say why a person must look at it."""

    year: int | None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class YearEvidence:
    """What may tell the year of a memo: `dues` are the periods of its plan, without follow-up dates."""

    subject: Passage
    body: Passage
    date: DateField | None
    dues: tuple[DateField, ...] = ()
    has_report: bool = False


def find_fiscal_year(evidence: YearEvidence, settings: MemoSettings) -> FiscalYear:
    """The year that a memo plans for or reports on.

    In this order: the fiscal year that the subject gives to its measures, the one that the text gives to them, the
    year that most periods of a plan end in, the fiscal year in which the memo is dated, any year of the subject.
    A doubted year from before there were such memos is a misreading, and the next in order is taken, with its doubt.
    """
    candidates = [
        found
        for found in (
            _year_of_subject(evidence.subject),
            _doubt_without_subject(_year_of_body(evidence.body), evidence.subject),
            None if evidence.has_report else _year_of_dues(evidence.dues),
            _year_of_date(evidence),
            _any_year(evidence.subject),
        )
        if found is not None
    ]
    doubts: list[str] = []
    for found in candidates:
        doubts += found.doubts
        if found.year is not None and (not found.doubts or found.year >= settings.first_fiscal_year):
            return FiscalYear(found.year, tuple(dict.fromkeys(doubts)))
    return FiscalYear(None, tuple(dict.fromkeys(doubts)))


def _year_of_subject(subject: Passage) -> FiscalYear | None:
    own = [mention for mention in find_years(subject) if _belongs_to_measures(subject.text, mention)]
    if not own:
        return None
    first = next((mention for mention in own if mention.fiscal), own[0])
    # "รอบ ๖ เดือน (ตุลาคม ๒๕๖๗ – มีนาคม ๒๕๖๘)": the months tell which fiscal year it is.
    dates = [item.date for item in find_dates(subject.text) if item.start <= first.start < item.end]
    is_dated = dates and not first.fiscal and dates[0].precision not in ("year", "fiscal_year")
    return FiscalYear(fiscal_year_of(dates[0].end) if is_dated else first.year, first.doubts)


def _year_of_body(body: Passage) -> FiscalYear | None:
    """The fiscal year that the running text names most often as that of its measures or results."""
    text = body.text
    own = [mention for mention in find_years(body) if mention.fiscal and _belongs_to_measures(text, mention)]
    if not own:
        return None
    (year, times), *others = Counter(mention.year for mention in own).most_common(2)
    doubts = next(mention.doubts for mention in own if mention.year == year)
    tie = [f"the text names the years {year} and {others[0][0]} alike"] if others and others[0][1] == times else []
    return FiscalYear(year, (*doubts, *tie))


def _doubt_without_subject(found: FiscalYear | None, subject: Passage) -> FiscalYear | None:
    """The year that the text names, doubted where no subject was read: the text speaks of the year before as well."""
    if found is None or subject.glyphs:
        return found
    return FiscalYear(found.year, (*found.doubts, "no subject was read, the text alone names this year"))


def _year_of_dues(dues: Sequence[DateField]) -> FiscalYear | None:
    years = Counter(fiscal_year_of(due.end) for due in dues if due.end is not None)
    if not years:
        return None
    year, times = years.most_common(1)[0]
    doubts = [reason for due in dues if due.end and fiscal_year_of(due.end) == year for reason in due.reasons]
    if times * 2 <= sum(years.values()):
        doubts.append("the periods of the plan end in different fiscal years")
    return FiscalYear(year, tuple(dict.fromkeys(doubts)))


def _year_of_date(evidence: YearEvidence) -> FiscalYear | None:
    date = evidence.date
    if date is None or date.start is None:
        return None
    doubts = date.reasons
    if evidence.has_report and date.start.month >= FISCAL_YEAR_START:
        doubts = (*doubts, "a report dated October to December may be on the fiscal year that has just ended")
    return FiscalYear(fiscal_year_of(date.start), doubts)


def _any_year(subject: Passage) -> FiscalYear | None:
    mentions = find_years(subject)
    if not mentions:
        return None
    return FiscalYear(mentions[0].year, (*mentions[0].doubts, "the subject does not say what happens in this year"))


def _belongs_to_measures(text: str, mention: YearMention) -> bool:
    """Do the nearest words before a year speak of measures or results, and not of the assessment?"""
    before = text[max(0, mention.start - _NEAR) : mention.start]
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
    """Years with a digit too many ("25678"): kept as their authors typed them. Doubted ones are no author's."""
    return tuple(
        doubt("date-unparsable", f"“{broken.text}” is no year; it was kept as written.", broken.where)
        for passage in passages
        for broken in find_broken_years(passage)
        if not explain_doubts(broken)
    )
