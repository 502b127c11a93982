"""Numbers that the net was not sure of, with what else they may be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.page import Doubt
from pipeline.settings import ReaderSettings

UNSURE_NUMBER = "unsure-number"

_NUMBER = re.compile(r"(?:(?<![ก-๎.])[ก-ฮ]{1,3}\.? ?(?=[0-9๐-๙]{3}))?[0-9๐-๙]+(?:[.,/ ]{0,2}[0-9๐-๙]+)*")
"""Digits with what joins them, and the letters that a document's number begins with ("ขก ๕๑๐๐๑/๐๖๒")."""

_YEAR = re.compile(r"[2๒][4-6๔-๖][0-9๐-๙]{2}")
"""Of the Buddhist Era."""

Candidates = Sequence[tuple[tuple[str, float], ...]]
"""For every character what else may stand there, with its chance, likeliest first; "" is nothing."""


def find_number_doubts(
    text: str, confidences: Sequence[float], candidates: Candidates, alone: Sequence[float], settings: ReaderSettings
) -> list[Doubt]:
    """One doubt per number that has a digit under the limit; its candidates are whole numbers, one digit exchanged.

    Of a year only the digits count: a full stop or a speck behind it makes no other year, but it does make another
    number of a row ("๒." for "๒"). alone: see `decode.Character`.
    """
    doubts = []
    for number in _NUMBER.finditer(text):
        start, end = number.span()
        sureness = alone if _YEAR.fullmatch(number[0]) else confidences
        inside = [index for index in range(start, end) if not text[index].isspace()]
        unsure = [index for index in inside if sureness[index] < settings.unsure_digit]
        if unsure:
            others = [
                (text[start:index] + other + text[index + 1 : end], chance)
                for index in unsure
                for other, chance in candidates[index]
                if chance >= settings.least_candidate
            ]
            ranked = tuple(sorted(others, key=lambda pair: -pair[1])[:3])
            doubts.append(Doubt(start=start, end=end, reason=UNSURE_NUMBER, candidates=ranked))
    return doubts
