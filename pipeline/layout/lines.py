"""Blobs → text lines.

Thai lines are tight: a tone mark stands closer to the line above than a Latin capital ever does, and profile
valleys between lines close up. So lines are built from the letters' bodies, which share a top or a bottom edge
with their neighbours, and every mark then goes to the body that it stands nearest to.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.layout.binarize import Ink
from pipeline.layout.blobs import Blob
from pipeline.layout.joined import has_grown_together, part_joined
from pipeline.layout.link import link_bodies
from pipeline.model import BBox
from pipeline.settings import LayoutSettings


@dataclass(frozen=True, slots=True)
class TextLine:
    """The blobs of one line; `top` and `base` are the usual upper and lower edge of its letters' bodies."""

    blobs: tuple[Blob, ...]
    top: float
    base: float

    @property
    def bbox(self) -> BBox:
        """The box around all its ink."""
        return (
            min(blob.x0 for blob in self.blobs),
            min(blob.y0 for blob in self.blobs),
            max(blob.x1 for blob in self.blobs),
            max(blob.y1 for blob in self.blobs),
        )

    @property
    def area(self) -> int:
        """Pixels of ink."""
        return sum(blob.area for blob in self.blobs)


def find_lines(
    blobs: Sequence[Blob], ink: Ink, body: float, widest_gap: float, least: float, settings: LayoutSettings
) -> tuple[tuple[TextLine, ...], tuple[Blob, ...], tuple[Blob, ...]]:
    """The text lines of one region, top to bottom; the blobs that are too large to be print; those too small.

    ink: the page's; body: height of a plain consonant in pixels; widest_gap: pixels of white that a line may run
    across; least: pixels of ink under which lone specks are grain.
    """
    large = [blob for blob in blobs if blob.height > settings.tallest_letter * body]
    rest = [blob for blob in blobs if blob.height <= settings.tallest_letter * body]
    bodies = [blob for blob in rest if blob.height >= settings.least_body_share * body]
    marks = [blob for blob in rest if blob.height < settings.least_body_share * body]
    chains = link_bodies(bodies, body, widest_gap, settings)
    parted = [line for chain in chains for line in part_joined(chain, ink, body, settings)]
    groups, stray = _part_strays(parted, body, settings)
    lines = [_describe(group) for group in groups]
    marks += stray
    lines, loose = _assign_marks(lines, marks, body, settings)
    lone = [_describe(group) for group in _link_loose(loose, body, widest_gap)]
    lines += [line for line in lone if line.area >= least]
    grain = tuple(blob for line in lone if line.area < least for blob in line.blobs)
    lines = _merge_marks(_merge_fragments(lines, body, widest_gap), body, settings)
    return tuple(sorted(lines, key=lambda line: (line.base, line.bbox[0]))), tuple(large), grain


def _part_strays(
    groups: Sequence[list[Blob]], body: float, settings: LayoutSettings
) -> tuple[list[list[Blob]], list[Blob]]:
    """Take out small groups that sit close over or under the letters of a larger one: vowels with their tone marks."""
    large = [group for group in groups if len(group) >= 3]
    letters = sorted((blob for group in large for blob in group), key=lambda blob: blob.x0)
    starts = [blob.x0 for blob in letters]
    widest = max((blob.width for blob in letters), default=0)
    kept, strays = [], []
    for group in groups:
        x0, x1 = min(blob.x0 for blob in group), max(blob.x1 for blob in group)
        y0, y1 = min(blob.y0 for blob in group), max(blob.y1 for blob in group)
        near = letters[bisect_left(starts, x0 - widest) : bisect_left(starts, x1)]
        reach = settings.stray_reach * body
        sits = len(group) < 3 and any(
            letter.x1 > x0 and (0 <= letter.y0 - y1 + 0.3 * body <= reach or 0 <= y0 - letter.y1 + 0.3 * body <= reach)
            and y1 - y0 <= 1.1 * letter.height
            for letter in near
            if letter not in group
        )  # fmt: skip
        # A letter that stands alone in its cell, as in "ที่", has its marks over it closer than any other line.
        over_one = len(group) < 3 and any(
            letter.x0 - 0.5 * body <= x0 and x1 <= letter.x1 + 0.5 * body
            and -0.3 * body <= letter.y0 - y1 <= settings.lone_reach * body and y1 - y0 <= 1.1 * letter.height
            for other in groups if other is not group and len(other) < 3
            for letter in other
        )  # fmt: skip
        is_text = x1 - x0 > settings.widest_stray * body and has_grown_together(letters, body, settings)
        if (sits or over_one) and not is_text:
            strays += group
        else:
            kept.append(group)
    return kept, strays


