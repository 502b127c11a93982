"""What every engine offers, and which one reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from pipeline.errors import CannotStart
from pipeline.page import LineBox, PageImage, ReadLine
from pipeline.reading.layer import LayerEngine
from pipeline.reading.thai import ThaiEngine
from pipeline.settings import ReadingSettings


class Engine(Protocol):
    """Reads the lines of a page."""

    @property
    def name(self) -> str:
        """A short name that is stored with the reading."""
        ...

    def read_lines(self, page: PageImage, boxes: Sequence[LineBox]) -> tuple[ReadLine, ...]:
        """One line per box, in the order of the boxes; a box without text gives an empty line of confidence 0."""
        ...


OWN_ENGINE = ThaiEngine.name
_DEFAULTS = ReadingSettings()


def select_engine(name: str, *, settings: ReadingSettings = _DEFAULTS) -> Engine:
    """The engine of that name, ready to read; "auto" is the package's own.

    Raises `CannotStart` (engine-unknown, model-missing, tesseract-missing, tesseract-language-missing).
    """
    if name in ("auto", "thai"):
        return ThaiEngine(settings)
    if name == "tesseract":
        from pipeline.reading.tesseract import TesseractEngine  # brings pandas, which nobody else waits for

        return TesseractEngine(settings)
    raise CannotStart("engine-unknown", f"There is no engine '{name}'; use --engine auto, thai or tesseract.")


def layer_engine(*, settings: ReadingSettings = _DEFAULTS) -> Engine:
    """The engine for pages whose text layer is trusted."""
    return LayerEngine(settings)
