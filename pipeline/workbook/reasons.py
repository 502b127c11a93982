"""The program's reasons and issue codes in Thai, with the original wording as the fallback."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.workbook.message_words import FINDINGS, ISSUES
from pipeline.workbook.reason_words import CODES, PATTERNS, VALUES, WORDS

_MESSAGES = (*PATTERNS, *FINDINGS, *ISSUES)
_OF_VALUE = re.compile(r"(plan|report) row (\d+), ([\w-]+): (.*)", re.DOTALL)
_OF_ROW = re.compile(r"Row (\d+) (“.*”) of the report: (.*)\.", re.DOTALL)
_CODED = re.compile(r"(?P<code>[a-z0-9]+(?:-[a-z0-9]+)+)(?:: *(?P<seen>.*))?", re.DOTALL)
_ENGLISH = re.compile(r"[a-z]+ [a-z]+")  # two words in a row: a sentence, not a value
_QUOTED = re.compile(r"“[^”]*”")
_CANDIDATES = re.compile(r" \(or (.+)\)$", re.DOTALL)


def explain_reason(reason: str) -> str:
    """One reason in Thai; as the program wrote it when no wording is known.

    >>> explain_reason("read with confidence 0.61, below 0.80")
    'ความเชื่อมั่นในการอ่าน 0.61 ต่ำกว่าเกณฑ์ 0.80'
    >>> explain_reason("low-confidence: ๒๕๖๗ (or ๒๕๖๑ 0.20)")
    'อ่านได้ไม่ชัด: ๒๕๖๗ (อาจเป็น ๒๕๖๑ 0.20)'
    >>> explain_reason("due-not-comparable: not both understood as dates: “ต.ค.” and “ก.ย.”")
    'เทียบกำหนดเวลาไม่ได้ เพราะอ่านเป็นวันที่ไม่ได้: “ต.ค.” ↔ “ก.ย.”'
    >>> explain_reason("something new")
    'something new'
    """
    if of_value := _OF_VALUE.fullmatch(reason):
        side = {"plan": "แผน", "report": "รายงาน"}[of_value[1]]
        why = "; ".join(map(explain_reason, of_value[4].split("; ")))
        return f"{side}ลำดับ {of_value[2]} {VALUES.get(of_value[3], of_value[3])}: {why}"
    if of_row := _OF_ROW.fullmatch(reason):
        return f"รายงานลำดับ {of_row[1]} {of_row[2]}: {'; '.join(map(explain_reason, of_row[3].split('; ')))}"
    for pattern, thai in _MESSAGES:
        if match := re.fullmatch(pattern, reason, re.DOTALL):
            return _translate_words(match.expand(thai))
    coded = _CODED.fullmatch(reason)
    if coded is None or coded["code"] not in CODES:
        return reason
    return ": ".join(filter(None, (CODES[coded["code"]], _show_seen(coded["seen"] or ""))))


def _show_seen(seen: str) -> str:
    """What stands after a code: values as they are; of an English sentence, the values that it quotes."""
    seen = _CANDIDATES.sub(r" (อาจเป็น \1)", seen)
    if not _ENGLISH.search(seen):
        return seen
    return " ↔ ".join(_QUOTED.findall(seen)) or seen.rpartition(": ")[2]


def _translate_words(text: str) -> str:
    for pattern, thai in WORDS:
        text = re.sub(pattern, thai, text)
    return text


def is_about_value(reason: str) -> bool:
    """Whether a reason of a pair is one of its values' own, which stands with that value too.

    >>> is_about_value("plan row 3, measure: low-confidence: ก"), is_about_value("low-confidence: ก")
    (True, False)
    """
    return _OF_VALUE.fullmatch(reason) is not None


def explain_reasons(reasons: Iterable[str]) -> str:
    """Reasons in Thai, one a line, without repeats."""
    return "\n".join(dict.fromkeys(explain_reason(reason) for reason in reasons))


def explain_code(code: str) -> str:
    """An issue's or finding's code in Thai; the code itself when no wording is known.

    >>> explain_code("row-rejoined"), explain_code("quite-new")
    ('แถวถูกตัดข้ามหน้า โปรแกรมต่อกลับเป็นแถวเดียว', 'quite-new')
    """
    return CODES.get(code, code)
