"""Who signed: a name in parentheses and the position under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from pipeline.memo.leaders import trim_leaders
from pipeline.memo.lines import Part, Strip
from pipeline.memo.values import doubt_field, mark_illegible
from pipeline.model import BBox, Field, Place, Signatory
from pipeline.passage import Passage, field_of, join_passages, slice_passage
from pipeline.settings import MemoSettings
from pipeline.thai.joining import gap_between
from pipeline.thai.patterns import one_of
from pipeline.thai.people import is_bare_name, is_person_name, is_position, is_title, mend_title
from pipeline.thai.text import comparison_key

_IN_PARENTHESES = re.compile(r"[(\[{]\s*(?P<name>[^()\[\]{}]{4,60}?)\s*[)\]}]")
_DAMAGED = re.compile(r"(?=[(\[{]|.*[)\]}]$)[(\[{]?\s*(?P<name>[^()\[\]{}]{6,}?)\s*[)\]}]?")
_LONGEST_NAME = 60
# A position "for" another one goes on with that one in the next line.
_GOES_ON = re.compile(r"(?:แทน|รักษาการ(?:ใน)?(?:ตำแหน่ง)?|ปฏิบัติหน้าที่)\s*$")


def find_signatories(strips: Sequence[Strip], settings: MemoSettings) -> tuple[Signatory, ...]:
    """The signatories in reading order. Signatures, opinions and names without parentheses and title are passed over,
    and so is who certified a copy.

    Something in parentheses right above a position is a name even when it does not read like one: kept, for review.
    A position under ink that gave no text has a name that could not be read.
    """
    parts = [part for strip in strips for part in _find_blocks(strip)]
    found: list[Signatory] = []
    for index, part in enumerate(parts):
        names = _find_names(part.passage) or _find_ranked_name(part, parts[:index], settings)
        if names and _certifies(part, parts[:index], settings):
            continue
        if not names and (hidden := _find_hidden_name(part, parts[:index], settings)) is not None:
            found.append(Signatory(name=hidden, position=field_of(trim_leaders(part.passage))))
            continue
        damaged = [] if names else _find_damaged_names(part.passage)
        if not names and not damaged:
            continue
        signed = _find_position(part, parts[index + 1 :], settings)
        if signed is not None and len(names) > 1:
            # Names side by side have their positions side by side too; here they were read as one.
            signed = doubt_field(signed, "this position stands under several names")
        found += [Signatory(name=_read_name(name, part.passage), position=signed) for name in names]
        if signed is not None:
            reasons = ["this does not read like a person's name"]
            found += [Signatory(name=field_of(name, reasons), position=signed) for name in damaged]
    return _drop_repeats(found)


def _drop_repeats(found: Sequence[Signatory]) -> tuple[Signatory, ...]:
    """Each name with its position once: who signs also certifies the copies."""
    kept: list[Signatory] = []
    for signatory in found:
        same = next((index for index, other in enumerate(kept) if _is_same(signatory, other)), None)
        if same is None:
            kept.append(signatory)
        elif kept[same].name.review and not signatory.name.review:
            kept[same] = signatory
    return tuple(kept)


def _is_same(one: Signatory, other: Signatory) -> bool:
    names = [comparison_key(who.name.text) for who in (one, other)]
    positions = [comparison_key(who.position.text) if who.position else "" for who in (one, other)]
    return all(names) and fuzz.ratio(*names) >= _SAME_NAME and fuzz.ratio(*positions) >= _SAME_POSITION


_SAME_NAME, _SAME_POSITION = 90.0, 80.0
"""Likeness (0–100) of a name and position read twice, once under a stamp; sisters in one office are rare."""


def _certifies(name: Part, above: Sequence[Part], settings: MemoSettings) -> bool:
    """Whether a name stands under the words that certify a copy."""
    reach = _CERTIFIED_REACH * (name.bbox[3] - name.bbox[1])
    return any(
        part.page == name.page
        and name.bbox[1] - part.bbox[3] <= reach
        and _is_under(name.bbox, part.bbox)
        and _CERTIFIED.search(comparison_key(part.passage.text)) is not None
        for part in above
    )


_CERTIFIED = re.compile("|".join(map(comparison_key, ("สำเนาถูกต้อง", "รับรองสำเนา"))))
_CERTIFIED_REACH = 4.0
"""Heights of a name: a signature stands between the two."""


def _find_hidden_name(position: Part, above: Sequence[Part], settings: MemoSettings) -> Field | None:
    """The place of the name over a position, where something stands there that gave no text; None elsewhere."""
    text = trim_leaders(position.passage).text
    if not text or not is_position(text) or len(text) > _LONGEST_NAME:
        return None
    reach = settings.signature_gap * (position.bbox[3] - position.bbox[1])
    near = [
        part
        for part in above
        if part.page == position.page
        and -reach <= position.bbox[1] - part.bbox[3] <= reach
        and part.bbox[1] < position.bbox[1]
        and _is_under(position.bbox, part.bbox)
    ]
    if not near or not all(_is_scrap(part.passage) for part in near):
        return None
    return mark_illegible([Place(page=part.page, bbox=part.bbox) for part in near])


_SCRAP = re.compile(r"[(\[{].{0,10}|.{0,10}[)\]}]|[^ก-๎]{0,6}")


def _is_scrap(passage: Passage) -> bool:
    """Whether it is nothing, or what is left of a name in parentheses that a signature hides."""
    return _SCRAP.fullmatch(passage.text) is not None and not _find_damaged_names(passage)


def _read_name(name: Passage, line: Passage) -> Field:
    """The name, for review when its bracket does not close, or white within it has room for letters: a seal or a
    signature may hide the rest of it."""
    end = line.text.find(name.text) + len(name.text)
    is_cut = "(" in line.text[:end] and ")" not in line.text[end:]
    reasons = ["the bracket after this name was not read, it may go on"] if is_cut else []
    if _find_widest_gap(name) > _ROOM_FOR_LETTERS:
        reasons.append("there is room for more letters in this name, they may be hidden")
    mended = mend_title(name.text)
    if mended != name.text:
        reasons.append(f"“{name.text}” has a mark behind its title, which was left out")
    return field_of(name, reasons).model_copy(update={"text": mended})


def _find_widest_gap(name: Passage) -> float:
    """The widest white between two letters of one line, in heights of the line."""
    places = [glyph.place for glyph in name.glyphs if glyph.place is not None and not glyph.char.isspace()]
    return max(
        (
            (right.bbox[0] - left.bbox[2]) / max(1, right.bbox[3] - right.bbox[1])
            for left, right in pairwise(places)
            if left.page == right.page and right.bbox[1] < left.bbox[3] and left.bbox[1] < right.bbox[3]
        ),
        default=0.0,
    )


_ROOM_FOR_LETTERS = 1.2
"""Line heights: between given name and surname stand 0.55 at most, in the place of hidden letters 2.6 and more."""


def _find_blocks(strip: Strip) -> tuple[Part, ...]:
    """The parts of a strip, or the whole strip when only its pieces together make a name."""
    text = strip.text.strip()
    is_name = bool(_find_names(strip.passage)) or (text.startswith("(") and text.endswith(")") and text.count("(") == 1)
    if is_name and not any(_find_names(part.passage) for part in strip.parts):
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


def _find_ranked_name(name: Part, above: Sequence[Part], settings: MemoSettings) -> list[Passage]:
    """A name alone in its parentheses, under a rank: "พ.ต.ต." beside the signature, "(สมมติ ตัวอย่าง)" below it."""
    match = _IN_PARENTHESES.fullmatch(name.passage.text.strip())
    if match is None or not is_bare_name(match["name"]):
        return []
    reach = settings.signature_gap * (name.bbox[3] - name.bbox[1])
    ranked = any(
        part.page == name.page and 0 < name.bbox[1] - part.bbox[1] <= reach and is_title(part.passage.text)
        for part in above
    )
    start = name.passage.text.find(match["name"])
    return [slice_passage(name.passage, start, start + len(match["name"]))] if ranked else []


def _find_position(name: Part, below: Sequence[Part], settings: MemoSettings) -> Field | None:
    """The lines right under a name that begin like a position, or go on with one; for review where the first of them
    only holds words of one, since a seal may hide its beginning."""
    lines: list[Passage] = []
    reasons: list[str] = []
    above = name.bbox
    for part in below:
        if part.page != name.page:
            break
        if part.bbox[1] <= above[1] or not _is_under(part.bbox, name.bbox):
            continue
        if part.bbox[1] - above[3] > settings.signature_gap * (name.bbox[3] - name.bbox[1]):
            break
        line = _without_dirt(trim_leaders(part.passage))
        text = line.text
        goes_on = bool(lines) and _GOES_ON.search(lines[-1].text) is not None
        if not text or _find_names(part.passage) or text.startswith("ความเห็น"):
            break
        if not lines and not is_position(text) and _OF_A_POSITION.search(text) and not text.startswith(_REMARKS):
            reasons.append("this does not begin like a position")
        elif not (is_position(text) or goes_on) or (lines and not goes_on and not _GOES_ON.search(text)):
            break
        lines.append(line)
        above = part.bbox
    return (
        field_of(join_passages(lines, lambda left, right: gap_between(left, right) or " "), reasons) if lines else None
    )


_OF_A_POSITION = re.compile(one_of(("บริหาร", "เทศบาล", "ตำบล", "จังหวัด", "อำนวยการ", "หัวหน้า", "ชำนาญ", "ปฏิบัติการ")))
"""Words of a position, whose beginning may be hidden."""
_REMARKS = ("เรียน", "ทราบ", "เห็น", "-", "อนุมัติ", "อนุญาต", "ดำเนินการ", "มอบ", "วันที่", "ลงชื่อ")
_DIRT = re.compile(r"[^ก-๎]{1,6}(?=[ก-๎])")


def _without_dirt(line: Passage) -> Passage:
    """The line without specks before its first letter."""
    dirt = _DIRT.match(line.text)
    return slice_passage(line, dirt.end(), len(line.glyphs)) if dirt else line


def _is_under(box: BBox, name: BBox) -> bool:
    """Does the middle of either stand within the other's width?"""
    middle, own = (box[0] + box[2]) / 2, (name[0] + name[2]) / 2
    return name[0] <= middle <= name[2] or box[0] <= own <= box[2]
