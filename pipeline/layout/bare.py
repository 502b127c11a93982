"""Tables without any rule."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.layout.alignment import count_columns, find_row_cuts, find_valleys, sort_into_columns
from pipeline.layout.grid import Lattice
from pipeline.layout.levels import Level
from pipeline.layout.open_tables import build_open, cut_heights, draw_across, is_section_row, rest_of_row
from pipeline.settings import LayoutSettings


def find_bare(
    levels: Sequence[Level],
    heads: Sequence[tuple[float, float]],
    body: float,
    dpi: int,
    settings: LayoutSettings,
) -> list[Lattice]:
    """Tables without any rule between rows or columns: stretches of levels that keep at least two valleys clear.

    heads: heights of boxes; one around a few lines is around headings, which are one row then
    """
    tables = []
    for begin, end in _find_aligned(levels, body, settings):
        inside = list(levels[begin:end])
        left, right = _extent(inside)
        sections, valleys = _part_sections(inside, left, right, body, settings)
        if right - left < settings.least_bare * dpi:
            continue
        over = levels[:begin]
        cut_off = rest_of_row(over, valleys, body, settings, inside[0])
        if cut_off and len(over) - len(cut_off) <= settings.most_above:
            inside = [*cut_off, *inside]
        edges = [left - body, *valleys, right + body]
        rows_only = [level for level in inside if level not in sections]
        cuts = find_row_cuts(sort_into_columns(rows_only, edges), body, True, settings)
        cuts = _cut_around(cuts, sections, inside)
        heights = _keep_heads_whole(cut_heights(cuts, inside, body, settings), heads, inside, settings)
        rows = [inside[0].base - settings.row_above * body, *heights, inside[-1].base + body]
        if heights:
            outer = (edges[0], edges[-1])
            across = [draw_across(*outer, y) for y in rows]
            table = build_open(across, rows, inside, valleys, outer, body, dpi, settings)
            if table is not None:
                tables.append(table)
    return tables


def _part_sections(
    levels: Sequence[Level], left: float, right: float, body: float, settings: LayoutSettings
) -> tuple[list[Level], list[float]]:
    """The headings of sections among the rows of a table, and the valleys between the columns of the others.

    They are single lines from the left edge without white as between columns, that run over some valley: those that
    don't are second lines of the first column. Two may follow each other, three are running text; and a table neither
    begins nor ends with one.
    """
    alone = [is_section_row([level], left, body, settings) for level in levels]
    single: list[Level] = []
    for index in range(1, len(levels) - 1):
        around = alone[max(0, index - 2) : index + 3]
        if alone[index] and not any(all(part) for part in zip(around, around[1:], around[2:], strict=False)):
            single.append(levels[index])
    rows = [level for level in levels if level not in single]
    valleys = find_valleys(rows, left, right, body, settings)
    return [level for level in single if any(level.crosses(x, 0) for x in valleys)], valleys


def _cut_around(cuts: Sequence[float], sections: Sequence[Level], levels: Sequence[Level]) -> list[float]:
    """The heights at which rows begin, with those of sections and of what follows them."""
    begins = set(cuts)
    for level, after in pairwise(levels):
        if level in sections:
            begins |= {level.base, after.base}
    return sorted(begin for begin in begins if begin > levels[0].base)


def _keep_heads_whole(
    heights: Sequence[float],
    heads: Sequence[tuple[float, float]],
    levels: Sequence[Level],
    settings: LayoutSettings,
) -> list[float]:
    """The heights between rows: none inside a box around headings, and one where it ends."""
    kept = list(heights)
    for top, bottom in heads:
        boxed = [level for level in levels if top < level.base < bottom]
        if not 0 < len(boxed) <= settings.header_levels or bottom >= levels[-1].base:
            continue
        before = max((level.base for level in levels if level.base <= top), default=None)
        behind = min(level.base for level in levels if level.base >= bottom)
        kept = [height for height in kept if not (top if before is None else before) < height < behind]
        kept += [bottom] if before is None else [top, bottom]
    return sorted(kept)


def _find_aligned(levels: Sequence[Level], body: float, settings: LayoutSettings) -> list[tuple[int, int]]:
    """Stretches (from, to) of aligned levels that don't overlap, those with the most columns and lines taken first: a
    line of text with wide gaps right over a table hides its columns."""
    stretches = []
    for begin in range(len(levels)):
        found = _longest_aligned(levels, begin, body, settings)
        if found is not None:
            end, columns = found
            stretches.append((begin, end, columns * (end - begin)))
    kept: list[tuple[int, int]] = []
    for begin, end, _ in sorted(stretches, key=lambda stretch: -stretch[2]):
        if all(end <= a or b <= begin for a, b in kept):
            kept.append((begin, end))
    return sorted(kept)


def _longest_aligned(
    levels: Sequence[Level], begin: int, body: float, settings: LayoutSettings
) -> tuple[int, int] | None:
    """Where the longest table that begins at this level ends (not included), and how many columns it has; None when
    none begins here.

    The title of a memo with its emblem and a stamp beside it stands over the lines of its head as over a table.
    """
    if levels[begin].is_barred or _wide_gaps(levels[begin], body, settings) < settings.least_valleys:
        return None
    last = begin + 1
    reach = settings.level_reach * body
    while last < len(levels) and levels[last].base - levels[last - 1].base <= reach and not levels[last].is_barred:
        last += 1
    for end in range(last, begin + settings.least_bare_levels - 1, -1):
        inside = levels[begin:end]
        left, right = _extent(inside)
        sections, valleys = _part_sections(inside, left, right, body, settings)
        inside = [level for level in inside if level not in sections]
        if not _is_print(inside, body, settings):
            continue
        is_few = len(inside) < max(settings.least_bare_levels, settings.sectioned_share * (end - begin))
        if is_few or len(valleys) < settings.least_valleys:
            continue
        crossed = [sum(level.crosses(x, settings.valley_slack * body) for x in valleys) for level in inside]
        several = sum(count_columns(level, valleys, left, right) >= 3 for level in inside)
        # A heading lies over some columns, a line of running text over all.
        is_clear = not any(crossed[settings.header_levels :]) and all(2 * count <= len(valleys) for count in crossed)
        ends_whole = count_columns(inside[-1], valleys, left, right) >= 2 or _is_near(inside, settings)
        if is_clear and ends_whole and several >= settings.aligned_share * len(inside):
            return end, len(valleys) + 1
    return None


def _is_print(levels: Sequence[Level], body: float, settings: LayoutSettings) -> bool:
    """Whether most stretches are as wide as words, and not the dots into which faint print has fallen apart."""
    widths = sorted(run[1] - run[0] for level in levels for run in level.runs)
    return widths[len(widths) // 2] >= settings.least_word * body


def _is_near(levels: Sequence[Level], settings: LayoutSettings) -> bool:
    """Whether the last level follows as closely as lines of one row do; a heading under a table stands off."""
    steps = sorted(b.base - a.base for a, b in pairwise(levels))
    return levels[-1].base - levels[-2].base <= settings.heading_pitch * steps[len(steps) // 10]


def _wide_gaps(level: Level, body: float, settings: LayoutSettings) -> int:
    return sum(b[0] - a[1] >= settings.valley_width * body for a, b in pairwise(level.runs))


def _extent(levels: Sequence[Level]) -> tuple[float, float]:
    runs = [run for level in levels for run in level.runs]
    return float(min(run[0] for run in runs)), float(max(run[1] for run in runs))
