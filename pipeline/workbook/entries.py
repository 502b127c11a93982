"""What an analyst typed in one row of the comparison."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.thai.digits import to_arabic
from pipeline.workbook.wording import COMMENT_HEADING, KEY_HEADING, OUTCOME_HEADING, TARGET_HEADING, VERDICT_HEADING

HEADINGS = (KEY_HEADING, VERDICT_HEADING, TARGET_HEADING, OUTCOME_HEADING, COMMENT_HEADING)


@dataclass(frozen=True, slots=True)
class Entry:
    """The texts of one row by heading, and the names of their cells; empty text means an empty cell."""

    row: int
    texts: Mapping[str, str]
    cells: Mapping[str, str]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed, whatever the key."""
        return not any(text for heading, text in self.texts.items() if heading != KEY_HEADING)


def find_columns(worksheet: Worksheet) -> tuple[Mapping[str, int], tuple[str, ...]]:
    """The columns (1-based) of the headings, wherever they were moved to, and the headings that are missing."""
    found = {_text(cell.value): index for index, cell in enumerate(worksheet[1], 1)}
    return found, tuple(heading for heading in HEADINGS if heading not in found)


def read_entry(worksheet: Worksheet, row: int, columns: Mapping[str, int]) -> Entry:
    """One row (1-based)."""
    return Entry(
        row,
        {heading: _text(worksheet.cell(row, columns[heading]).value) for heading in HEADINGS},
        {heading: f"{get_column_letter(columns[heading])}{row}" for heading in HEADINGS},
    )


def parse_orders(text: str) -> tuple[int, ...]:
    """Row numbers as a person types them. Raises ValueError for anything else, ranges included.

    >>> parse_orders("๕ และ 7"), parse_orders("5, 7"), parse_orders("ลำดับ ๕")
    ((5, 7), (5, 7), (5,))
    """
    parts = [part for part in re.split(r"[\s,;+/]+|และ|ลำดับที่|ลำดับ", to_arabic(text)) if part]
    if not parts or not all(part.isascii() and part.isdecimal() for part in parts):
        raise ValueError(f"not row numbers: {text!r}")
    return tuple(dict.fromkeys(map(int, parts)))


def _text(value: object) -> str:
    """A cell's value as text: whole numbers without ".0", spaces around dropped."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return unicodedata.normalize("NFC", "" if value is None else str(value)).strip()
