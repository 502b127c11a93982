"""Ruling lines: what they are, how pieces of one are joined, how they are taken out of the ink."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.layout.binarize import Ink
from pipeline.page import LayerRule
from pipeline.settings import LayoutSettings

Path = tuple[tuple[float, float], ...]
"""Places (along, across) in pixels."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruling line, described along its own direction.

    start, end: first and last pixel along it (x for a horizontal rule, y for a vertical one)
    at_start, at_end: its centre across it at these two (y for a horizontal rule, x for a vertical one)
    thickness: pixels across
    is_dotted: it is dots or dashes, or fainter than ink
    breaks: where nothing of it is seen, as (from, to) along it
    path: (along, across) of places that it goes through, where it is bowed as on a sheet that lay uneven; empty for a
        straight one
    """

    start: float
    end: float
    at_start: float
    at_end: float
    thickness: float
    is_dotted: bool = False
    breaks: tuple[tuple[float, float], ...] = ()
    path: Path = ()

    @property
    def length(self) -> float:
        """Pixels along it."""
        return self.end - self.start

    @property
    def slope(self) -> float:
        """How far it drifts across, per pixel along."""
        return (self.at_end - self.at_start) / self.length if self.length else 0.0

    def position(self, along: float) -> float:
        """Its centre across it, at a place along it (also beyond its ends)."""
        return float(self.positions(np.array([along]))[0]) if self.path else self._straight(along)

    def positions(self, along: npt.NDArray[np.floating | np.integer]) -> npt.NDArray[np.float64]:
        """Its centres across it, at many places along it."""
        straight = self.at_start + self.slope * (np.asarray(along, np.float64) - self.start)
        if not self.path:
            return straight
        places, off = zip(*((place, across - self._straight(place)) for place, across in self.path), strict=True)
        return np.asarray(straight + np.interp(along, places, off), np.float64)

    def _straight(self, along: float) -> float:
        return self.at_start + self.slope * (along - self.start)


@dataclass(frozen=True, slots=True)
class Rules:
    """The ruling lines of a page. slanted: long lines down the page that lie as no rule does, such as streaks."""

    horizontal: tuple[Rule, ...]
    vertical: tuple[Rule, ...]
    slanted: tuple[Rule, ...] = ()

    @property
    def count(self) -> int:
        """Of both directions."""
        return len(self.horizontal) + len(self.vertical)


def vector_rules(rules: Sequence[LayerRule], dpi: int, settings: LayoutSettings) -> Rules:
    """The vector rules of a born-digital page, joined where one is drawn in pieces."""
    across = settings.thickest_rule * dpi
    horizontal, vertical = [], []
    for x0, y0, x1, y1 in (rule.bbox for rule in rules):
        if y1 - y0 <= across and x1 - x0 > y1 - y0:
            horizontal.append(Rule(x0, x1, (y0 + y1) / 2, (y0 + y1) / 2, y1 - y0))
        elif x1 - x0 <= across:
            vertical.append(Rule(y0, y1, (x0 + x1) / 2, (x0 + x1) / 2, x1 - x0))
    down = tuple(keep_long(join_pieces(vertical, dpi, settings), settings.least_vertical * dpi))
    rows = [
        rule
        for rule in join_pieces(horizontal, dpi, settings)
        if rule.length >= settings.least_horizontal * dpi or is_rung(rule, down, dpi, settings)
    ]
    return Rules(tuple(rows), down)


def is_rung(rule: Rule, posts: Sequence[Rule], dpi: int, settings: LayoutSettings) -> bool:
    """Whether a short rule goes from one crossing rule to another: a row of a narrow column beside a merged cell.

    posts: all rules of the other direction
    """
    reach = settings.rung_reach * dpi
    return rule.length >= settings.least_rung * dpi and all(
        any(
            abs(post.position(across) - end) <= reach and post.start - reach <= across <= post.end + reach
            for post in posts
        )
        for end, across in ((rule.start, rule.at_start), (rule.end, rule.at_end))
    )


def stretch_rule(rule: Rule, start: float, end: float) -> Rule:
    """The same line from another beginning to another end."""
    path = tuple(place for place in rule.path if start <= place[0] <= end)
    return replace(rule, start=start, end=end, at_start=rule.position(start), at_end=rule.position(end), path=path)


def find_crossings(at: float, crossing: Sequence[Rule], touch: float) -> list[float]:
    """Where rules of the other direction cross a line at this height, `touch` pixels past their ends included."""
    return [other.position(at) for other in crossing if other.start - touch <= at <= other.end + touch]


def lies_in_line(rule: Rule, other: Rule, dpi: int, settings: LayoutSettings) -> bool:
    """Whether another rule lies before or behind this one, in the same line."""
    apart = abs(other.position(other.start) - rule.position(other.start))
    return apart <= settings.same_line * dpi / 2 and (other.start > rule.end or other.end < rule.start)


def join_pieces(pieces: Sequence[Rule], dpi: int, settings: LayoutSettings, extra: float = 0.0) -> list[Rule]:
    """Rules made of the pieces that continue each other; a rule must be mostly ink.

    extra: pixels by which each piece seems longer than it is, at both ends; the rules come without them.
    """
    gap, drift = settings.widest_gap * dpi - 2 * extra, settings.widest_drift * dpi
    chains: list[list[Rule]] = []
    active: list[list[Rule]] = []
    for piece in sorted(pieces, key=lambda rule: rule.start):
        # Pieces come by their beginning: a chain that ended too early for this one is too early for all others.
        active = [chain for chain in active if piece.start - chain[-1].end <= gap]
        near = [chain for chain in active if _goes_on(chain, piece, drift, dpi, settings)]
        if near:
            best = min(near, key=lambda chain: _swerve(chain, piece, dpi, settings))
            best.append(piece)
        else:
            chains.append([piece])
            active.append(chains[-1])
    rules = [_join(chain, dpi, settings) for chain in chains if _covers(chain, settings.least_coverage)]
    return [replace(rule, start=rule.start + extra, end=rule.end - extra) for rule in rules] if extra else rules


def _goes_on(chain: Sequence[Rule], piece: Rule, drift: float, dpi: int, settings: LayoutSettings) -> bool:
    """Whether a piece lies where a chain ends, and where its direction leads: a streak and a rule that cross run
    together for a while, and each must come out as what it went in."""
    if abs(piece.at_start - chain[-1].at_end) > drift:
        return False
    is_long = chain[-1].end - chain[0].start >= settings.directed_chain * dpi
    return not is_long or _swerve(chain, piece, dpi, settings) <= settings.widest_swerve * dpi


def _swerve(chain: Sequence[Rule], piece: Rule, dpi: int, settings: LayoutSettings) -> float:
    """How far a piece lies off the line through a chain's two ends; off the last end of a short one."""
    first, last = chain[0], chain[-1]
    if last.end - first.start < settings.directed_chain * dpi:
        return abs(piece.at_start - last.at_end)
    slope = (last.at_end - first.at_start) / (last.end - first.start)
    along = min(piece.end, piece.start + settings.parted_run * dpi)
    return abs(last.at_end + slope * (along - last.end) - piece.position(along))


