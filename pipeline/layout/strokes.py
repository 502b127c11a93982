"""Shade and ink → ruling lines: long thin straight strokes with white beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.layout.binarize import Ink, Shade
from pipeline.layout.rules import Rule, Rules, find_crossings, is_rung, join_pieces, stretch_rule
from pipeline.settings import LayoutSettings


def find_rules(ink: Ink, shade: Shade, dpi: int, settings: LayoutSettings) -> Rules:
    """Straight strokes, solid, dotted or faint, joined over gaps."""
    down, slanted = _find_direction(flip(ink), flip(shade), dpi, settings.least_vertical, (), settings)
    across, _ = _find_direction(ink, shade, dpi, settings.least_horizontal, (*down, *slanted), settings)
    # On a sheet that was photographed upright rules lean, and end at others all the same; streaks run over them.
    leaning = {rule: part for rule in slanted if (part := _find_leaning(rule, across, dpi, settings)) is not None}
    leaning = leaning if len(leaning) >= settings.least_leaning else {}
    return Rules(across, (*down, *leaning.values()), tuple(rule for rule in slanted if rule not in leaning))


def flip(picture: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """The picture with x and y exchanged, so that what is done along x is done along y."""
    return np.asarray(cv2.transpose(picture), dtype=np.uint8)


def _find_leaning(rule: Rule, crossing: Sequence[Rule], dpi: int, settings: LayoutSettings) -> Rule | None:
    """The part of a long line from the first rule that it crosses to the last, None where it is another line: it runs
    on beyond them. A letter's stem may stand in its line behind its end."""
    touch, over = settings.touch * dpi, settings.leaning_over * dpi
    spots = [
        other.position(rule.position(other.at_start))
        for other in crossing
        if other.start - touch <= rule.position(other.at_start) <= other.end + touch
        and rule.start - touch <= other.at_start <= rule.end + touch
    ]
    if len(spots) < 2 or min(spots) - rule.start > over or rule.end - max(spots) > over:
        return None
    first, last = min(spots), max(spots)
    return stretch_rule(rule, first, last) if last - first >= settings.least_streak * dpi / 2 else None


def follow_ink(ink: Ink, rule: Rule, dpi: int, settings: LayoutSettings) -> Rule:
    """A line along x with its ends moved on in its direction as far as there is ink: a streak runs on where it has
    grown together with a rule, and goes unseen there."""
    step = settings.parted_run * dpi / 4
    start, end = rule.start, rule.end
    while start > 0 and _covered(ink, stretch_rule(rule, start - step, start), dpi, settings) >= settings.solid_share:
        start -= step
    while (
        end < ink.shape[1] and _covered(ink, stretch_rule(rule, end, end + step), dpi, settings) >= settings.solid_share
    ):
        end += step
    return stretch_rule(rule, start, end)


def measure_weight(shade: Shade, rule: Rule, dpi: int, settings: LayoutSettings) -> float:
    """Black pixels' worth of ink across a rule along x: its thickness, less where it is grey.

    Taken at the middle one of its places, so that letters that cross it don't count.
    """
    band = take_band(shade, rule, dpi, settings)
    if not band.size:
        return 0.0
    return float(np.median((band - np.minimum(band[0], band[-1])).sum(axis=0)) / 255)


def take_band(shade: Shade, rule: Rule, dpi: int, settings: LayoutSettings) -> npt.NDArray[np.float64]:
    """How dark the page is along a rule along x and beside it, 0 to 255: (places across it, places along it)."""
    along = np.arange(int(max(0, rule.start)), int(min(shade.shape[1], rule.end)))
    reach = max(2, round(settings.thickest_rule * dpi / 2))
    centre = np.rint(rule.positions(along)).astype(int)
    across = np.clip(centre[None, :] + np.arange(-reach, reach + 1)[:, None], 0, shade.shape[0] - 1)
    return np.asarray(255.0 - shade[across, along[None, :]])


