"""Documents that nobody tunes on: pairs drawn from the bank by a seed, in layouts of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random

from pipeline.synth.content.bank import IDEAS, Idea
from pipeline.synth.content.dates import between, in_fiscal_year, in_month, in_quarter, on_day
from pipeline.synth.content.offices import DUE, NUMBER, OFFICES, RESPONSIBLE, Office
from pipeline.synth.spec import (
    BLANK,
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
    When,
)

_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_PEOPLE = (
    ("นายกล้า ไพรงาม", "นักวิเคราะห์นโยบายและแผนปฏิบัติการ"),
    ("นางสาวใบบัว ทิพย์วารี", "นักจัดการงานทั่วไปชำนาญการ"),
    ("นายเดชา ภูผา", "ปลัด"),
)


def build_set() -> tuple[tuple[Document, ...], tuple[Pair, ...]]:
    """Four pairs, a file that holds a plan and its report, and a memo whose table is no plan."""
    pairs = tuple(_build_pair(office) for office in OFFICES)
    together = _build_pair(
        replace(OFFICES[0], name="ban-rai-fa", agency="องค์การบริหารส่วนตำบลบ้านไร่ฟ้า", count=5, stamps=())
    )
    both = Document(
        name="ban-rai-fa-both",
        memos=(*together.plan.memos, *together.report.memos),
        scan=Scan(dpi=200, skew=0.15, noise=3, specks=15, gaps=15),
        purpose="A plan and the report on it in one file",
        odd="Two memos of one agency, two years apart in subject",
    )
    inside = replace(together, name="ban-rai-fa", plan=both, report=both)
    documents = tuple(document for pair in pairs for document in (pair.plan, pair.report))
    return (*documents, both, _committee()), (*pairs, inside)


def _build_pair(office: Office) -> Pair:
    rng = Random(office.name)
    ideas = rng.sample(IDEAS, office.count)
    dues = [rng.choice(_DUE_FORMS)(office.year, rng) for _ in ideas]
    plan_rows = [
        Row(idea.measure, idea.procedure, _units(idea, rng), due=due, number=_number(index))
        for index, (idea, due) in enumerate(zip(ideas, dues, strict=True), start=1)
    ]
    report_rows, pairings = _retell(office, ideas, plan_rows, rng)
    plan = Document(
        name=f"{office.name}-{office.year}-plan",
        memos=(_plan_memo(office, tuple(plan_rows)),),
        scan=office.plan_scan,
        purpose="A year's plan",
        odd="Drawn from the bank of held-out measures",
    )
    report = Document(
        name=f"{office.name}-{office.year + 1}-report",
        memos=(_report_memo(office, tuple(report_rows)),),
        scan=office.report_scan,
        purpose="The report on that plan",
        odd="Drawn from the bank of held-out measures",
    )
    return Pair(
        name=f"{office.name}-{office.year + 1}",
        plan=plan,
        report=report,
        agency=office.agency,
        plan_year=office.year,
        report_year=office.year + 1,
        rows=tuple(pairings),
    )


def _retell(office: Office, ideas: list[Idea], plan: list[Row], rng: Random) -> tuple[list[Row], list[Pairing]]:
    """The report's rows: what became of each measure, in another order in one office of two."""
    has_unit = any(key == RESPONSIBLE for key, *_ in office.report_columns)
    has_due = any(key == DUE for key, *_ in office.report_columns)
    fates = ["same"] * len(plan)
    kinds = [
        "dropped",
        "reworded",
        "procedure",
        "split",
        *(["unit"] if has_unit else []),
        *(["due"] if has_due else []),
    ]
    for place, kind in zip(rng.sample(range(len(plan)), min(len(kinds), len(plan) - 1)), kinds, strict=False):
        fates[place] = kind
    entries: list[tuple[tuple[int, ...], list[Row], tuple[str, ...]]] = []
    for index, (idea, row, fate) in enumerate(zip(ideas, plan, fates, strict=True), start=1):
        status = rng.choice([name for name, _ in office.statuses] + ["done", "done"])
        told = replace(row, status=status)
        if fate == "dropped":
            entries.append(((index,), [], ()))
        elif fate == "split":
            parts = [replace(told, measure=measure, procedure=procedure) for measure, procedure in idea.parts]
            entries.append(((index,), parts, ()))
        elif fate == "reworded":
            entries.append(((index,), [replace(told, measure=idea.reworded)], ("measure",)))
        elif fate == "procedure":
            entries.append(((index,), [replace(told, procedure=idea.other_procedure)], ("procedure",)))
        elif fate == "unit":
            other = "กองสาธารณสุข" if idea.unit != "กองสาธารณสุข" else "กองคลัง"
            entries.append(((index,), [replace(told, responsible=other)], ("responsible",)))
        elif fate == "due" and row.due is not None:
            moved = in_fiscal_year(f"ปีงบประมาณ {office.year + 1}".translate(_THAI), office.year + 1)
            entries.append(((index,), [replace(told, due=moved)], ("due",)))
        else:
            entries.append(((index,), [told], ()))
    fresh = next(idea for idea in IDEAS if idea not in ideas)
    new = Row(fresh.measure, fresh.procedure, fresh.unit, due=_DUE_FORMS[0](office.year, rng), status="done")
    entries.append(((), [new], ()))
    told_order = list(range(len(entries)))
    if rng.random() < 0.5:
        rng.shuffle(told_order)
    rows: list[Row] = []
    pairings: dict[int, Pairing] = {}
    for place in told_order:
        planned, parts, changed = entries[place]
        orders = tuple(range(len(rows) + 1, len(rows) + len(parts) + 1))
        rows += [replace(part, number=_number(order)) for part, order in zip(parts, orders, strict=True)]
        outcome = "not_reported" if not parts else "not_planned" if not planned else parts[0].status
        pairings[place] = Pairing(planned, orders, outcome, changed)  # type: ignore[arg-type]
    return rows, [pairings[place] for place in range(len(entries))]


