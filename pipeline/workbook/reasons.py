"""The program's reasons and issue codes in Thai: data, with the original wording as the fallback."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Issue and finding codes, and the codes in front of a reason ("code: what was seen").
CODES = {
    # reading
    "thai-digit-from-tesseract": "เลขไทยที่อ่านด้วย Tesseract ซึ่งไม่รู้จักเลข ๔ ๖ ๗ ๘ ๙ ต้องเทียบกับภาพ",
    "low-confidence": "อ่านได้ไม่ชัด",
    "year-contradiction": "ปีขัดแย้งกับปีอื่นในเอกสาร",
    "mixed-digits": "เลขไทยและเลขอารบิกปนกันในจำนวนเดียว",
    "not-legible": "มีข้อความแต่อ่านไม่ออก",
    # pages and files
    "page-unreadable": "อ่านหน้านี้ไม่ได้",
    "page-timeout": "อ่านหน้านี้นานเกินกำหนด",
    "blank-page": "หน้าว่าง",
    # tables
    "row-rejoined": "แถวถูกตัดข้ามหน้า โปรแกรมต่อกลับเป็นแถวเดียว",
    "row-cut": "แถวถูกตัดข้ามหน้า",
    "unknown-heading": "ไม่รู้จักหัวตาราง",
    "shared-cell": "ค่าจากเซลล์ที่ผสานไว้หลายแถว",
    # status
    "no-mark": "ไม่พบเครื่องหมายในช่องสถานะ",
    "two-marks": "มีเครื่องหมายมากกว่าหนึ่งช่องสถานะ",
    "status-unknown": "ไม่ทราบสถานะ",
    # findings
    "due-year-mismatch": "ปีของกำหนดเวลาไม่ตรงกัน",
    "grade-contradicts-score": "ระดับผลการประเมินขัดแย้งกับคะแนน",
    "number-used-twice": "เลขลำดับซ้ำกัน",
    "agency-mismatch": "ชื่อหน่วยงานในแผนและรายงานไม่ตรงกัน",
}

# A part of a reason (regular expression, matched in full) → the same in Thai. First match wins.
PATTERNS = (
    (r"read with confidence ([\d.]+), below ([\d.]+)", r"ความเชื่อมั่นในการอ่าน \1 ต่ำกว่าเกณฑ์ \2"),
    (r"(?:confidence|score) ([\d.]+),? (?:is )?below ([\d.]+)", r"ค่า \1 ต่ำกว่าเกณฑ์ \2"),
)

_CODED = re.compile(r"(?P<code>[a-z0-9]+(?:-[a-z0-9]+)+)(?:: *(?P<seen>.*))?", re.DOTALL)
_CANDIDATES = re.compile(r" \(or (.+)\)$", re.DOTALL)


def explain_reason(reason: str) -> str:
    """One reason in Thai; as the program wrote it when no wording is known.

    >>> explain_reason("read with confidence 0.61, below 0.80")
    'ความเชื่อมั่นในการอ่าน 0.61 ต่ำกว่าเกณฑ์ 0.80'
    >>> explain_reason("low-confidence: ๒๕๖๗ (or ๒๕๖๑ 0.20)")
    'อ่านได้ไม่ชัด: ๒๕๖๗ (อาจเป็น ๒๕๖๑ 0.20)'
    >>> explain_reason("something new")
    'something new'
    """
    for pattern, thai in PATTERNS:
        if match := re.fullmatch(pattern, reason, re.DOTALL):
            return match.expand(thai)
    coded = _CODED.fullmatch(reason)
    if coded is None or coded["code"] not in CODES:
        return reason
    seen = _CANDIDATES.sub(r" (อาจเป็น \1)", coded["seen"] or "")
    return CODES[coded["code"]] + (f": {seen}" if seen else "")


def explain_reasons(reasons: Iterable[str]) -> str:
    """Reasons in Thai, one a line, without repeats."""
    return "\n".join(dict.fromkeys(explain_reason(reason) for reason in reasons))


def explain_code(code: str) -> str:
    """An issue's or finding's code in Thai; the code itself when no wording is known.

    >>> explain_code("row-rejoined"), explain_code("quite-new")
    ('แถวถูกตัดข้ามหน้า โปรแกรมต่อกลับเป็นแถวเดียว', 'quite-new')
    """
    return CODES.get(code, code)
