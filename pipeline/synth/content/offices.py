"""The offices of the held-out documents, each with its own ways of printing, ticking and scanning."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.synth.spec import HAND_TICK, Scan, Stamp, StatusName, Style


@dataclass(frozen=True, slots=True)
class Office:
    """An agency with its ways: names, digits, type, headings, marks and column order. `columns` are Row fields."""

    name: str
    agency: str
    department: str
    prefix: str
    year: int
    is_arabic: bool
    style: Style
    plan_columns: tuple[tuple[str, str, float], ...]
    report_columns: tuple[tuple[str, str, float], ...]
    status_group: str
    statuses: tuple[tuple[StatusName, str], ...]
    mark: str
    no_mark: str
    plan_scan: Scan
    report_scan: Scan
    score: float
    grade: str
    count: int
    repeat_header: bool = True
    landscape: bool = False
    stamps: tuple[Stamp, ...] = ()


MEASURE, PROCEDURE, RESPONSIBLE, DUE, NUMBER = "measure", "procedure", "responsible", "due", "number"
OFFICES = (
    Office(
        "pa-sak-ngam", "องค์การบริหารส่วนตำบลป่าสักงาม", "สำนักปลัด", "งก ๗๑๗๐๑/", 2564, False,
        Style(table_size=15, line_height=1.14),
        ((NUMBER, "ลำดับที่", 7), (MEASURE, "มาตรการ/แนวทาง", 25), (PROCEDURE, "ขั้นตอน/วิธีการ", 33),
         (RESPONSIBLE, "หน่วยงานที่รับผิดชอบ", 17), (DUE, "ระยะเวลา", 18)),
        ((NUMBER, "ลำดับที่", 7), (MEASURE, "มาตรการ", 26), (PROCEDURE, "วิธีดำเนินการ", 28),
         (RESPONSIBLE, "ผู้รับผิดชอบ", 14)),
        "ผลการดำเนินการ",
        (("done", "ดำเนินการเสร็จสิ้น"), ("not_started", "ยังไม่ดำเนินการ"), ("in_progress", "อยู่ระหว่างดำเนินการ")),
        "/", "", Scan(dpi=200, skew=0.85, noise=3, specks=25, gaps=50, blur=0.7),
        Scan(dpi=300, codec="ccitt", skew=-0.5, noise=6, specks=60, gaps=50, threshold=155), 88.14, "A", 9, False,
        stamps=(Stamp("receipt", "อบต.ป่าสักงาม\nเลขที่รับ ๓๔๑\nวันที่ ๒๑ ธ.ค.", 146, 8, turn=1.5, size=0.85),),
    ),
    Office(
        "na-khwan-phet", "เทศบาลตำบลนาขวัญเพชร", "กองวิชาการและแผนงาน", "งก 52309/", 2566, True,
        Style(font="Umpush", leaders="rule", page_numbers="arabic", table_size=13, header_fill="#e2e2e2", size=15),
        ((MEASURE, "โครงการ/กิจกรรม/มาตรการ", 26), (DUE, "ห้วงเวลา", 16), (RESPONSIBLE, "ผู้รับผิดชอบ", 18),
         (PROCEDURE, "แนวทางปฏิบัติ", 40)),
        ((MEASURE, "รายการ", 25), (RESPONSIBLE, "ผู้รับผิดชอบ", 15), (PROCEDURE, "แนวทางปฏิบัติ", 27)),
        "สถานะการดำเนินงาน",
        (("not_started", "ยังไม่เริ่มดำเนินการ"), ("in_progress", "กำลังดำเนินการ"), ("done", "แล้วเสร็จ"),
         ("cancelled", "ยกเลิก")),
        HAND_TICK, "-", Scan(dpi=150, skew=-0.3, noise=3, quality=50, blur=0.5, shadow=0.4, bleed=0.05),
        Scan(dpi=200, color=True, skew=0.7, noise=3, fold=True, specks=20), 92.6, "ผ่านดี", 10,
        landscape=True,
    ),
    Office(
        "tha-sai-luang", "สำนักงานสวนสาธารณะจังหวัดท่าทรายหลวง", "ฝ่ายอำนวยการ", "ทล ๐๐๒๗/", 2563, False,
        Style(font="Kinnari", leaders="dots", table_size=13, size=15, rules="1px dashed #000"),
        ((NUMBER, "ข้อ", 6), (MEASURE, "ประเด็น", 25), (PROCEDURE, "ขั้นตอนหรือวิธีการปฏิบัติ", 33), (DUE, "กำหนดเสร็จ", 16),
         (RESPONSIBLE, "ผู้รับผิดชอบ", 20)),
        ((NUMBER, "ข้อ", 6), (PROCEDURE, "ขั้นตอนหรือวิธีการปฏิบัติ", 28), (MEASURE, "ประเด็น", 22), (DUE, "กำหนดเสร็จ", 14)),
        "สถานะ",
        (("done", "ดำเนินการแล้ว"), ("in_progress", "อยู่ระหว่างดำเนินงาน"), ("not_started", "ยังไม่ได้ดำเนินการ")),
        "✓", "-", Scan(dpi=240, skew=0.25, noise=4, bands=3, specks=40, gaps=30),
        Scan(dpi=200, codec="ccitt", dither=True, skew=0.4, noise=4, shading=0.02, paper=252), 73.9, "C", 7,
        stamps=(Stamp("urgent", "ด่วน", 150, 14, turn=5, size=0.9),),
    ),
    Office(
        "khao-kaeo", "องค์การบริหารส่วนจังหวัดเขาแก้ว", "สำนักปลัดองค์การบริหารส่วนจังหวัด", "ขก ๕๑๐๐๑/", 2565, False,
        Style(table_size=14, line_height=1.2, catchwords=True, letter_spacing=0.015),
        ((NUMBER, "ที่", 6), (MEASURE, "เรื่อง", 24), (PROCEDURE, "วิธีการนำผลการวิเคราะห์ไปสู่การปฏิบัติ", 33),
         (RESPONSIBLE, "ผู้รับผิดชอบ/ผู้ที่เกี่ยวข้อง", 19), (DUE, "ระยะเวลาดำเนินการ", 18)),
        ((NUMBER, "ที่", 6), (MEASURE, "เรื่อง", 25), (PROCEDURE, "วิธีดำเนินการ", 29),
         (RESPONSIBLE, "หน่วยงานที่รับผิดชอบ", 15)),
        "สถานะการดำเนินงาน",
        (("in_progress", "อยู่ระหว่างการดำเนินการ"), ("done", "ดำเนินการเสร็จเรียบร้อยแล้ว"), ("not_started", "ยังไม่ได้ดำเนินการ")),
        "●", "", Scan(dpi=200, codec="ccitt", skew=0.6, noise=7, specks=120, gaps=80, threshold=150),
        Scan(dpi=200, skew=-0.95, noise=4, cut_bottom_mm=9, quality=35, bands=2, streaks=2, specks=30),
        96.83, "AA", 11, False,
        stamps=(Stamp("seal", "อบจ.\nเขาแก้ว", 100, 252, turn=-10), Stamp("watermark", "สำเนา", 70, 110, turn=-30)),
    ),
)  # fmt: skip
