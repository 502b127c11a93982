"""Names of public agencies: short and long forms of those named after a place, and the agency in a longer text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.thai.patterns import one_of, tolerant
from pipeline.thai.text import comparison_key, normalise

_LOCAL_KINDS = {
    "อบต": (tolerant("องค์การบริหารส่วนตำบล"), r"อ\.?\s?บ\.?\s?ต(?:\.|(?=\s))"),
    "อบจ": (tolerant("องค์การบริหารส่วนจังหวัด"), r"อ\.?\s?บ\.?\s?จ(?:\.|(?=\s))"),
    "ทต": (tolerant("เทศบาลตำบล"), r"(?<![ก-๎.])ท\.?\s?ต\."),
    "ทม": (tolerant("เทศบาลเมือง"), r"(?<![ก-๎.])ท\.?\s?ม\."),
    "ทน": (tolerant("เทศบาลนคร"), r"(?<![ก-๎.])ท\.?\s?น\."),
}
_LOCAL = re.compile("|".join(f"(?P<{kind}>{'|'.join(forms)})" for kind, forms in _LOCAL_KINDS.items()))

# Stations, hospitals, schools and offices that are named after a place as well. The long forms begin a word, or follow
# the position of their head ("ผู้กำกับการสถานีตำรวจ…").
_SERVICE_KINDS = {
    "สภ": ("สถานีตำรวจภูธร", r"สภ\."),
    "สน": ("สถานีตำรวจนครบาล", r"สน\."),
    "ภจว": ("ตำรวจภูธรจังหวัด", r"ภ\.?\s?จว\."),
    "รพสต": ("โรงพยาบาลส่งเสริมสุขภาพตำบล", r"รพ\.?\s?สต\."),
    "รพ": ("โรงพยาบาล", r"รพ\."),
    "สสจ": ("สำนักงานสาธารณสุขจังหวัด", r"สสจ\."),
    "สสอ": ("สำนักงานสาธารณสุขอำเภอ", r"สสอ\."),
    "สพป": ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษา", r"สพป\."),
    "สพม": ("สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา", r"สพม\."),
    "รร": ("โรงเรียน", r"รร\."),
}
_SERVICE = re.compile(
    "|".join(
        rf"(?P<{kind}>(?:^|(?<=\s)|(?<=ของ)|(?<=การ)){tolerant(long)}|(?<![ก-๎.]){short})"
        for kind, (long, short) in _SERVICE_KINDS.items()
    )
)

# What ends the name of a place in running text. Thai sets no space between words, so these are the words that
# follow an agency's name in memos and begin no place name.
_AFTER_SERVICE = re.compile(
    r"[^ก-๎]|" + one_of((
        "ประจำปี", "จึง", "ได้", "ซึ่ง", "โดย", "เพื่อ", "ดังกล่าว", "ดังนี้", "เรื่อง", "รายงาน", "ขอเสนอ", "ขอส่ง",
        "ในปี", "ในการ", "ในฐานะ", "ตามที่", "ตามมาตรการ", "ตามบันทึก", "มีคะแนน", "มีผล", "มีการ", "มีค่า", "อยู่ใน", "และได้",
        "เข้ารับ", "พิจารณา", "ร่วมกับ",
    ))
)  # fmt: skip
_AFTER_LOCAL = re.compile(f"{one_of(('อำเภอ', 'จังหวัด'))}|{_AFTER_SERVICE.pattern}")
# After a space a place name goes on ("ตำบล เว่อ") unless one of these says that the agency was named in general.
_NO_NAME = re.compile(
    one_of(("ได้", "มี", "จึง", "ขอ", "และ", "หรือ", "ใน", "เป็น", "ที่", "จะ", "ต้อง", "โดย", "เพื่อ", "ตาม", "อำเภอ", "จังหวัด"))
)
_DISTRICT = re.compile(rf"(?:{tolerant('อำเภอ')}|(?<![ก-๎])อ\.)\s*([ก-๎]+)")
_PROVINCE = re.compile(rf"(?:{tolerant('จังหวัด')}|(?<![ก-๎])จ\.)\s*([ก-๎]+)")

# Central and provincial agencies by the word they begin with, the most encompassing kind first.
_CENTRAL_KINDS = (
    ("สำนักงานปลัดกระทรวง", "สำนักงานคณะกรรมการ", "กรม", "กระทรวง", "มหาวิทยาลัย", "ราชวิทยาลัย", "องค์การ", "ธนาคาร"),
    (
        "โรงเรียน",
        "โรงพยาบาล",
        "วิทยาลัย",
        "สถาบัน",
        "การไฟฟ้า",
        "การประปา",
        "การรถไฟ",
        "การเคหะ",
        "การท่าเรือ",
        "การทางพิเศษ",
        "การยาง",
        "ที่ว่าการอำเภอ",
        "ที่ทำการปกครอง",
    ),
    ("สำนักงาน", "ศูนย์"),
    ("จังหวัด",),
    ("อำเภอ",),
)
_PUBLIC = rf"(?:\s*\(\s*{tolerant('องค์การมหาชน')}\s*\))?"
_CENTRAL = tuple(
    re.compile(rf"(?:^|(?<=\s)|(?<=ของ)|(?<=อธิการบดี)){one_of(kinds)}[ก-๎.]+{_PUBLIC}") for kinds in _CENTRAL_KINDS
)
# The number of an area or a region is part of a name: "… เขต ๒" and "… เขต ๓" are two agencies.
_AREA = re.compile(
    rf"(?:\s*{one_of(('เขต', 'ภาค'))}\s*(?:{one_of(('ที่',))})?|(?<=เขต)|(?<=ภาค)|(?<=[ก-๎]ที่))"
    r"\s*[0-9๐-๙]{1,2}(?![0-9๐-๙/])"
)
# Inner units whose names begin like an agency's.
_INNER_UNIT = re.compile(
    one_of(("องค์การบริหารส่วน", "องค์การมหาชน", "สำนักงานปลัด", "สำนักงานเลขานุการ", "สำนักงานอธิการบดี", "ศูนย์พัฒนาเด็กเล็ก"))
    + rf"(?!{tolerant('กระทรวง')})"
)


@dataclass(frozen=True, slots=True)
class _Named:
    """A kind of agency with its place: where both stand in a text."""

    kind: str
    name: str
    start: int
    end: int


def agency_key(name: str) -> str:
    """One key for the short and long names of an agency, without unit, district or province around it.

    >>> agency_key("อบต.เว่อ") == agency_key("สำนักงานปลัด องค์การบริหารส่วนตำบลเว่อ อำเภอเวียงตาล")
    True
    """
    plain = normalise(name)
    named = _find_named(plain)
    return comparison_key(named.kind + named.name) if named else comparison_key(plain)


def is_same_agency(first: str, second: str) -> bool:
    """Do two names mean one agency? Places share names, so a district or province given by both must agree.

    >>> is_same_agency("ทต.บ้านใหม่", "เทศบาลตำบลบ้านใหม่ จังหวัดสมมติ")
    True
    >>> is_same_agency("ทต.บ้านใหม่ จ.สมมติ", "ทต.บ้านใหม่ จ.ตัวอย่าง")
    False
    >>> is_same_agency("สพป.สมมติ เขต ๑", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสมมติ เขต 2")
    False
    """
    keys = agency_key(first), agency_key(second)
    if keys[0] != keys[1] or not keys[0]:
        return False
    named = _find_named(normalise(first))
    return named is None or not any(_is_elsewhere(pattern, first, second) for pattern in (_DISTRICT, _PROVINCE))


def find_agency(text: str) -> str | None:
    """The agency named in a text, as written there (normalised); None when no agency is named.

    A local government is preferred to the units around it, then what is named after a place; a kind without a place
    ("ปลัดองค์การบริหารส่วนตำบล") names none.

    >>> find_agency("สำนักงานปลัด องค์การบริหารส่วนตำบลเว่อ โทร. ๐")
    'องค์การบริหารส่วนตำบลเว่อ'
    >>> find_agency("กองแผนงาน กรมตัวอย่าง โทร. ๐ ๒๐๐๐ ๐๐๐๐"), find_agency("สำนักงานตัวอย่างภาค ๔ ฝ่ายบริหาร")
    ('กรมตัวอย่าง', 'สำนักงานตัวอย่างภาค ๔')
    """
    plain = normalise(text)
    named = _find_named(plain)
    if named is not None:
        return plain[named.start : named.end]
    for pattern in _CENTRAL:
        for match in pattern.finditer(plain):
            if not _INNER_UNIT.match(match[0]):
                return plain[match.start() : _past_area(plain, match.end())]
    return None


def _find_named(plain: str) -> _Named | None:
    """The first local government, else the first station, hospital, school or office, that is named with its place."""
    return _find_kind(plain, _LOCAL, _AFTER_LOCAL) or _find_kind(plain, _SERVICE, _AFTER_SERVICE)


def _find_kind(plain: str, kinds: re.Pattern[str], after: re.Pattern[str]) -> _Named | None:
    for match in kinds.finditer(plain):
        start = match.end()
        gap = len(plain[start:]) - len(plain[start:].lstrip(" "))
        if gap and _NO_NAME.match(plain, start + gap):
            continue
        if kinds.match(plain, start + gap):  # "สำนักปลัดองค์การบริหารส่วนจังหวัด องค์การบริหารส่วนจังหวัดเขาแก้ว"
            continue
        start += gap
        stop = after.search(plain, start)
        end = stop.start() if stop else len(plain)
        end = _past_area(plain, end)
        if end > start:
            return _Named(match.lastgroup or "", plain[start:end], match.start(), end)
    return None


def _past_area(plain: str, end: int) -> int:
    """Where a name ends that is followed by the number of its area or region."""
    area = _AREA.match(plain, end)
    return area.end() if area else end


def _is_elsewhere(pattern: re.Pattern[str], first: str, second: str) -> bool:
    places = [found[1] for text in (first, second) if (found := pattern.search(_after_kind(text)))]
    return len(places) == 2 and comparison_key(places[0]) != comparison_key(places[1])


def _after_kind(text: str) -> str:
    """What follows the name: the จังหวัด inside "องค์การบริหารส่วนจังหวัด" is no province's label."""
    plain = normalise(text)
    named = _find_named(plain)
    return plain[named.end :] if named else plain
