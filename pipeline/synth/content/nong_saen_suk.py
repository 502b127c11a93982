"""อบต.หนองแสนสุข: plan of 2565, report of 2566. Status columns run from done to not started; rows split and merged."""

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
    PlainTable,
    Row,
    Scan,
    Signature,
    Stamp,
    Style,
)

_AGENCY = "องค์การบริหารส่วนตำบลหนองแสนสุข"
_PLACE = "อำเภอนาคำหอม จังหวัดเวียงผา"
_WHOLE_YEAR = between("ต.ค. ๖๔ – ก.ย. ๖๕", date(2021, 10, 1), date(2022, 9, 30), None)

_PLAN_ROWS = (
    Row(
        number="๑.",
        measure="จัดทำคู่มือการขอรับบริการสำหรับประชาชนทุกงานบริการ",
        procedure="รวบรวมงานบริการของทุกส่วนราชการ กำหนดขั้นตอน เอกสาร และเวลาที่ใช้ แล้วติดประกาศ ณ จุดบริการและบนเว็บไซต์",
        responsible="สำนักปลัด/ กองคลัง/ กองช่าง",
        due=_WHOLE_YEAR,
    ),
    Row(
        number="๒.",
        measure="ประชุมชี้แจงแผนการใช้จ่ายงบประมาณให้บุคลากรทราบ",
        procedure="จัดประชุมบุคลากรทุกไตรมาส แจ้งยอดเบิกจ่ายและยอดคงเหลือของแต่ละโครงการ",
        responsible="กองคลัง",
        due=in_quarter("ไตรมาสที่ ๑", 2565, 1),
    ),
    Row(
        number="๓.",
        measure="กำหนดหลักเกณฑ์การมอบหมายงานที่เป็นธรรม",
        procedure="ออกคำสั่งแบ่งงานเป็นลายลักษณ์อักษร และให้ผู้ปฏิบัติงานลงนามรับทราบ",
        responsible="สำนักปลัด อบต.",
        due=in_month("ภายในเดือนมีนาคม ๒๕๖๕", 2565, 3),
    ),
    Row(
        number="๔.",
        measure="ทำทะเบียนคุมการยืมและคืนทรัพย์สินของทางราชการ",
        procedure="จัดทำแบบฟอร์มการยืม กำหนดผู้อนุมัติ และตรวจนับทรัพย์สินที่ยืมไปทุกสิ้นเดือน",
        responsible="กองคลัง/ กองช่าง",
        due=on_day("๓๐ มิ.ย. ๖๕", 2565, 6, 30),
    ),
    Row(
        number="๕.",
        measure="อบรมจริยธรรมแก่สมาชิกสภาและพนักงานส่วนตำบล",
        procedure="เชิญวิทยากรจากภายนอกบรรยาย หนึ่งวัน พร้อมทำแบบทดสอบก่อนและหลัง",
        responsible="สำนักปลัด",
        due=in_fiscal_year("ปีงบประมาณ พ.ศ. ๒๕๖๕", 2565),
    ),
    Row(
        number="๖.",
        measure="เพิ่มช่องทางติดต่อสอบถามและช่องทางร้องเรียนการทุจริต",
        procedure="เปิดกระดานถามตอบบนเว็บไซต์ และติดตั้งตู้รับเรื่องร้องเรียนที่ทำการและตลาดสด",
        responsible="สำนักปลัด",
        due=between("ตุลาคม ๒๕๖๔ ถึง มีนาคม ๒๕๖๕", date(2021, 10, 1), date(2022, 3, 31), None),
    ),
    Row(
        number="๗.",
        measure="เผยแพร่ประกาศจัดซื้อจัดจ้างบนเว็บไซต์",
        procedure="นำประกาศเชิญชวนและผลผู้ชนะขึ้นเว็บไซต์ภายในสามวันทำการ",
        responsible="กองคลัง",
        due=_WHOLE_YEAR,
    ),
    Row(
        number="๘.",
        measure="เผยแพร่สรุปผลการจัดซื้อจัดจ้างรายเดือน",
        procedure="สรุปผลตามแบบที่กำหนดทุกวันที่ ๕ ของเดือน",
        responsible="กองคลัง",
        due=_WHOLE_YEAR,
    ),
    Row(
        number="๙.",
        measure="ประเมินความพึงพอใจของผู้รับบริการ",
        procedure="แจกแบบสอบถามแก่ผู้มาติดต่อ วิเคราะห์ผล และรายงานผู้บริหารเพื่อปรับปรุง",
        responsible="กองการศึกษา ศาสนาและวัฒนธรรม",
        due=in_quarter("ไตรมาสที่ ๔", 2565, 4),
    ),
    Row(
        number="๑๐.",
        measure="ประกาศเจตนารมณ์ไม่รับของขวัญ (No Gift Policy)",
        procedure="ผู้บริหารลงนามประกาศสองภาษา และรายงานการรับของขวัญทุกหกเดือน",
        responsible="นายก อบต./ สำนักปลัด",
        due=on_day("๔ มกราคม ๒๕๖๕", 2565, 1, 4),
    ),
)

