"""Which ruling lines make tables, and which are streaks, folds, page edges, leaders and strokes of a pen.

A rule of a table ends where it meets another rule, or, at a side that is open, where its parallels end too.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from pipeline.layout.binarize import Shade
from pipeline.layout.groups import group_linked
from pipeline.layout.rules import Rule, Rules, find_crossings, lies_in_line, stretch_rule
from pipeline.layout.strokes import flip, measure_weight
from pipeline.layout.through import part_through
from pipeline.settings import LayoutSettings


def part_anchored(rules: Rules, shade: Shade, dpi: int, settings: LayoutSettings) -> tuple[Rules, Rules]:
    """The rules that make tables, and the others.

    A rule with a loose end is kept only inside a table that stands without it, and only where it rules off
    a whole row or column there: print has faded at its end, or a streak runs on from it.
    """
    flipped = flip(shade)
    rules, through = part_through(rules, flipped, dpi, settings)
    sure = _keep_sure(rules, shade.shape[0], dpi, settings)
    loose_across = tuple(rule for rule in rules.horizontal if rule not in sure.horizontal)
    loose_down = tuple(rule for rule in rules.vertical if rule not in sure.vertical)
    # Upright rules stop at headings from side to side, and stems of their letters stand in the gap.
    all_across = rules.horizontal
    kept = sure
    for _ in range(settings.completing_rounds):  # what was kept now may be what others end in, or go on to
        groups = connect(kept, settings.touch * dpi)
        across, rest_across = _complete(
            loose_across,
            sure.horizontal,
            [(g.horizontal, g.vertical) for g in groups],
            all_across,
            shade,
            dpi,
            settings,
        )
        down, rest_down = _complete(
            loose_down, sure.vertical, [(g.vertical, g.horizontal) for g in groups], (), flipped, dpi, settings
        )
        before, kept = kept, Rules(across, down)
        if before == kept:
            break
    strokes = _find_strokes(kept, shade, flipped, dpi, settings)
    return (
        Rules(
            tuple(rule for rule in across if rule not in strokes), tuple(rule for rule in down if rule not in strokes)
        ),
        Rules(
            (*rest_across, *(rule for rule in across if rule in strokes), *through.horizontal),
            (*rest_down, *(rule for rule in down if rule in strokes), *through.vertical),
        ),
    )


def _find_strokes(rules: Rules, shade: Shade, flipped: Shade, dpi: int, settings: LayoutSettings) -> list[Rule]:
    """Broken rules in tables whose long ones are whole: short ones that are heads of a line of letters that run
    together, and faint ones that show through from the other side of the sheet."""
    strokes: list[Rule] = []
    for group in connect(rules, settings.touch * dpi):
        for side, picture in ((group.horizontal, shade), (group.vertical, flipped)):
            crossing = group.horizontal if side is group.vertical else group.vertical
            strokes += [rule for rule in side if _keeps_off(rule, crossing, dpi, settings)]
            longest = max(rule.length for rule in side)
            long = [rule for rule in side if rule.length >= settings.long_share * longest]
            whole = [rule for rule in long if not rule.is_dotted]
            broken = [rule for rule in side if rule.is_dotted]
            if broken and len(whole) >= settings.whole_rules:
                usual = float(np.median([measure_weight(picture, rule, dpi, settings) for rule in whole]))
                faintest = settings.ghost_share * usual
                pale = [rule for rule in broken if measure_weight(picture, rule, dpi, settings) < faintest]
                # Where most are pale and broken, the table was ruled so inside a stronger frame.
                strokes += pale if len(pale) < len(whole) else []
                short = [rule for rule in broken if rule not in long]
                strokes += [rule for rule in short if not _joins_all(rule, crossing, dpi, settings)]
    return strokes


def _keeps_off(rule: Rule, crossing: Sequence[Rule], dpi: int, settings: LayoutSettings) -> bool:
    """Whether a dotted rule keeps off nearly all rules that it crosses: brackets under each other do, row by row."""
    if not rule.is_dotted:
        return False
    inner = [spot for spot in find_crossings(rule.at_start, crossing, 0) if rule.start + 1 < spot < rule.end - 1]
    room = settings.bracket_room * dpi
    widest = settings.widest_gap * dpi  # wider breaks are no bracket's, there the rule has faded
    white = [(start, stop) for start, stop in rule.breaks if room <= stop - start <= widest]
    free = [
        any(0 <= spot - stop <= room for _, stop in white) and any(0 <= start - spot <= room for start, _ in white)
        for spot in inner
    ]
    few = len(white) <= settings.bracket_gaps * len(inner)  # a coarse dotted rule has such white all along
    return few and len(inner) >= settings.least_rules and sum(free) >= settings.bracket_rows * len(free)


def _joins_all(rule: Rule, crossing: Sequence[Rule], dpi: int, settings: LayoutSettings) -> bool:
    """Whether a dotted rule begins at a rule, ends at one, and runs into most of those between without any white before
    or behind them: a row of letters keeps off the rules of its cell."""
    room = settings.bracket_room * dpi
    spots = sorted(find_crossings(rule.at_start, crossing, 0))
    inner = [spot for spot in spots if rule.start + room < spot < rule.end - room]
    reach = settings.touch * dpi if inner else room
    first = next((spot for spot in spots if abs(spot - rule.start) <= reach), None)
    last = next((spot for spot in spots if abs(spot - rule.end) <= reach), None)
    if first is None or last is None or first == last:
        return False
    met = [spot for spot in spots if first <= spot <= last]
    white = [(start, stop) for start, stop in rule.breaks if stop - start >= room]
    apart = sum(any(start - room <= spot <= stop + room for start, stop in white) for spot in met)
    return apart <= settings.apart_share * len(met)


def connect(rules: Rules, reach: float) -> list[Rules]:
    """Groups of rules that touch each other, directly or through others; a rule that crosses none is in no group."""
    across, down = rules.horizontal, rules.vertical
    links = [(i, len(across) + j) for i, h in enumerate(across) for j, v in enumerate(down) if _touches(h, v, reach)]
    groups = [
        Rules(
            tuple(across[index] for index in group if index < len(across)),
            tuple(down[index - len(across)] for index in group if index >= len(across)),
        )
        for group in group_linked(len(across) + len(down), links)
    ]
    return [group for group in groups if group.horizontal and group.vertical]


def is_frame(rules: Rules, apart: float) -> bool:
    """Whether a group of rules is one box, as around a receipt stamp or a note, and not a table."""
    levels = [sorted(rule.at_start for rule in side) for side in (rules.horizontal, rules.vertical)]
    return all(sum(b - a > apart for a, b in pairwise(places)) <= 1 for places in levels)


def find_frames(groups: Sequence[Rules], dpi: int, settings: LayoutSettings) -> list[Rules]:
    """The groups that are one box wide enough to stand around a table, or its head, without rules between columns."""
    return [
        group
        for group in groups
        if max(rule.length for rule in group.horizontal) >= settings.least_bare * dpi
        and is_frame(group, settings.same_line * dpi)
    ]


def span_of(frame: Rules) -> tuple[float, float]:
    """The heights between which a box stands."""
    heights = [(rule.at_start + rule.at_end) / 2 for rule in frame.horizontal]
    return min(heights), max(heights)


def _touches(h: Rule, v: Rule, reach: float) -> bool:
    y = h.position(v.at_start)
    x = v.position(y)
    return h.start - reach <= x <= h.end + reach and v.start - reach <= y <= v.end + reach


def _keep_sure(rules: Rules, height: int, dpi: int, settings: LayoutSettings) -> Rules:
    """Rules with both ends anchored in rules that have both ends anchored; no table is open at the edge of the page,
    for print keeps off it: what comes from there down to a table is a streak or a fold."""
    across, down = list(rules.horizontal), list(rules.vertical)
    margin = settings.streak_margin * dpi
    from_edge = [
        rule
        for rule in down
        if (rule.start <= margin and not _meets(rule, rule.start, across, dpi, settings))
        or (rule.end >= height - margin and not _meets(rule, rule.end, across, dpi, settings))
    ]
    down = [rule for rule in down if rule not in from_edge]
    while True:
        sure_down = [rule for rule in down if _is_anchored(rule, down, across, dpi, settings)]
        sure_across = [rule for rule in across if _is_anchored(rule, across, sure_down, dpi, settings)]
        if len(sure_across) == len(across) and len(sure_down) == len(down):
            return Rules(tuple(across), tuple(down))
        across, down = sure_across, sure_down


def _meets(rule: Rule, end: float, crossing: Sequence[Rule], dpi: int, settings: LayoutSettings) -> bool:
    """Whether another rule crosses this one near an end of it."""
    reach = settings.edge_rule * dpi
    at = rule.position(end)
    return any(other.start <= at <= other.end and abs(other.position(at) - end) <= reach for other in crossing)


def _is_anchored(
    rule: Rule, parallels: Sequence[Rule], crossing: Sequence[Rule], dpi: int, settings: LayoutSettings
) -> bool:
    return all(_is_end_anchored(rule, at_end, parallels, crossing, dpi, settings) for at_end in (False, True))


def _is_end_anchored(
    rule: Rule, at_end: bool, parallels: Sequence[Rule], crossing: Sequence[Rule], dpi: int, settings: LayoutSettings
) -> bool:
    touch, level, apart = settings.touch * dpi, settings.open_side * dpi, settings.same_line * dpi
    along, across, way = (rule.end, rule.at_end, 1) if at_end else (rule.start, rule.at_start, -1)
    spans = [other for other in crossing if other.start - touch <= across <= other.end + touch]
    if any(abs(other.position(across) - along) <= touch + other.thickness / 2 for other in spans):
        return True
    others = [other for other in parallels if _is_beside(rule, other, apart)]
    if not any(abs((other.end if at_end else other.start) - along) <= level for other in others):
        return False
    # A side is open only where the parallels end too, and do not run on to the next rule that crosses.
    beyond = [place for other in spans if ((place := other.position(across)) - along) * way > touch]
    runs_on = [other for other in others if other.start < along + way * touch < other.end and other.start < along]
    return not any(other.start - touch < place < other.end + touch for other in runs_on for place in beyond)


def _is_beside(rule: Rule, other: Rule, apart: float) -> bool:
    """Whether it is another rule, and not the twin of a double one."""
    return other is not rule and abs(other.at_start - rule.at_start) > 2 * apart


def _complete(
    rules: Sequence[Rule],
    sure: Sequence[Rule],
    groups: Sequence[tuple[Sequence[Rule], Sequence[Rule]]],
    broken: Sequence[Rule],
    shade: Shade,
    dpi: int,
    settings: LayoutSettings,
) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """The sure rules with what completes them, cut to their table; and the rest. All run along x of this picture.

    broken: the rules that may be pieces of one rule with a gap between them
    """
    kept, rest = list(sure), []
    for rule in rules:
        in_line = [other for other in broken if lies_in_line(rule, other, dpi, settings)]
        pieces = [
            piece for group in groups if (piece := _cut_to(rule, *group, in_line, shade, dpi, settings)) is not None
        ]
        kept += pieces
        if not pieces:
            rest.append(rule)
    return tuple(kept), tuple(rest)


def _cut_to(
    rule: Rule,
    parallels: Sequence[Rule],
    crossing: Sequence[Rule],
    in_line: Sequence[Rule],
    shade: Shade,
    dpi: int,
    settings: LayoutSettings,
) -> Rule | None:
    """The part of a rule that rules off at least one whole row or column of a table, None when there is none.

    in_line: the rules that go on with it, behind a gap
    """
    touch = settings.touch * dpi
    if len(parallels) < 2 or len(crossing) < 2:
        return None
    turned = abs(rule.slope - float(np.median([other.slope for other in parallels])))
    if turned * rule.length > settings.completing_turn * dpi:
        return None
    middle = (rule.at_start + rule.at_end) / 2
    anchored = [_is_end_anchored(rule, at_end, parallels, crossing, dpi, settings) for at_end in (False, True)]
    # Where a side of the table is open, its last row has no rule there: the parallels end where it ends.
    open_ends = {end for end, is_anchored in zip((rule.start, rule.end), anchored, strict=True) if is_anchored}
    spots = sorted({*find_crossings(middle, crossing, touch), *open_ends})
    ruled = [
        (begin, end)
        for begin, end in pairwise(spots)
        if end - begin > settings.least_cell * dpi
        and min(end, rule.end) - max(begin, rule.start)
        >= _share(rule, begin, end, in_line, dpi, settings) * (end - begin)
    ]
    # Strokes of letters under each other chance to fill a low row; what they rule off is little of their length.
    least = min(settings.least_completing * dpi, settings.completing_part * rule.length)
    if not ruled or ruled[-1][1] - ruled[0][0] < least:
        return None
    start = rule.start if anchored[0] else max(rule.start, ruled[0][0])
    end = rule.end if anchored[1] else min(rule.end, ruled[-1][1])
    piece = stretch_rule(rule, start, end)
    usual = float(np.median([measure_weight(shade, other, dpi, settings) for other in parallels]))
    weight = measure_weight(shade, piece, dpi, settings)
    is_usual = settings.thinnest_share * usual <= weight <= usual / settings.thinnest_share
    return piece if is_usual else None


def _share(rule: Rule, begin: float, end: float, in_line: Sequence[Rule], dpi: int, settings: LayoutSettings) -> float:
    """The share of the way between two crossing rules that a rule must cover: less where it goes on behind a gap."""
    reach = settings.open_side * dpi
    goes_on = any(rule.end < other.start <= end + reach or begin - reach <= other.end < rule.start for other in in_line)
    return settings.broken_share if goes_on else settings.completing_share
