"""The program's reasons and issue codes in Thai: data, with the original wording as the fallback."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Issue and finding codes, and the codes in front of a reason ("code: what was seen").
CODES = {
    # files and pages
    "file-empty": "ไฟล์ว่าง",
    "file-missing": "ไม่พบไฟล์",
    "image-damaged": "ภาพเสียหาย",
    "image-reduced": "ย่อภาพที่ใหญ่เกินก่อนอ่าน",
    "image-too-large": "ภาพใหญ่เกินกว่าจะอ่านได้",
    "internal-error": "โปรแกรมขัดข้อง",
    "not-a-document": "ไม่ใช่ไฟล์เอกสาร",
    "page-crashed": "โปรแกรมหยุดทำงานขณะอ่านหน้านี้",
    "page-timeout": "อ่านหน้านี้นานเกินกำหนด",
    "page-unreadable": "อ่านหน้านี้ไม่ได้",
    "pdf-damaged": "ไฟล์ PDF เสียหาย",
    "pdf-encrypted": "ไฟล์ PDF ใส่รหัสผ่าน",
    "pdf-no-pages": "ไฟล์ PDF ไม่มีหน้า",
    "unsupported-type": "ชนิดไฟล์ที่อ่านไม่ได้",
    # reading
    "digit-from-tesseract": "ตัวเลขที่อ่านด้วย Tesseract ต้องเทียบกับภาพ",
    "low-confidence": "อ่านได้ไม่ชัด",
    "mixed-digits": "เลขไทยและเลขอารบิกปนกันในจำนวนเดียว",
    "stray-sign": "เครื่องหมายแปลกปลอม อาจเป็นรอยเปื้อนหรือเส้นตาราง",
    "thai-digit-from-tesseract": "เลขไทยที่อ่านด้วย Tesseract ซึ่งไม่รู้จักเลข ๔ ๖ ๗ ๘ ๙ ต้องเทียบกับภาพ",
    "word-maybe-misread": "คำนี้อาจอ่านผิด ต้องเทียบกับภาพ",
    "word-unknown": "ไม่พบคำนี้ในพจนานุกรม อาจอ่านผิด",
    # tables
    "blank-row": "แถวว่างในตาราง ไม่ได้นำมา",
    "box-not-table": "กรอบช่องเดียว ถือว่าไม่ใช่ตาราง",
    "cell-over-columns": "ข้อความคร่อมหลายช่อง ให้เป็นของทุกช่องที่คร่อม",
    "column-repeated": "มีหลายช่องที่มีหัวความหมายเดียวกัน",
    "empty-row": "แถวที่ไม่มีข้อความที่อ่านออก (เก็บไว้)",
    "heading-unclear": "หัวตารางตีความได้มากกว่าหนึ่งอย่าง",
    "heading-unknown": "ไม่รู้จักหัวตาราง เก็บช่องไว้ตามหัวเดิม",
    "heading-unread": "อ่านหัวตารางไม่ออก",
    "loose-table": "มีตารางในหน้าที่ไม่เป็นของบันทึกใด",
    "merged-cell-continued": "เซลล์ผสานต่อเนื่องข้ามหน้า",
    "row-maybe-cut": "แถวแรกของหน้าอาจเป็นส่วนต่อของแถวก่อน",
    "row-number-gap": "เลขลำดับไม่ต่อเนื่อง อาจอ่านผิดหรือแถวหาย",
    "row-number-repeated": "เลขลำดับซ้ำ",
    "row-numbers-unsure": "เลขลำดับอ่านได้ไม่แน่ชัด",
    "row-rejoined": "แถวถูกตัดข้ามหน้า โปรแกรมต่อกลับเป็นแถวเดียว",
    "rows-lost": "ข้อความในกรอบตารางที่ไม่เป็นของแถวใด อาจมีแถวหาย",
    "rule-missed": "ไม่พบเส้นตารางระหว่างแถว แบ่งตามตำแหน่งข้อความ",
    "section-row": "แถวหัวข้อของกลุ่ม ไม่ใช่มาตรการ",
    "table-without-header": "ไม่พบหัวตาราง",
    "text-outside-cells": "ข้อความในตารางที่ไม่อยู่ในช่องใด",
    "unruled-table": "ดูเหมือนตารางที่ไม่มีเส้น ไม่ได้นำแถวมา",
    "unused-table": "ตารางที่ไม่ได้ใช้",
    # memos
    "agency-from-text": "ชื่อหน่วยงานนำมาจากเนื้อความ",
    "date-unparsable": "อ่านเป็นวันที่ไม่ได้",
    "fiscal-year-doubted": "ปีงบประมาณไม่แน่ชัด",
    "grade-contradicts-score": "ระดับผลการประเมินขัดแย้งกับคะแนน",
    "label-not-found": "ไม่พบป้ายกำกับในหัวบันทึก",
    "no-agency": "ไม่พบชื่อหน่วยงาน",
    "no-fiscal-year": "ไม่พบปีงบประมาณ",
    "no-measure-column": "ไม่พบช่องมาตรการในตาราง",
    "no-memo-head": "ไม่พบหัวบันทึกข้อความ",
    "no-plan": "ไม่พบตารางมาตรการตามแผน",
    "no-report": "ไม่พบตารางรายงานผล",
    "no-table": "ไม่พบตาราง",
    "score-conflict": "คะแนน ITA ในเอกสารไม่ตรงกัน",
    "score-out-of-range": "คะแนน ITA อยู่นอกช่วง ๐–๑๐๐",
    "status-ambiguous": "มีเครื่องหมายมากกว่าหนึ่งช่องสถานะ",
    "status-column-unclear": "หัวช่องสถานะไม่ชัด ไม่ได้ใช้เครื่องหมายในช่องนั้น",
    "status-missing": "ไม่มีเครื่องหมายในช่องสถานะใดเลย",
    "year-contradiction": "ปีขัดแย้งกับปีอื่นในเอกสาร",
    # comparison
    "decision-outdated": "การตัดสินใจเดิมใช้กับผลครั้งนี้ไม่ได้",
    "agency-uncertain": "ชื่อหน่วยงานต่างกันเล็กน้อย อาจอ่านผิดหรือเป็นหน่วยงานใกล้เคียง",
    "agency-unknown": "ไม่ทราบชื่อหน่วยงานของเอกสารหนึ่ง",
    "different-agency": "เอกสารเป็นของคนละหน่วยงาน",
    "little-in-common": "แผนและรายงานมีมาตรการตรงกันน้อย รายงานอาจเป็นของแผนอื่น",
    "low-match": "คู่ที่ข้อความตรงกันเพียงบางส่วน",
    "measure-repeated": "มาตรการซ้ำในเอกสารเดียวกัน",
    "memo-left-out": "มีบันทึกในไฟล์ที่ไม่ได้นำมาเปรียบเทียบ",
    "no-plan-rows": "ไม่พบแถวของแผน",
    "no-report-rows": "ไม่พบแถวของรายงาน",
    "plan-not-legible": "อ่านแผนได้ไม่ครบทุกหน้า อาจมีแถวหาย",
    "report-not-legible": "อ่านรายงานได้ไม่ครบทุกหน้า อาจมีแถวหาย",
    "row-count-differs": "จำนวนแถวในแผนและรายงานไม่เท่ากัน",
    "runner-up-close": "มีคู่อื่นที่ใกล้เคียงพอกัน",
    "alike-in-part": "ข้อความตรงกันบางส่วน",
    "maybe-same": "มีแถวอื่นที่คล้ายอยู่บ้าง",
    "measure-not-legible": "ช่องมาตรการอ่านไม่ออก",
    "other-candidate": "มีคู่อื่นที่ใกล้เคียงพอกัน",
    "pages-not-read": "อ่านเอกสารได้ไม่ครบทุกหน้า",
    "several-rows": "มาตรการเดียวดูเหมือนแยกเป็นหลายแถว",
    "statuses-differ": "แถวที่รวมกันมีสถานะต่างกัน",
    "several-plans": "มีแผนหลายฉบับที่อาจใช่",
    "status-unknown": "รายงานไม่ระบุสถานะให้ชัดเจน",
    "year-uncertain": "ปีงบประมาณไม่แน่ชัด",
    "years-not-consecutive": "ปีของแผนและรายงานไม่ต่อเนื่องกัน",
    "due-differs-doubtfully": "กำหนดเวลาต่างกัน แต่อ่านได้ไม่แน่ชัด",
    "due-not-comparable": "เทียบกำหนดเวลาไม่ได้ เพราะอ่านเป็นวันที่ไม่ได้",
    "due-year-implausible": "ปีของกำหนดเวลาเป็นไปไม่ได้",
    "due-year-mismatch": "ปีของกำหนดเวลาไม่ตรงกัน",
    "due-year-outside-plan": "กำหนดเวลาอยู่นอกปีของแผน",
    "duplicate-row-number": "เลขลำดับซ้ำกัน",
    "measure-differs-slightly": "มาตรการต่างกันเล็กน้อย อาจอ่านผิดหรือแก้คำ",
    "procedure-differs-slightly": "ขั้นตอนต่างกันเล็กน้อย อาจอ่านผิดหรือแก้คำ",
    "responsible-differs-slightly": "ผู้รับผิดชอบต่างกันเล็กน้อย อาจอ่านผิดหรือเป็นคนละหน่วย",
}

# A reason without code (regular expression, matched in full) → the same in Thai. First match wins.
PATTERNS = (
    (r"read with confidence ([\d.]+), below ([\d.]+)", r"ความเชื่อมั่นในการอ่าน \1 ต่ำกว่าเกณฑ์ \2"),
    (r"there is something here that could not be read", "มีข้อความอยู่ที่นี่แต่อ่านไม่ออก"),
    (r"this does not read like a person's name", "ไม่เหมือนชื่อบุคคล"),
    (r"only a part of “(.*)” was understood as a date", r"เข้าใจเป็นวันที่ได้เพียงบางส่วนของ “\1”"),
    (r"“(.*)” is not a score between 0 and 100", r"“\1” ไม่ใช่คะแนนระหว่าง ๐ ถึง ๑๐๐"),
    (r"no fiscal year stands with this score", "ไม่มีปีงบประมาณกำกับคะแนนนี้"),
    (r"no status column is marked", "ไม่มีเครื่องหมายในช่องสถานะใดเลย"),
    (r"it is not clear which status column is marked", "ไม่ชัดว่าเครื่องหมายอยู่ในช่องสถานะใด"),
    (r"“(.*)” names no single status", r"“\1” ไม่ระบุสถานะเดียวที่ชัดเจน"),
    (r"no status is given", "ไม่ได้ระบุสถานะ"),
    (r"beside the mark, another status column says “(.*)”", r"นอกจากเครื่องหมายแล้ว ช่องสถานะอื่นมีข้อความ “\1”"),
    (
        r"no mark was read; the only filled status column says “(.*)”",
        r"อ่านเครื่องหมายไม่ได้ ช่องสถานะช่องเดียวที่มีข้อความคือ “\1”",
    ),
    (r"the mark was read as “(.*)”", r"อ่านเครื่องหมายได้เป็น “\1”"),
    (r"the mark is known by its ink only", "รู้ว่ามีเครื่องหมายจากรอยหมึกเท่านั้น"),
    (r"the measure of this row is blank", "ช่องมาตรการของแถวนี้ว่าง"),
    (r"marked for review", "ต้องตรวจ"),
    (r"and (\d+) more", r"และอีก \1 ข้อ (ดูแผ่นต้องตรวจ)"),
    (r"analyst-comment: (.*)", r"ผู้ตรวจ: \1"),
    (
        r"several-rows: one measure seems to stand in (\d+) (?:report|plan) rows, together alike by ([\d.]+)",
        r"มาตรการเดียวดูเหมือนแยกเป็น \1 แถว ข้อความรวมกันคล้ายกัน \2",
    ),
    (
        r"alike-in-part: paired on texts alike by ([\d.]+) and the row number",
        r"ข้อความตรงกันบางส่วน (ความคล้าย \1) จับคู่จากข้อความและเลขลำดับ",
    ),
    (
        r"alike-in-part: paired on texts alike by ([\d.]+)(.*)",
        r"ข้อความตรงกันบางส่วน (ความคล้าย \1) จับคู่จากส่วนที่ตรงกัน\2",
    ),
    (
        r"other-candidate: (.*) fits as well, alike by ([\d.]+) against ([\d.]+)",
        r"อาจเป็น \1 ก็ได้ (ความคล้าย \2 เทียบกับ \3)",
    ),
    (r"measure-not-legible: nothing to look for", "ช่องมาตรการว่างหรืออ่านไม่ออก จึงหาคู่ไม่ได้"),
    (
        r"pages-not-read: it may stand on a page of the report that could not be read",
        "อ่านรายงานได้ไม่ครบทุกหน้า อาจอยู่ในหน้าที่อ่านไม่ได้",
    ),
    (
        r"pages-not-read: it may stand on a page of the plan that could not be read",
        "อ่านแผนได้ไม่ครบทุกหน้า อาจอยู่ในหน้าที่อ่านไม่ได้",
    ),
    (
        r"maybe-same: (.*) is somewhat alike, by ([\d.]+)",
        r"\1 มีข้อความคล้ายอยู่บ้าง (ความคล้าย \2)",
    ),
    (r"status-unknown: the report does not say clearly what became of it", "รายงานไม่ระบุผลให้ชัดเจน"),
    (
        r"statuses-differ: (.*); the least advanced was taken",
        r"แถวที่รวมกันมีสถานะต่างกัน (\1) ใช้สถานะที่คืบหน้าน้อยที่สุด",
    ),
)

# Words of the program inside a sentence that was put into Thai.
WORDS = (
    (r"\bplan rows? ", "แผนลำดับ "),
    (r"\breport rows? ", "รายงานลำดับ "),
    (r"\bnot_started in\b", "ยังไม่ดำเนินการ ใน"),
    (r"\bin_progress in\b", "อยู่ระหว่างดำเนินการ ใน"),
    (r"\bdone in\b", "ดำเนินการแล้วเสร็จ ใน"),
    (r"\bcancelled in\b", "ยกเลิก ใน"),
    (r"\bunknown in\b", "ไม่ทราบสถานะ ใน"),
)

VALUES = {
    "measure": "มาตรการ",
    "procedure": "ขั้นตอนหรือวิธีการปฏิบัติ",
    "responsible": "ผู้รับผิดชอบ",
    "due": "กำหนดเวลา",
    "monitoring": "การกำกับติดตาม",
    "note": "หมายเหตุในรายงาน",
    "date": "วันที่ในตาราง",
    "status": "สถานะการดำเนินงาน",
}

_OF_VALUE = re.compile(r"(plan|report) row (\d+), ([\w-]+): (.*)", re.DOTALL)
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
    for pattern, thai in PATTERNS:
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
