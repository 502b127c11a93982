"""ทต.ทุ่งดอกคูน: plan of 2566, report of 2567. Arabic digits, a landscape plan, status in words, a typing error."""

from __future__ import annotations

from datetime import date

from pipeline.synth.content.dates import between, in_fiscal_year, in_month, in_quarter, on_day
from pipeline.synth.spec import (
    Column,
    Document,
    MeasureTable,
    Memo,
    Pair,
    Pairing,
    Paragraph,
    Row,
    Scan,
    Signature,
    Stamp,
    Style,
    When,
)

_AGENCY = "เทศบาลตำบลทุ่งดอกคูน"


def _other(indicator: str, goal: str, budget: str) -> dict[str, str]:
    return {"ตัวชี้วัด": indicator, "เป้าหมาย": goal, "งบประมาณ (บาท)": budget}


_PLAN_ROWS = (
    Row(
        number="1",
        measure="พัฒนาระบบจองคิวรับบริการงานทะเบียนผ่านโทรศัพท์มือถือ",
        procedure="ว่าจ้างจัดทำระบบ ทดสอบกับผู้ใช้จริง 30 คน และประชาสัมพันธ์ผ่านหอกระจายข่าว",
        responsible="สำนักปลัดเทศบาล",
        due=between("1 ตุลาคม 2565 ถึง 31มีนาคม 2566", date(2022, 10, 1), date(2023, 3, 31), None),
        others=_other("ระบบเปิดใช้งาน", "1 ระบบ", "45,000"),
    ),
    Row(
        number="2",
        measure="ให้ความรู้เรื่องการใช้ทรัพย์สินของราชการ",
        procedure="จัดทำอินโฟกราฟิกขั้นตอนการขอยืม และชี้แจงในการประชุมประจำเดือน",
        responsible="กองคลัง",
        due=in_month("ภายในเดือนธันวาคม 2565", 2565, 12),
        others=_other("จำนวนครั้งที่ชี้แจง", "ไม่น้อยกว่า 2 ครั้ง", "-"),
    ),
    Row(
        number="3",
        measure="ลดขั้นตอนการออกใบอนุญาตก่อสร้าง",
        procedure="ยกเลิกการเรียกสำเนาเอกสารที่หน่วยงานออกให้เอง และตรวจแบบแปลนพร้อมกันในวันเดียว",
        responsible="กองช่าง",
        due=in_quarter("ไตรมาสที่ 2", 2566, 2),
        others=_other("ระยะเวลาเฉลี่ย", "ไม่เกิน 15 วัน", "-"),
    ),
    Row(
        number="4",
        measure="เปิดเผยข้อมูลการบริหารงบประมาณรายไตรมาส",
        procedure="สรุปรายรับรายจ่ายเป็นแผนภูมิที่เข้าใจง่าย แล้วนำขึ้นเว็บไซต์ภายในวันที่ 15 ของเดือนถัดไป",
        responsible="กองคลัง/ กองยุทธศาสตร์และงบประมาณ",
        due=When("ปีงบประมาณ พ.ศ. 25678", None, None, None, None),
        others=_other("จำนวนครั้งที่เผยแพร่", "4 ครั้ง", "-"),
    ),
    Row(
        number="5",
        measure="เสริมสร้างวัฒนธรรมไม่รับสินบน",
        procedure="จัดกิจกรรมวันต่อต้านคอร์รัปชันในเขตเทศบาล และมอบเกียรติบัตรบุคลากรต้นแบบ",
        responsible="สำนักปลัดเทศบาล",
        due=on_day("9 ธ.ค. 65", 2565, 12, 9),
        others=_other("ผู้เข้าร่วม", "120 คน", "28,500"),
    ),
    Row(
        number="6",
        measure="ตรวจสอบการใช้รถราชการและน้ำมันเชื้อเพลิง",
        procedure="ติดตั้งสมุดคุมประจำรถทุกคัน และสุ่มตรวจเลขไมล์เดือนละครั้ง",
        responsible="หน่วยตรวจสอบภายใน",
        due=in_fiscal_year("ปีงบประมาณ พ.ศ. 2566", 2566),
        others=_other("รถที่สุ่มตรวจ", "ร้อยละ 100", "-"),
    ),
    Row(
        number="7",
        measure="รับฟังความคิดเห็นของชุมชนก่อนจัดทำข้อบัญญัติงบประมาณ",
        procedure="จัดเวทีประชาคมครบทั้ง 11 ชุมชน และเผยแพร่สรุปข้อเสนอ",
        responsible="กองยุทธศาสตร์และงบประมาณ",
        due=between("1 มีนาคม 30 กันยายน 2566", date(2023, 3, 1), date(2023, 9, 30), 2566),
        others=_other("จำนวนเวที", "11 เวที", "66,000"),
    ),
    Row(
        number="8",
        measure="ปรับปรุงเว็บไซต์ให้คนพิการเข้าถึงได้",
        procedure="เพิ่มตัวอักษรขนาดใหญ่ คำบรรยายภาพ และตรวจด้วยโปรแกรมทดสอบมาตรฐาน",
        responsible="สำนักปลัดเทศบาล/ กองสาธารณสุขและสิ่งแวดล้อม",
        due=on_day("30 กันยายน 2566", 2566, 9, 30),
        others=_other("ผลการทดสอบ", "ระดับ AA", "12,000"),
    ),
)

