"""Numbers in coloured ink among black print: written with a pen or stamped, and told apart by nothing else as surely.

A day that is neatly written in blue reads as print does. Only colour says that it is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pipeline.page import COLOURED_INK, Doubt, Gray, LineBox, ReadLine
from pipeline.reading.dropout import Colours
from pipeline.settings import ReadingSettings
from pipeline.thai.letters import is_mark

_RUN = re.compile(r"x(?:[x .,-]*x)?")
_NUMBER = re.compile(r"[0-9๐-๙]+")


def find_coloured(
    line: ReadLine, box: LineBox, gray: Gray, colours: Colours, settings: ReadingSettings
) -> tuple[Doubt, ...]:
    """A doubt for every run of characters in coloured ink that holds a digit.

    gray, colours: of the page. Black digits that a stamp passes are none of these: they are as dark in the channel in
    which coloured ink hardly shows. Neither is print on paper that a marker has coloured.
    """
    x0, _, x1, _ = box.bbox
    rows = _rows_of(box)
    if not _NUMBER.search(line.text) or not (colours.chroma[rows, max(x0, 0) : x1] >= settings.coloured).any():
        return ()
    found = [
        not (char.isspace() or is_mark(char)) and _is_coloured(gray, colours, rows, left, right, settings)
        for char, left, right in zip(line.text, line.edges, line.edges[1:], strict=False)
    ]
    for number in _NUMBER.finditer(line.text):  # one hand writes all of it
        inside = slice(*number.span())
        found[inside] = [2 * sum(found[inside]) >= len(number[0])] * len(number[0])
    return tuple(
        Doubt(start=start, end=end, reason=COLOURED_INK)
        for start, end in _find_runs(line.text, found)
        if _NUMBER.search(line.text, start, end)
    )


def find_left_out(line: ReadLine, box: LineBox, colours: Colours, settings: ReadingSettings) -> tuple[Doubt, ...]:
    """A doubt for every wide gap in a line with coloured ink in it, where the line was read without its colours: the
    place of a day that is left blank in print and written with a pen reads as blank."""
    if not box.body:
        return ()
    y0, y1 = max(box.bbox[1], 0), box.bbox[3]
    doubts = []
    for gap in _GAP.finditer(line.text):
        left, right = line.edges[gap.start()], line.edges[gap.end()]
        if right - left < settings.written_gap * box.body:
            continue
        written = colours.chroma[y0:y1, left:right] >= settings.coloured
        rows = np.flatnonzero(written.any(axis=1))
        if rows.size and rows[-1] - rows[0] >= settings.written_height * box.body:
            doubts.append(Doubt(start=gap.start(), end=gap.end(), reason=COLOURED_INK))
    return tuple(doubts)


_GAP = re.compile(r"(?<=\S)\s+(?=\S)")


def _rows_of(box: LineBox) -> slice:
    """The rows between a little over the bodies of a line's letters and the baseline; all rows of an unmeasured one."""
    if not box.body:
        return slice(max(box.bbox[1], 0), box.bbox[3])
    return slice(max(box.bbox[1], round(box.base - 1.2 * box.body), 0), min(box.bbox[3], round(box.base) + 2))


def _is_coloured(gray: Gray, colours: Colours, rows: slice, left: int, right: int, settings: ReadingSettings) -> bool:
    """Whether the darkest ink between two columns is more coloured than the paper beside it, and shows less in the
    brightest channel than in gray."""
    part = gray[rows, left:right]
    if part.size < 4:
        return False
    wide = rows, slice(max(left - _BESIDE, 0), right + _BESIDE)
    paper = int(np.percentile(gray[wide], 90))
    depth = paper - int(part.min())
    if depth < settings.min_contrast:
        return False
    is_paper = gray[wide] >= paper - settings.min_contrast / 2
    ink = part < paper - depth / 2
    darkest = np.argsort(part[ink], kind="stable")[: max(3, int(ink.sum()) // 3)]
    in_gray, in_plain, chroma = (
        _median(picture[wide][is_paper]) - _median(picture[rows, left:right][ink][darkest])
        for picture in (gray, colours.plain, colours.chroma)
    )
    return -chroma >= settings.coloured_excess and in_plain <= settings.coloured_depth * in_gray


_BESIDE = 10
"""Pixels of paper on both sides that are looked at with a character."""


def _median(values: npt.NDArray[np.uint8]) -> float:
    return float(np.median(values))


def _find_runs(text: str, found: Sequence[bool]) -> list[tuple[int, int]]:
    """Runs of these characters, with the marks, spaces and full stops between them."""
    shown = "".join(
        "x" if is_found or (is_mark(char) and index and found[index - 1]) else char if char in " .,-" else "#"
        for index, (char, is_found) in enumerate(zip(text, found, strict=True))
    )
    return [run.span() for run in _RUN.finditer(shown)]
