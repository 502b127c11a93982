"""Papers made by hand: readings and tables as the stages before the memo room give them, without pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.model import BBox, Place
from pipeline.page import Doubt, Grid, PageReading, ReadLine
from pipeline.passage import Passage, join_passages, passage_of_line
from pipeline.tables.records import CellText, Column, Meaning, Row, StitchedTable, Tables
from pipeline.thai.joining import gap_between

WIDTH, HEIGHT = 1654, 2339
LEFT, PITCH, TALL, WIDE = 236, 60, 44, 14

M = Meaning
DPI = {1: 200, 2: 200, 3: 200}
PLAN = (M.MEASURE, M.PROCEDURE, M.RESPONSIBLE, M.MONITORING)
REPORT = (M.MEASURE, M.PROCEDURE, M.STATUS_NOT_STARTED, M.STATUS_IN_PROGRESS, M.STATUS_DONE)


def line(
    text: str,
    x: int = LEFT,
    y: int = 0,
    *,
    confidence: float = 0.97,
    doubts: Sequence[Doubt] = (),
    raw: str | None = None,
) -> ReadLine:
    """A read line of fixed letter width."""
    edges = tuple(x + WIDE * i for i in range(len(text) + 1))
    return ReadLine(
        bbox=(x, y, max(edges[-1], x + WIDE), y + TALL),
        raw=text if raw is None else raw,
        text=text,
        confidence=confidence if text else 0.0,
        confidences=(confidence,) * len(text),
        edges=edges,
        doubts=tuple(doubts),
    )


def doubted_digits(text: str) -> tuple[Doubt, ...]:
    """The doubts of Tesseract: every Thai digit."""
    return tuple(
        Doubt(start=i, end=i + 1, reason="thai-digit-from-tesseract")
        for i, char in enumerate(text)
        if "๐" <= char <= "๙"
    )


@dataclass
class PageMaker:
    """A page filled from top to bottom."""

    number: int = 1
    tesseract: bool = False
    y: int = 200
    lines: list[ReadLine] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)

    def add(self, *texts: str, x: int = LEFT, gap: int = 40, **options: object) -> PageMaker:
        """One strip: the texts side by side, as separate boxes."""
        for text in texts:
            doubts = doubted_digits(text) if self.tesseract else ()
            made = line(text, x, self.y, doubts=doubts, **options)  # type: ignore[arg-type]
            self.lines.append(made)
            x = made.bbox[2] + gap
        self.y += PITCH
        return self

    def place(self, text: str, x: int, y: int) -> PageMaker:
        """A line anywhere, such as one of a stamp."""
        self.lines.append(line(text, x, y))
        return self

    def skip(self, lines: int) -> PageMaker:
        self.y += PITCH * lines
        return self

    def reading(self) -> PageReading:
        return PageReading(
            number=self.number,
            width=WIDTH,
            height=HEIGHT,
            dpi=200,
            engine="made",
            grids=tuple(self.grids),
            lines=tuple(self.lines),
        )


def cell(
    text: str = "",
    *,
    page: int = 1,
    row: int = 0,
    column: int = 0,
    ink: float | None = None,
    shared: bool = False,
    tesseract: bool = False,
    confidence: float = 0.97,
) -> CellText:
    """A cell; its lines are parted by newlines, its ink follows from its text when not given."""
    box: BBox = (LEFT + 240 * column, 500 + 100 * row, LEFT + 240 * column + 240, 600 + 100 * row)
    passages = [
        passage_of_line(
            line(
                piece,
                box[0],
                box[1] + 30 * i,
                doubts=doubted_digits(piece) if tesseract else (),
                confidence=confidence,
            ),
            page,
        )
        for i, piece in enumerate(text.split("\n"))
        if piece
    ]
    passage = join_passages(passages, gap_between) if passages else Passage(())
    # 387 mm² of cell: a dash has 0.4 mm² of ink, a tick 1.5, as on scans.
    level = (0.0 if not text else 0.001 if text == "-" else 0.004 * len(text)) if ink is None else ink
    return CellText(passage, (Place(page=page, bbox=box),), level, shared)


def table(
    meanings: Sequence[Meaning],
    rows: Sequence[Sequence[str | CellText]],
    *,
    page: int = 1,
    grid: int = 0,
    headings: Sequence[str] = (),
    tesseract: bool = False,
) -> StitchedTable:
    """A stitched table from texts (or ready cells)."""
    columns = tuple(
        Column(i, meaning, headings[i] if headings else meaning.value, 1.0) for i, meaning in enumerate(meanings)
    )
    made = [
        Row(
            cells=tuple(
                item if isinstance(item, CellText) else cell(item, page=page, row=r, column=c, tesseract=tesseract)
                for c, item in enumerate(texts)
            ),
            pages=(page,),
        )
        for r, texts in enumerate(rows)
    ]
    where = (Place(page=page, bbox=(LEFT, 500, LEFT + 240 * len(columns), 500 + 100 * len(made))),)
    return StitchedTable(columns=columns, rows=tuple(made), pieces=((page, grid),), where=where)


def tables(*stitched: StitchedTable) -> Tables:
    return Tables(stitched=stitched, per_page={})


def seed_head(page: PageMaker) -> PageMaker:
    """The head of the seed memo, its values over dot leaders."""
    return (
        page.add("บันทึกข้อความ", x=620)
        .add("ส่วนราชการ", "สำนักงานปลัด องค์การบริหารส่วนตำบลเว่อ....................")
        .add("ที่", "กส ๗๘๙๐๑ /.................", "วันที่", "....มกราคม ๒๕๖๕...............")
        .add("เรื่อง", "รายงานผลดำเนินการตามมาตรการเพื่อส่งเสริมคุณธรรมและความ")
        .add("โปร่งใสภายในหน่วยงาน......")
        .add("เรียน", "นายกองค์การบริหารส่วนตำบลเว่อ")
    )


SEED_BODY = (
    "ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (Integrity and",
    "Transparency Assessment : ITA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ ขององค์การบริหารส่วนตำบลเว่อ",
    "อำเภอเวียงตาล จังหวัดกาฬสินธุ์ มีคะแนนเท่ากับ ๙๖.๕๒ คะแนน อยู่ในระดับ AA และเพื่อให้การประเมิน",
    "ในปีงบประมาณ พ.ศ. ๒๕๖๕ มีค่าคะแนนสูงขึ้น",
)
SEED_NOTE = "/ (ตรวจสอบข้อมูลได้ที่ เว็บไซต์ของหน่วยงาน)"


def seed_paper(*, tesseract: bool = False) -> tuple[tuple[PageReading, ...], Tables]:
    """The seed memo, shortened: plan 2 + 1 rows over two pages, report 2 rows, four signatories on page 3."""
    first = seed_head(PageMaker(1, tesseract=tesseract))
    first.add("ตามที่นิติกร สำนักปลัด ได้รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส มีรายละเอียด ดังนี้", x=380)
    second = PageMaker(2, tesseract=tesseract).add("- ๒ -", x=800)
    for text in SEED_BODY:
        second.add(text)
    third = PageMaker(3, tesseract=tesseract).add("- ๓ -", x=800).skip(10)
    third.add("จึงเรียนมาเพื่อทราบและดำเนินการต่อไป", x=380).skip(2)
    for name, position, opinion in (
        ("(นายชัยบัณฑิต อุ่นฤทธิ์)", "นิติกร", "ความเห็นของหัวหน้าสำนักปลัด........................"),
        ("(นายพนพล สาระฆัง)", "หัวหน้าสำนักปลัด", "ความเห็นของปลัดองค์การบริหารส่วนตำบล.........."),
        ("(นายพิศิษฐ์ ชื่นบุญเพิ่ม)", "ปลัดองค์การบริหารส่วนตำบลเว่อ", "ความเห็นของนายกองค์การบริหารส่วนตำบลเว่อ....."),
        ("(นายรัตนชัย จันทร์เพ็ญ)", "นายกองค์การบริหารส่วนตำบลเว่อ", ""),
    ):
        third.add(name, x=900).add(position, x=880)
        if opinion:
            third.add(opinion).skip(1)
    merged = cell("รายงานความก้าวหน้าและ\nสรุปผล ณ ๔ มกราคม ๒๕๖๕", column=3, shared=True, tesseract=tesseract)
    plan = table(
        PLAN,
        [
            ("มีแนวทางปฏิบัติเกี่ยวกับการใช้ทรัพย์สินของราชการที่ถูกต้อง", "จัดทำแนวทางปฏิบัติ", "สำนักปลัด อบต./ กองคลัง", merged),
            ("ให้ความรู้เกี่ยวกับการป้องกันผลประโยชน์ทับซ้อน", "ฝึกอบรม", "สำนักปลัด", merged),
            (
                "การเผยแพร่ข้อมูลข่าวสาร",
                "-เผยแพร่ผลงาน",
                "สำนักปลัด",
                cell("รายงานความก้าวหน้าและ\nสรุปผล ณ ๔ มกราคม ๒๕๖๔", row=2, column=3, page=2, tesseract=tesseract),
            ),
        ],
    )
    report = table(
        REPORT,
        [
            ("มีแนวทางปฏิบัติเกี่ยวกับการใช้ทรัพย์สินของราชการที่ถูกต้อง", "จัดทำแนวทางปฏิบัติ", "-", "-", SEED_NOTE),
            ("ให้ความรู้เกี่ยวกับการป้องกันผลประโยชน์ทับซ้อน", "ฝึกอบรม", "-", "-", SEED_NOTE),
        ],
        page=2,
    )
    return (first.reading(), second.reading(), third.reading()), tables(plan, report)
