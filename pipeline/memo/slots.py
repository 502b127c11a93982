"""The places beside the labels of a head: what stands there, without leaders, and what gave no text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.memo.labels import Label, LabelHit
from pipeline.memo.leaders import cut_misread_leader, is_blank, trim_leaders
from pipeline.memo.lines import Strip, slice_strip
from pipeline.memo.split import Head
from pipeline.memo.values import ILLEGIBLE, AnyField, doubt_field, mark_illegible, read_value
from pipeline.model import BBox, Field, Place
from pipeline.page import COLOURED_INK, NOT_PRINT
from pipeline.passage import EMPTY, Passage, cut_out, join_places, slice_passage
from pipeline.settings import MemoSettings

_LONGEST_MISREAD_LABEL = 6
"""Characters: “ที่” was seen as “ii” and “ก”, “วันที่” as “uit” and “FAUT”, “เรียน” as “Seu”."""

_LATIN_START = re.compile(r"[^ก-๎0-9๐-๙]+(?=[ก-๎])")

_SIGNS = re.compile(r"(?<=[0-9๐-๙]/)[^0-9๐-๙ก-๎A-Za-z]*[^0-9๐-๙ก-๎A-Za-z\s][^0-9๐-๙ก-๎A-Za-z]*$")
"""Signs alone behind the stroke of a document number: the running number is written by hand there."""

LABEL_NAMES = {
    Label.OFFICE: "ส่วนราชการ",
    Label.NUMBER: "ที่",
    Label.DATE: "วันที่",
    Label.SUBJECT: "เรื่อง",
    Label.RECIPIENT: "เรียน",
}


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands beside a label, without leaders; `unread` are places with something that gave no text.

    `reasons`: why a person must look at the value whatever its text is.
    """

    passage: Passage
    unread: tuple[Place, ...] = ()
    reasons: tuple[str, ...] = ()


def cut_slot(head: Head, label: Label) -> Slot:
    """From the end of a label to the next label, the next stamp, or the end of its strip."""
    hit = head.hit(label)
    if hit is None:
        return Slot(EMPTY)
    strip = head.strips[hit.strip]
    ends = [
        other.start
        for other in (*head.hits, *head.others)
        if other.strip == hit.strip
        and other.start >= hit.end
        and (other in head.hits or (_is_rival(other, label) and (other.part > hit.part or label is Label.DATE)))
    ]
    end = min(ends, default=len(strip.passage.glyphs))
    last = len(strip.text[: hit.end].rstrip()) - 1  # a gap right behind the label counts too
    written = _find_written(slice_strip(strip, last, end))
    return make_slot(slice_strip(strip, hit.end, end), (*find_unread(strip, hit.end, end), *written))


def make_slot(passage: Passage, unread: tuple[Place, ...] = ()) -> Slot:
    """A slot of what was read beside a label, without its leaders."""
    value, dots = cut_misread_leader(trim_leaders(passage))
    return Slot(value, unread, (f"“{dots}” was taken for dots and left out",) if dots else ())


def _is_rival(other: LabelHit, label: Label) -> bool:
    """Does this label-like find end the value? A stamp always; a วันที่ only where the value has none inside."""
    return other.label is Label.STAMP or (
        other.label is Label.DATE and label in (Label.OFFICE, Label.NUMBER, Label.DATE)
    )


def find_unread(strip: Strip, start: int, end: int) -> tuple[Place, ...]:
    """The places of parts in `text[start:end]` of a strip with something that gave no text."""
    return tuple(
        Place(page=part.page, bbox=part.bbox)
        for part, at in zip(strip.parts, strip.starts, strict=True)
        if not part.passage.glyphs and start <= at <= end
    )


def _find_written(passage: Passage) -> tuple[Place, ...]:
    """The gaps of a passage, between two characters, in which something is written in coloured ink."""
    places = []
    for mark in passage.doubts:
        if mark.reason != COLOURED_INK or not passage.text[mark.start : mark.end].isspace() or not mark.start:
            continue
        before, after = passage.glyphs[mark.start - 1].place, passage.glyphs[mark.end].place
        if before is not None and after is not None and before.page == after.page:
            (_, top, left, bottom), (right, upper, _, lower) = before.bbox, after.bbox
            places.append(Place(page=before.page, bbox=(left, min(top, upper), right, max(bottom, lower))))
    return tuple(places)


def read_slot(slot: Slot, settings: MemoSettings) -> Field | None:
    """The value of a slot as it stands; None when it is blank."""
    if is_blank(slot.passage.text):
        if slot.reasons:
            return mark_illegible(slot.unread or slot.passage.where, slot.reasons[0])
        return mark_illegible(slot.unread) if slot.unread else None
    value = read_value(slot.passage, settings, slot.reasons)
    return doubt_unread(value, slot) if value is not None else None


def doubt_unread(value: AnyField, slot: Slot) -> AnyField:
    """The value of a slot, doubted when something in it gave no text, and shown together with that."""
    if not slot.unread:
        return value
    where = join_places((*value.where, *slot.unread))
    return doubt_field(value, ILLEGIBLE).model_copy(update={"where": where})


def leave_out_hand(slot: Slot, settings: MemoSettings) -> Slot:
    """The slot without the numbers that are surely no print: a handwritten or stamped day, a running number.

    They are shown, not spelled: a reader of print reads them wrongly more often than not.
    """
    spans = [
        (mark.start, mark.end)
        for mark in slot.passage.doubts
        if mark.reason == COLOURED_INK
        or (
            mark.reason == NOT_PRINT
            and min(glyph.confidence for glyph in slot.passage.glyphs[mark.start : mark.end]) < settings.hand_confidence
        )
    ]
    if (tail := _SIGNS.search(slot.passage.text)) and not any(end > tail.start() for _, end in spans):
        spans.append(tail.span())
    if not spans:
        return slot
    left_out = [slice_passage(slot.passage, *span) for span in spans]
    seen = ", ".join(f"“{passage.text}”" for passage in left_out)
    places = tuple(place for passage in left_out for place in passage.where)
    reasons = (*slot.reasons, f"handwriting or a stamp was left out where {seen} was read")
    return Slot(trim_leaders(cut_out(slot.passage, spans)), (*slot.unread, *places), reasons)


def explain_misread(label: Label) -> str:
    """Why a value without a label that could be read is doubted."""
    return f"the label “{LABEL_NAMES[label]}” was not read beside this"


def past_short_word(text: str) -> int:
    """Where the second word begins when the first one is as short as a misread label."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    return text.index(first) + len(first) if 0 < len(first) <= _LONGEST_MISREAD_LABEL else 0


def past_misread_label(text: str) -> int:
    """Where the value begins behind a label read as Latin letters (“os” for “เรื่อง”); 0 when it begins in Thai.

    >>> past_misread_label("osมาตรการ"), past_misread_label("มาตรการ")
    (2, 0)
    """
    latin = _LATIN_START.match(text)
    return latin.end() if latin and latin.end() <= _LONGEST_MISREAD_LABEL else 0


def box_of(strips: Sequence[Strip]) -> BBox:
    """The box around some strips."""
    boxes = [strip.bbox for strip in strips]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
