"""When a measure is due, from marks under the quarters or months of a year, or bars and arrows through them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.memo.leaders import is_blank
from pipeline.model import DateField, Precision
from pipeline.passage import explain_doubts
from pipeline.settings import MemoSettings
from pipeline.tables.records import CellText, Column, Meaning
from pipeline.thai.dates import ThaiDate, find_dates, fiscal_year_of, parse_date
from pipeline.thai.marks import is_mark, is_no_mark

_FREE = (Meaning.OTHER, Meaning.PERIOD)
"""Meanings that a heading such as “ไตรมาส ๑” or “ต.ค.” may have."""

_MONTHS = ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.")
_LEAST_MONTHS, _LEAST_TELLING = 10, 3
"""Columns side to side that are the months of a fiscal year, and those of them whose headings must say so."""

_SPECKS = re.compile(r"[^ก-๎0-9๐-๙A-Za-z.()/\- ]")


@dataclass(frozen=True, slots=True)
class PeriodColumn:
    """A column of marks under a quarter or month: its column, its heading alone, and the days that this means.

    by_place: the heading was not read; its place among the other months tells it
    """

    index: int
    name: str
    date: ThaiDate
    by_place: bool = False


def find_period_columns(columns: Sequence[Column], fiscal_year: int | None) -> tuple[PeriodColumn, ...]:
    """The columns that stand for quarters or months, if there are at least two; in the order of the table.

    A year in the heading over them goes before `fiscal_year` (BE).
    """
    free = [column for column in columns if column.meaning in _FREE]
    read = {column.index: made for column in free if (made := _read_heading(column, fiscal_year))}
    for run in _runs_of_months(free):
        read |= _tell_by_place(run, [read[index] for index in run if index in read])
    found = [read[index] for index in sorted(read)]
    return tuple(found) if len({column.date.start for column in found}) > 1 else ()


def _runs_of_months(columns: Sequence[Column]) -> list[range]:
    """Twelve columns side to side, or nearly so many: the months of a year in print as small as they need."""
    indices = [column.index for column in columns]
    starts = [index for index in indices if index - 1 not in indices]
    runs = [range(start, next(stop for stop in range(start, start + 99) if stop not in indices)) for start in starts]
    return [run for run in runs if _LEAST_MONTHS <= len(run) <= len(_MONTHS)]


def _tell_by_place(run: range, read: Sequence[PeriodColumn]) -> dict[int, PeriodColumn]:
    """All months of a run by where the ones that were read stand in it; none where too few were, or they disagree."""
    months = [column for column in read if column.date.precision == "month"]
    firsts = Counter((_month_of(column) - (column.index - run.start)) % len(_MONTHS) for column in months)
    years = Counter(fiscal_year_of(column.date.start) for column in months)
    if not firsts:
        return {}
    (first, agreeing), year = firsts.most_common(1)[0], years.most_common(1)[0][0]
    if agreeing < _LEAST_TELLING or 2 * agreeing <= len(months) or first + len(run) > len(_MONTHS):
        return {}
    right = {column.index for column in months if (_month_of(column) - (column.index - run.start)) % 12 == first}
    told = [(index, _MONTHS[(first + index - run.start) % 12]) for index in run if index not in right]
    return {index: PeriodColumn(index, name, parse_date(name, fiscal_year=year), by_place=True) for index, name in told}


def _month_of(column: PeriodColumn) -> int:
    """0 for October, the first month of a fiscal year, to 11."""
    return (column.date.start.month - 10) % 12


def _read_heading(column: Column, fiscal_year: int | None) -> PeriodColumn | None:
    *outer, name = _SPECKS.sub("", column.heading).split(" / ")
    years = [item.date for part in outer for item in find_dates(part) if item.date.precision == "fiscal_year"]
    try:
        date = parse_date(name, fiscal_year=fiscal_year_of(years[0].start) if years else fiscal_year)
    except ValueError:
        return None
    return PeriodColumn(column.index, name.strip(), date) if date.precision in ("quarter", "month") else None


def read_due_marks(
    columns: Sequence[PeriodColumn], cells: Sequence[CellText], settings: MemoSettings
) -> DateField | None:
    """The time from the first marked column to the last; marked for review where a cell is neither marked nor empty,
    none is marked, or those that are do not follow each other."""
    if not columns:
        return None
    reasons: list[str] = []
    marked: list[PeriodColumn] = []
    for column in columns:
        cell = cells[column.index]
        text = cell.passage.text
        if is_mark(text):
            marked.append(column)
            reasons += explain_doubts(cell.passage)
        elif cell.crossed >= settings.crossed_share:
            marked.append(column)
        elif not (is_no_mark(text) or is_blank(text)) or (not text and cell.ink >= settings.unread_ink):
            marked.append(column)
            reasons.append(f"under “{column.name}” stands “{text}”, which may be a mark")
    places = tuple(place for column in marked or columns for place in cells[column.index].places)
    guessed = "/".join(column.name for column in marked if column.by_place)
    if guessed:
        reasons.append(f"the heading {guessed} could not be read; its place among the months tells it")
    if not marked:
        return DateField(
            text="", raw="", confidence=0.0, review=True, reasons=("no quarter or month is marked",), where=places
        )
    order = sorted(columns, key=lambda column: column.date.start)
    places_in_order = sorted(order.index(column) for column in marked)
    if any(b - a > 1 for a, b in pairwise(places_in_order)):
        reasons.append("the marked quarters or months do not follow each other; the time from first to last was taken")
    first, last = order[places_in_order[0]].date, order[places_in_order[-1]].date
    text = " ".join(order[index].name for index in places_in_order)
    years = {fiscal_year_of(first.start), fiscal_year_of(last.end)}
    return DateField(
        text=text,
        raw="\n".join(cells[column.index].passage.text for column in marked),
        confidence=min((cells[column.index].passage.confidence for column in marked), default=0.0),
        review=bool(reasons),
        reasons=tuple(dict.fromkeys(reasons)),
        where=places,
        start=first.start,
        end=last.end,
        precision=Precision(first.precision) if len(marked) == 1 else Precision.RANGE,
        be_year=years.pop() if len(years) == 1 else None,
    )
