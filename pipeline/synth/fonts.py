"""Font files: the ones that Thai offices print with, fetched once into the cache; Debian's from the system."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from collections.abc import Mapping
from pathlib import Path

from pipeline.errors import CannotStart

CACHE = Path(".cache/fonts")
PACKAGES = {"font-th-sarabun-new": "1.0.0", "@fontsource/sarabun": "5.3.0"}
"""Packages of npm and their versions: what the samples are set in."""

# family → (weight, style, file inside the package). Sarabun's Thai and Latin letters come in separate files.
_FACES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "TH Sarabun New": (
        ("400", "normal", "font-th-sarabun-new/fonts/THSarabunNew-webfont.ttf"),
        ("700", "normal", "font-th-sarabun-new/fonts/THSarabunNew_bold-webfont.ttf"),
    ),
    "Sarabun Latin": (
        ("400", "normal", "sarabun/files/sarabun-latin-400-normal.woff2"),
        ("700", "normal", "sarabun/files/sarabun-latin-700-normal.woff2"),
    ),
    "Sarabun Thai": (
        ("400", "normal", "sarabun/files/sarabun-thai-400-normal.woff2"),
        ("700", "normal", "sarabun/files/sarabun-thai-700-normal.woff2"),
    ),
}
_SYSTEM_FAMILIES = ("DejaVu Sans", "Garuda", "Kinnari", "Laksaman", "Loma", "Norasi", "Purisa", "Umpush")
_STACKS = {"Sarabun": '"Sarabun Latin", "Sarabun Thai"'}

# The TH fonts that offices print with have small letters for their nominal size; every family here draws them
# 1.4 times as large, so that a nominal 16 pt must be set as 11.2 pt. Measured on the width of ก.
NOMINAL = 0.70


def fetch_fonts(packages: Mapping[str, str] = PACKAGES, cache: Path = CACHE) -> Path:
    """Make sure that these fonts of npm are in the cache and Debian's on the system; returns the cache's folder.

    Raises `CannotStart` (font-missing, npm-missing).
    """
    _check_system_fonts()
    for package, version in packages.items():
        folder = cache / package.rpartition("/")[2]
        if not folder.exists():
            _unpack(_pack(package, version, cache), folder)
    return cache


def face_rules(cache: Path = CACHE) -> str:
    """CSS @font-face rules for every fetched face."""
    rules = []
    for family, faces in _FACES.items():
        for weight, style, file in faces:
            url = (cache / file).resolve().as_uri()
            rules.append(
                f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style}; src: url({url}) }}'
            )
    return "\n".join(rules)


def font_stack(family: str) -> str:
    """The CSS font-family value of a family; ticks and circles come from DejaVu, Thai fonts lack them."""
    return f'{_STACKS.get(family, chr(34) + family + chr(34))}, "DejaVu Sans"'


def _check_system_fonts() -> None:
    """Pango would take another font without a word, and the samples would not be what they say."""
    advice = "apt-get install fontconfig fonts-thai-tlwg fonts-dejavu-core."
    if shutil.which("fc-list") is None:
        raise CannotStart("font-missing", f"fc-list is needed to look for the system's fonts: {advice}")
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=True).stdout
    if missing := [family for family in _SYSTEM_FAMILIES if family not in listed]:
        raise CannotStart("font-missing", f"The system lacks the fonts {', '.join(missing)}: {advice}")


def _pack(package: str, version: str, cache: Path) -> Path:
    if shutil.which("npm") is None:
        raise CannotStart("npm-missing", f"npm is needed to fetch the font {package}: apt-get install npm.")
    cache.mkdir(parents=True, exist_ok=True)
    command = ["npm", "pack", f"{package}@{version}", "--silent", "--pack-destination", str(cache)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise CannotStart("font-missing", f"npm could not fetch the font {package}@{version}: {done.stderr.strip()}")
    return cache / done.stdout.strip().splitlines()[-1]


def _unpack(archive: Path, folder: Path) -> None:
    partial = folder.with_name(folder.name + ".partial")
    with tarfile.open(archive) as tar:
        tar.extractall(partial, filter="data")
    (partial / "package").rename(folder)
    shutil.rmtree(partial)
    archive.unlink()
