"""Tables whose rules are missing in part or altogether: the missing ones are added where the text is aligned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.layout.alignment import find_row_cuts, find_valleys, sort_into_columns
from pipeline.layout.grid import Lattice, build_lattice
from pipeline.layout.levels import Level
from pipeline.layout.rules import Rule, Rules
from pipeline.settings import LayoutSettings


@dataclass(frozen=True, slots=True)
class Ladder:
    """Long rules of one width under each other, top to bottom, and shorter ones between them."""

    rungs: tuple[Rule, ...]
    partial: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Completed:
    """Lattices top to bottom; added: numbers of those that have rows or columns which no rule shows."""

    lattices: tuple[Lattice, ...]
    added: tuple[int, ...]


def complete_tables(
    lattices: Sequence[Lattice],
    ladders: Sequence[Ladder],
    levels: Sequence[Level],
    body: float,
    dpi: int,
    settings: LayoutSettings,
) -> Completed:
    """The lattices with what is missing, and tables that no lattice shows.

    ladders: see `find_ladders`; levels: all print of the page, that in tables too.
    """
    found: list[tuple[Lattice, bool]] = []
    for lattice in lattices:
        parted = _part_rows(lattice, levels, body, dpi, settings)
        found.append((parted or lattice, parted is not None))
    for ladder in ladders:
        open_table = _rule_columns(ladder, levels, body, dpi, settings)
        if open_table is not None:
            parted = _part_rows(open_table, levels, body, dpi, settings)
            found.append((parted or open_table, True))
    free = [level for level in levels if not any(_is_inside(level, lattice) for lattice, _ in found)]
    for bare in _find_bare(free, body, dpi, settings):
        found.append((bare, True))
    found.sort(key=lambda pair: pair[0].rows[0].at)
    return Completed(
        tuple(lattice for lattice, _ in found),
        tuple(index for index, (_, is_added) in enumerate(found) if is_added),
    )


def _part_rows(
    lattice: Lattice, levels: Sequence[Level], body: float, dpi: int, settings: LayoutSettings
) -> Lattice | None:
    """The lattice with rules between the rows of its body, when that is one tall row of many lines."""
    heights = [b.at - a.at for a, b in pairwise(lattice.rows)]
    tallest = max(range(len(heights)), key=heights.__getitem__)
    if tallest != len(heights) - 1 or heights[tallest] < settings.unparted_share * sum(heights):
        return None
    top, bottom = lattice.rows[tallest].at, lattice.rows[tallest + 1].at
    inside = _within(levels, top, bottom)
    edges = [column.at for column in lattice.columns]
    spans = [cell for cell in lattice.cells if cell.row == tallest]
    if len(inside) < settings.least_levels or any(cell.colspan > 1 or cell.rowspan > 1 for cell in spans):
        return None
    cuts = find_row_cuts(sort_into_columns(inside, edges), body, False, settings)
    if not cuts:
        return None
    extra = [_across(edges[0], edges[-1], y) for y in _cut_heights(cuts, inside, body)]
    rules = replace(lattice.rules, horizontal=(*lattice.rules.horizontal, *extra))
    return build_lattice(rules, dpi, settings)


def find_ladders(free: Sequence[Rule], dpi: int, settings: LayoutSettings) -> list[Ladder]:
    """Ladders among horizontal rules outside all lattices: the rules of tables without upright ones."""
    level = settings.open_side * dpi
    wide = [rule for rule in free if rule.length >= settings.wide_rule * dpi and not rule.is_dotted]
    groups: list[list[Rule]] = []
    for rule in sorted(wide, key=lambda rule: rule.at_start):
        for group in groups:
            if abs(group[0].start - rule.start) <= level and abs(group[0].end - rule.end) <= level:
                group.append(rule)
                break
        else:
            groups.append([rule])
    return [
        _with_partial(group, free, level, settings.least_partial * dpi)
        for group in groups
        if len(group) >= settings.least_rules
    ]


def _with_partial(rungs: Sequence[Rule], free: Sequence[Rule], slack: float, least: float) -> Ladder:
    first, last = rungs[0], rungs[-1]
    partial = [
        rule
        for rule in free
        if rule not in rungs
        and rule.length >= least
        and first.at_start < rule.at_start < last.at_start
        and first.start - slack <= rule.start
        and rule.end <= first.end + slack
    ]
    return Ladder(tuple(rungs), tuple(partial))


def _rule_columns(
    ladder: Ladder, levels: Sequence[Level], body: float, dpi: int, settings: LayoutSettings
) -> Lattice | None:
    """A table with rules between its rows only."""
    left, right = min(rule.start for rule in ladder.rungs), max(rule.end for rule in ladder.rungs)
    heights = [rule.at_start for rule in ladder.rungs]
    inside = [_clip(level, left, right) for level in _within(levels, heights[0], heights[-1])]
    valleys = find_valleys(inside, left, right, body, settings)
    if len(valleys) < settings.least_valleys:
        return None
    edges = (left, *valleys, right)
    partial = [
        rule
        for rule in ladder.partial
        if all(min(abs(edge - end) for edge in edges) <= body for end in (rule.start, rule.end))
    ]
    beyond = [_clip(level, left, right) for level in levels]
    under = _run_on([level for level in beyond if level.base > heights[-1] + 1], valleys, body, settings)
    if under and _columns_at(under[0], valleys, left, right) >= 2:
        heights.append(under[-1].base + body)
    over = [level for level in beyond if level.base <= heights[0]]
    cut_off = _run_on(over[::-1], valleys, body, settings)
    if cut_off and len(over) - len(cut_off) <= settings.most_above:
        heights.insert(0, cut_off[-1].base - 2.2 * body)
        inside = [*cut_off[::-1], *inside]
    shown = [*inside, *under]
    return _build_open([*ladder.rungs, *partial], heights, shown, valleys, (left, right), body, dpi, settings)


def _run_on(
    levels: Sequence[Level],
    valleys: Sequence[float],
    body: float,
    settings: LayoutSettings,
    beside: Level | None = None,
) -> list[Level]:
    """The first of these levels, as far as they keep the valleys clear and follow each other closely, and `beside`
    where one is given: a row that the page break has cut has no rule there."""
    kept: list[Level] = []
    for level in levels:
        last = kept[-1] if kept else beside
        near = last is None or abs(level.base - last.base) <= settings.run_on_reach * body
        if not near or not level.runs or any(level.crosses(x, 0.2 * body) for x in valleys):
            break
        kept.append(level)
    return kept


def _find_bare(levels: Sequence[Level], body: float, dpi: int, settings: LayoutSettings) -> list[Lattice]:
    """Tables without any rule: stretches of levels that keep at least two valleys clear."""
    tables = []
    for begin, end in _find_aligned(levels, body, settings):
        inside = list(levels[begin:end])
        left, right = _extent(inside)
        valleys = find_valleys(inside, left, right, body, settings)
        if right - left < settings.least_bare * dpi:
            continue
        over = levels[:begin]
        cut_off = _run_on(over[::-1], valleys, body, settings, inside[0])
        if cut_off and len(over) - len(cut_off) <= settings.most_above:
            inside = [*cut_off[::-1], *inside]
        edges = [left - body, *valleys, right + body]
        cuts = find_row_cuts(sort_into_columns(inside, edges), body, True, settings)
        heights = _cut_heights(cuts, inside, body)
        rows = [inside[0].base - 2.2 * body, *heights, inside[-1].base + body]
        if heights:
            outer = (edges[0], edges[-1])
            across = [_across(*outer, y) for y in rows]
            table = _build_open(across, rows, inside, valleys, outer, body, dpi, settings)
            if table is not None:
                tables.append(table)
    return tables


def _find_aligned(levels: Sequence[Level], body: float, settings: LayoutSettings) -> list[tuple[int, int]]:
    """Stretches (from, to) of aligned levels that don't overlap, the longest taken first."""
    stretches = []
    for begin in range(len(levels)):
        end = _longest_aligned(levels, begin, body, settings)
        if end is not None:
            stretches.append((begin, end))
    kept: list[tuple[int, int]] = []
    for begin, end in sorted(stretches, key=lambda stretch: stretch[0] - stretch[1]):
        if all(end <= a or b <= begin for a, b in kept):
            kept.append((begin, end))
    return sorted(kept)


