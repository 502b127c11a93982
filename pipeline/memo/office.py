"""ส่วนราชการ: which agency writes, and which of its departments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from pipeline.memo.labels import key_of
from pipeline.memo.values import mark_illegible, read_value
from pipeline.model import Field
from pipeline.passage import Passage, explain_doubts, slice_passage
from pipeline.settings import MemoSettings
from pipeline.thai.agencies import agency_key, find_agency
from pipeline.thai.patterns import one_of

_PHONE = re.compile(r"[\s(]*(?:โทร|โทรศัพท์|โทรสาร|โทร\s*[.ฯ]|ต่อ\s*[0-9๐-๙]|[0-9๐]\s*-\s*[0-9๐-๙]{3,4}).*$", re.DOTALL)
_PLACE = re.compile(r"(ตำบล|อำเภอ|จังหวัด|อ\.|จ\.|ต\.)")
# Inner units that no agency's name holds: where an engine lost the space before them, the name ends all the same.
_GLUED_UNIT = re.compile(r"กลุ่มงาน|ฝ่าย")
# Others stand in names of places as well (“กองควาย”): only well-known ones, and for review.
_KNOWN_UNIT = re.compile(
    rf"กอง{one_of(('กฎหมาย', 'กลาง', 'การ', 'คลัง', 'คดี', 'งาน', 'ช่าง', 'ตรวจ', 'นโยบาย', 'บริหาร', 'ประปา', 'แผน'))}"
    rf"|กอง{one_of(('พัฒนา', 'มาตรฐาน', 'ยุทธ', 'วิ', 'ส่งเสริม', 'สวัสดิการ', 'สาธารณสุข'))}"
    rf"|{one_of(('สำนักปลัด', 'สำนักงานปลัด', 'สำนักการ', 'สำนักคลัง', 'สำนักช่าง'))}"
)
_LOCAL_KINDS = ("องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนจังหวัด", "เทศบาลตำบล", "เทศบาลเมือง", "เทศบาลนคร")
_UNSURE_BORDER = "it was parted from a misread agency name"
_NO_LETTERS = re.compile(r"[^ก-๎]+$")
_DEPARTMENT = re.compile(r"(สำนัก|สํานัก|กอง|งาน|ฝ่าย|ส่วน|กลุ่ม|หน่วย|ศูนย์|แผนก)")


def read_office(passage: Passage, known: str, settings: MemoSettings) -> tuple[Field | None, Field | None]:
    """(agency, department) of the value beside ส่วนราชการ; a telephone number at its end is left out.

    `known` is the agency that the text below names, or "". Where no agency can be read here, the stretch most like
    it is taken for its name, damaged, and only the department is given. Without any, a value that begins like a
    department is one, anything else is an agency marked for review.
    """
    phone = _PHONE.search(passage.text)
    office = slice_passage(passage, 0, phone.start() if phone else len(passage.glyphs))
    span = find_agency_span(office.text)
    # "สำนักปลัด … อำเภอเวียงตาล": a district behind something else says where that is, not who writes.
    if span is not None and (span[0] == 0 or not _PLACE.match(office.text[span[0] :])):
        glued = _GLUED_UNIT.search(office.text, span[0] + 1, span[1])
        unit = None if glued else _KNOWN_UNIT.search(office.text, span[0] + 1, span[1])
        reasons = ["no space parts the agency from its department here"] if unit else []
        end = glued or unit
        span = (span[0], end.start()) if end else span
        agency = read_value(slice_passage(office, *span), settings, reasons)
        return agency, _read_department(office, span, settings, reasons)
    short = _find_key(office.text, agency_key(known)) if known else None
    if short is not None:
        return read_value(slice_passage(office, *short), settings), _read_department(office, short, settings)
    damaged = fuzz.partial_ratio_alignment(known, office.text) if known and office.glyphs else None
    if damaged is not None and damaged.score >= settings.damaged_agency:
        return None, _read_department(office, (damaged.dest_start, damaged.dest_end), settings, [_UNSURE_BORDER])
    misread = _find_misread_kind(office.text, settings)
    if misread is not None:
        span, reason = misread
        agency = read_value(slice_passage(office, *span), settings, [reason])
        return agency, _read_department(office, span, settings, [_UNSURE_BORDER])
    if not office.glyphs or _DEPARTMENT.match(office.text):
        return None, read_value(office, settings)
    agency = read_value(office, settings, ["this is not the name of a known kind of agency"])
    # Only print that is read badly may hide a department in it; a strange name alone is no sign of one.
    unreadable = bool(explain_doubts(office))
    return agency, mark_illegible(office.where, "it may stand in the agency's line, unread") if unreadable else None


def _find_misread_kind(text: str, settings: MemoSettings) -> tuple[tuple[int, int], str] | None:
    """The name of a local government whose kind is misread in a letter or two, and why it is for review."""
    found = [(fuzz.partial_ratio_alignment(kind, text), kind) for kind in _LOCAL_KINDS if len(text) > len(kind)]
    hits = [(hit.score, hit.dest_start, hit.dest_end, kind) for hit, kind in found if hit is not None]
    score, start, end, kind = max(hits, default=(0.0, 0, 0, ""))
    place = _PLACE.search(text, end)
    stop = place.start() if place else len(text)
    name = _NO_LETTERS.sub("", text[end:stop])
    if score < settings.misread_kind or not name.strip():
        return None
    return (start, end + len(name)), f"“{text[start:end]}” was taken for “{kind}”"


def _find_key(text: str, wanted: str) -> tuple[int, int] | None:
    """Where an agency's key stands in a text: "ทต.บ้านใหม่" glued to the word before it."""
    key, sources = key_of(text)
    at = key.find(wanted)
    return None if at < 0 else (sources[at], sources[at + len(wanted) - 1] + 1)


