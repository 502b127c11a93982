"""How much ink blank cells have: text that no engine reads leaves ink all the same, and noise leaves some too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

from pipeline.tables.records import CellText

_LEAST_CEILING = 0.004
# Dark share up to which a cell is blank whatever its table shows: a dash in a status cell of usual size has about
# 0.005 and specks of a clean scan less than 0.001.


@dataclass(frozen=True, slots=True)
class BlankInk:
    """Ink share of cells that hold nothing: the usual value, and the most that still counts as blank."""

    usual: float
    ceiling: float


def measure_blank(cells: Sequence[CellText]) -> BlankInk:
    """The blank level of some cells. The lower quartile of the unread cells, since some of them may hold a mark."""
    inks = [cell.ink for cell in cells if not cell.passage.glyphs]
    if not inks:
        return BlankInk(0.0, _LEAST_CEILING)
    usual = quantiles(inks, n=4, method="inclusive")[0] if len(inks) > 1 else inks[0]
    return BlankInk(usual, max(_LEAST_CEILING, 3 * usual))
