"""Heads of papers that are no memos: letters (หนังสือภายนอก), announcements and orders."""

from __future__ import annotations

import re

from pipeline.memo.dates import read_date
from pipeline.memo.head import HeadFields, read_subject
from pipeline.memo.labels import Label
from pipeline.memo.leaders import trim_leaders
from pipeline.memo.lines import Strip, join_body, slice_strip
from pipeline.memo.numbering import read_head_date
from pipeline.memo.office import find_agency_in
from pipeline.memo.slots import Slot, leave_out_hand, read_slot
from pipeline.memo.split import Head
from pipeline.memo.values import read_value
from pipeline.passage import slice_passage
from pipeline.settings import MemoSettings
from pipeline.thai.numbers import is_document_number

_ANNOUNCED = re.compile(r"(?:ประกาศ|สั่ง)\s*ณ\s*วันที่?")


def read_letter_head(head: Head, settings: MemoSettings) -> HeadFields:
    """Number, agency, date, subject and recipient of a letter; its date stands on a strip of its own, without label."""
    number_hit, subject_hit, recipient_hit = (
        head.hit(label) for label in (Label.NUMBER, Label.SUBJECT, Label.RECIPIENT)
    )
    if number_hit is None or subject_hit is None or recipient_hit is None:
        return HeadFields()
    first = head.strips[number_hit.strip]
    # The sender's address may share the strip with the number: the number is the longest start that is one.
    value = trim_leaders(slice_strip(first, number_hit.end, len(first.passage.glyphs)))
    ends = [end for end in range(len(value.text), 0, -1) if is_document_number(value.text[:end])]
    number = read_slot(leave_out_hand(Slot(slice_passage(value, 0, ends[0])), settings), settings) if ends else None
    above = head.strips[number_hit.strip : subject_hit.strip]
    alone = [read_head_date(Slot(trim_leaders(strip.passage)), settings) for strip in above[1:]]
    dates = [date for date in alone if date is not None and date.start]
    recipient = head.strips[recipient_hit.strip]
    subject, subject_passage = read_subject(head, settings)
    return HeadFields(
        agency=find_agency_in(join_body(above), settings)[0],
        number=number,
        date=dates[0] if dates else None,
        subject=subject,
        subject_passage=subject_passage,
        recipient=read_value(
            trim_leaders(slice_strip(recipient, recipient_hit.end, len(recipient.passage.glyphs))),
            settings=settings,
        ),
    )


def read_announcement_head(head: Head, strips: tuple[Strip, ...], settings: MemoSettings) -> HeadFields:
    """Agency and subject of an announcement, and the date in its closing line among all its `strips`."""
    title = head.hit(Label.ANNOUNCEMENT)
    if title is None:
        return HeadFields()
    subject, subject_passage = read_subject(head, settings)
    date = None
    for strip in strips:
        closing = _ANNOUNCED.search(strip.text)
        if closing:
            date = read_date(trim_leaders(slice_strip(strip, closing.end(), len(strip.passage.glyphs))))
    return HeadFields(
        agency=find_agency_in(head.strips[title.strip].passage, settings)[0],
        date=date,
        subject=subject,
        subject_passage=subject_passage,
    )
