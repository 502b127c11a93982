"""The head of a memo: agency, department, number, date, subject and recipient beside their labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.memo.dates import read_date
from pipeline.memo.issues import doubt
from pipeline.memo.labels import Label, LabelHit
from pipeline.memo.leaders import is_blank, trim_leaders
from pipeline.memo.lines import Strip, slice_strip
from pipeline.memo.office import read_office
from pipeline.memo.split import Form, Head
from pipeline.memo.values import ILLEGIBLE, doubt_field, mark_illegible, read_value
from pipeline.model import BBox, DateField, Field, Issue, Place
from pipeline.passage import Passage, join_passages, slice_passage
from pipeline.settings import MemoSettings
from pipeline.thai.dates import find_dates
from pipeline.thai.joining import gap_between
from pipeline.thai.numbers import is_document_number
from pipeline.thai.people import is_position

NOTHING = Passage(())

_LONGEST_MISREAD_LABEL = 6
"""Characters: “ที่” was seen as “ii” and “ก”, “วันที่” as “uit” and “FAUT”, “เรียน” as “Seu”."""

_NAMES = {
    Label.OFFICE: "ส่วนราชการ",
    Label.NUMBER: "ที่",
    Label.DATE: "วันที่",
    Label.SUBJECT: "เรื่อง",
    Label.RECIPIENT: "เรียน",
}


@dataclass(frozen=True, slots=True)
class HeadFields:
    """The values of a head; None is blank on the page (or has no label there: then an issue says so)."""

    agency: Field | None = None
    department: Field | None = None
    number: Field | None = None
    date: DateField | None = None
    subject: Field | None = None
    recipient: Field | None = None
    subject_passage: Passage = NOTHING
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands beside a label, without leaders; `unread` are places with something that gave no text."""

    passage: Passage
    unread: tuple[Place, ...] = ()


def read_head(head: Head, known_agency: str, settings: MemoSettings) -> HeadFields:
    """The values of a memo's head (form MEMO). `known_agency`: the name that the text below gives, or ""."""
    office = _cut_slot(head, Label.OFFICE)
    agency, department = read_office(office.passage, known_agency, settings)
    if agency is None and department is None and office.unread:
        agency = mark_illegible(office.unread)
    number, date = _read_number_and_date(head, settings)
    subject, subject_passage = read_subject(head, settings)
    recipient = _read_recipient(head, settings)
    # A label that was not found was misread: its value is there, and is not known.
    lost = [Place(page=head.strips[0].page, bbox=_box_of(head.strips))]
    if subject is None and head.hit(Label.SUBJECT) is None:
        subject = mark_illegible(lost)
    if recipient is None and head.hit(Label.RECIPIENT) is None:
        recipient = mark_illegible(lost)
    if head.hit(Label.OFFICE) is None:
        department = mark_illegible(lost)
    return HeadFields(
        agency=agency,
        department=department,
        number=number,
        date=date,
        subject=subject,
        recipient=recipient,
        subject_passage=subject_passage,
        issues=(*_find_missing_labels(head), *_find_missing_values(head, subject, recipient)),
    )


def read_subject(head: Head, settings: MemoSettings) -> tuple[Field | None, Passage]:
    """The subject with its continuation lines (all strips down to the next label), as value and as passage."""
    hit = head.hit(Label.SUBJECT)
    if hit is None:
        return None, NOTHING
    slot = _cut_slot(head, Label.SUBJECT)
    strips = _find_continuation(head, hit, settings)
    lines = [slot.passage, *(trim_leaders(strip.passage) for strip in strips)]
    passage = join_passages([line for line in lines if line.glyphs], gap_between)
    below = tuple(place for strip in strips for place in _find_unread(strip, 0, len(strip.passage.glyphs)))
    subject = _read_plain(Slot(passage, (*slot.unread, *below)), settings)
    if len(lines) > settings.subject_lines and subject is not None:
        subject = doubt_field(subject, f"{len(lines)} lines stand between เรื่อง and the next label")
    return subject, passage


