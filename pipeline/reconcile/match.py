"""Which plan rows and report rows are one measure: sure pairs, then groups, then proposals, then what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from pipeline.model import MatchLevel, PlanRow, ReportRow
from pipeline.reconcile.assign import Assigned, Rivals, assign_rows, find_rivals, find_runner_up
from pipeline.reconcile.groups import Group, find_groups
from pipeline.reconcile.levels import Evidence, find_level
from pipeline.reconcile.similarity import Scores, score_pair, score_rows
from pipeline.reconcile.texts import RowText, join_texts, row_text
from pipeline.settings import ReconcileSettings


@dataclass(frozen=True, slots=True)
class Entry:
    """Plan and report rows taken for one measure: 0-based positions, () for none; scores 0–1.

    rival_plan, rival_report: rows that could stand here as well.
    """

    plan: tuple[int, ...]
    report: tuple[int, ...]
    level: MatchLevel
    score: float
    runner_up: float
    rival_plan: tuple[int, ...] = ()
    rival_report: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Matcher:
    """The texts of both documents and all their similarities, from which any entry can be judged.

    plan_orders, report_orders: the `order` of each row, by which people name it.
    """

    plan: tuple[RowText, ...]
    report: tuple[RowText, ...]
    plan_orders: tuple[int, ...]
    report_orders: tuple[int, ...]
    scores: Scores
    settings: ReconcileSettings

    def judge(self, plan: Sequence[int], report: Sequence[int], *, is_decided: bool = False) -> Entry:
        """An entry of these rows with its level and scores; a person's word makes the level manual."""
        plan, report = tuple(sorted(plan)), tuple(sorted(report))
        runner_up = find_runner_up(self.scores, plan, report)
        if not plan or not report:
            return Entry(plan, report, MatchLevel.NONE, 0.0, runner_up)
        left = join_texts([self.plan[at] for at in plan])
        right = join_texts([self.report[at] for at in report])
        is_group = len(plan) + len(report) > 2
        single = float(self.scores[plan[0], report[0]])
        score = score_pair(left, right, settings=self.settings) if is_group else single
        is_unique = self._count(left.measure) == 2
        level = find_level(Evidence(left, right, score, is_group, is_decided, is_unique), settings=self.settings)
        return Entry(plan, report, level, score, runner_up)

    def _count(self, measure: str) -> int:
        """How many rows of both documents have this measure."""
        return sum(row.measure == measure for row in (*self.plan, *self.report))


def make_matcher(plan: Sequence[PlanRow], report: Sequence[ReportRow], settings: ReconcileSettings) -> Matcher:
    """All similarities of two documents' rows."""
    left, right = tuple(map(row_text, plan)), tuple(map(row_text, report))
    return Matcher(
        left,
        right,
        tuple(row.order for row in plan),
        tuple(row.order for row in report),
        score_rows(left, right, settings=settings),
        settings,
    )


def match_rows(matcher: Matcher) -> tuple[Entry, ...]:
    """Entries in which every row of both documents stands exactly once, in no particular order."""
    settings = matcher.settings
    pairs = list(_assign_left(matcher, [], settings.text_floor))
    pairs += _assign_left(matcher, pairs, settings.number_floor, same_number=True)
    splits = _find_splits(matcher, pairs)
    pairs = [pair for pair in pairs if pair.plan not in {group.whole for group in splits}]
    merges = _find_merges(matcher, pairs, splits)
    pairs = [pair for pair in pairs if pair.report not in {group.whole for group in merges}]
    grouped = [((group.whole,), group.parts) for group in splits] + [(group.parts, (group.whole,)) for group in merges]
    taken = [Assigned(i, j, 0, 0) for plan, report in grouped for i in plan for j in report]
    pairs += _assign_left(matcher, [*pairs, *taken], settings.partial_floor)
    rivals = find_rivals(matcher.scores, pairs, settings.tie_margin)
    entries = [
        _with_rivals(matcher.judge((pair.plan,), (pair.report,)), rivals.get(at)) for at, pair in enumerate(pairs)
    ]
    entries += [matcher.judge(plan, report) for plan, report in grouped]
    return (*entries, *add_single_rows(matcher, entries))


def add_single_rows(matcher: Matcher, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """An entry of its own for each row that stands in none of these."""
    plan = {at for entry in entries for at in entry.plan}
    report = {at for entry in entries for at in entry.report}
    return (
        *(matcher.judge((at,), ()) for at in range(len(matcher.plan)) if at not in plan),
        *(matcher.judge((), (at,)) for at in range(len(matcher.report)) if at not in report),
    )


def _with_rivals(entry: Entry, rivals: Rivals | None) -> Entry:
    return replace(entry, rival_plan=rivals.plan, rival_report=rivals.report) if rivals is not None else entry


def _assign_left(
    matcher: Matcher, taken: Sequence[Assigned], floor: float, *, same_number: bool = False
) -> tuple[Assigned, ...]:
    """Assign the rows that no pair has yet."""
    scores = matcher.scores.copy()
    numbers = _same_numbers(matcher)
    if same_number:
        scores[~numbers] = -1.0
    scores[[pair.plan for pair in taken], :] = -1.0
    scores[:, [pair.report for pair in taken]] = -1.0
    settings = matcher.settings
    bonus = settings.number_bonus * numbers + settings.order_bonus * _nearness(scores.shape)
    return assign_rows(scores, floor, bonus=bonus)


def _same_numbers(matcher: Matcher) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    left = np.array([row.number for row in matcher.plan], dtype=object)
    right = np.array([row.number for row in matcher.report], dtype=object)
    return np.asarray((left[:, None] == right[None, :]) & (left[:, None] != ""), dtype=bool)


def _nearness(shape: tuple[int, ...]) -> Scores:
    """1 for rows at the same place of their tables, fading to 0 for the first and the last."""
    plan, report = np.arange(shape[0])[:, None], np.arange(shape[1])[None, :]
    return np.asarray(1.0 - np.abs(plan - report) / max(*shape, 1))


def _find_splits(matcher: Matcher, pairs: Sequence[Assigned]) -> tuple[Group, ...]:
    free = sorted(set(range(len(matcher.report))) - {pair.report for pair in pairs})
    partner = {pair.plan: pair.report for pair in pairs}
    return find_groups(matcher.plan, matcher.report, matcher.scores, partner, free, settings=matcher.settings)


def _find_merges(matcher: Matcher, pairs: Sequence[Assigned], splits: Sequence[Group]) -> tuple[Group, ...]:
    """The same the other way round; rows of split measures are out of it."""
    in_split = {part for group in splits for part in group.parts}
    split = {group.whole for group in splits}
    free = sorted(set(range(len(matcher.plan))) - {pair.plan for pair in pairs} - split)
    partner = {pair.report: pair.plan for pair in pairs}
    scores = matcher.scores.T.copy()
    groups = find_groups(matcher.report, matcher.plan, scores, partner, free, settings=matcher.settings)
    return tuple(group for group in groups if group.whole not in in_split)
