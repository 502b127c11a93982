"""Ink → ruling lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np

from pipeline.layout.binarize import Ink
from pipeline.page import LayerRule
from pipeline.settings import LayoutSettings


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight ruling line, described along its own direction.

    start, end: first and last pixel along it (x for a horizontal rule, y for a vertical one)
    at_start, at_end: its centre across it at these two (y for a horizontal rule, x for a vertical one)
    thickness: pixels across
    """

    start: float
    end: float
    at_start: float
    at_end: float
    thickness: float

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
        return self.at_start + self.slope * (along - self.start)


@dataclass(frozen=True, slots=True)
class Rules:
    """The ruling lines of a page."""

    horizontal: tuple[Rule, ...]
    vertical: tuple[Rule, ...]


def find_rules(ink: Ink, dpi: int, settings: LayoutSettings) -> Rules:
    """Long thin straight runs of ink, joined over gaps."""
    return Rules(
        _find_direction(ink, dpi, settings.least_horizontal, settings),
        _find_direction(np.ascontiguousarray(ink.T), dpi, settings.least_vertical, settings),
    )


def vector_rules(rules: Sequence[LayerRule], dpi: int, settings: LayoutSettings) -> Rules:
    """The vector rules of a born-digital page, joined where one is drawn in pieces."""
    across = settings.thickest_rule * dpi
    horizontal, vertical = [], []
    for x0, y0, x1, y1 in (rule.bbox for rule in rules):
        if y1 - y0 <= across and x1 - x0 > y1 - y0:
            horizontal.append(Rule(x0, x1, (y0 + y1) / 2, (y0 + y1) / 2, y1 - y0))
        elif x1 - x0 <= across:
            vertical.append(Rule(y0, y1, (x0 + x1) / 2, (x0 + x1) / 2, x1 - x0))
    return Rules(
        tuple(_keep_long(_chain(horizontal, dpi, settings), settings.least_horizontal * dpi)),
        tuple(_keep_long(_chain(vertical, dpi, settings), settings.least_vertical * dpi)),
    )


def erase_rules(ink: Ink, rules: Rules) -> Ink:
    """The ink without these ruling lines, so that letters that touch them stand free."""
    clean = ink.copy()
    for rule in rules.horizontal:
        _erase(clean, rule)
    flipped = np.ascontiguousarray(clean.T)
    for rule in rules.vertical:
        _erase(flipped, rule)
    return np.ascontiguousarray(flipped.T)


def _find_direction(ink: Ink, dpi: int, least: float, settings: LayoutSettings) -> tuple[Rule, ...]:
    """Rules along x of this (possibly transposed) picture: solid ones, and dotted ones where no solid one is."""
    solid = [
        rule
        for rule in _chain(_find_runs(ink, dpi, settings), dpi, settings)
        if rule.length >= least * dpi and _is_free(ink, rule, dpi, settings.free_share, settings)
    ]
    # Dots and dashes of one rule grow together, but so do letters: what comes of it must stand freer, and be longer.
    closing = max(2, round(settings.dot_gap * dpi))
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, closing), np.uint8))
    dotted = [
        rule
        for rule in _chain(_find_runs(closed, dpi, settings), dpi, settings)
        if rule.length >= settings.least_dotted * dpi
        and _is_free(ink, rule, dpi, settings.dotted_free_share, settings)
        and not any(_is_same(rule, other, settings.widest_drift * dpi) for other in solid)
    ]
    return (*solid, *dotted)


