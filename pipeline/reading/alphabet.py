"""The characters that the Thai reader can print, in the order of its output classes."""

from __future__ import annotations

_ASCII = "".join(map(chr, range(0x20, 0x7F)))
_THAI = "".join(map(chr, range(0x0E01, 0x0E3B))) + "".join(map(chr, range(0x0E3F, 0x0E5C)))
_MARKS = "✓✗☑☐●○×√•–—…“”‘’"

ALPHABET = _ASCII + _THAI + _MARKS
"""Class i + 1 is ALPHABET[i]; class 0 is the blank of CTC. Appending keeps trained weights; reordering voids them."""

BLANK = 0
CLASSES = len(ALPHABET) + 1
CLASS_OF = {char: index + 1 for index, char in enumerate(ALPHABET)}


def encode(text: str) -> list[int]:
    """The classes of a text. Raises `KeyError` for a character that is not in the alphabet."""
    return [CLASS_OF[char] for char in text]
