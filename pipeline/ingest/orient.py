"""Which way up a page with level lines is: which side of its lines carries the marks.

Thai sets far more above its letters (ั ิ ี ึ ื ่ ้ ์ and the tall ป ฝ ไ ใ โ) than below (ุ ู and the feet of ญ ฐ ฎ ฏ);
Latin has more ascenders than descenders. The measure changes its sign on the turned page, so it favours no side.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.ingest.reduce import Mask
from pipeline.settings import IngestSettings


@dataclass(frozen=True, slots=True)
class UprightVote:
    """up, down: pieces of lines with clearly more ink above their letters, and below."""

    up: int
    down: int

    @property
    def margin(self) -> float:
        """Votes for upright less votes against, in standard deviations of as many coin tosses."""
        total = self.up + self.down
        return (self.up - self.down) / total**0.5 if total else 0.0

    @property
    def share(self) -> float:
        """Share of votes for upright; a half when nobody votes."""
        total = self.up + self.down
        return self.up / total if total else 0.5


def vote_upright(letters: Mask, settings: IngestSettings) -> UprightVote:
    """Let every piece of line say which side of it carries more ink; lines must run across and be level."""
    up = down = 0
    for strip in _strips(letters, settings.vote_strip):
        profile = strip.sum(axis=1).astype(np.float64)
        for above, below in _sides(profile, settings):
            if above + below >= settings.vote_least_ink and max(above, below) > settings.vote_ratio * min(above, below):
                up += above > below
                down += below > above
    return UprightVote(up, down)


def _strips(letters: Mask, width: int) -> list[Mask]:
    edges = range(0, letters.shape[1] - width // 2, width)
    return [letters[:, edge : edge + width] for edge in edges]


def _sides(profile: npt.NDArray[np.float64], settings: IngestSettings) -> list[tuple[float, float]]:
    """Ink above and below the core of each line in a strip; the space between two lines is split in its middle."""
    cores = _cores(profile, settings)
    if len(cores) < 2:
        return []
    sides = []
    for index, (top, bottom) in enumerate(cores):
        before = cores[index - 1][1] if index else -1
        after = cores[index + 1][0] if index + 1 < len(cores) else len(profile)
        # The same reach on both sides, or the end of a paragraph would see more on one.
        reach = int(min((top - before) / 2, (after - bottom) / 2, bottom - top))
        above = float(profile[max(0, top - reach) : top].sum())
        below = float(profile[bottom : bottom + reach].sum())
        sides.append((above, below))
    return sides


def _cores(profile: npt.NDArray[np.float64], settings: IngestSettings) -> list[tuple[int, int]]:
    """The bodies of the lines of a strip as row ranges: where the profile is above half of its local peak."""
    window = settings.core_window
    padded = np.pad(profile, window, mode="constant")
    peak = np.lib.stride_tricks.sliding_window_view(padded, 2 * window + 1).max(axis=1)
    body = (profile >= settings.core_level * peak) & (peak >= settings.core_least_ink)
    steps = np.flatnonzero(np.diff(np.concatenate(([0], body.astype(np.int8), [0]))))
    runs = list(zip(steps[::2].tolist(), steps[1::2].tolist(), strict=True))
    low, high = settings.core_height
    return [(top, bottom) for top, bottom in runs if low <= bottom - top <= high]
