"""ทน.ฟ้าใส: plan of 2565, report of 2566. Long tables, drawn anew on every page, at 300 dpi."""

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

_AGENCY = "เทศบาลนครฟ้าใส"
_COMM = {"ตัวชี้วัด": "ประสิทธิภาพการสื่อสาร"}
_SYSTEM = {"ตัวชี้วัด": "การปรับปรุงระบบการทำงาน"}
_ASSETS = {"ตัวชี้วัด": "การใช้ทรัพย์สินของราชการ"}
_PREVENT = {"ตัวชี้วัด": "การป้องกันการทุจริต"}
_WHOLE = between("ตุลาคม ๒๕๖๔ ถึง กันยายน ๒๕๖๕", date(2021, 10, 1), date(2022, 9, 30), None)

_PLAN_ROWS = (
    Row("ทำปฏิทินงานบริการและกิจกรรมของเทศบาลรายเดือน",
        "- รวบรวมกำหนดการจากทุกสำนักและกอง\n- จัดทำเป็นภาพเดียวจบ เผยแพร่ก่อนวันที่ ๑ ของทุกเดือน\n- ส่งให้ประธานชุมชนติดที่ศาลากลางบ้าน",
        "สำนักปลัดเทศบาล", due=_WHOLE, others=_COMM),
    Row("ตอบข้อความทางสื่อสังคมภายในหนึ่งวันทำการ",
        "- จัดเวรผู้ตอบข้อความ\n- จัดทำชุดคำตอบมาตรฐาน ๔๐ เรื่อง", "กองยุทธศาสตร์และงบประมาณ",
        due=in_quarter("ไตรมาสที่ ๒", 2565, 2), others=_COMM),
    Row("แปลเอกสารงานทะเบียนที่ใช้บ่อยเป็นภาษาอังกฤษ", "- แปลแบบคำร้อง ๑๒ รายการ\n- ให้ผู้เชี่ยวชาญตรวจภาษา",
        "สำนักทะเบียนท้องถิ่น", due=on_day("๒๘ กุมภาพันธ์ ๒๕๖๕", 2565, 2, 28), others=_COMM),
    Row("จัดแผนผังและป้ายนำทางภายในสำนักงาน", "- สำรวจจุดที่ผู้มาติดต่อถามบ่อย\n- ติดป้ายสองภาษาและเส้นนำทางบนพื้น", "กองช่าง",
        due=in_month("มิถุนายน ๒๕๖๕", 2565, 6), others=_COMM),
    Row("รวมจุดรับคำร้องไว้ที่เคาน์เตอร์เดียว", "- ย้ายเจ้าหน้าที่ห้าคนมาประจำเคาน์เตอร์กลาง\n- ใช้บัตรคิวใบเดียวทุกเรื่อง",
        "สำนักปลัดเทศบาล/ กองคลัง/ กองสาธารณสุขและสิ่งแวดล้อม",
        due=in_fiscal_year("ปีงบประมาณ พ.ศ. ๒๕๖๕", 2565), others=_SYSTEM),
    Row("นัดหมายตรวจสถานที่ล่วงหน้าทางออนไลน์", "- เปิดตารางนัดล่วงหน้า ๓๐ วัน\n- แจ้งเตือนก่อนวันนัดหนึ่งวัน", "กองสาธารณสุขและสิ่งแวดล้อม",
        due=on_day("๑ เมษายน ๒๕๖๕", 2565, 4, 1), others=_SYSTEM),
    Row("ยกเลิกการขอสำเนาบัตรประชาชนและทะเบียนบ้าน", "- ออกคำสั่งให้ทุกงานตรวจข้อมูลจากระบบกลาง\n- ติดประกาศให้ประชาชนทราบ",
        "ทุกส่วนราชการ", due=on_day("๑๕ พฤศจิกายน ๒๕๖๔", 2564, 11, 15), others=_SYSTEM),
    Row("ติดหมายเลขครุภัณฑ์ใหม่ทุกชิ้น", "- พิมพ์ฉลากคิวอาร์โค้ด\n- ตรวจนับและติดฉลากให้ครบ ๓,๖๗๘ รายการ", "กองคลัง",
        due=between("ม.ค. ๖๕ – มิ.ย. ๖๕", date(2022, 1, 1), date(2022, 6, 30), 2565), others=_ASSETS),
    Row("กำหนดวิธีขอใช้รถบรรทุกน้ำและรถกระเช้า", "- เขียนวิธีขอใช้เป็นภาพ\n- ระบุค่าใช้จ่ายและผู้อนุญาต", "กองช่าง/ สำนักการสาธารณสุข",
        due=in_quarter("ไตรมาสที่ ๓", 2565, 3), others=_ASSETS),
    Row("เปิดเผยรายชื่อผู้ยืมทรัพย์สินเกินกำหนด", "- สรุปรายเดือนส่งทุกสำนักและกอง\n- ทวงถามเป็นหนังสือ", "กองคลัง",
        due=_WHOLE, others=_ASSETS),
    Row("จัดเวทีถามตอบกับผู้บริหารเรื่องความโปร่งใส", "- จัดปีละสองครั้ง ถ่ายทอดสดทางสื่อสังคม\n- รวบรวมคำถามและคำตอบเผยแพร่ภายในเจ็ดวัน",
        "กองยุทธศาสตร์และงบประมาณ", due=on_day("๓๑ สิงหาคม ๒๕๖๕", 2565, 8, 31), others=_PREVENT),
    Row("ทบทวนแผนป้องกันการทุจริตสี่ปี", "- ประชุมคณะทำงานสามครั้ง\n- รับฟังความเห็นจากเครือข่ายชุมชน", "สำนักปลัดเทศบาล",
        due=on_day("๓๐ กันยายน ๒๕๖๕", 2565, 9, 30), others=_PREVENT),
)  # fmt: skip


