"""Tables whose rules are missing in part or altogether: the missing ones are added where the text is aligned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.layout.alignment import count_columns, find_row_cuts, find_valleys, sort_into_columns
from pipeline.layout.bare import find_bare
from pipeline.layout.grid import Lattice, build_lattice
from pipeline.layout.ladders import Ladder, part_ladder, rule_columns
from pipeline.layout.levels import Level, levels_within
from pipeline.layout.open_tables import cut_heights, draw_across
from pipeline.layout.parted import part_cells
from pipeline.layout.rules import Rule
from pipeline.settings import LayoutSettings


@dataclass(frozen=True, slots=True)
class Completed:
    """Lattices top to bottom; added: numbers of those that have rows or columns which no rule shows; parted: of those
    in which cells were parted."""

    lattices: tuple[Lattice, ...]
    added: tuple[int, ...]
    parted: tuple[int, ...] = ()


def complete_tables(
    lattices: Sequence[Lattice],
    ladders: Sequence[Ladder],
    levels: Sequence[Level],
    body: float,
    dpi: int,
    settings: LayoutSettings,
    *,
    heads: Sequence[tuple[float, float]] = (),
    mended: bool = False,
) -> Completed:
    """The lattices with what is missing, and tables that no lattice shows.

    ladders: see `find_ladders`; levels: all print of the page, that in tables too; heads: heights of boxes without
    columns, around headings or whole tables; mended: the rules were worn to pieces (see `mend_worn`), so that whole
    columns may have lost theirs
    """
    found: list[tuple[Lattice, bool]] = []
    parted_cells: list[Lattice] = []
    for lattice in lattices:
        if (longer := _add_rows(lattice, levels, body, dpi, settings)) is not None:
            found.append((longer, True))
            continue
        whole = part_cells(lattice, levels, body, dpi, settings)
        if mended:
            whole = _add_columns(whole or lattice, levels, body, dpi, settings) or whole
        parted = _part_rows(whole or lattice, levels, body, dpi, settings)
        found.append((parted or whole or lattice, parted is not None))
        parted_cells += [found[-1][0]] if whole is not None else []
    for ladder in (part for whole in ladders for part in part_ladder(whole, levels, body, settings)):
        open_table = rule_columns(ladder, levels, body, dpi, settings)
        if open_table is not None:
            parted = _part_rows(open_table, levels, body, dpi, settings)
            found.append((parted or open_table, True))
    free = [level for level in levels if not any(_is_inside(level, lattice) for lattice, _ in found)]
    for bare in find_bare(free, heads, body, dpi, settings):
        found.append((bare, True))
    found.sort(key=lambda pair: pair[0].rows[0].at)
    return Completed(
        tuple(lattice for lattice, _ in found),
        tuple(index for index, (_, is_added) in enumerate(found) if is_added),
        tuple(index for index, (lattice, _) in enumerate(found) if any(lattice is other for other in parted_cells)),
    )


def _add_rows(
    lattice: Lattice, levels: Sequence[Level], body: float, dpi: int, settings: LayoutSettings
) -> Lattice | None:
    """The head of a table of which only that is ruled, with the rows that stand in its columns under it."""
    edges = [column.at for column in lattice.columns]
    if lattice.open_bottom or len(lattice.rows) - 1 > settings.header_rows or len(edges) <= settings.least_rules:
        return None
    bottom = lattice.rows[-1].at
    below = [level.clip(edges[0], edges[-1]) for level in levels if level.base > bottom + 1]
    under = _follow_columns(below, edges, body, settings)
    several = sum(count_columns(level, edges[1:-1], edges[0], edges[-1]) >= 3 for level in under)
    is_near = bool(under) and under[0].base - bottom <= settings.run_on_reach * body
    if not is_near or len(under) < settings.least_under or several < settings.aligned_share * len(under):
        return None
    cuts = find_row_cuts(sort_into_columns(under, edges), body, False, settings)
    end = under[-1].base + body
    across = [draw_across(edges[0], edges[-1], y) for y in (*cut_heights(cuts, under, body, settings), end)]
    down = [Rule(bottom, end, x, x, 1.0) for x in edges]
    rules = replace(
        lattice.rules,
        horizontal=(*lattice.rules.horizontal, *across),
        vertical=(*lattice.rules.vertical, *down),
    )
    return build_lattice(rules, dpi, settings)


def _follow_columns(
    levels: Sequence[Level], edges: Sequence[float], body: float, settings: LayoutSettings
) -> list[Level]:
    """The first of these levels, as far as they follow each other closely and stand in the columns: print that fills a
    narrow column may run into the next, a line of text crosses many."""
    kept: list[Level] = []
    for level in levels:
        crossed = sum(level.crosses(x, settings.valley_slack * body) for x in edges[1:-1])
        filled = count_columns(level, edges[1:-1], edges[0], edges[-1])
        near = not kept or level.base - kept[-1].base <= settings.run_on_reach * body
        if not near or not level.runs or crossed > (1 if filled >= settings.least_rules else 0):
            break
        kept.append(level)
    return kept


def _add_columns(
    lattice: Lattice, levels: Sequence[Level], body: float, dpi: int, settings: LayoutSettings
) -> Lattice | None:
    """The lattice with a rule wherever its text leaves white from top to bottom and no column begins."""
    edges = [column.at for column in lattice.columns]
    top, bottom = lattice.rows[0].at, lattice.rows[-1].at
    inside = [level for level in levels_within(levels, top, bottom) if level.runs]
    valleys = find_valleys(inside, edges[0], edges[-1], body, settings)
    extra = [x for x in valleys if all(_has_print(inside, min(x, edge), max(x, edge)) for edge in edges)]
    if not extra:
        return None
    rules = replace(lattice.rules, vertical=(*lattice.rules.vertical, *(Rule(top, bottom, x, x, 1.0) for x in extra)))
    return build_lattice(rules, dpi, settings)


def _has_print(levels: Sequence[Level], left: float, right: float) -> bool:
    """Whether anything stands between two places on more than one level."""
    return sum(any(run[0] < right and left < run[1] for run in level.runs) for level in levels) > 1


def _part_rows(
    lattice: Lattice, levels: Sequence[Level], body: float, dpi: int, settings: LayoutSettings
) -> Lattice | None:
    """The lattice with rules between the rows of its body, when that is one tall row of many lines."""
    heights = [b.at - a.at for a, b in pairwise(lattice.rows)]
    tallest = max(range(len(heights)), key=heights.__getitem__)
    if tallest != len(heights) - 1 or heights[tallest] < settings.unparted_share * sum(heights):
        return None
    top, bottom = lattice.rows[tallest].at, lattice.rows[tallest + 1].at
    inside = levels_within(levels, top, bottom)
    edges = [column.at for column in lattice.columns]
    spans = [cell for cell in lattice.cells if cell.row == tallest]
    if len(inside) < settings.least_levels or any(cell.colspan > 1 or cell.rowspan > 1 for cell in spans):
        return None
    cuts = find_row_cuts(sort_into_columns(inside, edges), body, False, settings)
    if not cuts:
        return None
    extra = [draw_across(edges[0], edges[-1], y) for y in cut_heights(cuts, inside, body, settings)]
    rules = replace(lattice.rules, horizontal=(*lattice.rules.horizontal, *extra))
    return build_lattice(rules, dpi, settings)


def _is_inside(level: Level, lattice: Lattice) -> bool:
    return lattice.rows[0].at <= level.base <= lattice.rows[-1].at + 1
