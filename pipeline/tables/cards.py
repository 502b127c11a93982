"""Forms with a small table for each measure, headings down its left side: such cards become the rows of one table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.model import Issue, Place, Severity
from pipeline.passage import EMPTY, join_passages, slice_passage
from pipeline.settings import TableSettings
from pipeline.tables.cells import GridText
from pipeline.tables.columns import ROW_MEANINGS, describe_unknown
from pipeline.tables.complete import check_loose_lines, check_numbers
from pipeline.tables.headings import UNKNOWN, Fit, match_heading
from pipeline.tables.records import CellText, Column, Meaning, Row, StitchedTable
from pipeline.thai.joining import gap_between
from pipeline.thai.text import comparison_key

_NUMBERED = re.compile(r"(?P<label>[^0-9๐-๙]*?)\s*(?:ที่)?\s*(?P<number>[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})?)\s*[.)]?\s*$")
_LEAST_LABELS = 3
_LABELLED = 0.6
"""A card has so many headings of different meaning down its side, and so large a share of its rows has one."""
_OF_A_CARD = ROW_MEANINGS - {Meaning.NUMBER} | {Meaning.NOTE, Meaning.DATE}


@dataclass(frozen=True, slots=True)
class _Entry:
    """One row of a card: the heading, what it means, the number of the measure in it, and the value beside it.

    goes_on: it has no heading, for the page break or a missing rule cut it off the entry before
    """

    heading: str
    fit: Fit
    number: CellText | None
    value: CellText
    goes_on: bool = False


def find_cards(texts: Sequence[GridText], *, settings: TableSettings) -> tuple[tuple[GridText, ...], ...]:
    """The runs of cards on end among the grids of a document, in reading order; one alone may be any small table.

    What a page break left of a card is a part of the run.
    """
    runs: list[list[GridText]] = [[]]
    for text in texts:
        if not _is_like_card(text, settings):
            runs.append([])
        elif runs[-1] and abs(text.edges[1] - runs[-1][-1].edges[1]) > settings.edges_fit:
            runs.append([text])
        else:
            runs[-1].append(text)
    return tuple(tuple(run) for run in runs if len(run) > 1 and any(_is_whole(text, settings) for text in run))


def build_from_cards(cards: Sequence[GridText], *, settings: TableSettings) -> StitchedTable:
    """One row for every measure: the cards of a run, those cut by the page break put together again.

    A card begins with the heading of the measure, or where one of its headings comes again.
    """
    rows: list[list[_Entry]] = []
    for text in cards:
        for entry in _read_entries(text, settings):
            seen = {_column_of(other) for other in rows[-1]} if rows else set()
            if not rows or (not entry.goes_on and (entry.fit.meaning is Meaning.MEASURE or _column_of(entry) in seen)):
                rows.append([])
            if entry.goes_on and rows[-1]:
                rows[-1][-1] = _join_entries(rows[-1][-1], entry)
            else:
                rows[-1].append(entry)
    columns = _list_columns([entry for row in rows for entry in row])
    made = tuple(_build_row(row, columns) for row in rows)
    where = tuple(text.place for text in cards)
    message = f"{len(made)} small tables with their headings on the left are read as the rows of one table."
    issue = Issue(
        code="table-of-cards", severity=Severity.INFO, message=message, page=where[0].page, bbox=where[0].bbox
    )
    return StitchedTable(
        columns=columns,
        rows=made,
        pieces=tuple((text.page, text.index) for text in cards),
        where=where,
        issues=(
            issue,
            *_doubt_headings(columns, where[0]),
            *check_numbers(made, columns),
            *(issue for text in cards for issue in check_loose_lines(text)),
        ),
    )


def _is_like_card(text: GridText, settings: TableSettings) -> bool:
    """Whether a grid has two columns and headings down its left side; of one or two rows each has one."""
    if text.grid.cols != 2:
        return False
    labels = _match_labels(text, settings)
    known = sum(fit.known and fit.meaning in _OF_A_CARD for fit in labels)
    return known >= (1.0 if text.grid.rows < _LEAST_LABELS else _LABELLED) * text.grid.rows


def _is_whole(text: GridText, settings: TableSettings) -> bool:
    meanings = {fit.meaning for fit in _match_labels(text, settings) if fit.known} & _OF_A_CARD
    return len(meanings) >= _LEAST_LABELS


def _match_labels(text: GridText, settings: TableSettings) -> list[Fit]:
    return [_match_label(text.passages[owner].text, settings)[0] for owner in _first_cells(text)]


def _first_cells(text: GridText) -> list[int]:
    return [owner for row in range(text.grid.rows) if (owner := text.owners[row][0]) is not None]


def _match_label(text: str, settings: TableSettings) -> tuple[Fit, int | None]:
    """What a heading on the left means, its number left out, and where that number begins in the text."""
    numbered = _NUMBERED.fullmatch(text)
    plain = numbered["label"] if numbered and numbered["label"] else text
    fit = match_heading(plain, settings=settings)
    start = numbered.start("number") if numbered and fit.meaning is Meaning.MEASURE else None
    return fit, start


def _read_entries(text: GridText, settings: TableSettings) -> Iterator[_Entry]:
    for row in range(text.grid.rows):
        left, right = text.owners[row]
        if left is None or right is None or text.grid.cells[left].row != row:
            continue
        label, value = text.passages[left], _cell(text, right)
        if left == right or not label.glyphs:
            yield _Entry("", UNKNOWN, None, value, goes_on=True)
            continue
        fit, at = _match_label(label.text, settings)
        number = None
        if at is not None:
            bare = len(label.text.rstrip(" .)"))
            number = CellText(slice_passage(label, at, bare), (Place(page=text.page, bbox=text.grid.cells[left].bbox),))
        heading = label.text[:at].strip() if at is not None else label.text
        yield _Entry(heading, fit, number, value)


def _cell(text: GridText, owner: int) -> CellText:
    cell = text.grid.cells[owner]
    return CellText(text.passages[owner], (Place(page=text.page, bbox=cell.bbox),), cell.ink)


def _join_entries(entry: _Entry, rest: _Entry) -> _Entry:
    value = CellText(
        join_passages([entry.value.passage, rest.value.passage], gap_between),
        (*entry.value.places, *rest.value.places),
        max(entry.value.ink, rest.value.ink),
    )
    return replace(entry, value=value)


def _column_of(entry: _Entry) -> Meaning | str:
    return _key_of(entry.fit.meaning, entry.heading)


def _key_of(meaning: Meaning, heading: str) -> Meaning | str:
    """What tells columns apart: the meaning, or the heading where that is not known."""
    return meaning if meaning is not Meaning.OTHER else comparison_key(heading)


def _list_columns(entries: Sequence[_Entry]) -> tuple[Column, ...]:
    found: dict[Meaning | str, tuple[Meaning, str, float]] = {}
    if any(entry.number is not None for entry in entries):
        found[Meaning.NUMBER] = (Meaning.NUMBER, "ที่", 1.0)
    for entry in entries:
        found.setdefault(_column_of(entry), (entry.fit.meaning, entry.heading, entry.fit.score))
    return tuple(Column(index, *column) for index, column in enumerate(found.values()))


def _build_row(entries: Sequence[_Entry], columns: Sequence[Column]) -> Row:
    cells = {_column_of(entry): entry.value for entry in entries}
    numbers = [entry.number for entry in entries if entry.number is not None]
    if numbers:
        cells[Meaning.NUMBER] = numbers[0]
    places = tuple(dict.fromkeys(place for entry in entries for place in entry.value.places))
    empty = CellText(EMPTY, places[:1])
    pages = tuple(dict.fromkeys(place.page for place in places))
    has_measure = any(entry.fit.meaning is Meaning.MEASURE for entry in entries)
    doubt = "" if has_measure else "the heading of this measure was not found"
    return Row(
        tuple(cells.get(_key_of(column.meaning, column.heading), empty) for column in columns),
        pages,
        cut=len(pages) > 1,
        doubt=doubt,
    )


def _doubt_headings(columns: Sequence[Column], where: Place) -> Iterator[Issue]:
    for column in columns:
        if column.meaning is Meaning.OTHER:
            message = describe_unknown(column.heading)
            yield Issue(
                code="heading-unknown", severity=Severity.INFO, message=message, page=where.page, bbox=where.bbox
            )
