"""One line of text → ink on a baseline."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from pipeline.synth.lines.faces import Face, symbol_face
from pipeline.thai.letters import graphemes

_ABOVE, _BELOW = 2.3, 1.0
"""Room over and under the baseline, in bodies."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A set line. ink: (height, width) uint8, 255 = full ink; its baseline is the lower edge of row `base` - 1."""

    text: str
    ink: npt.NDArray[np.uint8]
    base: int
    body: float


@dataclass(frozen=True, slots=True)
class Setting:
    """How a run is set: body in pixels, extra space between letters in bodies, width of its letters as a factor."""

    face: Face
    body: float
    tracking: float = 0.0
    width: float = 1.0
    justify: float = 0.0
    """Extra width of each space, in bodies."""


def set_line(runs: Sequence[tuple[str, Setting]]) -> Typed:
    """The runs side by side on one baseline; `body` is that of the run with most letters."""
    body = max(runs, key=lambda run: len(run[0]))[1].body
    tallest = max(setting.body for _, setting in runs)
    base = round(_ABOVE * tallest)
    height = base + round(_BELOW * tallest)
    inks = [_draw_run(text, setting, base, height) for text, setting in runs]
    joined = np.concatenate(inks, axis=1)
    columns = np.flatnonzero(joined.max(axis=0) > 60)
    if columns.size:
        joined = joined[:, columns[0] : columns[-1] + 1]
    return Typed(" ".join("".join(text for text, _ in runs).split()), joined, base, body)


def _draw_run(text: str, setting: Setting, base: int, height: int) -> npt.NDArray[np.uint8]:
    fonts = setting.face.at(setting.body), setting.face.latin_at(setting.body), symbol_face().at(setting.body)
    if setting.tracking or setting.justify:
        pieces = [char for word in _keep_spaces(text) for char in (graphemes(word) if setting.tracking else [word])]
    else:
        pieces = [text]
    steps: list[tuple[float, str, ImageFont.FreeTypeFont]] = []
    x = 3.0
    for piece in pieces:
        for part, which in _by_font(piece, setting.face):
            steps.append((x, part, fonts[which]))
            x += fonts[which].getlength(part)
        x += setting.tracking * setting.body
        if piece == " ":
            x += setting.justify * setting.body
    image = Image.new("L", (max(4, int(x + 0.6 * setting.body)), height))
    draw = ImageDraw.Draw(image)
    for left, part, chosen in steps:
        draw.text((left, base), part, fill=255, font=chosen, anchor="ls")
    ink = np.asarray(image, np.uint8)
    if setting.width == 1.0:
        return ink
    size = (max(4, round(ink.shape[1] * setting.width)), height)
    return np.asarray(cv2.resize(ink, size, interpolation=cv2.INTER_AREA), np.uint8)


def _keep_spaces(text: str) -> list[str]:
    pieces = []
    for index, word in enumerate(text.split(" ")):
        pieces += [" ", word] if index else [word]
    return [piece for piece in pieces if piece]


def _by_font(text: str, face: Face) -> list[tuple[str, int]]:
    """Runs of characters that the face draws (0), its Latin file (1), and that the symbols' face must draw (2)."""
    runs: list[tuple[str, int]] = []
    for char in text:
        which = 0 if ord(char) in face.characters else 1 if ord(char) in face.latin_characters else 2
        if runs and runs[-1][1] == which:
            runs[-1] = (runs[-1][0] + char, which)
        else:
            runs.append((char, which))
    return runs


def random_setting(rng: random.Random, face: Face, body: float) -> Setting:
    """Justified, stretched and squeezed text as office programs make it; most lines are plain."""
    how = rng.random()
    tracking = rng.uniform(0.02, 0.28) if how < 0.12 else rng.uniform(-0.09, -0.02) if how < 0.22 else 0.0
    if how > 0.97:
        tracking = rng.uniform(0.3, 0.9)
    return Setting(
        face=face,
        body=body,
        tracking=tracking,
        width=rng.uniform(0.86, 1.15) if rng.random() < 0.2 else 1.0,
        justify=rng.uniform(0.1, 1.2) if rng.random() < 0.2 else 0.0,
    )
