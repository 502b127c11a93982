"""What became of a measure, in words.

"ดำเนินการ" stands in every wording and a negation is two or three letters, so a lost letter must never turn
"not done" into "done": wordings are compared with a bounded number of wrong letters, and when wordings of two
meanings are within reach the text is ambiguous.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from pipeline.thai.text import comparison_key, normalise

StatusName = Literal["not_started", "in_progress", "done", "cancelled"]

_WORDINGS: dict[StatusName, tuple[str, ...]] = {
    "not_started": (
        "ยังไม่ดำเนินการ",
        "ยังไม่ได้ดำเนินการ",
        "ยังไม่เริ่มดำเนินการ",
        "ยังไม่ได้เริ่มดำเนินการ",
        "ยังไม่มีการดำเนินการ",
        "ยังไม่เริ่ม",
        "ไม่ได้ดำเนินการ",
        "ไม่ดำเนินการ",
        "ไม่มีการดำเนินการ",
        "ยังมิได้ดำเนินการ",
        "มิได้ดำเนินการ",
        "รอดำเนินการ",
        "ยังไม่ทำ",
        "ยังไม่ได้ทำ",
        "ไม่ได้ทำ",
        "ยังไม่ปฏิบัติ",
        "ยังไม่ได้ปฏิบัติ",
    ),
    "in_progress": (
        "อยู่ระหว่างดำเนินการ",
        "อยู่ระหว่างการดำเนินการ",
        "อยู่ระหว่างดำเนินงาน",
        "อยู่ระหว่างการดำเนินงาน",
        "อยู่ในระหว่างดำเนินการ",
        "ระหว่างดำเนินการ",
        "กำลังดำเนินการ",
        "กำลังดำเนินงาน",
        "กำลังดำเนินการอยู่",
        "ดำเนินการอยู่",
        "ยังคงดำเนินการ",
        "ยังคงดำเนินการอยู่",
        "ยังดำเนินการอยู่",
        "เริ่มดำเนินการแล้ว",
        "กำลังทำ",
        "อยู่ระหว่างทำ",
        "กำลังปฏิบัติ",
        "ดำเนินการบางส่วน",
        "ดำเนินการแล้วบางส่วน",
        "ดำเนินการเสร็จบางส่วน",
        # Unfinished says that work began; it is the negation of "done", so it must be known as such.
        "ยังไม่แล้วเสร็จ",
        "ไม่แล้วเสร็จ",
        "ยังไม่เสร็จ",
        "ไม่เสร็จ",
        "ยังไม่เสร็จสิ้น",
        "ยังดำเนินการไม่แล้วเสร็จ",
        "ดำเนินการยังไม่แล้วเสร็จ",
        "ดำเนินการไม่แล้วเสร็จ",
        "ดำเนินการยังไม่เสร็จ",
        "ดำเนินการไม่เสร็จ",
    ),
    "done": (
        "ดำเนินการเสร็จเรียบร้อยแล้ว",
        "ดำเนินการเสร็จเรียบร้อย",
        "ดำเนินการเรียบร้อยแล้ว",
        "ดำเนินการเสร็จแล้ว",
        "ดำเนินการเสร็จสิ้น",
        "ดำเนินการเสร็จสิ้นแล้ว",
        "ดำเนินการแล้วเสร็จ",
        "ดำเนินการแล้วเสร็จเรียบร้อย",
        "ดำเนินการแล้ว",
        "ดำเนินการเสร็จ",
        "ได้ดำเนินการแล้ว",
        "เสร็จเรียบร้อยแล้ว",
        "เสร็จเรียบร้อย",
        "เสร็จสิ้นแล้ว",
        "เสร็จสิ้น",
        "เสร็จแล้ว",
        "แล้วเสร็จ",
        "เรียบร้อยแล้ว",
        "ทำแล้ว",
        "ทำเสร็จแล้ว",
        "ปฏิบัติแล้ว",
    ),
    "cancelled": ("ยกเลิก", "ยกเลิกแล้ว", "ยกเลิกการดำเนินการ", "ยกเลิกดำเนินการ", "ขอยกเลิก"),
}
_BY_KEY: dict[str, StatusName] = {
    comparison_key(wording): status for status, wordings in _WORDINGS.items() for wording in wordings
}

_PRINTED: dict[str, StatusName] = {wording: status for status, wordings in _WORDINGS.items() for wording in wordings}


def _put_negations_first(wordings: Mapping[str, StatusName]) -> list[str]:
    """All of them, "done" last, and the longest of each first."""
    return sorted(wordings, key=lambda wording: (wordings[wording] == "done", -len(wording)))


_NEGATIVE_FIRST = _put_negations_first(_BY_KEY)
_PRINTED_NEGATIVE_FIRST = _put_negations_first(_PRINTED)

# Postponed is none of the four states; it must not slip into one by its "ดำเนินการ".
_NO_STATE = re.compile("เลือน|ชะลอ|ระงับ")
_NEGATION = re.compile("ไม|มิได|ยัง|ยกเลิก")
# A negation, or a word that puts the end into the future ("คาดว่าจะแล้วเสร็จ").
# ไ and ม stand in no wording of "done" (but ได้…, which is known whole), so either alone may be what is left of ไม่.
_NOT_YET = re.compile("ไ|ม|ยัง|ยกเลิก|จะ|คาด|ให")
_NOT_YET_BEFORE = re.compile("(?:จะ|คาดวา|ให|ไ) ")

# What may stand beside a status without changing it: where to look it up, when it was done, that it is complete.
_HARMLESS = re.compile(
    r"[(\[]\s*(?:ตรวจสอบ|ดู|ราย\s?ละเอียด|ตามเอกสาร|เอกสาร|อ้างอิง|เว็บไซต์|http)[^)\]]*[)\]]?"
    r"|(?:ตรวจสอบ(?:ข้อมูล|ราย\s?ละเอียด)?\s?ได้ที่|https?:|www\.).*"
    r"|(?:เมื่อ)?\s*วันที่\s*[0-9๐-๙]+\s*\S+\s*(?:พ\.\s?ศ\.)?\s*[0-9๐-๙]+|เมื่อวันที่|ครบถ้วน|ทั้งหมด|ทุกรายการ|ตามแผน|ตามกำหนด"
)
# Phrases that tell the state where a text begins with them: "ยกเลิก" may be what was done, "แล้วเสร็จ" when it will be.
_TOLD_FIRST = frozenset(
    key for key, status in _BY_KEY.items() if status != "cancelled" and comparison_key("ดำเนินการ") in key
)
_BECAUSE = comparison_key("เนื่องจาก")
# What goes on to tell about a state, with no space before it.
_TELLS_MORE = re.compile("|".join(map(comparison_key, ("จำนวน", "เมื่อ", "โดย", "ครบ", "มีผู้", "ข้อมูลครบ"))))
# What may take back or limit what a text began with.
_LIMITS = re.compile(
    "|".join(
        map(
            comparison_key,
            (
                *("ไม่", "มิได้", "ยัง", "แต่", "เว้น", "ยกเลิก", "ระงับ", "ชะลอ", "เลื่อน", "ขาด", "ค้าง", "แก้ไข"),
                *("บางส่วน", "ร้อยละ", "เปอร์เซ็นต์", "เหลือ", "จาก", "เพียง", "เฉพาะ", "ครึ่ง", "อีก", "ทยอย", "เบื้องต้น"),
                *("รอ", "ระหว่าง", "กำลัง", "จะ", "คาด", "ถัดไป", "ต่อไป", "ต่อเนื่อง", "ภายใน", "กำหนด", "อยู่", "เร่ง"),
            ),
        )
    )
)
_DENIES_DONE = re.compile("ยังไม|ไมได|ไมครบ|ไมแลว|ไมเสรจ|ยกเลิก|บางสวน|คาดวา|จะแลวเสรจ|รอยละ[1-9]?[0-9](?![0-9])")

# Every "done" with a negation in front of it or of its last words. They name no state, they are there to be near:
# what lies as near to one of them as to "done" has perhaps lost a letter of its negation.
_END_WORDS = re.compile(f"^|(?={comparison_key('เสร็จ')}|{comparison_key('แล้ว')}|{comparison_key('เรียบร้อย')})")
_NEGATED = frozenset(
    key[: match.start()] + negation + key[match.start() :]
    for key, status in _BY_KEY.items()
    if status == "done"
    for match in _END_WORDS.finditer(key)
    for negation in ("ไม", "ยัง", "ยังไม", "มิได")
) - set(_BY_KEY)

WRONG_LETTERS_PER = 6
"""A wording may have one wrong letter per so many letters of its key, and never more than two: "ยังไม" are four."""
MOST_WRONG_LETTERS = 2


def read_wording(text: str) -> StatusName | None:
    """The state whose wording the whole text is, up to marks and spaces; None when it is none.

    >>> read_wording("แล้ว เสร็จ"), read_wording("ดำเนินการ")
    ('done', None)
    """
    return _BY_KEY.get(comparison_key(text))


def parse_status(text: str) -> StatusName:
    """The state that a whole text names. Raises ValueError when it names none, or may name two.

    >>> parse_status("ดำเนินการเสร็จเรียบร้อยแล้ว"), parse_status("ยังไมดำเนนการ")
    ('done', 'not_started')
    >>> parse_status("ยังไม่แล้วเสร็จ")
    'in_progress'
    >>> parse_status("ดำเนินการ")
    Traceback (most recent call last):
    ValueError: no status wording: 'ดำเนินการ'
    """
    key = comparison_key(text)
    if key in _BY_KEY:
        return _BY_KEY[key]
    if _NO_STATE.search(key):
        raise ValueError(f"postponed, which is none of the four states: {text!r}")
    near_wordings = [wording for wording in _BY_KEY if _is_near(key, wording, _allowance(wording))]
    near = {_BY_KEY[wording] for wording in near_wordings}
    if not near:
        raise ValueError(f"no status wording: {text!r}")
    if len(near) > 1 or ("done" in near and _may_be_negated(key, near_wordings)):
        raise ValueError(f"ambiguous status wording: {text!r}")
    return near.pop()


def find_status(text: str) -> StatusName | None:
    """The state named somewhere in a text, negations first, then the longest wording; None when there is none.

    Raises ValueError when the text names two states. Only exact wordings (up to marks and spaces) are found.

    >>> find_status("ดำเนินการแล้วเสร็จ (ตรวจสอบข้อมูลได้ที่เว็บไซต์)")
    'done'
    >>> find_status("ยังไม่ได้ดำเนินการให้แล้วเสร็จ")
    Traceback (most recent call last):
    ValueError: two states in one text: 'ยังไม่ได้ดำเนินการให้แล้วเสร็จ'
    """
    key = comparison_key(text)
    if _NO_STATE.search(key):
        raise ValueError(f"postponed, which is none of the four states: {text!r}")
    found, key = _find_named(key)
    if len(found) > 1 or ("done" in found and (_NEGATION.search(key) or _NOT_YET_BEFORE.search(key))):
        raise ValueError(f"two states in one text: {text!r}")
    return found.pop() if found else None


def count_states(text: str) -> int:
    """How many of the states are named in a text: of printed choices, one is to be ticked, circled or left unstruck.

    >>> count_states("ดำเนินการแล้ว / อยู่ระหว่างดำเนินการ / ยังไม่ดำเนินการ"), count_states("อยู่ระหว่างรวบรวม")
    (3, 0)
    """
    return len(_find_named(comparison_key(text))[0])


def spot_wordings(text: str) -> list[tuple[int, int, StatusName]]:
    """Where the wordings of states stand in a text without spaces, letter by letter, negations first, then the longest.

    >>> spot_wordings("แล้วเสร็จอยู่ระหว่างทำ")
    [(0, 9, 'done'), (9, 22, 'in_progress')]
    """
    found: list[tuple[int, int, StatusName]] = []
    for wording in _PRINTED_NEGATIVE_FIRST:
        start = text.find(wording)
        while start >= 0:
            end = start + len(wording)
            if all(end <= other or start >= stop for other, stop, _ in found):
                found.append((start, end, _PRINTED[wording]))
            start = text.find(wording, end)
    return sorted(found)


def _find_named(key: str) -> tuple[set[StatusName], str]:
    """The states whose wordings a key holds, negations first, then the longest; and the key without them."""
    found: set[StatusName] = set()
    for wording in _NEGATIVE_FIRST:
        if wording in key:
            found.add(_BY_KEY[wording])
            key = key.replace(wording, " ")
    return found, key


def is_plain_status(text: str) -> bool:
    """Does a text that names a state say nothing else that could change it?

    Dates, places to check and words of completeness change nothing. Any other word may ("ใกล้แล้วเสร็จ",
    "กำหนดแล้วเสร็จ", "พิจารณายกเลิก"): then the state named is not what the text says for sure. But a text that
    begins with the state, as a phrase of its own, goes on to tell about it, unless a word there limits it.

    >>> is_plain_status("ดำเนินการแล้วเสร็จ (ตรวจสอบข้อมูลได้ที่เว็บไซต์)"), is_plain_status("ใกล้แล้วเสร็จ")
    (True, False)
    >>> is_plain_status("ดำเนินการแล้ว มีผู้อบรม ๘๔ คน"), is_plain_status("ดำเนินการแล้ว ๖ จาก ๙ แห่ง")
    (True, False)
    >>> is_plain_status("ยกเลิก เนื่องจากไม่มีงบ"), is_plain_status("ดำเนินการแล้วจำนวน ๓ แห่ง")
    (True, True)
    """
    if "%" in text:
        return False
    first, _, rest = normalise(text).partition(" ")
    if comparison_key(first) in _TOLD_FIRST and not _LIMITS.search(comparison_key(rest)):
        return True
    whole = comparison_key(text)
    told, because, _ = whole.partition(_BECAUSE)
    if because and told in _BY_KEY:
        return True
    begun = max((key for key in _TOLD_FIRST if whole.startswith(key)), key=len, default="")
    if begun and _TELLS_MORE.match(whole, len(begun)) and not _LIMITS.search(whole, len(begun)):
        return True
    key = comparison_key(_HARMLESS.sub(" ", normalise(text)))
    for wording in sorted(_BY_KEY, key=len, reverse=True):
        key = key.replace(wording, "")
    return not re.sub(r"[\W\d_]+", "", key)


def contradicts_status(note: str, status: str) -> bool:
    """Does a note beside a status name another state, or deny this one?

    >>> contradicts_status("ยังไม่แล้วเสร็จ", "done"), contradicts_status("ติดประกาศแล้ว ๓ จุด", "done")
    (True, False)
    """
    key = comparison_key(note)
    if _NO_STATE.search(key) or (status == "done" and _DENIES_DONE.search(key)):
        return True
    try:
        named = find_status(note)
    except ValueError:
        return True
    return named is not None and named != status


def _allowance(wording: str) -> int:
    return min(MOST_WRONG_LETTERS, len(wording) // WRONG_LETTERS_PER)


def _may_be_negated(key: str, near_wordings: Sequence[str]) -> bool:
    """Might a reading near "done" be what is left of its negation? Letters beyond the wording already say so."""
    if _NOT_YET.search(key) or len(key) > max(map(len, near_wordings)):
        return True
    return any(_is_near(key, wording, MOST_WRONG_LETTERS) for wording in _NEGATED)


def _is_near(first: str, second: str, limit: int) -> bool:
    """Is the Levenshtein distance of the two at most the limit?"""
    if abs(len(first) - len(second)) > limit:
        return False
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, start=1):
        previous, row[0] = row[0], i
        for j, b in enumerate(second, start=1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
        if min(row) > limit:
            return False
    return row[-1] <= limit
