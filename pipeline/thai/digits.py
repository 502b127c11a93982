"""Thai and Arabic digits, and the numbers written with them."""

from __future__ import annotations

import re
from decimal import Decimal

THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
ARABIC_DIGITS = "0123456789"

_TO_ARABIC = str.maketrans(THAI_DIGITS, ARABIC_DIGITS)
_TO_THAI = str.maketrans(ARABIC_DIGITS, THAI_DIGITS)

# Justified scans put gaps beside the separators ("๒๗๙ ,๖๖๘.๔๔"); a gap between two digits may part two numbers.
# ".-" after an amount of baht says "and no satang".
_NUMBER = re.compile(
    r"(?P<sign>[-\u2212–]?)"
    r"(?P<whole>[0-9]{1,3}(?:\s*,\s*[0-9]{3})+|[0-9]+)"
    r"(?:\s*\.\s*(?P<fraction>[0-9]+)|\s*\.\s*[-–])?"
)


def to_arabic(text: str) -> str:
    """The text with Thai digits as Arabic ones; every other character, and the length, stay.

    >>> to_arabic("๒๕๖9 ก.ย.")
    '2569 ก.ย.'
    """
    return text.translate(_TO_ARABIC)


def to_thai(text: str) -> str:
    """The text with Arabic digits as Thai ones; every other character, and the length, stay.

    >>> to_thai("25๖๒")
    '๒๕๖๒'
    """
    return text.translate(_TO_THAI)


def has_thai_digit(text: str) -> bool:
    """Does a Thai digit stand in the text?

    >>> has_thai_digit("ข้อ ๖"), has_thai_digit("ข้อ 6")
    (True, False)
    """
    return any(char in THAI_DIGITS for char in text)


def is_mixed_script(text: str) -> bool:
    """Do Thai and Arabic digits both stand in the text? Real authors mix them, and so do bad readings.

    >>> is_mixed_script("25๖๒"), is_mixed_script("๒๕๖๒")
    (True, False)
    """
    return has_thai_digit(text) and any(char in ARABIC_DIGITS for char in text)


def parse_number(text: str) -> Decimal:
    """The value of one number in either script, with thousands commas and a decimal point.

    Raises ValueError for anything else: badly placed commas, two numbers, words.

    >>> parse_number("๒๗๙ ,๖๖๘.๔๔")
    Decimal('279668.44')
    >>> parse_number("๒๐,๐๐๐.-")
    Decimal('20000')
    """
    match = _NUMBER.fullmatch(to_arabic(text).strip())
    if match is None:
        raise ValueError(f"not one number: {text!r}")
    whole = re.sub(r"[\s,]", "", match["whole"])
    value = Decimal(f"{whole}.{match['fraction']}") if match["fraction"] else Decimal(whole)
    return -value if match["sign"] else value
