"""Which ruling lines make tables, and which are streaks, folds, page edges, leaders and strokes of a pen.

A rule of a table ends where it meets another rule, or, at a side that is open, where its parallels end too.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.layout.rules import Rule, Rules
from pipeline.settings import LayoutSettings


def part_anchored(rules: Rules, dpi: int, settings: LayoutSettings) -> tuple[Rules, Rules]:
    """The rules that make tables, and the others.

    A rule with a loose end is kept only inside a table that stands without it, and only where it rules off
    a whole row or column there: print has faded at its end.
    """
    sure = _keep_sure(rules, dpi, settings)
    groups = connect(sure, settings.touch * dpi)
    kept = Rules(
        tuple(r for r in rules.horizontal if r in sure.horizontal or _completes(r, groups, True, dpi, settings)),
        tuple(r for r in rules.vertical if r in sure.vertical or _completes(r, groups, False, dpi, settings)),
    )
    rest = Rules(
        tuple(rule for rule in rules.horizontal if rule not in kept.horizontal),
        tuple(rule for rule in rules.vertical if rule not in kept.vertical),
    )
    return kept, rest


def connect(rules: Rules, reach: float) -> list[Rules]:
    """Groups of rules that touch each other, directly or through others; a rule that crosses none is in no group."""
    across, down = rules.horizontal, rules.vertical
    parent = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, h in enumerate(across):
        for j, v in enumerate(down):
            if _touches(h, v, reach):
                parent[root(i)] = root(len(across) + j)
    members: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, rule in enumerate((*across, *down)):
        members.setdefault(root(index), ([], []))[index >= len(across)].append(rule)
    return [Rules(tuple(group[0]), tuple(group[1])) for group in members.values() if group[0] and group[1]]


def _touches(h: Rule, v: Rule, reach: float) -> bool:
    y = h.position(v.at_start)
    x = v.position(y)
    return h.start - reach <= x <= h.end + reach and v.start - reach <= y <= v.end + reach


def _keep_sure(rules: Rules, dpi: int, settings: LayoutSettings) -> Rules:
    """Rules with both ends anchored in rules that have both ends anchored."""
    across, down = list(rules.horizontal), list(rules.vertical)
    while True:
        sure_across = [rule for rule in across if _is_anchored(rule, across, down, dpi, settings)]
        sure_down = [rule for rule in down if _is_anchored(rule, down, sure_across, dpi, settings)]
        if len(sure_across) == len(across) and len(sure_down) == len(down):
            return Rules(tuple(across), tuple(down))
        across, down = sure_across, sure_down


def _is_anchored(
    rule: Rule, parallels: Sequence[Rule], crossing: Sequence[Rule], dpi: int, settings: LayoutSettings
) -> bool:
    touch, level, apart = settings.touch * dpi, settings.open_side * dpi, settings.same_line * dpi
    ends = (
        (rule.start, rule.at_start, [other.start for other in parallels if _is_beside(rule, other, apart)]),
        (rule.end, rule.at_end, [other.end for other in parallels if _is_beside(rule, other, apart)]),
    )
    return all(
        any(
            abs(other.position(across) - along) <= touch + other.thickness / 2
            and other.start - touch <= across <= other.end + touch
            for other in crossing
        )
        or any(abs(end - along) <= level for end in others)
        for along, across, others in ends
    )


def _is_beside(rule: Rule, other: Rule, apart: float) -> bool:
    """Whether it is another rule, and not the twin of a double one."""
    return other is not rule and abs(other.at_start - rule.at_start) > 2 * apart


def _completes(rule: Rule, groups: Sequence[Rules], is_across: bool, dpi: int, settings: LayoutSettings) -> bool:
    """Whether a rule with a loose end rules off at least one whole row or column of a table."""
    touch = settings.touch * dpi
    for group in groups:
        parallels, crossing = (group.horizontal, group.vertical) if is_across else (group.vertical, group.horizontal)
        if len(parallels) < 2 or len(crossing) < 2:
            continue
        first, last = min(other.start for other in crossing), max(other.end for other in crossing)
        low, high = min(other.start for other in parallels), max(other.end for other in parallels)
        inside = first - touch <= rule.at_start <= last + touch and first - touch <= rule.at_end <= last + touch
        if not inside or rule.start < low - settings.streak * dpi or rule.end > high + settings.streak * dpi:
            continue
        usual = float(np.median([other.thickness for other in parallels]))
        if rule.thickness < settings.thinnest_share * usual or rule.thickness * settings.thinnest_share > usual:
            continue
        middle = (rule.at_start + rule.at_end) / 2
        spots = sorted(
            other.position(middle) for other in crossing if other.start - touch <= middle <= other.end + touch
        )
        for begin, end in zip(spots, spots[1:], strict=False):
            ruled = min(end, rule.end) - max(begin, rule.start)
            if end - begin > settings.least_cell * dpi and ruled >= settings.completing_share * (end - begin):
                return True
    return False
