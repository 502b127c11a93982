"""Dot leaders under typed values: print that is no part of the value."""

from __future__ import annotations

import re

from pipeline.passage import Passage, cut_out, slice_passage

_LEADER = re.compile(r"(?:[.…‥·_]\s*){2,}|[…‥]\s*|_+\s*")
# A leader's dot between two words, after the first one.
_STRAY = re.compile(
    r"(?P<word>[ก-ฮะ-ฺเ-์]{3,})(?<!อบต)(?<!อบจ)(?<!ทต)(?<!ทม)(?<!ทน)"
    r"(?!(?<=[พค])\s?\.\s?ศ)(?P<dot>\s?\.\s?)(?=[ก-ฮเ-ไ0-9๐-๙])"
)
_VOWEL = re.compile(r"[ะ-ฺเ-็]")
# Ten digits in a row in a head are no number of a memo: engines make digits of the dots that fill a line.
_DIGITS_OF_DOTS = re.compile(r"[\s.,:;]*[0-9](?:[.,:;]*[0-9]){9,}.*$", re.DOTALL)
_EDGE = " .…‥·_:;,"
# A full stop that belongs to the word: "อบต.", "พ.ศ.", "จ.", "น.".
_ABBREVIATION = re.compile(r"(?:^|[\s./])[ก-ฮ]{1,3}\.$")


def trim_leaders(passage: Passage) -> Passage:
    """The value without leaders and stray dots: runs inside become one space, dots at either end go.

    The full stop of an abbreviation at the end stays.
    """
    runs = cut_out(passage, [match.span() for match in _LEADER.finditer(passage.text)])
    # Words shortened with a full stop ("อบต.เว่อ", "พ.ศ. ๒๕๖๕") are consonants only, or shorter.
    strays = [match.span("dot") for match in _STRAY.finditer(runs.text) if _VOWEL.search(match["word"])]
    kept = cut_out(runs, strays)
    text = kept.text
    start = len(text) - len(text.lstrip(_EDGE))
    end = len(text.rstrip(_EDGE))
    if end < len(text) and text[end] == "." and _ABBREVIATION.search(text[start : end + 1]):
        end += 1
    return slice_passage(kept, start, max(start, end))


def cut_misread_leader(passage: Passage) -> tuple[Passage, str]:
    """The value without the dots at its end that were read as digits, and what was cut, "" when nothing was.

    Only digits that the engine doubts are cut: anyone else's long number stays.
    """
    match = _DIGITS_OF_DOTS.search(passage.text)
    if match is None or not any(doubt.start < match.end() and doubt.end > match.start() for doubt in passage.doubts):
        return passage, ""
    return trim_leaders(slice_passage(passage, 0, match.start())), match[0].strip()


def is_blank(text: str) -> bool:
    """Does nothing stand there but leaders, brackets and space?

    >>> is_blank(" ........ "), is_blank("กส ๗๘๙๐๑/.....")
    (True, False)
    """
    return not text.strip(_EDGE + "-–—()|/'\"`~")
