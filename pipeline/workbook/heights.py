"""How tall a row must be: spreadsheets do not fit rows to wrapped Thai text when a file is opened."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.settings import WorkbookSettings


@dataclass(frozen=True, slots=True)
class Fit:
    """Height of a row and the font size of each of its texts, in points; `is_cut` when the tallest row is too low."""

    height: float
    sizes: tuple[float, ...]
    is_cut: bool


def count_lines(text: str, width: float, settings: WorkbookSettings) -> int:
    """Lines that a text takes in a column of `width` digits when wrapped at words.

    >>> count_lines("ก" * 30, 12.5, WorkbookSettings())
    4
    """
    room = max(1.0, width - settings.wrap_loss)
    return sum(max(1, math.ceil(measure_text(line, settings) / room)) for line in text.split("\n"))


def measure_text(text: str, settings: WorkbookSettings) -> float:
    """The width of one line in digits. Marks over and under a letter take none."""
    return sum(
        (settings.thai_width if "\u0e00" <= char <= "\u0e7f" else 1.0)
        for char in text
        if unicodedata.category(char) != "Mn"
    )


def fit_row(texts: Sequence[tuple[str, float]], pictures: Iterable[float], settings: WorkbookSettings) -> Fit:
    """The fit of a row.

    texts: (text, column width in digits); pictures: their heights in points
    """
    sizes = tuple(_choose_size(text, width, settings) for text, width in texts)
    needs = [_height(text, width, size, settings) for (text, width), size in zip(texts, sizes, strict=True)]
    needs += (picture + _PICTURE_MARGIN for picture in pictures)
    need = max(needs, default=settings.line_points) + _ROW_MARGIN
    return Fit(min(need, settings.tallest_row), sizes, need > settings.tallest_row)


_ROW_MARGIN = 3.0  # points that keep the text of one row off that of the next
_PICTURE_MARGIN = 5.0  # points: the inset of a picture, above and below


def _choose_size(text: str, width: float, settings: WorkbookSettings) -> float:
    """The usual size, or the largest smaller one at which the text fits the tallest row."""
    size = settings.font_size
    while size > settings.smallest_font and _height(text, width, size, settings) + _ROW_MARGIN > settings.tallest_row:
        size -= 1
    return size


def _height(text: str, width: float, size: float, settings: WorkbookSettings) -> float:
    scale = size / settings.font_size
    return count_lines(text, width / scale, settings) * settings.line_points * scale
