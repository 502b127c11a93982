"""Tables with rules between their rows only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from pipeline.layout.alignment import count_columns, find_row_cuts, find_valleys, sort_into_columns
from pipeline.layout.binarize import Ink
from pipeline.layout.grid import Lattice
from pipeline.layout.levels import Level, levels_within
from pipeline.layout.open_tables import build_open, cut_heights, draw_across, follow_on, is_section_row, rest_of_row
from pipeline.layout.rules import Rule, stretch_rule
from pipeline.settings import LayoutSettings


@dataclass(frozen=True, slots=True)
class Ladder:
    """Long rules of one width under each other, top to bottom, and shorter ones between them."""

    rungs: tuple[Rule, ...]
    partial: tuple[Rule, ...]


def find_ladders(free: Sequence[Rule], ink: Ink, dpi: int, settings: LayoutSettings) -> list[Ladder]:
    """Ladders among horizontal rules outside all lattices: the rules of tables without upright ones.

    Lines to write on, as leaders in the head of a memo, are none. ink: the page's, with all rules.
    """
    level = settings.open_side * dpi
    wide = _keep_wide(free, dpi, settings)
    groups: list[list[Rule]] = []
    for rule in sorted(wide, key=lambda rule: rule.at_start):
        for group in groups:
            if abs(group[0].start - rule.start) <= level and abs(group[0].end - rule.end) <= level:
                group.append(rule)
                break
        else:
            groups.append([rule])
    whole = [group for group in groups if len(group) >= settings.least_rules]
    return [
        _with_partial(group, free, level, settings.least_partial * dpi)
        for group in whole
        if not any(_lies_between(group, other, level) for other in whole if other is not group)
        and not _is_written_on(group, ink, dpi, settings)
    ]


def find_lone(free: Sequence[Rule], ink: Ink, dpi: int, settings: LayoutSettings) -> list[Rule]:
    """Long rules outside all lattices with no print on them: over and under the head of a table that has no others."""
    return [rule for rule in _keep_wide(free, dpi, settings) if not _is_written_on([rule], ink, dpi, settings)]


def _keep_wide(free: Sequence[Rule], dpi: int, settings: LayoutSettings) -> list[Rule]:
    """Those that may run over a whole table, and are no leaders."""
    return [rule for rule in free if rule.length >= settings.wide_rule * dpi and not rule.is_dotted]


def _is_written_on(group: Sequence[Rule], ink: Ink, dpi: int, settings: LayoutSettings) -> bool:
    """Whether print stands right on most of these rules; in a table there is white between them."""
    low, high = (max(1, round(reach * dpi)) for reach in settings.standing_distances)
    written = 0
    for rule in group:
        columns = np.arange(max(0, int(rule.start)), min(int(rule.end), ink.shape[1]))
        centres = np.round(rule.positions(columns) - rule.thickness / 2).astype(int)
        above = [ink[np.clip(centres - away, 0, ink.shape[0] - 1), columns] > 0 for away in range(low, high)]
        written += bool(columns.size) and float(np.logical_or.reduce(above).mean()) >= settings.standing_share
    return 2 * written >= len(group)


def _lies_between(group: Sequence[Rule], other: Sequence[Rule], slack: float) -> bool:
    """Whether shorter rules stand among another ladder's rungs: rows beside a cell that runs over several."""
    return (
        other[0].at_start < group[0].at_start
        and group[-1].at_start < other[-1].at_start
        and other[0].start - slack <= group[0].start
        and group[0].end <= other[0].end + slack
    )


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


