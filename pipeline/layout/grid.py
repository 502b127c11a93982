"""Ruling lines → tables: lattices of row and column lines, and the cells between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.layout.anchors import connect
from pipeline.layout.edges import Edges, LatticeLine
from pipeline.layout.rules import Rule, Rules
from pipeline.layout.spans import Span, drop_idle_lines, merge_cells
from pipeline.settings import LayoutSettings


@dataclass(frozen=True, slots=True)
class Lattice:
    """A ruled table: its lines top to bottom and left to right, the middle they are measured at, its cells."""

    rows: tuple[LatticeLine, ...]
    columns: tuple[LatticeLine, ...]
    middle_x: float
    middle_y: float
    cells: tuple[Span, ...]
    rules: Rules
    open_top: bool
    open_bottom: bool
    is_unclear: bool
    thickness: float

    def row_at(self, row: int, x: float) -> float:
        """y of a row line (0 = top) at a place along it."""
        line = self.rows[row]
        return line.at + line.slope * (x - self.middle_x)

    def column_at(self, column: int, y: float) -> float:
        """x of a column line (0 = left) at a place along it."""
        line = self.columns[column]
        return line.at + line.slope * (y - self.middle_y)


def find_lattices(rules: Rules, dpi: int, settings: LayoutSettings) -> tuple[tuple[Lattice, ...], tuple[Rules, ...]]:
    """The tables of a page, top to bottom, and the groups of crossing rules that make none."""
    lattices, rejected = [], []
    for group in connect(rules, settings.touch * dpi):
        lattice = build_lattice(group, dpi, settings) if group.count >= settings.least_rules else None
        if lattice is not None and len(lattice.cells) > 1 and _has_room(lattice, settings.least_cell * dpi):
            lattices.append(lattice)
        else:
            rejected.append(group)
    return tuple(sorted(lattices, key=lambda lattice: lattice.rows[0].at)), tuple(rejected)


def _has_room(lattice: Lattice, least: float) -> bool:
    """Whether print fits into its rows and columns; strokes of a title or an emblem cross too, but tightly."""
    heights = np.diff([line.at for line in lattice.rows])
    widths = np.diff([line.at for line in lattice.columns])
    return bool(np.median(heights) >= least and np.median(widths) >= least)


def build_lattice(group: Rules, dpi: int, settings: LayoutSettings) -> Lattice | None:
    """The table that these crossing rules make, None when they make none."""
    horizontal, vertical = group.horizontal, group.vertical
    middle_x = (min(r.start for r in horizontal) + max(r.end for r in horizontal)) / 2
    middle_y = (min(r.start for r in vertical) + max(r.end for r in vertical)) / 2
    apart = settings.same_line * dpi
    rows = _cluster(horizontal, middle_x, apart)
    columns = _cluster(vertical, middle_y, apart)
    thickness = float(np.median([rule.thickness for rule in (*horizontal, *vertical)]))

    # A table cut by the page break has no rule there: its columns end in the open. The same at its sides.
    reach = settings.open_side * dpi
    # What ends at the first row or the last, outside the table, is a letter that stands on it.
    through = [rule for rule in vertical if rule.end > rows[0].at + reach and rule.start < rows[-1].at - reach]
    down = through or vertical
    top, bottom = _ends(down)
    left, right = _ends(horizontal)
    # Two stems of letters over a table may stand in line with its rules, most of its rules don't run on by chance.
    most_top, most_bottom = _ends(down, len(down) // 2)
    sure = settings.open_surely * dpi
    closed_top = _is_closed(rows[0], (left, right), [rule.start for rule in down], reach, settings)
    closed_bottom = _is_closed(rows[-1], (left, right), [rule.end for rule in down], reach, settings)
    open_top = not closed_top and (top < rows[0].at - sure or most_top < rows[0].at - reach)
    open_bottom = not closed_bottom and (bottom > rows[-1].at + sure or most_bottom > rows[-1].at + reach)
    is_comb = len(rows) == 1 and (left < columns[0].at - reach or right > columns[-1].at + reach)
    if is_comb or (len(columns) == 1 and (open_top or open_bottom)):
        return None  # Strokes that stand on a leader: with one line only, the others must reach its ends.
    if len(columns) == 1 and _is_dotted(horizontal) and not _is_dotted(vertical):
        return None  # a stroke that joins two leaders
    rows = _close(rows, top if open_top else None, bottom if open_bottom else None, (left, right))
    columns = _close(
        columns,
        left if left < columns[0].at - reach else None,
        right if right > columns[-1].at + reach else None,
        (top, bottom),
    )
    if len(rows) < 2 or len(columns) < 2:
        return None

    edges = Edges(tuple(rows), tuple(columns), middle_x, dpi, settings)
    cells, is_unclear = merge_cells(len(rows) - 1, len(columns) - 1, edges.has_row_edge, edges.has_column_edge)
    cells, used_rows, used_columns = drop_idle_lines(cells)
    return Lattice(
        tuple(rows[index] for index in used_rows),
        tuple(columns[index] for index in used_columns),
        middle_x,
        middle_y,
        cells,
        group,
        open_top,
        open_bottom,
        is_unclear,
        thickness,
    )


def _is_closed(
    row: LatticeLine, width: tuple[float, float], ends: Sequence[float], reach: float, settings: LayoutSettings
) -> bool:
    """Whether an outermost row line goes from side to side and most columns end at it: those that run on are stems of
    letters in the line of text beside it."""
    ending = sum(abs(end - row.at) <= reach for end in ends)
    return row.covers(*width) >= settings.closed_share and ending >= settings.closed_columns * len(ends)


def _is_dotted(rules: Sequence[Rule]) -> bool:
    """Whether most of their length is dots."""
    return 2 * sum(rule.length for rule in rules if rule.is_dotted) > sum(rule.length for rule in rules)


def _close(
    lines: list[LatticeLine], before: float | None, after: float | None, extent: tuple[float, float]
) -> list[LatticeLine]:
    """The lines with an unruled one added at an open side."""
    slope = lines[0].slope
    first = [LatticeLine(before, slope, (extent,))] if before is not None else []
    last = [LatticeLine(after, slope, (extent,))] if after is not None else []
    return [*first, *lines, *last]


def _cluster(rules: Sequence[Rule], middle: float, apart: float) -> list[LatticeLine]:
    """Rules at the same height (or breadth) are one line of the lattice; a double rule is one line too."""
    weights = np.array([max(rule.length, 1.0) for rule in rules])
    slope = float(np.average([rule.slope for rule in rules], weights=weights))
    slope = float(np.clip(slope, -0.02, 0.02))
    places = [
        (((rule.at_start + rule.at_end) / 2) + slope * (middle - (rule.start + rule.end) / 2), rule) for rule in rules
    ]
    lines: list[list[tuple[float, Rule]]] = []
    for at, rule in sorted(places, key=lambda place: place[0]):
        if lines and at - _mean(lines[-1]) <= apart:
            lines[-1].append((at, rule))
        else:
            lines.append([(at, rule)])
    return [_line_of(line, slope) for line in lines]


def _line_of(line: Sequence[tuple[float, Rule]], slope: float) -> LatticeLine:
    """Rules in one line. One of them alone may be broken where its twin is not: then nothing is missing."""
    pieces = tuple(sorted((rule.start, rule.end) for _, rule in line))
    breaks = [
        gap
        for _, rule in line
        if not rule.is_dotted
        for gap in rule.breaks
        if not any(other is not rule and other.start < gap[1] and gap[0] < other.end for _, other in line)
    ]
    return LatticeLine(_mean(line), slope, pieces, tuple(breaks))


def _mean(line: Sequence[tuple[float, Rule]]) -> float:
    return float(np.average([at for at, _ in line], weights=[max(rule.length, 1.0) for _, rule in line]))


def _ends(rules: Sequence[Rule], agreeing: int = 1) -> tuple[float, float]:
    """Where the rules begin and end, by agreement of at least so many others: one alone may overshoot."""
    starts, ends = sorted(rule.start for rule in rules), sorted((rule.end for rule in rules), reverse=True)
    index = min(max(1, agreeing), len(rules) - 1)
    return starts[index], ends[index]