def _find_direction(
    ink: Ink, shade: Shade, dpi: int, least: float, posts: Sequence[Rule], settings: LayoutSettings
) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """Rules along x of this (possibly transposed) picture, and long lines that lie too much askew to be any.

    posts: rules across x, where they are known: a rule shorter than `least` must go from one to another.

    The mean along x over a short stretch closes the gaps of dotted and dashed rules and lifts faint ones out of the
    grain; the black top-hat across x then leaves what is thin. Strokes of letters that get through end early or
    have no white beside them.
    """
    stretch = max(3, round(settings.stretch * dpi)) | 1
    thickest = max(3, round(settings.thickest_rule * dpi)) | 1
    mean = cv2.blur(shade, (stretch, 1))
    thin = cv2.morphologyEx(mean, cv2.MORPH_BLACKHAT, np.ones((thickest, 1), np.uint8))
    _, strokes = cv2.threshold(thin, settings.faintest_rule, 1, cv2.THRESH_BINARY)
    # The mean along the rule made it longer at both ends.
    extra = stretch // 2 - 1
    near = _mark_near(posts, ink.shape[1], dpi, settings)
    rules, slanted = [], []
    for rule in join_pieces(_find_runs(strokes, dpi, settings), dpi, settings, extra):
        is_short = rule.length < least * dpi
        if is_short and not (_ends_near(rule, near) and is_rung(rule, posts, dpi, settings)):
            continue
        if not _is_straight(rule, dpi, settings):
            if (
                rule.length >= settings.least_streak * dpi
                and _covered(ink, rule, dpi, settings) >= settings.solid_share
            ):
                slanted.append(rule)
            continue
        inked = _inked(ink, rule, dpi, settings)
        # A solid rule holds for more than a letter, in the mean, before it breaks off: heads of bold letters don't.
        least_length = settings.least_unbroken * dpi * (np.count_nonzero(inked[:-1] & ~inked[1:]) + 1)
        is_solid = inked.size > 0 and inked.mean() >= settings.solid_share and rule.length >= least_length
        free = settings.free_share if is_solid else settings.dotted_free_share
        if (is_solid or rule.length >= settings.least_dotted * dpi) and _is_free(ink, rule, dpi, free, settings):
            rules.append(rule if is_solid else replace(rule, is_dotted=True))
    whole = [_reach_posts(rule, posts, ink, dpi, settings) for rule in _bridge(rules, ink, dpi, settings)]
    return tuple(replace(rule, breaks=_find_breaks(ink, rule, dpi, settings)) for rule in whole), tuple(slanted)


def _mark_near(posts: Sequence[Rule], width: int, dpi: int, settings: LayoutSettings) -> npt.NDArray[np.bool_]:
    """For every column of the picture, whether a rung may end there, at one of these posts."""
    near = np.zeros(width, np.bool_)
    reach = settings.rung_reach * dpi
    for post in posts:
        first, last = sorted((post.at_start, post.at_end))
        near[max(0, int(first - reach)) : max(0, int(last + reach) + 2)] = True
    return near


def _ends_near(rule: Rule, near: npt.NDArray[np.bool_]) -> bool:
    """Whether both ends are in such columns: of thousands of short strokes few are, and it is told in no time."""
    last = len(near) - 1
    return bool(near[min(max(round(rule.start), 0), last)] and near[min(max(round(rule.end), 0), last)])


def _find_breaks(ink: Ink, rule: Rule, dpi: int, settings: LayoutSettings) -> tuple[tuple[float, float], ...]:
    """The stretches of a rule without ink, as (from, to) along it."""
    is_ink = np.concatenate([[True], _inked(ink, rule, dpi, settings), [True]])
    ends = np.flatnonzero(np.diff(is_ink.astype(np.int8)))
    start = int(max(0, rule.start))
    return tuple((float(start + first), float(start + last)) for first, last in ends.reshape(-1, 2))


def _bridge(rules: Sequence[Rule], ink: Ink, dpi: int, settings: LayoutSettings) -> list[Rule]:
    """Whole rules of which the middle was lost in a streak or a stamp: the ink between two in one line goes on."""
    bridged: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: rule.start):
        before = [index for index, other in enumerate(bridged) if _runs_on(other, rule, dpi, settings)]
        # Only from the nearest one: further off, what lies between is ink because it is a rule of its own.
        nearest = max(before, key=lambda index: bridged[index].end, default=None)
        if nearest is None or not _is_bridge(bridged[nearest], rule, ink, dpi, settings):
            bridged.append(rule)
            continue
        other = bridged[nearest]
        bridged[nearest] = Rule(
            other.start,
            rule.end,
            other.at_start,
            rule.at_end,
            (other.thickness + rule.thickness) / 2,
            path=(*other.path, *rule.path),
        )
    return bridged


