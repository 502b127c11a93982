"""Turning a page upright and level: measure on a small copy, then turn the page once."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal

import cv2
import numpy as np

from pipeline.ingest.deskew import find_direction, measure_skew, undo_skew
from pipeline.ingest.orient import UprightVote, vote_upright
from pipeline.ingest.raster import Raster
from pipeline.ingest.reduce import Mask, find_depth, keep_print, reduce_page
from pipeline.ingest.second_opinion import Opinion, ask_rotation
from pipeline.model import Issue, Severity
from pipeline.page import Gray
from pipeline.settings import IngestSettings

Quarter = Literal[0, 90, 180, 270]


@dataclass(frozen=True, slots=True)
class Turn:
    """What makes a page upright and level: first `rotation` degrees clockwise, then `skew` counter-clockwise.

    `is_certain` is False when a good part of the evidence speaks for another rotation.
    """

    rotation: Quarter = 0
    skew: float = 0.0
    is_certain: bool = True


def make_upright(raster: Raster, page: int, settings: IngestSettings) -> tuple[Raster, Turn]:
    """The page upright and level, and the turn that made it so; an issue when the rotation is uncertain."""
    turn = find_turn(raster.gray, settings)
    raster = undo_rotation(raster, turn.rotation)
    if turn.skew:
        raster = undo_skew(raster, turn.skew)
    if not turn.is_certain:
        issue = Issue(
            code="orientation-uncertain",
            severity=Severity.REVIEW,
            message=f"Page {page} may be the wrong way up: its lines look printed both ways.",
            page=page,
        )
        raster = replace(raster, issues=(*raster.issues, issue))
    return raster, turn


def find_turn(gray: Gray, settings: IngestSettings) -> Turn:
    """Measure how a page lies. A page without enough print stays as it is."""
    small = reduce_page(gray, settings.reduced_side)
    depth = find_depth(small, settings)
    letters = keep_print(depth > settings.ink_contrast, settings.letter_thin, settings)
    across, down = find_direction(letters, settings), find_direction(letters.T, settings)
    if max(across.strength, down.strength) == 0:
        return Turn()
    if math.log((down.strength + 1e-6) / (across.strength + 1e-6)) > settings.lying_evidence:
        turn = _judge_level(np.rot90(small, -1), np.rot90(depth, -1), -down.angle, (90, 270), settings)
        if turn is not None:
            return turn
        return replace(_judge_level(small, depth, across.angle, (0, 180), settings) or Turn(), is_certain=False)
    return _judge_level(small, depth, across.angle, (0, 180), settings) or Turn()


def _judge_level(
    small: Gray, depth: Gray, angle: float, choices: tuple[Quarter, Quarter], settings: IngestSettings
) -> Turn | None:
    """The turn of a page whose lines run across `small`, at about `angle`; `choices` if it is upright, and if not.

    An upright page must never be turned, and lines of capitals alone vote for it. So a second opinion is heard
    before any turn. None when that says that the lines do not run across at all.
    """
    skew = measure_skew(depth, angle, settings)
    if not settings.skew_least <= abs(skew) <= settings.skew_reach:
        skew = 0.0
    letters = keep_print(depth > settings.ink_contrast, settings.letter_short, settings)
    vote = vote_upright(_level(letters, skew), settings)
    lies = choices[0] != 0
    if not lies and vote.share >= 0.5:
        return Turn(0, skew)
    opinion = ask_rotation(small, settings)
    if lies and opinion is not None and opinion.rotation % 180 and opinion.confidence >= settings.osd_confidence:
        return None
    flips, is_certain = _is_upside_down(vote, opinion, lies, settings)
    return Turn(choices[flips], skew, is_certain)


def _is_upside_down(
    vote: UprightVote, opinion: Opinion | None, lies: bool, settings: IngestSettings
) -> tuple[bool, bool]:
    """Whether a page stands on its head, and whether that is certain."""
    if opinion is not None and opinion.rotation % 180 == 0:
        agrees = (opinion.rotation == 180) == (vote.share < 0.5)
        if opinion.confidence >= (settings.osd_agreeing if agrees else settings.osd_confidence):
            return opinion.rotation == 180, True
    against = vote.share <= settings.flip_share and vote.margin <= -settings.flip_margin
    if lies:
        # One of two turns has to be chosen, so thin evidence is told whichever side it is on.
        return vote.share < 0.5, abs(vote.margin) >= settings.flip_margin and opinion is None
    if opinion is None:
        return against, against or vote.up + vote.down < settings.doubt_votes
    return False, not against


def undo_rotation(raster: Raster, rotation: Quarter) -> Raster:
    """The page turned clockwise by quarter turns."""
    if not rotation:
        return raster
    quarters = -(rotation // 90)
    color = None if raster.color is None else np.ascontiguousarray(np.rot90(raster.color, quarters))
    return replace(raster, gray=np.ascontiguousarray(np.rot90(raster.gray, quarters)), color=color)


def _level(letters: Mask, skew: float) -> Mask:
    """The mask with its lines level, by shifting columns up or down."""
    if abs(skew) < 0.2:
        return letters
    shear = np.array([[1, 0, 0], [-math.tan(math.radians(skew)), 1, 0]], np.float64)
    size = (letters.shape[1], letters.shape[0])
    return np.asarray(cv2.warpAffine(letters.astype(np.uint8), shear, size, flags=cv2.INTER_NEAREST), np.bool_)
