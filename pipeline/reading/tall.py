"""Ink over print that is no print: handwriting, stamps and signatures are taller than the letters of a line."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from pipeline.reading.strips import BASELINE, BODY, Strip
from pipeline.settings import ReaderSettings


def find_tall_ink(strip: Strip, middles: Sequence[float], settings: ReaderSettings) -> tuple[bool, ...]:
    """For each place (column of the strip), whether a stroke taller than a line's letters passes where it stands."""
    ink = (strip >= settings.tall_ink).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8, ltype=cv2.CV_16U)
    tall = np.zeros(count, bool)
    tall[1:] = stats[1:, cv2.CC_STAT_HEIGHT] >= settings.tall_bodies * BODY
    if not tall.any():
        return (False,) * len(middles)
    rows = slice(round(BASELINE - BODY), round(BASELINE))
    across = tall[labels[rows]].sum(axis=0)
    half = settings.tall_width * BODY / 2
    return tuple(
        bool(across[max(0, round(middle - half)) : round(middle + half) + 1].sum() >= settings.tall_pixels)
        for middle in middles
    )
