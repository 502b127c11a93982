"""From the glyphs of a text layer, in the order of the file, to words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.thai.letters import TONE_MARKS, is_mark

Box = tuple[float, float, float, float]

_LEAST_REPAIRS = 2
"""Glyphs of one kind that must all stand before า; a single one may be chance."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A drawn glyph with its text ("" when the layer knows none) and its box in points, origin top left."""

    text: str
    box: Box


def repair_sara_am(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], int]:
    """Put ำ back together where it was drawn as two glyphs of which the first has no text; and how often.

    Shaping splits ำ, and only ำ, into the ring ํ and า; many writers of PDF then leave the ring without a
    character. That is certain enough when every glyph without text has no width and stands before า (a tone mark
    may lie between); otherwise nothing is changed.
    """
    holes = [index for index, glyph in enumerate(glyphs) if not glyph.text]
    homes = [_home_of(glyphs, index) for index in holes]
    if len(holes) < _LEAST_REPAIRS or None in homes:
        return list(glyphs), 0
    whole = list(glyphs)
    for home in homes:
        assert home is not None
        whole[home] = replace(whole[home], text="ำ")
    gone = set(holes)
    return [glyph for index, glyph in enumerate(whole) if index not in gone], len(holes)


def _home_of(glyphs: Sequence[Glyph], hole: int) -> int | None:
    box = glyphs[hole].box
    if box[2] - box[0] > 0.1 * (box[3] - box[1]):
        return None
    after = hole + 1
    if after < len(glyphs) and glyphs[after].text in TONE_MARKS:
        after += 1
    return after if after < len(glyphs) and glyphs[after].text == "า" else None


def group_words(glyphs: Sequence[Glyph], gap: float) -> Iterator[tuple[str, Box]]:
    """Runs of glyphs without white space between them, as text and box.

    gap: white that ends a word, in heights of a glyph. Glyphs are taken as the file orders them, because sorting
    them by place puts Thai marks after the wrong letter.
    """
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and (glyph.text.isspace() or not _continues(run, glyph, gap)):
            yield _join(run)
            run = []
        if not glyph.text.isspace():
            run.append(glyph)
    if run:
        yield _join(run)


def _continues(run: Sequence[Glyph], glyph: Glyph, gap: float) -> bool:
    last, box = run[-1].box, glyph.box
    height = max(last[3] - last[1], box[3] - box[1])
    same_line = abs((last[1] + last[3]) - (box[1] + box[3])) < height
    step = box[0] - last[2]
    # A mark may be drawn well left of where its base ended.
    back = 1.0 if is_mark(glyph.text[:1] or " ") else 0.5
    return same_line and -back * height < step < gap * height


def _join(run: Sequence[Glyph]) -> tuple[str, Box]:
    boxes = [glyph.box for glyph in run]
    return "".join(glyph.text for glyph in run), (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
