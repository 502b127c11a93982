"""Typefaces for lines: TH Sarabun New first, other Thai fonts for the rest, and symbols that Thai fonts lack.

The others are Debian's, and the fonts of npm that public offices may print with beside TH Sarabun: eight of the
thirteen national fonts, and book faces like those that came with office programs. Two families are never trained on:
they tell how a font is read that the net has not seen.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import ImageFont

from pipeline.errors import CannotStart
from pipeline.synth.fonts import fetch_fonts

_SARABUN_SHARE, _DEBIAN_SHARE = 0.68, 0.18
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

_FAMILIES = {
    "bai-jamjuree": "5.3.0", "chakra-petch": "5.3.0", "fahkwang": "5.3.0", "k2d": "5.2.8", "kodchasan": "5.2.8",
    "koho": "5.3.0", "krub": "5.2.7", "mali": "5.3.0", "sarabun": "5.3.0", "maitree": "5.3.0", "trirong": "5.3.0",
    "noto-sans-thai-looped": "5.3.0", "noto-serif-thai": "5.3.0", "ibm-plex-sans-thai-looped": "5.3.0",
}  # fmt: skip
_HELD_BACK = {"niramit": "5.3.0", "taviraj": "5.3.0"}
"""Families of npm (@fontsource) and their versions."""
_WEIGHTS = {"400": 6, "700": 3, "500": 1}

_SYMBOLS = "dejavu/DejaVuSans.ttf"

Pick = Callable[[random.Random], "Face"]
"""Chooses a face."""


@dataclass(frozen=True)
class Face:
    """A font file at any size. latin: the file with its Latin letters and digits, where it has them apart."""

    path: Path
    latin: Path | None = None

    @cached_property
    def characters(self) -> frozenset[int]:
        """Code points that it draws."""
        return frozenset(TTFont(self.path, lazy=True).getBestCmap())

    @cached_property
    def latin_characters(self) -> frozenset[int]:
        """Code points that its Latin file draws."""
        return frozenset(TTFont(self.latin, lazy=True).getBestCmap()) if self.latin else frozenset()

    @cached_property
    def body(self) -> float:
        """Height of a plain consonant, in em."""
        return -ImageFont.truetype(self.path, 200).getbbox("ก", anchor="ls")[1] / 200

    def at(self, body: float) -> ImageFont.FreeTypeFont:
        """The font at the size at which a plain consonant is so many pixels high; whole pixels of em."""
        return _load(self.path, self._em(body))

    def latin_at(self, body: float) -> ImageFont.FreeTypeFont:
        """Its Latin letters at that size."""
        return _load(self.latin or self.path, self._em(body))

    def _em(self, body: float) -> int:
        return max(6, round(body / self.body))


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
    folder = fetch_fonts() / "font-th-sarabun-new" / "fonts"
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
    which = rng.random()
    if which < _SARABUN_SHARE:
        faces, shares = sarabun_faces()
        return rng.choices(faces, shares)[0]
    if which < _SARABUN_SHARE + _DEBIAN_SHARE:
        faces, shares = other_faces()
        return rng.choices(faces, shares)[0]
    return _family_face(rng, _FAMILIES)


def unknown_face(rng: random.Random) -> Face:
    """A face of the families that no net is trained on."""
    return _family_face(rng, _HELD_BACK)


def _family_face(rng: random.Random, families: Mapping[str, str]) -> Face:
    family, weight = rng.choice(list(families)), rng.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]
    return _npm_face(family, weight)


@cache
def _npm_face(family: str, weight: str) -> Face:
    folder = _fetch_families() / family / "files"
    thai, latin = (folder / f"{family}-{part}-{weight}-normal.woff2" for part in ("thai", "latin"))
    return Face(thai, latin)


@cache
def _fetch_families() -> Path:
    return fetch_fonts({f"@fontsource/{family}": version for family, version in (_FAMILIES | _HELD_BACK).items()})
