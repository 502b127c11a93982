"""Rows that head the rows below them: one text from side to side, no measure."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.model import Place
from pipeline.passage import join_passages
from pipeline.tables.cells import GridText, split_lines
from pipeline.tables.headers import is_full_width
from pipeline.tables.records import CellText
from pipeline.thai.numbers import is_row_number
from pipeline.thai.patterns import one_of
from pipeline.thai.text import gap_between

_BEGINS = re.compile(
    one_of(("ด้าน", "ตัวชี้วัด", "ยุทธศาสตร์", "กลยุทธ์", "ประเด็น", "หมวด", "มิติ", "แบบวัด", "องค์ประกอบ", "เป้าประสงค์", "ส่วนที่"))
)
_MOST_LINES = 4
"""Lines, or parts of them, of a heading; a whole block of rows whose inner rules were not found has more."""
_CUT_GAP = 1.0
"""Line heights between two parts of one line: a letter or a space; texts of two cells are further apart, or one of
them ends before the rule."""


def is_section(text: GridText, row: int) -> bool:
    """Whether a row is a short heading over the whole table, rather than a row whose inner rules were not found.

    Its number may stand in a cell of its own before it.
    """
    if text.grid.cols < 2:
        return False
    if is_cut_section(text, row):
        return True
    wide = _section_cells(text, row)[-1]
    is_whole = is_full_width(text, row) or _is_numbered_section(text, row)
    lines = text.lines[wide]
    is_whole = is_whole and sum(bool(line.text) for line in lines) <= _MOST_LINES
    return is_whole and bool(text.passages[wide].glyphs) and not split_lines(text, lines, 0, text.grid.cols)


def is_cut_section(text: GridText, row: int) -> bool:
    """Whether one line runs on through the first cells of a row, as sections begin, and the rest are empty: stems of
    its letters stand in line with column rules."""
    cells = [owner for owner in dict.fromkeys(text.owners[row]) if owner is not None]
    filled = [cell for cell in cells if text.passages[cell].glyphs]
    is_whole = len(filled) == len(cells) == 2 or text.grid.cells[cells[-1]].colspan > 1
    if len(filled) < 2 or (len(filled) == len(cells) and not is_whole):
        return False
    if filled != cells[: len(filled)] or any(text.grid.cells[cell].rowspan > 1 for cell in cells):
        return False
    lines = [text.lines[cell] for cell in filled]
    # A text that runs on from the first cell over all others needs no word that sections begin with.
    is_wide = len(cells) == 2 and text.grid.cells[cells[1]].colspan > 2
    if any(len(inside) != 1 for inside in lines) or not (is_wide or _BEGINS.match(text.passages[filled[0]].text)):
        return False
    boxes = [inside[0].bbox for inside in lines]
    height = max(box[3] - box[1] for box in boxes)
    return all(right[0] - left[2] <= _CUT_GAP * height for left, right in pairwise(boxes))


def read_section(text: GridText, row: int) -> CellText:
    """The heading that such a row is."""
    cells = _section_cells(text, row)
    passages = [text.passages[cell] for cell in cells if text.passages[cell].glyphs]
    places = tuple(Place(page=text.page, bbox=text.grid.cells[cell].bbox) for cell in cells)
    gap = gap_between if is_cut_section(text, row) else (lambda _left, _right: " ")
    return CellText(join_passages(passages, gap), places)


def _is_numbered_section(text: GridText, row: int) -> bool:
    """Whether one cell fills the row but for the first column, which holds a number or nothing."""
    first, *rest = text.owners[row]
    if first is None or rest[0] is None or len(set(rest)) > 1 or len(rest) < 3 or first == rest[0]:
        return False
    number = text.passages[first].text
    is_flat = text.grid.cells[first].rowspan == text.grid.cells[rest[0]].rowspan == 1
    return is_flat and (not number or is_row_number(number))


def _section_cells(text: GridText, row: int) -> tuple[int, ...]:
    return tuple(dict.fromkeys(owner for owner in text.owners[row] if owner is not None)) or (0,)
