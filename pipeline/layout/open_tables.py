"""Lattices from horizontal lines and from the white between columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.layout.grid import Lattice, build_lattice
from pipeline.layout.levels import Level, levels_within
from pipeline.layout.rules import Rule, Rules
from pipeline.settings import LayoutSettings


def build_open(
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
        inside = levels_within(levels, top, bottom)
        if is_section_row(inside, outer[0], body, settings):
            continue
        row_down, row_more = rule_row((top, bottom), inside, edges, across, body, settings)
        down += row_down
        more += row_more
    return build_lattice(Rules((*across, *more), tuple(down)), dpi, settings)


def rule_row(
    heights: tuple[float, float],
    levels: Sequence[Level],
    edges: Sequence[float],
    across: Sequence[Rule],
    body: float,
    settings: LayoutSettings,
) -> tuple[list[Rule], list[Rule]]:
    """Upright rules between the columns of a row, and horizontal ones under its headings over several columns.

    edges: of all columns, left to right; across: horizontal rules that are there already.
    """
    top, bottom = heights
    down: list[Rule] = []
    more: list[Rule] = []
    for x in edges[1:-1]:
        over = [level for level in levels if level.crosses(x, settings.valley_slack * body)]
        if not over:
            down.append(Rule(top, bottom, x, x, 1.0))
            continue
        below = [level for level in levels if level.base > over[-1].base + settings.same_level * body]
        if below:  # a heading over several columns, and their own headings under it
            ruled = [rule for rule in across if over[-1].base < rule.at_start < below[0].base and _covers(rule, x)]
            if ruled:
                down.append(Rule(ruled[0].at_start, bottom, x, x, 1.0))
                continue
            y = (over[-1].base + settings.tail * body + below[0].base - settings.letter_with_marks * body) / 2
            run = next(run for run in over[-1].runs if run[0] < x < run[1])
            left = max(edge for edge in edges if edge <= run[0] or edge == edges[0])
            right = min(edge for edge in edges if edge >= run[1] or edge == edges[-1])
            more.append(draw_across(left, right, y))
            down.append(Rule(y, bottom, x, x, 1.0))
    return down, more


def _covers(rule: Rule, x: float) -> bool:
    return rule.start < x < rule.end


def is_section_row(levels: Sequence[Level], left: float, body: float, settings: LayoutSettings) -> bool:
    """Whether a row is one line from the left edge on, without white as between columns: the heading of a section."""
    if len(levels) != 1 or not levels[0].runs:
        return False
    runs = levels[0].runs
    gaps = [b[0] - a[1] for a, b in pairwise(runs)]
    long = runs[-1][1] - runs[0][0] > settings.number_width * body
    return (
        long
        and runs[0][0] - left <= settings.section_inset * body
        and max(gaps, default=0) < settings.valley_width * body
    )


def cut_heights(cuts: Sequence[float], levels: Sequence[Level], body: float, settings: LayoutSettings) -> list[float]:
    """The middle of the white over each baseline that begins a row."""
    heights = []
    for cut in cuts:
        over = [level.base for level in levels if level.base < cut - settings.same_level * body]
        before = max(over, default=cut - settings.row_above * body)
        heights.append((before + settings.tail * body + cut - settings.letter_with_marks * body) / 2)
    return heights


def follow_on(
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
        if not near or not level.runs or any(level.crosses(x, settings.valley_slack * body) for x in valleys):
            break
        kept.append(level)
    return kept


def rest_of_row(
    over: Sequence[Level],
    valleys: Sequence[float],
    body: float,
    settings: LayoutSettings,
    beside: Level | None = None,
) -> list[Level]:
    """The levels over a table's first rule that belong to it, top to bottom, without the page's number above them.

    over: all above it, top to bottom; beside: see `follow_on`
    """
    kept = follow_on(over[::-1], valleys, body, settings, beside)[::-1]
    while kept and kept[0].runs[-1][1] - kept[0].runs[0][0] <= settings.number_width * body:
        del kept[0]
    return kept


def draw_across(left: float, right: float, y: float) -> Rule:
    """A horizontal rule that is not on the page."""
    return Rule(left, right, y, y, 1.0)
