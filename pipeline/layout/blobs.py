"""Ink → blobs: connected pieces of ink, the letters and marks that lines are made of."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.layout.binarize import Ink
from pipeline.model import BBox
from pipeline.pieces import find_pieces
from pipeline.settings import LayoutSettings


@dataclass(frozen=True, slots=True)
class Blob:
    """One connected piece of ink; `area` counts its pixels."""

    x0: int
    y0: int
    x1: int
    y1: int
    area: int

    @property
    def width(self) -> int:
        """Pixels."""
        return self.x1 - self.x0

    @property
    def height(self) -> int:
        """Pixels."""
        return self.y1 - self.y0

    @property
    def bbox(self) -> BBox:
        """As a contract box."""
        return (self.x0, self.y0, self.x1, self.y1)


def find_blobs(ink: Ink, dpi: int, settings: LayoutSettings) -> tuple[Blob, ...]:
    """All blobs but specks, left to right."""
    stats, _ = find_pieces(ink)
    stats = stats[1:]
    large = stats[stats[:, 4] >= (settings.speck * dpi) ** 2]
    blobs = [Blob(x, y, x + width, y + height, area) for x, y, width, height, area in large.tolist()]
    return tuple(sorted(blobs, key=lambda blob: (blob.x0, blob.y0)))


def measure_body(blobs: tuple[Blob, ...], dpi: int, settings: LayoutSettings) -> float:
    """The height in pixels of a plain consonant, the measure of everything else on the page.

    It is the most frequent blob height among blobs of letter size, weighted by width so that marks and dots do
    not vote; a page with hardly any print gets the height of 16 pt print.
    """
    low, high = settings.smallest_body * dpi, settings.largest_body * dpi
    letters = [blob for blob in blobs if low <= blob.height <= high and blob.width <= 4 * blob.height]
    if len(letters) < settings.least_letters:
        return settings.usual_body * dpi
    votes = np.bincount([blob.height for blob in letters], weights=[min(blob.width, high) for blob in letters])
    smooth = np.convolve(votes, [0.5, 1.0, 0.5], mode="same")
    usual = int(np.argmax(smooth))
    # Under heavy toner most letters have grown together with a mark; the plain ones are fewer then, and lower.
    least, most = (round(usual / times) for times in reversed(settings.grown_with_mark))
    plain = least + int(np.argmax(smooth[least : most + 1]))
    return float(plain if smooth[plain] >= settings.plain_share * smooth[usual] else usual)


def split_tall(ink: Ink, blob: Blob, body: float) -> list[Blob]:
    """A blob in which marks of one line touch the next line, cut at the rows with the least ink.

    Left whole when it shows no such rows: then it is a stamp, a bracket or a stroke of handwriting.
    """
    part = ink[blob.y0 : blob.y1, blob.x0 : blob.x1]
    profile = part.sum(axis=1).astype(float)
    if blob.width < body or profile.max() == 0:
        return [blob]
    smooth = np.convolve(profile, np.ones(3) / 3, mode="same")
    dense = smooth > 0.5 * smooth.max()
    edges = np.flatnonzero(np.diff(np.concatenate(([0], dense.astype(int), [0]))))
    bands = [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a >= 0.3 * body]
    cuts = []
    for (_, end), (start, _) in itertools.pairwise(bands):
        if start - end >= 0.3 * body:
            valley = end + int(np.argmin(smooth[end:start]))
            if smooth[valley] < 0.35 * smooth.max():
                cuts.append(valley)
    return cut_blob(ink, blob, [blob.y0 + cut for cut in cuts])


def cut_blob(ink: Ink, blob: Blob, cuts: Sequence[int]) -> list[Blob]:
    """The parts of a blob between these rows of the page, top to bottom."""
    pieces = []
    for top, bottom in itertools.pairwise([blob.y0, *cuts, blob.y1]):
        rows, columns = np.nonzero(ink[top:bottom, blob.x0 : blob.x1])
        if rows.size:
            pieces.append(
                Blob(
                    blob.x0 + int(columns.min()),
                    top + int(rows.min()),
                    blob.x0 + int(columns.max()) + 1,
                    top + int(rows.max()) + 1,
                    int(rows.size),
                )
            )
    return pieces
