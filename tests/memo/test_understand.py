"""The seed memo and other whole papers, from readings and tables to memos."""

from __future__ import annotations

from pipeline.memo import understand_memos
from pipeline.memo.absences import find_kind_trouble
from pipeline.model import Memo, MemoKind, Severity, Status
from pipeline.settings import MemoSettings
from pipeline.tables.records import Meaning, Tables

from .paper import PLAN, PageMaker, cell, seed_head, seed_paper, table, tables


def understand(*pages: PageMaker, made: Tables | None = None) -> tuple[Memo, ...]:
    memos, issues = understand_memos([page.reading() for page in pages], made or tables(), settings=MemoSettings())
    assert issues == ()
    return memos


def codes(memo: Memo) -> list[str]:
    return [issue.code for issue in memo.issues]


def test_seed_memo_is_understood_whole() -> None:
    readings, made = seed_paper()
    (memo,), issues = understand_memos(readings, made)
    assert issues == ()
    assert memo.pages == (1, 3)
    assert memo.kind is MemoKind.PLAN_AND_REPORT
    assert memo.agency is not None and memo.agency.text == "องค์การบริหารส่วนตำบลเว่อ"
    assert memo.department is not None and memo.department.text == "สำนักงานปลัด"
    assert memo.number is not None and memo.number.text == "กส ๗๘๙๐๑ /"
    assert memo.date is not None and memo.date.precision == "month" and memo.date.be_year == 2565
    assert memo.subject is not None and memo.subject.text.endswith("และความโปร่งใสภายในหน่วยงาน")
    assert memo.recipient is not None and memo.recipient.text == "นายกองค์การบริหารส่วนตำบลเว่อ"
    assert memo.fiscal_year == 2565
    assert [(score.fiscal_year, score.score, score.grade) for score in memo.ita] == [(2564, 96.52, "AA")]
    assert [row.order for row in memo.plan] == [1, 2, 3]
    assert memo.plan[0].units == ("สำนักปลัด อบต.", "กองคลัง")
    assert [row.status for row in memo.report] == [Status.DONE, Status.DONE]
    assert not any(row.status_review for row in memo.report)
    assert memo.report[0].note is not None and memo.report[0].note.text.startswith("(ตรวจสอบข้อมูลได้ที่")
    assert [signatory.position.text for signatory in memo.signatories if signatory.position] == [
        "นิติกร",
        "หัวหน้าสำนักปลัด",
        "ปลัดองค์การบริหารส่วนตำบลเว่อ",
        "นายกองค์การบริหารส่วนตำบลเว่อ",
    ]


def test_contradicting_follow_up_years_are_told_and_not_repaired() -> None:
    readings, made = seed_paper()
    (memo,), _ = understand_memos(readings, made)
    (issue,) = [issue for issue in memo.issues if issue.code == "due-year-mismatch"]
    assert issue.severity is Severity.REVIEW
    assert "2564" in issue.message and "2565" in issue.message
    assert [row.due.be_year for row in memo.plan if row.due] == [2565, 2565, 2564]
    assert memo.plan[0].due is not None and memo.plan[0].due.where == memo.plan[1].due.where  # type: ignore[union-attr]


def test_every_value_with_a_thai_digit_of_tesseract_is_marked() -> None:
    readings, made = seed_paper(tesseract=True)
    (memo,), _ = understand_memos(readings, made)
    assert memo.number is not None and memo.number.review
    assert memo.date is not None and memo.date.review
    assert memo.agency is not None and not memo.agency.review
    assert all(score.review for score in memo.ita)
    assert all(row.due is not None and row.due.review and row.monitoring.review for row in memo.plan if row.monitoring)
    assert "fiscal-year-doubted" in codes(memo)


def test_two_memos_in_one_file() -> None:
    first = seed_head(PageMaker(1)).add("จึงเรียนมาเพื่อทราบ")
    second = seed_head(PageMaker(2)).add("ตามบันทึกข้อความ เรื่อง รายงานการวิเคราะห์ผลการประเมิน ลงวันที่ มกราคม ๒๕๖๔")
    third = PageMaker(3).add("- ๒ -", x=800).add("ตามบันทึกข้อความข้างต้น ส่วนราชการได้ดำเนินการแล้ว")
    memos = understand(first, second, third)
    assert [memo.pages for memo in memos] == [(1, 1), (2, 3)]


def test_memo_without_table_says_so() -> None:
    (memo,) = understand(seed_head(PageMaker(1)).add("จึงเรียนมาเพื่อทราบ"))
    assert memo.plan == memo.report == ()
    assert "no-table" in codes(memo)
    assert memo.kind is MemoKind.REPORT


def test_file_without_head_is_one_memo_with_the_agency_of_its_text() -> None:
    page = PageMaker(1).add("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในองค์การบริหารส่วนตำบลเว่อ ประจำปีงบประมาณ ๒๕๖๕")
    page.add("ขององค์การบริหารส่วนตำบลเว่อ อำเภอเวียงตาล")
    made = tables(table(PLAN, [("การใช้อำนาจ", "อบรม", "สำนักปลัด", "รายงานผล")]))
    (memo,) = understand(page, made=made)
    assert memo.kind is MemoKind.PLAN
    assert memo.agency is not None and memo.agency.text == "องค์การบริหารส่วนตำบลเว่อ"
    assert {"no-memo-head", "agency-from-text"} <= set(codes(memo))


