"""Letters' bodies → chains: which bodies stand on one line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.layout.blobs import Blob
from pipeline.layout.groups import group_linked
from pipeline.settings import LayoutSettings


def link_bodies(bodies: Sequence[Blob], body: float, widest_gap: float, settings: LayoutSettings) -> list[list[Blob]]:
    """Chains of bodies left to right: neighbours share their bottom edge, or their top edge, and overlap in height."""
    ordered = sorted(bodies, key=lambda blob: blob.x0)
    links = _find_links(ordered, body, widest_gap, settings)
    return [[ordered[index] for index in group] for group in group_linked(len(ordered), links)]


def _find_links(
    ordered: Sequence[Blob], body: float, widest_gap: float, settings: LayoutSettings
) -> Iterator[tuple[int, int]]:
    """Each body with its nearest neighbours to the right that stand on its line, by their places in `ordered`."""
    starts = [blob.x0 for blob in ordered]
    boxes = [(blob.y0, blob.y1, blob.y1 - blob.y0) for blob in ordered]
    for i, left in enumerate(ordered):
        top, base, height = boxes[i]
        found = 0
        for j in range(i + 1, bisect_left(starts, left.x1 + widest_gap)):
            other_top, other_base, other_height = boxes[j]
            if other_top >= base or other_base <= top:
                continue
            overlap = min(base, other_base) - max(top, other_top)
            slack = settings.edge_slack * max(body, min(height, other_height))
            level = abs(base - other_base) <= slack or abs(top - other_top) <= slack
            if overlap < 0.5 * min(height, other_height) or not level:
                continue
            yield j, i
            found += 1
            if found == settings.linked_neighbours:
                break
