"""Rows that a page break cut in two."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import median

from pipeline.settings import TableSettings
from pipeline.tables.cells import join_pieces
from pipeline.tables.headings import STATUS_MARKS, STATUSES
from pipeline.tables.ink import measure_blank
from pipeline.tables.records import CellText, Column, Meaning, Row
from pipeline.tables.rows import BodyRow
from pipeline.thai.dates import ANY_YEAR, is_date
from pipeline.thai.months import find_months
from pipeline.thai.numbers import parse_row_number
from pipeline.thai.patterns import one_of, tolerant
from pipeline.thai.status import read_wording

_CANNOT_BEGIN = (*")]}ๆฯ,;", "และ", "หรือ", "ซึ่ง", "รวมทั้ง", "รวมถึง", "ตลอดจน")
# Not "การ" or "ใน" alone: "ดำเนินการ" and "ตรวจสอบภายใน" end a text.
_CANNOT_END = re.compile(
    one_of((
        "และ", "หรือ", "และการ", "หรือการ", "ของการ", "ในการ", "ต่อการ", "จากการ", "และความ", "เพื่อ", "โดย", "เช่น", "ได้แก่",
        "เกี่ยวกับ", "ร่วมกับ", "สำหรับ", "รวมทั้ง", "ตลอดจน", "พร้อมทั้ง",
    )) + r"\s*$"
)  # fmt: skip
# What a time begins with, alone in its cell; and a dash behind a beginning.
_BEGUN = re.compile(
    one_of(
        ("ภายใน", "ภายในวันที่", "ภายในเดือน", "ภายในเดือนที่", "ทุกวันที่", "วันที่", "เดือน", "ระหว่าง", "ตั้งแต่", "ไตรมาสที่", "ไตรมาส")
    )
    + r"|.*\S\s*[-–]"
)
_YEAR = re.compile(rf"(?:{tolerant('พ.ศ.')})?\s*(?:[2๒][4-6๔-๖])?[0-9๐-๙]{{2}}")
# Without other rows to compare with, these are taken to be filled in every row.
_EXPECTED = {Meaning.NUMBER, Meaning.MEASURE, Meaning.RESPONSIBLE}


class Cut(StrEnum):
    """Whether the last row before a page break and the first after it are one row."""

    NO = "no"
    MAYBE = "maybe"
    YES = "yes"


@dataclass(frozen=True, slots=True)
class Judgement:
    """`why` is one English clause for the analyst."""

    cut: Cut
    why: str = ""


def judge_cut(
    before: Sequence[BodyRow],
    after: Sequence[BodyRow],
    columns: Sequence[Column],
    *,
    is_open: bool,
    settings: TableSettings,
) -> Judgement:
    """Are the last row of `before` and the first of `after` one row? `is_open`: no rule closes them at the break.

    A row of its own fills the columns that every other row fills. What is missing in the first row of a page and
    stands in the row before it is the evidence; a row number or a second mark is evidence against.
    """
    if not before or not after:
        return Judgement(Cut.NO)
    last, first = before[-1].row, after[0].row
    rows = [body.row for body in (*before, *after)]
    blank = measure_blank([cell for row in rows for cell in row.cells])
    others = [body.row for body in (*before[:-1], *after[1:])]
    filled = [column for column in columns if _is_filled(column, others, settings)]

    def has(row: Row, column: Column) -> bool:
        cell = row.cells[column.index]
        return bool(cell.passage.glyphs) or cell.ink > blank.ceiling

    marks = [column for column in columns if column.meaning in STATUS_MARKS]
    fullest = [max(_inked_area(row.cells[column.index]) for column in marks) for row in rows] if marks else [0.0]
    # On a poor scan dirt has more ink than blanks, but less than a mark.
    least = settings.mark_share * median(fullest)

    def is_marked(row: Row) -> bool:
        cells = [row.cells[column.index] for column in marks]
        return any(
            bool(cell.passage.glyphs) or (cell.ink > blank.ceiling and _inked_area(cell) > least) for cell in cells
        )

    def missing(row: Row) -> list[Column]:
        """Columns of statuses count as one: a row fills one of them."""
        plain = [column for column in filled if column.meaning not in STATUS_MARKS]
        gone = [column for column in plain if not has(row, column) and not row.cells[column.index].shared]
        marked = sum(map(is_marked, others))
        if marks and others and marked >= settings.column_filled * len(others) and not is_marked(row):
            gone.append(marks[0])
        return gone

    if not any(cell.passage.glyphs for cell in first.cells):
        return Judgement(Cut.NO)
    lacks, lacked_before = missing(first), missing(last)
    lacks = [column for column in lacks if not _is_merged_above(last, column)]
    names = ", ".join(f"“{column.heading}”" for column in lacks)
    meanings = {column.meaning for column in lacks}
    number = next((column for column in columns if column.meaning is Meaning.NUMBER), None)
    if number is not None and first.cells[number.index].passage.glyphs:
        return Judgement(Cut.NO)
    both_marked = all(
        any(row.cells[c.index].passage.glyphs for c in columns if c.meaning in STATUSES) for row in (last, first)
    )
    continues = _continues_text(last, first)
    if meanings == {Meaning.NUMBER} and not continues and _stand_alone(last, first, columns):
        return Judgement(Cut.MAYBE, f"it has nothing under {names}, but a state and a time of its own")
    if Meaning.NUMBER in meanings and number in filled:
        if len(lacks) > 1 or continues or is_open or _counts_on(last, after[1:], others, number):
            return Judgement(Cut.YES, f"its first part on the new page has nothing under {names}")
        return Judgement(Cut.MAYBE, f"it has nothing under {names}")
    if Meaning.MEASURE in meanings:
        if both_marked:
            return Judgement(Cut.MAYBE, f"it has nothing under {names}, but a status of its own")
        return Judgement(Cut.YES, f"its first part on the new page has nothing under {names}")
    # Both parts have a measure, so each may be a row of its own: the evidence must be stronger, and what one part
    # lacks must stand in the other.
    fits = all(has(last, column) for column in lacks) and all(has(first, column) for column in lacked_before)
    strong = _plain(lacks) > 1 or (len(lacks) > 1 and lacked_before) or continues or is_open
    if lacks and fits and strong and not both_marked:
        return Judgement(Cut.YES, f"its first part on the new page has nothing under {names}")
    if lacks and (strong or not both_marked):
        return Judgement(Cut.MAYBE, f"it has nothing under {names}")
    if continues or (is_open and lacked_before):
        return Judgement(Cut.MAYBE, "its text seems to go on from the page before")
    return Judgement(Cut.NO)


def _stand_alone(last: Row, first: Row, columns: Sequence[Column]) -> bool:
    """Whether both rows have a state, or marks, and a time that is whole: two measures under one number, not one."""

    def both(told: Callable[[str], bool], *which: Meaning) -> bool:
        return any(
            all(told(row.cells[column.index].passage.text) for row in (last, first))
            for column in columns
            if column.meaning in which
        )

    has_state = both(lambda text: read_wording(text) is not None, Meaning.STATUS)
    has_mark = all(
        any(row.cells[column.index].passage.glyphs for column in columns if column.meaning in STATUS_MARKS)
        for row in (last, first)
    )
    has_date = both(lambda text: is_date(text, fiscal_year=ANY_YEAR), Meaning.PERIOD, Meaning.DATE)
    return (has_state or has_mark) and has_date


def _counts_on(last: Row, following: Sequence[BodyRow], others: Sequence[Row], number: Column) -> bool:
    """Whether all other rows have a number, and the row behind the one without has the next after the last: then that
    one is no measure of its own."""
    if not following or not all(row.cells[number.index].passage.glyphs for row in others):
        return False
    try:
        *rest, before = parse_row_number(last.cells[number.index].passage.text)
        return parse_row_number(following[0].row.cells[number.index].passage.text) == (*rest, before + 1)
    except ValueError:
        return False


def _inked_area(cell: CellText) -> float:
    """Pixels of ink; a share alone is large where the row is low."""
    areas = [(x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in (place.bbox for place in cell.places)]
    return cell.ink * max(areas, default=0)


def rejoin(last: BodyRow, first: BodyRow) -> BodyRow:
    """Both parts of a cut row as one row: each cell keeps the text and the places of both."""
    cells = tuple(_join_cells(upper, lower) for upper, lower in zip(last.row.cells, first.row.cells, strict=True))
    pages = tuple(dict.fromkeys((*last.row.pages, *first.row.pages)))
    return replace(last, row=Row(cells, pages, cut=True, section=last.row.section, doubt=last.row.doubt))


def _plain(columns: Sequence[Column]) -> int:
    """How many of them are no status columns: a status may be missing because its author forgot it."""
    return sum(column.meaning not in STATUS_MARKS for column in columns)


def _is_merged_above(last: Row, column: Column) -> bool:
    return last.cells[column.index].shared


def _is_filled(column: Column, others: Sequence[Row], settings: TableSettings) -> bool:
    if not others:
        return column.meaning in _EXPECTED
    texts = sum(bool(row.cells[column.index].passage.glyphs) for row in others)
    return texts >= settings.column_filled * len(others)


def _continues_text(last: Row, first: Row) -> bool:
    """Whether a cell of the new page begins with what cannot begin a text, or closes a bracket left open before, or is
    the year of a month before; or the cell before ends with a word that asks for another, or is the beginning of a
    time."""
    for upper, lower in zip(last.cells, first.cells, strict=True):
        before, after = upper.passage.text.strip(), lower.passage.text.strip()
        if not before or not after:
            continue
        if after.startswith(_CANNOT_BEGIN) or _CANNOT_END.search(before) or _BEGUN.fullmatch(before):
            return True
        if _YEAR.fullmatch(after) and (months := find_months(before)) and months[-1].end == len(before):
            return True
        if _ends_range(before, after):
            return True
        if before.count("(") > before.count(")") and after.count(")") > after.count("("):
            return True
    return False


def _ends_range(before: str, after: str) -> bool:
    """Whether the lower cell is the end of a span that the upper one begins ("ไตรมาส ๑" | "- ๔").

    >>> _ends_range("ไตรมาส ๑", "- ๔"), _ends_range("ม.ค. ๖๗", "- มี.ค. ๖๗"), _ends_range("จัดทำแผน ๑", "- จัดทำคู่มือ")
    (True, True, False)
    """
    span = _SPAN.match(after)
    if span is None or not (before[-1].isdigit() or find_months(before)):
        return False
    rest = after[span.end() :]
    months = find_months(rest)
    return rest[:1].isdigit() or bool(months and months[0].start == 0)


_SPAN = re.compile(r"[-–—]\s*")


def _join_cells(upper: CellText, lower: CellText) -> CellText:
    same = upper.passage.text == lower.passage.text
    passage = upper.passage if same else join_pieces([upper.passage, lower.passage])
    places = tuple(dict.fromkeys((*upper.places, *lower.places)))
    return CellText(
        passage,
        places,
        max(upper.ink, lower.ink),
        upper.shared or lower.shared,
        max(upper.crossed, lower.crossed),
    )