def _units(idea: Idea, rng: Random) -> str:
    return idea.unit if rng.random() < 0.7 else f"{idea.unit}/ กองการศึกษา"


def _number(value: int) -> str:
    return f"{value}.".translate(_THAI)


def _day(year: int, rng: Random) -> When:
    month = rng.choice([2, 3, 5, 6, 8])
    day = rng.randint(1, 28)
    name = {2: "ก.พ.", 3: "มี.ค.", 5: "พ.ค.", 6: "มิ.ย.", 8: "ส.ค."}[month]
    return on_day(f"{day} {name} {year}".translate(_THAI), year, month, day)


def _month(year: int, rng: Random) -> When:
    month, name = rng.choice([(1, "มกราคม"), (4, "เมษายน"), (7, "กรกฎาคม")])
    return in_month(f"ภายในเดือน{name} {year}".translate(_THAI), year, month)


def _span(year: int, rng: Random) -> When:
    text = rng.choice(["ต.ค. {a} – ก.ย. {b}", "ตุลาคม {a} ถึง กันยายน {b}"])
    short = "ต.ค." in text
    shown = text.format(a=(year - 1) % 100 if short else year - 1, b=year % 100 if short else year)
    return between(shown.translate(_THAI), date(year - 544, 10, 1), date(year - 543, 9, 30), None)


def _quarter(year: int, rng: Random) -> When:
    quarter = rng.randint(1, 4)
    return in_quarter(f"ไตรมาสที่ {quarter}/{year}".translate(_THAI), year, quarter)


def _year(year: int, _rng: Random) -> When:
    return in_fiscal_year(f"ปีงบประมาณ พ.ศ. {year}".translate(_THAI), year)


_DUE_FORMS: tuple[Callable[[int, Random], When], ...] = (_day, _month, _span, _quarter, _year)


def _as_printed(office: Office, text: str) -> str:
    return text.translate(_ARABIC if office.is_arabic else _THAI)


def _as_printed_when(office: Office, when: When | None) -> When | None:
    return replace(when, text=_as_printed(office, when.text)) if when else None


