"""Ink → ruling lines: long thin straight strokes with white beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.layout.binarize import Ink
from pipeline.layout.rules import Rule, Rules, join_pieces
from pipeline.settings import LayoutSettings


def find_rules(ink: Ink, dpi: int, settings: LayoutSettings) -> Rules:
    """Long thin straight runs of ink, joined over gaps."""
    flipped = np.asarray(cv2.transpose(ink), dtype=np.uint8)
    return Rules(
        _find_direction(ink, dpi, settings.least_horizontal, settings),
        _find_direction(flipped, dpi, settings.least_vertical, settings),
    )


def _find_direction(ink: Ink, dpi: int, least: float, settings: LayoutSettings) -> tuple[Rule, ...]:
    """Rules along x of this (possibly transposed) picture: solid ones, and dotted ones where no solid one is."""
    solid = [
        rule
        for rule in join_pieces(_find_runs(ink, dpi, settings), dpi, settings)
        if rule.length >= least * dpi
        and _is_straight(rule, dpi, settings)
        and _is_free(ink, rule, dpi, settings.free_share, settings)
    ]
    # Dots and dashes of one rule grow together, but so do letters: what comes of it must stand freer, and be longer.
    closing = max(2, round(settings.dot_gap * dpi))
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, closing), np.uint8))
    dotted = [
        replace(rule, is_dotted=True)
        for rule in join_pieces(_find_runs(closed, dpi, settings), dpi, settings)
        if rule.length >= settings.least_dotted * dpi
        and not any(_is_same(rule, other, settings.widest_drift * dpi) for other in solid)
        and _is_straight(rule, dpi, settings)
        and _is_free(ink, rule, dpi, settings.dotted_free_share, settings)
    ]
    return (*solid, *dotted)


def _find_runs(ink: npt.NDArray[np.generic], dpi: int, settings: LayoutSettings) -> list[Rule]:
    """Unbroken thin runs of ink along x."""
    # One pixel more across keeps a slightly slanting thin rule in one piece.
    thick = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    run = max(5, round(settings.shortest_run * dpi))
    runs = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, run), np.uint8))
    # Few pieces on a large page: following their contours is ten times faster than labelling every pixel.
    contours, _ = cv2.findContours(runs, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    pieces = []
    for contour in contours:
        x, y, width, height = cv2.boundingRect(contour)
        inside = np.zeros((height, width), np.uint8)
        cv2.drawContours(inside, [contour], -1, 1, cv2.FILLED, offset=(-x, -y))
        inside &= runs[y : y + height, x : x + width]
        thickness = int(inside.sum()) / width - 2
        if thickness > settings.thickest_rule * dpi or height > max(4 * thickness + 4, 0.02 * width + thickness + 4):
            continue
        edge = min(width, max(3, width // 8))
        pieces.append(
            Rule(x, x + width, y + _centre(inside[:, :edge]), y + _centre(inside[:, -edge:]), max(thickness, 1.0))
        )
    return pieces


def _is_straight(rule: Rule, dpi: int, settings: LayoutSettings) -> bool:
    """Whether it runs along the page's axes, as rules do once the page is upright, and strokes of a pen seldom."""
    drift = abs(rule.at_end - rule.at_start)
    return drift <= settings.drift_allowance * dpi + settings.steepest * rule.length


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


def _centre(part: npt.NDArray[np.uint8]) -> float:
    rows = np.nonzero(part)[0]
    return float(rows.mean()) if rows.size else part.shape[0] / 2
