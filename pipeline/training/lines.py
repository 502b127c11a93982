"""Strips with their text, without end: blocks of print, worn and scanned, cut as the reader cuts pages."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from pipeline.reading.strips import Strip, cut_strip
from pipeline.settings import LayoutSettings
from pipeline.synth.lines.block import Block, Placed, Write, random_block
from pipeline.synth.lines.faces import Pick, random_face
from pipeline.synth.lines.overlays import draw_scribble
from pipeline.synth.lines.wear import Gray, scan_block
from pipeline.synth.lines.words import random_text

_LAYOUT = LayoutSettings()
_NOTHING = 0.01
"""Share of strips that lie between the lines or in the margin: there is nothing to read, and nothing to invent."""

_SCRIBBLES = 0.03
"""Share of strips with a signature or a drawing: layout takes some for lines, and they say nothing."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A strip and what is printed on it."""

    strip: Strip
    text: str


def make_samples(
    seed: int, longest: int = 72, kind: str | None = None, write: Write = random_text, pick: Pick = random_face
) -> Iterator[Sample]:
    """Samples of one stream; the same seed gives the same stream.

    longest: about so many characters a line;
    kind: of scan, see `wear.KINDS`; None mixes them; write: makes the texts; pick: chooses the face of each block.
    """
    rng = random.Random(seed)
    while True:
        block = random_block(rng, _length(rng, longest), write, pick)
        gray, lines = scan_block(block, rng, kind)
        for line in lines:
            sample = _cut(gray, line, rng)
            # A space needs room: two columns of output to a character, and a blank between equal ones.
            if sample.strip.shape[1] >= 2.2 * len(sample.text):
                yield sample
        if rng.random() < _NOTHING * len(lines):
            yield _cut_between(gray, lines, rng)
        if rng.random() < _SCRIBBLES * len(lines):
            yield _cut_scribble(block, rng, kind)


def _length(rng: random.Random, longest: int) -> int:
    how = rng.random()
    if how < 0.10:
        return rng.randint(1, 3)
    return rng.randint(3, min(16, longest)) if how < 0.38 else rng.randint(min(14, longest), longest)


def _cut(gray: Gray, line: Placed, rng: random.Random) -> Sample:
    """Cut too tight or too loose, too high or too low, too large or too small, by what layout is off on real pages."""
    body = line.body * (rng.gauss(1, 0.05) if rng.random() < 0.88 else rng.uniform(0.75, 1.3))
    base = line.base + rng.gauss(0, 0.05) * line.body
    if len(line.text) <= 3 and rng.random() < 0.7:  # layout has no letters to tell the baseline by, only the ink
        hangs = line.base - line.bottom > 0.2 * line.body
        base = line.bottom + (_LAYOUT.dash_height * line.body if hangs else 0) + rng.gauss(0, 0.06) * line.body
    left = line.left + rng.gauss(0, 0.05) * line.body
    right = line.right + rng.gauss(0, 0.05) * line.body
    if line.leader > line.right and rng.random() < 0.6:
        right = line.leader
    elif rng.random() < 0.12:
        right += rng.uniform(0, 3) * line.body
    if rng.random() < 0.05:
        left -= rng.uniform(0, 1.5) * line.body
    strip, _ = cut_strip(gray, left, right, base, body)
    return Sample(strip, line.text)


def _cut_scribble(like: Block, rng: random.Random, kind: str | None) -> Sample:
    body = like.lines[0].body
    drawn = draw_scribble(rng, body)
    gray, _ = scan_block(Block(np.zeros_like(drawn), drawn, (), like.dpi), rng, kind)
    strip, _ = cut_strip(gray, 0, gray.shape[1], gray.shape[0] * rng.uniform(0.5, 0.95), body * rng.uniform(0.8, 1.2))
    return Sample(strip, "")


def _cut_between(gray: Gray, lines: tuple[Placed, ...], rng: random.Random) -> Sample:
    """A strip of the empty margin beside the print, with whatever dirt lies there."""
    body = lines[0].body
    right = min(line.left for line in lines) - 0.15 * body
    strip, _ = cut_strip(gray, max(0.0, right - rng.uniform(0.5, 1.4) * body), right, rng.uniform(1, 3) * body, body)
    return Sample(strip, "")
