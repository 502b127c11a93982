"""How alike plan and report rows are: Thai-aware, tolerant of damaged readings, 0 to 1."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from pipeline.reconcile.texts import RowText, encode_graphemes
from pipeline.settings import ReconcileSettings
from pipeline.thai.text import graphemes

Scores = NDArray[np.float64]


def score_rows(plan: Sequence[RowText], report: Sequence[RowText], *, settings: ReconcileSettings) -> Scores:
    """Similarity of every plan row with every report row: shape (plan rows, report rows), 0–1.

    Measure and procedure are compared each with its own and weighted, or as one text when that fits better: the border
    between the two columns moves from one table to another. A row without procedure is compared by its measure,
    with the other's measure or its procedure. Distances are normalised Indel distances over graphemes.
    """
    if not plan or not report:
        return np.zeros((len(plan), len(report)))
    codes: dict[str, str] = {}
    measures = _ratios([row.measure for row in plan], [row.measure for row in report], codes)
    procedures = _ratios([row.procedure for row in plan], [row.procedure for row in report], codes)
    wholes = _ratios([row.whole for row in plan], [row.whole for row in report], codes)
    both = _outer([bool(row.procedure) for row in plan], [bool(row.procedure) for row in report])
    weight = settings.measure_weight
    scores: Scores = np.where(both, weight * measures + (1 - weight) * procedures, measures)
    scores = np.maximum(scores, wholes)
    return np.maximum(scores, _crossed(plan, report, codes) * settings.crossed_weight)


def score_pair(plan: RowText, report: RowText, *, settings: ReconcileSettings) -> float:
    """The similarity of two rows by the same rule, for joined rows of a split or merged measure."""
    return float(score_rows([plan], [report], settings=settings)[0, 0])


def cover_rows(parts: Sequence[RowText], whole: RowText, *, settings: ReconcileSettings) -> list[float]:
    """How much of each part stands in a whole, 0–1: the best alignment of measure and of procedure, the weaker of them.

    A text shorter than `settings.shortest_part` graphemes stands anywhere by chance and covers nothing unless it is
    the whole text.
    """
    return [
        min(_cover(part.measure, whole.measure, settings), _cover(part.procedure, whole.procedure, settings))
        if part.procedure and whole.procedure
        else _cover(part.whole, whole.whole, settings)
        for part in parts
    ]


def alikeness(first: str, second: str) -> float:
    """Similarity of two keys over graphemes, 0–1; two empty keys are not alike, they are unknown: 0."""
    return float(_ratios([first], [second], {})[0, 0])


def find_common(part: str, whole: str, shortest: int) -> set[int]:
    """The graphemes of the whole (0-based) that stand in the part too, in stretches of at least `shortest`."""
    matcher = SequenceMatcher(None, graphemes(part), graphemes(whole), autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= shortest]
    return {at for block in blocks for at in range(block.b, block.b + block.size)}


def _cover(part: str, whole: str, settings: ReconcileSettings) -> float:
    if part == whole:
        return 1.0
    part_code, whole_code = encode_graphemes((part, whole), {})
    if not settings.shortest_part <= len(part_code) <= len(whole_code):
        return alikeness(part, whole)
    return fuzz.partial_ratio(part_code, whole_code) / 100


def _ratios(left: Sequence[str], right: Sequence[str], codes: dict[str, str]) -> Scores:
    ratios = cdist(encode_graphemes(left, codes), encode_graphemes(right, codes), scorer=fuzz.ratio, dtype=np.float64)
    # Two missing texts have nothing in common to speak of; the library calls them equal.
    known = _outer([bool(key) for key in left], [bool(key) for key in right])
    return np.asarray(np.where(known, ratios / 100, 0.0))


def _crossed(plan: Sequence[RowText], report: Sequence[RowText], codes: dict[str, str]) -> Scores:
    """Measure against procedure, where exactly one side has a procedure; 0 elsewhere."""
    plan_lacks = np.array([not row.procedure for row in plan])
    report_lacks = np.array([not row.procedure for row in report])
    scores = np.zeros((len(plan), len(report)))
    if not plan_lacks.any() and not report_lacks.any():
        return scores
    forward = _ratios([row.procedure for row in plan], [row.measure for row in report], codes)
    backward = _ratios([row.measure for row in plan], [row.procedure for row in report], codes)
    scores = np.where(~plan_lacks[:, None] & report_lacks[None, :], forward, scores)
    return np.asarray(np.where(plan_lacks[:, None] & ~report_lacks[None, :], backward, scores))


def _outer(left: Sequence[bool], right: Sequence[bool]) -> NDArray[np.bool_]:
    return np.outer(np.array(left, dtype=bool), np.array(right, dtype=bool)).astype(bool)
