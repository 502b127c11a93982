"""Messages of findings and issues, and what analysts read for them in Thai: data only.

As `reason_words.PATTERNS`: a pattern of the whole message, and the Thai that its groups go into.
"""

from __future__ import annotations

_SIDES = (("plan", "แผน"), ("report", "รายงาน"))
_OF_BOTH = (
    (
        r"The plan is for (\d+), the report on (\d+): not the year after\.",
        r"แผนเป็นของปี \1 แต่รายงานเป็นของปี \2 ไม่ใช่ปีถัดไป",
    ),
    (
        r"Not every page of the {side} (.*) could be read; rows may be missing\.",
        r"อ่านบางหน้าของ{thai} \1 ไม่ได้ แถวอาจขาด",
    ),
    (r"No row of a {side} was found in (.*)\.", r"ไม่พบแถวของ{thai}ใน \1"),
    (
        r"The memo of (.*) on pages (\d+)–(\d+) of (.*) is not compared here\.",
        r"บันทึกของ \1 หน้า \2–\3 ใน \4 ไม่ได้นำมาเทียบที่นี่",
    ),
    (r"The plan has (\d+) rows, the report (\d+)\.", r"แผนมี \1 แถว รายงานมี \2 แถว"),
    (r"The {side} uses the row number (.*) (\d+) times\.", r"{thai}ใช้เลขลำดับ \1 ซ้ำ \2 ครั้ง"),
    (
        r"The {side} uses the row number (.*) (\d+) times\. Its digits are doubted, so it may only have been "
        r"misread\.",
        r"{thai}ใช้เลขลำดับ \1 ซ้ำ \2 ครั้ง แต่ตัวเลขอ่านไม่แน่ใจ อาจอ่านผิดเท่านั้น",
    ),
    (r"The same measure stands in (.*)\.", r"มาตรการเดียวกันอยู่ใน \1"),
    (r"(\d+) (?:entry|entries) paired though the texts agree only in part\.", r"จับคู่ \1 รายการทั้งที่ข้อความตรงกันเพียงบางส่วน"),
    (r"(\d+) (?:entry|entries) with another candidate as good\.", r"\1 รายการมีคู่อื่นที่ใกล้เคียงพอกัน"),
    (r"The status of (\d+) measures? is not clear from the report\.", r"รายงานไม่ชัดว่ามาตรการ \1 ข้อมีสถานะใด"),
    (r"Grade (.*) does not belong to the score (.*) of (\d+)\.", r"ระดับ \1 ไม่ตรงกับคะแนน \2 ของปี \3"),
    (
        r"Only (.*) of the measures stand in both documents; the report may answer another plan\.",
        r"มาตรการเพียง \1 อยู่ในทั้งสองฉบับ รายงานอาจตอบแผนอื่น",
    ),
    (r"The same follow-up (.*) is dated in different years: (.*)\.", r"การติดตามเดียวกัน \1 ลงปีต่างกัน: \2"),
    (r"The due date (.*) in the {side} has a year that cannot be\.", r"กำหนดเวลา \1 ใน{thai} มีปีที่เป็นไปไม่ได้"),
    (r"The due date (.*) in the {side} is far from (\d+) and (\d+)\.", r"กำหนดเวลา \1 ใน{thai} ห่างจากปี \2 และ \3"),
)

FINDINGS = tuple(
    {
        pattern.replace("{side}", side): words.replace("{thai}", thai)
        for pattern, words in _OF_BOTH
        for side, thai in _SIDES
    }.items()
)

ISSUES = (
    (
        r"The heading “(.*)” is not in the vocabulary; its column is kept under it\.",
        r"ไม่รู้จักหัวช่อง “\1” จึงเก็บช่องนี้ไว้ตามหัวเดิม",
    ),
    (
        r"A table of (\d+) rows is neither plan nor report \((.*)\); no row was taken\.",
        r"ตาราง \1 แถวไม่ใช่แผนหรือรายงาน (\2) ไม่ได้นำแถวใดมา",
    ),
    (
        r"The label “(.*)” was not found in the head; what stands beside it is not known\.",
        r"ไม่พบป้าย “\1” ในส่วนหัว จึงไม่ทราบค่าที่อยู่ข้างป้าย",
    ),
    (
        r"Rules are missing in this table; its rows or columns follow the alignment of the text, check them\.",
        "ตารางนี้ขาดเส้น จึงแบ่งแถวหรือช่องตามแนวข้อความ โปรดตรวจ",
    ),
    (r"Fiscal year (\d+) comes from a doubted reading: .*", r"ปีงบประมาณ \1 มาจากข้อความที่อ่านไม่แน่ใจ"),
    (
        r"This memo speaks of measures, but no row of them could be taken\.",
        "บันทึกนี้กล่าวถึงมาตรการ แต่นำแถวมาตรการมาไม่ได้",
    ),
    (
        r"Whether this is a plan or a report could not be read, so it was given no fiscal year\.",
        "อ่านไม่ได้ว่าเป็นแผนหรือรายงาน จึงไม่ระบุปีงบประมาณ",
    ),
    (
        r"The row number “(.*)” follows (.*): a number is used twice, or the count begins again\.",
        r"เลขลำดับ “\1” ตามหลัง \2 อาจใช้เลขซ้ำหรือเริ่มนับใหม่",
    ),
    (r"No agency is named\.", "ไม่มีชื่อหน่วยงาน"),
    (r"Column (\d+) has no readable heading\.", r"อ่านหัวช่องที่ \1 ไม่ออก"),
    (
        r"No header was recognised in this table; its columns are kept without a meaning\.",
        "ไม่พบหัวตาราง จึงเก็บช่องไว้โดยไม่ระบุความหมาย",
    ),
    (r"The first row number of the table is “(.*)”\.", r"เลขลำดับแรกของตารางคือ “\1”"),
    (
        r"Ink that is too large for print and too wide for a stamp or a signature was not read; look at it\.",
        "มีรอยหมึกใหญ่เกินตัวพิมพ์และกว้างเกินตราหรือลายเซ็น ไม่ได้อ่าน โปรดดู",
    ),
)
