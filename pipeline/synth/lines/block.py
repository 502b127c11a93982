"""A few lines of print on a piece of paper, with what else stands on it: leaders, rules, stamps, signatures."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from pipeline.synth.lines.faces import Face, Pick, random_face
from pipeline.synth.lines.overlays import Paper, draw_signature, draw_stamp, lay_ink
from pipeline.synth.lines.typeset import Setting, Typed, random_setting, set_line
from pipeline.synth.lines.words import random_signed, random_text
from pipeline.thai.letters import is_mark

Write = Callable[[random.Random, int], str]
"""A text of about so many characters."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line on a block, in pixels: columns left to right, row of its baseline, body of the print around it.

    bottom: the row under its lowest ink; leader: the column where dots that run on behind it end, `right` without any.
    """

    text: str
    left: float
    right: float
    base: float
    body: float
    bottom: float
    leader: float


@dataclass(frozen=True, slots=True)
class Block:
    """Ink of a piece of a page; `color` is ink that is no print (stamps, signatures), of the same shape."""

    ink: Paper
    color: Paper
    lines: tuple[Placed, ...]
    dpi: int


_PITCHES, _PITCH_SHARES = ((2.15, 2.8), (2.8, 3.3), (3.3, 4.6)), (45, 35, 20)
"""From line to line, in bodies. Cells of tables are set so tight that marks of one line stand among the letters of the
next: on the samples 2.2 to 2.4; single spacing is 3.2."""

_SIGNED = 0.07
"""Share of blocks that are a name and a position with a signature over them: names are read worst of all print."""

_HEAVY = str.maketrans("✓✗", "✔✘")


def random_block(rng: random.Random, length: int, write: Write = random_text, pick: Pick = random_face) -> Block:
    """Three to six lines of about `length` characters, one face, one size, as they stand on a page.

    Resolutions are 150 to 400 dpi and print is 12 to 18 pt; below 16 pt at 150 dpi nothing much remains to be read.
    """
    dpi = rng.choices((150, 200, 300, 400), (30, 38, 26, 6))[0]
    points = rng.choices((16, 15, 14, 18, 20, 12), (58, 10, 14, 8, 6, 4))[0]
    body = 0.43 * points * dpi / 72  # TH Sarabun New: a consonant has 0.43 of the nominal size
    face = pick(rng)
    pitch = body * rng.uniform(*rng.choices(_PITCHES, _PITCH_SHARES)[0])
    is_signed = write is random_text and rng.random() < _SIGNED
    write = random_signed if is_signed else write
    typed = [_random_line(rng, face, body, length, write) for _ in range(2 if is_signed else rng.randint(3, 6))]
    margin = round(1.5 * body)
    indents = [rng.randint(0, round(6 * body)) if rng.random() < 0.35 else 0 for _ in typed]
    width = max(line.ink.shape[1] + indent for line, indent in zip(typed, indents, strict=True)) + 2 * margin
    height = round(pitch * (len(typed) - 1) + 4.2 * body)
    ink = np.zeros((height, width), np.float32)
    placed = []
    for index, (line, indent) in enumerate(zip(typed, indents, strict=True)):
        base = round(2.5 * body + index * pitch)
        x, y = margin + indent, base - line.base
        lay_ink(ink, line.ink, x, y)
        rows = np.flatnonzero(line.ink.max(axis=1) > 60)
        bottom = y + int(rows[-1]) + 1 if rows.size else base
        right = x + line.ink.shape[1]
        placed.append(Placed(line.text, x, right, base, line.body if len(line.text) > 3 else body, bottom, right))
    if rng.random() < 0.40:
        placed = [_underlay(ink, at, face, rng, dpi) if rng.random() < 0.7 else at for at in placed]
    if rng.random() < 0.35:
        _draw_cell(ink, placed, rng, dpi)
    color = np.zeros_like(ink)
    if rng.random() < 0.16:
        draw_stamp(color, rng, body)
    if is_signed or rng.random() < 0.09:
        draw_signature(color, rng, body)
    return Block(ink, color, tuple(placed), dpi)


def _random_line(rng: random.Random, face: Face, body: float, length: int, write: Write) -> Typed:
    text = write(rng, max(1, round(length * rng.uniform(0.7, 1.15))))
    setting = random_setting(rng, face, body)
    if len(text) <= 3:  # marks come in all sizes, and in two weights
        drawn = text.translate(_HEAVY) if rng.random() < 0.4 else text
        line = set_line([(drawn, replace(setting, body=body * rng.uniform(0.7, 1.4)))])
        return replace(line, text=text)
    if rng.random() < 0.06 and len(text) > 8:  # a label larger than what is typed behind it, as in the memo's head
        cut = _joint(text, rng.randint(2, 8))
        label = Setting(face, body * rng.uniform(1.15, 1.35))
        return set_line([(text[:cut], label), ("  " + text[cut:], setting)])
    if rng.random() < 0.04 and len(text) > 8:  # a bold or other word among the rest
        cut = _joint(text, rng.randint(2, len(text) - 2))
        return set_line([(text[:cut], setting), (text[cut:], Setting(random_face(rng), body))])
    return set_line([(text, setting)])


def _joint(text: str, near: int) -> int:
    """Where the text can be parted at or after a place: no letter is parted from its marks or its leading vowel."""
    while near < len(text) and (is_mark(text[near]) or text[near] in "ะาำๅ" or text[near - 1] in "เแโใไ"):
        near += 1
    return near


def _underlay(ink: Paper, line: Placed, face: Face, rng: random.Random, dpi: int) -> Placed:
    """A dot leader or an underline under the text, running on behind it; the line with the leader's end."""
    y = line.base + rng.uniform(0.0, 0.35) * line.body
    x0 = max(0, round(line.left - rng.uniform(-0.5, 2) * line.body))
    x1 = min(ink.shape[1], round(line.right + rng.uniform(-0.2, 6) * line.body))
    kind = rng.random()
    if kind < 0.4:  # typed full stops, as most authors make them
        setting = Setting(
            face, line.body * rng.uniform(0.75, 1.15), tracking=rng.choice((0.0, rng.uniform(-0.03, 0.25)))
        )
        dots = set_line([("." * max(4, round((x1 - x0) / (0.45 * line.body))), setting)])
        room = max(1, x1 - x0)
        lay_ink(ink, dots.ink[:, :room], x0, round(line.base + rng.uniform(-0.02, 0.3) * line.body) - dots.base)
        return replace(line, leader=max(line.right, min(x1, x0 + dots.ink.shape[1])))
    if kind < 0.75:
        size = max(1, round(rng.uniform(0.008, 0.014) * dpi))
        pitch = max(size + 1.5, rng.uniform(0.18, 0.42) * line.body)
        for x in np.arange(x0, x1 - size, pitch):
            top, at = round(y), round(float(x))
            ink[max(0, top - size) : top, at : at + size] = 1
        return replace(line, leader=max(line.right, x1))
    thick = max(1, round(rng.uniform(0.004, 0.012) * dpi))
    top = round(y + 0.15 * line.body)
    ink[top : top + thick, x0:x1] = np.maximum(ink[top : top + thick, x0:x1], rng.uniform(0.6, 1))
    return line


def _draw_cell(ink: Paper, lines: list[Placed], rng: random.Random, dpi: int) -> None:
    """Rules of the cell around the lines, as near as tight tables have them; some are touched by letters."""
    thick = max(1, round(rng.uniform(0.004, 0.014) * dpi))
    left = round(min(line.left for line in lines) - rng.uniform(0.02, 0.7) * lines[0].body)
    right = round(max(line.right for line in lines) + rng.uniform(0.02, 0.7) * lines[0].body)
    top = round(lines[0].base - rng.uniform(1.5, 2.2) * lines[0].body)
    bottom = round(lines[-1].base + rng.uniform(0.35, 0.9) * lines[0].body)
    strength = rng.uniform(0.5, 1)
    for at in (left, right):
        if rng.random() < 0.8 and 0 <= at < ink.shape[1]:
            ink[:, at : at + thick] = strength
    for at in (top, bottom):
        if rng.random() < 0.8 and 0 <= at < ink.shape[0]:
            ink[at : at + thick] = strength