def _longest_aligned(levels: Sequence[Level], begin: int, body: float, settings: LayoutSettings) -> int | None:
    """Where the longest table that begins at this level ends (not included); None when none begins here."""
    if _wide_gaps(levels[begin], body, settings) < settings.least_valleys:
        return None
    last = begin + 1
    while last < len(levels) and levels[last].base - levels[last - 1].base <= settings.level_reach * body:
        last += 1
    for end in range(last, begin + settings.least_bare_levels - 1, -1):
        inside = levels[begin:end]
        left, right = _extent(inside)
        valleys = find_valleys(inside, left, right, body, settings)
        if len(valleys) < settings.least_valleys:
            continue
        crossed = [sum(level.crosses(x, 0.2 * body) for x in valleys) for level in inside]
        several = sum(_columns_at(level, valleys, left, right) >= 3 for level in inside)
        # A heading lies over some columns, a line of running text over all.
        is_clear = not any(crossed[settings.header_levels :]) and all(2 * count <= len(valleys) for count in crossed)
        if is_clear and several >= settings.aligned_share * len(inside):
            return end
    return None


def _wide_gaps(level: Level, body: float, settings: LayoutSettings) -> int:
    return sum(b[0] - a[1] >= settings.valley_width * body for a, b in pairwise(level.runs))


