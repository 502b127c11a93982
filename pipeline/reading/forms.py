"""Which Thai characters can stand after which: what no typewriter, font or author can write is no reading."""

from __future__ import annotations

from functools import cache

from pipeline.thai.letters import TONE_MARKS, is_consonant, is_mark

_ABOVE = "ัิีึื็"
_BELOW = "ฺุู"


@cache
def can_follow(before: str, char: str) -> bool:
    """Whether `char` can be written after `before` ("" at the start of a line).

    >>> can_follow("ก", "่"), can_follow("ี", "่"), can_follow("า", "่"), can_follow("่", "่"), can_follow("", "ิ")
    (True, True, False, False, False)
    """
    if char == "ำ":
        return is_consonant(before) or before in tuple(TONE_MARKS)
    if char in "าะ":
        return before != "ำ" and not (before == char == "า")
    if not is_mark(char):
        return True
    if is_consonant(before):
        return True
    if char in TONE_MARKS:
        return before in tuple("ัิีึืุู" + "ํ")
    if char == "์":
        return before in tuple("ิุี")
    return False
