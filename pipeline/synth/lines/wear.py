"""What printing, copying and scanning do to a piece of a page."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.synth.lines.block import Block, Placed

Gray = npt.NDArray[np.uint8]
Field = npt.NDArray[np.float32]
"""(height, width)."""


KINDS = ("office", "worn", "copy", "bilevel")
"""Clean office scans, noisy and broken ones, photocopies of photocopies, 1-bit scans."""
_SHARES = (40, 20, 20, 20)


_TRIES = 4
_LEAST_INK, _MOST_INK = 0.65, 2.0
"""Shares of the ink that legible print has after wear: below 0.6 most letters have lost their loops."""


def scan_block(block: Block, rng: random.Random, kind: str | None = None) -> tuple[Gray, tuple[Placed, ...]]:
    """The block as a grey scan of one kind (None: any), and its lines where they lie after it was turned a little."""
    noise = np.random.default_rng(rng.getrandbits(32))
    ink, lines = _turn(block.ink, block.lines, rng)
    color = block.color
    kind = kind or rng.choices(KINDS, _SHARES)[0]
    soft = rng.uniform(0.25, 0.9) if kind == "office" else rng.uniform(0.4, 1.15)
    ink = _blur(ink, soft * block.dpi / 200)
    if kind in ("worn", "copy") or rng.random() < 0.2:
        much = 1.0 if kind != "office" else 0.5
        ink = _first_legible(ink, lambda: _wear_strokes(ink, rng, noise, much))
    if kind == "copy":
        ink = _first_legible(ink, lambda: _copy(ink, rng, noise, block.dpi))
    if rng.random() < 0.06:
        ink = np.maximum(
            ink, np.float32(rng.uniform(0.06, 0.22)) * _blur(ink[::-1, ::-1], 1.5)
        )  # the back of the sheet
    ink = np.maximum(ink * rng.uniform(0.55, 1.0) if kind != "bilevel" else ink, color)
    if rng.random() < 0.04:
        _draw_streak(ink, rng)
    paper = rng.uniform(190, 255)
    black = rng.uniform(0, 90) if kind != "office" else rng.uniform(0, 60)
    gray = paper + (black - paper) * np.clip(ink, 0, 1)
    if rng.random() < 0.15:
        gray *= _shade(gray.shape, rng)
    if rng.random() < 0.05:  # a shaded header cell, a highlighter
        gray -= rng.uniform(10, 60)
    if kind != "bilevel" and rng.random() < 0.15:
        gray = _resample(gray, rng, block.dpi)
    gray += noise.normal(0, rng.uniform(0.5, 9 if kind != "worn" else 18), gray.shape).astype(np.float32)
    gray = np.clip(gray, 0, 255)
    if kind == "bilevel":
        gray = paper - paper * _first_legible(ink, lambda: _threshold(gray, paper, black, rng, noise))
    out = gray.astype(np.uint8)
    if kind != "bilevel" and rng.random() < 0.75:
        quality = rng.randint(25, 90) if kind != "office" else rng.randint(40, 92)
        out = cv2.imdecode(cv2.imencode(".jpg", out, (cv2.IMWRITE_JPEG_QUALITY, quality))[1], cv2.IMREAD_GRAYSCALE)
    return out, lines


def _first_legible(ink: Field, wear: Callable[[], Field]) -> Field:
    """The first of a few worn pieces that a person could still read: enough ink is left, and not too much was added.

    What nobody can read teaches only to guess.
    """
    for _ in range(_TRIES):
        worn = wear()
        if _LEAST_INK * float(ink.sum()) <= float(worn.sum()) <= _MOST_INK * float(ink.sum()):
            return worn
    return ink


def _draw_streak(ink: Field, rng: random.Random) -> None:
    """What dust on the scanner's glass draws down the page: a hair of ink, or of paper through the letters."""
    thick, at = rng.choice((1, 1, 2, 3)), rng.randrange(ink.shape[1])
    strength = rng.uniform(0.15, 0.9)
    streak = ink[:, at : at + thick]
    np.maximum(streak, strength, out=streak) if rng.random() < 0.7 else np.multiply(streak, 1 - strength, out=streak)


def _resample(gray: Field, rng: random.Random, dpi: int) -> Field:
    """Scanned coarser than it was stored, or sharpened by the scanner: soft or haloed edges."""
    if rng.random() < 0.5:
        coarse = rng.uniform(min(110, dpi) / dpi, 0.9)
        small = cv2.resize(gray, None, fx=coarse, fy=coarse, interpolation=cv2.INTER_AREA)
        return np.asarray(cv2.resize(small, gray.shape[::-1], interpolation=cv2.INTER_LINEAR), np.float32)
    sharp = gray + rng.uniform(0.4, 2) * (gray - _blur(gray, rng.uniform(0.8, 2) * dpi / 200))
    return np.clip(sharp, 0, 255)


