"""Lines in which what was read is noise: handwriting, a stamp, lines grown together. They are left out, and told."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Issue, Severity
from pipeline.page import ReadLine
from pipeline.settings import ReaderSettings

_DEFAULTS = ReaderSettings()


def is_illegible(line: ReadLine, settings: ReaderSettings = _DEFAULTS) -> bool:
    """Whether hardly any letter of a line can be right. A sign or a short number alone is no such line: its one
    character may be right, and is doubted by itself."""
    return _count_letters(line.text) >= settings.least_letters and line.confidence < settings.least_legible


def tell_illegible(lines: Sequence[ReadLine], page: int, settings: ReaderSettings = _DEFAULTS) -> tuple[Issue, ...]:
    """An issue for a page with lines that were left out, for review where they are more than the lines of text."""
    left_out = sum(not line.text and _count_letters(line.raw) >= settings.least_letters for line in lines)
    if not left_out:
        return ()
    severity = Severity.REVIEW if 2 * left_out > len(lines) else Severity.INFO
    message = (
        f"{left_out} line(s) of page {page} are no legible print (handwriting, a stamp, lines over each other), "
        "left out; their raw text is kept."
    )
    return (Issue(code="lines-illegible", severity=severity, message=message, page=page),)


def _count_letters(text: str) -> int:
    return sum(not char.isspace() for char in text)
