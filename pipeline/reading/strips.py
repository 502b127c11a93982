"""Lines → strips: pictures of one height in which every baseline lies on one row.

The letters' bodies have one size in all strips, so the net need not learn sizes, and what belongs to the lines above
and below always lies outside the same rows. Training cuts its lines with this function too.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.page import Gray

Strip = npt.NDArray[np.uint8]
"""(HEIGHT, width) uint8: 0 is paper, 255 the darkest ink of the line."""

HEIGHT = 48
"""Rows. 16 pt print at 200 dpi has these sizes already: body 19 × 0.8, all of a line 2.9 bodies."""

BODY = 15.5
"""Rows of a plain consonant: the tallest stack of marks reaches 2.05 bodies above the baseline, the deepest vowel
0.65 below it, in 16 Thai fonts."""

BASELINE = 34.0
"""Row of the baseline: 2.2 bodies above it, 0.9 below."""

SIDE = 0.4
"""Room at both ends, in bodies: a full stop that layout took for grain stands 0.2 away, the next cell's rule 0.4."""

_PAPER, _INK = 85, 0.3
"""Percentiles of the strip's greys that are taken for paper and for ink."""

LEAST_CONTRAST = 12
"""Grey levels between paper and ink that are stretched at most to full range; dirt on blank paper stays faint."""


def cut_strip(gray: Gray, left: float, right: float, base: float, body: float) -> tuple[Strip, float]:
    """The strip of the line between two columns, and the page column of its own column 0.

    base: page row of the baseline; body: height of a plain consonant in page pixels. One strip column is
    `body / BODY` page pixels. Beyond the page's edges there is paper.
    """
    scale = body / BODY
    left -= SIDE * body
    width = max(8, round((right + SIDE * body - left) / scale))
    top = base - BASELINE * scale
    y0, y1 = int(np.floor(top)) - 2, int(np.ceil(top + HEIGHT * scale)) + 2
    x0, x1 = int(np.floor(left)) - 2, int(np.ceil(left + width * scale)) + 2
    height, across = gray.shape
    part = gray[max(y0, 0) : min(y1, height), max(x0, 0) : min(x1, across)]
    if not part.size:
        return np.zeros((HEIGHT, width), np.uint8), left
    paper, ink = grey_percentiles(part, (_PAPER, _INK))
    span = max(paper - ink, LEAST_CONTRAST)
    shade: cv2.typing.MatLike = np.clip((paper - part.astype(np.float32)) * (255.0 / span), 0, 255)
    shade = cv2.copyMakeBorder(
        shade, max(-y0, 0), max(y1 - height, 0), max(-x0, 0), max(x1 - across, 0), cv2.BORDER_CONSTANT, value=(0,)
    )
    if scale > 1:  # averages over the pixels that fall together, then samples
        sigma = 0.4 * scale
        shade = cv2.GaussianBlur(shade, (0, 0), sigma) if sigma > 0.5 else shade
    warp = np.array([[scale, 0, left - x0 + scale / 2 - 0.5], [0, scale, top - y0 + scale / 2 - 0.5]])
    method = (cv2.INTER_LINEAR if scale > 1 else cv2.INTER_CUBIC) | cv2.WARP_INVERSE_MAP
    strip = cv2.warpAffine(shade, warp, (width, HEIGHT), flags=method, borderMode=cv2.BORDER_REPLICATE)
    return np.clip(strip, 0, 255).astype(np.uint8), left


def grey_percentiles(gray: Gray, percents: Sequence[float]) -> list[int]:
    """The greys below or at which these percentages (0–100) of the pixels lie, from a histogram: a tenth of the time
    of sorting."""
    counts = np.cumsum(np.bincount(gray.ravel(), minlength=256))
    return [int(np.searchsorted(counts, percent / 100 * counts[-1])) for percent in percents]
