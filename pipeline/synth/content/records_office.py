"""A central office: plan of 2564 as a TIFF, report of 2565 with a torn table. Monitoring in merged cells."""

from __future__ import annotations

from datetime import date

from pipeline.synth.content.dates import between, in_fiscal_year, in_month, on_day
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
)

_AGENCY = "สำนักงานมาตรฐานงานเอกสารกลาง"
_GROUP = "การขับเคลื่อนมาตรการ"
_HALF = "รายงานคณะทำงานทุก ๖ เดือน ครั้งที่ ๑ ภายในเดือนเมษายน ๒๕๖๔"
_ENDING = "สรุปผลเสนอผู้อำนวยการ ณ ๓๐ กันยายน ๒๕๖๔"

_PLAN_ROWS = (
    Row("จัดทำช่องทางให้ผู้รับบริการติดตามสถานะเรื่องด้วยตนเอง", "พัฒนาหน้าเว็บไซต์ให้ค้นจากเลขรับเรื่องได้ตลอดเวลา",
        "กองเทคโนโลยีเอกสาร", _HALF, due=on_day("๓๑ มีนาคม ๒๕๖๔", 2564, 3, 31), number="๑"),
    Row("ทบทวนเกณฑ์การพิจารณาความดีความชอบ", "ประชุมผู้แทนทุกกอง ปรับเกณฑ์ให้มีตัวชี้วัดที่วัดได้ และประกาศก่อนรอบการประเมิน",
        "สำนักงานเลขานุการ", _HALF, due=in_month("กุมภาพันธ์ ๒๕๖๔", 2564, 2), number="๒"),
    Row("ตรวจรับพัสดุโดยมีผู้สังเกตการณ์จากต่างกอง", "หมุนเวียนผู้สังเกตการณ์ และบันทึกข้อสังเกตไว้ท้ายใบตรวจรับ", "กองคลัง", _HALF,
        due=in_fiscal_year("ปีงบประมาณ พ.ศ. ๒๕๖๔", 2564), number="๓"),
    Row("เผยแพร่คำสั่งและระเบียบที่ใช้บ่อยในที่เดียว", "รวมคำสั่งและระเบียบเป็นหมวดหมู่ พร้อมวันที่มีผลใช้บังคับ",
        "กองเทคโนโลยีเอกสาร/ กองกฎหมาย", _ENDING, number="๔",
        due=between("มกราคม – มิถุนายน ๒๕๖๔", date(2021, 1, 1), date(2021, 6, 30), 2564)),
    Row("สำรวจความเห็นบุคลากรเรื่องการมอบหมายงาน", "ใช้แบบสอบถามไม่ระบุชื่อ ปีละสองครั้ง และแจ้งผลในที่ประชุม", "สำนักงานเลขานุการ",
        _ENDING, due=on_day("๑๕ สิงหาคม ๒๕๖๔", 2564, 8, 15), number="๕"),
)  # fmt: skip
_REPORT_ROWS = (
    Row(_PLAN_ROWS[3].measure, _PLAN_ROWS[3].procedure, _PLAN_ROWS[3].responsible, number="๑", status="done"),
    Row(_PLAN_ROWS[0].measure, "พัฒนาหน้าเว็บไซต์ให้ค้นจากเลขรับเรื่องได้ตลอดเวลา และแจ้งเตือนทางไปรษณีย์อิเล็กทรอนิกส์",
        _PLAN_ROWS[0].responsible, number="๒", status="in_progress"),
    Row(_PLAN_ROWS[2].measure, _PLAN_ROWS[2].procedure, "กองคลัง", number="๓", status="done"),
    Row("สอบถามความเห็นบุคลากรเกี่ยวกับการมอบหมายงาน", _PLAN_ROWS[4].procedure, "สำนักงานเลขานุการ", number="๔",
        status="not_started"),
    Row("กำหนดมาตรฐานเวลาตอบหนังสือร้องเรียน", "ตอบรับเรื่องภายในสามวันทำการ และแจ้งผลภายในสามสิบวัน", "กองกฎหมาย", number="๕",
        status="done"),
    Row("ทบทวนเกณฑ์การพิจารณาความดีความชอบ", _PLAN_ROWS[1].procedure, "สำนักงานเลขานุการ", number="๖", status="done"),
)  # fmt: skip

