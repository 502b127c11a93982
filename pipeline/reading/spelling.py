"""Doubts about Thai words that Tesseract read: likelier words a known misreading away, and what is no word at all.

The text stays as read: authors' own errors must survive, and the picture decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.page import Doubt
from pipeline.reading.confusions import split_text
from pipeline.reading.lattice import Reading, weigh_readings
from pipeline.reading.lexicon import load_lexicon
from pipeline.settings import ReadingSettings

MISREAD = "word-maybe-misread"
UNKNOWN = "word-unknown"
STRAY = "stray-sign"

_LETTERS = "[ก-ฮะ-ฺเ-ๅ็-์ํ]"
_WORD = rf"(?<!{_LETTERS})(?<!ฯ)(?:{_LETTERS}{{6,}}(?={_LETTERS}\.)|{_LETTERS}+(?!\.|{_LETTERS}))"
_RUN = re.compile(rf"{_WORD}(?: {_WORD})*")
"""Thai words with single spaces between; abbreviations ("อบต.", "ฯลฯ") are no part of it. Before a full
stop only the last letter of a long run is left out, since an abbreviation glued to its end ("…งบประมาณพ.ศ.") must
not hide the words before it."""

_CODE = re.compile(r"[ก-ฮ]{1,2} ?[0-9๐-๙]")
"""Letters of a document number ("วผ ๕๒๐๐๑", "ว 110"), which make no word."""

_VOWEL = "[ะ-ฺๅ็-์ํ]"
_STRAY = re.compile(
    r"[|\\~^_`{}\[\]<>«»=*¦§©®°¢£¥€]+"
    rf"|(?<={_LETTERS})[•·●](?={_LETTERS})"
    rf"|(?:(?<={_LETTERS}{{4}}{_VOWEL})|(?<={_LETTERS}{{3}}{_VOWEL}[ก-ฮ])|^)\.(?={_LETTERS})"
)
"""Signs that rules and specks are read as and memos hardly use, and full stops between words: after five letters,
one of the last two a vowel, which abbreviations have not."""

_STRAY_END = re.compile(
    rf"(?<=\S) ?[•·](?=\s*$)|(?<=\S) [.,:;×](?=\s*$)|(?<={_LETTERS})[’'](?=\s|$)"
    rf"|(?:{'|'.join(f'(?<={_LETTERS}{{{5 - more}}}{_VOWEL}[ก-ฮ]{{{more}}})' for more in range(4))})\.(?=\s*$)"
)
"""A sign that stands alone behind the words of a line, a quotation mark that closes what none has opened, and a full
stop behind a word that is no abbreviation: Thai sentences end without."""


_OPENED = re.compile(r"[‘'](?=\S)")


@dataclass(frozen=True, slots=True)
class _Run:
    """A run cut into pieces (see `split_text`); begins: where each stands in the line; gaps: those after a space."""

    pieces: tuple[str, ...]
    begins: tuple[int, ...]
    gaps: frozenset[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the line that the pieces start:end stand for."""
        return self.begins[start], self.begins[end - 1] + len(self.pieces[end - 1])


def find_word_doubts(text: str, settings: ReadingSettings) -> list[Doubt]:
    """Doubts about the Thai words of a line, and about signs that hardly stand in memos.

    >>> [(d.start, d.end, d.candidates[0][0]) for d in find_word_doubts("การเรืองเรียน", ReadingSettings())]
    [(3, 8, 'เรื่อง')]
    """
    strays = [
        *_STRAY.finditer(text),
        *(end for end in _STRAY_END.finditer(text) if not _OPENED.search(text, 0, end.start())),
    ]
    doubts = [Doubt(start=sign.start(), end=sign.end(), reason=STRAY) for sign in strays]
    for found in _RUN.finditer(text):
        run = _cut_run(found[0], found.start())
        if run.pieces:
            readings = weigh_readings(run.pieces, run.gaps, load_lexicon())
            doubts += _doubt_misread(run, readings, settings)
            doubts += _doubt_unknown(run, readings, settings)
    return [doubt for doubt in doubts if not _CODE.match(text, doubt.start)]


def _cut_run(text: str, offset: int) -> _Run:
    pieces: list[str] = []
    begins: list[int] = []
    gaps: set[int] = set()
    for part in re.finditer(r"\S+", text):
        split = split_text(part[0])
        begin = offset + part.end() - sum(map(len, split))
        gaps.add(len(pieces))
        for piece in split:
            pieces.append(piece)
            begins.append(begin)
            begin += len(piece)
    return _Run(tuple(pieces), tuple(begins), frozenset(gaps))


def _doubt_misread(run: _Run, readings: Sequence[Reading], settings: ReadingSettings) -> Iterator[Doubt]:
    """Words where readings with other letters add up to the chance that is worth a look."""
    done = 0
    for index in range(len(run.pieces)):
        others = [reading for reading in readings if _differs_at(reading, index, run)]
        if index < done or sum(reading.share for reading in others) < settings.misread_chance:
            continue
        best = max(others, key=lambda reading: reading.share)
        rivals = sorted(
            (reading for reading in others if (reading.start, reading.end) == (best.start, best.end)),
            key=lambda reading: -reading.share,
        )
        start, end = run.span(best.start, best.end)
        candidates = tuple((rival.word, round(rival.share, 2)) for rival in rivals[: settings.misread_candidates])
        yield Doubt(start=start, end=end, reason=MISREAD, candidates=candidates)
        done = best.end


def _differs_at(reading: Reading, index: int, run: _Run) -> bool:
    inside = bool(reading.pieces) and reading.start <= index < reading.end
    return inside and reading.pieces[index - reading.start] != run.pieces[index]


def _doubt_unknown(run: _Run, readings: Sequence[Reading], settings: ReadingSettings) -> Iterator[Doubt]:
    """Stretches that are most likely no word of the lists and no misreading of one."""
    for reading in readings:
        if not reading.pieces and reading.share >= settings.unknown_chance:
            start, end = run.span(reading.start, reading.end)
            yield Doubt(start=start, end=end, reason=UNKNOWN)