_REPORT_ROWS = (
    Row(_PLAN_ROWS[0].measure, _PLAN_ROWS[0].procedure, "สำนักปลัดเทศบาล", number="1", due=_PLAN_ROWS[0].due,
        status="done", status_text="ดำเนินการแล้วเสร็จ", date=on_day("24 มี.ค. 2566", 2566, 3, 24),
        note="มีผู้ใช้ 1,284 ราย"),
    Row("อบรมเรื่องการใช้ทรัพย์สินของราชการอย่างถูกต้อง", _PLAN_ROWS[1].procedure, "กองคลัง", number="2",
        due=_PLAN_ROWS[1].due, status="done", status_text="เสร็จสิ้น", date=on_day("7 ธ.ค. 2565", 2565, 12, 7)),
    Row(_PLAN_ROWS[2].measure, _PLAN_ROWS[2].procedure, "กองช่าง", number="3", due=in_quarter("ไตรมาสที่ 4/2566", 2566, 4),
        status="in_progress", status_text="อยู่ระหว่างการดำเนินการ", note="เฉลี่ย 19 วัน"),
    Row(_PLAN_ROWS[3].measure, "สรุปรายรับรายจ่ายเป็นตาราง แล้วนำขึ้นเว็บไซต์ภายในวันที่ 15 ของเดือนถัดไป",
        _PLAN_ROWS[3].responsible, number="4", due=in_fiscal_year("ปีงบประมาณ พ.ศ. 2566", 2566), status="done",
        status_text="ดำเนินการเสร็จเรียบร้อยแล้ว", date=on_day("13 ตุลาคม 2566", 2566, 10, 13)),
    Row(_PLAN_ROWS[4].measure, _PLAN_ROWS[4].procedure, "สำนักปลัดเทศบาล", number="5", due=_PLAN_ROWS[4].due,
        status="cancelled", status_text="ยกเลิก", note="เกิดอุทกภัยในพื้นที่"),
    Row(_PLAN_ROWS[6].measure, _PLAN_ROWS[6].procedure, "กองยุทธศาสตร์และงบประมาณ", number="6", due=_PLAN_ROWS[6].due,
        status="in_progress", status_text="ยังดำเนินการไม่แล้วเสร็จ", note="จัดได้ 8 เวที"),
    Row(_PLAN_ROWS[7].measure, _PLAN_ROWS[7].procedure, _PLAN_ROWS[7].responsible, number="7", due=_PLAN_ROWS[7].due,
        status="not_started", status_text="ยังไม่ดำเนินการ", note="ไม่มีผู้เสนอราคา"),
    Row("จัดทำทะเบียนของขวัญและผลประโยชน์อื่นใด", "ให้ทุกกองรายงานของขวัญที่ได้รับภายใน 7 วัน", "สำนักปลัดเทศบาล",
        number="8", due=on_day("31 มกราคม 2567", 2567, 1, 31), status="done", status_text="แล้วเสร็จ",
        date=on_day("15-01-2567", 2567, 1, 15)),
)  # fmt: skip