_NEW_UNIT = "สำนักปลัด"
_REPORT_ROWS = (
    Row("จัดทำคู่มือการขอรับบริการสำหรับประชาชนทุกงานบริการ", _PLAN_ROWS[0].procedure, _PLAN_ROWS[0].responsible,
        number="๑", status="done", note="ติดประกาศแล้ว ๑๘ งานบริการ"),
    Row(_PLAN_ROWS[1].measure, _PLAN_ROWS[1].procedure, "กองคลัง", number="๒", status="done", note="ประชุม ๔ ครั้ง"),
    Row(_PLAN_ROWS[3].measure, _PLAN_ROWS[3].procedure, _NEW_UNIT, number="๓", status="in_progress",
        note="อยู่ระหว่างตรวจนับรอบที่ ๒"),
    Row("วางหลักเกณฑ์มอบหมายงานอย่างเป็นธรรมและตรวจสอบได้", _PLAN_ROWS[2].procedure, "สำนักปลัด อบต.", number="๔",
        status="done"),
    Row("เพิ่มช่องทางติดต่อสอบถาม", "เปิดกระดานถามตอบบนเว็บไซต์", "สำนักปลัด", number="๕", status="done"),
    Row("เพิ่มช่องทางร้องเรียนการทุจริต", "ติดตั้งตู้รับเรื่องร้องเรียนที่ทำการและตลาดสด", "สำนักปลัด", number="๖",
        status="done", note="ติดตั้ง ๒ จุด"),
    Row("เผยแพร่ประกาศจัดซื้อจัดจ้างและสรุปผลการจัดซื้อจัดจ้างรายเดือนบนเว็บไซต์",
        "นำประกาศเชิญชวนและผลผู้ชนะขึ้นเว็บไซต์ภายในสามวันทำการ และสรุปผลตามแบบที่กำหนดทุกวันที่ ๕ ของเดือน", "กองคลัง",
        number="๗", status="done"),
    Row(_PLAN_ROWS[8].measure, _PLAN_ROWS[8].procedure, "สำนักปลัด", number="๘", status="in_progress"),
    Row(_PLAN_ROWS[9].measure, _PLAN_ROWS[9].procedure, _PLAN_ROWS[9].responsible, number="๙", status="not_started",
        note="รอผู้บริหารลงนาม"),
    Row("ตรวจสอบภายในเรื่องการใช้รถยนต์ส่วนกลาง", "สุ่มตรวจสมุดบันทึกการใช้รถเดือนละหนึ่งครั้ง", "หน่วยตรวจสอบภายใน",
        number="๑๐", status="done"),
)  # fmt: skip

_SCORES = PlainTable(
    rows=(
        ("ตัวชี้วัด", "คะแนน", "ระดับ"),
        ("๑. การปฏิบัติหน้าที่", "๙๑.๐๘", "A"),
        ("๒. การใช้งบประมาณ", "๗๙.๔๗", "B"),
        ("๓. การใช้อำนาจ", "๘๖.๓๕", "A"),
        ("๔. การใช้ทรัพย์สินของราชการ", "๗๔.๑๖", "C"),
        ("๕. การแก้ไขปัญหาการทุจริต", "๘๒.๙๐", "B"),
        ("คะแนนรวม", "[[ita.0|๘๓.๖๙]]", "[[ita.0|B]]"),
    ),
    widths=(60, 20, 20),
    title="ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๔",
    css="width: 70%; margin-left: 15%",
)

