"""Row numbers that stand in front of the measures, where no rule parts their columns: parted into one of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.passage import EMPTY, slice_passage
from pipeline.settings import TableSettings
from pipeline.tables.records import CellText, Column, Meaning, Row, StitchedTable
from pipeline.thai.numbers import parse_row_number

_NUMBERED = re.compile(r"(?P<number>\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2}){0,2}[.)]{0,2})\s+(?=[^0-9๐-๙\s])")


def part_numbers(table: StitchedTable, *, settings: TableSettings) -> StitchedTable:
    """The table with a first column of numbers, where it has none and nearly all measures begin with one, each another.

    A list of steps inside a measure begins with numbers as well, but begins anew in each row.
    """
    measure = next((column.index for column in table.columns if column.meaning is Meaning.MEASURE), None)
    if measure is None or any(column.meaning is Meaning.NUMBER for column in table.columns) or len(table.rows) < 2:
        return table
    found = [_NUMBERED.match(row.cells[measure].passage.text) for row in table.rows]
    numbers = [_parse(match["number"]) for match in found if match is not None]
    if len(numbers) < settings.column_filled * len(table.rows) or not _rises(numbers):
        return table
    number = Column(0, Meaning.NUMBER, "", 1.0)
    columns = (number, *(replace(column, index=column.index + 1) for column in table.columns))
    rows = tuple(_part(row, measure, match) for row, match in zip(table.rows, found, strict=True))
    return replace(table, columns=columns, rows=rows)


def _part(row: Row, measure: int, match: re.Match[str] | None) -> Row:
    cell = row.cells[measure]
    if match is None:
        return replace(row, cells=(CellText(EMPTY, cell.places[:1]), *row.cells))
    number = replace(cell, passage=slice_passage(cell.passage, *match.span("number")))
    rest = replace(cell, passage=slice_passage(cell.passage, match.end(), len(cell.passage.glyphs)))
    return replace(row, cells=(number, *row.cells[:measure], rest, *row.cells[measure + 1 :]))


def _parse(text: str) -> tuple[int, ...]:
    try:
        return parse_row_number(text)
    except ValueError:
        return ()


def _rises(numbers: Sequence[tuple[int, ...]]) -> bool:
    return all(numbers) and all(before < after for before, after in pairwise(numbers))
