"""Draws page images: rules, and blocks that have the size, the weight and the white of Thai letters."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from pipeline.page import PageImage

DPI = 200
BODY = 16
"""Pixels of a plain consonant of 16 pt print at 200 dpi."""


class Paper:
    """A white page that is drawn on; coordinates are pixels."""

    def __init__(self, width: int = 1000, height: int = 800, shade: int = 245) -> None:
        self.gray = np.full((height, width), shade, np.uint8)

    def across(self, y: int, x0: int, x1: int, thickness: int = 2, ink: int = 20) -> None:
        self.gray[y : y + thickness, x0:x1] = ink

    def down(self, x: int, y0: int, y1: int, thickness: int = 2, ink: int = 20) -> None:
        self.gray[y0:y1, x : x + thickness] = ink

    def table(self, rows: Sequence[int], columns: Sequence[int], thickness: int = 2, ink: int = 20) -> None:
        """Every line of the lattice, from its first to its last."""
        for y in rows:
            self.across(y, columns[0], columns[-1] + thickness, thickness, ink)
        for x in columns:
            self.down(x, rows[0], rows[-1] + thickness, thickness, ink)

    def letters(self, x: int, base: int, count: int, size: int = BODY, marks: Sequence[int] = ()) -> tuple[int, ...]:
        """`count` letters that stand on `base`; over those numbered in `marks` a vowel and a tone mark. Its box."""
        pitch = round(size * 0.95)
        for index in range(count):
            left, stroke = x + index * pitch, max(2, size // 6)
            self.gray[base - size : base, left : left + stroke] = 20
            self.gray[base - size : base, left + size * 5 // 8 : left + size * 5 // 8 + stroke] = 20
            # Thai letters close now at the top, now at the bottom; none has a bar as long as its neighbour's.
            bar = base - size if (index + x + base) % 3 else base - stroke
            self.gray[bar : bar + stroke, left : left + size * 5 // 8] = 20
            if index in marks:
                self.gray[base - size - 7 : base - size - 3, left : left + size // 2] = 20
                self.gray[base - size - 16 : base - size - 10, left + size // 2 - 3 : left + size // 2] = 20
        top = base - size - (16 if marks else 0)
        return (x, top, x + (count - 1) * pitch + size * 5 // 8 + max(2, size // 6), base)

    def grain(self, specks: int, seed: int = 7) -> None:
        rng = np.random.default_rng(seed)
        noise = rng.normal(0, 4, self.gray.shape)
        self.gray = np.clip(self.gray + noise, 0, 255).astype(np.uint8)
        for _ in range(specks):
            y, x = (int(rng.integers(2, side - 2)) for side in self.gray.shape)
            self.gray[y : y + 2, x : x + 2] = 60

    def scanned(self) -> None:
        """Blur and grain as of a photocopier."""
        self.gray = np.asarray(cv2.GaussianBlur(self.gray, (0, 0), 0.8), dtype=np.uint8)
        self.grain(30)

    def page(self, dpi: int = DPI) -> PageImage:
        return PageImage(number=1, gray=self.gray, color=None, dpi=dpi)