_OFFICE = f"[[department|สำนักปลัด]] [[agency|{_AGENCY}]] {_PLACE}"
_STYLE = Style(catchwords=True)
_PLAN_MEMO = Memo(
    kind="plan",
    agency=_AGENCY,
    department="สำนักปลัด",
    office=_OFFICE,
    number="วผ ๗๒๘๐๑/๐๔๖",
    number_printed="[[number|วผ ๗๒๘๐๑/๐๔๖]]",
    date=on_day("๑๗ ธันวาคม ๒๕๖๔", 2564, 12, 17),
    subject="มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๕",
    recipient="นายกองค์การบริหารส่วนตำบลหนองแสนสุข",
    fiscal_year=2565,
    ita=((2564, 83.69, "B"),),
    blocks=(
        Paragraph("เรื่องเดิม", "bold"),
        Paragraph(
            f"ตามที่ {_AGENCY} ได้เข้ารับการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) "
            "ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ และได้รับแจ้งผลคะแนนแล้ว ปรากฏตามตารางต่อไปนี้"
        ),
        _SCORES,
        Paragraph("ข้อเท็จจริง", "bold"),
        Paragraph(
            "คณะทำงานได้นำผลคะแนนรายตัวชี้วัดมาพิจารณาแล้วเห็นว่า ตัวชี้วัดด้านการใช้ทรัพย์สินของราชการและการใช้"
            "งบประมาณยังต้องปรับปรุง จึงกำหนดมาตรการเพื่อยกระดับคะแนน พร้อมผู้รับผิดชอบและระยะเวลา ดังนี้"
        ),
        MeasureTable(
            role="plan",
            columns=(
                Column("number", "ลำดับ", 8, align="center"),
                Column("measure", "มาตรการ/แนวทาง", 26),
                Column("procedure", "วิธีการนำผลการวิเคราะห์ไปสู่การปฏิบัติ", 32),
                Column("responsible", "ผู้รับผิดชอบ/\nผู้ที่เกี่ยวข้อง", 17),
                Column("due", "ระยะเวลาดำเนินการ", 17, align="center"),
            ),
            rows=_PLAN_ROWS,
        ),
        Paragraph("ข้อเสนอ", "bold"),
        Paragraph("ทั้งนี้ เห็นควรแจ้งให้ทุกส่วนราชการถือปฏิบัติ และรายงานผลให้ผู้บริหารทราบเมื่อสิ้นปีงบประมาณ"),
    ),
    closing="จึงเรียนมาเพื่อโปรดพิจารณา",
    signatures=(
        Signature("นางสาวมาลี สดใส", "นักวิเคราะห์นโยบายและแผนชำนาญการ"),
        Signature("นายสมชาย ใจตรง", "ปลัดองค์การบริหารส่วนตำบลหนองแสนสุข", "ความเห็นของปลัดองค์การบริหารส่วนตำบล"),
    ),
    style=_STYLE,
)
_PLAN = Document(
    name="nong-saen-suk-2565-plan",
    memos=(_PLAN_MEMO,),
    scan=Scan(dpi=200, skew=-0.7, quality=40, noise=3, blur=0.7, bands=2, specks=35, gaps=25),
    purpose="A year's plan with a score table in front of it",
    odd="Ten due dates in eight forms; the table flows over a page break with its header repeated; photocopy bands; "
    "catch-words",
)

