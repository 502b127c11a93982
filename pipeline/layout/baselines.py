"""Where the letters of a line stand, when they have grown together and their edges tell nothing."""

from __future__ import annotations

import numpy as np

from pipeline.layout.binarize import Ink
from pipeline.model import BBox

_ABOVE = 0.45
_BELOW = 0.35
"""Bodies over and under the letters in which a line has little ink: marks, tails."""
_DEEPEST = 0.8
"""Bodies that a vowel under a letter reaches down at most: a row of many marks over bold letters has as much ink as the
letters, but nothing hangs so far down from it."""


def find_baseline(ink: Ink, bbox: BBox, body: float) -> float:
    """The row under a band of `body` rows that has the most ink against the rows around it, in the box of one line.

    The densest rows of Thai print are those of its consonants; marks and tails are sparse.
    """
    x0, y0, x1, y1 = bbox
    band = max(2, round(body))
    if y1 - y0 <= band:
        return float(y1)
    profile = np.concatenate(([0.0], np.cumsum(ink[y0:y1, x0:x1].sum(axis=1, dtype=np.float64))))
    rows = np.arange(max(band, y1 - y0 - round(_DEEPEST * body)), y1 - y0 + 1)

    def mean(first: np.ndarray, last: np.ndarray) -> np.ndarray:
        first, last = np.clip(first, 0, y1 - y0), np.clip(last, 0, y1 - y0)
        return np.asarray((profile[last] - profile[first]) / np.maximum(last - first, 1))

    inside = mean(rows - band, rows)
    over = mean(rows - band - round(_ABOVE * body), rows - band)
    under = mean(rows, rows + max(1, round(_BELOW * body)))
    return float(y0 + rows[int((2 * inside - over - under).argmax())])
