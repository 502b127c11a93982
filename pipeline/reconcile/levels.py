"""Match levels: an ordered list of labelled rules, the first that holds names the level."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.model import MatchLevel
from pipeline.reconcile.texts import RowText
from pipeline.settings import ReconcileSettings


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a pair: its texts (joined when split or merged), its score 0–1, and who made it.

    is_unique: does no other row of either document have this measure?
    """

    plan: RowText
    report: RowText
    score: float
    is_group: bool = False
    is_decided: bool = False
    is_unique: bool = False


def is_exact(evidence: Evidence, settings: ReconcileSettings) -> bool:
    """Same measure; one that stands in several rows ("การใช้อำนาจ") needs procedures that go with it."""
    same = evidence.plan.measure == evidence.report.measure != ""
    return not evidence.is_group and same and (evidence.is_unique or evidence.score >= settings.text_floor)


def is_same_number(evidence: Evidence, settings: ReconcileSettings) -> bool:
    """Same printed number, where the texts alone do not suffice and do not speak against it."""
    same = evidence.plan.number == evidence.report.number != ""
    return not evidence.is_group and same and evidence.score >= settings.number_floor


def is_same_text(evidence: Evidence, settings: ReconcileSettings) -> bool:
    """Texts alike, whatever the numbers say."""
    return not evidence.is_group and evidence.score >= settings.text_floor


def is_partly_same(evidence: Evidence, settings: ReconcileSettings) -> bool:
    """Parts of a split or merged measure, or texts with much in common."""
    return evidence.score >= settings.partial_floor


RULES: tuple[tuple[MatchLevel, Callable[[Evidence, ReconcileSettings], bool]], ...] = (
    (MatchLevel.MANUAL, lambda evidence, settings: evidence.is_decided),
    (MatchLevel.EXACT, is_exact),
    (MatchLevel.TEXT, is_same_text),
    (MatchLevel.NUMBER, is_same_number),
    (MatchLevel.PARTIAL, is_partly_same),
)


def find_level(evidence: Evidence, *, settings: ReconcileSettings) -> MatchLevel:
    """The level of a pair: the label of the first rule that holds, `none` when none does."""
    return next((level for level, holds in RULES if holds(evidence, settings)), MatchLevel.NONE)
