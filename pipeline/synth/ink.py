"""What people add to print: ticks, signatures, stamps. Drawn on an RGB page by multiplying ink over it."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from pipeline.model import BBox
from pipeline.synth.fonts import CACHE
from pipeline.synth.spec import Stamp

Pixels = npt.NDArray[np.uint8]
_PENS = ((28, 40, 140), (20, 20, 30), (40, 60, 170))
_RED, _BLUE, _GREY = (205, 30, 40), (40, 70, 190), (150, 150, 150)


def draw_ink(page: Pixels, kind: str, box: BBox, rng: np.random.Generator, dpi: int) -> None:
    """Draw one handwritten thing, "tick" or "signature", at its box; strokes leave the box a little."""
    x0, y0, x1, y1 = box
    pen = _PENS[int(rng.integers(len(_PENS)))]
    width = max(1, round(dpi / 110 * float(rng.uniform(0.8, 1.4))))
    if kind == "tick":
        corners = np.array([[0.0, 0.55], [0.32, 1.0], [1.15, -0.1]]) + rng.normal(0, 0.07, (3, 2))
        scale, shift = np.array([x1 - x0, y1 - y0]) * rng.uniform(0.85, 1.25), rng.normal(0, 0.12, 2) * (x1 - x0)
        curve = _smooth(corners * scale + np.array([x0, y0]) + shift)
    else:
        curve = _signature_curve(rng) * np.array([x1 - x0, (y1 - y0) * 1.2]) + np.array([x0, y0])
    layer = np.full_like(page, 255)
    cv2.polylines(layer, [np.round(curve * 16).astype(np.int32)], False, pen, width, cv2.LINE_AA, 4)
    _multiply(page, layer)


def _signature_curve(rng: np.random.Generator) -> npt.NDArray[np.float64]:
    """Loops that shrink while they run to the right, then a long stroke back under them; in a unit box."""
    turns = float(rng.uniform(3.0, 5.5))
    t = np.linspace(0, 1, 160)
    height = (1 - 0.7 * t) * (0.30 + 0.12 * np.sin(2 * np.pi * (t * 2 + rng.random())))
    x = 0.05 + 0.7 * t + 0.10 * np.cos(2 * np.pi * turns * t)
    y = 0.5 + height * np.sin(2 * np.pi * turns * t + float(rng.uniform(0, 3)))
    tail = np.array([[x[-1] + 0.2, 0.45], [0.3, 0.85 + 0.2 * rng.random()], [1.05, 0.7]])
    return np.concatenate([np.stack([x, y], axis=1), _smooth(np.concatenate([[[x[-1], y[-1]]], tail]))])


def _smooth(points: npt.NDArray[np.float64], rounds: int = 2) -> npt.NDArray[np.float64]:
    """Chaikin's corner cutting; both ends stay."""
    for _ in range(rounds):
        a, b = points[:-1], points[1:]
        cut = np.stack([0.75 * a + 0.25 * b, 0.25 * a + 0.75 * b], axis=1).reshape(-1, 2)
        points = np.concatenate([points[:1], cut, points[-1:]])
    return points


def draw_stamp(page: Pixels, stamp: Stamp, dpi: int, rng: np.random.Generator) -> None:
    """Draw one stamp; its outline and letters are broken where the rubber took no ink."""
    mm = dpi / 25.4
    image = _DRAWERS[stamp.kind](stamp, mm)
    if stamp.kind not in ("watermark", "hole"):
        image = _wear(image, rng)
    turned = image.rotate(-stamp.turn, expand=True, fillcolor=(255, 255, 255), resample=Image.Resampling.BICUBIC)
    layer = Image.new("RGB", (page.shape[1], page.shape[0]), (255, 255, 255))
    layer.paste(turned, (round(stamp.left * mm), round(stamp.top * mm)))
    _multiply(page, np.asarray(layer))


def _font(size: float, *, bold: bool = True) -> ImageFont.FreeTypeFont:
    name = "THSarabunNew_bold-webfont.ttf" if bold else "THSarabunNew-webfont.ttf"
    return ImageFont.truetype(str(CACHE / "font-th-sarabun-new/fonts" / name), round(size))


def _urgent(stamp: Stamp, mm: float) -> Image.Image:
    font = _font(13 * mm * stamp.size)
    _, _, x1, y1 = font.getbbox(stamp.text)
    image = Image.new("RGB", (round(x1 + 6 * mm), round(y1 + 3 * mm)), (255, 255, 255))
    draw = ImageDraw.Draw(image)
    draw.text((3 * mm, 0), stamp.text, font=font, fill=_RED)
    return image


