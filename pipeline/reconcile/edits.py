"""How two readings of a text differ: not at all, as scanning alone can make them, or in what they say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

from pipeline.reconcile.texts import encode_graphemes, text_key
from pipeline.settings import ReconcileSettings


class Difference(StrEnum):
    """SAME: equal keys. SLIGHT: single letters or digits, which scanning may have changed. REWORDED: the wording."""

    SAME = "same"
    SLIGHT = "slight"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class Edits:
    """What differs between two keys; `spots` are the differing stretches (before, after), in order.

    is_noisy: are there so many small differences that the larger ones may be damage too?
    """

    difference: Difference
    spots: tuple[tuple[str, str], ...] = ()
    is_noisy: bool = False


@dataclass(frozen=True, slots=True)
class _Spot:
    """A differing stretch of both texts, and how many of its graphemes really differ."""

    start: int
    end: int
    other_start: int
    other_end: int
    edited: int


def find_edits(before: str, after: str, *, settings: ReconcileSettings) -> Edits:
    """Compare two texts by their keys; spacing, tone marks, digit script and short agency names make no difference.

    Scanning damages scattered graphemes, people change words. A difference is slight when no differing stretch has
    more than `settings.slight_spot` edited graphemes (`settings.noisy_spot` where at least `settings.noisy_spots` small
    ones stand in the text) and all together are at most `settings.slight_share` of it. A single small stretch is slight
    however short the text is.

    >>> find_edits("ให้ความรู้ ๒ ครั้ง", "ให้ความรู้ 3 ครั้ง", settings=ReconcileSettings()).spots
    (('2', '3'),)
    """
    left, right = text_key(before), text_key(after)
    if left == right:
        return Edits(Difference.SAME)
    codes: dict[str, str] = {}
    left_code, right_code = encode_graphemes((left, right), codes)
    clusters = {code: cluster for cluster, code in codes.items()}
    spots = _find_spots(left_code, right_code)
    is_noisy = sum(spot.edited <= settings.slight_spot for spot in spots) >= settings.noisy_spots
    largest = max(spot.edited for spot in spots)
    share = sum(spot.edited for spot in spots) / max(len(left_code), len(right_code))
    is_slight = (
        bool(left and right)
        and largest <= (settings.noisy_spot if is_noisy else settings.slight_spot)
        and (len(spots) == 1 or share <= settings.slight_share)
    )
    shown = tuple(
        (
            "".join(clusters[code] for code in left_code[spot.start : spot.end]),
            "".join(clusters[code] for code in right_code[spot.other_start : spot.other_end]),
        )
        for spot in spots
    )
    return Edits(Difference.SLIGHT if is_slight else Difference.REWORDED, shown, is_noisy)


def _find_spots(left: str, right: str) -> list[_Spot]:
    """Differing stretches; two with no more than one equal grapheme between them are one: that grapheme is chance."""
    spots: list[_Spot] = []
    for op in Levenshtein.opcodes(left, right):
        if op.tag == "equal":
            continue
        spot = _Spot(
            op.src_start,
            op.src_end,
            op.dest_start,
            op.dest_end,
            max(op.src_end - op.src_start, op.dest_end - op.dest_start),
        )
        if spots and spot.start - spots[-1].end <= 1 and spot.other_start - spots[-1].other_end <= 1:
            last = spots.pop()
            spot = replace(spot, start=last.start, other_start=last.other_start, edited=last.edited + spot.edited)
        spots.append(spot)
    return spots
