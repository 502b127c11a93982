"""Optimal one-to-one assignment of rows, and how close each choice was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from pipeline.reconcile.similarity import Scores


@dataclass(frozen=True, slots=True)
class Assigned:
    """One pair: 0-based positions of the rows, its score, and the best score either row has with any other row."""

    plan: int
    report: int
    score: float
    runner_up: float


@dataclass(frozen=True, slots=True)
class Rivals:
    """Rows that could stand in a pair as well as the ones chosen: 0-based positions."""

    plan: tuple[int, ...]
    report: tuple[int, ...]


def assign_rows(scores: Scores, floor: float, *, bonus: Scores | None = None) -> tuple[Assigned, ...]:
    """The pairs with the greatest total score, none under `floor`, in plan order (Hungarian method).

    scores: (plan rows, report rows), 0–1. bonus: same shape, added to decide between near equals; it never lifts a
    pair over the floor.
    """
    if scores.size == 0:
        return ()
    # A pair under the floor is worth nothing, so that no good pair is given up for the sake of two bad ones.
    worth = np.where(scores >= floor, scores + (0 if bonus is None else bonus), 0.0)
    chosen = zip(*linear_sum_assignment(worth, maximize=True), strict=True)
    return tuple(
        Assigned(int(i), int(j), float(scores[i, j]), find_runner_up(scores, (int(i),), (int(j),)))
        for i, j in chosen
        if scores[i, j] >= floor
    )


def find_runner_up(scores: Scores, plan: Sequence[int], report: Sequence[int]) -> float:
    """The best score of any of these rows with a row outside of them, 0 when there is none.

    >>> find_runner_up(np.array([[0.9, 0.4], [0.2, 0.8]]), (0,), (0,))
    0.4
    """
    rivals = np.concatenate([
        np.delete(scores[list(plan), :], list(report), axis=1).ravel(),
        np.delete(scores[:, list(report)], list(plan), axis=0).ravel(),
    ])  # fmt: skip
    return float(rivals.max()) if rivals.size else 0.0


def find_rivals(scores: Scores, pairs: Sequence[Assigned], margin: float) -> dict[int, Rivals]:
    """Which pairs could as well have been others: position in `pairs` → the rows that tie; pairs without are left out.

    A pair is tied when exchanging its report row for another, and giving its own in return where that other is taken,
    loses less than `margin` in total; a plan row without a pair of its own ties when it would lose less.
    """
    owner = {pair.report: pair for pair in pairs}
    paired = {pair.plan for pair in pairs}
    table = scores.tolist()
    tied: dict[int, Rivals] = {}
    for at, pair in enumerate(pairs):
        row = table[pair.plan]
        report = []
        for other, rival_score in enumerate(row):
            taken = owner.get(other)
            returned = taken.score - table[taken.plan][pair.report] if taken is not None else 0.0
            if other != pair.report and pair.score - rival_score + returned < margin:
                report.append(other)
        plan = [
            other
            for other, rival_row in enumerate(table)
            if other not in paired and pair.score - rival_row[pair.report] < margin
        ]
        if plan or report:
            tied[at] = Rivals(tuple(plan), tuple(report))
    return tied
