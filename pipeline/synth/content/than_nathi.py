"""ทม.ธารนที: plan of 2567 born digital, report of 2568 half born digital and half scanned. Grades in words."""

from __future__ import annotations

from datetime import date

from pipeline.synth.content.dates import between, in_fiscal_year, in_quarter, on_day
from pipeline.synth.spec import (
    Column,
    Document,
    MeasureTable,
    Memo,
    Pair,
    Pairing,
    Paragraph,
    PlainTable,
    Row,
    Scan,
    Signature,
    Style,
)

_AGENCY = "เทศบาลเมืองธารนที"
_ALL_YEAR = between("ตุลาคม ๒๕๖๖ – กันยายน ๒๕๖๗", date(2023, 10, 1), date(2024, 9, 30), None)

_PLAN_ROWS = (
    Row("การปฏิบัติหน้าที่", "๑) จัดทำผังขั้นตอนการให้บริการ\n๒) กำหนดระยะเวลาแล้วเสร็จของแต่ละงาน\n๓) ติดป้ายชื่อเจ้าหน้าที่ประจำจุดบริการ",
        "ทุกกอง", due=_ALL_YEAR),
    Row("การใช้งบประมาณ", "แจ้งสถานะการเบิกจ่ายในการประชุมหัวหน้าส่วนราชการทุกเดือน", "กองคลัง", due=_ALL_YEAR),
    Row("การใช้อำนาจ", "ใช้แบบประเมินผลการปฏิบัติงานที่ผู้ถูกประเมินได้รับทราบตัวชี้วัดล่วงหน้า", "กองการเจ้าหน้าที่",
        due=in_quarter("ไตรมาสที่ ๓", 2567, 3)),
    Row("การใช้ทรัพย์สินของราชการ", "จัดทำแนวทางการขอยืมวัสดุครุภัณฑ์สำหรับบุคคลภายนอก และเผยแพร่ตัวอย่างแบบฟอร์ม",
        "กองคลัง/ กองช่าง", due=on_day("๓๑ พฤษภาคม ๒๕๖๗", 2567, 5, 31)),
    Row("การปรับปรุงระบบการทำงาน", "ให้บริการชำระภาษีผ่านคิวอาร์โค้ด และออกใบเสร็จอิเล็กทรอนิกส์", "กองคลัง",
        due=in_fiscal_year("ปีงบประมาณ ๒๕๖๗", 2567)),
    Row("การเปิดเผยข้อมูล", "ตรวจทานข้อมูลบนเว็บไซต์ทุกหมวดเดือนละครั้ง โดยมีผู้รับผิดชอบรายหมวด", "สำนักปลัดเทศบาล",
        due=_ALL_YEAR),
)  # fmt: skip
_REPORT_ROWS = (
    Row("การปฏิบัติหน้าที่", _PLAN_ROWS[0].procedure, "ทุกกอง", status="done"),
    Row("การใช้งบประมาณ", _PLAN_ROWS[1].procedure, "กองคลัง", status="done"),
    Row("การใช้อำนาจ", "อบรมผู้บังคับบัญชาเรื่องการให้ข้อมูลป้อนกลับแก่ผู้ถูกประเมิน", "กองการเจ้าหน้าที่", status="in_progress"),
    Row("การใช้ทรัพย์สินของราชการ", _PLAN_ROWS[3].procedure, "กองคลัง/ กองช่าง", status="cancelled"),
    Row("การปรับปรุงระบบการทำงาน", _PLAN_ROWS[4].procedure, "กองคลัง/ กองยุทธศาสตร์และงบประมาณ", status="done"),
    Row("การเปิดเผยข้อมูล", _PLAN_ROWS[5].procedure, "สำนักปลัดเทศบาล", status="not_started"),
)  # fmt: skip

