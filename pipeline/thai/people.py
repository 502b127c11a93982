"""Names and positions of people, as they stand under a signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.thai.letters import is_thai_letter
from pipeline.thai.patterns import one_of, tolerant
from pipeline.thai.text import comparison_key, normalise

_RANKS = (
    "ว่าที่ร้อยตรีหญิง", "ว่าที่ร้อยตรี", "ว่าที่ร้อยโท", "ว่าที่ร้อยเอก", "ว่าที่พันตรี", "ว่าที่ ร.ต.หญิง",
    "ว่าที่ ร.ต.", "ว่าที่ ร.ท.", "ว่าที่ ร.อ.", "ว่าที่ พ.ต.", "ร้อยตรี", "ร้อยโท", "ร้อยเอก", "พันตรี",
    "พันโท", "พันเอก", "พลตรี", "พลโท", "พลเอก", "ร้อยตำรวจตรี", "ร้อยตำรวจโท", "ร้อยตำรวจเอก", "พันตำรวจตรี",
    "พันตำรวจโท", "พันตำรวจเอก", "ดาบตำรวจ", "จ่าสิบตำรวจ", "สิบตำรวจ", "สิบตำรวจเอก", "จ่าสิบเอก", "จ่าสิบโท",
    "จ่าสิบตรี", "สิบเอก", "สิบโท", "สิบตรี", "พันจ่าเอก", "พันจ่าโท", "พันจ่าตรี", "จ่าเอก", "จ่าโท", "จ่าตรี",
    "พันจ่าอากาศเอก", "จ่าอากาศเอก", "ร.ต.", "ร.ท.", "ร.อ.", "พ.ต.", "พ.ท.", "พ.อ.", "ร.ต.ต.", "ร.ต.ท.",
    "ร.ต.อ.", "พ.ต.ต.", "พ.ต.ท.", "พ.ต.อ.", "ด.ต.", "จ.ส.ต.", "จ.ส.อ.", "จ.ส.ท.", "ส.ต.อ.", "ส.อ.", "ส.ท.",
    "ส.ต.", "พ.จ.อ.", "พ.จ.ท.", "จ.อ.", "จ.ท.", "พ.อ.อ.", "พ.อ.ท.",
)  # fmt: skip
_CIVIL = (
    "นาย", "นาง", "นางสาว", "น.ส.", "ดร.", "ผศ.", "รศ.", "ศ.", "ผศ.ดร.", "รศ.ดร.", "ศ.ดร.",
    "ผู้ช่วยศาสตราจารย์", "รองศาสตราจารย์", "ศาสตราจารย์", "นพ.", "พญ.", "นายแพทย์", "แพทย์หญิง", "ม.ล.",
    "ม.ร.ว.", "หม่อมหลวง", "หม่อมราชวงศ์", "พระครู", "พระ",
)  # fmt: skip
_TITLE = re.compile(one_of((*_RANKS, *_CIVIL)))

# Offices that begin with the title นาย, so that no head of an agency is read as a person.
_OFFICES_OF_NAI = (
    "นายกองค์การ", "นายกเทศมนตรี", "นายกเมือง", "นายก อบต", "นายก อบจ", "นายกสมาคม", "นายกสภา", "นายกรัฐมนตรี",
    "นายแพทย์เชี่ยวชาญ", "นายแพทย์ชำนาญการ", "นายแพทย์ปฏิบัติการ", "นายแพทย์ทรงคุณวุฒิ", "นายแพทย์สาธารณสุข",
    "นายอำเภอ", "นายทะเบียน", "นายช่าง", "นายตรวจ", "นายสัตวแพทย์", "นายด่าน", "นายเวร", "นายไปรษณีย์",
)  # fmt: skip
_POSITIONS = (
    *_OFFICES_OF_NAI, "ปลัด", "รองปลัด", "รองนายก", "หัวหน้า", "รักษาการ", "รักษาราชการแทน", "ปฏิบัติราชการแทน",
    "ปฏิบัติหน้าที่", "ทำการแทน", "ผู้อำนวยการ", "รองผู้อำนวยการ", "ผู้ช่วย", "ผู้ว่าราชการ",
    "รองผู้ว่าราชการ", "ผู้บริหาร", "ผู้จัดการ", "ผู้รายงาน", "ผู้ใหญ่บ้าน", "กำนัน", "ประธาน", "รองประธาน",
    "กรรมการ", "เลขานุการ", "เลขาธิการ", "อธิบดี", "รองอธิบดี", "อธิการบดี", "รองอธิการบดี", "คณบดี", "นิติกร",
    "นัก", "เจ้าพนักงาน", "เจ้าหน้าที่",
    "พนักงาน", "บุคลากร", "วิศวกร", "สถาปนิก", "พยาบาล", "แพทย์", "ทันตแพทย์", "เภสัชกร", "ครู", "อาจารย์",
    "ท้องถิ่นอำเภอ", "ท้องถิ่นจังหวัด", "เทศมนตรี", "สารวัตร", "รองสารวัตร", "ผู้กำกับ",
    "รองผู้กำกับ", "ผู้บังคับ", "รองผู้บังคับ", "ผู้บัญชาการ",
    "ผู้ตรวจ", "ผู้จด", "สาธารณสุขอำเภอ", "สาธารณสุขจังหวัด", "ศึกษานิเทศก์", "โภชนากร", "คนงาน", "ช่าง",
)  # fmt: skip
_SHORT_POSITION = re.compile(r"(?:รอง\s?)?(?:ผอ|สว|ผกก|ผบก|ผบช|ผบ)\s?\.")
_NAI_KEYS = tuple(comparison_key(office) for office in _OFFICES_OF_NAI)
_POSITION_KEYS = tuple(comparison_key(position) for position in _POSITIONS)
_WORDS_OF_A_NAME = range(2, 5)  # given name and surname; "ณ" and a noble surname add up to two


def split_title(text: str) -> tuple[str, str]:
    """Title or rank, and the name after it, without parentheses; the title is empty when there is none.

    >>> split_title("(นายสมมติ ตัวอย่าง)")
    ('นาย', 'สมมติ ตัวอย่าง')
    >>> split_title("นายกเทศมนตรี")
    ('', 'นายกเทศมนตรี')
    """
    bare = normalise(text).strip("() .…")
    if comparison_key(bare).startswith(_NAI_KEYS):
        return "", bare
    title, rest = "", bare
    while (match := _TITLE.match(rest)) and match.end() < len(rest):
        title, rest = f"{title} {match[0]}".strip(), rest[match.end() :].lstrip()
    return title, rest


def mend_title(text: str) -> str:
    """A name without marks on the last letter of its title, where none can stand: strokes of a signature.

    >>> mend_title("นางสาวีใบบัว ทิพย์วารี"), mend_title("นายก้าน ตัวอย่าง")
    ('นางสาวใบบัว ทิพย์วารี', 'นายก้าน ตัวอย่าง')
    """
    return _MARKED_TITLE.sub(r"\g<title>", text, count=1)


_MARKED_TITLE = re.compile("^(?P<title>นางสาว|นาย|นาง(?!สาว))[ัิ-ู็-ํ]+(?=[ก-ฮเ-ไ])")


def is_person_name(text: str) -> bool:
    """Is the whole text a person's title, name and surname, with or without parentheses?

    >>> is_person_name("(นายสมมติ ตัวอย่าง)"), is_person_name("นายกองค์การบริหารส่วนตำบลเว่อ")
    (True, False)
    """
    title, name = split_title(text)
    return bool(title) and _is_name(name.split())


def _is_name(words: Sequence[str]) -> bool:
    return (
        len(words) in _WORDS_OF_A_NAME
        and all(all(is_thai_letter(char) for char in word) for word in words)
        and all(len(word) > 1 or word == "ณ" for word in words)
    )


def is_title(text: str) -> bool:
    """Is the whole text a title or rank, as it stands over or beside a signature?

    >>> is_title("พ.ต.อ."), is_title("พันตำรวจโท"), is_title("พลเมือง")
    (True, True, False)
    """
    return bool(_TITLE.fullmatch(normalise(text).strip()))


def is_bare_name(text: str) -> bool:
    """May the whole text be a name and surname without a title?

    >>> is_bare_name("สมมติ ตัวอย่าง"), is_bare_name("สมมติ"), is_bare_name("ปลัดอำเภอ ตัวอย่าง")
    (True, False, False)
    """
    return not is_position(text) and _is_name(text.split())


def is_position(text: str) -> bool:
    """Does the text begin as the position of an official does?

    >>> is_position("ปลัดองค์การบริหารส่วนตำบลเว่อ"), is_position("(นายสมมติ ตัวอย่าง)")
    (True, False)
    """
    if is_person_name(text):
        return False
    bare = re.sub(tolerant("ตำแหน่ง"), "", normalise(text), count=1)
    return bool(_SHORT_POSITION.match(bare)) or comparison_key(bare).startswith(_POSITION_KEYS)