def _describe(group: Sequence[Blob]) -> TextLine:
    tops, bases = sorted(blob.y0 for blob in group), sorted(blob.y1 for blob in group)
    # Upper vowels grown together with their letter raise its top, lower vowels sink its bottom: the quartiles
    # on the letters' side are the edges of the plain ones.
    return TextLine(tuple(group), tops[(3 * (len(tops) - 1)) // 4], bases[(len(bases) - 1) // 4])


def _assign_marks(
    lines: list[TextLine], marks: Sequence[Blob], body: float, settings: LayoutSettings
) -> tuple[list[TextLine], list[Blob]]:
    """Give each small blob to the line whose letters it stands nearest to; too far from all, it stays loose."""
    members = [list(line.blobs) for line in lines]
    letters = [(blob.x0, index, blob) for index, line in enumerate(lines) for blob in line.blobs]
    edges = sorted(letters, key=lambda edge: edge[0])
    starts = [edge[0] for edge in edges]
    widest = max((blob.width for _, _, blob in edges), default=0)
    reach = settings.mark_reach * body
    loose = []
    roofs = {}
    for mark in marks:
        near = edges[bisect_left(starts, mark.x0 - widest) : bisect_left(starts, mark.x1)]
        whites = [mark.y0 - letter.y1 for _, _, letter in near if letter.x1 > mark.x0 and letter.y1 <= mark.y0 + 2]
        roofs[mark] = min(whites, default=reach)
    for stack in _stack(marks, roofs, body, settings):
        best: tuple[float, int] | None = None
        for mark in stack:
            low = bisect_left(starts, mark.x0 - widest - reach)
            for _, index, letter in edges[low : bisect_left(starts, mark.x1 + reach)]:
                if letter.y0 - mark.y1 > reach or mark.y0 - letter.y1 > reach:
                    continue
                cost = _distance(mark, letter, lines[index])
                if cost <= reach and (best is None or cost < best[0]):
                    best = (cost, index)
        if best is None:
            loose += stack
        else:
            members[best[1]] += stack
    return [TextLine(tuple(blobs), line.top, line.base) for blobs, line in zip(members, lines, strict=True)], loose


def _stack(
    marks: Sequence[Blob], roofs: Mapping[Blob, float], body: float, settings: LayoutSettings
) -> list[list[Blob]]:
    """Marks over each other, as a tone mark over a vowel: they go to one letter, the one under the lowest.

    A vowel under a letter of the line above stands closer to that letter: `roofs` tells how many pixels away.
    """
    stacks: list[list[Blob]] = []
    near: list[list[Blob]] = []
    reach = settings.stack_reach * body
    for mark in sorted(marks, key=lambda blob: -blob.y1):
        near = [stack for stack in near if stack[-1].y0 - mark.y1 + 1 <= reach]  # others lie too far below
        for stack in near:
            under = stack[-1]
            if (
                0 <= under.y0 - mark.y1 + 1 <= min(reach, roofs[mark] + 1)
                and mark.x0 < under.x1 + 1
                and under.x0 - 1 < mark.x1
            ):
                stack.append(mark)
                break
        else:
            stacks.append([mark])
            near.append(stacks[-1])
    return stacks


def _distance(mark: Blob, letter: Blob, line: TextLine) -> float:
    """White between a mark and a letter, in pixels; sideways counts half, since marks lean over their neighbours."""
    aside = max(0, letter.x0 - mark.x1, mark.x0 - letter.x1)
    above = max(0, letter.y0 - mark.y1)
    below = max(0, mark.y0 - letter.y1)
    # Below a letter stand only two vowels and the comma: a mark there more often belongs to the line beneath.
    return above + 1.5 * below + 0.5 * aside


def _link_loose(loose: Sequence[Blob], body: float, widest_gap: float) -> list[list[Blob]]:
    """Dashes, dots and leaders that stand alone: chains at the same height."""
    groups: list[list[Blob]] = []
    for mark in sorted(loose, key=lambda blob: blob.x0):
        middle = (mark.y0 + mark.y1) / 2
        for group in groups:
            last = group[-1]
            level = abs((last.y0 + last.y1) / 2 - middle) <= 0.4 * body
            if level and mark.x0 - last.x1 <= widest_gap:
                group.append(mark)
                break
        else:
            groups.append([mark])
    return groups


def _merge_fragments(lines: list[TextLine], body: float, widest_gap: float) -> list[TextLine]:
    """Join pieces of one line that the chains missed: same height, side by side or one inside the other."""
    merged: list[TextLine] = []
    for line in sorted(lines, key=lambda line: (-(line.base - line.top), line.bbox[0])):
        x0, y0, x1, y1 = line.bbox
        for index, other in enumerate(merged):
            a0, b0, a1, b1 = other.bbox
            inside = min(y1, b1) - max(y0, b0) >= 0.6 * (y1 - y0)
            band = min(line.base, other.base) - max(line.top, other.top)
            level = band >= 0.5 * min(line.base - line.top, other.base - other.top)
            aside = max(0, a0 - x1, x0 - a1)
            if inside and level and aside <= widest_gap:
                more = other if len(other.blobs) >= len(line.blobs) else line  # a lone ฏ has its tail for a base
                merged[index] = TextLine((*other.blobs, *line.blobs), more.top, more.base)
                break
        else:
            merged.append(line)
    return merged


def _merge_marks(lines: list[TextLine], body: float, settings: LayoutSettings) -> list[TextLine]:
    """Give the marks of a title back to it: they are as large as the page's letters, and made a line."""
    titles = [index for index, line in enumerate(lines) if line.base - line.top >= settings.title_letter * body]
    merged = list(lines)
    taken: set[int] = set()
    for index in titles:
        height = lines[index].base - lines[index].top
        x0, _, x1, _ = lines[index].bbox
        for other, line in enumerate(lines):
            a0, b0, a1, b1 = line.bbox
            sits = -0.5 * height <= lines[index].top - b1 <= 0.35 * height and b1 - b0 <= 0.75 * height
            if other not in titles and other not in taken and sits and x0 - height <= a0 and a1 <= x1 + height:
                merged[index] = TextLine((*merged[index].blobs, *line.blobs), merged[index].top, merged[index].base)
                taken.add(other)
    return [line for index, line in enumerate(merged) if index not in taken]
