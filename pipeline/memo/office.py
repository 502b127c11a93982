"""ส่วนราชการ: which agency writes, and which of its departments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.memo.lines import Strip
from pipeline.memo.values import read_value
from pipeline.model import Field
from pipeline.passage import Passage, slice_passage
from pipeline.settings import MemoSettings
from pipeline.thai.agencies import agency_key, find_agency

_PHONE = re.compile(r"[\s(]*(?:โทร|โทรศัพท์|โทรสาร|โทร\s*[.ฯ]|ต่อ\s*[0-9๐-๙]|[0-9๐]\s*-\s*[0-9๐-๙]{3,4}).*$", re.DOTALL)
_DEPARTMENT = re.compile(r"(สำนัก|สํานัก|กอง|งาน|ฝ่าย|ส่วน|กลุ่ม|หน่วย|ศูนย์|แผนก)")


def read_office(passage: Passage, settings: MemoSettings) -> tuple[Field | None, Field | None]:
    """(agency, department) of the value beside ส่วนราชการ; a telephone number at its end is left out.

    Without the name of an agency in it, a value that begins like a department is one, anything else is an
    agency marked for review.
    """
    phone = _PHONE.search(passage.text)
    office = slice_passage(passage, 0, phone.start() if phone else len(passage.glyphs))
    span = find_agency_span(office.text)
    if span is None:
        if not office.glyphs or _DEPARTMENT.match(office.text):
            return None, read_value(office, settings)
        return read_value(office, settings, ["this is not the name of a known kind of agency"]), None
    before, after = slice_passage(office, 0, span[0]), slice_passage(office, span[1], len(office.glyphs))
    department = before if before.glyphs else after
    return read_value(slice_passage(office, *span), settings), read_value(_strip(department), settings=settings)


def find_agency_span(text: str) -> tuple[int, int] | None:
    """Where the name of an agency stands in a text."""
    name = find_agency(text)
    at = text.find(name) if name else -1
    return None if name is None or at < 0 else (at, at + len(name))


def find_agency_in(strips: Sequence[Strip], settings: MemoSettings) -> tuple[Field | None, int]:
    """The agency that the running text names most often, at its first mention, and how often it is named."""
    mentions: dict[str, list[Passage]] = {}
    for strip in strips:
        span = find_agency_span(strip.text)
        if span is not None:
            name = slice_passage(strip.passage, *span)
            mentions.setdefault(agency_key(name.text), []).append(name)
    counts = Counter({key: len(names) for key, names in mentions.items()})
    if not counts:
        return None, 0
    key, times = counts.most_common(1)[0]
    return read_value(mentions[key][0], settings), times


def _strip(passage: Passage) -> Passage:
    text = passage.text
    return slice_passage(passage, len(text) - len(text.lstrip(" ,/-(")), len(text.rstrip(" ,/-(")))
