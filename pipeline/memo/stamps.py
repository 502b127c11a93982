"""Receipt stamps without a box of their own: lines over or beside a head whose numbers and dates are not the memo's."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.memo.labels import Label, find_labels
from pipeline.memo.lines import Part, Strip, make_strip
from pipeline.model import BBox
from pipeline.settings import MemoSettings

_OWN_LABELS = (Label.TITLE, Label.OFFICE, Label.NUMBER, Label.SUBJECT, Label.RECIPIENT)


def remove_stamps(
    strips: Sequence[Strip], width: int, settings: MemoSettings
) -> tuple[tuple[Strip, ...], tuple[Part, ...]]:
    """The strips without the parts of receipt stamps, and those parts. `width`: of the page, in pixels.

    A stamp is known by its own labels (เลขรับ, เวลา) right of the page's middle. Whatever stands in the column below
    and above them, as far as a stamp reaches, belongs to it.
    """
    anchors = [
        strips[hit.strip].parts[hit.part].bbox
        for hit in find_labels(strips)
        if hit.label is Label.STAMP and hit.start == strips[hit.strip].starts[hit.part]
    ]
    anchors = [box for box in anchors if box[0] > settings.stamp_left * width]
    if not anchors:
        return tuple(strips), ()
    owned = {
        (hit.strip, hit.part)
        for hit in find_labels(strips)
        if hit.label in _OWN_LABELS and hit.start == strips[hit.strip].starts[hit.part]
    }
    removed: list[Part] = []
    kept: list[Strip] = []
    for index, strip in enumerate(strips):
        stamped = [
            part
            for at, part in enumerate(strip.parts)
            if (index, at) not in owned and any(_is_in_stamp(part.bbox, anchor, settings) for anchor in anchors)
        ]
        removed += stamped
        rest = [part for part in strip.parts if part not in stamped]
        if rest:
            kept.append(make_strip(rest) if stamped else strip)
    return tuple(kept), tuple(removed)


def _is_in_stamp(box: BBox, anchor: BBox, settings: MemoSettings) -> bool:
    reach = settings.stamp_reach * (anchor[3] - anchor[1])
    is_near = box[1] < anchor[3] + reach and box[3] > anchor[1] - reach
    return is_near and box[0] >= anchor[0] - 2 * (anchor[3] - anchor[1])
