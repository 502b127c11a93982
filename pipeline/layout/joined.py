"""Lines that grew together: heavy toner joins tails and marks of tight lines, and chains of letters run over both."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from pipeline.layout.binarize import Ink
from pipeline.layout.blobs import Blob, cut_blob
from pipeline.settings import LayoutSettings


def part_joined(group: Sequence[Blob], ink: Ink, body: float, settings: LayoutSettings) -> list[list[Blob]]:
    """The blobs of one chain as the lines that they stand on, top to bottom; those that reach over two are cut.

    ink: the page's, in which the blobs are; body: height of a plain consonant in pixels.
    """
    bases = _find_bases(group, body, settings) if has_grown_together(group, body, settings) else []
    if len(bases) < 2:
        return [list(group)]
    cuts = [_find_cut(group, ink, upper, lower, body) for upper, lower in pairwise(bases)]
    lines: list[list[Blob]] = [[] for _ in bases]
    for blob in group:
        inside = [
            cut for cut in cuts if blob.y0 + settings.joined_part * body <= cut <= blob.y1 - settings.joined_part * body
        ]
        for piece in cut_blob(ink, blob, inside):
            middle = (piece.y0 + piece.y1) / 2
            lines[sum(cut <= middle for cut in cuts)].append(piece)
    return [line for line in lines if line]


def has_grown_together(blobs: Sequence[Blob], body: float, settings: LayoutSettings) -> bool:
    """Whether these blobs are several letters each, most of them; writing over print is no such thing."""
    return sum(blob.width for blob in blobs) > settings.joined_letters * body * len(blobs)


def _find_bases(group: Sequence[Blob], body: float, settings: LayoutSettings) -> list[float]:
    """Baselines of the lines that letters of ordinary height stand on: their lower edges lie in bunches. A bunch less
    than a line away from a wider one is marks, or letters with tails."""
    least, most = settings.joined_letter
    letters = sorted((blob for blob in group if least * body <= blob.height <= most * body), key=lambda blob: blob.y1)
    bunches: list[list[Blob]] = []
    for blob in letters:
        if bunches and blob.y1 - bunches[-1][-1].y1 <= settings.joined_bunch * body:
            bunches[-1].append(blob)
        else:
            bunches.append([blob])
    bases: list[float] = []
    for bunch in sorted(bunches, key=_width, reverse=True):
        base = float(np.median([blob.y1 for blob in bunch]))
        is_apart = all(abs(base - other) >= settings.joined_pitch * body for other in bases)
        if is_apart and _width(bunch) >= settings.joined_width * body:
            bases.append(base)
    return sorted(bases)


def _width(bunch: Sequence[Blob]) -> int:
    return sum(blob.width for blob in bunch)


def _find_cut(group: Sequence[Blob], ink: Ink, upper: float, lower: float, body: float) -> int:
    """The row between two baselines with the least ink of these blobs."""
    first, last = round(upper + 1), max(round(upper) + 2, round(lower - body))
    x0, x1 = min(blob.x0 for blob in group), max(blob.x1 for blob in group)
    return first + int(ink[first:last, x0:x1].sum(axis=1).argmin())