def part_ladder(ladder: Ladder, levels: Sequence[Level], body: float, settings: LayoutSettings) -> list[Ladder]:
    """The ladder, or its parts where text of no table stands between two rungs: two tables of one width.

    Such text has no white as between columns, and it stands further from the rules than the text of cells does.
    """
    heights = [rule.at_start for rule in ladder.rungs]
    left, right = min(rule.start for rule in ladder.rungs), max(rule.end for rule in ladder.rungs)
    rows = [
        [level.clip(left, right) for level in levels_within(levels, top, bottom)] for top, bottom in pairwise(heights)
    ]
    whites = [row[0].base - top for row, top in zip(rows, heights, strict=False) if row]
    usual = sorted(whites)[len(whites) // 2] if whites else 0.0
    parts, begin = [], 0
    for index, row in enumerate(rows):
        inside = [level for level in row if level.runs]
        apart = bool(inside) and inside[0].base - heights[index] > usual + settings.text_between * body
        if apart and not any(_has_gap(level, body, settings) for level in inside):
            parts.append((begin, index))
            begin = index + 1
    parts.append((begin, len(heights) - 1))
    if any(end - start + 1 < settings.least_rules for start, end in parts):
        return [ladder]
    return [
        Ladder(
            ladder.rungs[start : end + 1],
            tuple(rule for rule in ladder.partial if heights[start] < rule.at_start < heights[end]),
        )
        for start, end in parts
    ]


def _has_gap(level: Level, body: float, settings: LayoutSettings) -> bool:
    return any(b[0] - a[1] >= settings.valley_width * body for a, b in pairwise(level.runs))


def rule_columns(
    ladder: Ladder, levels: Sequence[Level], body: float, dpi: int, settings: LayoutSettings
) -> Lattice | None:
    """A table with rules between its rows only."""
    left, right = min(rule.start for rule in ladder.rungs), max(rule.end for rule in ladder.rungs)
    heights = [rule.at_start for rule in ladder.rungs]
    inside = [level.clip(left, right) for level in levels_within(levels, heights[0], heights[-1])]
    valleys = _find_columns(inside, heights, (left, right), body, settings)
    if len(valleys) < settings.least_valleys:
        return None
    edges = (left, *valleys, right)
    snapped = [_snap(rule, edges, inside, body) for rule in ladder.partial]
    partial = [rule for rule in snapped if rule is not None]
    beyond = [level.clip(left, right) for level in levels]
    under = follow_on([level for level in beyond if level.base > heights[-1] + 1], valleys, body, settings)
    if under and count_columns(under[0], valleys, left, right) >= 2:
        heights.append(under[-1].base + body)
    over = [level for level in beyond if level.base <= heights[0]]
    cut_off = rest_of_row(over, valleys, body, settings)
    is_head = bool(cut_off) and _is_head(cut_off, valleys, (left, right), settings)
    added: list[Rule] = []
    if cut_off and (is_head or len(over) - len(cut_off) <= settings.most_above):
        top = cut_off[0].base - settings.row_above * body
        if is_head:  # the first rule may be that under the first row
            cuts = find_row_cuts(sort_into_columns([*cut_off, *inside], edges), body, True, settings)
            between = cut_heights([cut for cut in cuts if cut <= cut_off[-1].base], cut_off, body, settings)
            added = [draw_across(left, right, y) for y in (top, *between)]
            heights = [*between, *heights]
        heights.insert(0, top)
        inside = [*cut_off, *inside]
    shown = [*inside, *under]
    return build_open([*ladder.rungs, *partial, *added], heights, shown, valleys, (left, right), body, dpi, settings)


def _is_head(
    levels: Sequence[Level], valleys: Sequence[float], outer: tuple[float, float], settings: LayoutSettings
) -> bool:
    """Whether lines over the first rule are the table's headings, with no rule above them: most columns have print."""
    columns = sort_into_columns(levels, [outer[0], *valleys, outer[1]])
    return sum(map(bool, columns)) >= settings.headed_share * len(columns)


def _snap(rule: Rule, edges: Sequence[float], levels: Sequence[Level], body: float) -> Rule | None:
    """The rule from column edge to column edge; None when it ends within a column's print, as an underline does.

    A rule begins where its column does, an edge is the middle of the white before the print: they stand apart.
    """
    ends = []
    for end in (rule.start, rule.end):
        edge = min(edges, key=lambda edge: abs(edge - end))
        low, high = min(edge, end), max(edge, end)
        between = sum(run[0] < high and low < run[1] for level in levels for run in level.runs)
        if abs(edge - end) > body and between > 1:  # one may be a heading over several columns
            return None
        ends.append(edge)
    return stretch_rule(rule, ends[0], ends[1]) if ends[0] < ends[1] else None


def _find_columns(
    levels: Sequence[Level],
    heights: Sequence[float],
    outer: tuple[float, float],
    body: float,
    settings: LayoutSettings,
) -> list[float]:
    """The valleys of all lines but the headings of sections; and where headings over several columns hide one, those
    of the rows under the first, when both its sides have print there."""
    left, right = outer
    rows = [levels_within(levels, top, bottom) for top, bottom in pairwise(heights)]
    kept = [row for row in rows if not is_section_row(row, left, body, settings)]
    valleys = find_valleys([level for row in kept for level in row], left, right, body, settings)
    under = [level for row in kept[1:] for level in row]
    if len(kept) <= settings.least_rules:
        return valleys
    for valley in find_valleys(under, left, right, body, settings):
        edges = [left, *valleys, right]
        before, after = max(edge for edge in edges if edge <= valley), min(edge for edge in edges if edge > valley)
        sides = sort_into_columns(under, [before, valley, after])
        if min(valley - before, after - valley) > body and min(map(len, sides)) >= settings.least_valleys:
            valleys = sorted([*valleys, valley])
    return valleys