_STYLE = Style(font="Sarabun", leaders="rule", page_numbers="arabic", table_size=14, header_fill="#dcdcdc")
_PLAN_MEMO = Memo(
    kind="plan",
    agency=_AGENCY,
    department="กองยุทธศาสตร์และงบประมาณ",
    office=f"[[department|กองยุทธศาสตร์และงบประมาณ]] [[agency|{_AGENCY}]]",
    number="วผ 53402/118",
    number_printed="[[number|วผ 53402/118]]",
    date=on_day("28 ตุลาคม 2565", 2565, 10, 28),
    subject="การกำหนดมาตรการยกระดับคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2566",
    recipient="นายกเทศมนตรีตำบลทุ่งดอกคูน",
    fiscal_year=2566,
    ita=((2565, 91.47, "A"),),
    blocks=(
        Paragraph(
            f"ด้วยผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ของ{_AGENCY} "
            "ประจำปีงบประมาณ พ.ศ. 2565 [[ita.0|มีคะแนนรวม 91.47 คะแนน อยู่ในระดับ A]] โดยตัวชี้วัดที่ได้คะแนนน้อยที่สุดคือ "
            "การปรับปรุงระบบการทำงาน และประสิทธิภาพการสื่อสาร"
        ),
        Paragraph(
            "กองยุทธศาสตร์และงบประมาณจึงได้ประชุมร่วมกับทุกกอง และกำหนดมาตรการสำหรับปีงบประมาณ พ.ศ. 2566 "
            "จำนวน 8 มาตรการ รายละเอียดตามตารางในหน้าถัดไป"
        ),
        Paragraph("จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติและสั่งการต่อไป"),
        MeasureTable(
            role="plan",
            landscape=True,
            columns=(
                Column("number", "ลำดับที่", 5, align="center"),
                Column("measure", "โครงการ/กิจกรรม/มาตรการ", 19),
                Column("procedure", "แนวทางปฏิบัติ", 24),
                Column("other:ตัวชี้วัด", "ตัวชี้วัด", 11),
                Column("other:เป้าหมาย", "เป้าหมาย", 9),
                Column("other:งบประมาณ (บาท)", "งบประมาณ (บาท)", 9, align="right"),
                Column("responsible", "หน่วยงานที่รับผิดชอบ", 12),
                Column("due", "ห้วงเวลา", 11, align="center"),
            ),
            rows=_PLAN_ROWS,
            title="มาตรการยกระดับคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2566",
        ),
    ),
    signatures=(
        Signature("นางวันดี แสงทอง", "ผู้อำนวยการกองยุทธศาสตร์และงบประมาณ"),
        Signature("นายมานะ ตั้งมั่น", "รองปลัดเทศบาล รักษาราชการแทน\nปลัดเทศบาลตำบลทุ่งดอกคูน"),
    ),
    stamps=(Stamp("urgent", "ด่วนมาก", 150, 12, turn=-4),),
    style=_STYLE,
)
_PLAN = Document(
    name="thung-dok-khun-2566-plan",
    memos=(_PLAN_MEMO,),
    scan=Scan(dpi=200, skew=0.3, quality=40, noise=2.5, specks=12, gaps=12, turns={2: 90, 3: 90}),
    purpose="A plan in Arabic digits whose table stands on landscape pages",
    odd="Landscape pages lie turned in the file; goals, indicators and budgets beside the measures; the author typed "
    "the year 25678; due dates without spaces and without a connector; a red urgency stamp scanned in gray",
)

