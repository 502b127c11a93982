"""How two readings of a text differ: not at all, as scanning alone can make them, or in what they say."""

from __future__ import annotations

from dataclasses import dataclass
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
    """What differs between two keys; `spots` are the differing stretches (before, after), in order."""

    difference: Difference
    spots: tuple[tuple[str, str], ...] = ()


def find_edits(before: str, after: str, *, settings: ReconcileSettings) -> Edits:
    """Compare two texts by their keys; spacing, tone marks, digit script and short agency names make no difference.

    Scanning changes scattered single graphemes; people change words. A difference is slight when every differing
    stretch is at most `settings.slight_spot` graphemes long on both sides and all together are at most
    `settings.slight_share` of the longer text. A single such stretch is slight however short the text is.

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
    sizes = [max(len(old), len(new)) for old, new in spots]
    is_rare = len(spots) == 1 or sum(sizes) <= settings.slight_share * max(len(left_code), len(right_code))
    is_slight = bool(left and right) and max(sizes) <= settings.slight_spot and is_rare
    shown = tuple((_decode(old, clusters), _decode(new, clusters)) for old, new in spots)
    return Edits(Difference.SLIGHT if is_slight else Difference.REWORDED, shown)


def _find_spots(left: str, right: str) -> list[tuple[str, str]]:
    """Differing stretches; two with no more than one equal grapheme between them are one: that grapheme is chance."""
    merged: list[tuple[int, int, int, int]] = []
    for op in Levenshtein.opcodes(left, right):
        if op.tag == "equal":
            continue
        start, end, dest_start, dest_end = op.src_start, op.src_end, op.dest_start, op.dest_end
        if merged and start - merged[-1][1] <= 1 and dest_start - merged[-1][3] <= 1:
            start, _, dest_start, _ = merged.pop()
        merged.append((start, end, dest_start, dest_end))
    return [(left[a:b], right[c:d]) for a, b, c, d in merged]


def _decode(code: str, clusters: dict[str, str]) -> str:
    return "".join(clusters[char] for char in code)