def _as_printed_rows(office: Office, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(
        replace(row, due=_as_printed_when(office, row.due), number=_as_printed(office, row.number or ""))
        for row in rows
    )


def _columns(parts: tuple[tuple[str, str, float], ...]) -> tuple[Column, ...]:
    return tuple(
        Column(key, heading, width, align="center" if key == NUMBER else "left") for key, heading, width in parts
    )


def _memo(
    office: Office, kind: str, year: int, subject: str, date_: When, blocks: tuple[Paragraph | MeasureTable, ...]
) -> Memo:
    number = office.prefix + (_as_printed(office, "๐๖๒") if kind == "plan" else "")
    return Memo(
        kind="plan" if kind == "plan" else "report",
        agency=office.agency,
        department=office.department,
        office=f"[[department|{office.department}]] [[agency|{office.agency}]]",
        number=number,
        number_printed=f"[[number|{number}]]" + ("" if kind == "plan" else BLANK),
        date=_as_printed_when(office, date_),
        subject=_as_printed(office, subject),
        recipient=f"ผู้บริหาร{office.agency}",
        fiscal_year=year,
        ita=((year - 1, office.score, office.grade),) if kind == "plan" else (),
        blocks=blocks,
        closing="จึงเรียนมาเพื่อโปรดพิจารณา" if kind == "plan" else "จึงเรียนมาเพื่อโปรดทราบ",
        signatures=tuple(Signature(name, position) for name, position in _PEOPLE[: 2 if kind == "plan" else 3]),
        stamps=office.stamps,
        style=office.style,
    )


def _plan_memo(office: Office, rows: tuple[Row, ...]) -> Memo:
    opening = _as_printed(
        office,
        f"ตามที่{office.agency}ได้เข้ารับการประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ พ.ศ. {office.year - 1} "
        f"[[score]] จึงได้ประชุมผู้เกี่ยวข้องและกำหนดมาตรการเพื่อยกระดับผลการประเมินไว้ {len(rows)} ข้อ ดังนี้",
    )
    score = _as_printed(office, f"ได้คะแนน {office.score:.2f} ระดับ ") + office.grade
    table = MeasureTable(
        role="plan",
        columns=_columns(office.plan_columns),
        rows=_as_printed_rows(office, rows),
        repeat_header=office.repeat_header,
        landscape=office.landscape,
    )
    blocks = (Paragraph(opening.replace("[[score]]", f"[[ita.0|{score}]]")), table)
    subject = f"มาตรการเพื่อยกระดับคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. {office.year}"
    then = on_day(f"๑๔ ธันวาคม {office.year - 1}", office.year - 1, 12, 14, hand="๑๔" if not office.is_arabic else "")
    return _memo(office, "plan", office.year, subject, then, blocks)


def _report_memo(office: Office, rows: tuple[Row, ...]) -> Memo:
    status = tuple(
        Column(f"status:{name}", heading, 33 / len(office.statuses), office.status_group, "center")
        for name, heading in office.statuses
    )
    table = MeasureTable(
        role="report",
        columns=(*_columns(office.report_columns), *status),
        rows=_as_printed_rows(office, rows),
        mark=office.mark,
        no_mark=office.no_mark,
        repeat_header=office.repeat_header,
    )
    opening = _as_printed(
        office,
        f"ตามที่ได้กำหนดมาตรการเพื่อยกระดับคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. {office.year} ไว้แล้วนั้น "
        f"{office.department}ได้ติดตามผลการดำเนินการและขอรายงาน ดังนี้",
    )
    subject = f"รายงานผลการดำเนินการตามมาตรการยกระดับคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. {office.year + 1}"
    then = in_month(f"มีนาคม {office.year + 1}", office.year + 1, 3)
    return _memo(office, "report", office.year + 1, subject, then, (Paragraph(opening), table))


def _committee() -> Document:
    memo = Memo(
        kind="other",
        agency="เทศบาลตำบลนาขวัญเพชร",
        department="กองการศึกษา",
        office="[[department|กองการศึกษา]] [[agency|เทศบาลตำบลนาขวัญเพชร]]",
        number="งก 52311/77",
        number_printed="[[number|งก 52311/77]]",
        date=on_day("18 มิถุนายน 2567", 2567, 6, 18),
        subject="ขอส่งรายชื่อคณะทำงานจัดงานกีฬาเยาวชน",
        recipient="ปลัดเทศบาลตำบลนาขวัญเพชร",
        fiscal_year=None,
        blocks=(
            Paragraph("กองการศึกษาขอส่งรายชื่อคณะทำงานและหน้าที่ เพื่อประกอบการออกคำสั่ง ดังนี้"),
            PlainTable(
                rows=(
                    ("ที่", "ชื่อ - สกุล", "ตำแหน่งในคณะทำงาน", "หน้าที่ที่รับผิดชอบ"),
                    ("1", "นายกล้า ไพรงาม", "ประธาน", "กำกับดูแลการจัดงานทั้งหมด"),
                    ("2", "นางสาวใบบัว ทิพย์วารี", "คณะทำงาน", "จัดหาเสื้อทีมและอุปกรณ์"),
                    ("3", "นายเดชา ภูผา", "เลขานุการ", "จดบันทึกและสรุปค่าใช้จ่าย"),
                ),
                widths=(8, 30, 24, 38),
            ),
        ),
        closing="จึงเรียนมาเพื่อโปรดพิจารณา",
        signatures=(Signature("นางสาวใบบัว ทิพย์วารี", "นักวิชาการศึกษา"),),
        style=Style(font="Garuda", leaders="rule", page_numbers="arabic", size=15, table_size=14),
    )
    return Document(
        name="committee-memo",
        memos=(memo,),
        scan=Scan(dpi=200, skew=-0.6, noise=3, specks=10, gaps=10),
        purpose="A memo whose only table is a list of people",
        odd="The table has a column of responsibilities and is no plan",
    )
