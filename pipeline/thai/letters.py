"""The kinds of Thai characters, and texts cut into clusters of them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

TONE_MARKS = "\u0e48\u0e49\u0e4a\u0e4b"  # ่ ้ ๊ ๋
THANTHAKHAT = "\u0e4c"  # ์
NIKHAHIT, SARA_AA, SARA_AM = "\u0e4d", "\u0e32", "\u0e33"  # ํ า ำ
LEADING_VOWELS = "เแโใไ"
FOLLOWING_VOWELS = "ะาๅำ"

# Marks in the order of Thai typing: below, above, tone, silencer. It agrees with NFC wherever NFC speaks
# (U+0E3A has class 9, ุ ู 103, tones 107) and settles the marks that NFC leaves alone (class 0).
MARK_RANK = {
    "\u0e3a": 0,  # phinthu
    **dict.fromkeys("\u0e38\u0e39", 1),  # ุ ู
    **dict.fromkeys("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47\u0e4d", 2),  # ั ิ ี ึ ื ็ ํ
    **dict.fromkeys(TONE_MARKS, 3),
    **dict.fromkeys("\u0e4c\u0e4e", 4),  # ์ ๎
}


@dataclass(frozen=True, slots=True)
class Aligned:
    """A text and, for each of its characters, the 0-based index of the raw character it came from."""

    text: str
    sources: tuple[int, ...]


def is_consonant(char: str) -> bool:
    """Is it a Thai consonant, ฤ and ฦ included?

    >>> is_consonant("ก"), is_consonant("า")
    (True, False)
    """
    return "ก" <= char <= "ฮ"


def is_thai_letter(char: str) -> bool:
    """Is it a Thai consonant, vowel, mark or ๆ (no digit, no punctuation)?

    >>> [is_thai_letter(c) for c in "กๆ๕a"]
    [True, True, False, False]
    """
    return ("ก" <= char <= "ฺ" and char != "ฯ") or "เ" <= char <= "๎"


def is_mark(char: str) -> bool:
    """Does it stand above or below a consonant?

    >>> is_mark("่"), is_mark("ำ")
    (True, False)
    """
    return char in MARK_RANK


def graphemes(text: str) -> list[str]:
    """The text in clusters: a base with all its marks (and ำ), never split.

    >>> graphemes("น้ำที่")
    ['น้ำ', 'ที่']
    """
    clusters: list[str] = []
    for char in text:
        attaches = char == SARA_AM or unicodedata.category(char) in ("Mn", "Me", "Mc")
        if clusters and attaches and not clusters[-1].isspace():
            clusters[-1] += char
        else:
            clusters.append(char)
    return clusters
