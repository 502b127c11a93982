"""How much ink status cells hold, in square millimetres of paper: a share of the cell would depend on its size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from pipeline.settings import MemoSettings
from pipeline.tables.records import CellText
from pipeline.thai.marks import is_no_mark

_MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class InkLevels:
    """The ink of one table's status cells, in mm²: scans and ticks differ too much for fixed levels alone.

    empty: what blank and dashed cells usually hold
    mark: what the filled cell of a row usually holds, over `rows` rows in which one cell stands out
    measured: False for tables without any ink, such as those of a text layer
    """

    empty: float
    mark: float
    rows: int
    measured: bool


def measure_area(cell: CellText, dpi: Mapping[int, int]) -> float:
    """The ink of a cell in mm²; `dpi` by page."""
    areas = [
        (place.bbox[2] - place.bbox[0]) * (place.bbox[3] - place.bbox[1]) * (_MM_PER_INCH / dpi[place.page]) ** 2
        for place in cell.places
        if dpi.get(place.page)
    ]
    return cell.ink * max(areas, default=0.0)


def measure_levels(rows: Sequence[Sequence[CellText]], dpi: Mapping[int, int], settings: MemoSettings) -> InkLevels:
    """The levels of a table, from the status cells of each of its rows."""
    # Unread ticks hide among the blanks, so the level of the blanks is a median.
    empty = [measure_area(cell, dpi) for row in rows for cell in row if is_no_mark(cell.passage.text)]
    winners: list[float] = []
    for row in rows:
        areas = sorted((measure_area(cell, dpi) for cell in row), reverse=True)
        if len(areas) > 1 and areas[0] >= max(settings.least_mark_area, settings.mark_over_rest * areas[1]):
            winners.append(areas[0])
    return InkLevels(
        empty=median(empty) if empty else 0.0,
        mark=median(winners) if winners else 0.0,
        rows=len(winners),
        measured=any(cell.ink > 0 for row in rows for cell in row),
    )
