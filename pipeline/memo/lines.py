"""The running text of a memo: lines outside its tables, side by side on strips, and joined to a body."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from statistics import median

from pipeline.model import BBox
from pipeline.page import PageReading, ReadLine
from pipeline.passage import Passage, join_passages, passage_of_line, slice_passage
from pipeline.settings import MemoSettings
from pipeline.thai.joining import gap_between

_PAGE_NUMBER = re.compile(r"[-–—(\s]*[0-9๐-๙]{1,3}[-–—)\s]*")
# "/ทั้งนี้..." at the foot of a page repeats the first word of the next one.
_CATCH_WORD = re.compile(r"[/\\].{1,30}(\.\s*\.|…)\s*")


@dataclass(frozen=True, slots=True)
class Part:
    """One read line outside the tables; its passage is empty when something stands there that was not read."""

    page: int
    bbox: BBox
    passage: Passage


@dataclass(frozen=True, slots=True)
class Strip:
    """Parts side by side on one baseline, left to right; `starts` count in `passage.text`, one per part."""

    page: int
    bbox: BBox
    parts: tuple[Part, ...]
    passage: Passage
    starts: tuple[int, ...]

    @property
    def text(self) -> str:
        return self.passage.text


def find_strips(reading: PageReading, table_grids: Container[int], settings: MemoSettings) -> tuple[Strip, ...]:
    """The strips of one page from top to bottom.

    `table_grids` are the grids that hold tables. A grid that is none of them but frames most of the page is a
    border around running text; a small one is a stamp, whose dates and numbers are not the memo's.
    """
    parts = [
        Part(reading.number, line.bbox, passage_of_line(line, reading.number))
        for line in reading.lines
        if _is_running_text(line, reading, table_grids, settings)
    ]
    # Every character counts once: boxes of specks are many on a bad scan, but hold little text.
    heights = [_height(part) for part in parts for _ in part.passage.glyphs] or [_height(part) for part in parts]
    usual = median(heights) if heights else 0.0
    # Boxes of specks and leader dots, in which nothing was read, say nothing.
    parts = [part for part in parts if part.passage.glyphs or _height(part) >= settings.thin_box * usual]
    odd = [part for part in parts if not settings.thin_box * usual <= _height(part) <= settings.tall_box * usual]
    groups: list[list[Part]] = []
    for part in sorted((part for part in parts if part not in odd), key=lambda part: part.bbox[1] + part.bbox[3]):
        best = max(groups, key=lambda group: _shared_height(part, group), default=None)
        if best is not None and _shared_height(part, best) >= settings.same_strip_overlap:
            best.append(part)
        else:
            groups.append([part])
    # Handwriting crosses the line above it and leaders touch the line below: they join a strip, never two of them.
    regular = [tuple(group) for group in groups]
    for part in odd:
        covered = [at for at, group in enumerate(regular) if _shared_height(part, group) >= settings.same_strip_overlap]
        if not covered:
            groups.append([part])
        elif _height(part) > usual:
            groups[max(covered, key=lambda at: regular[at][0].bbox[3])].append(part)
        else:
            groups[min(covered, key=lambda at: regular[at][0].bbox[3])].append(part)
    strips = [make_strip(sorted(group, key=lambda part: part.bbox[0])) for group in groups]
    return tuple(sorted(strips, key=lambda strip: strip.bbox[1] + strip.bbox[3]))


def _is_running_text(line: ReadLine, reading: PageReading, table_grids: Container[int], settings: MemoSettings) -> bool:
    if line.grid is None:
        return True
    if line.grid in table_grids or line.grid >= len(reading.grids):
        return False
    x0, y0, x1, y1 = reading.grids[line.grid].bbox
    return (x1 - x0) * (y1 - y0) >= settings.page_frame_share * reading.width * reading.height


def _height(part: Part) -> int:
    return part.bbox[3] - part.bbox[1]


def _shared_height(part: Part, group: Sequence[Part]) -> float:
    """How much of the lower of the two heights is shared, 0–1, with the member of the group nearest in height."""
    return max(_overlap(part.bbox, other.bbox) for other in group)


def _overlap(one: BBox, other: BBox) -> float:
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, shared / max(1, min(one[3] - one[1], other[3] - other[1])))


def make_strip(parts: Sequence[Part]) -> Strip:
    """Parts of one baseline, left to right, as a strip."""
    starts: list[int] = []
    length = 0
    for part in parts:
        gap = 1 if length and part.passage.glyphs else 0
        starts.append(length + gap)
        length += gap + len(part.passage.glyphs)
    bbox = (
        min(part.bbox[0] for part in parts),
        min(part.bbox[1] for part in parts),
        max(part.bbox[2] for part in parts),
        max(part.bbox[3] for part in parts),
    )
    passage = join_passages([part.passage for part in parts], lambda left, right: " ")
    return Strip(parts[0].page, bbox, tuple(parts), passage, tuple(starts))


def slice_strip(strip: Strip, start: int, end: int) -> Passage:
    """Characters `start:end` of a strip's text, with the raw strings of only those parts that they stand in."""
    pieces = [
        slice_passage(part.passage, max(0, start - at), min(len(part.passage.glyphs), end - at))
        for part, at in zip(strip.parts, strip.starts, strict=True)
        if at < end and at + len(part.passage.glyphs) > start
    ]
    return join_passages([piece for piece in pieces if piece.glyphs], lambda left, right: " ")


def join_body(strips: Sequence[Strip]) -> Passage:
    """Running text as one passage, sentences whole over line and page ends; page numbers and catch-words left out."""
    pages: dict[int, list[Passage]] = {}
    for strip in strips:
        if not _PAGE_NUMBER.fullmatch(strip.text) and not _CATCH_WORD.fullmatch(strip.text):
            pages.setdefault(strip.page, []).append(strip.passage)
    return join_passages([join_passages(lines, gap_between) for lines in pages.values()], gap_between)
