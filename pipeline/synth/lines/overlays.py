"""Ink that is no print: stamps, seals, signatures, drawings."""

from __future__ import annotations

import random

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.synth.lines.faces import random_face
from pipeline.synth.lines.typeset import Setting, set_line

Paper = npt.NDArray[np.float32]
"""(height, width): 0 = paper, 1 = full ink."""

_URGENT = ("ด่วน", "ด่วนมาก", "ด่วนที่สุด", "สำเนา", "สำเนาคู่ฉบับ", "ลับ")
_RECEIPT = ("รับที่", "เลขรับ", "วันที่", "เวลา", "ผู้รับ", "รับวันที่", "สำเนาถูกต้อง", "อนุมัติ", "ทราบ")
_STAMPS = ("ring", "box", "word", "receipt", "seal", "washed")
_STAMP_SHARES = (3, 2, 3, 2, 2, 1)


def lay_ink(paper: Paper, mask: npt.NDArray[np.uint8], x: int, y: int) -> None:
    """Lay a mask (255 = full ink) on the paper, its upper left corner at (x, y); what lies outside is cut off."""
    top, left = max(0, -y), max(0, -x)
    bottom, right = min(mask.shape[0], paper.shape[0] - y), min(mask.shape[1], paper.shape[1] - x)
    if bottom > top and right > left:
        part = paper[y + top : y + bottom, x + left : x + right]
        np.maximum(part, mask[top:bottom, left:right].astype(np.float32) / 255, out=part)


def draw_stamp(color: Paper, rng: random.Random, body: float) -> None:
    """A box, a ring, large letters, a receipt or a seal across the lines, in ink that a grey scan makes middling."""
    height, width = color.shape
    strength = rng.uniform(0.15, 0.75)
    x, y = rng.randint(0, width), rng.randint(0, height)
    part = np.zeros_like(color)
    kind = rng.choices(_STAMPS, _STAMP_SHARES)[0]
    if kind == "ring":
        _draw_rings(part, rng, body, x, y)
    elif kind == "box":
        _draw_box(part, rng, body, x, y)
    elif kind == "word":
        _draw_words(part, rng, [rng.choice(_URGENT)], rng.uniform(1.6, 3.2) * body, x, y)
        if rng.random() < 0.4:
            _draw_box(part, rng, body, x, y)
    elif kind == "receipt":
        words = [f"{rng.choice(_RECEIPT)} {_random_digits(rng)}" for _ in range(rng.randint(1, 4))]
        _draw_words(part, rng, words, rng.uniform(0.8, 1.3) * body, x, y)
        _draw_box(part, rng, body, x, y)
    elif kind == "seal":
        _draw_rings(part, rng, body, x, y)
        for _ in range(rng.randint(3, 9)):  # the emblem inside
            _draw_curve(part, rng, body, x, y)
    else:  # a watermark or an emblem, pale and broad
        cv2.circle(part, (x, y), round(rng.uniform(2, 6) * body), 1, -1, cv2.LINE_AA)
        strength = rng.uniform(0.05, 0.2)
    if kind != "washed" and rng.random() < 0.5:
        part = _turn(part, rng.uniform(-14, 14), x, y)
    if rng.random() < 0.4:  # a rubber stamp prints in patches
        part *= _patches(part.shape, rng)
    np.maximum(color, part * strength, out=color)


def draw_scribble(rng: random.Random, body: float) -> Paper:
    """A signature, a drawing or a piece of a stamp alone on paper, where no line of print is."""
    paper = np.zeros((round(rng.uniform(3, 5) * body), round(rng.uniform(2, 14) * body)), np.float32)
    for _ in range(rng.randint(1, 3)):
        if rng.random() < 0.65:
            draw_signature(paper, rng, body)
        else:
            _draw_rings(paper, rng, body, rng.randint(0, paper.shape[1]), rng.randint(0, paper.shape[0]))
    return paper


def draw_signature(color: Paper, rng: random.Random, body: float) -> None:
    """A pen's strokes across the print: loops as a sum of two turns with drift."""
    height, width = color.shape
    t = np.linspace(0, rng.uniform(6, 16), 90)
    size = rng.uniform(0.8, 2.5) * body
    x = rng.randint(0, width) + t * rng.uniform(0.3, 0.9) * body + size * np.cos(t * rng.uniform(0.8, 1.6))
    y = rng.randint(0, height) + size * np.sin(t + rng.uniform(0, 6)) + 0.4 * size * np.sin(2.7 * t)
    points = np.stack([x, y], axis=1).round().astype(np.int32)
    thick = max(1, round(rng.uniform(0.05, 0.13) * body))
    cv2.polylines(color, [points], False, rng.uniform(0.3, 0.95), thick, cv2.LINE_AA)


def _thick(rng: random.Random, body: float) -> int:
    return max(1, round(rng.uniform(0.06, 0.25) * body))


def _draw_rings(part: Paper, rng: random.Random, body: float, x: int, y: int) -> None:
    reach = round(rng.uniform(2, 7) * body)
    thick = _thick(rng, body)
    cv2.circle(part, (x, y), reach, 1, thick, cv2.LINE_AA)
    if rng.random() < 0.7:
        cv2.circle(part, (x, y), round(reach * rng.uniform(0.6, 0.92)), 1, thick, cv2.LINE_AA)


def _draw_box(part: Paper, rng: random.Random, body: float, x: int, y: int) -> None:
    reach = rng.uniform(2, 6) * body
    corners = cv2.boxPoints(((x, y), (reach * rng.uniform(1.5, 3), reach), 0)).round().astype(np.int32)
    cv2.polylines(part, [corners], True, 1, _thick(rng, body), cv2.LINE_AA)


def _draw_words(part: Paper, rng: random.Random, lines: list[str], body: float, x: int, y: int) -> None:
    face = random_face(rng)
    for index, words in enumerate(lines):
        typed = set_line([(words, Setting(face, body))])
        lay_ink(part, typed.ink, x - typed.ink.shape[1] // 2, round(y + 3 * body * index) - typed.base)


def _draw_curve(part: Paper, rng: random.Random, body: float, x: int, y: int) -> None:
    axes = round(rng.uniform(0.4, 2) * body), round(rng.uniform(0.2, 1.5) * body)
    middle = round(x + rng.gauss(0, body)), round(y + rng.gauss(0, body))
    start = rng.randint(0, 360)
    cv2.ellipse(part, middle, axes, rng.randint(0, 180), start, start + rng.randint(60, 360), 1, 1, cv2.LINE_AA)


def _turn(part: Paper, angle: float, x: int, y: int) -> Paper:
    matrix = cv2.getRotationMatrix2D((x, y), angle, 1)
    return np.asarray(cv2.warpAffine(part, matrix, part.shape[::-1]), np.float32)


def _patches(shape: tuple[int, ...], rng: random.Random) -> Paper:
    noise = np.random.default_rng(rng.getrandbits(32)).normal(0.8, 1, (shape[0] // 6 + 2, shape[1] // 6 + 2))
    return np.asarray(cv2.resize(np.clip(noise, 0, 1).astype(np.float32), shape[::-1]), np.float32)


def _random_digits(rng: random.Random) -> str:
    digits = "๐๑๒๓๔๕๖๗๘๙" if rng.random() < 0.6 else "0123456789"
    return "".join(rng.choice(digits) for _ in range(rng.randint(2, 5)))
