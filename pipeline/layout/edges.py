"""The lines of a table's lattice, and between which of its boxes they are ruled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.settings import LayoutSettings


@dataclass(frozen=True, slots=True)
class LatticeLine:
    """One row line or column line of a table.

    at: its centre across it, at the middle of the table; slope: drift across per pixel along;
    pieces: what of it is ruled, as (from, to) along it, small breaks included; breaks: those, likewise.
    """

    at: float
    slope: float
    pieces: tuple[tuple[float, float], ...]
    breaks: tuple[tuple[float, float], ...] = ()

    def covers(self, begin: float, end: float) -> float:
        """The share (0–1) of the stretch that is ruled."""
        inside = sum(max(0.0, min(end, stop) - max(begin, start)) for start, stop in _unite(self.pieces))
        return inside / (end - begin) if end > begin else 0.0

    def is_off(self, begin: float, end: float) -> bool:
        """Whether nothing of the stretch is ruled, at least from its one end to the other."""
        return self.covers(begin, end) == 0 or any(start <= begin and end <= stop for start, stop in self.breaks)

    def stands_alone(self, begin: float, end: float, slack: float) -> bool:
        """Whether what is ruled reaches neither end of the stretch, but for so many pixels from there."""
        return all(any(start - slack <= place <= stop + slack for start, stop in self.breaks) for place in (begin, end))


@dataclass(frozen=True, slots=True)
class Edges:
    """Which sides of the boxes between row lines and column lines are ruled. middle_x: where row lines are `at`."""

    rows: tuple[LatticeLine, ...]
    columns: tuple[LatticeLine, ...]
    middle_x: float
    dpi: int
    settings: LayoutSettings

    def has_row_edge(self, row: int, column: int) -> bool:
        """Whether row line `row` is ruled over a column."""
        # Lines are measured a little inside the corners, where crossing rules would count as cover.
        apart = self.settings.same_line * self.dpi
        begin, end = self.columns[column].at + apart, self.columns[column + 1].at - apart
        return self.rows[row].covers(begin, max(end, begin + 1)) >= self.settings.ruled_share

    def has_column_edge(self, row: int, column: int) -> bool:
        """Whether column line `column` is ruled beside a row.

        A row of one line is no higher than a break in a rule may be. What is missing from one rule of the row to the
        next is a cell that spans both columns: breaks by wear do not stop at the rows.
        """
        apart = self.settings.same_line * self.dpi
        begin, end = self.rows[row].at + apart, self.rows[row + 1].at - apart
        if self.columns[column].covers(begin, max(end, begin + 1)) < self.settings.ruled_share:
            return False
        inside = self._inside(row, column)
        if self.columns[column].is_off(*inside):
            return False
        return not self.columns[column].stands_alone(*inside, self._slack) or not self._is_spanned(row)

    def _is_spanned(self, row: int) -> bool:
        """Whether one cell fills the row: a letter of its line may chance to stand in place of a missing rule."""
        inner = range(1, len(self.columns) - 1)
        off = [column for column in inner if self.columns[column].is_off(*self._inside(row, column))]
        rest = [column for column in inner if column not in off]
        alone = all(self.columns[column].stands_alone(*self._inside(row, column), self._slack) for column in rest)
        return 2 * len(off) >= len(inner) or (bool(off) and alone)

    def _inside(self, row: int, column: int) -> tuple[float, float]:
        """From the row's upper rule to its lower one, beside a column line."""
        drift = self.rows[row].slope * (self.columns[column].at - self.middle_x)
        return self.rows[row].at + drift + self._slack, self.rows[row + 1].at + drift - self._slack

    @property
    def _slack(self) -> float:
        return self.settings.break_slack * self.dpi


def _unite(pieces: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    united: list[tuple[float, float]] = []
    for start, stop in sorted(pieces):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(stop, united[-1][1]))
        else:
            united.append((start, stop))
    return united
