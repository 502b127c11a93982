"""All ways to read a run of letters as words, each with its chance.

A noisy channel: the words of the language by their use and Tesseract's known errors by their rate, weighed against
each other over all ways to cut the run into words (Kernighan, Church and Gale, "A spelling correction program based
on a noisy channel model", 1990; the sums over all ways by the forward-backward algorithm).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.reading.confusions import frame_of, weigh_misreading
from pipeline.reading.lexicon import Lexicon

_UNKNOWN_WORD = math.log(1e-4)
_UNKNOWN_LETTER = math.log(1 / 40)
"""Chance of a word that no list has, and of each of its pieces: there are about 40 common ones. With 1e-3 a name's
letters are preferred to its misread words, with 1e-5 rare words are sought in every name."""
_LONGEST_UNKNOWN = 10
_DEPENDENT = frozenset("าิัๅํ")
"""Characters of frames that no word begins with: vowels that follow their consonant or stand over it."""
_WRONG_SPACE = math.log(1e-3)
"""Chance of a printed space inside a word: some 25 in 29,300 letters."""
_LEAST_SHARE = 0.005
"""Readings under this share are not worth a mention."""


class Reading(NamedTuple):
    """A word that may stand at the pieces start:end, and the share (0-1) of all ways to read the run that hold it.

    `word` and `pieces` are empty for a word that no list has.
    """

    start: int
    end: int
    word: str
    pieces: tuple[str, ...]
    share: float


def weigh_readings(pieces: Sequence[str], gaps: frozenset[int], lexicon: Lexicon) -> list[Reading]:
    """The readings of these pieces (see `split_text`), by their start. gaps: pieces before which a space stands."""
    found = list(_find_words(pieces, gaps, lexicon))  # their `share` is a logarithm still
    ahead, behind = [-math.inf] * (len(pieces) + 1), [-math.inf] * (len(pieces) + 1)
    ahead[0] = behind[-1] = 0.0
    for start, end, _, _, weight in found:
        ahead[end] = _add(ahead[end], ahead[start] + weight)
    for start, end, _, _, weight in reversed(found):
        behind[start] = _add(behind[start], behind[end] + weight)
    if ahead[-1] == -math.inf:  # vowels upon vowels: no unknown word is long enough to get past them
        return [Reading(0, len(pieces), "", (), 1.0)]
    readings: list[Reading] = []
    for start, end, word, printed, weight in found:
        share = math.exp(min(ahead[start] + weight + behind[end] - ahead[-1], 0.0))
        if share >= _LEAST_SHARE:
            readings.append(Reading(start, end, word, printed, share))
    return readings


def _find_words(pieces: Sequence[str], gaps: frozenset[int], lexicon: Lexicon) -> Iterator[Reading]:
    frame = "".join(map(frame_of, pieces))
    borders = {0, len(pieces), *gaps, *(index for index, char in enumerate(frame) if char not in _DEPENDENT)}
    for start in sorted(borders - {len(pieces)}):
        unbroken = min((gap for gap in gaps if gap > start), default=len(pieces))
        for end in range(start + 1, min(unbroken, start + _LONGEST_UNKNOWN) + 1):
            if end in borders:
                yield Reading(start, end, "", (), _UNKNOWN_WORD + (end - start) * _UNKNOWN_LETTER)
        for end in range(start + 1, min(len(pieces), start + lexicon.longest(frame[start : start + 2])) + 1):
            for word in lexicon.words_of(frame[start:end]) if end in borders else ():
                weight = word.weight
                for true, printed in zip(word.pieces, pieces[start:end], strict=True):
                    if true != printed:
                        weight += weigh_misreading(true, printed)
                if weight > -math.inf:
                    spaces = 0 if end <= unbroken else sum(start < gap < end for gap in gaps)
                    yield Reading(start, end, word.text, word.pieces, weight + spaces * _WRONG_SPACE)


def _add(a: float, b: float) -> float:
    """The logarithm of a sum, from the logarithms of its parts."""
    if a == -math.inf:
        return b
    high, low = (a, b) if a > b else (b, a)
    return high + math.log1p(math.exp(low - high))
