"""What a column of states says beside the usual wordings: "อยู่ระหว่างเสนออธิบดีลงนาม", "คืบหน้าร้อยละ ๖๐".

The column asks for the state, so the form of its text tells it, whatever is being done.
"""

from __future__ import annotations

import re

from pipeline.thai.digits import to_arabic
from pipeline.thai.status import StatusName
from pipeline.thai.text import comparison_key, normalise


def _any_of(*words: str) -> str:
    return f"(?:{'|'.join(map(comparison_key, words))})"


_SHARE = re.compile(
    r"(?:(?:มี)?(?:ความ)?(?:คืบหน้า|ก้าวหน้า)|ดำเนินการ(?:ไป)?(?:แล้ว)?)?\s*"
    r"(?:ร้อยละ\s*(?P<words>[0-9]{1,3}(?:\.[0-9]+)?)|(?P<sign>[0-9]{1,3}(?:\.[0-9]+)?)\s*%?)"
)
_FORMS: dict[StatusName, re.Pattern[str]] = {
    "in_progress": re.compile(
        f"(?!.*{_any_of('ยกเลิก', 'ชะลอ', 'เลื่อน', 'ระงับ', 'ยุติ')}){_any_of('อยู่ระหว่าง', 'อยู่ในระหว่าง', 'กำลัง')}.+"
    ),
    "not_started": re.compile(f"{_any_of('ยังไม่ถึงกำหนด', 'ยังไม่ถึงระยะเวลา', 'ยังไม่ถึงเวลา')}.*"),
    "cancelled": re.compile(f"{_any_of('ขอ')}?{_any_of('ยุติ')}{_any_of('การดำเนินการ', 'โครงการ', 'กิจกรรม')}?"),
    "done": re.compile(
        _any_of("ครบถ้วน", "ดำเนินการครบถ้วน", "ดำเนินการครบ", "สำเร็จ", "เสร็จสมบูรณ์", "ปิดงาน", "ปิดโครงการ")
        + _any_of("แล้ว")
        + "?"
    ),
}
"""On keys, which have no spaces and no tone marks."""


def read_stage(text: str) -> StatusName | None:
    """The state that a whole text of a column of states tells by its form; None for others. A number alone is a share.

    >>> read_stage("อยู่ระหว่างเสนออธิบดีลงนาม"), read_stage("คืบหน้าร้อยละ ๖๐"), read_stage("ขอยุติการดำเนินการ")
    ('in_progress', 'in_progress', 'cancelled')
    >>> read_stage("๑๐๐"), read_stage("๒๕๖๕")
    ('done', None)
    >>> read_stage("ครบถ้วน"), read_stage("ยังไม่ถึงกำหนด"), read_stage("อยู่ระหว่างพิจารณายกเลิก")
    ('done', 'not_started', None)
    """
    if share := _SHARE.fullmatch(to_arabic(normalise(text)).strip()):
        value = float(share["words"] or share["sign"])
        return "done" if value == 100 else "not_started" if value == 0 else "in_progress" if value < 100 else None
    key = comparison_key(text)
    return next((state for state, form in _FORMS.items() if form.fullmatch(key)), None)