def _blur(ink: Field, sigma: float) -> Field:
    return np.asarray(cv2.GaussianBlur(ink, (0, 0), sigma), np.float32)


def _turn(ink: Field, lines: tuple[Placed, ...], rng: random.Random) -> tuple[Field, tuple[Placed, ...]]:
    """What deskewing leaves: a small slope, half a pixel of shift, and the waves of a sheet that was drawn in unevenly.

    Lines keep their middle baselines.
    """
    slope = rng.gauss(0, 0.0022) if rng.random() < 0.8 else rng.gauss(0, 0.006)
    shift = rng.random(), rng.random()
    height, width = ink.shape
    matrix = np.array([[1, -slope, shift[0]], [slope, 1, shift[1] - slope * width / 2]])
    turned = np.asarray(cv2.warpAffine(ink, matrix, (width, height), flags=cv2.INTER_LINEAR), np.float32)
    if rng.random() < 0.1 and lines:
        turned = _wave(turned, rng, lines[0].body)
    moved = tuple(
        replace(
            line,
            left=line.left + shift[0] - slope * line.base,
            right=line.right + shift[0] - slope * line.base,
            leader=line.leader + shift[0] - slope * line.base,
            base=line.base + shift[1] + slope * ((line.left + line.right) / 2 - width / 2),
            bottom=line.bottom + shift[1] + slope * ((line.left + line.right) / 2 - width / 2),
        )
        for line in lines
    )
    return turned, moved


def _wave(ink: Field, rng: random.Random, body: float) -> Field:
    """Rows that rise and fall by a small part of a letter along the line."""
    height, width = ink.shape
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    lift = np.sin(x / (rng.uniform(4, 30) * body) + rng.uniform(0, 6)) * np.float32(rng.uniform(0.02, 0.1) * body)
    return np.asarray(cv2.remap(ink, x, y + lift, cv2.INTER_LINEAR), np.float32)


def _wear_strokes(ink: Field, rng: random.Random, noise: np.random.Generator, much: float) -> Field:
    """Strokes that broke where toner failed, or filled where it spread: its edge moves by a smooth random field."""
    small = noise.normal(0, 1, (ink.shape[0] // 3 + 2, ink.shape[1] // 3 + 2)).astype(np.float32)
    field = cv2.resize(cv2.GaussianBlur(small, (0, 0), rng.uniform(0.5, 1.5)), ink.shape[::-1])
    shift = rng.uniform(-0.22, 0.22) * much
    moved = 0.5 + (ink - 0.5 + shift + field * rng.uniform(0.05, 0.4) * much) * rng.uniform(1.0, 2.5)
    return np.where(ink > 0.02, np.clip(moved, 0, 1), 0).astype(np.float32)


def _copy(ink: Field, rng: random.Random, noise: np.random.Generator, dpi: int) -> Field:
    """A photocopy: blurred, hardened, peppered."""
    ink = _blur(ink, rng.uniform(0.5, 1.1) * dpi / 200)
    ink = np.clip((ink - rng.uniform(0.25, 0.5)) * rng.uniform(2, 6) + 0.5, 0, 1).astype(np.float32)
    specks = noise.random(ink.shape, np.float32)
    share = rng.uniform(0, 0.004)
    ink = np.where(specks < share, noise.random(ink.shape, np.float32), ink)
    return np.asarray(np.where(specks > 1 - share / 3, 0, ink), np.float32)


def _threshold(gray: Field, paper: float, black: float, rng: random.Random, noise: np.random.Generator) -> Field:
    """Ink of one bit a pixel: a plain threshold, or dithering."""
    how = rng.random()
    if how < 0.12:
        gray = gray + noise.uniform(-60, 60, gray.shape).astype(np.float32)
    elif how < 0.2:  # ordered dithering, as copiers and fax machines do
        tile = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32)
        rows, columns = (-(-side // 4) for side in gray.shape)
        screen = np.tile(tile, (rows, columns))[: gray.shape[0], : gray.shape[1]]
        gray = gray + (screen - 7.5) * np.float32(rng.uniform(3, 9))
    limit = black + (paper - black) * rng.uniform(0.45, 0.78)
    ink = np.where(gray < limit, 1, 0).astype(np.float32)
    if rng.random() < 0.3:
        share = rng.uniform(0, 0.003)
        specks = noise.random(gray.shape, np.float32)
        ink[specks < share] = 1
        ink[specks > 1 - share] = 0
    return ink


def _shade(shape: tuple[int, ...], rng: random.Random) -> Field:
    across = np.linspace(rng.uniform(0.7, 1), rng.uniform(0.7, 1), shape[1], dtype=np.float32)
    down = np.linspace(rng.uniform(0.85, 1), rng.uniform(0.85, 1), shape[0], dtype=np.float32)
    return down[:, None] * across[None, :]