def _find_continuation(head: Head, hit: LabelHit, settings: MemoSettings) -> list[Strip]:
    """Strips below the subject that go on with it: those above the next label, or, where none is found, those
    that follow closely and begin right of the label."""
    below = head.strips[hit.strip + 1 :]
    ends = [
        other.strip
        for other in (*head.hits, *head.others)
        if other.strip > hit.strip
        and other.part == 0
        and other.start == 0
        and other.label in (Label.RECIPIENT, Label.REFERENCE)
    ]
    if ends:
        stamped = {other.strip for other in head.others if other.label is Label.STAMP and other.start == 0}
        return [head.strips[index] for index in range(hit.strip + 1, min(ends)) if index not in stamped]
    first = head.strips[hit.strip]
    margin = first.passage.glyphs[hit.end - 1].place
    found: list[Strip] = []
    above = first
    for strip in below[: settings.subject_lines - 1]:
        pitch = first.bbox[3] - first.bbox[1]
        if strip.bbox[1] - above.bbox[3] > pitch or margin is None or strip.bbox[0] < margin.bbox[2]:
            break
        found.append(strip)
        above = strip
    return found


def _cut_slot(head: Head, label: Label) -> Slot:
    """From the end of a label to the next label, the next stamp, or the end of its strip."""
    hit = head.hit(label)
    if hit is None:
        return Slot(NOTHING)
    strip = head.strips[hit.strip]
    ends = [
        other.start
        for other in (*head.hits, *head.others)
        if other.strip == hit.strip
        and other.start >= hit.end
        and (other in head.hits or (_is_rival(other, label) and (other.part > hit.part or label is Label.DATE)))
    ]
    end = min(ends, default=len(strip.passage.glyphs))
    return Slot(trim_leaders(slice_strip(strip, hit.end, end)), _find_unread(strip, hit.end, end))


def _is_rival(other: LabelHit, label: Label) -> bool:
    """Does this label-like find end the value? A stamp always; a วันที่ only beside the fields that have no วันที่ inside."""
    return other.label is Label.STAMP or (
        other.label is Label.DATE and label in (Label.OFFICE, Label.NUMBER, Label.DATE)
    )


def _find_unread(strip: Strip, start: int, end: int) -> tuple[Place, ...]:
    return tuple(
        Place(page=part.page, bbox=part.bbox)
        for part, at in zip(strip.parts, strip.starts, strict=True)
        if not part.passage.glyphs and start <= at <= end
    )


def _read_plain(slot: Slot, settings: MemoSettings) -> Field | None:
    if is_blank(slot.passage.text):
        return mark_illegible(slot.unread) if slot.unread else None
    value = read_value(slot.passage, settings)
    return doubt_field(value, ILLEGIBLE) if slot.unread and value is not None else value


def _read_number_and_date(head: Head, settings: MemoSettings) -> tuple[Field | None, DateField | None]:
    """The values beside ที่ and วันที่; where one label was misread, from what stands around the other one."""
    if head.hit(Label.NUMBER) is not None and head.hit(Label.DATE) is not None:
        return (
            _read_number(_cut_slot(head, Label.NUMBER), settings, ()),
            _read_head_date(_cut_slot(head, Label.DATE), ()),
        )
    strip = _find_number_strip(head)
    if strip is None:
        lost = [Place(page=head.strips[0].page, bbox=_box_of(head.strips))]
        return mark_illegible(lost), _illegible_date(lost)
    places = [Place(page=strip.page, bbox=strip.bbox)]
    number_hit, date_hit = head.hit(Label.NUMBER), head.hit(Label.DATE)
    end = len(strip.passage.glyphs)
    start = number_hit.end if number_hit is not None else _past_short_word(strip.text)
    rest = trim_leaders(slice_strip(strip, start, date_hit.start if date_hit is not None else end))
    if date_hit is not None:
        date = _read_head_date(_cut_slot(head, Label.DATE), ())
    else:
        dates = find_dates(rest.text)
        split = dates[0].start if dates else len(rest.glyphs)
        found = trim_leaders(slice_passage(rest, split, len(rest.glyphs)))
        date = _read_head_date(Slot(found), [_misread(Label.DATE)]) or _illegible_date(places)
        rest = trim_leaders(slice_passage(rest, 0, split))
    is_sure = number_hit is not None and date_hit is not None
    number = _read_number(
        Slot(rest), settings, [] if is_sure else [_misread(Label.DATE if number_hit else Label.NUMBER)]
    )
    if number_hit is None and (number is None or not is_document_number(number.text)):
        number = mark_illegible(places)
    return number, date


