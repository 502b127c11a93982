"""What a confidence printed by Tesseract is worth."""

from __future__ import annotations

from bisect import bisect_right

_PRINTED = (0.0, 30.0, 60.0, 80.0, 90.0, 95.0, 100.0)
_RIGHT = (0.20, 0.30, 0.45, 0.70, 0.85, 0.95, 0.98)
"""Share of characters that were right, by the confidence Tesseract printed for their word."""


def calibrate(printed: float) -> float:
    """The share of right characters (0–1) for a printed confidence (0–100), straight lines between the table's points.

    >>> calibrate(100.0)
    0.98
    """
    printed = min(max(printed, _PRINTED[0]), _PRINTED[-1])
    right = min(max(bisect_right(_PRINTED, printed), 1), len(_PRINTED) - 1)
    x0, x1, y0, y1 = _PRINTED[right - 1], _PRINTED[right], _RIGHT[right - 1], _RIGHT[right]
    return round(y0 + (y1 - y0) * (printed - x0) / (x1 - x0), 4)
