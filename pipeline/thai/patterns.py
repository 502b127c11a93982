"""Regular expressions that find Thai words as engines read them: spaced out, without tone marks, with ํา for ำ."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.thai.letters import TONE_MARKS

_LOST_MARKS = TONE_MARKS + "\u0e4c"
_MARK = f"[{_LOST_MARKS}]?"


def tolerant(phrase: str) -> str:
    """A pattern for the phrase with any tone mark or ์ lost or added and spaces between any two characters.

    >>> bool(re.fullmatch(tolerant("สำนักปลัด"), "สํา นั ก ป ลั ด"))
    True
    """
    pieces = []
    for char in phrase:
        if char in _LOST_MARKS or char == " ":
            continue
        if char == "ำ":
            pieces.append(rf"(?:{_MARK}\s*ำ|\u0e4d{_MARK}\s*า|า)")
        else:
            pieces.append(re.escape(char) + (_MARK if char != "." else ""))
    return r"\s*".join(pieces)


def one_of(phrases: Iterable[str]) -> str:
    """A group that matches any of the phrases tolerantly, the longest first.

    >>> re.match(one_of(["สำนัก", "สำนักงาน"]), "สำนักงาน")[0]
    'สำนักงาน'
    """
    return "(?:" + "|".join(tolerant(phrase) for phrase in sorted(phrases, key=len, reverse=True)) + ")"
