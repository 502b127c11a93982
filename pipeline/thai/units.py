"""The units of an agency that a "responsible" cell names."""

from __future__ import annotations

import re

from pipeline.thai.patterns import one_of
from pipeline.thai.text import normalise

# Words that begin the name of a unit or the title of an office. "และ" parts two units only before one of them:
# "กองสาธารณสุขและสิ่งแวดล้อม" is one.
_HEADS = (
    "กอง", "สำนัก", "ฝ่าย", "งาน", "หน่วย", "ส่วน", "ศูนย์", "คณะ", "กลุ่ม", "แผนก", "โรงเรียน", "สถานี", "สถานศึกษา", "ทุก",
    "ผู้", "ปลัด", "รองปลัด", "นายก", "หัวหน้า", "เจ้าหน้าที่", "เจ้าพนักงาน", "พนักงาน", "บุคลากร", "ข้าราชการ", "นิติกร", "นักวิชาการ",
    "นักทรัพยากร", "นักวิเคราะห์", "นักจัดการ", "นักพัฒนา", "นักประชา", "อบต.", "อบจ.", "เทศบาล", "องค์การบริหาร", "กรม", "สภา",
)  # fmt: skip
# Units of the first level: two of them beside one space are two units; "งานนิติการ สำนักปลัด" is one inside another.
_TOP_HEADS = ("กอง", "สป.", "สำนักปลัด", "สำนักงานปลัด", "สำนักการ", "หน่วยตรวจสอบภายใน")

_BULLET = r"(?:^|(?<=\s))(?:[-–—•●▪○➢]|\(?[0-9๐-๙]{1,2}[.)](?![0-9๐-๙]))\s*"
_SEPARATOR = re.compile(
    r"\s*\n\s*"
    r"|\s*(?<![0-9๐-๙])/\s*|\s*/(?![0-9๐-๙])\s*"
    r"|\s*[,;\uff0c]\s*"
    rf"|\s*และ\s*(?={one_of(_HEADS)})"
    rf"|\s+(?=[-–—•●▪○➢]\s*\S)|\s+(?=\(?[0-9๐-๙]{{1,2}}[.)]\s*\D)"
)
_LEADING_BULLET = re.compile(_BULLET)
_TOP = re.compile(one_of(_TOP_HEADS))


def names_units(text: str) -> bool:
    """Does a text name nothing but units or offices, as a cell of those responsible does?

    >>> names_units("สำนักปลัด/ กองคลัง"), names_units("งานนิติการเสนอรายงานผลต่อผู้บริหารภายในสามสิบวันทำการ")
    (True, False)
    """
    units = split_units(text)
    return bool(units) and all(_HEAD.match(unit) and len(unit) <= _LONGEST_UNIT for unit in units)


_HEAD = re.compile(one_of(_HEADS))
_LONGEST_UNIT = 45
"""Characters: "กองยุทธศาสตร์และงบประมาณ องค์การบริหารส่วนจังหวัด" has 48 with its agency, sentences have more."""


def split_units(text: str) -> tuple[str, ...]:
    """The units in a cell, in order, each once; empty for an empty cell.

    >>> split_units("สำนักปลัด อบต./ กองคลัง")
    ('สำนักปลัด อบต.', 'กองคลัง')
    >>> split_units("กองการศึกษา ศาสนา และวัฒนธรรมและกองช่าง")
    ('กองการศึกษา ศาสนา และวัฒนธรรม', 'กองช่าง')
    >>> split_units("ทุกส่วนราชการ")
    ('ทุกส่วนราชการ',)
    """
    lines = "\n".join(normalise(line) for line in text.splitlines())
    units: list[str] = []
    for piece in _SEPARATOR.split(lines):
        units += _split_top(_LEADING_BULLET.sub("", piece.strip(), count=1).strip())
    return tuple(dict.fromkeys(unit for unit in units if any(char.isalpha() for char in unit)))


def _split_top(piece: str) -> list[str]:
    words = piece.split(" ")
    if not _TOP.match(piece):
        return [piece]
    units = [words[0]]
    for word in words[1:]:
        if _TOP.match(word):
            units.append(word)
        else:
            units[-1] += f" {word}"
    return units
