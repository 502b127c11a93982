"""Typefaces for lines: TH Sarabun New first, other Thai fonts for the rest, and symbols that Thai fonts lack."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import ImageFont

from pipeline.errors import CannotStart
from pipeline.synth.fonts import CACHE, fetch_fonts

_SARABUN_SHARE = 0.74
_SARABUN = {
    "THSarabunNew-webfont.ttf": 60,
    "THSarabunNew_bold-webfont.ttf": 30,
    "THSarabunNew_italic-webfont.ttf": 6,
    "THSarabunNew_bolditalic-webfont.ttf": 4,
}
_SYSTEM = Path("/usr/share/fonts/truetype")
_OTHERS = {
    "Laksaman": 5, "Laksaman-Bold": 3, "Laksaman-Italic": 1, "Garuda": 4, "Garuda-Bold": 2, "Garuda-Oblique": 1,
    "Kinnari": 4, "Kinnari-Bold": 2, "Kinnari-Italic": 1, "Norasi": 4, "Norasi-Bold": 2, "Norasi-Italic": 1, "Loma": 3,
    "Loma-Bold": 1, "Umpush": 3, "Umpush-Bold": 1, "Umpush-Light": 1, "Waree": 2, "Waree-Bold": 1, "Sawasdee": 1,
    "TlwgTypewriter": 1, "TlwgTypist": 1, "TlwgMono": 1, "Purisa": 1,
}  # fmt: skip
"""Purisa imitates handwriting and has 1 % of the others' share: some offices print with such a face."""

_SYMBOLS = "dejavu/DejaVuSans.ttf"


@dataclass(frozen=True)
class Face:
    """A font file at any size."""

    path: Path

    @cached_property
    def characters(self) -> frozenset[int]:
        """Code points that it draws."""
        return frozenset(TTFont(self.path, lazy=True).getBestCmap())

    @cached_property
    def body(self) -> float:
        """Height of a plain consonant, in em."""
        return -ImageFont.truetype(self.path, 200).getbbox("ก", anchor="ls")[1] / 200

    def at(self, body: float) -> ImageFont.FreeTypeFont:
        """The font at the size at which a plain consonant is so many pixels high; whole pixels of em."""
        return _load(self.path, max(6, round(body / self.body)))


@cache
def _load(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM)


@cache
def symbol_face() -> Face:
    """Ticks, crosses and circles."""
    return Face(_SYSTEM / _SYMBOLS)


@cache
def sarabun_faces() -> tuple[tuple[Face, ...], tuple[int, ...]]:
    """The four styles of the office font, and their shares."""
    folder = fetch_fonts(CACHE) / "font-th-sarabun-new" / "fonts"
    return tuple(Face(folder / name) for name in _SARABUN), tuple(_SARABUN.values())


@cache
def other_faces() -> tuple[tuple[Face, ...], tuple[int, ...]]:
    """Other Thai fonts, and their shares. Raises `CannotStart` (font-missing)."""
    faces = tuple(Face(_SYSTEM / "tlwg" / f"{name}.ttf") for name in _OTHERS)
    if missing := [face.path.name for face in faces if not face.path.exists()]:
        raise CannotStart(
            "font-missing",
            f"The fonts {', '.join(missing)} are not in {_SYSTEM}/tlwg: apt-get install fonts-thai-tlwg-ttf.",
        )
    return faces, tuple(_OTHERS.values())


def random_face(rng: random.Random) -> Face:
    """A face by its share."""
    faces, shares = sarabun_faces() if rng.random() < _SARABUN_SHARE else other_faces()
    return rng.choices(faces, shares)[0]