_SIGNED = (
    Signature("นายอดิศร ทองแท้", "นักวิเคราะห์นโยบายและแผนชำนาญการ"),
    Signature("นางสาวพรทิพย์ นาคำ", "ผู้อำนวยการกองยุทธศาสตร์และงบประมาณ"),
)
_SCORES = PlainTable(
    rows=(
        ("ตัวชี้วัด", "เครื่องมือ", "คะแนน", "ผลการประเมิน"),
        ("การปฏิบัติหน้าที่", "IIT", "๙๔.๒๖", "ผ่าน"),
        ("คุณภาพการดำเนินงาน", "EIT", "๘๘.๔๐", "ผ่าน"),
        ("การเปิดเผยข้อมูล", "OIT", "๑๐๐.๐๐", "ผ่านดีเยี่ยม"),
        ("ภาพรวม", "", "[[ita.0|๙๒.๗๘]]", "[[ita.0|ผ่านดี]]"),
    ),
    widths=(40, 18, 18, 24),
    title="ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
)
_PLAN_MEMO = Memo(
    kind="plan",
    agency=_AGENCY,
    department="กองยุทธศาสตร์และงบประมาณ",
    office=f"[[department|กองยุทธศาสตร์และงบประมาณ]] [[agency|{_AGENCY}]] (โทร. ๐ ๔๒๐๐ ๐๗๘๙)",
    number="วผ ๕๒๐๐๗.๓/ว ๑๕",
    number_printed="[[number|วผ ๕๒๐๐๗.๓/ว ๑๕]]",
    date=on_day("๑๒ มกราคม ๒๕๖๗", 2567, 1, 12),
    subject="แนวทางพัฒนาผลการประเมิน ITA และมาตรการประจำปีงบประมาณ พ.ศ. ๒๕๖๗",
    recipient="หัวหน้าส่วนราชการทุกกอง",
    fiscal_year=2567,
    ita=((2566, 92.78, "ผ่านดี"),),
    blocks=(
        Paragraph(f"ตามที่{_AGENCY}ได้รับทราบผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ แล้ว สรุปได้ดังนี้"),
        _SCORES,
        Paragraph("เพื่อให้ผลการประเมินในปีต่อไปดีขึ้น จึงกำหนดแนวทางตามตัวชี้วัดที่ต้องพัฒนา ดังนี้"),
        MeasureTable(
            role="plan",
            columns=(
                Column("measure", "ประเด็น", 22),
                Column("procedure", "ขั้นตอนหรือวิธีการปฏิบัติ", 40),
                Column("responsible", "หน่วยงานที่รับผิดชอบ", 18),
                Column("due", "ระยะเวลา", 20, align="center"),
            ),
            rows=_PLAN_ROWS,
        ),
        Paragraph("จึงแจ้งมาเพื่อทราบและถือปฏิบัติ"),
    ),
    signatures=tuple(Signature(one.name, one.position, drawn=False) for one in _SIGNED),
    salutation="เรียน",
    style=Style(font="Sarabun", leaders="dots"),
)
_PLAN = Document(
    name="than-nathi-2567-plan",
    memos=(_PLAN_MEMO,),
    scan=Scan(dpi=200, born_digital=(1, 2, 3)),
    purpose="A plan that was never printed: its text can be taken from the file",
    odd="Born digital with a text layer; measures named by indicator; numbered steps inside a cell; a "
    "circular's number; grades in words that depend on the instrument",
)
_REPORT_MEMO = Memo(
    kind="report",
    agency=_AGENCY,
    department="กองยุทธศาสตร์และงบประมาณ",
    office=f"[[department|กองยุทธศาสตร์และงบประมาณ]] [[agency|{_AGENCY}]]",
    number="วผ ๕๒๐๐๗.๓/๒๒๑",
    number_printed="[[number|วผ ๕๒๐๐๗.๓/๒๒๑]]",
    date=on_day("๙ พ.ค. ๖๘", 2568, 5, 9),
    subject="รายงานผลตามแนวทางพัฒนาผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",
    recipient="ปลัดเทศบาลเมืองธารนที",
    fiscal_year=2568,
    ita=((2567, 95.31, "ผ่านดีเยี่ยม"),),
    blocks=(
        Paragraph(
            "ตามที่ได้กำหนดแนวทางพัฒนาผลการประเมิน ITA ไว้แล้ว และผลการประเมินประจำปีงบประมาณ พ.ศ. ๒๕๖๗ "
            "[[ita.0|ได้ ๙๕.๓๑ คะแนน ผลการประเมิน ผ่านดีเยี่ยม]] นั้น กองยุทธศาสตร์และงบประมาณได้ติดตามการดำเนินงานจากทุกกอง"
            "เป็นที่เรียบร้อย โดยผลการดำเนินการของแต่ละประเด็นปรากฏตามตารางในหน้าถัดไป"
        ),
        Paragraph("จึงเรียนมาเพื่อโปรดทราบ"),
        Paragraph("ผลการดำเนินการตามแนวทางพัฒนาผลการประเมิน ITA", "title", page_break=True),
        MeasureTable(
            role="report",
            columns=(
                Column("measure", "ประเด็น", 18),
                Column("procedure", "ขั้นตอนหรือวิธีการปฏิบัติ", 32),
                Column("responsible", "หน่วยงานที่รับผิดชอบ", 16),
                Column("status:not_started", "ยังไม่ได้ดำเนินการ", 8, "ผลการดำเนินการ", "center"),
                Column("status:in_progress", "อยู่ระหว่างดำเนินงาน", 9, "ผลการดำเนินการ", "center"),
                Column("status:done", "ดำเนินการแล้ว", 9, "ผลการดำเนินการ", "center"),
                Column("status:cancelled", "ยกเลิก", 8, "ผลการดำเนินการ", "center"),
            ),
            rows=_REPORT_ROWS,
            mark="●",
            no_mark="",
        ),
    ),
    signatures=_SIGNED,
    style=Style(font="Sarabun", leaders="dots", table_size=14),
)
_REPORT = Document(
    name="than-nathi-2568-report",
    memos=(_REPORT_MEMO,),
    scan=Scan(dpi=200, skew=0.55, quality=45, noise=3, born_digital=(1,), gaps=20, shadow=0.3),
    purpose="The report on that plan: the letter from a word processor, the table from a scanner",
    odd="Page 1 has a text layer, page 2 is a scan; four status columns with one for cancelled, marked by filled "
    "circles",
)

DOCUMENTS = (_PLAN, _REPORT)
PAIRS = (
    Pair(
        name="than-nathi-2568",
        plan=_PLAN,
        report=_REPORT,
        agency=_AGENCY,
        plan_year=2567,
        report_year=2568,
        rows=(
            Pairing((1,), (1,), "done"),
            Pairing((2,), (2,), "done"),
            Pairing((3,), (3,), "in_progress", ("procedure",)),
            Pairing((4,), (4,), "cancelled"),
            Pairing((5,), (5,), "done", ("responsible",)),
            Pairing((6,), (6,), "not_started"),
        ),
    ),
)
