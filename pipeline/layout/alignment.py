"""Columns and rows that no rule shows, from the white between them and from where their first lines stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from pipeline.layout.levels import Level
from pipeline.settings import LayoutSettings


@dataclass(frozen=True, slots=True)
class Entry:
    """The print of one column on one level."""

    base: float
    start: int
    stop: int


def find_valleys(
    levels: Sequence[Level], left: float, right: float, body: float, settings: LayoutSettings
) -> list[float]:
    """Middles of the upright bands of white between columns of text, left to right.

    A heading over several columns may cross a band, and little else: a line in twenty-five. Both sides must have
    print, so that the white behind short lines is none.
    """
    first, width = int(left), max(1, int(right) - int(left))
    crossings = np.zeros(width + 1, np.int32)
    most = max(1, round(settings.valley_crossings * len(levels)))
    for level in levels:
        for start, stop in level.runs:  # a mark alone in its column is no heading that crosses
            counts = 1 if stop - start > settings.spanning_width * body else most + 1
            crossings[max(0, start - first) : max(0, stop - first)] += counts
    white = crossings[:width] <= most
    edges = np.flatnonzero(np.diff(np.concatenate(([0], white.astype(np.int8), [0]))))
    least = settings.valley_width * body
    bands = [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True) if a > 0 and b < width]
    middles = []
    for start, stop in bands:
        # Where one line crosses, the band is as wide as what the other lines leave.
        if stop - start >= least:
            lowest = np.flatnonzero(crossings[start:stop] == crossings[start:stop].min())
            middles.append(first + start + float(lowest[len(lowest) // 2]))
    return _keep_filled(levels, middles, left, right, settings)


def _keep_filled(
    levels: Sequence[Level], middles: Sequence[float], left: float, right: float, settings: LayoutSettings
) -> list[float]:
    """Without the valleys beside a column that too few levels fill."""
    kept = list(middles)
    while kept:
        filled = [len(column) for column in sort_into_columns(levels, [left, *kept, right])]
        poorest = min(range(len(filled)), key=filled.__getitem__)
        if filled[poorest] >= settings.least_column_lines:
            break
        del kept[max(0, poorest - 1)]
    return kept


def count_columns(level: Level, valleys: Sequence[float], left: float, right: float) -> int:
    """How many of the columns between two edges and these valleys have print on a level."""
    return sum(bool(column) for column in sort_into_columns([level], [left - 1, *valleys, right + 1]))


def sort_into_columns(levels: Sequence[Level], edges: Sequence[float]) -> list[list[Entry]]:
    """What stands in every column, top to bottom. edges: one more than columns, left to right."""
    columns: list[list[Entry]] = [[] for _ in range(len(edges) - 1)]
    for level in levels:
        for column, (left, right) in zip(columns, pairwise(edges), strict=True):
            inside = [run for run in level.runs if left <= (run[0] + run[1]) / 2 < right]
            if inside:
                column.append(Entry(level.base, inside[0][0], inside[-1][1]))
    return columns


def find_row_cuts(
    columns: Sequence[Sequence[Entry]], body: float, has_header: bool, settings: LayoutSettings
) -> list[float]:
    """Heights at which a new row begins, its baseline each; the first row has none.

    Cells begin at the top of their row. A column of running numbers tells the rows; else a row begins where every
    column has print and one of them had none just before, or all are set further apart than lines are.
    has_header: the first row may be a header, whose cells stand in the middle of its height.
    """
    filled = [column for column in columns if column]
    if _has_one_number(columns, body, settings):
        return []
    pitch = _usual_pitch(filled, body)
    numbers = _number_column(columns, body, settings)
    if numbers is not None:
        others = [column for column in filled if column is not columns[0]]
        headings = _headings_over(columns[0], pitch, body, settings) if has_header else 0
        starts = [entry.base for entry in numbers[headings:] if _beside(others, entry.base, settings.same_level * body)]
        if starts and has_header and not headings and _is_centred(others, starts, pitch):
            starts = starts[1:]
    else:
        most = max((len(column) for column in filled), default=0)
        main = [column for column in filled if len(column) >= settings.main_column * most]
        starts = _full_levels(main, pitch, body, settings)
    top = min((entry.base for column in filled for entry in column), default=0.0)
    return [start for start in starts if start - top > 0.5 * pitch]


def _usual_pitch(columns: Sequence[Sequence[Entry]], body: float) -> float:
    steps = [b.base - a.base for column in columns for a, b in pairwise(column)]
    steps = sorted(step for step in steps if step > body)
    return steps[len(steps) // 10] if steps else 2.5 * body  # tables of short rows have few lines inside of rows


def _number_column(columns: Sequence[Sequence[Entry]], body: float, settings: LayoutSettings) -> Sequence[Entry] | None:
    """The first column, when all its print under a heading is as short as numbers are."""
    first = columns[0] if columns else ()
    wide = _wide_entries(first, body, settings)
    under = len(first) - (wide[-1] + 1 if wide else 0)
    return first if under >= 2 and len(wide) <= settings.heading_lines and under >= len(first) - 3 else None


def _has_one_number(columns: Sequence[Sequence[Entry]], body: float, settings: LayoutSettings) -> bool:
    """Whether all that stands in the first column is a number on the first line, as in a row of its own."""
    first = columns[0] if columns else ()
    top = min((entry.base for column in columns for entry in column), default=0.0)
    is_first = len(first) == 1 and first[0].base - top <= settings.same_level * body
    return is_first and not _wide_entries(first, body, settings)


def _wide_entries(column: Sequence[Entry], body: float, settings: LayoutSettings) -> list[int]:
    """Which of them are wider than a number."""
    return [index for index, entry in enumerate(column) if entry.stop - entry.start > settings.number_width * body]


def _headings_over(column: Sequence[Entry], pitch: float, body: float, settings: LayoutSettings) -> int:
    """How many of the first lines are a heading: one that is wider than a number, and what follows it closely."""
    wide = _wide_entries(column, body, settings)
    if not wide:
        return 0
    last = wide[-1]
    while last + 1 < len(column) and column[last + 1].base - column[last].base <= settings.heading_pitch * pitch:
        last += 1
    return last + 1


def _beside(columns: Sequence[Sequence[Entry]], base: float, slack: float) -> bool:
    return any(abs(entry.base - base) <= slack for column in columns for entry in column)


def _is_centred(columns: Sequence[Sequence[Entry]], starts: Sequence[float], pitch: float) -> bool:
    """Whether the columns' print around the first start has its middle there: a header's; rows hang from the top."""
    end = starts[1] - 0.5 * pitch if len(starts) > 1 else float("inf")
    middles = []
    for column in columns:
        bases = [entry.base for entry in column if entry.base < end]
        while len(bases) > 1 and bases[-1] - bases[-2] > 1.6 * pitch:
            bases.pop()
        if bases:
            middles.append((bases[0] + bases[-1]) / 2)
    centred = sum(abs(middle - starts[0]) <= 0.6 * pitch for middle in middles)
    return 2 * centred > len(middles)


def _full_levels(
    columns: Sequence[Sequence[Entry]], pitch: float, body: float, settings: LayoutSettings
) -> list[float]:
    bases: list[float] = []
    for base in sorted(entry.base for column in columns for entry in column):
        if not bases or base - bases[-1] > settings.same_level * body:
            bases.append(base)
    starts = []
    full = 0
    for base in bases:
        steps = []
        present = 0
        for column in columns:
            here = [entry.base for entry in column if abs(entry.base - base) <= settings.same_level * body]
            before = [entry.base for entry in column if entry.base < base - settings.same_level * body]
            present += bool(here)
            if here and before:
                steps.append(base - before[-1])
        if present < settings.full_level * len(columns):
            continue
        full += 1
        if not steps:
            continue
        if max(steps) > settings.row_gap * pitch or min(steps) > settings.row_leading * pitch:
            starts.append(base)
    # Hardly ever do all cells of all rows run over as many lines: then every line is a row.
    return bases if full >= settings.short_rows * len(bases) else starts
