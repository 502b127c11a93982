"""Responsible units compared as sets, whether their names are short or long."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from pipeline.reconcile.edits import Difference
from pipeline.reconcile.similarity import alikeness
from pipeline.reconcile.texts import text_key
from pipeline.settings import ReconcileSettings

# The agency's own name after a unit says nothing: "สำนักปลัด อบต." and "สำนักปลัด" are one unit of one agency.
_AGENCY_KEYS = tuple(
    text_key(kind)
    for kind in ("องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนจังหวัด", "เทศบาลตำบล", "เทศบาลเมือง", "เทศบาลนคร", "เทศบาล")
)
_SAME_WORDS = ((text_key("สำนักงานปลัด"), text_key("สำนักปลัด")),)


def unit_key(name: str) -> str:
    """What a unit is compared by: its name without the agency's.

    >>> unit_key("สำนักงานปลัด องค์การบริหารส่วนตำบลเว่อ") == unit_key("สำนักปลัด อบต.")
    True
    >>> unit_key("อบต.") == unit_key("เทศบาล")
    False
    """
    key = text_key(name)
    for long, short in _SAME_WORDS:
        key = key.replace(long, short)
    found = [at for kind in _AGENCY_KEYS if (at := key.find(kind)) > 0]
    return key[: min(found)].removesuffix("ของ") if found else key


def compare_units(before: Sequence[str], after: Sequence[str], *, settings: ReconcileSettings) -> Difference:
    """Are two sets of units the same, the same but for letters that may be misread, or other units?

    >>> compare_units(["สำนักปลัด อบต.", "กองคลัง"], ["กองคลัง", "สำนักปลัด"], settings=ReconcileSettings())
    <Difference.SAME: 'same'>
    """
    left, right = {unit_key(name) for name in before}, {unit_key(name) for name in after}
    old, new = sorted(left - right), sorted(right - left)
    if not old and not new:
        return Difference.SAME
    if len(old) != len(new):
        return Difference.REWORDED
    scores = np.array([[alikeness(a, b) for b in new] for a in old])
    best = scores[linear_sum_assignment(scores, maximize=True)]
    return Difference.SLIGHT if bool((best >= settings.unit_floor).all()) else Difference.REWORDED