def _illegible_date(places: Sequence[Place]) -> DateField:
    return DateField(**mark_illegible(places).model_dump())


def _misread(label: Label) -> str:
    return f"the label “{_NAMES[label]}” was not read beside this"


def _past_short_word(text: str) -> int:
    """Where the second word begins when the first one is as short as a misread label."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    return text.index(first) + len(first) if 0 < len(first) <= _LONGEST_MISREAD_LABEL else 0


def _find_number_strip(head: Head) -> Strip | None:
    """The strip of ที่ and วันที่, by either label, or else the one without labels between office and subject."""
    for label in (Label.NUMBER, Label.DATE):
        if (hit := head.hit(label)) is not None:
            return head.strips[hit.strip]
    unlabelled = _find_unlabelled(head)
    return max(unlabelled, key=lambda strip: len(strip.passage.glyphs)) if unlabelled else None


def _read_recipient(head: Head, settings: MemoSettings) -> Field | None:
    """The value beside เรียน; where the label was misread, the office named behind a short word under the subject."""
    subject = head.hit(Label.SUBJECT)
    if head.hit(Label.RECIPIENT) is not None or subject is None:
        return _read_plain(_cut_slot(head, Label.RECIPIENT), settings)
    for strip in head.strips[subject.strip + 1 : subject.strip + settings.subject_lines]:
        start = _past_short_word(strip.text)
        if start and is_position(strip.text[start:]):
            value = trim_leaders(slice_strip(strip, start, len(strip.passage.glyphs)))
            return read_value(value, settings, (_misread(Label.RECIPIENT),))
    return None


def _find_unlabelled(head: Head) -> list[Strip]:
    """Strips between ส่วนราชการ and เรื่อง in which no label was found."""
    office, subject = head.hit(Label.OFFICE), head.hit(Label.SUBJECT)
    if office is None or subject is None:
        return []
    labelled = {hit.strip for hit in head.hits}
    return [head.strips[index] for index in range(office.strip + 1, subject.strip) if index not in labelled]


def _read_number(slot: Slot, settings: MemoSettings, reasons: Sequence[str]) -> Field | None:
    value = _read_plain(slot, settings)
    if value is None:
        return None
    if value.text and not is_document_number(value.text):
        reasons = [*reasons, f"“{value.text}” is not formed like the number of a document"]
    for reason in reasons:
        value = doubt_field(value, reason)
    return value


def _read_head_date(slot: Slot, reasons: Sequence[str]) -> DateField | None:
    date = read_date(slot.passage, reasons=reasons)
    if date is None and slot.unread:
        return _illegible_date(slot.unread)
    return doubt_field(date, ILLEGIBLE) if slot.unread and date is not None else date


def _box_of(strips: Sequence[Strip]) -> BBox:
    boxes = [strip.bbox for strip in strips]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _find_missing_values(head: Head, subject: Field | None, recipient: Field | None) -> tuple[Issue, ...]:
    """Number and date may be blank on a memo; subject and recipient never are."""
    return tuple(
        doubt("head-value-missing", f"Nothing was read beside the label “{_NAMES[label]}”.", _place_of(head, label))
        for label, value in ((Label.SUBJECT, subject), (Label.RECIPIENT, recipient))
        if value is None and head.hit(label) is not None
    )


def _place_of(head: Head, label: Label) -> list[Place]:
    hit = head.hit(label)
    return [] if hit is None else [Place(page=head.strips[hit.strip].page, bbox=head.strips[hit.strip].bbox)]


def _find_missing_labels(head: Head) -> tuple[Issue, ...]:
    """A memo's form has all five labels, so one that is not found was misread: its value is unknown, not blank."""
    where = [Place(page=strip.page, bbox=strip.bbox) for strip in head.strips[:1]]
    return tuple(
        doubt(
            "label-not-found",
            f"The label “{name}” was not found in the head; what stands beside it is not known.",
            where,
        )
        for label, name in _NAMES.items()
        if head.form is Form.MEMO and head.hit(label) is None
    )
