"""Passages as dates: what was read, which days it means, and why a person must look."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.memo.leaders import is_blank
from pipeline.model import DateField, Precision
from pipeline.passage import Passage, field_of, slice_passage
from pipeline.thai.dates import FoundDate, ThaiDate, find_dates, parse_date
from pipeline.thai.digits import to_arabic

UNPARSABLE = "date-unparsable"

_MONTH = re.compile(
    r"ม\.?ค\.|ก\.?พ\.|มี\.?ค\.|เม\.?ย\.|พ\.?ค\.|มิ\.?ย\.|ก\.?ค\.|ส\.?ค\.|ก\.?ย\.|ต\.?ค\.|พ\.?ย\.|ธ\.?ค\.|[ก-๎]{3,}(?:คม|ยน|พันธ์)"
)
_LONG_NUMBER = re.compile(r"[0-9]{4,}")


def read_date(passage: Passage, fiscal_year: int | None = None, reasons: Sequence[str] = ()) -> DateField | None:
    """The one date that a value is; None when the value is blank. `fiscal_year` (BE) completes a date without year.

    A date with words beside it that explain nothing, several dates (their whole span is taken), or no date at all is
    marked for review; the text is kept as written.
    """
    text = passage.text
    if is_blank(text):
        return None
    try:
        return _with_value(passage, parse_date(text, fiscal_year=fiscal_year), reasons)
    except ValueError:
        found = find_dates(text, fiscal_year=fiscal_year)
    if not found:
        return _without_value(passage, (*reasons, f"{UNPARSABLE}: “{text}” is no date that can be understood"))
    if len(found) > 1:
        return _with_value(passage, _span_of(found), (*reasons, _SEVERAL.format(len(found))))
    return _with_value(passage, found[0].date, (*reasons, f"only a part of “{text}” was understood as a date"))


def find_date(passage: Passage, fiscal_year: int | None = None) -> DateField | None:
    """The date inside a longer text, such as a follow-up note; None when the text speaks of no date.

    Two or more dates give their whole span, marked for review. Something that looks like a date and is none
    (a month's name, a long number) gives a DateField without value, marked for review.
    """
    found = find_dates(passage.text, fiscal_year=fiscal_year)
    if not found:
        return _find_broken_date(passage)
    text = slice_passage(passage, found[0].start, found[-1].end)
    if len(found) == 1:
        return _with_value(text, found[0].date, _doubt_neighbours(passage.text, found[0]))
    return _with_value(text, _span_of(found), (_SEVERAL.format(len(found)),))


_SEVERAL = "{} dates stand here, the span of all was taken"


def _span_of(found: Sequence[FoundDate]) -> ThaiDate:
    """From the beginning of the first of several dates to the end of the last."""
    return ThaiDate(
        start=min(item.date.start for item in found),
        end=max(item.date.end for item in found),
        precision="range",
        be_year=found[-1].date.be_year,
        blank_day=False,
        era=found[-1].date.era,
        doubts=tuple(doubt for item in found for doubt in item.date.doubts),
    )


def _doubt_neighbours(text: str, found: FoundDate) -> tuple[str, ...]:
    """A digit that touches the date on either side was not understood as part of it."""
    before, after = to_arabic(text[: found.start].rstrip()), to_arabic(text[found.end :].lstrip())
    touches = [piece for piece in (before[-1:], after[:1]) if piece.isdigit()]
    return (f"a digit beside the date was not understood: “{text}”",) if touches else ()


def _find_broken_date(passage: Passage) -> DateField | None:
    text = to_arabic(passage.text)
    spans = [match.span() for pattern in (_MONTH, _LONG_NUMBER) for match in pattern.finditer(text)]
    if not spans:
        return None
    reason = f"{UNPARSABLE}: “{passage.text}” seems to hold a date that cannot be understood"
    return _without_value(passage, (reason,))


def _with_value(passage: Passage, date: ThaiDate, reasons: Sequence[str]) -> DateField:
    return DateField(
        **field_of(passage, (*reasons, *date.doubts)).model_dump(),
        start=date.start,
        end=date.end,
        precision=Precision(date.precision),
        be_year=date.be_year,
    )


def _without_value(passage: Passage, reasons: Sequence[str]) -> DateField:
    return DateField(**field_of(passage, reasons).model_dump())
