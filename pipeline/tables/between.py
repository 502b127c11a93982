"""What stands between two pieces of a table: page furniture does not end a table, a paragraph does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from pipeline.page import PageReading, ReadLine
from pipeline.settings import TableSettings
from pipeline.tables.cells import GridText
from pipeline.thai.text import comparison_key

_PAGE_NUMBER = re.compile(r"[-–—~(\s]*(?:หน้า(?:ที่)?\s*)?[0-9๐-๙]{1,3}(?:\s*[/จาก]+\s*[0-9๐-๙]{1,3})?[-–—~)\s.]*")
_CATCH_WORD = re.compile(r"[/∕].{1,40}|.{1,40}(?:\.{3,}|…+)\s*")
_CONTINUED = re.compile(r"(?:ตาราง)?\s*[(\[]?\s*(?:มี)?ต่อ(?:หน้า(?:ถัดไป|ที่)?.{0,4})?\s*[)\]]?[.…\s]*")
_SPECK = 2  # a line whose key is no longer is a speck, a tick outside the table or a lost page number
_SHORT_IN_MARGIN = 4  # the same in the margin, where a page number may be read as letters
_SAME_LINE = 0.8  # similarity of one running head, as read on two pages


def find_text_between(
    before: GridText, after: GridText, readings: Sequence[PageReading], *, settings: TableSettings
) -> tuple[ReadLine, ...]:
    """The lines between two grids, in reading order, that are more than page furniture."""
    by_page = {reading.number: reading for reading in readings}
    found: list[ReadLine] = []
    for page in range(before.page, after.page + 1):
        reading = by_page.get(page)
        for line in reading.lines if reading is not None else ():
            if line.grid is not None:
                continue
            middle = (line.bbox[1] + line.bbox[3]) / 2
            if page == before.page and middle < before.grid.bbox[3]:
                continue
            if page == after.page and middle > after.grid.bbox[1]:
                continue
            if reading is not None and not is_furniture(line, reading, readings, settings=settings):
                found.append(line)
    return tuple(found)


def is_furniture(
    line: ReadLine, reading: PageReading, readings: Sequence[PageReading], *, settings: TableSettings
) -> bool:
    """Whether a line outside the tables is a page number, a catch-word, a continuation note, a running head or what a
    fax machine or a program has printed along the edge."""
    text = line.text.strip()
    if len(comparison_key(text)) <= _SPECK:
        return True
    if any(form.fullmatch(text) for form in (_PAGE_NUMBER, _CATCH_WORD, _CONTINUED)):
        return True
    if not _is_in_margin(line, reading, settings):
        return False
    edge = settings.fax_band * reading.dpi
    if line.bbox[3] <= edge or line.bbox[1] >= reading.height - edge:
        return True
    return len(comparison_key(text)) <= _SHORT_IN_MARGIN or any(
        _is_in_margin(other, page, settings) and _is_same_line(line, reading, other, page)
        for page in readings
        if page.number != reading.number
        for other in page.lines
        if other.grid is None
    )


def _is_in_margin(line: ReadLine, reading: PageReading, settings: TableSettings) -> bool:
    band = settings.margin_band * reading.height
    return line.bbox[3] <= band or line.bbox[1] >= reading.height - band


def _is_same_line(line: ReadLine, reading: PageReading, other: ReadLine, page: PageReading) -> bool:
    """The same words at the same height of two pages."""
    if abs(line.bbox[1] / max(reading.height, 1) - other.bbox[1] / max(page.height, 1)) > 0.02:
        return False
    return Levenshtein.normalized_similarity(comparison_key(line.text), comparison_key(other.text)) >= _SAME_LINE
