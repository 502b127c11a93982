"""Ruling lines → tables: lattices of row and column lines, and the cells between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.layout.rules import Rule, Rules
from pipeline.layout.spans import Span, merge_cells
from pipeline.settings import LayoutSettings


@dataclass(frozen=True, slots=True)
class LatticeLine:
    """One row line or column line of a table.

    at: its centre across it, at the middle of the table; slope: drift across per pixel along;
    pieces: what of it is really ruled, as (from, to) along it.
    """

    at: float
    slope: float
    pieces: tuple[tuple[float, float], ...]

    def covers(self, begin: float, end: float) -> float:
        """The share (0–1) of the stretch that is ruled."""
        inside = sum(max(0.0, min(end, stop) - max(begin, start)) for start, stop in _unite(self.pieces))
        return inside / (end - begin) if end > begin else 0.0


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


def find_lattices(rules: Rules, dpi: int, settings: LayoutSettings) -> tuple[Lattice, ...]:
    """The tables of a page, top to bottom. Rules that cross no others belong to none."""
    lattices = []
    for horizontal, vertical in _connect(_drop_streaks(rules, dpi, settings), settings.touch * dpi):
        if len(horizontal) + len(vertical) < settings.least_rules:
            continue
        lattice = _build(horizontal, vertical, dpi, settings)
        if lattice is not None and len(lattice.cells) > 1 and _has_room(lattice, settings.least_cell * dpi):
            lattices.append(lattice)
    return tuple(sorted(lattices, key=lambda lattice: lattice.rows[0].at))


def _has_room(lattice: Lattice, least: float) -> bool:
    """Whether print fits into its rows and columns; strokes of a title or an emblem cross too, but tightly."""
    heights = np.diff([line.at for line in lattice.rows])
    widths = np.diff([line.at for line in lattice.columns])
    return bool(np.median(heights) >= least and np.median(widths) >= least)


def _connect(rules: Rules, reach: float) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of rules that touch each other, directly or through others."""
    groups: list[tuple[list[Rule], list[Rule]]] = []
    across, down = rules.horizontal, rules.vertical
    parent = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, h in enumerate(across):
        for j, v in enumerate(down):
            x, y = v.position(h.position(v.at_start)), h.position(v.at_start)
            if h.start - reach <= x <= h.end + reach and v.start - reach <= y <= v.end + reach:
                parent[root(i)] = root(len(across) + j)
    members: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index in range(len(parent)):
        group = members.setdefault(root(index), ([], []))
        if index < len(across):
            group[0].append(across[index])
        else:
            group[1].append(down[index - len(across)])
    groups += [group for group in members.values() if group[0] and group[1]]
    return groups


def _drop_streaks(rules: Rules, dpi: int, settings: LayoutSettings) -> Rules:
    """Leave out vertical lines that run far past the table at both ends: scanner streaks, folds, page edges.

    What a line runs past is the table that stands without it.
    """
    beyond = settings.streak * dpi
    streaks: set[int] = set()
    for index, rule in enumerate(rules.vertical):
        others = tuple(other for at, other in enumerate(rules.vertical) if at != index and at not in streaks)
        crossed = [
            (min(h.position(rule.at_start) for h in across), max(h.position(rule.at_start) for h in across))
            for across, _ in _connect(Rules(rules.horizontal, others), settings.touch * dpi)
            if any(h.start <= rule.position(h.position(rule.at_start)) <= h.end for h in across)
        ]
        if any(rule.start < top - beyond and rule.end > bottom + beyond for top, bottom in crossed):
            streaks.add(index)
    return Rules(rules.horizontal, tuple(rule for at, rule in enumerate(rules.vertical) if at not in streaks))


def _build(horizontal: Sequence[Rule], vertical: Sequence[Rule], dpi: int, settings: LayoutSettings) -> Lattice | None:
    middle_x = (min(r.start for r in horizontal) + max(r.end for r in horizontal)) / 2
    middle_y = (min(r.start for r in vertical) + max(r.end for r in vertical)) / 2
    apart = settings.same_line * dpi
    rows = _cluster(horizontal, middle_x, apart)
    columns = _cluster(vertical, middle_y, apart)
    thickness = float(np.median([rule.thickness for rule in (*horizontal, *vertical)]))

    # A table cut by the page break has no rule there: its columns end in the open. The same at its sides.
    reach = settings.open_side * dpi
    top, bottom = _ends(vertical)
    left, right = _ends(horizontal)
    open_top, open_bottom = top < rows[0].at - reach, bottom > rows[-1].at + reach
    slope = rows[0].slope
    rows = [
        *([LatticeLine(top, slope, ((left, right),))] if open_top else []),
        *rows,
        *([LatticeLine(bottom, slope, ((left, right),))] if open_bottom else []),
    ]
    slope = columns[0].slope
    if left < columns[0].at - reach:
        columns.insert(0, LatticeLine(left, slope, ((top, bottom),)))
    if right > columns[-1].at + reach:
        columns.append(LatticeLine(right, slope, ((top, bottom),)))
    if len(rows) < 2 or len(columns) < 2:
        return None

    def has_row_edge(row: int, column: int) -> bool:
        # Lines are measured a little inside the corners, where crossing rules would count as cover.
        begin, end = columns[column].at + apart, columns[column + 1].at - apart
        return rows[row].covers(begin, max(end, begin + 1)) >= settings.ruled_share

    def has_column_edge(row: int, column: int) -> bool:
        begin, end = rows[row].at + apart, rows[row + 1].at - apart
        return columns[column].covers(begin, max(end, begin + 1)) >= settings.ruled_share

    used = Rules(tuple(horizontal), tuple(vertical))
    cells, is_unclear = merge_cells(len(rows) - 1, len(columns) - 1, has_row_edge, has_column_edge)
    return Lattice(
        tuple(rows), tuple(columns), middle_x, middle_y, cells, used, open_top, open_bottom, is_unclear, thickness
    )


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
    return [
        LatticeLine(_mean(line), slope, tuple(sorted((rule.start, rule.end) for _, rule in line))) for line in lines
    ]


def _mean(line: Sequence[tuple[float, Rule]]) -> float:
    return float(np.average([at for at, _ in line], weights=[max(rule.length, 1.0) for _, rule in line]))


def _ends(rules: Sequence[Rule]) -> tuple[float, float]:
    """Where the rules begin and end, by agreement of at least two of them: one alone may overshoot."""
    starts, ends = sorted(rule.start for rule in rules), sorted((rule.end for rule in rules), reverse=True)
    second = min(1, len(rules) - 1)
    return starts[second], ends[second]


def _unite(pieces: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    united: list[tuple[float, float]] = []
    for start, stop in sorted(pieces):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(stop, united[-1][1]))
        else:
            united.append((start, stop))
    return united