_STATUS = "สถานะการดำเนินงาน"
_REPORT_MEMO = Memo(
    kind="report",
    agency="องค์การบริหารส่วนตำบลหนองแสนสุข",
    department="สำนักปลัด",
    office="[[department|สำนักปลัด]] [[agency|องค์การบริหารส่วนตำบลหนองแสนสุข]] โทร. ๐ ๔๒๐๐ ๐๑๒๓",
    number="วผ ๗๒๘๐๑/",
    number_printed="[[number|วผ ๗๒๘๐๑/]]",
    date=in_month("ตุลาคม ๒๕๖๖", 2566, 10),
    subject="รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
    recipient="นายกองค์การบริหารส่วนตำบลหนองแสนสุข",
    fiscal_year=2566,
    ita=((2565, 88.21, "A"),),
    blocks=(
        Paragraph(
            "ตามที่สำนักปลัดได้เสนอมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๕ "
            "และผู้บริหารเห็นชอบให้ทุกส่วนราชการนำไปปฏิบัติแล้ว นั้น"
        ),
        Paragraph(
            "บัดนี้ สำนักปลัดได้รวบรวมผลการดำเนินการจากทุกส่วนราชการเรียบร้อยแล้ว โดยผลการประเมิน ITA ประจำปี"
            "งบประมาณ พ.ศ. ๒๕๖๕ [[ita.0|ได้ ๘๘.๒๑ คะแนน ระดับ A]] จึงขอรายงานผลตามตารางแนบท้ายนี้"
        ),
        MeasureTable(
            role="report",
            columns=(
                Column("number", "ที่", 6, align="center"),
                Column("measure", "มาตรการ", 22),
                Column("procedure", "ขั้นตอน/วิธีการ", 25),
                Column("status:done", "ดำเนินการแล้วเสร็จ", 10, _STATUS, "center"),
                Column("status:in_progress", "อยู่ระหว่างดำเนินการ", 11, _STATUS, "center"),
                Column("status:not_started", "ยังไม่ได้ดำเนินการ", 10, _STATUS, "center"),
                Column("responsible", "ผู้รับผิดชอบ", 13),
                Column("note", "หมายเหตุ", 13),
            ),
            rows=_REPORT_ROWS,
            mark="✓",
            no_mark="",
            repeat_header=False,
        ),
    ),
    closing="จึงเรียนมาเพื่อโปรดทราบ",
    signatures=(
        Signature("นางสาวมาลี สดใส", "นักวิเคราะห์นโยบายและแผนชำนาญการ"),
        Signature("นายสมชาย ใจตรง", "ปลัดองค์การบริหารส่วนตำบลหนองแสนสุข", "ความเห็นของปลัดองค์การบริหารส่วนตำบล"),
    ),
    stamps=(Stamp("receipt", "อบต.หนองแสนสุข\nเลขรับ ๑๑๘๖\nวันที่ ๑๖ ต.ค. ๒๕๖๖\nเวลา ๐๙.๓๐ น.", 142, 8, turn=-2, size=0.9),),
    style=Style(table_size=14, number_beside_date=True),
)
_REPORT = Document(
    name="nong-saen-suk-2566-report",
    memos=(_REPORT_MEMO,),
    scan=Scan(dpi=200, color=True, skew=0.5, quality=38, noise=2.5, blur=0.6, specks=20, gaps=20, shadow=0.35),
    purpose="The report on that plan: measures dropped, added, reworded, split, merged and moved to other units",
    odd="Status columns run from done to not started and are empty where nothing applies; the header is not repeated; "
    "a blue receipt stamp with a date of its own beside the title; the day is blank",
)

DOCUMENTS = (_PLAN, _REPORT)
PAIRS = (
    Pair(
        name="nong-saen-suk-2566",
        plan=_PLAN,
        report=_REPORT,
        agency=_AGENCY,
        plan_year=2565,
        report_year=2566,
        rows=(
            Pairing((1,), (1,), "done"),
            Pairing((2,), (2,), "done"),
            Pairing((3,), (4,), "done", ("measure",)),
            Pairing((4,), (3,), "in_progress", ("responsible",)),
            Pairing((5,), (), "not_reported"),
            Pairing((6,), (5, 6), "done"),
            Pairing((7, 8), (7,), "done"),
            Pairing((9,), (8,), "in_progress", ("responsible",)),
            Pairing((10,), (9,), "not_started"),
            Pairing((), (10,), "not_planned"),
        ),
    ),
)
