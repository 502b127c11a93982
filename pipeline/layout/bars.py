"""Bars and arrows of a time plan: lines drawn through empty cells, from the month a measure begins to its last."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.layout.binarize import Ink
from pipeline.layout.cells import describe_grid, measure_ink
from pipeline.layout.grid import Lattice
from pipeline.layout.rules import Rule, Rules
from pipeline.model import BBox
from pipeline.page import Grid, GridCell
from pipeline.settings import LayoutSettings


def find_bars(
    lattices: Sequence[Lattice], loose: Sequence[Rule], ink: Ink, dpi: int, settings: LayoutSettings
) -> tuple[Rule, ...]:
    """The lines across a part of a table with nothing in any cell above or below them, level with a cell that has
    text: they part no rows. And those that end within cells, with nothing else in any that they run through.

    Rules that part rows go on where the text is, and status columns hold a mark somewhere.
    loose: lines along x that no table was made of
    """
    bars: list[Rule] = []
    for lattice in lattices:
        inside = [rule for rule in loose if _lies_within(rule, lattice)]
        width = lattice.columns[-1].at - lattice.columns[0].at
        short = [rule for rule in lattice.rules.horizontal if rule.length <= settings.longest_bar * width]
        if short or inside:
            grid = describe_grid(lattice, ink, dpi, settings)
            bars += (rule for rule in short if _parts_nothing(rule, grid, ink, dpi, settings))
            bars += (rule for rule in inside if _runs_alone(rule, grid, ink, dpi, settings))
    return tuple(bars)


def without_bars(rules: Rules, bars: Sequence[Rule]) -> Rules:
    """The rules of a page that are no bars."""
    return Rules(tuple(rule for rule in rules.horizontal if rule not in bars), rules.vertical, rules.slanted)


def erase_bars(ink: Ink, bars: Sequence[Rule], dpi: int, settings: LayoutSettings) -> Ink:
    """The ink without these bars and the heads of arrows."""
    if not bars:
        return ink
    clean = ink.copy()
    head = settings.arrow_head * dpi
    for bar in bars:
        y = (bar.at_start + bar.at_end) / 2
        clean[max(0, round(y - head)) : round(y + head) + 1, max(0, round(bar.start)) : round(bar.end) + 1] = 0
    return clean


def mark_crossed(grid: Grid, bars: Sequence[Rule]) -> Grid:
    """The grid with the share of each cell's width that a bar runs through."""
    if not bars:
        return grid
    cells = tuple(
        cell.model_copy(update={"crossed": round(max(_share(bar, cell.bbox) for bar in bars), 3)})
        for cell in grid.cells
    )
    return grid.model_copy(update={"cells": cells})


def _share(bar: Rule, box: BBox) -> float:
    if not box[1] <= (bar.at_start + bar.at_end) / 2 < box[3] or box[2] <= box[0]:
        return 0.0
    return max(0.0, min(bar.end, box[2]) - max(bar.start, box[0])) / (box[2] - box[0])


def _lies_within(rule: Rule, lattice: Lattice) -> bool:
    left, right = lattice.columns[0].at, lattice.columns[-1].at
    top, bottom = lattice.rows[0].at, lattice.rows[-1].at
    return left < rule.start and rule.end < right and top < rule.at_start < bottom


def _runs_alone(rule: Rule, grid: Grid, ink: Ink, dpi: int, settings: LayoutSettings) -> bool:
    """Whether the line runs through two cells or more, away from their sides, with nothing over it or under it."""
    touch, head = settings.touch * dpi, round(settings.arrow_head * dpi)
    through = [
        cell.bbox
        for cell in grid.cells
        if cell.bbox[1] + touch < rule.at_start < cell.bbox[3] - touch
        and min(rule.end, cell.bbox[2]) - max(rule.start, cell.bbox[0]) > touch
    ]
    inset = settings.ink_inset * dpi
    return len(through) > 1 and all(
        measure_ink(ink, part, inset) <= settings.empty_ink
        for x0, y0, x1, y1 in through
        for part in ((x0, y0, x1, round(rule.at_start) - head), (x0, round(rule.at_start) + head, x1, y1))
        if part[3] - part[1] > 2 * inset
    )


def _parts_nothing(rule: Rule, grid: Grid, ink: Ink, dpi: int, settings: LayoutSettings) -> bool:
    """Whether the rule has cells above and below it, all of them empty, and one beside it that is not."""
    touch = settings.touch * dpi
    above, below, beside = [], [], []
    for cell in grid.cells:
        x0, y0, x1, y1 = cell.bbox
        if y0 + touch < rule.at_start < y1 - touch and cell.ink > settings.empty_ink:
            beside.append(cell)
        begin, end = max(rule.start, x0), min(rule.end, x1)
        if end - begin <= touch:
            continue
        at = rule.position((begin + end) / 2)
        if abs(y1 - at) <= touch:
            above.append(cell)
        elif abs(y0 - at) <= touch:
            below.append(cell)
    if not (above and below and beside):
        return False
    return all(_is_empty(cell, above=cell in above, ink=ink, dpi=dpi, settings=settings) for cell in (*above, *below))


def _is_empty(cell: GridCell, *, above: bool, ink: Ink, dpi: int, settings: LayoutSettings) -> bool:
    """Whether there is nothing in a cell, heads of an arrow along one of its sides left out."""
    x0, y0, x1, y1 = cell.bbox
    head = round(settings.arrow_head * dpi)
    inside = (x0, y0, x1, y1 - head) if above else (x0, y0 + head, x1, y1)
    return measure_ink(ink, inside, settings.ink_inset * dpi) <= settings.empty_ink
