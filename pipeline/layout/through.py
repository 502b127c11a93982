"""Lines from one edge of the page to the other: streaks of toner or of a scanner, and folds."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.layout.binarize import Shade
from pipeline.layout.rules import Rule, Rules, find_crossings, lies_in_line, stretch_rule
from pipeline.layout.strokes import measure_weight
from pipeline.settings import LayoutSettings


def part_through(rules: Rules, flipped: Shade, dpi: int, settings: LayoutSettings) -> tuple[Rules, Rules]:
    """The rules of a page without such lines, and these. Of an upright one that runs over a column's rule the part in
    the table stays among the rules. flipped: the page's shade with x and y exchanged"""
    height, width = flipped.shape[1], flipped.shape[0]
    folds = find_folds(rules.horizontal, rules.vertical, width, dpi, settings)
    streaks = _find_through(rules.vertical, rules.horizontal, height, dpi, settings)
    hidden = [part for streak in streaks if (part := _find_under(streak, rules.horizontal, flipped, dpi, settings))]
    kept = Rules(
        tuple(rule for rule in rules.horizontal if rule not in folds),
        (*(rule for rule in rules.vertical if rule not in streaks), *hidden),
        rules.slanted,
    )
    return kept, Rules(tuple(folds), tuple(streaks))


def find_folds(
    across: Sequence[Rule], down: Sequence[Rule], width: int, dpi: int, settings: LayoutSettings
) -> list[Rule]:
    """The lines from the left edge of the page to the right one that are no rules, see `_find_through`; not leaders,
    which run so on a page that was cut close around its text."""
    solid = [rule for rule in across if not rule.is_dotted]
    return _find_through(solid, down, width, dpi, settings)


def _find_under(
    streak: Rule, crossing: Sequence[Rule], shade: Shade, dpi: int, settings: LayoutSettings
) -> Rule | None:
    """The rule that a streak through the page runs over, from the first rule it crosses to the last; None where it has
    no more ink there than on both sides, and hardly any rule ends at it. All run along x of this picture."""
    touch = settings.touch * dpi
    spots = find_crossings(streak.at_start, crossing, touch)
    if len(spots) < 2 or max(spots) - min(spots) < settings.least_cell * dpi:
        return None
    first, last = min(spots), max(spots)
    inside = stretch_rule(streak, first, last)
    ending = sum(
        any(abs(streak.position(other.at_start) - end) <= touch for end in (other.start, other.end))
        for other in crossing
        if first + touch < other.at_start < last - touch
    )
    if ending >= settings.ending_rules:
        return inside
    outside = [stretch_rule(streak, streak.start, first - touch), stretch_rule(streak, last + touch, streak.end)]
    weights = [measure_weight(shade, part, dpi, settings) for part in outside if part.length > touch]
    more = measure_weight(shade, inside, dpi, settings)
    return inside if len(weights) == 2 and more >= settings.over_streak * max(weights) else None


def _find_through(
    rules: Sequence[Rule], crossing: Sequence[Rule], length: int, dpi: int, settings: LayoutSettings
) -> list[Rule]:
    """The lines that run, alone or in pieces, from one edge of the page to the other, where no rule crosses them near
    either edge: a fold, or a streak of toner. A page that was cut close around its table has rules there.

    length: of the page along these rules, in pixels
    """
    margin, reach = settings.streak_margin * dpi, settings.edge_rule * dpi
    found: list[Rule] = []
    for rule in rules:
        line = [rule, *(other for other in rules if lies_in_line(rule, other, dpi, settings))]
        inked = sum(piece.length for piece in line)
        whole = min(piece.start for piece in line) <= margin and max(piece.end for piece in line) >= length - margin
        edges = [
            other
            for other in crossing
            if min(other.at_start, length - other.at_start) <= reach
            and other.start <= rule.position(other.at_start) <= other.end
        ]
        if whole and inked >= settings.long_share * length and not edges:
            found.append(rule)
    return found