def keep_long(rules: Sequence[Rule], least: float) -> list[Rule]:
    """The rules of at least this length in pixels."""
    return [rule for rule in rules if rule.length >= least]


def erase_rules(ink: Ink, rules: Rules, reach: int) -> Ink:
    """The ink without these ruling lines, so that letters that touch them stand free.

    reach: pixels that they may lie off a straight line, as rules do on a sheet that lay uneven and streaks never
    """
    clean = ink.copy()
    for rule in rules.horizontal:
        _erase(clean, rule, reach)
    flipped = cv2.transpose(clean)
    for rule in rules.vertical:
        _erase(flipped, rule, reach)  # type: ignore[arg-type]
    return cv2.transpose(flipped)  # type: ignore[return-value]


def _covers(chain: Sequence[Rule], least: float) -> bool:
    inked = sum(rule.length for rule in chain)
    return inked >= least * (max(rule.end for rule in chain) - chain[0].start)


def _join(chain: Sequence[Rule], dpi: int, settings: LayoutSettings) -> Rule:
    if len(chain) == 1:  # most are: strokes of letters
        return chain[0]
    last = max(chain, key=lambda rule: rule.end)
    weight = sum(max(rule.length, 1.0) for rule in chain)
    thickness = sum(rule.thickness * max(rule.length, 1.0) for rule in chain) / weight
    rule = Rule(chain[0].start, last.end, chain[0].at_start, last.at_end, thickness)
    return replace(rule, path=_find_path(rule, chain, dpi, settings))


def _find_path(rule: Rule, chain: Sequence[Rule], dpi: int, settings: LayoutSettings) -> Path:
    """Where a long rule goes between its ends, if it is bowed more than the search for its ink allows for."""
    if rule.length < settings.bowed_rule * dpi or len(chain) < settings.bowed_pieces:
        return ()
    ends = sorted(end for piece in chain for end in ((piece.start, piece.at_start), (piece.end, piece.at_end)))
    path = tuple(zip((along for along, _ in ends), _smooth([across for _, across in ends]), strict=True))
    off = max(abs(across - rule.position(along)) for along, across in path)
    return path if off > settings.widest_drift * dpi else ()


def _erase(ink: Ink, rule: Rule, reach: int) -> None:
    """Blank the rule stretch by stretch, a little beyond its measure: its edges are grey and its corners round.

    reach: see `erase_rules`
    """
    half = rule.thickness / 2 + 1.5
    cuts = np.linspace(rule.start - 2 * half, rule.end + 2 * half, max(2, round(rule.length / 40) + 1))
    stretches = [(max(0, int(begin)), max(0, int(end) + 1), (begin + end) / 2) for begin, end in pairwise(cuts)]
    bends = [_find_bend(ink, begin, end, rule.position(at), reach) for begin, end, at in stretches] if reach else [0.0]
    bends = _smooth(bends) if reach else bends * len(stretches)
    for (begin, end, at), bend in zip(stretches, bends, strict=True):
        centre = rule.position(at) + bend
        top, bottom = max(0, round(centre - half)), max(0, round(centre + half) + 1)  # it may run off the page
        ink[top:bottom, begin:end] = 0


def _find_bend(ink: Ink, begin: int, end: int, centre: float, reach: int) -> float:
    """How far off its straight line, in pixels, a rule has the most ink between two columns."""
    top = round(centre) - reach - 1
    rows = ink[max(0, top) : max(0, round(centre) + reach + 2), begin:end].sum(axis=1, dtype=np.int64)
    if len(rows) != 2 * reach + 3 or end <= begin:  # at the page's edge
        return 0.0
    bands = rows[:-2] + rows[1:-1] + rows[2:]
    offsets = np.arange(-reach, reach + 1)
    return float(offsets[(bands - 0.01 * np.abs(offsets)).argmax()])


def _smooth(bends: Sequence[float]) -> list[float]:
    """Medians of five: a letter on a rule draws one stretch to it, a sheet bends over several."""
    windows = (sorted(bends[max(0, index - 2) : index + 3]) for index in range(len(bends)))
    return [window[len(window) // 2] for window in windows]
