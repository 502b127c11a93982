"""The words and numbers around an ITA result in running text: what is one, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.memo.mentions import YearMention
from pipeline.settings import MemoSettings
from pipeline.thai.patterns import one_of

# A digit with one other character before it, after another digit, is the rest of a number that was not read whole.
_ALONE = r"(?<![0-9.,])(?<![0-9.,][^\s0-9])"
_VALUE = rf"{_ALONE}(?:[0-9]{{1,3}}\s*[.,]\s*[0-9]{{1,2}}(?![0-9])|[0-9]{{2,3}}(?![0-9]))"
# Digits with letters between them (“๕ซ.๐๒”) or without their point: there is a score, but which cannot be said. A
# year beside the word is none.
_BROKEN = rf"{_ALONE}(?!2[45][0-9]{{2,3}}(?![0-9]))[0-9](?:[^\s0-9.,]{{0,2}}[0-9.,])+"
SCORE = re.compile(
    rf"คะแนน[^0-9]{{0,40}}?(?P<after>{_VALUE}|{_BROKEN})"  # คะแนนเท่ากับ ๙๖.๕๒
    rf"|(?P<before>{_VALUE}|{_BROKEN})\s*คะแนน"  # ได้ ๙๖.๕๒ คะแนน
)
_IS_VALUE = re.compile(_VALUE)
_LEAST_BROKEN = 4
"""Digits of a broken score without a point: fewer may number anything."""
_GRADE_WORDS = one_of(("ผ่านดีเยี่ยม", "ต้องปรับปรุงโดยด่วน", "ต้องปรับปรุง", "ผ่านดี"))
GRADE = re.compile(
    rf"ระดับ[^0-9A-Za-z]{{0,25}}?(?P<letter>AA|[A-F])(?![A-Za-z])"
    rf"|(?P<word>{_GRADE_WORDS})"
    rf"|(?:ระดับ|{one_of(('ผล', 'ผลการประเมิน'))})\s*[“\"]?\s*(?P<pass>{one_of(('ผ่าน',))})"  # "ผ่านดี" is the word above
    rf"(?!{one_of(('ดี', 'เกณฑ์', 'การ'))})"
    rf"|[(“\"]\s*(?P<framed>AA|[A-F]|{one_of(('ผ่าน',))})\s*[)”\"]"
)
_LEVEL = re.compile(
    rf"\s*(?:คะแนน)?\s*{one_of(('อยู่ใน',))}?\s*ระดับ(?:{one_of(('ผลการประเมิน',))})?\s*(?P<seen>[^ก-๎\s]{{1,3}})"
)
# Words before a number that say it is no result: a difference, a maximum, a target.
_NO_RESULT = re.compile(
    one_of(
        ("เพิ่มขึ้น", "ลดลง", "เต็ม", "เป้าหมาย", "ไม่น้อยกว่า", "ไม่ต่ำกว่า", "ต่ำกว่า", "มากกว่า", "น้อยกว่า", "เกณฑ์", "ขึ้นไป", "สูงกว่า")
    )
)
_OPENED = re.compile(
    rf"\s*(?:\(|(?:{one_of(('ซึ่ง', 'ที่'))})?\s*(?:{one_of(('ได้', 'ได้รับ', 'มี'))})"
    rf"(?:{one_of(('คะแนน', 'คะแนนรวม', 'ผลคะแนน'))})?)\s*"
)
"""What leads from a year to its result."""
_DIFFERENCE = re.compile(rf"(?:{one_of(('จำนวน', 'อยู่จำนวน', 'คิดเป็น', 'ขึ้น', 'ลง', 'ต่างกัน'))})\s*$")
_INSTRUMENT = re.compile(r"(?:[IEO0]|(?<![A-Za-z]))IT\)?\s*(?:\S{0,8}\s*)?$")
"""Right before a number it is the score of one of the three instruments, a part of the result."""
CONTEXT = re.compile(r"ITA|I\s*T\s*A|" + one_of(("คุณธรรมและความโปร่งใส", "ผลการประเมิน", "ภาพรวม", "คะแนนรวม")))
_INDICATOR = re.compile(
    r"ตัวชี้วัด|"
    + one_of((
        "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สิน", "การแก้ไขปัญหาการทุจริต", "คุณภาพการดำเนินงาน",
        "ประสิทธิภาพการสื่อสาร", "การปรับปรุงระบบการทำงาน", "การปรับปรุงการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต",
    ))
)  # fmt: skip
# Words that announce a score, where no number was read beside them.
ANNOUNCED = re.compile(
    rf"คะแนน(?:{one_of(('รวม', 'เฉลี่ย', 'ภาพรวม', 'ผลการประเมิน'))}|\s)*{one_of(('เท่ากับ', 'อยู่ที่', 'ที่ได้', 'คือ'))}"
    rf"|{one_of(('ได้', 'ได้รับ', 'มี', 'ผล'))}คะแนน"
    rf"(?!{one_of(('น้อย', 'มาก', 'สูง', 'ต่ำ', 'เพิ่ม', 'ลด', 'เต็ม', 'แล้ว', 'ราย', 'ตัว'))})"
)


def is_score(match: re.Match[str]) -> bool:
    """Is what stands beside คะแนน a value, or a value that was not read whole? A number of an item is neither."""
    seen = match["after"] or match["before"]
    if _IS_VALUE.fullmatch(seen):
        return True
    digits = sum(char.isdigit() for char in seen)
    has_point = any(char in ".," for char in seen.strip(".,"))
    return digits >= _LEAST_BROKEN or (digits > 1 and has_point)


def is_result(text: str, year: YearMention | None, at: int, settings: MemoSettings, *, last: int | None = None) -> bool:
    """Does the text before `at` speak of an overall result, not of an indicator, a target or a difference?

    last: where the result before it ends, if there is one; of a list of years only the first names the assessment
    """
    begin = year.start if year else at - settings.score_window
    context, between = text[max(0, begin - settings.score_window) : at], text[max(0, begin) : at]
    goes_on = year is not None and last is not None and 0 <= year.start - last <= settings.score_list_gap
    # "สูงกว่าปีงบประมาณ พ.ศ. ๒๕๖๕ (๘๖.๔๘ คะแนน)" and "… ที่ได้ ๘๖.๔๘ คะแนน" compare with a result; "… จำนวน ๕.๘๗
    # คะแนน" is the difference.
    near = year.end if year is not None and _OPENED.fullmatch(text, year.end, at) else at - 30
    is_target = (
        _NO_RESULT.search(text[max(0, near) : at]) is not None
        or _DIFFERENCE.search(text[max(0, at - 30) : at]) is not None
    )
    is_part = _INSTRUMENT.search(text[max(0, at - 20) : at]) is not None
    is_named = goes_on or CONTEXT.search(context) is not None
    return not is_target and not is_part and is_named and not _INDICATOR.search(between)


def find_year_before(years: Sequence[YearMention], at: int, settings: MemoSettings) -> YearMention | None:
    """The last year that stands before `at`, in the same sentence."""
    near = [year for year in years if year.end <= at and at - year.end <= settings.score_window]
    return near[-1] if near else None


def find_grade_before(text: str, year: YearMention | None, at: int, settings: MemoSettings) -> re.Match[str] | None:
    """The grade between the year (or else the words that name the assessment) and its score."""
    if year is not None:
        return GRADE.search(text, year.end, at)
    named = list(CONTEXT.finditer(text, max(0, at - settings.score_window), at))
    return GRADE.search(text, named[-1].end(), at) if named else None


def span_of_grade(grade: re.Match[str] | None) -> tuple[int, int] | None:
    """Where the grade itself stands in a match of GRADE."""
    if grade is None:
        return None
    return next(grade.span(name) for name in ("letter", "word", "pass", "framed") if grade[name] is not None)


def explain_lost_grade(text: str, end: int, stop: int) -> tuple[str, ...]:
    """ระดับ right behind a score is followed by its grade: where none was read, something else was."""
    told = _LEVEL.match(text, end, stop)
    return (doubt_grade(told["seen"]),) if told else ()


def doubt_grade(seen: str) -> str:
    """Why a score is doubted beside which something stands that is no grade."""
    return f"the grade beside this score was read as “{seen}”"
