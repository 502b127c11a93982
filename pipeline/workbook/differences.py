"""Where two wordings differ, for people to see: whole letters with their marks, no confetti."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from pipeline.settings import WorkbookSettings
from pipeline.thai.text import graphemes
from pipeline.workbook.records import Mark, Run

Pieces = tuple[Run, ...]


def mark_differences(old: str, new: str, settings: WorkbookSettings) -> tuple[Pieces, Pieces]:
    """Both texts as runs, the differing parts marked OLD and NEW. Spaces and line ends never count as a difference.

    >>> mark_differences("ภายในเดือนมีนาคม", "ภายในเดือนเมษายน", WorkbookSettings())[1][1].text
    'เมษายน'
    """
    left, right = graphemes(old), graphemes(new)
    matcher = SequenceMatcher(None, [g for g in left if not g.isspace()], [g for g in right if not g.isspace()], False)
    # A mark that lost its letter to a space makes other letters of the same text.
    spans = [] if is_same_wording(old, new) else _join_close(matcher.get_opcodes(), settings.diff_shortest_equal)
    return (
        _draw(left, [(i1, i2) for i1, i2, _, _ in spans], Mark.OLD),
        _draw(right, [(j1, j2) for _, _, j1, j2 in spans], Mark.NEW),
    )


def is_same_wording(old: str, new: str) -> bool:
    """Whether two texts are the same but for spaces.

    >>> is_same_wording("สำนักปลัด", "สำนัก ปลัด")
    True
    """
    return "".join(old.split()) == "".join(new.split())


def _join_close(
    opcodes: Sequence[tuple[str, int, int, int, int]], shortest_equal: int
) -> list[tuple[int, int, int, int]]:
    """The changed spans, drawn together where only a few equal letters stand between them."""
    spans: list[tuple[int, int, int, int]] = []
    for tag, i1, i2, j1, j2 in opcodes:
        if tag == "equal":
            continue
        if spans and i1 - spans[-1][1] < shortest_equal:
            spans[-1] = (spans[-1][0], i2, spans[-1][2], j2)
        else:
            spans.append((i1, i2, j1, j2))
    return spans


def _draw(letters: Sequence[str], spans: Sequence[tuple[int, int]], mark: Mark) -> Pieces:
    """Runs over `letters`; spans count only those that are no space."""
    changed = {index for start, end in spans for index in range(start, end)}
    runs: list[Run] = []
    index = 0
    look = Mark.NONE
    for letter in letters:
        if not letter.isspace():
            look = mark if index in changed else Mark.NONE
            index += 1
        if runs and runs[-1].mark is look:
            runs[-1] = Run(runs[-1].text + letter, look)
        else:
            runs.append(Run(letter, look))
    return tuple(runs)