def _reach_posts(rule: Rule, posts: Sequence[Rule], ink: Ink, dpi: int, settings: LayoutSettings) -> Rule:
    """A rule that breaks off inside a column, moved on to the column's rule where the ink in its line goes on: marks of
    letters have grown together with it there. It meets another rule already, as a row of letters does not."""
    touch, furthest = settings.touch * dpi, settings.reaching_gap * dpi
    spots = find_crossings((rule.at_start + rule.at_end) / 2, posts, 0) if posts else []
    meeting = settings.rung_reach * dpi
    if not any(rule.start - meeting <= spot <= rule.end + meeting for spot in spots):
        return rule
    start, end = rule.start, rule.end
    before = max((spot for spot in spots if start - furthest <= spot < start + touch), default=start)
    if before < start - touch and _goes_on(ink, rule, before, start, dpi, settings):
        start = before
    behind = min((spot for spot in spots if end - touch < spot <= end + furthest), default=end)
    if behind > end + touch and _goes_on(ink, rule, end, behind, dpi, settings):
        end = behind
    return rule if (start, end) == (rule.start, rule.end) else stretch_rule(rule, start, end)


def _goes_on(ink: Ink, rule: Rule, begin: float, end: float, dpi: int, settings: LayoutSettings) -> bool:
    """Whether the way from `begin` to `end` has nearly as much ink as the rule. Few rules break off: only theirs is
    measured."""
    least = settings.reaching_share * _covered(ink, rule, dpi, settings)
    return _covered(ink, stretch_rule(rule, begin, end), dpi, settings) >= least


def _runs_on(other: Rule, rule: Rule, dpi: int, settings: LayoutSettings) -> bool:
    """Whether the second lies in line with the first, further on."""
    middle = (other.end + rule.start) / 2
    apart = abs(other.position(middle) - rule.position(middle))
    return other.end < rule.start and apart <= settings.bridge_drift * dpi


def _is_bridge(other: Rule, rule: Rule, ink: Ink, dpi: int, settings: LayoutSettings) -> bool:
    """Whether the ink between two rules in one line makes them one."""
    if other.is_dotted or rule.is_dotted:
        return False
    share = (other.length + rule.length) / (rule.end - other.start)
    between = Rule(other.end, rule.start, other.at_end, rule.at_start, 1.0)
    return share >= settings.least_coverage and _covered(ink, between, dpi, settings) >= settings.bridge_share


