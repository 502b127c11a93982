"""A provincial office: plan of 2563, report of 2564. Ticks by hand, two in one row, none in another."""

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

_AGENCY = "สำนักงานส่งเสริมงานชุมชนจังหวัดเวียงผา"
_ROUND = between("รอบ ๖ เดือน", date(2019, 10, 1), date(2020, 3, 31), 2563)

_PLAN_ROWS = (
    Row("ให้เจ้าหน้าที่ทุกคนทราบแผนการใช้จ่ายเงินของสำนักงาน", "เวียนแผนการใช้จ่ายเงินทุกกลุ่มงาน และติดไว้ที่บอร์ดหน้าห้องประชุม",
        "กลุ่มงานบริหารทั่วไป", number="๑", due=_ROUND),
    Row("ปรับปรุงการให้บริการงานจดทะเบียนกลุ่มอาชีพ", "จัดบัตรคิว แยกช่องบริการผู้สูงอายุ และประกาศเวลาแล้วเสร็จของแต่ละงาน",
        "กลุ่มงานส่งเสริมการรวมกลุ่ม", number="๒", due=in_month("ภายในเดือนมกราคม ๒๕๖๓", 2563, 1)),
    Row("ป้องกันการใช้รถยนต์ราชการเพื่อประโยชน์ส่วนตัว", "ใช้ใบขออนุญาตใช้รถทุกครั้ง และเก็บกุญแจไว้ที่เจ้าหน้าที่พัสดุ",
        "กลุ่มงานบริหารทั่วไป", number="๓", due=in_quarter("ไตรมาสที่ ๒", 2563, 2)),
    Row("เปิดโอกาสให้ผู้มีส่วนได้ส่วนเสียร่วมวางแผนงาน", "เชิญผู้แทนกลุ่มอาชีพทุกอำเภอเข้าร่วมประชุมจัดทำแผนประจำปี",
        "กลุ่มงานยุทธศาสตร์และแผน", number="๔", due=on_day("๑๕ กรกฏาคม ๒๕๖๓", 2563, 7, 15)),
    # The number four stands twice, as authors do.
    Row("รายงานเรื่องร้องเรียนและผลการแก้ไขต่อสาธารณะ", "สรุปจำนวนเรื่องและผลการแก้ไขลงเว็บไซต์ทุกหกเดือน",
        "กลุ่มงานบริหารทั่วไป/ ผู้รับผิดชอบเว็บไซต์", number="๔", due=on_day("๓๑ มีนาคม 25๖๓", 2563, 3, 31)),
    Row("จัดทำประมวลคำถามที่พบบ่อย", "รวบรวมคำถามจากทางโทรศัพท์และหน้าเคาน์เตอร์ แล้วเผยแพร่พร้อมคำตอบ",
        "กลุ่มงานส่งเสริมการรวมกลุ่ม", number="๖", due=on_day("๓๐ กันยายน ๒๕๖๓", 2563, 9, 30)),
)  # fmt: skip


def _report(index: int, **changes: object) -> Row:
    plan = _PLAN_ROWS[index]
    values: dict[str, object] = {
        "measure": plan.measure, "procedure": plan.procedure, "responsible": plan.responsible, "number": plan.number,
    }  # fmt: skip
    return Row(**(values | changes))  # type: ignore[arg-type]


_REPORT_ROWS = (
    _report(0, status="done"),
    _report(1, status="unknown", marks={"in_progress": HAND_TICK, "done": HAND_TICK}),
    _report(2, status="done"),
    _report(3, status="not_started"),
    _report(4, status="unknown", number="๕"),
    _report(5, status="in_progress", responsible="กลุ่มงานยุทธศาสตร์และแผน"),
)

_STATUS = "สถานะ"
_PLAN_MEMO = Memo(
    kind="plan",
    agency=_AGENCY,
    department="กลุ่มงานบริหารทั่วไป",
    office=f"[[agency|{_AGENCY}]] [[department|กลุ่มงานบริหารทั่วไป]] โทร. ๐ ๔๒๐๐ ๐๔๕๖",
    number="วผ ๐๐๑๙.๑/๘๗๔",
    number_printed="[[number|วผ ๐๐๑๙.๑/๘๗๔]]",
    date=on_day("๒๙ พฤศจิกายน ๒๕๖๒", 2562, 11, 29, hand="๒๙"),
    subject="แผนปรับปรุงคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๓",
    recipient="หัวหน้าสำนักงานส่งเสริมงานชุมชนจังหวัดเวียงผา",
    fiscal_year=2563,
    ita=((2562, 84.10, "A"),),
    blocks=(
        Paragraph("๑. เรื่องเดิม", "bold"),
        Paragraph(
            "สำนักงานได้รับแจ้งผลการประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๒ "
            "[[ita.0|คะแนนเฉลี่ย ๘๔.๑๐ คะแนน ระดับผลการประเมิน A]] ซึ่งต้องนำข้อค้นพบมากำหนดแนวทางปรับปรุงในปีถัดไป"
        ),
        Paragraph("๒. ข้อพิจารณา", "bold"),
        Paragraph("กลุ่มงานบริหารทั่วไปได้ประชุมหารือกับทุกกลุ่มงานแล้ว เห็นควรกำหนดแผนปรับปรุง ดังนี้"),
        MeasureTable(
            role="plan",
            columns=(
                Column("number", "ข้อ", 6, align="center"),
                Column("measure", "ประเด็น", 27),
                Column("procedure", "วิธีดำเนินการ", 32),
                Column("due", "ระยะเวลา", 14, align="center"),
                Column("responsible", "ผู้รับผิดชอบ", 21),
            ),
            rows=_PLAN_ROWS,
        ),
        Paragraph("๓. ข้อเสนอ", "bold"),
        Paragraph("เห็นควรอนุมัติแผนปรับปรุงตามข้อ ๒ และแจ้งเวียนให้ทราบทั่วกัน"),
    ),
    closing="จึงเรียนมาเพื่อโปรดพิจารณา หากเห็นชอบโปรดลงนาม",
    signatures=(
        Signature("นางสาวจันทร์ ดีงาม", "นักจัดการงานทั่วไปปฏิบัติการ"),
        Signature("นายบุญมี ศรีสุข", "หัวหน้ากลุ่มงานบริหารทั่วไป"),
    ),
    stamps=(
        Stamp("receipt", "สนง.ส่งเสริมงานชุมชนฯ\nรับที่ ๒๒๑๗\nวันที่ - 2 ธ.ค. 2562", 150, 9, turn=3, size=0.85),
        Stamp("hole", "", 7, 105),
        Stamp("hole", "", 7, 185),
    ),
    style=Style(number_beside_date=True, line_height=1.18),
)
_PLAN = Document(
    name="wiang-pha-2563-plan",
    memos=(_PLAN_MEMO,),
    scan=Scan(
        dpi=300, codec="ccitt", skew=0.8, blur=0.7, noise=6, specks=90, gaps=70, bands=2, threshold=160, streaks=2
    ),
    purpose="A provincial office's plan from before the report items had numbers",
    odd="Day written by hand; a row number used twice; digits of two scripts in one year (25๖๓); a grade that its "
    "score does not earn; a misspelt month; scanner streaks beside real rules; one bit per pixel at 300 dpi",
)

