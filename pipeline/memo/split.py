"""Where the memos of a file begin: a page whose head shows the title or the labels of a memo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.memo.labels import Label, LabelHit, find_labels
from pipeline.memo.lines import Part, Strip
from pipeline.memo.stamps import remove_stamps
from pipeline.settings import MemoSettings


class Form(StrEnum):
    """The form of a paper, by its head. BARE: no head of any kind was found."""

    MEMO = "memo"
    LETTER = "letter"
    ANNOUNCEMENT = "announcement"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a paper: its strips, and where its labels stand in them.

    `hits` are its own labels, at most one of each kind; `others` look like labels and belong to values;
    `stamps` were left out of the strips.
    """

    form: Form
    strips: tuple[Strip, ...] = ()
    hits: tuple[LabelHit, ...] = ()
    others: tuple[LabelHit, ...] = ()
    stamps: tuple[Part, ...] = ()

    def hit(self, label: Label) -> LabelHit | None:
        return next((hit for hit in self.hits if hit.label is label), None)


@dataclass(frozen=True, slots=True)
class Paper:
    """One memo, letter or announcement of a file: its pages in order, and its head."""

    pages: tuple[int, ...]
    head: Head


def split_papers(
    strips: Mapping[int, Sequence[Strip]], sizes: Mapping[int, tuple[int, int]], settings: MemoSettings
) -> tuple[Paper, ...]:
    """The papers of a file. `strips` and `sizes` (width, height in pixels) by page number, in page order.

    Pages before the first head are a paper of their own.
    """
    papers: list[tuple[list[int], Head]] = []
    for page in strips:
        head = find_head(strips[page], sizes[page], settings)
        if head.form is not Form.BARE or not papers:
            papers.append(([page], head))
        else:
            papers[-1][0].append(page)
    return tuple(Paper(tuple(pages), head) for pages, head in papers)


def find_head(strips: Sequence[Strip], size: tuple[int, int], settings: MemoSettings) -> Head:
    """The head at the top of a page of `size` (width, height in pixels); form BARE when there is none."""
    width, height = size
    top = tuple(strip for strip in strips if strip.bbox[1] < settings.head_share * height)
    top, stamps = remove_stamps(top, width, settings)
    hits = find_labels(top)
    for form, chosen in (
        (Form.MEMO, _choose_memo(hits, top)),
        (Form.ANNOUNCEMENT, _choose_announcement(hits, top, settings)),
        (Form.LETTER, _choose_letter(hits)),
    ):
        if chosen:
            others = tuple(hit for hit in hits if hit not in chosen.values())
            return Head(form, top, tuple(chosen.values()), others, stamps)
    return Head(Form.BARE)


_Chosen = dict[Label, LabelHit]


def _choose_memo(hits: Sequence[LabelHit], strips: Sequence[Strip]) -> _Chosen:
    """A memo has its title and one more label, or ส่วนราชการ and two more; each label after those above it."""
    title = _first(hits, Label.TITLE)
    office = _first(hits, Label.OFFICE, after=title)
    if title is None and office is None:
        return {}
    chosen = _in_order(hits, strips, office or title)
    chosen |= {hit.label: hit for hit in (title, office) if hit is not None}
    return chosen if len(chosen) >= (2 if title is not None else 3) else {}


def _choose_letter(hits: Sequence[LabelHit]) -> _Chosen:
    """A letter begins with ที่ in its first strips and goes on with เรื่อง and เรียน."""
    number = _first(hits, Label.NUMBER)
    subject = _first(hits, Label.SUBJECT, after=number)
    recipient = _first(hits, Label.RECIPIENT, after=subject)
    if number is None or subject is None or recipient is None or recipient.strip - subject.strip > 3:
        return {}
    if number.strip > 4 or number.part != 0 or subject.part != 0 or recipient.part != 0:
        return {}
    return {hit.label: hit for hit in (number, subject, recipient)}


def _choose_announcement(hits: Sequence[LabelHit], strips: Sequence[Strip], settings: MemoSettings) -> _Chosen:
    """An announcement begins with ประกาศ or คำสั่ง on a short strip, and เรื่อง follows within three strips."""
    title = _first(hits, Label.ANNOUNCEMENT)
    subject = _first(hits, Label.SUBJECT, after=title)
    if title is None or subject is None or title.strip > 4 or not 1 <= subject.strip - title.strip <= 3:
        return {}
    if len(strips[title.strip].text) > settings.title_length:
        return {}
    return {hit.label: hit for hit in (title, subject)}


def _in_order(hits: Sequence[LabelHit], strips: Sequence[Strip], top: LabelHit | None) -> _Chosen:
    """ที่ and วันที่ between the office and the subject, the subject, and the recipient right after it.

    Receipt stamps have a วันที่ of their own above or beside the head: the memo's begins a strip, or stands in
    the strip of ที่, and of those the leftmost.
    """
    subject = _first(hits, Label.SUBJECT, after=top)
    low = top.strip if top is not None else -1
    high = subject.strip if subject is not None else len(strips)
    between = [hit for hit in hits if low <= hit.strip < high or (subject is None and hit.strip > low)]
    number = next((hit for hit in between if hit.label is Label.NUMBER and hit.strip > low), None)
    dates = [hit for hit in between if hit.label is Label.DATE]
    alone = [hit for hit in dates if hit.start == 0 and _is_left(hit, strips, subject)]
    beside = [hit for hit in dates if number is not None and hit.strip == number.strip]
    date = min(alone or beside or dates, key=lambda hit: (hit.strip, hit.start), default=None)
    recipient = _first(hits, Label.RECIPIENT, after=subject)
    return {hit.label: hit for hit in (number, date, subject, recipient) if hit is not None}


def _is_left(hit: LabelHit, strips: Sequence[Strip], subject: LabelHit | None) -> bool:
    """Does the strip begin at the margin of the labels (that of เรื่อง, within half its own width)?"""
    if subject is None:
        return True
    margin, _, right, _ = strips[subject.strip].parts[subject.part].bbox
    return strips[hit.strip].bbox[0] < (margin + right) / 2


def _first(hits: Sequence[LabelHit], label: Label, after: LabelHit | None = None) -> LabelHit | None:
    low = -1 if after is None else after.strip
    return next((hit for hit in hits if hit.label is label and hit.strip > low), None)
