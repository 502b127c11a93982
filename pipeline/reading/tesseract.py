"""The Tesseract engine: one call a page, one picture a line.

Tesseract takes a list of pictures and reads each as a page of one line (mode 7). Against one tall picture of
all lines (mode 6) that was better and faster on rendered pages, because it cannot join, split or skip lines.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytesseract
from PIL import Image

from pipeline.errors import CannotRead, CannotStart
from pipeline.page import LineBox, PageImage, ReadLine
from pipeline.reading.assemble import Word, assemble_line
from pipeline.reading.calibration import calibrate
from pipeline.reading.crops import LineCrop, cut_line, find_gaps
from pipeline.settings import ReadingSettings

_LANGUAGES = ("tha", "eng")

_INSTALL = (
    "Debian/Ubuntu: apt install tesseract-ocr tesseract-ocr-tha tesseract-ocr-eng; "
    "macOS: brew install tesseract tesseract-lang; "
    "Windows: the installer from github.com/UB-Mannheim/tesseract, with Thai ticked under additional language data."
)

_WORD_LEVEL = 5
"""The level of words in Tesseract's table."""


class TesseractEngine:
    """Reads with the installed Tesseract. Raises `CannotStart` (tesseract-missing, tesseract-language-missing)."""

    name = "tesseract"

    def __init__(self, settings: ReadingSettings) -> None:
        self._settings = settings
        # Batches already run one process per core; Tesseract's own threads would only fight them.
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        check_tesseract()

    def read_lines(self, page: PageImage, boxes: Sequence[LineBox]) -> tuple[ReadLine, ...]:
        """One line per box. Raises `CannotRead` (engine-failed) when Tesseract gives up on the page."""
        crops = [cut_line(page.gray, box.bbox, page.dpi, self._settings) for box in boxes]
        words = _read_words(
            {index: crop for index, crop in enumerate(crops) if crop is not None},
            page.number,
            self._settings.page_seconds,
        )
        return tuple(
            assemble_line(box, self._place_words(words[index], crop), self._settings, by_tesseract=True)
            for index, (box, crop) in enumerate(zip(boxes, crops, strict=True))
        )

    def _place_words(self, words: Sequence[_Printed], crop: LineCrop | None) -> list[Word]:
        if crop is None or not words:
            return []
        spaced = _words_after_gaps(words, find_gaps(crop, self._settings))
        return [
            Word(text, crop.page_x(left), crop.page_x(right), calibrate(printed, text), index in spaced)
            for index, (text, left, right, printed) in enumerate(words)
        ]


_Printed = tuple[str, float, float, float]
"""A word as Tesseract prints it: text, left, right in pixels of the crop, confidence 0–100."""


def _words_after_gaps(words: Sequence[_Printed], gaps: Sequence[tuple[float, float]]) -> set[int]:
    """Which words stand after white space. Tesseract's boxes are loose, so each gap goes to the nearest joint of
    two words, and to that one alone."""
    joints = np.array([(left[2] + right[1]) / 2 for left, right in pairwise(words)])
    if not joints.size:
        return set()
    return {1 + int(np.abs(joints - (begin + end) / 2).argmin()) for begin, end in gaps}


def check_tesseract() -> None:
    """Raise `CannotStart` when Tesseract or one of its languages is missing, saying what to install."""
    try:
        installed = set(pytesseract.get_languages())
    except (pytesseract.TesseractNotFoundError, OSError) as e:
        raise CannotStart("tesseract-missing", f"Tesseract is not installed. {_INSTALL}") from e
    missing = [language for language in _LANGUAGES if language not in installed]
    if missing:
        raise CannotStart(
            "tesseract-language-missing", f"Tesseract lacks its language data for {' and '.join(missing)}. {_INSTALL}"
        )


def _read_words(crops: Mapping[int, LineCrop], page: int, seconds: float) -> defaultdict[int, list[_Printed]]:
    """The words of each crop by its key, in Tesseract's order, which is that of the text."""
    found: defaultdict[int, list[_Printed]] = defaultdict(list)
    if not crops:
        return found
    keys = list(crops)
    with tempfile.TemporaryDirectory(prefix="memo-") as folder:
        paths = [Path(folder) / f"{key:05d}.pgm" for key in keys]
        for key, path in zip(keys, paths, strict=True):
            Image.fromarray(crops[key].pixels).save(path)
        listing = Path(folder) / "lines.txt"
        listing.write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
        table = _run(listing, page, seconds)
    for index, level in enumerate(table["level"]):
        text = str(table["text"][index]).strip()
        if level == _WORD_LEVEL and text:
            left = float(table["left"][index])
            right = left + float(table["width"][index])
            found[keys[table["page_num"][index] - 1]].append((text, left, right, float(table["conf"][index])))
    return found


def _run(listing: Path, page: int, seconds: float) -> dict[str, list[int]]:
    try:
        table: dict[str, list[int]] = pytesseract.image_to_data(
            str(listing),
            lang="+".join(_LANGUAGES),
            config="--psm 7",
            output_type=pytesseract.Output.DICT,
            timeout=seconds,
        )
    except pytesseract.TesseractNotFoundError as e:
        raise CannotStart("tesseract-missing", f"Tesseract is not installed. {_INSTALL}") from e
    except (RuntimeError, subprocess.SubprocessError, OSError) as e:  # its error and its time limit are RuntimeErrors
        raise CannotRead("engine-failed", f"Tesseract failed on page {page}: {e}; read it again.") from e
    return table