def _told(order: int, **changes: object) -> Row:
    plan = _PLAN_ROWS[order - 1]
    values: dict[str, object] = {"measure": plan.measure, "responsible": plan.responsible, "others": plan.others}
    return Row(**(values | changes))  # type: ignore[arg-type]


_REPORT_ROWS = (
    _told(1, status="done", note="เผยแพร่ครบ ๑๒ เดือน มีผู้เข้าชมเฉลี่ยเดือนละ ๒,๗๔๖ ครั้ง"),
    _told(2, status="in_progress", note="ตอบภายในหนึ่งวันได้ร้อยละ ๘๙.๗"),
    _told(3, status="done", note="แปลแล้ว ๑๒ รายการ เมื่อวันที่ ๑๙ ม.ค. ๖๕"),
    _told(4, status="not_started", note="อยู่ระหว่างรอแบบปรับปรุงอาคาร"),
    _told(5, status="done", responsible="สำนักปลัดเทศบาล/ กองคลัง", note="เปิดเคาน์เตอร์เมื่อวันที่ ๑ กรกฎาคม ๒๕๖๕"),
    _told(6, status="done", measure="เปิดให้จองวันตรวจสถานที่ผ่านทางออนไลน์", note="มีผู้จอง ๔๖๘ ราย"),
    _told(7, status="done", note="คำสั่งที่ ๙๗๔/๒๕๖๔"),
    _told(8, status="in_progress", note="ติดฉลากแล้ว ๒,๙๘๖ รายการ"),
    _told(9, status="done"),
    _told(12, status="in_progress", note="ประชุมแล้วสองครั้ง"),
    _told(11, status="done", responsible="สำนักปลัดเทศบาล", note="มีผู้ชมถ่ายทอดสด ๑,๐๗๘ คน"),
    Row("สุ่มโทรสอบถามผู้รับบริการเดือนละ ๒๐ ราย", responsible="หน่วยตรวจสอบภายใน", others=_PREVENT, status="done",
        note="พบข้อร้องเรียน ๓ เรื่อง แก้ไขแล้วทั้งหมด"),
)  # fmt: skip