_REPORT_MEMO = Memo(
    kind="report",
    agency="ทต.ทุ่งดอกคูน",
    department="กองยุทธศาสตร์และงบประมาณ",
    office="[[department|กองยุทธศาสตร์และงบประมาณ]] [[agency|ทต.ทุ่งดอกคูน]]",
    number="วผ 53402/ 207",
    number_printed="[[number|วผ 53402/ 207]]",
    date=on_day("6 พฤศจิกายน 2567", 2567, 11, 6),
    subject="ผลการดำเนินงานตามมาตรการยกระดับคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2567",
    recipient="นายกเทศมนตรีตำบลทุ่งดอกคูน",
    fiscal_year=2567,
    ita=((2566, 93.05, "ผ่านดี"),),
    blocks=(
        Paragraph(
            "ตามบันทึกข้อความของกองยุทธศาสตร์และงบประมาณ ที่ วผ 53402/118 ลงวันที่ 28 ตุลาคม 2565 ได้กำหนดมาตรการ"
            "ยกระดับคุณธรรมและความโปร่งใสไว้ 8 มาตรการ และผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566 "
            "[[ita.0|ได้คะแนน 93.05 ผลการประเมิน ผ่านดี]] แล้วนั้น"
        ),
        Paragraph("กองยุทธศาสตร์และงบประมาณขอรายงานผลการดำเนินงานของแต่ละมาตรการ ดังนี้"),
        MeasureTable(
            role="report",
            columns=(
                Column("number", "ลำดับที่", 6, align="center"),
                Column("measure", "รายการ", 20),
                Column("procedure", "วิธีดำเนินการ", 22),
                Column("responsible", "ผู้รับผิดชอบ", 13),
                Column("due", "กำหนดเสร็จ", 11),
                Column("status_text", "สถานะ", 12),
                Column("date", "วันที่แล้วเสร็จ", 12),
                Column("note", "ปัญหา/อุปสรรค", 12),
            ),
            rows=_REPORT_ROWS,
        ),
        Paragraph("จึงเรียนมาเพื่อโปรดทราบ และเผยแพร่ต่อสาธารณะต่อไป"),
    ),
    signatures=(
        Signature("นางวันดี แสงทอง", "ผู้อำนวยการกองยุทธศาสตร์และงบประมาณ"),
        Signature("นายวิชัย พร้อมเพียร", "ปลัดเทศบาลตำบลทุ่งดอกคูน"),
    ),
    stamps=(Stamp("seal", "เทศบาล\nตำบล\nทุ่งดอกคูน", 120, 205, page=2, turn=12),),
    style=Style(
        font="Laksaman", leaders="rule", page_numbers="arabic", table_size=13, number_beside_date=True, justify=False
    ),
)
_REPORT = Document(
    name="thung-dok-khun-2567-report",
    memos=(_REPORT_MEMO,),
    scan=Scan(dpi=250, skew=-0.25, codec="ccitt", noise=5, blur=0.8, specks=60, gaps=20, threshold=165),
    purpose="The report on that plan, with the status in words and dates of completion",
    odd="One bit per pixel; the short form of the agency's name; statuses that contain each other "
    "(ยังดำเนินการไม่แล้วเสร็จ); a changed due date and procedure; a measure dropped and one added under other numbers",
)

DOCUMENTS = (_PLAN, _REPORT)
PAIRS = (
    Pair(
        name="thung-dok-khun-2567",
        plan=_PLAN,
        report=_REPORT,
        agency=_AGENCY,
        plan_year=2566,
        report_year=2567,
        rows=(
            Pairing((1,), (1,), "done"),
            Pairing((2,), (2,), "done", ("measure",)),
            Pairing((3,), (3,), "in_progress", ("due",)),
            Pairing((4,), (4,), "done", ("procedure", "due")),
            Pairing((5,), (5,), "cancelled"),
            Pairing((6,), (), "not_reported"),
            Pairing((7,), (6,), "in_progress"),
            Pairing((8,), (7,), "not_started"),
            Pairing((), (8,), "not_planned"),
        ),
        findings=(("due-year-implausible", (4,)),),
    ),
)
