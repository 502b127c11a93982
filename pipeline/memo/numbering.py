"""Number and date of a memo: ที่ and วันที่ stand side by side, and both labels are short and easily misread."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.memo.dates import read_date
from pipeline.memo.labels import Label
from pipeline.memo.leaders import trim_leaders
from pipeline.memo.lines import Strip, slice_strip
from pipeline.memo.slots import (
    Slot,
    box_of,
    cut_slot,
    doubt_unread,
    explain_misread,
    leave_out_hand,
    past_misread_label,
    past_short_word,
    read_slot,
)
from pipeline.memo.split import Head
from pipeline.memo.values import doubt_field, mark_illegible
from pipeline.model import DateField, Field, Place
from pipeline.passage import slice_passage
from pipeline.settings import MemoSettings
from pipeline.thai.dates import find_dates
from pipeline.thai.numbers import is_document_number

# A full stop in a number stands between digits; elsewhere it is an abbreviation's, or a dot of the leader below.
_LOOSE_STOP = re.compile(r"(?<![0-9๐-๙])\.|\.(?![0-9๐-๙])")


def read_number_and_date(head: Head, settings: MemoSettings) -> tuple[Field | None, DateField | None]:
    """The values beside ที่ and วันที่; where one label was misread, from what stands around the other one."""
    if head.hit(Label.NUMBER) is not None and head.hit(Label.DATE) is not None:
        return (
            _read_number(cut_slot(head, Label.NUMBER), settings, ()),
            read_head_date(cut_slot(head, Label.DATE), settings, ()),
        )
    strip = _find_number_strip(head)
    if strip is None:
        lost = [Place(page=head.strips[0].page, bbox=box_of(head.strips))]
        return mark_illegible(lost), _illegible_date(lost)
    places = [Place(page=strip.page, bbox=strip.bbox)]
    number_hit, date_hit = head.hit(Label.NUMBER), head.hit(Label.DATE)
    end = len(strip.passage.glyphs)
    start = number_hit.end if number_hit is not None else past_misread_label(strip.text) or past_short_word(strip.text)
    rest = trim_leaders(slice_strip(strip, start, date_hit.start if date_hit is not None else end))
    if date_hit is not None:
        date = read_head_date(cut_slot(head, Label.DATE), settings, ())
    else:
        dates = find_dates(rest.text)
        split = dates[0].start if dates else len(rest.glyphs)
        found = trim_leaders(slice_passage(rest, split, len(rest.glyphs)))
        date = read_head_date(Slot(found), settings, [explain_misread(Label.DATE)]) or _illegible_date(places)
        rest = trim_leaders(slice_passage(rest, 0, split))
    is_sure = number_hit is not None and date_hit is not None
    number = _read_number(
        Slot(rest), settings, [] if is_sure else [explain_misread(Label.DATE if number_hit else Label.NUMBER)]
    )
    if number_hit is None and (number is None or not is_document_number(number.text)):
        number = mark_illegible(places)
    return number, date


def _illegible_date(places: Sequence[Place]) -> DateField:
    return DateField(**mark_illegible(places).model_dump())


def _find_number_strip(head: Head) -> Strip | None:
    """The strip of ที่ and วันที่, by either label, or else the one without labels between office and subject."""
    for label in (Label.NUMBER, Label.DATE):
        if (hit := head.hit(label)) is not None:
            return head.strips[hit.strip]
    unlabelled = _find_unlabelled(head)
    return max(unlabelled, key=lambda strip: len(strip.passage.glyphs)) if unlabelled else None


def _find_unlabelled(head: Head) -> list[Strip]:
    """Strips between ส่วนราชการ and เรื่อง in which no label was found."""
    office, subject = head.hit(Label.OFFICE), head.hit(Label.SUBJECT)
    if office is None or subject is None:
        return []
    labelled = {hit.strip for hit in head.hits}
    return [head.strips[index] for index in range(office.strip + 1, subject.strip) if index not in labelled]


def _read_number(slot: Slot, settings: MemoSettings, reasons: Sequence[str]) -> Field | None:
    value = read_slot(leave_out_hand(slot, settings), settings)
    if value is None:
        return None
    if value.text and not is_document_number(value.text):
        reasons = [*reasons, f"“{value.text}” is not formed like the number of a document"]
    if _LOOSE_STOP.search(value.text):
        reasons = [*reasons, f"a full stop in “{value.text}” may be a dot of the leader"]
    for reason in reasons:
        value = doubt_field(value, reason)
    return value


def read_head_date(slot: Slot, settings: MemoSettings, reasons: Sequence[str] = ()) -> DateField | None:
    """The date of a head, a day written by hand left out, shown and doubted."""
    whole = slot
    slot = leave_out_hand(whole, settings)
    date = read_date(slot.passage, reasons=(*reasons, *slot.reasons[len(whole.reasons) :]))
    if date is None and slot.unread:
        return _illegible_date(slot.unread)
    return _doubt_other_script(doubt_unread(date, slot)) if date is not None else None


def _doubt_other_script(date: DateField) -> DateField:
    """The date of a head, doubted where its day is in other digits than its year: nobody types so, pens write so."""
    mixed = _MIXED_DAY.match(date.text)
    return doubt_field(date, f"“{date.text}”: the day is in other digits than the year") if mixed else date


_MIXED_DAY = re.compile(r"(?:[0-9]{1,2}\s*[ก-๎][ก-๎.\s]*[๐-๙]{2,4}|[๐-๙]{1,2}\s*[ก-๎][ก-๎.\s]*[0-9]{2,4})$")