_GROUP = "แนวทางดำเนินการ"
_SIGNED = (
    Signature("นายภูมิ เรืองรอง", "นักวิเคราะห์นโยบายและแผนชำนาญการพิเศษ"),
    Signature("นางสาวนภา จิตผ่อง", "ปลัดเทศบาลนครฟ้าใส", "ความเห็นของปลัดเทศบาล"),
    Signature("นายตะวัน กล้าหาญ", "นายกเทศมนตรีนครฟ้าใส", "คำสั่ง/ข้อสั่งการ"),
)
_PLAN_MEMO = Memo(
    kind="plan",
    agency=_AGENCY,
    department="กองยุทธศาสตร์และงบประมาณ",
    office=f"[[department|กองยุทธศาสตร์และงบประมาณ]] [[agency|{_AGENCY}]] จังหวัดเวียงผา",
    number="วผ ๕๒๐๐๑.๔/๑๗๙๘",
    number_printed="[[number|วผ ๕๒๐๐๑.๔/๑๗๙๘]]",
    date=on_day("๘ ธันวาคม ๒๕๖๔", 2564, 12, 8),
    subject="แผนยกระดับคุณธรรมและความโปร่งใสในการดำเนินงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๕",
    recipient="นายกเทศมนตรีนครฟ้าใส",
    fiscal_year=2565,
    ita=((2564, 79.86, "B"),),
    blocks=(
        Paragraph("เรื่องเดิม", "bold"),
        Paragraph(
            f"{_AGENCY}ได้รับแจ้งผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ประจำปี"
            "งบประมาณ พ.ศ. ๒๕๖๔ [[ita.0|คะแนนรวม ๗๙.๘๖ คะแนน ระดับ B]] โดยตัวชี้วัดที่ต่ำกว่าร้อยละแปดสิบห้ามีสี่ตัวชี้วัด"
        ),
        Paragraph("ข้อกฎหมาย", "bold"),
        Paragraph("ระเบียบว่าด้วยงานสารบรรณและหนังสือสั่งการเรื่องการประเมิน ITA ซึ่งแจ้งให้หน่วยงานนำผลไปปรับปรุงภายในปีถัดไป"),
        Paragraph("ข้อพิจารณา", "bold"),
        Paragraph("กองยุทธศาสตร์และงบประมาณได้ยกร่างแผนสิบสองมาตรการ จำแนกตามตัวชี้วัด ดังนี้"),
        MeasureTable(
            role="plan",
            columns=(
                Column("other:ตัวชี้วัด", "ตัวชี้วัด", 15),
                Column("measure", "มาตรการ", 24),
                Column("procedure", "ขั้นตอนหรือวิธีการปฏิบัติ", 29, _GROUP),
                Column("responsible", "ผู้รับผิดชอบ", 16, _GROUP),
                Column("due", "ระยะเวลา", 16, _GROUP),
            ),
            rows=_PLAN_ROWS,
            pieces=(4, 6, 2),
            piece_widths=((15, 24, 29, 16, 16), (12, 22, 34, 18, 14), (17, 26, 24, 16, 17)),
            merges=(
                ("other:ตัวชี้วัด", 0, 4),
                ("other:ตัวชี้วัด", 4, 3),
                ("other:ตัวชี้วัด", 7, 3),
                ("other:ตัวชี้วัด", 10, 2),
            ),
        ),
        Paragraph("ข้อเสนอ", "bold"),
        Paragraph("เห็นควรอนุมัติแผนและเผยแพร่บนเว็บไซต์ ทั้งนี้ ให้ทุกสำนักและกองรายงานความก้าวหน้าทุกไตรมาส"),
    ),
    closing="จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ",
    signatures=_SIGNED,
    style=Style(table_size=15, header_fill="#d0d0d0", letter_spacing=-0.01),
    stamps=(Stamp("hole", "", 8, 118), Stamp("hole", "", 8, 198)),
)
_PLAN = Document(
    name="fa-sai-2565-plan",
    memos=(_PLAN_MEMO,),
    scan=Scan(dpi=300, skew=-0.2, quality=30, noise=2, blur=0.8, specks=25, gaps=40, streaks=1),
    purpose="A city's plan of twelve measures over three pages at 300 dpi",
    odd="The table is drawn anew on every page with other column widths; indicators in merged cells; a grey two-row "
    "header; bulleted procedures; squeezed letters; a scanner streak",
)