def _columns_at(level: Level, valleys: Sequence[float], left: float, right: float) -> int:
    edges = [left - 1, *valleys, right + 1]
    return sum(any(a <= (start + stop) / 2 < b for start, stop in level.runs) for a, b in pairwise(edges))


def _build_open(
    across: Sequence[Rule],
    rows: Sequence[float],
    levels: Sequence[Level],
    valleys: Sequence[float],
    outer: tuple[float, float],
    body: float,
    dpi: int,
    settings: LayoutSettings,
) -> Lattice | None:
    """A lattice of these horizontal rules, and upright ones at the valleys wherever no print crosses them.

    rows: heights of the horizontal rules that run from side to side.
    """
    edges = [outer[0], *valleys, outer[1]]
    down: list[Rule] = [Rule(rows[0], rows[-1], x, x, 1.0) for x in outer]
    more: list[Rule] = []
    for top, bottom in pairwise(sorted(rows)):
        inside = _within(levels, top, bottom)
        for x in valleys:
            over = [level for level in inside if level.crosses(x, 0.2 * body)]
            if not over:
                down.append(Rule(top, bottom, x, x, 1.0))
                continue
            below = [level for level in inside if level.base > over[-1].base + 0.5 * body]
            if below:  # a heading over several columns, and their own headings under it
                y = (over[-1].base + 0.35 * body + below[0].base - 1.4 * body) / 2
                run = next(run for run in over[-1].runs if run[0] < x < run[1])
                left = max(edge for edge in edges if edge <= run[0] or edge == edges[0])
                right = min(edge for edge in edges if edge >= run[1] or edge == edges[-1])
                more.append(_across(left, right, y))
                down.append(Rule(y, bottom, x, x, 1.0))
    return build_lattice(Rules((*across, *more), tuple(down)), dpi, settings)


def _cut_heights(cuts: Sequence[float], levels: Sequence[Level], body: float) -> list[float]:
    """The middle of the white over each baseline that begins a row."""
    heights = []
    for cut in cuts:
        before = max((level.base for level in levels if level.base < cut - 0.5 * body), default=cut - 2.5 * body)
        heights.append((before + 0.5 * body + cut - 1.6 * body) / 2)
    return heights


def _across(left: float, right: float, y: float) -> Rule:
    return Rule(left, right, y, y, 1.0)


def _within(levels: Sequence[Level], top: float, bottom: float) -> list[Level]:
    return [level for level in levels if top < level.base <= bottom + 1]


def _clip(level: Level, left: float, right: float) -> Level:
    return replace(level, runs=tuple(run for run in level.runs if run[1] > left and run[0] < right))


def _extent(levels: Sequence[Level]) -> tuple[float, float]:
    runs = [run for level in levels for run in level.runs]
    return float(min(run[0] for run in runs)), float(max(run[1] for run in runs))


def _is_inside(level: Level, lattice: Lattice) -> bool:
    return lattice.rows[0].at <= level.base <= lattice.rows[-1].at + 1