_REPORT_MEMO = Memo(
    kind="report",
    agency=_AGENCY,
    department="กลุ่มงานบริหารทั่วไป",
    office=f"[[agency|{_AGENCY}]] [[department|กลุ่มงานบริหารทั่วไป]]",
    number="วผ ๐๐๑๙.๑/",
    number_printed="[[number|วผ ๐๐๑๙.๑/]]",
    date=in_month("ธันวาคม ๒๕๖๓", 2563, 12),
    subject="รายงานผลตามแผนปรับปรุงคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๔",
    recipient="หัวหน้าสำนักงานส่งเสริมงานชุมชนจังหวัดเวียงผา",
    fiscal_year=2564,
    ita=((2563, 89.72, "A"),),
    blocks=(
        Paragraph(
            "ตามที่สำนักงานได้อนุมัติแผนปรับปรุงคุณธรรมและความโปร่งใสไว้แล้ว และผลการประเมิน ITA ประจำปีงบประมาณ "
            "พ.ศ. ๒๕๖๓ [[ita.0|เท่ากับ ๘๙.๗๒ คะแนน อยู่ในระดับ A]] กลุ่มงานบริหารทั่วไปได้ติดตามผลจากทุกกลุ่มงาน สรุปได้ดังนี้"
        ),
        MeasureTable(
            role="report",
            columns=(
                Column("number", "ข้อ", 6, align="center"),
                Column("measure", "ประเด็น", 24),
                Column("responsible", "ผู้รับผิดชอบ", 18),
                Column("procedure", "วิธีดำเนินการ", 27),
                Column("status:not_started", "ยังไม่เริ่มดำเนินการ", 9, _STATUS, "center"),
                Column("status:in_progress", "กำลังดำเนินการ", 9, _STATUS, "center"),
                Column("status:done", "เรียบร้อยแล้ว", 9, _STATUS, "center"),
            ),
            rows=_REPORT_ROWS,
            mark=HAND_TICK,
            no_mark="",
        ),
    ),
    closing="จึงเรียนมาเพื่อโปรดทราบ",
    signatures=(
        Signature("นางสาวจันทร์ ดีงาม", "นักจัดการงานทั่วไปปฏิบัติการ"),
        Signature("นายบุญมี ศรีสุข", "หัวหน้ากลุ่มงานบริหารทั่วไป"),
    ),
    stamps=(Stamp("name", "ทราบ\nนายธงชัย มีเดช", 32, 236, turn=-3),),
    style=Style(font="Norasi", leaders="rule", table_size=14, size=15),
)
_REPORT = Document(
    name="wiang-pha-2564-report",
    memos=(_REPORT_MEMO,),
    scan=Scan(dpi=200, color=True, skew=-0.9, quality=42, noise=2.5, specks=25, gaps=25, fold=True, bleed=0.05),
    purpose="The report on that plan, ticked with a pen",
    odd="Ticks by hand in blue and black that leave their cells; two ticks in one row and none in another, so both are "
    "unknown; a fold and the back of the sheet showing through",
)

DOCUMENTS = (_PLAN, _REPORT)
PAIRS = (
    Pair(
        name="wiang-pha-2564",
        plan=_PLAN,
        report=_REPORT,
        agency=_AGENCY,
        plan_year=2563,
        report_year=2564,
        rows=(
            Pairing((1,), (1,), "done"),
            Pairing((2,), (2,), "unknown"),
            Pairing((3,), (3,), "done"),
            Pairing((4,), (4,), "not_started"),
            Pairing((5,), (5,), "unknown"),
            Pairing((6,), (6,), "in_progress", ("responsible",)),
        ),
        findings=(
            ("duplicate-row-number", (4, 5)),
            ("grade-contradicts-score", ()),
            ("status-ambiguous", (2,)),
            ("status-missing", (5,)),
        ),
    ),
)
