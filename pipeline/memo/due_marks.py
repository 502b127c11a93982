"""When a measure is due, from marks under the quarters or months of a year, or bars and arrows through them."""

from __future__ import annotations

import re
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

_SPECKS = re.compile(r"[^ก-๎0-9๐-๙A-Za-z.()/\- ]")


@dataclass(frozen=True, slots=True)
class PeriodColumn:
    """A column of marks under a quarter or month: its column, its heading alone, and the days that this means."""

    index: int
    name: str
    date: ThaiDate


def find_period_columns(columns: Sequence[Column], fiscal_year: int | None) -> tuple[PeriodColumn, ...]:
    """The columns that stand for quarters or months, if there are at least two; in the order of the table.

    A year in the heading over them goes before `fiscal_year` (BE).
    """
    found = [made for column in columns if column.meaning in _FREE and (made := _read_heading(column, fiscal_year))]
    return tuple(found) if len({column.date.start for column in found}) > 1 else ()


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
