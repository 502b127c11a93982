"""From an engine's words to a read line: normalised text, and for each character its place and confidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from pipeline.page import Doubt, LineBox, ReadLine
from pipeline.reading.doubts import find_doubts
from pipeline.settings import ReadingSettings
from pipeline.thai.letters import is_mark
from pipeline.thai.text import close_gaps_aligned, normalise_aligned


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text that an engine gave, with its x range in pixels of the page and its confidence (0–1).

    `after_gap`: white space stands before it on the page.
    """

    text: str
    left: int
    right: int
    confidence: float
    after_gap: bool = True


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character with its columns on the page, its confidence, and what else may stand there ("" is nothing).

    is_crossed: ink that is no print passes where it stands; alone: see `decode.Character`
    """

    char: str
    left: int
    right: int
    confidence: float
    candidates: tuple[tuple[str, float], ...] = ()
    is_crossed: bool = False
    alone: float = 0.0


FindDoubts = Callable[[str, Sequence[float], Sequence[Glyph]], Iterable[Doubt]]
"""text, confidence of each of its characters, the characters as they were read → what a person must look at."""


def assemble_line(box: LineBox, words: Sequence[Word], settings: ReadingSettings, *, by_tesseract: bool) -> ReadLine:
    """The line that these words make, in the order given; `raw` is the words as they came, a space between them."""
    raw = " ".join(word.text for word in words)

    def find(text: str, confidences: Sequence[float], _: object) -> Iterable[Doubt]:
        return find_doubts(text, confidences, settings, by_tesseract=by_tesseract)

    return assemble_glyphs(box, raw, _spread_words(words), find)


def assemble_glyphs(box: LineBox, raw: str, glyphs: Sequence[Glyph], find: FindDoubts) -> ReadLine:
    """The line that these characters make, normalised, with gaps inside words closed."""
    normal = normalise_aligned("".join(glyph.char for glyph in glyphs))
    closed = close_gaps_aligned(normal.text)
    kept = [glyphs[normal.sources[index]] for index in closed.sources]
    if not closed.text.strip():
        return empty_line(box, raw)
    confidences = tuple(round(glyph.confidence, 4) for glyph in kept)
    ink = [c for c, char in zip(confidences, closed.text, strict=True) if not char.isspace()]
    doubts = find(closed.text, confidences, kept)
    return ReadLine(
        bbox=box.bbox,
        grid=box.grid,
        cell=box.cell,
        raw=raw,
        text=closed.text,
        confidence=round(sum(ink) / len(ink), 4),
        confidences=confidences,
        edges=_find_edges(closed.text, kept),
        doubts=tuple(sorted(doubts, key=lambda doubt: (doubt.start, doubt.end, doubt.reason))),
    )


def empty_line(box: LineBox, raw: str = "") -> ReadLine:
    """A box in which nothing was read."""
    return ReadLine(bbox=box.bbox, grid=box.grid, cell=box.cell, raw=raw, text="", confidence=0.0)


def _spread_words(words: Sequence[Word]) -> list[Glyph]:
    """The characters of all words, each word's width shared by those that take room; spaces only at real gaps."""
    glyphs: list[Glyph] = []
    for word in words:
        if glyphs and word.after_gap:
            glyphs.append(Glyph(" ", glyphs[-1].right, word.left, min(glyphs[-1].confidence, word.confidence)))
        count = max(1, sum(not is_mark(char) for char in word.text))
        step = (word.right - word.left) / count
        done = 0
        for char in word.text:
            begin = word.left + round(step * max(done - is_mark(char), 0))
            done += not is_mark(char)
            glyphs.append(Glyph(char, begin, word.left + round(step * max(done, 1)), word.confidence))
    return glyphs


def _find_edges(text: str, glyphs: Sequence[Glyph]) -> tuple[int, ...]:
    """Edges between characters, never falling; a mark ends where its base ends."""
    rights: list[int] = []
    for char, glyph in zip(text, glyphs, strict=True):
        rights.append(rights[-1] if rights and is_mark(char) else glyph.right)
    return tuple(accumulate([glyphs[0].left, *rights], max))
