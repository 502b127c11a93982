"""Thai text in one spelling, and the key by which two readings of one text are compared."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pipeline.thai.damage import impossible_share, tone_mark_rate
from pipeline.thai.digits import to_arabic
from pipeline.thai.gaps import close_gaps, close_gaps_aligned
from pipeline.thai.joining import gap_between, join_lines
from pipeline.thai.letters import (
    MARK_RANK,
    NIKHAHIT,
    SARA_AA,
    SARA_AM,
    TONE_MARKS,
    Aligned,
    graphemes,
    is_mark,
    is_thai_letter,
)

__all__ = [
    "Aligned",
    "close_gaps",
    "close_gaps_aligned",
    "comparison_key",
    "gap_between",
    "graphemes",
    "impossible_share",
    "join_lines",
    "normalise",
    "normalise_aligned",
    "tone_mark_rate",
]

# Glyph codes of Thai fonts for marks moved left or down beside tall letters, as Windows and Macintosh fonts
# number them (the vendors' private-use tables, as shaping engines list them).
_PRIVATE_GLYPHS = {
    **dict(
        zip("\uf701\uf702\uf703\uf704\uf710\uf711\uf712", "\u0e34\u0e35\u0e36\u0e37\u0e31\u0e4d\u0e47", strict=True)
    ),
    **dict(zip("\uf705\uf706\uf707\uf708\uf709", "\u0e48\u0e49\u0e4a\u0e4b\u0e4c", strict=True)),  # low, left
    **dict(zip("\uf70a\uf70b\uf70c\uf70d\uf70e", "\u0e48\u0e49\u0e4a\u0e4b\u0e4c", strict=True)),  # low
    **dict(zip("\uf713\uf714\uf715\uf716\uf717", "\u0e48\u0e49\u0e4a\u0e4b\u0e4c", strict=True)),  # left
    **dict(zip("\uf700\uf70f", "ฐญ", strict=True)),  # without their lower part
    **dict(zip("\uf718\uf719\uf71a", "\u0e38\u0e39\u0e3a", strict=True)),  # lower
    **dict(
        zip("\uf884\uf885\uf886\uf887\uf888\uf889\uf899", "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47\u0e4d", strict=True)
    ),
    **dict(zip("\uf88a\uf88b\uf88c", "\u0e48" * 3, strict=True)),
    **dict(zip("\uf88d\uf88e\uf88f", "\u0e49" * 3, strict=True)),
    **dict(zip("\uf890\uf891\uf892", "\u0e4a" * 3, strict=True)),
    **dict(zip("\uf893\uf894\uf895", "\u0e4b" * 3, strict=True)),
    **dict(zip("\uf896\uf897\uf898", "\u0e4c" * 3, strict=True)),
    **dict(zip("\uf89a\uf89e", "ญฐ", strict=True)),
    **dict(zip("\uf89b\uf89c\uf89d", "\u0e38\u0e39\u0e3a", strict=True)),
}

_Pair = tuple[str, int]

_CACHED = 4096
"""Texts kept: every stage asks for the same lines of a document again."""


def normalise(raw: str) -> str:
    """One spelling of a Thai text: nothing is deleted but invisible characters and needless space.

    ํ + า becomes ำ, marks stand in typing order, เเ becomes แ, glyph codes of fonts become letters, any run of
    white space becomes one space. Tone marks and the script of digits are never touched. Applying it twice
    changes nothing.

    >>> normalise("ส\u0e4d\u0e32นักงาน \\u00a0 เเละ ที \u0e48 ๒๕๖5 ")
    'สำนักงาน และ ที่ ๒๕๖5'
    """
    return normalise_aligned(raw).text


@lru_cache(maxsize=_CACHED)
def normalise_aligned(raw: str) -> Aligned:
    """`normalise`, with the raw index of every character; a composed ำ points at its ํ, a แ at its first เ.

    >>> normalise_aligned("น\u0e4d\u0e49\u0e32")
    Aligned(text='น้ำ', sources=(0, 2, 1))
    """
    pairs = _settle(list(_visible(raw)))
    # A mark that composing ำ left behind another one, or behind a space, finds its place only then.
    while (settled := _settle(pairs)) != pairs:
        pairs = settled
    return _aligned(pairs)


def _settle(pairs: Sequence[_Pair]) -> list[_Pair]:
    return _compose(_order_marks(_collapse_space(pairs)))


def _aligned(pairs: Sequence[_Pair]) -> Aligned:
    return Aligned("".join(char for char, _ in pairs), tuple(source for _, source in pairs))


def _visible(raw: str) -> Iterable[_Pair]:
    for index, char in enumerate(raw):
        if char.isspace():
            yield " ", index
        elif unicodedata.category(char) not in ("Cf", "Cc"):
            yield _PRIVATE_GLYPHS.get(char, char), index


def _collapse_space(pairs: Iterable[_Pair]) -> list[_Pair]:
    """One space for many, none at the ends, and none before a mark: a mark cannot begin a word."""
    out: list[_Pair] = []
    for char, source in pairs:
        if char == " " and (not out or out[-1][0] == " "):
            continue
        if is_mark(char) and len(out) > 1 and out[-1][0] == " " and is_thai_letter(out[-2][0]):
            out.pop()
        out.append((char, source))
    if out and out[-1][0] == " ":
        out.pop()
    return out


def _order_marks(pairs: list[_Pair]) -> list[_Pair]:
    out: list[_Pair] = []
    run: list[_Pair] = []
    for pair in [*pairs, ("", -1)]:
        if is_mark(pair[0]):
            run.append(pair)
            continue
        out += sorted(run, key=lambda mark: MARK_RANK[mark[0]])
        run = []
        out.append(pair)
    return out[:-1]


def _compose(pairs: list[_Pair]) -> list[_Pair]:
    """ำ from its pieces, its tone in front of it; แ from two เ."""
    out: list[_Pair] = []
    for char, source in pairs:
        if char == "เ" and out and out[-1][0] == "เ":
            out[-1] = ("แ", out[-1][1])
            continue
        if char == SARA_AA and (at := _open_nikhahit(out)) is not None:
            tones = [pair for pair in out[at + 1 :] if pair[0] != " "]
            out[at:] = [*tones, (SARA_AM, out[at][1])]
            continue
        if char in TONE_MARKS and out and out[-1][0] == SARA_AM:
            out.insert(-1, (char, source))
            continue
        out.append((char, source))
    return out


def _open_nikhahit(out: list[_Pair]) -> int | None:
    """Where a ํ waits for its า: only tone marks and one space may stand between."""
    for at in range(len(out) - 1, -1, -1):
        char = out[at][0]
        if char == NIKHAHIT:
            return at
        if char not in TONE_MARKS and char != " ":
            return None
    return None


@lru_cache(maxsize=_CACHED)
def comparison_key(text: str) -> str:
    """What two readings of one text share: no spaces, tone marks, ์ or punctuation, ำ as า, one digit script.

    >>> comparison_key("สํานักปลัด อบต./ กองคลัง (IT) ๒๕๖๕")
    'สานักปลัดอบตกองคลังit2565'
    """
    kept = (
        SARA_AA if char == SARA_AM else char
        for char in to_arabic(normalise(text)).casefold()
        if unicodedata.category(char)[0] in "LNM" and char not in TONE_MARKS and char not in "\u0e4c\u0e4d\u0e4e"
    )
    return "".join(kept)