_STATUS = "สถานะการดำเนินงาน"
_REPORT_MEMO = Memo(
    kind="report",
    agency=_AGENCY,
    department="กองยุทธศาสตร์และงบประมาณ",
    office=f"[[department|กองยุทธศาสตร์และงบประมาณ]] [[agency|{_AGENCY}]] จังหวัดเวียงผา",
    number="วผ ๕๒๐๐๑.๔/",
    number_printed="[[number|วผ ๕๒๐๐๑.๔/]]",
    date=on_day("๒๖ มกราคม ๒๕๖๖", 2566, 1, 26, hand="๒๖"),
    subject="รายงานผลตามแผนยกระดับคุณธรรมและความโปร่งใสในการดำเนินงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
    recipient="นายกเทศมนตรีนครฟ้าใส",
    fiscal_year=2566,
    ita=((2565, 90.34, "A"),),
    blocks=(
        Paragraph(
            "ตามบันทึกข้อความ ที่ วผ ๕๒๐๐๑.๔/๑๗๙๘ ลงวันที่ ๘ ธันวาคม ๒๕๖๔ เรื่อง แผนยกระดับคุณธรรมและความโปร่งใสในการ"
            "ดำเนินงาน ผู้บริหารอนุมัติให้ดำเนินการสิบสองมาตรการ และเทศบาลได้รับแจ้งผลการประเมิน ITA ประจำปีงบประมาณ "
            "พ.ศ. ๒๕๖๕ แล้ว [[ita.0|ได้ ๙๐.๓๔ คะแนน อยู่ในระดับ A]]"
        ),
        Paragraph("กองยุทธศาสตร์และงบประมาณขอรายงานผลการดำเนินงาน ดังนี้"),
        MeasureTable(
            role="report",
            columns=(
                Column("other:ตัวชี้วัด", "ตัวชี้วัด", 15),
                Column("measure", "มาตรการ", 22),
                Column("note", "ผลการดำเนินงาน", 22),
                Column("status:not_started", "ยังไม่ดำเนินการ", 9, _STATUS, "center"),
                Column("status:in_progress", "อยู่ระหว่างดำเนินการ", 10, _STATUS, "center"),
                Column("status:done", "ดำเนินการแล้วเสร็จ", 9, _STATUS, "center"),
                Column("responsible", "ผู้รับผิดชอบ", 15),
            ),
            rows=_REPORT_ROWS,
            mark="✔",
            no_mark="-",
        ),
    ),
    closing="จึงเรียนมาเพื่อโปรดทราบ",
    signatures=_SIGNED,
    stamps=(
        Stamp("receipt", "เทศบาลนครฟ้าใส\nเลขรับ 1187\nวันที่ 1 8 ม.ค. 2566\nเวลา 14.05", 145, 7, turn=-1.5, size=0.85),
        Stamp("name", "อนุมัติ", 40, 255, page=2, turn=-6, size=1.4),
    ),
    style=Style(table_size=14, line_height=1.1, leaders="rule"),
)
_REPORT = Document(
    name="fa-sai-2566-report",
    memos=(_REPORT_MEMO,),
    scan=Scan(dpi=200, color=True, skew=0.35, quality=38, noise=2.5, blur=0.7, specks=18, gaps=18, shadow=0.25),
    purpose="The report on that plan, with results in words beside the marks",
    odd="Results hold dates and numbers of their own; statuses stand between the results and the units; no procedures "
    "and no due dates to compare; a receipt stamp with an earlier date; two measures in exchanged order",
)

