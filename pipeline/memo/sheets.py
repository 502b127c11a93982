"""Pages that say nothing, and pages that a file holds twice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rapidfuzz.distance import Indel

from pipeline.memo.issues import doubt, note
from pipeline.model import Issue, Place
from pipeline.page import PageReading
from pipeline.settings import MemoSettings
from pipeline.thai.digits import to_arabic

_DEFAULTS = MemoSettings()

_DIGITS = re.compile(r"[0-9]+")
_PICTURES = ("non-text-region", "ink-outside-lines", "lines-illegible")


def find_repeats(
    readings: Sequence[PageReading], *, settings: MemoSettings = _DEFAULTS
) -> tuple[dict[int, int], tuple[Issue, ...]]:
    """Pages that repeat an earlier one (page → that page), and the issues that name them.

    The same sheet scanned twice differs in a few letters; two months of one form differ in their numbers. So a page
    is a repetition only when all its numbers are the same, and pages that are otherwise alike are named and kept.
    """
    texts = {reading.number: _text_of(reading) for reading in readings}
    repeats: dict[int, int] = {}
    issues: list[Issue] = []
    for reading in readings:
        text = texts[reading.number]
        if len(text) < settings.repeat_least:
            continue
        for other in readings:
            if other.number >= reading.number or other.number in repeats:
                continue
            if Indel.normalized_similarity(text, texts[other.number], score_cutoff=settings.repeat_alike) == 0:
                continue
            places = [_whole(reading)]
            if _DIGITS.findall(text) == _DIGITS.findall(texts[other.number]):
                repeats[reading.number] = other.number
                message = f"Page {reading.number} repeats page {other.number}; its rows and values were taken once."
                issues.append(doubt("page-repeated", message, places))
            else:
                message = f"Page {reading.number} is like page {other.number} but for some numbers; both were taken."
                issues.append(doubt("pages-alike", message, places))
            break
    return repeats, tuple(issues)


def tell_blank(readings: Sequence[PageReading], *, settings: MemoSettings = _DEFAULTS) -> tuple[Issue, ...]:
    """A note for each page without any print."""
    notes = []
    for reading in readings:
        letters = sum(not char.isspace() for line in reading.lines for char in line.text)
        if letters > settings.blank_letters or reading.grids:
            continue
        if any(issue.code in _PICTURES for issue in reading.issues):
            message = f"Page {reading.number} has no print, only a picture, a stamp or handwriting."
            notes.append(note("page-without-text", message, [_whole(reading)]))
        else:
            notes.append(note("page-blank", f"Page {reading.number} is blank.", [_whole(reading)]))
    return tuple(notes)


def drop_repeats(readings: Sequence[PageReading], repeats: Mapping[int, int]) -> list[PageReading]:
    """The pages that repeat no other."""
    return [reading for reading in readings if reading.number not in repeats]


def _text_of(reading: PageReading) -> str:
    return to_arabic("".join("".join(line.text.split()) for line in reading.lines))


def _whole(reading: PageReading) -> Place:
    return Place(page=reading.number, bbox=(0, 0, reading.width, reading.height))
