"""Characters that a person must look at, whatever the engine's confidence says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.page import Doubt
from pipeline.settings import ReadingSettings

THAI_DIGIT = "thai-digit-from-tesseract"
DIGIT = "digit-from-tesseract"
LOW = "low-confidence"

_NUMBER = re.compile(r"[0-9๐-๙]+(?:[.,/ ]?[0-9๐-๙]+)*")
_DIGITS = re.compile(r"[0-9๐-๙]+")
_THAI_DIGIT = re.compile(r"[๐-๙]")


def find_doubts(
    text: str, confidences: Sequence[float], settings: ReadingSettings, *, digits_doubted: bool
) -> tuple[Doubt, ...]:
    """Doubts of one line, in the order of the text; `digits_doubted` for engines that lack some Thai digits."""
    doubts = find_low_confidence(text, confidences, settings.low_confidence)
    if digits_doubted:
        doubts += find_digit_doubts(text)
    return tuple(sorted(doubts, key=lambda doubt: (doubt.start, doubt.end, doubt.reason)))


def find_digit_doubts(text: str) -> list[Doubt]:
    """One doubt per run of digits in a number that has any Thai digit, and in one that has none another.

    Tesseract's Thai model lacks ๔ ๖ ๗ ๘ ๙ and prints another digit for them, Thai or Arabic, with high confidence.

    >>> [(d.start, d.end, d.reason) for d in find_digit_doubts("พ.ศ. ๒๕6๓")]
    [(5, 9, 'thai-digit-from-tesseract')]
    """
    doubts: list[Doubt] = []
    for number in _NUMBER.finditer(text):
        reason = THAI_DIGIT if _THAI_DIGIT.search(number[0]) else DIGIT
        doubts += [
            Doubt(start=number.start() + run.start(), end=number.start() + run.end(), reason=reason)
            for run in _DIGITS.finditer(number[0])
        ]
    return doubts


def find_low_confidence(text: str, confidences: Sequence[float], below: float) -> list[Doubt]:
    """One doubt per run of characters under a confidence; spaces neither begin nor break a run.

    >>> [(d.start, d.end) for d in find_low_confidence("กข คง", (0.9, 0.1, 0.1, 0.1, 0.9), 0.5)]
    [(1, 4)]
    """
    low = "".join(
        " " if char.isspace() else "x" if value < below else "." for char, value in zip(text, confidences, strict=True)
    )
    return [Doubt(start=run.start(), end=run.end(), reason=LOW) for run in re.finditer(r"x(?: *x)*", low)]