def _find_runs(ink: Ink, dpi: int, settings: LayoutSettings) -> list[Rule]:
    """Unbroken thin runs of ink along x."""
    # One pixel more across keeps a slightly slanting thin rule in one piece.
    thick = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    run = max(5, round(settings.shortest_run * dpi))
    runs = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, run), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    pieces = []
    for label in range(1, count):
        x, y, width, height, area = (int(value) for value in stats[label])
        thickness = area / width - 2
        if thickness > settings.thickest_rule * dpi or height > max(4 * thickness + 4, 0.02 * width + thickness + 4):
            continue
        inside = labels[y : y + height, x : x + width] == label
        edge = min(width, max(3, width // 8))
        pieces.append(
            Rule(x, x + width, y + _centre(inside[:, :edge]), y + _centre(inside[:, -edge:]), max(thickness, 1.0))
        )
    return pieces


def _is_free(ink: Ink, rule: Rule, dpi: int, least: float, settings: LayoutSettings) -> bool:
    """Whether white runs along both sides of the rule, as it does not along strokes of letters.

    A double rule has its twin on one side: then the white is looked for beyond the twin.
    """
    return any(
        min(_white_beside(ink, rule, side, distances, dpi) for side in (-1, 1)) >= least
        for distances in (settings.free_distances, settings.twin_distances)
    )


def _white_beside(ink: Ink, rule: Rule, side: int, distances: Sequence[float], dpi: int) -> float:
    """The share of the rule's length with no ink at any of these distances (inches) from its edge."""
    along = np.arange(int(rule.start), int(rule.end))
    centre = rule.at_start + rule.slope * (along - rule.start)
    is_white = np.ones(along.size, bool)
    for away in distances:
        across = np.rint(centre + side * (rule.thickness / 2 + away * dpi)).astype(int)
        is_white &= ink[np.clip(across, 0, ink.shape[0] - 1), along] == 0
    return float(is_white.mean())


def _is_same(rule: Rule, other: Rule, drift: float) -> bool:
    overlap = min(rule.end, other.end) - max(rule.start, other.start)
    middle = (max(rule.start, other.start) + min(rule.end, other.end)) / 2
    return overlap >= 0.8 * rule.length and abs(rule.position(middle) - other.position(middle)) <= drift


def _centre(part: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> float:
    rows = np.nonzero(part)[0]
    return float(rows.mean()) if rows.size else part.shape[0] / 2


def _chain(pieces: Sequence[Rule], dpi: int, settings: LayoutSettings) -> list[Rule]:
    """Join pieces that continue each other; a chain must be mostly ink."""
    gap, drift = settings.widest_gap * dpi, settings.widest_drift * dpi
    chains: list[list[Rule]] = []
    for piece in sorted(pieces, key=lambda rule: rule.start):
        best = None
        for chain in chains:
            last = chain[-1]
            near = piece.start - last.end <= gap and abs(piece.at_start - last.at_end) <= drift
            if near and (best is None or abs(piece.at_start - last.at_end) < abs(piece.at_start - best[-1].at_end)):
                best = chain
        if best is None:
            chains.append([piece])
        else:
            best.append(piece)
    return [_join(chain) for chain in chains if _covers(chain, settings.least_coverage)]


def _covers(chain: Sequence[Rule], least: float) -> bool:
    inked = sum(rule.length for rule in chain)
    return inked >= least * (max(rule.end for rule in chain) - chain[0].start)


def _join(chain: Sequence[Rule]) -> Rule:
    last = max(chain, key=lambda rule: rule.end)
    thickness = float(np.average([r.thickness for r in chain], weights=[max(r.length, 1) for r in chain]))
    return Rule(chain[0].start, last.end, chain[0].at_start, last.at_end, thickness)


def _keep_long(rules: Sequence[Rule], least: float) -> list[Rule]:
    return [rule for rule in rules if rule.length >= least]


def _erase(ink: Ink, rule: Rule) -> None:
    """Blank the rule column by column; where ink goes on above or below it, a letter crosses and stays."""
    half = rule.thickness / 2 + 1.5
    cuts = np.linspace(rule.start, rule.end, max(2, round(rule.length / 40) + 1))
    for begin, end in pairwise(cuts):
        centre = rule.position((begin + end) / 2)
        top, bottom = max(0, round(centre - half)), min(ink.shape[0], round(centre + half) + 1)
        ink[top:bottom, max(0, int(begin)) : int(end) + 1] = 0
