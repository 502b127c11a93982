"""The head of a memo: agency, department, number, date, subject and recipient beside their labels."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.memo.issues import doubt
from pipeline.memo.labels import Label, LabelHit
from pipeline.memo.leaders import trim_leaders
from pipeline.memo.lines import Strip, slice_strip
from pipeline.memo.numbering import read_number_and_date
from pipeline.memo.office import read_office
from pipeline.memo.slots import (
    LABEL_NAMES,
    Slot,
    box_of,
    cut_slot,
    explain_misread,
    find_unread,
    make_slot,
    past_misread_label,
    past_short_word,
    read_slot,
)
from pipeline.memo.split import Form, Head
from pipeline.memo.values import doubt_field, mark_illegible, read_value
from pipeline.model import DateField, Field, Issue, Place
from pipeline.passage import EMPTY, Passage, join_passages
from pipeline.settings import MemoSettings
from pipeline.thai.joining import gap_between
from pipeline.thai.people import is_position


@dataclass(frozen=True, slots=True)
class HeadFields:
    """The values of a head; None is blank on the page (or has no label there: then an issue says so)."""

    agency: Field | None = None
    department: Field | None = None
    number: Field | None = None
    date: DateField | None = None
    subject: Field | None = None
    recipient: Field | None = None
    subject_passage: Passage = EMPTY
    issues: tuple[Issue, ...] = ()


def read_head(head: Head, known_agency: str, settings: MemoSettings) -> HeadFields:
    """The values of a memo's head (form MEMO). `known_agency`: the name that the text below gives, or ""."""
    office = _join_office(head)
    agency, department = read_office(office.passage, known_agency, settings)
    for reason in office.reasons:
        agency = doubt_field(agency, reason) if agency is not None else None
        department = doubt_field(department, reason) if department is not None else None
    if agency is None and department is None and (office.unread or office.reasons):
        agency = mark_illegible(office.unread or office.passage.where)
    number, date = read_number_and_date(head, settings)
    subject, subject_passage = read_subject(head, settings)
    if subject is None and head.hit(Label.SUBJECT) is None:
        subject, subject_passage = _read_unlabelled_subject(head, settings)
    recipient = _read_recipient(head, settings)
    # A label that was not found was misread: its value is there, and is not known.
    lost = [Place(page=head.strips[0].page, bbox=box_of(head.strips))]
    if subject is None and head.hit(Label.SUBJECT) is None:
        subject = mark_illegible(lost)
    if recipient is None and head.hit(Label.RECIPIENT) is None:
        recipient = mark_illegible(lost)
    if head.hit(Label.OFFICE) is None:
        department = mark_illegible(lost)
        agency = mark_illegible(lost)
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


def _join_office(head: Head) -> Slot:
    """What stands beside ส่วนราชการ, with the lines that it goes on in: those down to ที่ or วันที่ that begin where the
    labels do; further right stand stamps."""
    first, hit = cut_slot(head, Label.OFFICE), head.hit(Label.OFFICE)
    ends = [other.strip for other in head.hits if other.label in (Label.NUMBER, Label.DATE)]
    if hit is None or not ends:
        return first
    x0, _, x1, _ = head.strips[hit.strip].parts[hit.part].bbox
    below = [
        make_slot(strip.parts[0].passage)
        for strip in head.strips[hit.strip + 1 : min(ends)]
        if strip.parts and x0 - (x1 - x0) / 20 <= strip.parts[0].bbox[0] < (x0 + x1) / 2
    ]
    slots = [first, *(slot for slot in below if slot.passage.glyphs)]
    reasons = tuple(reason for slot in slots for reason in slot.reasons)
    return Slot(join_passages([slot.passage for slot in slots], gap_between), first.unread, reasons)


def read_subject(head: Head, settings: MemoSettings) -> tuple[Field | None, Passage]:
    """The subject with its continuation lines (all strips down to the next label), as value and as passage."""
    hit = head.hit(Label.SUBJECT)
    if hit is None:
        return None, EMPTY
    slot = cut_slot(head, Label.SUBJECT)
    strips = _find_continuation(head, hit, settings)
    below_slots = [make_slot(strip.passage) for strip in strips]
    lines = [slot.passage, *(made.passage for made in below_slots)]
    passage = join_passages([line for line in lines if line.glyphs], gap_between)
    below = tuple(place for strip in strips for place in find_unread(strip, 0, len(strip.passage.glyphs)))
    reasons = (*slot.reasons, *(reason for made in below_slots for reason in made.reasons))
    subject = read_slot(Slot(passage, (*slot.unread, *below), reasons), settings)
    if len(lines) > settings.subject_lines and subject is not None:
        subject = doubt_field(subject, f"{len(lines)} lines stand between เรื่อง and the next label")
    return subject, passage


def _read_unlabelled_subject(head: Head, settings: MemoSettings) -> tuple[Field | None, Passage]:
    """The subject whose label was misread: all that stands between the strip of ที่ and วันที่ and that of เรียน."""
    recipient = head.hit(Label.RECIPIENT)
    above = [hit.strip for hit in head.hits if hit.label in (Label.OFFICE, Label.NUMBER, Label.DATE)]
    if recipient is None or not any(hit.label in (Label.NUMBER, Label.DATE) for hit in head.hits):
        return None, EMPTY
    strips = [strip for strip in head.strips[max(above) + 1 : recipient.strip] if strip.text]
    if not 1 <= len(strips) <= settings.subject_lines:
        return None, EMPTY
    first = strips[0]
    start = past_misread_label(first.text)
    value = slice_strip(first, start, len(first.passage.glyphs))
    slots = [make_slot(passage) for passage in (value, *(strip.passage for strip in strips[1:]))]
    passage = join_passages([slot.passage for slot in slots if slot.passage.glyphs], gap_between)
    reasons = (explain_misread(Label.SUBJECT), *(reason for slot in slots for reason in slot.reasons))
    return read_slot(Slot(passage, (), reasons), settings), passage


def _find_continuation(head: Head, hit: LabelHit, settings: MemoSettings) -> list[Strip]:
    """Strips below the subject that go on with it: those above the next label, or, where none is found, those
    that follow closely and begin right of the label."""
    below = head.strips[hit.strip + 1 :]
    ends = [
        other.strip
        for other in (*head.hits, *head.others)
        if other.strip > hit.strip
        and ((other.part == 0 and other.start == 0) or other in head.hits)  # dirt may stand before a label
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


def _read_recipient(head: Head, settings: MemoSettings) -> Field | None:
    """The value beside เรียน; where the label was misread, the office named behind a short word under the subject."""
    subject = head.hit(Label.SUBJECT)
    if head.hit(Label.RECIPIENT) is not None or subject is None:
        return read_slot(cut_slot(head, Label.RECIPIENT), settings)
    for strip in head.strips[subject.strip + 1 : subject.strip + settings.subject_lines]:
        start = past_misread_label(strip.text) or past_short_word(strip.text)
        if start and is_position(strip.text[start:]):
            value = trim_leaders(slice_strip(strip, start, len(strip.passage.glyphs)))
            return read_value(value, settings, (explain_misread(Label.RECIPIENT),))
    return None


def _find_missing_values(head: Head, subject: Field | None, recipient: Field | None) -> tuple[Issue, ...]:
    """Number and date may be blank on a memo; subject and recipient never are."""
    return tuple(
        doubt(
            "head-value-missing", f"Nothing was read beside the label “{LABEL_NAMES[label]}”.", _place_of(head, label)
        )
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
        for label, name in LABEL_NAMES.items()
        if head.form is Form.MEMO and head.hit(label) is None
    )
