"""Text that a spreadsheet keeps as it is: nothing in it is run, lost or cut without a mark."""

from __future__ import annotations

import re

CELL_LIMIT = 32_767
"""Characters that Excel keeps in one cell; it counts UTF-16 units, and calls a file with more damaged."""

CUT_MARK = " […ตัดที่นี่: ข้อความยาวเกินที่เซลล์รับได้ ฉบับเต็มอยู่ในไฟล์ JSON]"

_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA_START = ("=", "+", "-", "@", "\t", "\r", "\n")


def clean_text(text: str, limit: int = CELL_LIMIT) -> str:
    """The text as a cell may hold it: control characters made visible, lines ended by a line feed, length in bounds.

    A character that XML cannot hold becomes its picture (U+2400 and up), or U+FFFD where there is none.

    >>> clean_text("ก\\x07ข\\r\\nค")
    'ก␇ข\\nค'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(_make_visible(char) for char in text)
    # Excel reads _x0041_ in a cell as a coded letter; coding its underscore keeps the text as it was.
    text = _ESCAPE_LIKE.sub("_x005F_", text)
    if count_units(text) <= limit:
        return text
    return cut_units(text, limit - count_units(CUT_MARK)) + CUT_MARK


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet would run the text if a person typed it: such cells are marked as quoted text.

    >>> looks_like_formula("=1+1"), looks_like_formula("- จัดทำประกาศ"), looks_like_formula("๑")
    (True, True, False)
    """
    return text.lstrip(" ").startswith(_FORMULA_START)


def count_units(text: str) -> int:
    """The length in UTF-16 units, as Excel counts."""
    return len(text) + sum(ord(char) > 0xFFFF for char in text)


def cut_units(text: str, limit: int) -> str:
    """The longest beginning of at most `limit` UTF-16 units."""
    return text.encode("utf-16-le")[: 2 * limit].decode("utf-16-le", errors="ignore")


def _make_visible(char: str) -> str:
    code = ord(char)
    if char in "\t\n":
        return char
    if code < 0x20:
        return chr(0x2400 + code)
    if 0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF):
        return "\N{REPLACEMENT CHARACTER}"
    return char
