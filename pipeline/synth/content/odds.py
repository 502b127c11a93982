"""Files that are no year's pair: memos without tables, two memos in one file, a single picture."""

from __future__ import annotations

from datetime import date

from pipeline.synth.content.dates import between, in_month, in_quarter, on_day
from pipeline.synth.spec import (
    HAND_TICK,
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

_INVITATION = Memo(
    kind="other",
    agency="เทศบาลตำบลบ้านกกตาล",
    department="กองสาธารณสุขและสิ่งแวดล้อม",
    office="[[department|กองสาธารณสุขและสิ่งแวดล้อม]] [[agency|เทศบาลตำบลบ้านกกตาล]]",
    number="วผ ๖๑๒๐๔/ว ๓๒",
    number_printed="[[number|วผ ๖๑๒๐๔/ว ๓๒]]",
    date=on_day("๒๗ กุมภาพันธ์ ๒๕๖๖", 2566, 2, 27),
    subject="ขอเชิญประชุมเตรียมงานวันสิ่งแวดล้อมชุมชน",
    recipient="ผู้อำนวยการกองทุกกอง",
    fiscal_year=None,
    blocks=(
        Paragraph(
            "ด้วยกองสาธารณสุขและสิ่งแวดล้อมกำหนดจัดงานวันสิ่งแวดล้อมชุมชนในวันเสาร์ที่ ๒๕ มีนาคม ๒๕๖๖ ณ ลานกีฬาหน้าที่ว่าการ"
            "เทศบาล โดยมีกิจกรรมเก็บขยะริมคลอง ปลูกต้นไม้ และแลกขยะรีไซเคิลเป็นต้นกล้า คาดว่าจะมีผู้เข้าร่วมประมาณ ๓๕๐ คน "
            "ใช้งบประมาณ ๔๘,๗๖๐.๕๐ บาท"
        ),
        Paragraph("จึงขอเชิญท่านหรือผู้แทนเข้าร่วมประชุมเตรียมงาน ในวันอังคารที่ ๗ มีนาคม ๒๕๖๖ เวลา ๑๓.๓๐ น. โดยมีระเบียบวาระดังนี้"),
        Paragraph("๑. เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", "item"),
        Paragraph("๒. การแบ่งหน้าที่ของแต่ละกอง", "item"),
        Paragraph("๓. เรื่องอื่น ๆ (ถ้ามี)", "item"),
    ),
    closing="จึงเรียนมาเพื่อโปรดพิจารณาเข้าร่วมประชุมตามวันและเวลาดังกล่าว",
    signatures=(Signature("นางสมใจ ยินดี", "ผู้อำนวยการกองสาธารณสุขและสิ่งแวดล้อม"),),
    stamps=(
        Stamp("urgent", "ด่วน", 108, 5, turn=-6, size=1.3),
        Stamp("receipt", "กองคลัง\nรับที่ ๘๘\nวันที่ ๒๘ ก.พ. ๖๖", 144, 10, turn=2, size=0.85),
        Stamp("name", "นายประเสริฐ มั่นคง\nปลัดเทศบาล", 36, 232, turn=4),
    ),
)
_OTHER = Document(
    name="meeting-memo",
    memos=(_INVITATION,),
    scan=Scan(dpi=200, color=True, skew=-0.35, quality=40, noise=2, specks=8),
    purpose="A memo that is neither plan nor report and has no table",
    odd="Dates, amounts and an agenda in running text; three stamps, one of them with a date; colour",
)

_ELSEWHERE = Memo(
    kind="plan",
    agency="องค์การบริหารส่วนตำบลดงมะไฟเหนือ",
    department="สำนักปลัด",
    office="[[department|สำนักปลัด]] [[agency|องค์การบริหารส่วนตำบลดงมะไฟเหนือ]]",
    number="วผ ๗๔๔๐๑/",
    number_printed="[[number|วผ ๗๔๔๐๑/]]",
    date=in_month("ธันวาคม ๒๕๖๕", 2565, 12),
    subject="มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
    recipient="นายกองค์การบริหารส่วนตำบลดงมะไฟเหนือ",
    fiscal_year=2566,
    ita=((2565, 76.04, "B"),),
    blocks=(
        Paragraph(
            "ตามที่สำนักปลัดได้วิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๕ [[ita.0|ซึ่งได้ ๗๖.๐๔ คะแนน ระดับ B]] "
            "และยกร่างมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ เสร็จแล้ว นั้น"
        ),
        Paragraph(
            "สำนักปลัดขอเรียนว่า ตารางมาตรการพร้อมผู้รับผิดชอบและระยะเวลา จำนวน ๑๔ มาตรการ ได้เก็บไว้ในแฟ้มคณะทำงาน "
            "ITA ประจำปี และเผยแพร่บนเว็บไซต์ หัวข้อ ข้อมูลสาธารณะ จึงมิได้แนบมาพร้อมบันทึกข้อความฉบับนี้"
        ),
    ),
    closing="จึงเรียนมาเพื่อโปรดพิจารณาลงนามในประกาศ",
    signatures=(Signature("นายบุญมี ศรีสุข", "หัวหน้าสำนักปลัด"),),
    style=Style(size=16, line_height=1.25),
)
_NO_TABLE = Document(
    name="plan-kept-elsewhere",
    memos=(_ELSEWHERE,),
    scan=Scan(dpi=150, skew=0.2, noise=0.6, shading=0.02, blur=0.5, specks=6, codec="png"),
    suffix=".png",
    purpose="A plan whose table is kept elsewhere: there is nothing to extract, and that must be said",
    odd="A single PNG page at 150 dpi; blank day and number; fourteen measures are only counted",
)

_LAST_PLAN_ROWS = (
    Row("ปรับปรุงคุณภาพการให้บริการน้ำประปา", "แจ้งกำหนดหยุดจ่ายน้ำล่วงหน้าทางหอกระจายข่าวและกลุ่มไลน์หมู่บ้าน", "กองช่าง",
        due=in_quarter("ไตรมาสที่ ๑", 2565, 1), number="๑"),
    Row("เปิดเผยแผนการจัดหาพัสดุประจำปี", "ประกาศแผนภายในสามสิบวันหลังอนุมัติงบประมาณ", "กองคลัง",
        due=on_day("๓๑ ตุลาคม ๒๕๖๔", 2564, 10, 31), number="๒"),
    Row("อบรมพนักงานจ้างเรื่องผลประโยชน์ทับซ้อน", "อบรมครึ่งวันและมอบคู่มือพกพา", "สำนักปลัด",
        due=between("เมษายน - มิถุนายน ๒๕๖๕", date(2022, 4, 1), date(2022, 6, 30), 2565), number="๓"),
)  # fmt: skip
_SHORT_PLAN = Memo(
    kind="plan",
    agency="องค์การบริหารส่วนตำบลหินลาดน้อย",
    department="สำนักปลัด",
    office="[[department|สำนักปลัด]] [[agency|องค์การบริหารส่วนตำบลหินลาดน้อย]]",
    number="วผ ๗๙๙๐๑/๐๐๘",
    number_printed="[[number|วผ ๗๙๙๐๑/๐๐๘]]",
    date=on_day("๑ ตุลาคม ๒๕๖๔", 2564, 10, 1),
    subject="มาตรการยกระดับคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๕",
    recipient="นายกองค์การบริหารส่วนตำบลหินลาดน้อย",
    fiscal_year=2565,
    ita=((2564, 95.0, "AA"),),
    blocks=(
        Paragraph(
            "ตามผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ [[ita.0|ระดับ AA ได้ ๙๕.๐๐ คะแนน]] เพื่อรักษามาตรฐานในปีต่อไป "
            "สำนักปลัดจึงเสนอมาตรการสามข้อ ดังนี้"
        ),
        MeasureTable(
            role="plan",
            columns=(
                Column("number", "ที่", 7, align="center"),
                Column("measure", "มาตรการ", 28),
                Column("procedure", "วิธีดำเนินการ", 33),
                Column("due", "ระยะเวลาดำเนินการ", 17),
                Column("responsible", "ผู้รับผิดชอบ", 15),
            ),
            rows=_LAST_PLAN_ROWS,
        ),
    ),
    closing="จึงเรียนมาเพื่อโปรดพิจารณา",
    signatures=(
        Signature("นางสาวมาลี สดใส", "นักทรัพยากรบุคคลปฏิบัติการ"),
        Signature("นายธงชัย มีเดช", "ปลัดองค์การบริหารส่วนตำบลหินลาดน้อย", "ความเห็นปลัด"),
    ),
)
_REPAIR = Memo(
    kind="other",
    agency="องค์การบริหารส่วนตำบลหินลาดน้อย",
    department="กองช่าง",
    office="[[department|กองช่าง]] [[agency|องค์การบริหารส่วนตำบลหินลาดน้อย]]",
    number="วผ ๗๙๙๐๓/",
    number_printed="[[number|วผ ๗๙๙๐๓/]]",
    date=on_day("๑๕ ตุลาคม ๒๕๖๔", 2564, 10, 15, hand="๑๕"),
    subject="ขออนุมัติซ่อมแซมเครื่องสูบน้ำ",
    recipient="ปลัดองค์การบริหารส่วนตำบลหินลาดน้อย",
    fiscal_year=None,
    blocks=(
        Paragraph(
            "ด้วยเครื่องสูบน้ำ หมายเลขครุภัณฑ์ ๐๕๕-๖๑-๐๐๐๗ ชำรุด ไม่สามารถสูบน้ำเข้าถังพักได้ ทำให้ประชาชนหมู่ที่ ๖ ถึงหมู่ที่ ๙ "
            "ได้รับความเดือดร้อน กองช่างตรวจสอบแล้วพบว่าต้องเปลี่ยนซีลและตลับลูกปืน ประมาณการค่าซ่อม ๗,๘๙๐ บาท"
        ),
    ),
    closing="จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ",
    signatures=(Signature("นายอดิศร ทองแท้", "ผู้อำนวยการกองช่าง"),),
    style=Style(leaders="rule"),
)
_TWO = Document(
    name="two-memos",
    memos=(_SHORT_PLAN, _REPAIR),
    scan=Scan(dpi=200, skew=-0.5, quality=40, noise=3, bands=1, specks=30, gaps=20),
    page_scans={2: Scan(dpi=150, skew=0.7, quality=55, noise=3, blur=0.5, specks=10)},
    purpose="A plan and an unrelated request, scanned into one file",
    odd="Two memos of one agency, the second at another resolution; its day is written by hand",
)

_ONE_PAGE = Memo(
    kind="report",
    agency="องค์การบริหารส่วนตำบลหินลาดน้อย",
    department="สำนักปลัด",
    office="[[department|สำนักปลัด]] [[agency|องค์การบริหารส่วนตำบลหินลาดน้อย]]",
    number="วผ ๗๙๙๐๑/๐๙๑",
    number_printed="[[number|วผ ๗๙๙๐๑/๐๙๑]]",
    date=on_day("๓ ตุลาคม ๒๕๖๕", 2565, 10, 3),
    subject="รายงานผลตามมาตรการยกระดับคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
    recipient="นายกองค์การบริหารส่วนตำบลหินลาดน้อย",
    fiscal_year=2566,
    blocks=(
        Paragraph("ตามที่ได้กำหนดมาตรการยกระดับคุณธรรมและความโปร่งใสไว้สามข้อ สำนักปลัดขอรายงานผลดังนี้"),
        MeasureTable(
            role="report",
            columns=(
                Column("number", "ที่", 7, align="center"),
                Column("measure", "มาตรการ", 30),
                Column("status:not_started", "ยังไม่ดำเนินการ", 11, "สถานะการดำเนินการ", "center"),
                Column("status:in_progress", "อยู่ระหว่างดำเนินการ", 12, "สถานะการดำเนินการ", "center"),
                Column("status:done", "ดำเนินการแล้วเสร็จ", 12, "สถานะการดำเนินการ", "center"),
                Column("due", "ระยะเวลา", 14),
                Column("responsible", "ผู้รับผิดชอบ", 14),
            ),
            rows=(
                Row(_LAST_PLAN_ROWS[0].measure, responsible="กองช่าง", due=in_quarter("ไตรมาสที่ ๒/๒๕๖๕", 2565, 2),
                    number="๑", status="done"),
                Row(_LAST_PLAN_ROWS[1].measure, responsible="กองคลัง", due=_LAST_PLAN_ROWS[1].due, number="๒",
                    status="done"),
                Row(_LAST_PLAN_ROWS[2].measure, responsible="สำนักปลัด", due=_LAST_PLAN_ROWS[2].due, number="๓",
                    status="in_progress"),
            ),
            mark=HAND_TICK,
            no_mark="-",
        ),
    ),
    closing="จึงเรียนมาเพื่อโปรดทราบ",
    signatures=(Signature("นางสาวมาลี สดใส", "นักทรัพยากรบุคคลปฏิบัติการ"),),
    style=Style(font="Loma", leaders="rule", table_size=13, size=15),
)  # fmt: skip
_PHOTO = Document(
    name="one-page-report",
    memos=(_ONE_PAGE,),
    scan=Scan(
        dpi=200, color=True, skew=1.0, quality=55, noise=4, shading=0.22, blur=0.8, paper=232, specks=5, shadow=0.5
    ),
    suffix=".jpg",
    purpose="A report of one page as a JPEG, on the plan in two-memos",
    odd="Uneven light; one full degree of skew; a loopless font; dashes beside ticks by hand; a due date "
    "moved by a quarter",
)

DOCUMENTS = (_OTHER, _NO_TABLE, _TWO, _PHOTO)
PAIRS = (
    Pair(
        name="hin-lat-noi-2566",
        plan=_TWO,
        report=_PHOTO,
        agency="องค์การบริหารส่วนตำบลหินลาดน้อย",
        plan_year=2565,
        report_year=2566,
        rows=(
            Pairing((1,), (1,), "done", ("due",)),
            Pairing((2,), (2,), "done"),
            Pairing((3,), (3,), "in_progress"),
        ),
    ),
)
