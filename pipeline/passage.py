"""A passage: one or more read lines as one string that still knows where each character stands.

Values are cut out of passages, so that a field keeps the confidence, the doubts and the place of exactly
its own characters, whether it is a whole cell over two pages or three words of a line.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.model import Field, Place
from pipeline.page import Doubt, ReadLine

REVIEW_BELOW = 0.60
"""Confidence under which a value is marked for review. On the samples 8 in 10 of the values above it that carry no
doubt are right; 0.8 would mark twice as many right values and find few more wrong ones."""

TEMPER = 0.2
"""Exponent on the product of the characters' chances. At 0.15 values at 0.75 were right 77 times in 100, at 0.25
values at 0.55 were right 60 times in 100 (800 values)."""

LEAST_CHANCE = 0.001
"""A character's chance is never taken for less: one zero would hide all else."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character of a passage; `place` is None for a space or newline that joining put in."""

    char: str
    confidence: float
    place: Place | None


@dataclass(frozen=True, slots=True)
class Passage:
    """Joined lines. `raws` are the engine's own strings of the lines; `doubts` count in `text`."""

    glyphs: tuple[Glyph, ...]
    raws: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def text(self) -> str:
        """The normalised text."""
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def raw(self) -> str:
        """The engine's own strings, one line each."""
        return "\n".join(self.raws)

    @property
    def confidence(self) -> float:
        """The chance (0–1) that the whole value is right, from the chances of its characters; 0 when empty.

        The errors of one value come together (a bad crop, a worn stamp), so the plain product of the characters'
        chances is far too low: it is tempered by an exponent that was fitted on the samples. No value is surer
        than its least sure character.
        """
        chances = [glyph.confidence for glyph in self.glyphs if glyph.place is not None and not glyph.char.isspace()]
        if not chances:
            return 0.0
        tempered = math.exp(TEMPER * sum(math.log(max(chance, LEAST_CHANCE)) for chance in chances))
        return round(min(tempered, *chances), 4)

    @property
    def where(self) -> tuple[Place, ...]:
        """One box per page that the passage touches, in page order."""
        return join_places([glyph.place for glyph in self.glyphs if glyph.place is not None])


EMPTY = Passage(())
"""Nothing read."""


def join_places(places: Sequence[Place]) -> tuple[Place, ...]:
    """One box around all places of a page, in page order."""
    boxes: dict[int, tuple[int, int, int, int]] = {}
    for place in places:
        x0, y0, x1, y1 = place.bbox
        if (old := boxes.get(place.page)) is not None:
            x0, y0, x1, y1 = min(x0, old[0]), min(y0, old[1]), max(x1, old[2]), max(y1, old[3])
        boxes[place.page] = (x0, y0, x1, y1)
    return tuple(Place(page=page, bbox=box) for page, box in sorted(boxes.items()))


def passage_of_line(line: ReadLine, page: int) -> Passage:
    """One read line as a passage."""
    x0, y0, x1, y1 = line.bbox
    edges = line.edges or (x0, *[x1] * len(line.text))
    confidences = line.confidences or (line.confidence,) * len(line.text)
    glyphs = tuple(
        Glyph(char, confidences[i], Place(page=page, bbox=(edges[i], y0, edges[i + 1], y1)))
        for i, char in enumerate(line.text)
    )
    return Passage(glyphs, (line.raw,), line.doubts)


def join_passages(parts: Sequence[Passage], separator: Callable[[str, str], str]) -> Passage:
    """Glue passages in order; `separator(left text, right text)` says what stands between two of them."""
    glyphs: list[Glyph] = []
    raws: list[str] = []
    doubts: list[Doubt] = []
    for part in parts:
        if glyphs and part.glyphs:
            gap = separator("".join(glyph.char for glyph in glyphs), part.text)
            glyphs += [Glyph(char, 1.0, None) for char in gap]
        offset = len(glyphs)
        glyphs += part.glyphs
        raws += part.raws
        doubts += [d.model_copy(update={"start": d.start + offset, "end": d.end + offset}) for d in part.doubts]
    return Passage(tuple(glyphs), tuple(raws), tuple(doubts))


def slice_passage(passage: Passage, start: int, end: int) -> Passage:
    """The characters `start:end`, without the space around them; doubts are clipped to them.

    `raws` are kept whole: where a value begins in the raw string is not known, and raw is never rewritten. A doubt of
    no characters, for what was not read, belongs to the slice that begins or ends where it stands.
    """
    text = passage.text
    first, last = start, end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    doubts = tuple(
        doubt.model_copy(update={"start": _clip(doubt.start, start, end), "end": _clip(doubt.end, start, end)})
        for doubt in passage.doubts
        if (doubt.start < end and doubt.end > start) or (doubt.start == doubt.end and first <= doubt.start <= last)
    )
    return Passage(passage.glyphs[start:end], passage.raws, doubts)


def _clip(at: int, start: int, end: int) -> int:
    return min(max(at, start), end) - start


def explain_doubts(passage: Passage) -> tuple[str, ...]:
    """Why a person must look at this passage: one sentence per kind of doubt, in order; empty when there is none."""
    reasons: list[str] = []
    if passage.glyphs and passage.confidence < REVIEW_BELOW:
        reasons.append(f"read with confidence {passage.confidence:.2f}, below {REVIEW_BELOW:.2f}")
    text = passage.text
    kinds: dict[str, dict[str, None]] = {}
    for doubt in passage.doubts:
        others = ", ".join(f"{candidate} {share:.2f}" for candidate, share in doubt.candidates)
        seen = text[doubt.start : doubt.end] + (f" (or {others})" if others else "")
        kinds.setdefault(doubt.reason, {})[seen] = None
    return (*reasons, *(f"{reason}: {', '.join(seen)}" for reason, seen in kinds.items()))


def field_of(passage: Passage, extra_reasons: Sequence[str] = ()) -> Field:
    """The passage as a contract value; it is marked for review when anything in it is doubted."""
    reasons = (*explain_doubts(passage), *extra_reasons)
    return Field(
        text=passage.text,
        raw=passage.raw,
        confidence=passage.confidence,
        review=bool(reasons),
        reasons=reasons,
        where=passage.where,
    )


def cut_out(passage: Passage, spans: Sequence[tuple[int, int]], filler: str = " ") -> Passage:
    """The passage without the characters of `spans` (start, end), one `filler` in place of each.

    For print that is no part of the value (dot leaders): its doubts go, its raw stays.
    """
    glyphs: list[Glyph] = []
    doubts: list[Doubt] = []
    at = 0
    for start, end in [*sorted(spans), (len(passage.glyphs), len(passage.glyphs))]:
        shift = len(glyphs) - at
        doubts += [
            doubt.model_copy(update={"start": max(doubt.start, at) + shift, "end": min(doubt.end, start) + shift})
            for doubt in passage.doubts
            if (doubt.start < start and doubt.end > at) or at <= doubt.start == doubt.end <= start
        ]
        glyphs += passage.glyphs[at:start]
        if start < end:
            glyphs += [Glyph(char, 1.0, None) for char in filler]
        at = end
    return Passage(tuple(glyphs), passage.raws, tuple(doubts))
