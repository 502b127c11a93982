"""Cells that run over several columns because the rule between them has faded: parted where their text is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.layout.alignment import sort_into_columns
from pipeline.layout.grid import Lattice, build_lattice
from pipeline.layout.levels import Level, levels_within
from pipeline.layout.open_tables import rule_row
from pipeline.layout.rules import Rule
from pipeline.layout.spans import Span
from pipeline.settings import LayoutSettings


def part_cells(
    lattice: Lattice, levels: Sequence[Level], body: float, dpi: int, settings: LayoutSettings
) -> Lattice | None:
    """The lattice with rules in cells whose text stands in the columns one by one; None when there is no such cell.

    A heading over several columns stands across their edges, or over the middle one alone.
    """
    wide = [cell for cell in lattice.cells if cell.colspan > 1]
    added = [rule for cell in wide for rule in _rules_in(cell, lattice, levels, body, settings)]
    down, across = _rules_in_header(wide, lattice, levels, body, settings) if not added else ([], [])
    if not added and not down:
        return None
    rules = replace(
        lattice.rules,
        horizontal=(*lattice.rules.horizontal, *across),
        vertical=(*lattice.rules.vertical, *added, *down),
    )
    return build_lattice(rules, dpi, settings)


def _rules_in_header(
    wide: Sequence[Span], lattice: Lattice, levels: Sequence[Level], body: float, settings: LayoutSettings
) -> tuple[list[Rule], list[Rule]]:
    """Rules (down, across) in a first row that is one cell from side to side with headings in most columns, a heading
    over several of them too: on a dark ground no rule is seen."""
    cell = next((cell for cell in wide if cell.row == 0 and cell.colspan == len(lattice.columns) - 1), None)
    if cell is None:
        return [], []
    top, bottom = lattice.rows[0].at, lattice.rows[cell.rowspan].at
    edges = [lattice.column_at(col, (top + bottom) / 2) for col in range(len(lattice.columns))]
    inside = levels_within(levels, top, bottom)
    filled = sum(bool(column) for column in sort_into_columns(inside, edges))
    crossed = [x for x in edges[1:-1] if any(level.crosses(x, settings.valley_slack * body) for level in inside)]
    if 2 * filled <= cell.colspan or 2 * len(crossed) > cell.colspan - 1:
        return [], []
    down, across = rule_row((top, bottom), inside, edges, (), body, settings)
    return (down, across) if len(down) == cell.colspan - 1 else ([], [])


def _rules_in(
    cell: Span, lattice: Lattice, levels: Sequence[Level], body: float, settings: LayoutSettings
) -> list[Rule]:
    top, bottom = lattice.rows[cell.row].at, lattice.rows[cell.row + cell.rowspan].at
    edges = [lattice.column_at(col, (top + bottom) / 2) for col in range(cell.col, cell.col + cell.colspan + 1)]
    inside = levels_within(levels, top, bottom)
    filled = sum(bool(column) for column in sort_into_columns(inside, edges))
    is_full = cell.colspan == len(lattice.columns) - 1
    least = max(2, cell.colspan // 2 if is_full else 2)
    slack = settings.valley_slack * body
    # Over a heading from side to side rules may run on, and have been taken out of its letters.
    cut = settings.cut_print * body
    crossed = any(
        level.crosses(x, slack) or (is_full and level.is_cut_at(x, cut)) for level in inside for x in edges[1:-1]
    )
    if filled < least or crossed:
        return []
    return [Rule(top, bottom, x, x, lattice.thickness) for x in edges[1:-1]]