def test_letter_is_other() -> None:
    page = PageMaker(1).add("ที่ มท 0809.6/ว 110", "องค์การบริหารส่วนตำบลเว่อ", gap=500)
    page.add("๑๓ พฤศจิกายน พ.ศ. ๒๕๖๒", x=800).add("เรื่อง ขอเชิญประชุม").add("เรียน ผู้ว่าราชการจังหวัด")
    page.add("อ้างถึง หนังสือจังหวัด ลงวันที่ ๑ มกราคม ๒๕๖๒")
    (memo,) = understand(page)
    assert memo.kind is MemoKind.OTHER
    assert memo.number is not None and memo.number.text == "มท 0809.6/ว 110"
    assert memo.date is not None and memo.date.be_year == 2562 and not memo.date.review
    assert memo.subject is not None and memo.subject.text == "ขอเชิญประชุม"
    assert memo.agency is not None and memo.agency.text == "องค์การบริหารส่วนตำบลเว่อ"


def test_announcement_behind_a_memo_is_a_paper_of_its_own() -> None:
    memo_page = seed_head(PageMaker(1))
    page = PageMaker(2).add("ประกาศองค์การบริหารส่วนตำบลเว่อ", x=600).add("เรื่อง หลักเกณฑ์การยืมทรัพย์สิน", x=600)
    page.add("ด้วยองค์การบริหารส่วนตำบลเว่อ", x=300).skip(3).add("ประกาศ ณ วันที่ ๒๐ กันยายน พ.ศ. ๒๕๖๕", x=500)
    memos = understand(memo_page, page)
    assert [memo.kind for memo in memos] == [MemoKind.REPORT, MemoKind.OTHER]
    assert (
        memos[1].date is not None
        and memos[1].date.start is not None
        and memos[1].date.start.isoformat() == "2022-09-20"
    )


def test_table_that_is_neither_plan_nor_report_is_told() -> None:
    page = seed_head(PageMaker(1))
    unread = table((Meaning.OTHER,) * 3, [("ก", "ข", "ค")], headings=("ซซ", "ฌฌ", "ฎฎ"))
    (memo,) = understand(page, made=tables(unread))
    (issue,) = [issue for issue in memo.issues if issue.code == "unused-table"]
    assert issue.severity is Severity.REVIEW


def test_head_without_rules_of_a_table_is_told() -> None:
    page = seed_head(PageMaker(1)).skip(2).add("มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", gap=200)
    assert "unruled-table" in codes(understand(page)[0])


def test_year_far_from_the_memo_is_kept_and_told() -> None:
    made = tables(table(PLAN, [("การใช้อำนาจ", "อบรม", "สำนักปลัด", cell("รายงานผล ณ ๔ มกราคม ๒๕๒๓", column=3))]))
    (memo,) = understand(seed_head(PageMaker(1)), made=made)
    assert memo.plan[0].due is not None and memo.plan[0].due.be_year == 2523 and memo.plan[0].due.review
    assert "year-contradiction" in codes(memo)


def test_typing_error_in_a_year_survives() -> None:
    (memo,) = understand(seed_head(PageMaker(1)).add("ประจำปีงบประมาณ พ.ศ. 25678 มีผลดังนี้"))
    (issue,) = [issue for issue in memo.issues if issue.code == "date-unparsable"]
    assert "25678" in issue.message


def test_agency_that_the_text_spells_otherwise_is_doubted() -> None:
    page = PageMaker(1).add("บันทึกข้อความ", x=620).add("ส่วนราชการ", "องค์การบริหารส่วนตำบลหนองแสนสข")
    page.add("ที่", "กส ๑/๒", "วันที่", "๔ ม.ค. ๖๕").add("เรื่อง", "รายงานผล").add("เรียน", "นายก")
    page.add("องค์การบริหารส่วนตำบลหนองแสนสุข ขอรายงาน").add("องค์การบริหารส่วนตำบลหนองแสนสุข จึงเรียนมา")
    (memo,) = understand(page)
    assert memo.agency is not None and memo.agency.review


def read_agency(confidence: float, *body: str) -> tuple[str, bool]:
    page = PageMaker().add("บันทึกข้อความ", x=620)
    page.add("ส่วนราชการ กองคลัง เทศบาลตำบลบ้านใหมาสุข", confidence=confidence)
    page.add("ที่", "กส ๗๘๙๐๑/๑", "วันที่", "๙ พ.ค. ๖๗").add("เรื่อง ขออนุมัติ").add("เรียน นายกเทศมนตรี")
    for text in body:
        page.add(text)
    (memo,) = understand(page)
    assert memo.agency is not None
    return memo.agency.text, memo.agency.review


def test_doubted_agency_of_the_head_gives_way_to_the_one_that_the_text_repeats() -> None:
    other = "ผลการประเมินของเทศบาลตำบลบ้านใหญ่สุข จังหวัดสมมติ"
    assert read_agency(0.5, other, other) == ("เทศบาลตำบลบ้านใหญ่สุข", True)
    assert read_agency(0.97, other, other) == ("เทศบาลตำบลบ้านใหมาสุข", True)
    assert read_agency(0.5, other) == ("เทศบาลตำบลบ้านใหมาสุข", True)


def test_rows_that_the_subject_contradicts_are_told() -> None:
    where = ()
    results, plan = "รายงานผลการดำเนินการตามมาตรการ", "แผนส่งเสริมคุณธรรมและความโปร่งใส"
    assert [issue.code for issue in find_kind_trouble(MemoKind.PLAN, results, where)] == ["kind-contradicted"]
    assert [issue.code for issue in find_kind_trouble(MemoKind.REPORT, plan, where)] == ["kind-contradicted"]
    assert not find_kind_trouble(MemoKind.PLAN, plan, where)
    assert not find_kind_trouble(MemoKind.REPORT, results, where)