def _read_department(
    office: Passage, agency: tuple[int, int], settings: MemoSettings, reasons: Sequence[str] = ()
) -> Field | None:
    """What stands before the agency's name; behind it stand districts and provinces, or the department."""
    before = _strip(slice_passage(office, 0, agency[0]))
    after = _strip(slice_passage(office, agency[1], len(office.glyphs)))
    if not before.glyphs and _PLACE.match(after.text):
        return None
    return read_value(before if before.glyphs else after, settings, reasons)


def find_agency_span(text: str) -> tuple[int, int] | None:
    """Where the name of an agency stands in a text."""
    name = find_agency(text)
    at = text.find(name) if name else -1
    return None if name is None or at < 0 else (at, at + len(name))


def find_agency_in(body: Passage, settings: MemoSettings) -> tuple[Field | None, int]:
    """The agency that a text names most often, at its first mention, and how often it is named."""
    text, at = body.text, 0
    mentions: dict[str, list[Passage]] = {}
    while (span := find_agency_span(text[at:])) is not None:
        name = slice_passage(body, at + span[0], at + span[1])
        mentions.setdefault(agency_key(name.text), []).append(name)
        at += span[1]
    if not mentions:
        return None, 0
    names = max(mentions.values(), key=len)
    return read_value(names[0], settings), len(names)


def is_misread_agency(name: str, other: str, settings: MemoSettings) -> bool:
    """Are two names so alike, and yet not the same, that one may be a misreading of the other?"""
    one, two = agency_key(name), agency_key(other)
    if one.startswith(two) or two.startswith(one):
        return False
    return fuzz.ratio(one, two) >= settings.damaged_agency


def _strip(passage: Passage) -> Passage:
    text = passage.text
    start, end = len(text) - len(text.lstrip(" ,/-(")), len(text.rstrip(" ,/-("))
    while end > start and text[end - 1] in ") " and text.count(")", start, end) > text.count("(", start, end):
        end -= 1  # "(กองคลัง)" behind the agency
    return slice_passage(passage, start, end)
