"""Wrapped lines of one cell or paragraph as one string."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.thai.digits import to_arabic
from pipeline.thai.letters import is_thai_letter
from pipeline.thai.patterns import one_of, tolerant

# A hyphen right before a digit may be a sign or a page number; "๑๖.๓๐ น." and "๒.๕ ล้าน" are no headings.
_STARTS_ITEM = re.compile(
    r"[-–—]\s*[^\W\d]|[-–—]\s*$|[•●▪○◦➢➤✓✔]"
    r"|\(?[0-9]{1,2}\)|[0-9]{1,2}\.(?![0-9])"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2})+\.?\s+(?!น\.|ล้าน|บาท|คะแนน|%)[^\W\d]"
)
# Where an abbreviation begins, a word has ended: "อบต.", "พ.ศ.".
_ABBREVIATION = re.compile(r"[ก-ฮ]{2,4}\.|[ก-ฮ]\.\s?[ก-ฮ]")
# Units of local governments that are whole by themselves; two of them below each other in a cell are two.
_DIVISIONS = (
    "คลัง", "ช่าง", "การศึกษา", "สาธารณสุข", "สาธารณสุขและสิ่งแวดล้อม", "สวัสดิการสังคม", "การเจ้าหน้าที่", "การประปา",
    "ยุทธศาสตร์และงบประมาณ", "วิชาการและแผนงาน", "ส่งเสริมการเกษตร", "กฎหมาย", "กลาง", "แผนงาน",
)  # fmt: skip
_UNITS = ("สำนักปลัด", "สำนักปลัดเทศบาล", "หน่วยตรวจสอบภายใน", *(f"กอง{division}" for division in _DIVISIONS))
_WHOLE_UNIT = re.compile(rf"(?:^|[\s/,)]){one_of(_UNITS)}$")
_UNIT_HEAD = re.compile(one_of(("กอง", "สำนัก", "ฝ่าย", "งาน", "ศูนย์", "หน่วย", "กลุ่มงาน", "โรงเรียน")))
_EDUCATION = re.compile(tolerant("กองการศึกษา") + "$"), re.compile(tolerant("ศาสนา"))
"""The one unit whose full name goes on after a space: กองการศึกษา ศาสนาและวัฒนธรรม."""
_HUGS_LEFT = ")]},.;:!?%ๆฯ”’/"
_HUGS_RIGHT = "([{“‘/"


def gap_between(left: str, right: str) -> str:
    """What stands between a line and the line it goes on in: nothing, a space, or a newline before a new item.

    Thai letters are glued, but before an abbreviation and between two units; everything else keeps a space, and a
    line that begins with a bullet or a number like "๑." begins anew.

    >>> gap_between("สำนักปลัด", "อบต."), gap_between("สำนักปลัด", "กองคลัง")
    (' ', ' ')
    >>> gap_between("การปฏิ", "บัติงาน"), gap_between("One", "Stop"), gap_between("งาน", "- ให้ข้อมูล")
    ('', ' ', '\\n')
    """
    left, right = left.rstrip(), right.lstrip()
    if not left or not right:
        return ""
    if _STARTS_ITEM.match(to_arabic(right)):
        return "\n"
    before, after = left[-1], right[0]
    if before in _HUGS_RIGHT or after in _HUGS_LEFT:
        return ""
    if before == "-" and left[-2:-1].isascii() and left[-2:-1].isalpha() and after.isascii() and after.isalpha():
        return ""
    if is_thai_letter(before) and is_thai_letter(after) and before != "ๆ":
        return " " if _begins_anew(left, right) else ""
    return " "


def _begins_anew(left: str, right: str) -> bool:
    """Does a word or a unit surely begin with the new line?"""
    if _ABBREVIATION.match(right):
        return True
    if _EDUCATION[0].search(left) and _EDUCATION[1].match(right):
        return True
    return _UNIT_HEAD.match(right) is not None and _WHOLE_UNIT.search(left) is not None


def join_lines(lines: Sequence[str]) -> str:
    """The lines as one text; blank lines are passed over.

    >>> join_lines(["รายงานความ", "ก้าวหน้า ณ", "๔ มกราคม", "One", "Stop", "- ข้อหนึ่ง", "๒. ข้อสอง"])
    'รายงานความก้าวหน้า ณ ๔ มกราคม One Stop\\n- ข้อหนึ่ง\\n๒. ข้อสอง'
    """
    text = ""
    for line in lines:
        piece = line.strip()
        text += gap_between(text, piece) + piece
    return text
