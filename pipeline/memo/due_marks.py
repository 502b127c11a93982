"""When a measure is due, from marks under the quarters or months of a year, or bars and arrows through them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.memo.leaders import is_blank
from pipeline.model import DateField, Precision
from pipeline.passage import explain_doubts
from pipeline.settings import MemoSettings
from pipeline.tables.records import INNER, CellText, Column, Meaning
from pipeline.thai.dates import ThaiDate, find_dates, fiscal_year_of, parse_date
from pipeline.thai.marks import is_mark, is_no_mark
from pipeline.thai.patterns import tolerant

_FREE = (Meaning.OTHER, Meaning.PERIOD)
"""Meanings that a heading such as “ไตรมาส ๑” or “ต.ค.” may have."""

_MONTHS = ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.")
_LEAST_MONTHS, _LEAST_TELLING, _MOST_AGREE = 10, 5, 0.7
"""Columns side to side that may be the months of a fiscal year; how many of their headings must begin as the months do,
and what share of those that were read."""

_BARE_QUARTER = re.compile(r"\s*[1-4๑-๔]\s*")
_QUARTER = re.compile(tolerant("ไตรมาส"))
"""“ไตรมาส” over columns that have only its numbers."""
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
        read |= _tell_by_place(run, read, fiscal_year)
    found = [read[index] for index in sorted(read)]
    return tuple(found) if len({column.date.start for column in found}) > 1 else ()


def _runs_of_months(columns: Sequence[Column]) -> list[list[Column]]:
    """Columns side to side, nearly as many as a year has months: these stand in print as small as they need."""
    runs: list[list[Column]] = []
    for column in columns:
        if runs and column.index == runs[-1][-1].index + 1:
            runs[-1].append(column)
        else:
            runs.append([column])
    return [run for run in runs if _LEAST_MONTHS <= len(run) <= len(_MONTHS)]


def _tell_by_place(
    run: Sequence[Column], read: Mapping[int, PeriodColumn], fiscal_year: int | None
) -> dict[int, PeriodColumn]:
    """The months of a run whose headings were not read, by their order: none where too few first letters agree with
    one order of months, or the year is not known."""
    depth = max(column.heading.count(INNER) for column in run)
    names = [_name_of(column) if column.heading.count(INNER) == depth else "" for column in run]
    filled = [(place, name) for place, name in enumerate(names) if name]
    agreeing = {
        first: sum(name[0] == _MONTHS[first + place][0] for place, name in filled)
        for first in range(len(_MONTHS) - len(run) + 1)
    }
    first = max(agreeing, key=agreeing.__getitem__)
    if agreeing[first] < max(_LEAST_TELLING, _MOST_AGREE * len(filled)):
        return {}
    years = Counter(fiscal_year_of(made.date.start) for made in read.values())
    year = years.most_common(1)[0][0] if years else fiscal_year
    told: dict[int, PeriodColumn] = {}
    for place, column in enumerate(run):
        month = _MONTHS[first + place]
        if column.index in read and read[column.index].name == month:
            continue
        try:
            told[column.index] = PeriodColumn(column.index, month, parse_date(month, fiscal_year=year), by_place=True)
        except ValueError:
            return {}
    return told


def _name_of(column: Column) -> str:
    """The innermost heading, "" where only the ones over it were read."""
    name = _SPECKS.sub("", column.heading).split(INNER)[-1].strip()
    return "" if find_dates(name) and "ศ" in name else name


def _read_heading(column: Column, fiscal_year: int | None) -> PeriodColumn | None:
    *outer, name = _SPECKS.sub("", column.heading).split(INNER)
    if outer and _BARE_QUARTER.fullmatch(name) and _QUARTER.search(outer[-1]):
        name = f"ไตรมาส {name.strip()}"
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
