"""Spaces that an engine or justification put inside Thai words.

Tesseract sets a space after nearly every Thai character, and justified lines stretch gaps inside words.
Thai writes no spaces between words, so a run of one-cluster pieces is one run of text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.thai.digits import to_arabic
from pipeline.thai.letters import (
    FOLLOWING_VOWELS,
    LEADING_VOWELS,
    TONE_MARKS,
    Aligned,
    graphemes,
    is_consonant,
    is_mark,
    is_thai_letter,
)

GAPPY_SHARE = 0.7
"""Share of one-cluster pieces among the Thai pieces from which a whole line counts as spaced out. Spaced-out lines
of Tesseract reach 0.8–1.0, prose with one stretched word in it stays under 0.6."""

GAPPY_PIECES = 4
"""Thai pieces that a line needs before its share says anything; "ก ข ค" may be a list."""

RUN_PIECES = 3
"""One-cluster pieces in a row that make one word even in an ordinary line ("ร า ย ง า น ความก้าวหน้า")."""

_STANDS_ALONE = "ณๆฯ"
_PIECE = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    text: str

    @property
    def is_thai(self) -> bool:
        return all(is_thai_letter(char) for char in self.text)

    @property
    def is_single(self) -> bool:
        clusters = graphemes(self.text)
        return self.is_thai and self.text not in _STANDS_ALONE and len(clusters) == 1

    @property
    def is_digit(self) -> bool:
        return len(self.text) == 1 and to_arabic(self.text) in "0123456789"


def close_gaps(text: str) -> str:
    """The text without the spaces inside its Thai runs; spaces beside numbers and Latin words stay.

    In a spaced-out line two or more spaces together are a real gap and stay as one space, so give it the text
    as read, before its white space is collapsed.

    >>> close_gaps("๔ ม ก ร า ค ม ๒ ๕ ๖ ๕")
    '๔ มกราคม ๒๕๖๕'
    >>> close_gaps("ร า ย ง า น ความก้าวหน้าและ สรุปผล ณ ๔ มกราคม")
    'รายงาน ความก้าวหน้าและ สรุปผล ณ ๔ มกราคม'
    """
    return close_gaps_aligned(text).text


def close_gaps_aligned(text: str) -> Aligned:
    """`close_gaps`, with the index in the given text of every character that stays.

    >>> close_gaps_aligned("ปฏิ บั ติ")
    Aligned(text='ปฏิ บัติ', sources=(0, 1, 2, 3, 4, 5, 7, 8))
    """
    pieces = [_Piece(match.start(), match.end(), match[0]) for match in _PIECE.finditer(text)]
    keep = set(range(len(text)))
    gappy = _is_gappy(pieces)
    runs = _single_runs(pieces)
    for at in range(len(pieces) - 1):
        left, right = pieces[at], pieces[at + 1]
        gap = range(left.end, right.start)
        is_single_space = len(gap) == 1
        in_word = _is_broken(left.text, right.text) or (is_single_space and at in runs)
        if in_word or (gappy and is_single_space and _is_one_run(left, right)):
            keep.difference_update(gap)
        elif gappy:
            keep.difference_update(gap[1:])
    sources = tuple(sorted(keep))
    return Aligned("".join(text[index] for index in sources), sources)


def _is_gappy(pieces: Sequence[_Piece]) -> bool:
    thai = [piece for piece in pieces if piece.is_thai]
    return len(thai) >= GAPPY_PIECES and sum(piece.is_single for piece in thai) >= GAPPY_SHARE * len(thai)


def _single_runs(pieces: Sequence[_Piece]) -> set[int]:
    """Indices of the pieces whose gap to the next piece lies inside a run of one-cluster pieces."""
    inside: set[int] = set()
    start = 0
    while start < len(pieces):
        end = start
        while end < len(pieces) and pieces[end].is_single:
            end += 1
        if end - start >= RUN_PIECES:
            inside.update(range(start, end - 1))
        start = max(end, start + 1)
    return inside


def _is_one_run(left: _Piece, right: _Piece) -> bool:
    if left.is_digit and right.is_digit:
        return True
    return is_thai_letter(left.text[-1]) and is_thai_letter(right.text[0]) and left.text[-1] != "ๆ"


def _is_broken(left: str, right: str) -> bool:
    """Must the two be one word? A leading vowel ends none, a mark or following vowel begins none, ั ends none."""
    if not (is_thai_letter(left[-1]) and is_thai_letter(right[0])):
        return False
    if right[0] in FOLLOWING_VOWELS or is_mark(right[0]):
        return True
    last = left.rstrip(TONE_MARKS)[-1:] or left[-1]
    return is_consonant(right[0]) and (last in LEADING_VOWELS or last in "\u0e31\u0e37")