def _receipt(stamp: Stamp, mm: float) -> Image.Image:
    lines = stamp.text.split("\n")
    width, step = 52 * mm * stamp.size, 7 * mm * stamp.size
    image = Image.new("RGB", (round(width), round(step * len(lines) + 4 * mm)), (255, 255, 255))
    draw = ImageDraw.Draw(image)
    draw.rectangle((1, 1, image.width - 2, image.height - 2), outline=_BLUE, width=max(1, round(0.4 * mm)))
    for index, line in enumerate(lines):
        draw.text((2 * mm, index * step - 1 * mm), line, font=_font(6 * mm * stamp.size), fill=_BLUE)
        if index:
            base = index * step + 6 * mm * stamp.size
            for x in np.arange(2 * mm, width - 3 * mm, 1.1 * mm):
                draw.ellipse((x, base, x + 0.3 * mm, base + 0.3 * mm), fill=_BLUE)
    return image


def _seal(stamp: Stamp, mm: float) -> Image.Image:
    side = round(34 * mm * stamp.size)
    image = Image.new("RGB", (side, side), (255, 255, 255))
    draw = ImageDraw.Draw(image)
    line = max(1, round(0.5 * mm))
    draw.ellipse((2, 2, side - 3, side - 3), outline=_RED, width=line)
    draw.ellipse((side * 0.2, side * 0.2, side * 0.8, side * 0.8), outline=_RED, width=line)
    font = _font(5 * mm * stamp.size)
    draw.text((side / 2, side / 2), stamp.text, font=font, fill=_RED, anchor="mm", align="center")
    for angle in np.arange(0, 2 * np.pi, np.pi / 9):
        x, y = side / 2 + 0.43 * side * np.cos(angle), side / 2 + 0.43 * side * np.sin(angle)
        draw.regular_polygon((x, y, 1.2 * mm * stamp.size), 5, fill=_RED)
    return image


def _name(stamp: Stamp, mm: float) -> Image.Image:
    font = _font(6.5 * mm * stamp.size)
    lines = stamp.text.split("\n")
    x1 = max(font.getbbox(line)[2] for line in lines)
    image = Image.new("RGB", (round(x1 + 4 * mm), round((6 * len(lines) + 5) * mm * stamp.size)), (255, 255, 255))
    for index, line in enumerate(lines):
        ImageDraw.Draw(image).text((2 * mm, index * 6 * mm * stamp.size - mm), line, font=font, fill=_BLUE)
    return image


def _watermark(stamp: Stamp, mm: float) -> Image.Image:
    font = _font(26 * mm * stamp.size)
    _, _, x1, y1 = font.getbbox(stamp.text)
    image = Image.new("RGB", (round(x1 + 4 * mm), round(y1 + 4 * mm)), (255, 255, 255))
    ImageDraw.Draw(image).text((2 * mm, 0), stamp.text, font=font, fill=(222, 222, 222))
    return image


def _hole(stamp: Stamp, mm: float) -> Image.Image:
    side = round(6 * mm * stamp.size)
    image = Image.new("RGB", (side + 4, side + 4), (255, 255, 255))
    ImageDraw.Draw(image).ellipse((1, 1, side, side), fill=_GREY, outline=(60, 60, 60), width=max(1, round(0.3 * mm)))
    return image


_DRAWERS = {
    "urgent": _urgent,
    "receipt": _receipt,
    "seal": _seal,
    "name": _name,
    "watermark": _watermark,
    "hole": _hole,
}


def _wear(image: Image.Image, rng: np.random.Generator) -> Image.Image:
    pixels = np.asarray(image).astype(np.float32)
    coarse = rng.normal(0.5, 0.35, (max(2, image.height // 9), max(2, image.width // 9))).astype(np.float32)
    patches = cv2.resize(coarse, image.size, interpolation=cv2.INTER_CUBIC)
    strength = np.clip(patches * 1.6 + 0.15, 0.0, 1.0)[..., None]
    return Image.fromarray((255 - (255 - pixels) * strength).astype(np.uint8))


def _multiply(page: Pixels, layer: Pixels) -> None:
    page[:] = (page.astype(np.uint16) * layer // 255).astype(np.uint8)
