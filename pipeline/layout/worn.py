"""Rules of a worn copy: of each only pieces are left, which lie in one line and hardly ever meet another rule.

Piece by piece none of them is known to be a rule. Together they are: pieces of letters do not add up to a third of a
table's height or width in one line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.layout.binarize import Shade
from pipeline.layout.grid import Lattice
from pipeline.layout.rules import Rule, Rules
from pipeline.layout.strokes import flip, take_band
from pipeline.settings import LayoutSettings


@dataclass(frozen=True, slots=True)
class _Line:
    """Pieces in one line; at: where it lies across the middle of the page."""

    at: float
    pieces: tuple[Rule, ...]

    @property
    def start(self) -> float:
        """Where its first piece begins."""
        return self.pieces[0].start

    @property
    def end(self) -> float:
        """Where its last piece ends."""
        return max(piece.end for piece in self.pieces)

    def covered(self, begin: float, end: float) -> float:
        """The share (0–1) of a stretch that its pieces cover."""
        return sum(max(0.0, min(piece.end, end) - max(piece.start, begin)) for piece in self.pieces) / (end - begin)


def mend_worn(
    rules: Rules, lattices: Sequence[Lattice], shade: Shade, dpi: int, settings: LayoutSettings
) -> Rules | None:
    """The rules of a page with the broken ones of a table drawn from side to side; None where nothing is so worn.

    lattices: the tables that were found without; where most pieces are part of their rules, nothing is changed.
    A cell that runs over several rows may come out parted.
    """
    height, width = shade.shape
    across = _gather(_leave_out_pale(rules.horizontal, shade, dpi, settings), width / 2, dpi, settings)
    down = _gather(_leave_out_pale(rules.vertical, flip(shade), dpi, settings), height / 2, dpi, settings)
    slack = settings.open_side * dpi
    # What runs on beyond all rules that it crosses is a streak.
    heights = [line.at for line in across]
    down = [line for line in down if not heights or not _runs_beyond(line, min(heights), max(heights), slack)]
    while True:
        across_met = [line for line in across if _is_crossed(line, down, slack)]
        down_met = [line for line in down if _is_crossed(line, across_met, slack)]
        if min(len(across_met), len(down_met)) < settings.worn_lines:
            return None
        (left, right), (top, bottom) = _outer(down_met, across_met, slack), _outer(across_met, down_met, slack)
        if min(right - left, bottom - top) < settings.worn_side * dpi:
            return None
        kept_across = [line for line in across_met if line.covered(left, right) >= settings.worn_coverage]
        kept_down = [line for line in down_met if line.covered(top, bottom) >= settings.worn_coverage]
        if (len(kept_across), len(kept_down)) == (len(across), len(down)):
            break
        across, down = kept_across, kept_down
    known_across = [rule for lattice in lattices for rule in lattice.rules.horizontal]
    known_down = [rule for lattice in lattices for rule in lattice.rules.vertical]
    pieces = [
        *((piece, known_across) for line in across for piece in line.pieces),
        *((piece, known_down) for line in down for piece in line.pieces),
    ]
    lost = sum(piece.length for piece, known in pieces if not _is_used(piece, known, dpi, settings))
    if lost < settings.worn_lost * sum(piece.length for piece, _ in pieces):
        return None
    rows = [_draw(line, left, right) for line in across]
    columns = [_draw(line, top, bottom) for line in down]
    # A side whose rule is lost ends where the rules that it crossed do.
    columns += [Rule(top, bottom, x, x, 1.0) for x in (left, right) if all(abs(x - line.at) > slack for line in down)]
    rows += [Rule(left, right, y, y, 1.0) for y in (top, bottom) if all(abs(y - line.at) > slack for line in across)]
    outside = [rule for rule in rules.horizontal if not top - slack <= rule.at_start <= bottom + slack]
    return Rules((*rows, *outside), tuple(columns), rules.slanted)


def _leave_out_pale(rules: Sequence[Rule], shade: Shade, dpi: int, settings: LayoutSettings) -> list[Rule]:
    """The rules along x without those that show through from the other side of the sheet: they are paler than what is
    left of worn ones, all along."""
    depths = [_measure_depth(shade, rule, dpi, settings) for rule in rules]
    if not depths:
        return []
    palest = max(settings.worn_palest, settings.worn_paler * float(np.percentile(depths, 75)))
    return [rule for rule, depth in zip(rules, depths, strict=True) if depth >= palest]


def _measure_depth(shade: Shade, rule: Rule, dpi: int, settings: LayoutSettings) -> float:
    """How dark a rule is where there is ink of it, 0 to 255: in the darkest quarter of its places."""
    band = take_band(shade, rule, dpi, settings)
    return float(np.percentile(band.max(axis=0), 75)) if band.size else 0.0


def _is_crossed(line: _Line, others: Sequence[_Line], slack: float) -> bool:
    """Whether two lines of the other direction reach it."""
    return sum(other.start - slack <= line.at <= other.end + slack for other in others if other is not line) >= 2


def _outer(lines: Sequence[_Line], crossing: Sequence[_Line], slack: float) -> tuple[float, float]:
    """Where a table begins and ends across these lines: at the outermost, or where two that cross them do, the further
    one of them; one alone may overshoot."""
    starts, ends = sorted(line.start for line in crossing), sorted(line.end for line in crossing)
    first = starts[0] if starts[1] - starts[0] <= slack else starts[1]
    last = ends[-1] if ends[-1] - ends[-2] <= slack else ends[-2]
    return min(lines[0].at, first), max(lines[-1].at, last)


def _runs_beyond(line: _Line, first: float, last: float, slack: float) -> bool:
    return line.start < first - slack and line.end > last + slack


def _gather(rules: Sequence[Rule], middle: float, dpi: int, settings: LayoutSettings) -> list[_Line]:
    """The lines that these rules are pieces of, in order, those of little length left out."""
    if not rules:
        return []
    slope = float(np.average([rule.slope for rule in rules], weights=[max(rule.length, 1.0) for rule in rules]))
    places = sorted(
        (((rule.at_start + rule.at_end) / 2 + slope * (middle - (rule.start + rule.end) / 2), rule) for rule in rules),
        key=lambda place: place[0],
    )
    groups: list[list[tuple[float, Rule]]] = []
    for at, rule in places:
        if groups and at - groups[-1][-1][0] <= settings.worn_drift * dpi:
            groups[-1].append((at, rule))
        else:
            groups.append([(at, rule)])
    lines = [
        _Line(
            float(np.average([at for at, _ in group], weights=[max(rule.length, 1.0) for _, rule in group])),
            tuple(sorted((rule for _, rule in group), key=lambda rule: rule.start)),
        )
        for group in groups
    ]
    return [line for line in lines if sum(piece.length for piece in line.pieces) >= settings.worn_length * dpi]


def _draw(line: _Line, begin: float, end: float) -> Rule:
    """One rule from `begin` to `end` through the pieces of a line."""
    along = [place for piece in line.pieces for place in (piece.start, piece.end)]
    across = [place for piece in line.pieces for place in (piece.at_start, piece.at_end)]
    slope, base = np.polyfit(along, across, 1) if max(along) - min(along) > (end - begin) / 2 else (0.0, line.at)
    weights = [max(piece.length, 1.0) for piece in line.pieces]
    thickness = float(np.average([piece.thickness for piece in line.pieces], weights=weights))
    return Rule(begin, end, float(base + slope * begin), float(base + slope * end), thickness)


def _is_used(piece: Rule, known: Sequence[Rule], dpi: int, settings: LayoutSettings) -> bool:
    """Whether most of a piece is part of a table's rule."""
    middle = (piece.start + piece.end) / 2
    at, drift = piece.position(middle), settings.worn_drift * dpi
    beside = [rule for rule in known if abs(rule.position(middle) - at) <= drift]
    inside = sum(max(0.0, min(piece.end, rule.end) - max(piece.start, rule.start)) for rule in beside)
    return 2 * inside >= piece.length
