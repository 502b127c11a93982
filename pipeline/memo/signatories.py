"""Who signed: a name in parentheses and the position under it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.memo.leaders import trim_leaders
from pipeline.memo.lines import Part, Strip
from pipeline.memo.values import doubt_field
from pipeline.model import BBox, Field, Signatory
from pipeline.passage import Passage, field_of, join_passages, slice_passage
from pipeline.settings import MemoSettings
from pipeline.thai.joining import gap_between
from pipeline.thai.people import is_person_name, is_position

_IN_PARENTHESES = re.compile(r"[(\[{]\s*(?P<name>[^()\[\]{}]{4,60}?)\s*[)\]}]")
_DAMAGED = re.compile(r"(?=[(\[{]|.*[)\]}]$)[(\[{]?\s*(?P<name>[^()\[\]{}]{6,}?)\s*[)\]}]?")
_LONGEST_NAME = 60
# A position "for" another one goes on with that one in the next line.
_GOES_ON = re.compile(r"(?:แทน|รักษาการ(?:ใน)?(?:ตำแหน่ง)?|ปฏิบัติหน้าที่)\s*$")


def find_signatories(strips: Sequence[Strip], settings: MemoSettings) -> tuple[Signatory, ...]:
    """The signatories in reading order. Signatures, opinions and names without parentheses and title are passed over.

    Something in parentheses right above a position is a name even when it does not read like one: kept, for review.
    """
    parts = [part for strip in strips for part in _find_blocks(strip)]
    found: list[Signatory] = []
    for index, part in enumerate(parts):
        names = _find_names(part.passage)
        damaged = [] if names else _find_damaged_names(part.passage)
        if not names and not damaged:
            continue
        position = _find_position(part, parts[index + 1 :], settings)
        signed = field_of(position) if position is not None else None
        if signed is not None and len(names) > 1:
            # Names side by side have their positions side by side too; here they were read as one.
            signed = doubt_field(signed, "this position stands under several names")
        found += [Signatory(name=_read_name(name, part.passage), position=signed) for name in names]
        if signed is not None:
            reasons = ["this does not read like a person's name"]
            found += [Signatory(name=field_of(name, reasons), position=signed) for name in damaged]
    return tuple(found)


def _read_name(name: Passage, line: Passage) -> Field:
    """The name, for review when its bracket does not close: a seal or a signature may hide the rest of it."""
    end = line.text.find(name.text) + len(name.text)
    is_cut = "(" in line.text[:end] and ")" not in line.text[end:]
    return field_of(name, ["the bracket after this name was not read, it may go on"] if is_cut else ())


def _find_blocks(strip: Strip) -> tuple[Part, ...]:
    """The parts of a strip, or the whole strip when only its pieces together make a name."""
    if not any(_find_names(part.passage) for part in strip.parts) and _find_names(strip.passage):
        return (Part(strip.page, strip.bbox, strip.passage),)
    return strip.parts


def _find_damaged_names(passage: Passage) -> list[Passage]:
    """A short line that begins or ends with a parenthesis; the other one may be misread."""
    match = _DAMAGED.fullmatch(passage.text)
    is_short = match is not None and len(match["name"]) <= _LONGEST_NAME
    return [slice_passage(passage, *match.span("name"))] if match is not None and is_short else []


def _find_names(passage: Passage) -> list[Passage]:
    spans = [match.span("name") for match in _IN_PARENTHESES.finditer(passage.text) if is_person_name(match["name"])]
    if not spans and is_person_name(passage.text.strip("()[]{} .")):
        text = passage.text
        start = len(text) - len(text.lstrip("([{ ."))
        spans = [(start, len(text.rstrip(")]} .")))]
    return [slice_passage(passage, *span) for span in spans]


def _find_position(name: Part, below: Sequence[Part], settings: MemoSettings) -> Passage | None:
    """The lines right under a name that begin like a position, or go on with one."""
    lines: list[Passage] = []
    above = name.bbox
    for part in below:
        if part.page != name.page:
            break
        if part.bbox[1] <= above[1] or not _is_under(part.bbox, name.bbox):
            continue
        if part.bbox[1] - above[3] > settings.signature_gap * (name.bbox[3] - name.bbox[1]):
            break
        line = trim_leaders(part.passage)
        text = line.text
        goes_on = bool(lines) and _GOES_ON.search(lines[-1].text) is not None
        if not text or _find_names(part.passage) or text.startswith("ความเห็น"):
            break
        if not (is_position(text) or goes_on) or (lines and not goes_on and not _GOES_ON.search(text)):
            break
        lines.append(line)
        above = part.bbox
    return join_passages(lines, lambda left, right: gap_between(left, right) or " ") if lines else None


def _is_under(box: BBox, name: BBox) -> bool:
    """Does the middle of either stand within the other's width?"""
    middle, own = (box[0] + box[2]) / 2, (name[0] + name[2]) / 2
    return name[0] <= middle <= name[2] or box[0] <= own <= box[2]
