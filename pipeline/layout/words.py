"""Line boxes of a born-digital page, from the words of its text layer."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.layout.region import find_regions
from pipeline.model import BBox
from pipeline.page import Grid, LayerWord, LineBox


def find_word_lines(words: Sequence[LayerWord], grids: Sequence[Grid]) -> list[LineBox]:
    """Words of one cell (or outside all cells) whose boxes overlap in height by half are one line."""
    regions: dict[tuple[int | None, int | None], list[BBox]] = {}
    for word, region in zip(words, find_regions(grids, [word.bbox for word in words]), strict=True):
        regions.setdefault(region, []).append(word.bbox)
    return [
        LineBox(bbox=line, grid=grid, cell=cell)
        for (grid, cell), boxes in regions.items()
        for line in _join_level(boxes)
    ]


def _join_level(boxes: Sequence[BBox]) -> list[BBox]:
    lines: list[BBox] = []
    for box in sorted(boxes, key=lambda box: (box[3], box[0])):
        for index, line in enumerate(lines):
            if min(box[3], line[3]) - max(box[1], line[1]) >= 0.5 * min(box[3] - box[1], line[3] - line[1]):
                lines[index] = (min(box[0], line[0]), min(box[1], line[1]), max(box[2], line[2]), max(box[3], line[3]))
                break
        else:
            lines.append(box)
    return lines
