"""Characters that a person must look at, whatever the engine's confidence says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.page import LINE_UNREAD, NOT_PRINT, Doubt, LineBox
from pipeline.reading.digits import Candidates, find_number_doubts
from pipeline.reading.spelling import MISREAD, find_word_doubts
from pipeline.settings import ReaderSettings, ReadingSettings

THAI_DIGIT = "thai-digit-from-tesseract"
DIGIT = "digit-from-tesseract"
LATIN = "latin-from-tesseract"
LOW = "low-confidence"
BROKEN_ERA = "full-stop-missing"

_NUMBER = re.compile(r"[0-9๐-๙]+(?:[.,/ ]?[0-9๐-๙]+)*")
_BROKEN_ERA = re.compile(r"(?<![ก-๎.])(?:พ\. ?ศ|พ ?ศ\.?)(?= ?[0-9๐-๙])")
_ODD_TONE = re.compile(r"(?:(?<![กจดตบปอ])[รลว]|[ขฃคฅฆงฉชซฌญฐฑฒณถทธนผฝพฟภมยศษสหฬฮ])[ัิีึืุู]?[๊๋]")
_KNOWN_MISREADINGS = (
    (re.compile(r"(?:แบบวัด|ภายใน|แบบ|[EO]IT)[\s(,/]*(?:และ)?\s*(?P<seen>IT)(?![A-Za-z])"), "IIT"),
    (re.compile("(?P<seen>แสะ)"), "และ"),
)
"""What is seen, and what was meant: of two narrow letters alike the net hears one, and a speck makes ส of ล."""
_DIGITS = re.compile(r"[0-9๐-๙]+")
_THAI_DIGIT = re.compile(r"[๐-๙]")
_TOKEN = re.compile(r"[^\s.,/()\-]+")
_STRAYS = 2
"""Other characters in a word of Thai digits that are taken for misread digits ("๑ด", "๒๕๒ฉ่")."""
_LATIN = re.compile(r"[A-Za-z]+(?:[.-][A-Za-z]+)*")


def find_doubts(
    text: str, confidences: Sequence[float], settings: ReadingSettings, *, by_tesseract: bool
) -> tuple[Doubt, ...]:
    """Doubts of one line, in the order of the text; those about digits and words are for Tesseract alone."""
    doubts: list[Doubt] = []
    if by_tesseract:
        doubts += find_digit_doubts(text)
        doubts += find_latin_doubts(text, confidences, settings)
    told = _told(doubts)
    if by_tesseract:
        words = find_word_doubts(text, settings)
        doubts += (word for word in words if not told.issuperset(range(word.start, word.end)))
        told = _told(doubts)
    open_ones = [1.0 if index in told else value for index, value in enumerate(confidences)]
    doubts += find_low_confidence(text, open_ones, settings.low_confidence)
    return tuple(sorted(doubts, key=lambda doubt: (doubt.start, doubt.end, doubt.reason)))


def find_own_doubts(
    text: str,
    confidences: Sequence[float],
    candidates: Candidates,
    crossed: Sequence[bool],
    alone: Sequence[float],
    settings: ReadingSettings,
    reader: ReaderSettings,
) -> tuple[Doubt, ...]:
    """Doubts of a line that the package's own net read: numbers, words and characters that it was not sure of.

    crossed: for each character whether ink passes there that is no print; alone: see `decode.Character`.
    Words are looked up only where it was not quite sure: a rare name that is legible is no doubt.
    """
    doubts: list[Doubt] = list(find_number_doubts(text, confidences, candidates, alone, reader))
    doubts += find_crossed(text, crossed)
    doubts += find_broken_eras(text)
    doubts += find_known_misreadings(text)
    doubts += find_odd_tones(text)
    told = _told(doubts)
    if any(value < reader.unsure_word for value in confidences):
        doubts += (
            word
            for word in find_word_doubts(text, settings)
            if min(confidences[word.start : word.end]) < reader.unsure_word
            and not told.issuperset(range(word.start, word.end))
        )
        told = _told(doubts)
    open_ones = [1.0 if index in told else value for index, value in enumerate(confidences)]
    doubts += find_low_confidence(text, open_ones, reader.low_confidence)
    return tuple(sorted(doubts, key=lambda doubt: (doubt.start, doubt.end, doubt.reason)))


def find_swallowed(text: str, box: LineBox, reader: ReaderSettings) -> list[Doubt]:
    """A doubt of the last letter of a line whose box reaches so far under its letters, or over them, that it holds
    another line, which was not read: a streak or a stamp has joined them. Lines nobody measured tell nothing."""
    if not (text and box.body):
        return []
    under, over = (box.bbox[3] - box.base) / box.body, (box.base - box.bbox[1]) / box.body
    is_deep = under > reader.deepest_line or (over > reader.highest_line and len(text) >= reader.least_letters)
    return [Doubt(start=len(text) - 1, end=len(text), reason=LINE_UNREAD)] if is_deep else []


def find_crossed(text: str, crossed: Sequence[bool]) -> list[Doubt]:
    """One doubt per run of digits with one that ink passes which is no print.

    >>> [(doubt.start, doubt.end) for doubt in find_crossed("๑๒/๓๔", (False, True, False, False, False))]
    [(0, 2)]
    """
    return [
        Doubt(start=run.start(), end=run.end(), reason=NOT_PRINT)
        for run in _DIGITS.finditer(text)
        if any(crossed[run.start() : run.end()])
    ]


def find_known_misreadings(text: str) -> list[Doubt]:
    """One doubt per word that the net is sure of and memos hardly hold: "IT" where the instruments of the assessment
    stand, and "แสะ".

    >>> [(doubt.start, doubt.end) for doubt in find_known_misreadings("แบบวัด IT และ EIT")]
    [(7, 9)]
    >>> [(doubt.start, doubt.end) for doubt in find_known_misreadings("สัญญาแสะรายงาน ระบบ IT")]
    [(5, 8)]
    """
    return [
        Doubt(start=found.start("seen"), end=found.end("seen"), reason=MISREAD, candidates=((meant, 0.5),))
        for pattern, meant in _KNOWN_MISREADINGS
        for found in pattern.finditer(text)
    ]


def find_broken_eras(text: str) -> list[Doubt]:
    """One doubt per พ.ศ. before a number that lacks a full stop: the print has both, as a rule.

    >>> [(doubt.start, doubt.end) for doubt in find_broken_eras("พ.ศ ๒๕๖๕ และ พ.ศ. ๒๕๖๖")]
    [(0, 3)]
    """
    return [Doubt(start=era.start(), end=era.end(), reason=BROKEN_ERA) for era in _BROKEN_ERA.finditer(text)]


def find_odd_tones(text: str) -> list[Doubt]:
    """One doubt per ๊ or ๋ over a letter that carries neither in Thai, as all but ก จ ฎ ฏ ด ต บ ป อ and ร ล ว behind
    one of these do: a speck over a letter is read so. No truth of 300 memos has one; of nine that were read, none
    stood there.

    >>> [(doubt.start, doubt.end) for doubt in find_odd_tones("แต่ล๋ะกอง โต๊ะ เปรี๊ยะ")]
    [(4, 5)]
    """
    return [
        Doubt(start=tone.end() - 1, end=tone.end(), reason=MISREAD, candidates=(("", 0.5),))
        for tone in _ODD_TONE.finditer(text)
    ]


def _told(doubts: Sequence[Doubt]) -> set[int]:
    return {index for doubt in doubts for index in range(doubt.start, doubt.end)}


def find_latin_doubts(text: str, confidences: Sequence[float], settings: ReadingSettings) -> list[Doubt]:
    """Latin words that may be misread Thai numbers or abbreviations ("lo" for ๒, "W.A." for พ.ศ.)."""
    doubts: list[Doubt] = []
    for word in _LATIN.finditer(text):
        letters = sum(char.isalpha() for char in word[0])
        limit = settings.latin_short_confidence if letters <= settings.latin_short else settings.latin_confidence
        if min(confidences[word.start() : word.end()]) <= limit:
            doubts.append(Doubt(start=word.start(), end=word.end(), reason=LATIN))
    return doubts


def find_digit_doubts(text: str) -> list[Doubt]:
    """One doubt per run of digits, with a reason of its own where the number holds any Thai digit.

    Tesseract's Thai model lacks ๔ ๖ ๗ ๘ ๙ and prints other digits for them with high confidence, seldom Arabic ones:
    three in a hundred printed Arabic digits were something else.

    >>> [(d.start, d.end, d.reason) for d in find_digit_doubts("พ.ศ. ๒๕6๓")]
    [(5, 9, 'thai-digit-from-tesseract')]
    """
    doubts: list[Doubt] = []
    for number in _NUMBER.finditer(text):
        reason = THAI_DIGIT if _THAI_DIGIT.search(number[0]) else DIGIT
        for run in _DIGITS.finditer(number[0]):
            start, end = _take_strays(text, number.start() + run.start(), number.start() + run.end())
            doubts.append(Doubt(start=start, end=end, reason=reason))
    return doubts


def _take_strays(text: str, start: int, end: int) -> tuple[int, int]:
    """The word around these digits when it has hardly more in it than they are; else the digits alone."""
    for token in _TOKEN.finditer(text):
        if token.start() <= start and end <= token.end() and len(token[0]) - (end - start) <= _STRAYS:
            return token.span()
    return start, end


def find_low_confidence(text: str, confidences: Sequence[float], below: float) -> list[Doubt]:
    """One doubt per run of characters under a confidence; spaces neither begin nor break a run.

    >>> [(d.start, d.end) for d in find_low_confidence("กข คง", (0.9, 0.1, 0.1, 0.1, 0.9), 0.5)]
    [(1, 4)]
    """
    low = "".join(
        " " if char.isspace() else "x" if value < below else "." for char, value in zip(text, confidences, strict=True)
    )
    return [Doubt(start=run.start(), end=run.end(), reason=LOW) for run in re.finditer(r"x(?: *x)*", low)]