_SIGNED = (
    Signature("นางรัตนา คงดี", "นักวิชาการมาตรฐานชำนาญการพิเศษ"),
    Signature("นายประเสริฐ มั่นคง", "รองผู้อำนวยการ ปฏิบัติราชการแทน\nผู้อำนวยการสำนักงานมาตรฐานงานเอกสารกลาง"),
)
_PLAN_MEMO = Memo(
    kind="plan",
    agency=_AGENCY,
    department="กองกฎหมาย",
    office=f"[[agency|{_AGENCY}]] [[department|กองกฎหมาย]]",
    number="มอ 0809.6/ว 110",
    number_printed="[[number|มอ 0809.6/ว 110]]",
    date=on_day("๑๘ พฤศจิกายน ๒๕๖๓", 2563, 11, 18, hand="๑๘"),
    subject="มาตรการส่งเสริมความโปร่งใสของสำนักงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๔",
    recipient="ผู้อำนวยการกองทุกกอง",
    fiscal_year=2564,
    blocks=(
        Paragraph(
            "ด้วยคณะทำงานส่งเสริมความโปร่งใสได้วิเคราะห์ข้อค้นพบจากการประเมินปีที่ผ่านมา เห็นว่าควรเร่งแก้ไขเรื่อง"
            "การสื่อสารกับผู้รับบริการและความชัดเจนของเกณฑ์ภายใน จึงกำหนดมาตรการไว้ดังต่อไปนี้"
        ),
        MeasureTable(
            role="plan",
            columns=(
                Column("number", "ลำดับที่", 7, align="center"),
                Column("measure", "มาตรการ", 24),
                Column("procedure", "ขั้นตอน/วิธีการ", 27, _GROUP),
                Column("responsible", "ผู้รับผิดชอบ", 14, _GROUP),
                Column("due", "กำหนดเสร็จ", 13, _GROUP),
                Column("monitoring", "การติดตามประเมินผล", 15, _GROUP),
            ),
            rows=_PLAN_ROWS,
            merges=(("monitoring", 0, 3), ("monitoring", 3, 2)),
            pieces=(3, 2),
        ),
    ),
    closing="จึงแจ้งมาเพื่อทราบและดำเนินการในส่วนที่เกี่ยวข้อง",
    signatures=_SIGNED,
    stamps=(Stamp("urgent", "ด่วนที่สุด", 58, 14, turn=2, size=0.8),),
    style=Style(font="Laksaman", table_size=14, page_numbers="none"),
)
_PLAN = Document(
    name="records-office-2564-plan",
    memos=(_PLAN_MEMO,),
    scan=Scan(dpi=200, codec="ccitt", skew=-0.45, blur=0.7, noise=8, specks=160, gaps=90, threshold=158),
    suffix=".tif",
    purpose="A central office's plan from a fax server",
    odd="Multi-page TIFF, one bit per pixel, heavy speckle and broken rules; two monitoring notes in merged cells; a "
    "two-row header over the measures' columns; no score; an urgency stamp between emblem and title",
)
_REPORT_MEMO = Memo(
    kind="report",
    agency=_AGENCY,
    department="กองกฎหมาย",
    office=f"[[agency|{_AGENCY}]] [[department|กองกฎหมาย]] โทร ๐ ๒๐๐๐ ๐๑๒๓ ต่อ ๔๕",
    number="มอ 0809.6/ 2588",
    number_printed="[[number|มอ 0809.6/ 2588]]",
    date=on_day("22 เดือน ธันวาคม พ.ศ. 2564", 2564, 12, 22),
    subject="รายงานผลการดำเนินการตามมาตรการส่งเสริมความโปร่งใสของสำนักงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๕",
    recipient="ผู้อำนวยการสำนักงานมาตรฐานงานเอกสารกลาง",
    fiscal_year=2565,
    ita=((2564, 87.06, "A"),),
    blocks=(
        Paragraph(
            "ตามบันทึกข้อความ ที่ มอ 0809.6/ว 110 ลงวันที่ ๑๘ พฤศจิกายน ๒๕๖๓ แจ้งมาตรการส่งเสริมความโปร่งใสของสำนักงาน "
            "และต่อมาสำนักงานได้รับแจ้งผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๔ [[ita.0|คะแนน ๘๗.๐๖ ระดับ A]] นั้น"
        ),
        Paragraph(
            "กองกฎหมายในฐานะฝ่ายเลขานุการคณะทำงานได้รวบรวมผลการดำเนินการจากทุกกองแล้ว พบว่าส่วนใหญ่แล้วเสร็จตาม"
            "กำหนด โดยเรียงลำดับตามความเห็นของที่ประชุมคณะทำงาน ครั้งที่ ๔/๒๕๖๔ มิได้เรียงตามลำดับเดิม ทั้งนี้ มีมาตรการที่เพิ่มขึ้น"
            "ระหว่างปีหนึ่งมาตรการ รายละเอียดดังนี้"
        ),
        MeasureTable(
            role="report",
            columns=(
                Column("number", "ครั้งที่", 7, align="center"),
                Column("responsible", "ผู้รับผิดชอบ", 16),
                Column("measure", "เรื่อง", 23),
                Column("procedure", "แนวทางปฏิบัติ", 27),
                Column("status:done", "แล้วเสร็จ", 9, "ผลการดำเนินงาน", "center"),
                Column("status:in_progress", "กำลังดำเนินงาน", 9, "ผลการดำเนินงาน", "center"),
                Column("status:not_started", "ยังไม่เริ่มดำเนินการ", 9, "ผลการดำเนินงาน", "center"),
            ),
            rows=_REPORT_ROWS,
            mark="X",
            no_mark="-",
            repeat_header=True,
        ),
    ),
    closing="จึงเรียนมาเพื่อโปรดทราบ",
    signatures=_SIGNED,
    stamps=(
        Stamp("watermark", "สำเนา", 60, 120, turn=-35, size=1.3),
        Stamp("seal", "รับแล้ว\n23 ธ.ค. 2564", 26, 225, turn=-8, size=0.9),
    ),
    style=Style(line_height=1.26, rules="1px dotted #000"),
)
_REPORT = Document(
    name="records-office-2565-report",
    memos=(_REPORT_MEMO,),
    scan=Scan(dpi=150, skew=0.95, quality=45, blur=0.5, noise=3, specks=15, gaps=15, bleed=0.06, shadow=0.3),
    purpose="The report on that plan: other order, other column order, other headings",
    odd="150 dpi; dotted rules; rows in another order with numbers of their own; the unit stands before the measure; "
    "crosses as marks; a watermark; a round seal with a date",
)

DOCUMENTS = (_PLAN, _REPORT)
PAIRS = (
    Pair(
        name="records-office-2565",
        plan=_PLAN,
        report=_REPORT,
        agency=_AGENCY,
        plan_year=2564,
        report_year=2565,
        rows=(
            Pairing((1,), (2,), "in_progress", ("procedure",)),
            Pairing((2,), (6,), "done"),
            Pairing((3,), (3,), "done"),
            Pairing((4,), (1,), "done"),
            Pairing((5,), (4,), "not_started", ("measure",)),
            Pairing((), (5,), "not_planned"),
        ),
    ),
)