_PURCHASE = Memo(
    kind="other",
    agency=_AGENCY,
    department="กองคลัง",
    office=f"[[department|กองคลัง]] [[agency|{_AGENCY}]]",
    number="วผ ๕๒๐๐๔/",
    number_printed="[[number|วผ ๕๒๐๐๔/]]",
    date=on_day("๗ มิ.ย. ๖๕", 2565, 6, 7),
    subject="รายงานผลการจัดซื้อวัสดุสำนักงาน ประจำเดือนพฤษภาคม ๒๕๖๕",
    recipient="ปลัดเทศบาลนครฟ้าใส",
    fiscal_year=None,
    blocks=(
        Paragraph("กองคลังขอรายงานผลการจัดซื้อวัสดุสำนักงานประจำเดือนพฤษภาคม ๒๕๖๕ ตามรายการต่อไปนี้"),
        PlainTable(
            rows=(
                ("ลำดับ", "รายการ", "จำนวน", "ราคาต่อหน่วย (บาท)", "รวมเงิน (บาท)", "ผู้รับผิดชอบ"),
                ("๑", "กระดาษถ่ายเอกสาร ขนาดเอสี่", "๔๐ รีม", "๑๑๘.๐๐", "๔,๗๒๐.๐๐", "งานพัสดุ"),
                ("๒", "หมึกพิมพ์ชนิดผง", "๖ กล่อง", "๒,๔๙๐.๐๐", "๑๔,๙๔๐.๐๐", "งานพัสดุ"),
                ("๓", "แฟ้มสันกว้าง", "๓๖ แฟ้ม", "๖๘.๐๐", "๒,๔๔๘.๐๐", "งานสารบรรณ"),
                # The printed total is wrong, as totals sometimes are.
                ("", "รวมทั้งสิ้น", "", "", "๒๒,๐๑๘.๐๐", ""),
            ),
            widths=(8, 32, 12, 16, 17, 15),
        ),
        Paragraph("รวมเป็นเงินทั้งสิ้น ๒๒,๐๑๘.๐๐ บาท เบิกจ่ายจากหมวดค่าวัสดุ"),
    ),
    closing="จึงเรียนมาเพื่อโปรดทราบ",
    signatures=(Signature("นางแก้ว ปัญญาดี", "ผู้อำนวยการกองคลัง"),),
    stamps=(Stamp("name", "- ทราบ\n- เก็บเรื่อง", 34, 210, turn=-5),),
)
_OTHER = Document(
    name="purchase-memo",
    memos=(_PURCHASE,),
    scan=Scan(dpi=200, codec="ccitt", dither=True, skew=-0.4, noise=3, shading=0.02, paper=252, specks=20),
    purpose="A memo whose table is no plan",
    odd="Prices, a column of responsible units and the word รายการ in a table that holds no measures; "
    "its total is wrong; dithered to one bit",
)

DOCUMENTS = (_PLAN, _REPORT, _OTHER)
PAIRS = (
    Pair(
        name="fa-sai-2566",
        plan=_PLAN,
        report=_REPORT,
        agency=_AGENCY,
        plan_year=2565,
        report_year=2566,
        rows=(
            Pairing((1,), (1,), "done"),
            Pairing((2,), (2,), "in_progress"),
            Pairing((3,), (3,), "done"),
            Pairing((4,), (4,), "not_started"),
            Pairing((5,), (5,), "done", ("responsible",)),
            Pairing((6,), (6,), "done", ("measure",), level="partial"),
            Pairing((7,), (7,), "done"),
            Pairing((8,), (8,), "in_progress"),
            Pairing((9,), (9,), "done"),
            Pairing((10,), (), "not_reported"),
            Pairing((11,), (11,), "done", ("responsible",)),
            Pairing((12,), (10,), "in_progress"),
            Pairing((), (12,), "not_planned"),
        ),
    ),
)
