"""The texts of plan and report rows as they are compared: keys without what scanning and typing change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.model import Field, PlanRow, ReportRow
from pipeline.thai.text import comparison_key, graphemes

# Short and long names of the kinds of local government stand in the same sentence from one memo to the next.
_LONG_FORMS = (
    (re.compile(r"อ\.?\s?บ\.?\s?ต(?:\.|(?![ก-๎]))"), "องค์การบริหารส่วนตำบล"),
    (re.compile(r"อ\.?\s?บ\.?\s?จ(?:\.|(?![ก-๎]))"), "องค์การบริหารส่วนจังหวัด"),
    (re.compile(r"(?<![ก-๎.])ท\.?\s?ต\."), "เทศบาลตำบล"),
    (re.compile(r"(?<![ก-๎.])ท\.?\s?ม\."), "เทศบาลเมือง"),
    (re.compile(r"(?<![ก-๎.])ท\.?\s?น\."), "เทศบาลนคร"),
)
# The first plane of private characters that holds more graphemes than any pair of documents can.
_FIRST_CODE = 0xF0000
_CACHED = 8192
"""Texts whose key is remembered: the same cell is asked for by matching, changes and findings."""


@dataclass(frozen=True, slots=True)
class RowText:
    """The compared texts of one row, as keys; "" where the row has no such cell or it is not legible.

    number is the row number as printed, as a key; whole is measure and procedure in one.
    """

    measure: str
    procedure: str
    number: str

    @property
    def whole(self) -> str:
        """Measure and procedure as one text."""
        return self.measure + self.procedure


@lru_cache(maxsize=_CACHED)
def text_key(text: str) -> str:
    """The comparison key of a text with the short names of local governments written out.

    >>> text_key("เว็บไซต์ อบต. ๑ ครั้ง") == text_key("เว็บไซต์องค์การบริหารส่วนตำบล 1 ครัง")
    True
    """
    for short, long in _LONG_FORMS:
        text = short.sub(long, text)
    return comparison_key(text)


def row_text(row: PlanRow | ReportRow) -> RowText:
    """The compared texts of a row. A doubted number is none: numbers are evidence only when they are sure."""
    number = row.number if row.number is not None and not row.number.review else None
    return RowText(_key(row.measure), _key(row.procedure), _key(number))


def join_texts(texts: Sequence[RowText]) -> RowText:
    """Several rows as one: their texts in order, each different one once (parts of a measure often repeat its name).

    >>> join_texts([RowText("ก", "ข", "1"), RowText("ก", "ค", "2")])
    RowText(measure='ก', procedure='ขค', number='1')
    """
    return RowText(
        "".join(dict.fromkeys(text.measure for text in texts)),
        "".join(dict.fromkeys(text.procedure for text in texts)),
        texts[0].number if texts else "",
    )


def encode_graphemes(keys: Iterable[str], codes: dict[str, str]) -> list[str]:
    """Each key as one character per grapheme, so that a letter with its vowel counts as one in edit distances.

    codes: the alphabet so far, grapheme → character; it grows as new graphemes come.
    """
    return [
        "".join(codes.setdefault(cluster, chr(_FIRST_CODE + len(codes))) for cluster in _clusters(key)) for key in keys
    ]


@lru_cache(maxsize=_CACHED)
def _clusters(key: str) -> tuple[str, ...]:
    return tuple(graphemes(key))


def _key(field: Field | None) -> str:
    return text_key(field.text) if field is not None else ""
