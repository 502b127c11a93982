"""The printed labels of a head (ส่วนราชการ, ที่, วันที่, เรื่อง, เรียน) and titles, found in damaged readings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from rapidfuzz.distance import Levenshtein

from pipeline.memo.lines import Strip
from pipeline.thai.letters import is_mark
from pipeline.thai.patterns import one_of
from pipeline.thai.text import comparison_key


class Label(StrEnum):
    TITLE = "title"
    OFFICE = "office"
    NUMBER = "number"
    DATE = "date"
    SUBJECT = "subject"
    RECIPIENT = "recipient"
    REFERENCE = "reference"
    STAMP = "stamp"
    ANNOUNCEMENT = "announcement"


WORDS: dict[Label, tuple[str, ...]] = {
    Label.TITLE: ("บันทึกข้อความ",),
    Label.OFFICE: ("ส่วนราชการ",),
    Label.NUMBER: ("ที่",),
    Label.DATE: ("วันที่",),
    Label.SUBJECT: ("เรื่อง",),
    Label.RECIPIENT: ("กราบเรียน", "เรียน", "เสนอ", "ส่ง", "ถึง"),
    Label.REFERENCE: ("อ้างถึง", "สิ่งที่ส่งมาด้วย"),
    Label.STAMP: ("เลขที่รับ", "เลขรับ", "รับเลขที่", "รับที่", "รับวันที่", "เวลา", "ลงรับ", "ผู้รับ"),
    Label.ANNOUNCEMENT: ("ประกาศ", "คำสั่ง"),
}


_LONGER_WORD = re.compile(
    one_of(("ส่งเสริม", "ส่งมอบ", "ส่งผล", "ถึงแม้", "เสนอแนะ", "เรียนรู้", "เรื่องราว", "เรื่องร้อง", "ที่ทำการ"))
)
"""Words that begin like a label and go on in it: a subject's second line may begin "ส่งเสริมคุณธรรม"."""

_KEYS = {label: tuple(map(comparison_key, words)) for label, words in WORDS.items()}


@dataclass(frozen=True, slots=True)
class LabelHit:
    """A label in a strip: characters `start:end` of the strip's text, beginning the part `part`."""

    label: Label
    strip: int
    part: int
    start: int
    end: int
    distance: int


def find_labels(strips: Sequence[Strip]) -> tuple[LabelHit, ...]:
    """The labels that begin a part, and the วันที่ that stand inside one, in reading order."""
    hits: list[LabelHit] = []
    for index, strip in enumerate(strips):
        for part, begin in enumerate(strip.starts):
            end = begin + len(strip.parts[part].passage.glyphs)
            first = _match_at(strip.text, begin, end)
            if first is not None:
                label, stop, distance = first
                hits.append(LabelHit(label, index, part, begin, stop, distance))
                begin = stop
            hits += [
                LabelHit(Label.DATE, index, part, at, stop, distance)
                for at, stop, distance in _find_inside(strip.text, begin, end, Label.DATE)
            ]
    return tuple(hits)


def is_title(text: str) -> bool:
    """Is this the title of a memo, standing alone, perhaps damaged?

    >>> is_title("บันทึกขอความ"), is_title("ตามบันทึกข้อความ เรื่อง รายงานผล")
    (True, False)
    """
    key, word = comparison_key(text), comparison_key(WORDS[Label.TITLE][0])
    return Levenshtein.distance(key, word, score_cutoff=4) <= len(word) // 4


def _tolerance(key: str) -> int:
    """Edits allowed in a label: none in the shortest ones, where every edit makes another word."""
    return 0 if len(key) < 5 else 1 if len(key) < 8 else 2


def _match_at(text: str, begin: int, end: int) -> tuple[Label, int, int] | None:
    """The label that `text[begin:end]` starts with: (label, where it stops, edits), fewest edits, then longest."""
    if is_title(text[begin:end]):
        return Label.TITLE, end, 0
    if _LONGER_WORD.match(text, begin, end):
        return None
    key, sources = key_of(text[begin:end])
    found: list[tuple[int, int, Label, int]] = []
    for label in WORDS:
        if label is Label.TITLE:
            continue
        for word in _KEYS[label]:
            hit = _best_length(key, 0, word)
            if hit is not None:
                length, distance = hit
                found.append((distance, -len(word), label, begin + sources[length - 1] + 1))
    if not found:
        return None
    distance, _, label, stop = min(found, key=lambda hit: hit[:2])
    return label, _past_marks(text, stop, end), distance


def _find_inside(text: str, begin: int, end: int, label: Label) -> list[tuple[int, int, int]]:
    key, sources = key_of(text[begin:end])
    found: list[tuple[int, int, int]] = []
    at = 0
    while at < len(key):
        hits = [hit for word in _KEYS[label] if (hit := _best_length(key, at, word)) is not None]
        # An edited start would swallow the letter before the label; wait for the exact first letter.
        starts_right = any(key[at] == word[0] for word in _KEYS[label])
        if hits and starts_right:
            length, distance = min(hits, key=lambda hit: hit[1])
            stop = begin + sources[at + length - 1] + 1
            found.append((begin + sources[at], _past_marks(text, stop, end), distance))
            at += length
        else:
            at += 1
    return found


def _best_length(key: str, at: int, word: str) -> tuple[int, int] | None:
    """(length, edits) of the stretch of `key` from `at` that fits `word` best within its tolerance."""
    allowed = _tolerance(word)
    options = [
        (Levenshtein.distance(key[at : at + length], word), abs(length - len(word)), length)
        for length in range(max(1, len(word) - allowed), len(word) + allowed + 1)
        if at + length <= len(key)
    ]
    if not options:
        return None
    distance, _, length = min(options)
    return (length, distance) if distance <= allowed else None


def _past_marks(text: str, stop: int, end: int) -> int:
    """Tone marks are not in the key, so a label's last one still belongs to it."""
    while stop < end and is_mark(text[stop]):
        stop += 1
    return stop


def key_of(text: str) -> tuple[str, tuple[int, ...]]:
    """The comparison key of a text and, for each of its characters, the index in the text."""
    pairs = [(key, index) for index, char in enumerate(text) for key in _key_char(char)]
    return "".join(key for key, _ in pairs), tuple(index for _, index in pairs)


@cache
def _key_char(char: str) -> str:
    return comparison_key(char)
