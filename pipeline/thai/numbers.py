"""Row numbers and the numbers of official letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.thai.digits import to_arabic
from pipeline.thai.text import normalise

_ROW_NUMBER = re.compile(r"(?:ข้อ|ลำดับ|ลำดับที่|ที่|ครั้งที่)?\(?([0-9]{1,3}(?:\.[0-9]{1,3})*)[.)]{0,2}")

# "มท 0809.6/ว 110": ministry letters, perhaps a division in parentheses, the office's code, ว for a circular, the
# running number. Number and slash may be followed by leaders, which look like "....".
_DOCUMENT_NUMBER = re.compile(
    r"(?:ด่วนที่สุด|ด่วนมาก|ด่วน)?(?:ที่)?[.…]*"
    r"(?P<prefix>[ก-ฮ](?:\.?[ก-ฮ]){0,3}\.?(?:\([ก-๎.]+\))?)"
    r"(?P<office>[0-9]+(?:\.[0-9]+)*)\.*"
    r"/[.…]*(?P<circular>ว\.?)?(?P<running>[0-9]*)[.…]*"
)


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """`มท 0809.6/ว 110`: digits in Arabic script; `running` is empty while the number is still to be given."""

    prefix: str
    office: str
    running: str
    circular: bool


def parse_row_number(text: str) -> tuple[int, ...]:
    """The number of a row or an item, level by level. Raises ValueError for anything else.

    >>> parse_row_number("๑."), parse_row_number("๒.๑"), parse_row_number("(3)")
    ((1,), (2, 1), (3,))
    """
    match = _ROW_NUMBER.fullmatch(re.sub(r"\s", "", to_arabic(normalise(text))))
    if match is None:
        raise ValueError(f"not a row number: {text!r}")
    return tuple(int(part) for part in match[1].split("."))


def is_row_number(text: str) -> bool:
    """Is it the number of a row or an item?

    >>> is_row_number("๑๒"), is_row_number("2565")
    (True, False)
    """
    try:
        parse_row_number(text)
    except ValueError:
        return False
    return True


def parse_document_number(text: str) -> DocumentNumber:
    """The parts of a letter's number; the running number after the slash may be blank.

    Raises ValueError for anything else; a number without its slash is one of those.

    >>> parse_document_number("มท 0809.6/ว 110")
    DocumentNumber(prefix='มท', office='0809.6', running='110', circular=True)
    >>> parse_document_number("ที่ กส ๗๘๙๐๑ /")
    DocumentNumber(prefix='กส', office='78901', running='', circular=False)
    """
    match = _DOCUMENT_NUMBER.fullmatch(re.sub(r"\s", "", to_arabic(normalise(text))))
    if match is None:
        raise ValueError(f"not a document number: {text!r}")
    return DocumentNumber(match["prefix"], match["office"], match["running"], match["circular"] is not None)


def is_document_number(text: str) -> bool:
    """Is it the number of an official letter?

    >>> is_document_number("อต ๐๐๓๓.๓๐๖/๕๐๒๐"), is_document_number("ข้อ ๖")
    (True, False)
    """
    try:
        parse_document_number(text)
    except ValueError:
        return False
    return True
