"""Layouts that the samples lack: headings over headings, sections inside tables, tables that only look alike, cover
sheets, results in words only, photographed pages. Made twice, with two ways of printing: to tune on, and held back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from pipeline.synth.content.dates import between, in_fiscal_year, in_month, in_quarter, on_day
from pipeline.synth.spec import (
    BLANK,
    HAND_TICK,
    Block,
    Column,
    Document,
    Kind,
    MeasureTable,
    Memo,
    Paragraph,
    PlainTable,
    Row,
    Scan,
    Signature,
    Stamp,
    StatusName,
    Style,
)


@dataclass(frozen=True, slots=True)
class Print:
    """How one of the two offices prints and scans; `tag` ends the names of its documents."""

    tag: str
    agency: str
    department: str
    prefix: str
    style: Style
    scan: Scan
    photo: Scan
    is_mirrored: bool
    """Whether its tables have their columns in the other order, but for the number and the measure."""


TUNED = Print(
    "a", "เทศบาลเมืองเชียงทอง", "กองยุทธศาสตร์และงบประมาณ", "ชท ๕๒๐๐๓/",
    Style(table_size=14, line_height=1.15), Scan(dpi=200, skew=0.4, noise=4, specks=25, gaps=20),
    Scan(dpi=200, color=True, skew=0.0, noise=4, blur=0.8, quality=60, photo=0.035, shading=0.05), False,
)  # fmt: skip
HELD_BACK = Print(
    "b", "องค์การบริหารส่วนตำบลห้วยแก้วบน", "สำนักปลัด", "หก ๗๓๔๐๑/",
    Style(font="Laksaman", size=15, table_size=12.5, leaders="rule", header_fill="#dddddd", page_numbers="none"),
    Scan(dpi=240, skew=-0.6, noise=5, quality=35, specks=40, bands=1),
    Scan(dpi=250, color=True, skew=0.8, noise=5, blur=1.0, quality=50, photo=0.05, shading=0.1), True,
)  # fmt: skip

_MEASURES = (
    Row("ลดขั้นตอนการขออนุญาตก่อสร้างอาคาร", "รับคำขอผ่านเว็บไซต์ และแจ้งผลทางข้อความภายใน ๓๐ วัน", "กองช่าง",
        "รายงานทุกไตรมาส", in_quarter("ไตรมาสที่ ๒", 2567, 2), "๑"),
    Row("ติดประกาศค่าธรรมเนียมทุกจุดบริการ", "ทำป้ายขนาดใหญ่ และทบทวนอัตราปีละครั้ง", "กองคลัง/ สำนักปลัด",
        "รายงานทุกไตรมาส", on_day("๓๑ ม.ค. ๒๕๖๗", 2567, 1, 31), "๒"),
    Row("ชี้แจงการใช้จ่ายงบประมาณต่อที่ประชุมประชาคม", "สรุปเป็นแผ่นภาพหนึ่งหน้า แจกทุกครัวเรือน", "กองคลัง",
        "รายงานทุกหกเดือน", in_month("มีนาคม ๒๕๖๗", 2567, 3), "๓"),
    Row("เปิดให้ตรวจสอบการเบิกค่าเดินทางไปราชการ", "เผยแพร่ยอดเบิกรายกองทุกเดือน", "กองคลัง",
        "รายงานทุกหกเดือน", between("ต.ค. ๖๖ – ก.ย. ๖๗", date(2023, 10, 1), date(2024, 9, 30), None), "๔"),
    Row("กำหนดหลักเกณฑ์มอบหมายงานที่เป็นธรรม", "ประชุมหัวหน้าฝ่าย จัดทำตารางภาระงาน และทบทวนทุกครึ่งปี", "สำนักปลัด",
        "รายงานทุกหกเดือน", in_fiscal_year("ปีงบประมาณ ๒๕๖๗", 2567), "๕"),
    Row("ทำทะเบียนคุมการยืมครุภัณฑ์", "ใช้แบบฟอร์มเดียวกันทุกกอง และตรวจนับเดือนละครั้ง", "งานพัสดุ",
        "ตรวจโดยหน่วยตรวจสอบภายใน", on_day("๒๘ กุมภาพันธ์ ๒๕๖๗", 2567, 2, 28), "๖"),
    Row("แจ้งช่องทางร้องเรียนการทุจริตให้ทั่วถึง", "ติดแผ่นป้ายรหัสคิวอาร์ที่ศาลาหมู่บ้านทุกแห่ง", "งานนิติการ",
        "ตรวจโดยหน่วยตรวจสอบภายใน", on_day("๑๕ มิถุนายน ๒๕๖๗", 2567, 6, 15), "๗"),
    Row("อบรมเรื่องการขัดกันแห่งผลประโยชน์", "เชิญวิทยากรจากจังหวัด จัดสองรุ่น มีแบบทดสอบก่อนและหลัง", "งานการเจ้าหน้าที่",
        "ตรวจโดยหน่วยตรวจสอบภายใน", between("เมษายน - พฤษภาคม ๒๕๖๗", date(2024, 4, 1), date(2024, 5, 31), 2567), "๘"),
)  # fmt: skip
_SECTIONS = (
    (0, "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่"),
    (2, "ตัวชี้วัดที่ ๒ การใช้งบประมาณ"),
    (4, "ตัวชี้วัดที่ ๓ การใช้อำนาจ และการใช้ทรัพย์สินของราชการ"),
)
_STATUSES: tuple[StatusName, ...] = (
    "done",
    "in_progress",
    "done",
    "not_started",
    "done",
    "done",
    "in_progress",
    "done",
)
_RESULTS = (
    "ดำเนินการแล้ว เมื่อวันที่ [[date|๑๒ กุมภาพันธ์ ๒๕๖๗]] มีผู้ยื่นผ่านเว็บไซต์ ๔๗ ราย",
    "อยู่ระหว่างดำเนินการจัดทำป้าย",
    "ดำเนินการแล้วเสร็จ แจก ๑,๘๖๙ ครัวเรือน",
    "ยังไม่ได้ดำเนินการ เนื่องจากรอระบบใหม่",
    "ดำเนินการเรียบร้อยแล้ว ทบทวนสองครั้ง",
    "แล้วเสร็จ ตรวจนับครบ ๑๒ เดือน",
    "อยู่ระหว่างดำเนินการ ติดแล้ว ๖ จาก ๙ หมู่บ้าน",
    "ดำเนินการแล้ว ผู้เข้าอบรม ๘๔ คน",
)
_NUMBER = Column("number", "ลำดับ", 7, align="center")
_SIGNED = (Signature("นางสาวฟ้าใส ใจงาม", "นักวิเคราะห์นโยบายและแผนชำนาญการ"), Signature("นายเมฆา พนาเวศ", "ปลัด"))


def build_set(how: Print) -> tuple[Document, ...]:
    """One document of every layout."""
    return tuple(make(how) for make in _MAKERS)


def _memo(how: Print, kind: Kind, subject: str, year: int | None, *blocks: Block) -> Memo:
    return Memo(
        kind=kind,
        agency=how.agency,
        department=how.department,
        office=f"[[department|{how.department}]] [[agency|{how.agency}]]",
        number=how.prefix,
        number_printed=f"[[number|{how.prefix}]]{BLANK}",
        date=on_day("๑๗ พฤศจิกายน ๒๕๖๖", 2566, 11, 17),
        subject=subject,
        recipient=f"ผู้บริหาร{how.agency}",
        fiscal_year=year,
        blocks=blocks,
        closing="จึงเรียนมาเพื่อโปรดพิจารณา",
        signatures=_SIGNED,
        style=how.style,
    )


def _plan(how: Print, *blocks: Block) -> Memo:
    return _memo(how, "plan", "มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", 2567, *blocks)


def _report(how: Print, *blocks: Block) -> Memo:
    subject = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"
    memo = _memo(how, "report", subject, 2567, *blocks)
    return replace(memo, date=on_day("๙ เมษายน ๒๕๖๗", 2567, 4, 9), closing="จึงเรียนมาเพื่อโปรดทราบ")


def _document(how: Print, name: str, odd: str, *memos: Memo, scan: Scan | None = None) -> Document:
    return Document(
        name=f"{name}-{how.tag}", memos=memos, scan=scan or how.scan, purpose="A layout of its own", odd=odd
    )


def _columns(how: Print, *columns: Column) -> tuple[Column, ...]:
    first = [column for column in columns if column.key in ("number", "measure")]
    rest = [column for column in columns if column not in first]
    return (*first, *(reversed(rest) if how.is_mirrored else rest))


def _reported() -> tuple[Row, ...]:
    return tuple(replace(row, status=status) for row, status in zip(_MEASURES, _STATUSES, strict=True))


def _nested(how: Print) -> Document:
    over = "แนวทางการดำเนินการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"
    table = MeasureTable(
        "plan",
        _columns(
            how,
            _NUMBER,
            Column("measure", "มาตรการ", 24),
            Column("procedure", "วิธีดำเนินการ", 26, "การปฏิบัติ", over=over),
            Column("monitoring", "การกำกับติดตาม", 15, "การปฏิบัติ", over=over),
            Column("responsible", "ผู้รับผิดชอบ", 14, "หน่วยงานและเวลา", over=over),
            Column("due", "ระยะเวลา", 14, "หน่วยงานและเวลา", over=over),
        ),
        _MEASURES,
        sections=_SECTIONS,
    )
    opening = Paragraph("ตามผลการประเมินปีที่ผ่านมา จึงกำหนดมาตรการรายตัวชี้วัด ดังนี้")
    return _document(how, "nested", "Headings in three rows; sections inside the table", _plan(how, opening, table))


def _sections(how: Print) -> Document:
    columns = _columns(
        how,
        _NUMBER,
        Column("measure", "มาตรการ/แนวทาง", 30),
        Column("status:done", "ดำเนินการแล้ว", 11, "สถานะการดำเนินงาน", "center"),
        Column("status:in_progress", "อยู่ระหว่างดำเนินการ", 13, "สถานะการดำเนินงาน", "center"),
        Column("status:not_started", "ยังไม่ดำเนินการ", 12, "สถานะการดำเนินงาน", "center"),
        Column("responsible", "ผู้รับผิดชอบ", 18),
    )
    table = MeasureTable("report", columns, _reported(), sections=_SECTIONS, mark="✓", no_mark="", repeat_header=False)
    troubles = PlainTable(
        (
            ("ปัญหา/อุปสรรค", "ข้อเสนอแนะ"),
            ("ประชาชนบางส่วนไม่มีโทรศัพท์ที่ใช้คิวอาร์ได้", "เพิ่มตู้รับเรื่องร้องเรียนที่ศาลาหมู่บ้าน"),
            ("ระบบใหม่ส่งมอบล่าช้า", "เร่งรัดผู้รับจ้าง"),
        ),
        (50, 50),
    )
    opening = Paragraph("ขอรายงานผลการดำเนินการตามมาตรการรายตัวชี้วัด ดังนี้")
    memo = _report(how, opening, table, Paragraph("ปัญหาที่พบระหว่างดำเนินการ"), troubles)
    return _document(how, "sections", "Sections inside a table of marks; a table of troubles under it", memo)


def _scores(how: Print) -> Document:
    scores = PlainTable(
        (
            ("ที่", "ตัวชี้วัด", "คะแนน ปี ๒๕๖๕", "คะแนน ปี ๒๕๖๖", "ผลต่าง"),
            ("๑", "การปฏิบัติหน้าที่", "๘๗.๔๖", "๙๑.๐๘", "+๓.๖๒"),
            ("๒", "การใช้งบประมาณ", "๗๘.๙๙", "๘๔.๗๗", "+๕.๗๘"),
            ("๓", "การใช้อำนาจ", "๘๙.๖๔", "๘๘.๓๐", "-๑.๓๔"),
            ("", "คะแนนรวม", "๘๕.๓๖", "๘๘.๐๕", "+๒.๖๙"),
        ),
        (8, 38, 18, 18, 18),
        title="ตารางที่ ๑ ผลการประเมินรายตัวชี้วัด",
    )
    table = MeasureTable(
        "plan",
        _columns(
            how,
            Column("measure", "มาตรการ", 28),
            Column("procedure", "ขั้นตอน/วิธีการ", 33),
            Column("responsible", "ผู้รับผิดชอบ", 17),
            Column("due", "กำหนดเสร็จ", 22),
        ),
        _MEASURES[:6],
        title="ตารางที่ ๒ มาตรการ",
    )
    budget = PlainTable(
        (
            ("รายการ", "แหล่งเงิน", "งบประมาณ (บาท)", "หมายเหตุ"),
            ("ป้ายประกาศค่าธรรมเนียม", "ข้อบัญญัติ", "๑๘,๗๐๐", ""),
            ("จ้างวิทยากร", "ข้อบัญญัติ", "๙,๖๐๐", "สองรุ่น"),
        ),
        (28, 33, 17, 22),
        title="ตารางที่ ๓ งบประมาณ",
    )
    text = "ได้คะแนนรวม [[ita.0|๘๘.๐๕ คะแนน ระดับผ่าน]] ในปีงบประมาณ พ.ศ. ๒๕๖๖"
    memo = replace(_plan(how, Paragraph(text), scores, table, budget), ita=((2566, 88.05, "ผ่าน"),))
    return _document(how, "three-tables", "Three tables close together, two with the same columns' widths", memo)


def _twins(how: Print) -> Document:
    widths = (7, 28, 35, 15, 15)
    plan = MeasureTable(
        "plan",
        tuple(
            Column(key, heading, width, align="center" if key == "number" else "left")
            for (key, heading), width in zip(
                (("number", "ที่"), ("measure", "มาตรการ"), ("procedure", "แนวทางปฏิบัติ"), ("responsible", "ผู้รับผิดชอบ"),
                 ("due", "ระยะเวลา")), widths, strict=True,
            )
        ),
        _MEASURES[:4],
    )  # fmt: skip
    people = PlainTable(
        (
            ("ที่", "ชื่อ - สกุล", "ตำแหน่ง", "หน้าที่", "โทรศัพท์"),
            ("๑", "นางสาวฟ้าใส ใจงาม", "นักวิเคราะห์นโยบายและแผนชำนาญการ", "เลขานุการ", "ต่อ ๑๐๗"),
            ("๒", "นายเมฆา พนาเวศ", "ปลัด", "ประธาน", "ต่อ ๑๐๑"),
            ("๓", "นางทิพย์ ธารา", "ผู้อำนวยการกองคลัง", "กรรมการ", "ต่อ ๑๑๘"),
        ),
        widths,
        css="break-before: page",
    )
    return _document(how, "twins", "A list of people on the next page, with the same columns", _plan(how, plan, people))


def _between(how: Print) -> Document:
    columns = _columns(
        how,
        _NUMBER,
        Column("measure", "ประเด็น", 26),
        Column("procedure", "วิธีดำเนินการ", 32),
        Column("responsible", "หน่วยงานที่รับผิดชอบ", 17),
        Column("monitoring", "การติดตามประเมินผล", 18),
    )
    first = MeasureTable("plan", columns, _MEASURES[:4], merges=(("monitoring", 0, 2), ("monitoring", 2, 2)))
    rest = MeasureTable("plan", columns, _MEASURES[4:], merges=(("monitoring", 1, 3),), css="break-before: page")
    memo = _plan(how, first, Paragraph("หมายเหตุ ๑ : ข้อ ๑ ถึงข้อ ๔ ใช้งบประมาณปกติ", "plain"), rest)
    return _document(how, "between", "A note stands between the parts of a table; no dates of its own", memo)


def _words(how: Print) -> Document:
    columns = _columns(
        how,
        Column("measure", "มาตรการ", 30),
        Column("responsible", "ผู้รับผิดชอบ", 17),
        Column("note", "ผลการดำเนินงาน", 36),
        Column("other:หมายเหตุ", "หมายเหตุ", 17),
    )
    rows = tuple(replace(row, note=result) for row, result in zip(_reported(), _RESULTS, strict=True))
    rows = (replace(rows[0], date=on_day("๑๒ กุมภาพันธ์ ๒๕๖๗", 2567, 2, 12)), *rows[1:])
    memo = _report(how, MeasureTable("report", columns, rows))
    return _document(how, "words", "The status is in the words of the result only; an empty last column", memo)


def _choices(how: Print) -> Document:
    names: dict[StatusName, str] = {
        "done": "ดำเนินการแล้ว",
        "in_progress": "อยู่ระหว่างดำเนินการ",
        "not_started": "ยังไม่ดำเนินการ",
    }
    empty, ticked = ("( )", "(/)") if how.is_mirrored else ("☐", "☑")
    rows = tuple(
        replace(
            row,
            status_text="\n".join(
                f"{ticked if status == row.status else empty} {name}" for status, name in names.items()
            ),
        )
        for row in _reported()
    )
    columns = _columns(
        how,
        _NUMBER,
        Column("measure", "มาตรการ", 36),
        Column("status_text", "สถานะ" if how.is_mirrored else "สถานะการดำเนินงาน", 30),
        Column("responsible", "ผู้รับผิดชอบ", 20),
    )
    memo = _report(how, MeasureTable("report", columns, rows))
    return _document(how, "choices", "Every row lists the states behind boxes, one of them ticked", memo)


def _indicators(how: Print) -> Document:
    texts = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การแก้ไขปัญหาการทุจริต")
    key = "other:ตัวชี้วัด"
    rows = tuple(replace(row, others={"ตัวชี้วัด": texts[index // 2]}) for index, row in enumerate(_MEASURES))
    columns = (
        Column(key, "ตัวชี้วัด", 17),
        *_columns(
            how,
            Column("measure", "มาตรการ", 26),
            Column("procedure", "แนวทางปฏิบัติ", 27),
            Column("due", "ห้วงเวลา", 15),
            Column("responsible", "ผู้รับผิดชอบ", 15),
        ),
    )
    table = MeasureTable(
        "plan", columns, rows, landscape=True, merges=tuple((key, start, 2) for start in range(0, 8, 2))
    )
    return _document(how, "indicators", "The indicator stands first, in merged cells; no numbers", _plan(how, table))


def _cover(how: Print) -> Document:
    cover = Memo(
        kind="other", agency=how.agency, department=None, office="", number=None, number_printed="", date=None,
        subject="", recipient=None, fiscal_year=None, has_head=False, style=how.style,
        blocks=(
            *(Paragraph(BLANK, "plain") for _ in range(9)),
            Paragraph("แผนปฏิบัติการป้องกันการทุจริต", "title"),
            Paragraph("และมาตรการส่งเสริมคุณธรรมและความโปร่งใส", "title"),
            Paragraph("ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", "title"),
            Paragraph(f"[[agency|{how.agency}]]", "title"),
        ),
    )  # fmt: skip
    columns = _columns(
        how,
        _NUMBER,
        Column("measure", "โครงการ/กิจกรรม/มาตรการ", 30),
        Column("procedure", "ขั้นตอนหรือวิธีการปฏิบัติ", 34),
        Column("due", "ระยะเวลาดำเนินการ", 15),
        Column("responsible", "ผู้รับผิดชอบ", 14),
    )
    return _document(
        how, "cover", "A cover sheet before the memo", cover, _plan(how, MeasureTable("plan", columns, _MEASURES[:5]))
    )


def _photo(how: Print) -> Document:
    columns = (
        _NUMBER,
        Column("measure", "มาตรการ", 36),
        Column("status:not_started", "ยังไม่ดำเนินการ", 12, "สถานะ", "center"),
        Column("status:in_progress", "กำลังดำเนินการ", 13, "สถานะ", "center"),
        Column("status:done", "แล้วเสร็จ", 12, "สถานะ", "center"),
        Column("responsible", "ผู้รับผิดชอบ", 16),
    )
    table = MeasureTable("report", columns, _reported(), mark=HAND_TICK, no_mark="-")
    stamps = (Stamp("receipt", "งานสารบรรณ\nรับที่ ๕๖๗\nวันที่ ๑๐ เม.ย. ๖๗", 140, 12, turn=-2, size=0.8),)
    memo = replace(_report(how, table), stamps=stamps)
    return _document(how, "photo", "Photographed at an angle, light from one side", memo, scan=how.photo)


_MAKERS: tuple[Callable[[Print], Document], ...] = (
    _nested, _sections, _scores, _twins, _between, _words, _choices, _indicators, _cover, _photo,
)  # fmt: skip