def _find_runs(strokes: cv2.typing.MatLike, dpi: int, settings: LayoutSettings) -> list[Rule]:
    """Unbroken thin runs along x."""
    # One pixel more across keeps a slightly slanting thin rule in one piece.
    thick = cv2.dilate(strokes, np.ones((3, 1), np.uint8))
    run = max(5, round(settings.shortest_run * dpi))
    runs = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, run), np.uint8))
    # Few pieces on a large page: following their contours is ten times faster than labelling every pixel.
    contours, _ = cv2.findContours(runs, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    part = max(run, round(settings.parted_run * dpi))
    pieces = []
    for contour in contours:
        x, y, width, _ = cv2.boundingRect(contour)
        inside = _mask_of(contour, runs)
        piece = _describe_run(inside, x, y, settings.thickest_rule * dpi)
        is_long = width >= 2 * part
        if piece is not None and not (is_long and _is_bent(inside, settings.widest_drift * dpi)):
            pieces.append(piece)
        elif is_long:  # a streak or a letter that has grown together with a rule lies apart elsewhere
            stretch = part if piece is None else part // 2
            pieces += _part_run(inside, x, y, stretch, settings.thickest_rule * dpi)
    return pieces


def _mask_of(contour: cv2.typing.MatLike, strokes: cv2.typing.MatLike) -> npt.NDArray[np.uint8]:
    """The pixels of one contour of these strokes, within its box."""
    x, y, width, height = cv2.boundingRect(contour)
    inside = np.zeros((height, width), np.uint8)
    cv2.drawContours(inside, [contour], -1, 1, cv2.FILLED, offset=(-x, -y))
    return np.minimum(inside, strokes[y : y + height, x : x + width])


def _describe_run(inside: npt.NDArray[np.uint8], x: int, y: int, thickest: float) -> Rule | None:
    """The run in this mask whose corner is at (x, y); None for what is no thin stroke."""
    height, width = inside.shape
    thickness = int(inside.sum()) / width - 2
    if thickness > thickest or height > max(4 * thickness + 4, 0.02 * width + thickness + 4):
        return None
    if height >= thickness + 2 + _FORK_WHITE and _is_forked(inside):
        return None
    edge = min(width, max(3, width // 8))
    first, last = y + _centre(inside[:, :edge]), y + _centre(inside[:, -edge:])
    return Rule(x, x + width, first, last, max(thickness, 1.0))


def _is_bent(inside: npt.NDArray[np.uint8], slack: float) -> bool:
    """Whether the middle of a run lies off the line through its ends: a letter has grown to the end of a rule."""
    width = inside.shape[1]
    eighth = width // 8
    first, last = _centre(inside[:, :eighth]), _centre(inside[:, -eighth:])
    middle = _centre(inside[:, (width - eighth) // 2 : (width + eighth) // 2])
    return abs(middle - (first + last) / 2) > slack


def _is_forked(inside: npt.NDArray[np.uint8]) -> bool:
    """Whether a run is two strokes that meet somewhere: white stands between them in a good part of it."""
    rows = np.arange(inside.shape[0])[:, None]
    is_ink = inside > 0
    first = np.where(is_ink, rows, inside.shape[0]).min(axis=0)
    last = np.where(is_ink, rows, -1).max(axis=0)
    white = last - first + 1 - is_ink.sum(axis=0)
    return bool((white >= _FORK_WHITE).mean() > _FORK_SHARE)


_FORK_WHITE, _FORK_SHARE = 2, 0.1


def _part_run(inside: npt.NDArray[np.uint8], x: int, y: int, part: int, thickest: float) -> list[Rule]:
    """The thin strokes in the stretches of a mask that is none as a whole."""
    pieces = []
    begins = range(0, inside.shape[1] - part // 2, part)
    for begin in begins:
        end = begin + part if begin != begins[-1] else inside.shape[1]
        stretch = np.ascontiguousarray(inside[:, begin:end])
        contours, _ = cv2.findContours(stretch, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        for contour in contours:
            left, top, width, _ = cv2.boundingRect(contour)
            piece = _describe_run(_mask_of(contour, stretch), x + begin + left, y + top, thickest)
            goes_on = left == 0 or left + width == stretch.shape[1]
            if piece is not None and (2 * width >= part or (goes_on and 4 * width >= part)):
                pieces.append(piece)
    return pieces


def _is_straight(rule: Rule, dpi: int, settings: LayoutSettings) -> bool:
    """Whether it runs along the page's axes, as rules do once the page is upright, and strokes of a pen seldom."""
    drift = abs(rule.at_end - rule.at_start)
    return drift <= settings.drift_allowance * dpi + settings.steepest * rule.length


def _covered(ink: Ink, rule: Rule, dpi: int, settings: LayoutSettings) -> float:
    """The share of the rule's length with ink."""
    inked = _inked(ink, rule, dpi, settings)
    return float(inked.mean()) if inked.size else 0.0


def _inked(ink: Ink, rule: Rule, dpi: int, settings: LayoutSettings) -> npt.NDArray[np.bool_]:
    """Where along it the rule has ink, one pixel up or down allowed.

    A rule on a sheet that lay uneven is no straight line: of every stretch, the row with the most ink is the rule.
    """
    along = np.arange(int(max(0, rule.start)), int(min(ink.shape[1], rule.end)))
    if not along.size:
        return np.zeros(0, bool)
    centre = np.rint(rule.positions(along)).astype(int)
    reach = max(1, round(settings.widest_drift * dpi)) if rule.length >= settings.bent_rule * dpi else 0
    offsets = np.arange(-reach - 1, reach + 2)
    rows = ink[np.clip(centre[None, :] + offsets[:, None], 0, ink.shape[0] - 1), along[None, :]] > 0
    near = rows[:-2] | rows[1:-1] | rows[2:]
    if not reach:
        return np.asarray(near[0])
    stretch = max(3, round(settings.bend_stretch * dpi)) | 1
    filled = cv2.blur(near.astype(np.float32), (stretch, 1), borderType=cv2.BORDER_REPLICATE)
    # Of rows alike, the straight one.
    filled = filled - 0.001 * np.abs(offsets[1:-1])[:, None]
    return np.asarray(near[filled.argmax(axis=0), np.arange(along.size)])


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
    along = np.arange(int(max(0, rule.start)), int(min(ink.shape[1], rule.end)))
    centre = rule.positions(along)
    is_white = np.ones(along.size, bool)
    for away in distances:
        across = np.rint(centre + side * (rule.thickness / 2 + away * dpi)).astype(int)
        is_white &= ink[np.clip(across, 0, ink.shape[0] - 1), along] == 0
    return float(is_white.mean())


def _centre(part: npt.NDArray[np.generic]) -> float:
    rows = np.nonzero(part)[0]
    return float(rows.mean()) if rows.size else part.shape[0] / 2
