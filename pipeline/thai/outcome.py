"""What a sentence about a measure suggests of its state, where no wording of a state decides it.

Reports without status columns tell what was done: "จัดอบรมเมื่อวันที่ ๑๗ พฤษภาคม ๒๕๖๗ มีผู้เข้าร่วม ๔๒ คน". What has a
date and a count in the past was done; what is expected, or left over, goes on. A suggestion is for a person to confirm.
"""

from __future__ import annotations

import re

from pipeline.thai.status import StatusName
from pipeline.thai.text import comparison_key


def _any_of(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(map(comparison_key, words)))


_NOT_BEGUN = _any_of("ยังไม่", "ยังมิได้", "ไม่ได้ดำเนินการ", "มิได้ดำเนินการ", "ไม่สามารถดำเนินการ")
"""What a text begins with when nothing has been done. Postponed is no state: it is left to a person."""
_NOT_DONE = _any_of("ยังไม่ได้จัด", "ยังไม่ได้ทำ", "ยังไม่ได้เริ่ม", "ยังไม่ได้ดำเนิน")
_DENIED = _any_of(
    "ยังไม่", "ยังมิได้", "ไม่ได้", "มิได้", "ไม่สามารถ", "ไม่ครบ", "ไม่แล้ว", "ไม่เสร็จ", "ยกเลิก", "เลื่อน", "ชะลอ", "ระงับ"
)
_GOES_ON = _any_of(
    "อยู่ระหว่าง", "อยู่ในระหว่าง", "อยู่ในขั้นตอน", "กำลัง", "คาดว่า", "จะแล้วเสร็จ", "จะเสร็จ",
    "บางส่วน", "อยู่แล้ว", "กำหนดแล้วเสร็จ", "ดำเนินการต่อเนื่อง", "ดำเนินการอย่างต่อเนื่อง",
)  # fmt: skip
_AS_PLANNED = _any_of("ดำเนินการตามแผน", "เป็นไปตามแผน")
_LEFT_OVER = re.compile(f"(?<!{comparison_key('ช่วย')}){comparison_key('เหลือ')}")
_OF_ALL = re.compile(
    rf"(?P<some>[0-9]+)[ก-๎]{{0,10}}{comparison_key('จาก')}(?:{comparison_key('ทั้งหมด')})?(?P<all>[0-9]+)"
)
"""So many of so many."""
_IN_PART = re.compile(f"{comparison_key('แล้วเสร็จ')}(?:{comparison_key('ประมาณ')})?{comparison_key('ร้อยละ')}(?!100)")
_HAPPENED = _any_of("แล้ว", "เมื่อวันที่", "ครบถ้วน", "ครบทุก", "ครบทั้ง", "เรียบร้อย", "ได้ดำเนินการ", "ได้จัด", "เสร็จสิ้น")
_COUNTED = re.compile(r"จานวน[0-9]|มีผู.{0,12}[0-9]|ในวันที[0-9]|ลงวันที[0-9]|ครบ[0-9]|ผานการอบรม")
"""On keys, which have no tone marks and Arabic digits: how many took part, on which day."""


def suggest_status(text: str) -> StatusName | None:
    """The state that a sentence of results suggests; None when it suggests none.

    >>> suggest_status("จัดอบรมเมื่อวันที่ ๑๗ พฤษภาคม ๒๕๖๗"), suggest_status("แก้ไขแล้ว ๕ แห่ง คงเหลือ ๓ แห่ง")
    ('done', 'in_progress')
    >>> suggest_status("ยังไม่ได้ดำเนินการ ขอเลื่อนไปปีหน้า"), suggest_status("ให้ความร่วมมือเป็นอย่างดี")
    ('not_started', None)
    >>> suggest_status("ขอเลื่อนการอบรม"), suggest_status("ตรวจแล้ว ๙ แห่ง จาก ๑๑ แห่ง"), suggest_status("ดำเนินการตามแผน")
    (None, 'in_progress', 'in_progress')
    """
    key = comparison_key(text)
    if _NOT_BEGUN.match(key):
        return "not_started"
    if _GOES_ON.search(key) or _IN_PART.search(key) or _is_in_part(key) or _AS_PLANNED.fullmatch(key):
        return "in_progress"
    happened = _HAPPENED.search(key) is not None
    if _NOT_DONE.search(key) and not happened:
        return "not_started"
    if _DENIED.search(key):
        return None
    return "done" if happened or _COUNTED.search(key) else None


def _is_in_part(key: str) -> bool:
    """Whether something is left over, or fewer were done than there are."""
    if _LEFT_OVER.search(key):
        return True
    return any(int(part["some"]) < int(part["all"]) for part in _OF_ALL.finditer(key))
