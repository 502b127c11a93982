"""The choice between a page's text layer and its pixels."""

from __future__ import annotations

import numpy as np

from pipeline.ingest.damage import find_damage
from pipeline.ingest.layer import TextLayer
from pipeline.ingest.reduce import find_ink, keep_print, reduce_page
from pipeline.model import Issue, Severity
from pipeline.page import Gray
from pipeline.settings import IngestSettings


def reject_layer(layer: TextLayer, gray: Gray, picture_share: float, settings: IngestSettings) -> str | None:
    """Why the layer must not be used for a page drawn as `gray`, as the end of a sentence; None when it may.

    picture_share: share of the page under pictures, whose text no layer holds.
    """
    if picture_share > settings.layer_pictures:
        return f"pictures cover {picture_share:.0%} of the page"
    if layer.sideways > settings.layer_sideways:
        return "its text runs sideways"
    if (reason := find_damage(layer.text, layer.unmapped, settings)) is not None:
        return reason
    if (share := uncovered_share(layer, gray, settings)) > settings.layer_uncovered:
        return f"{share:.0%} of the print on the page is not in it"
    return None


def uncovered_share(layer: TextLayer, gray: Gray, settings: IngestSettings) -> float:
    """Share of the letter-sized ink that lies outside all words: text drawn as curves, or in pictures."""
    small = reduce_page(gray, settings.reduced_side)
    letters = keep_print(find_ink(small, settings), 1, settings)
    total = int(letters.sum())
    if not total:
        return 0.0
    scale = small.shape[1] / gray.shape[1]
    known = np.zeros_like(letters)
    for box in [word.bbox for word in layer.words] + [rule.bbox for rule in layer.rules]:
        x0, y0, x1, y1 = (int(value * scale) for value in box)
        tall = (y1 - y0) // 3  # fonts with high tone marks reach above the box
        known[max(0, y0 - 2 - tall) : y1 + 3, max(0, x0 - 2) : x1 + 3] = True
    return float((letters & ~known).sum()) / total


def tell_rejection(page: int, reason: str) -> Issue:
    """The note that a page's text layer was not used."""
    return Issue(
        code="text-layer-rejected",
        severity=Severity.INFO,
        message=f"The text layer of page {page} was not used, because {reason}; the page was read as a picture.",
        page=page,
    )


def tell_repair(page: int, count: int) -> Issue:
    """The note that ำ was put back together."""
    return Issue(
        code="text-layer-repaired",
        severity=Severity.INFO,
        message=f"In the text layer of page {page}, ำ was put back together {count} times from its two halves.",
        page=page,
    )
