"""The seed memo's tables, redrawn: a plan of 5 + 6 + 1 rows, a report of 3 + 7 + 2 rows."""

from __future__ import annotations

from pipeline.page import PageReading

from .drawing import draw_page, table

PLAN_HEAD = ("มาตรการ", "ขั้นตอนหรือวิธีการปฏิบัติ", "ผู้รับผิดชอบ", "การกำกับการ\nติดตาม")
REPORT_HEAD = (
    ("มาตรการ", "ขั้นตอนหรือวิธีการปฏิบัติ", "สถานะการดำเนินงาน", "<", "<"),
    ("^", "^", "ยังไม่\nดำเนินการ", "อยู่ระหว่าง\nดำเนินการ", "ดำเนินการ\nเสร็จเรียบร้อย\nแล้ว"),
)
MEASURES = (
    "มีแนวทางปฏิบัติเกี่ยวกับการใช้\nทรัพย์สินของราชการที่ถูกต้อง",
    "ให้ความรู้เกี่ยวกับการป้องกันผลประโยชน์ทับซ้อน",
    "ให้ความรู้เรื่องการประเมินคุณธรรม (ITA)",
    "การจัดทำประกาศข้อปฏิบัติ",
    "การปรับปรุงระบบการทำงาน",
    "ช่องทางแจ้งร้องเรียนการทุจริต",
    "การตรวจสอบและการต่ออายุเว็บไซต์",
    "หลักเกณฑ์การบริการและพัฒนาทรัพยากรบุคคล",
    "E-Service",
    "การดำเนินงาน",
    "การใช้อำนาจ",
    "การเผยแพร่ข้อมูลข่าวสาร",
)
DONE = "/ (ตรวจสอบข้อมูลได้ที่\nเว็บไซต์ของหน่วยงาน)"


def plan_page(number: int, first: int, end: int, monitoring: str, *around: str) -> PageReading:
    """A page with the plan rows first … end - 1 and one monitoring note beside all of them."""
    rows = [
        (measure, f"จัดทำ{measure}", "สำนักปลัด", monitoring if at == 0 else "^")
        for at, measure in enumerate(MEASURES[first:end])
    ]
    return draw_page(number, *around, table(PLAN_HEAD, *rows, widths=(3, 5, 2, 2)))


def report_page(number: int, first: int, end: int, *around: str) -> PageReading:
    """A page with the report rows first … end - 1, all done."""
    rows = [(measure, f"จัดทำ{measure}", "-", "-", DONE) for measure in MEASURES[first:end]]
    return draw_page(number, *around, table(*REPORT_HEAD, *rows, widths=(3, 3, 1, 1, 2)))


def seed_pages() -> tuple[PageReading, ...]:
    """All six pages."""
    return (
        plan_page(1, 0, 5, "รายงาน\nความก้าวหน้าและ\nสรุปผล ณ\n๔ มกราคม ๒๕๖๕", "บันทึกข้อความ", "ดังนี้"),
        plan_page(2, 5, 11, "รายงานความก้าวหน้าและ\nสรุปผล ณ ๔ มกราคม ๒๕๖๔", "-๒-"),
        plan_page(3, 11, 12, "รายงานความก้าวหน้า", "-๓-"),
        report_page(4, 0, 3, "ผลดำเนินการตามมาตรการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"),
        report_page(5, 3, 10, "-๕-"),
        report_page(6, 10, 12, "-๖-"),
    )
