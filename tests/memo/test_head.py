"""Heads: labels and values in any arrangement, leaders, stamps, blanks."""

from __future__ import annotations

import pytest

from pipeline.memo.head import HeadFields, read_head
from pipeline.memo.lines import find_strips
from pipeline.memo.split import Form, find_head
from pipeline.model import Precision
from pipeline.page import COLOURED_INK, Doubt
from pipeline.settings import MemoSettings

from .paper import HEIGHT, PITCH, WIDTH, PageMaker, line, seed_head

SETTINGS = MemoSettings()


def head_of(page: PageMaker, known: str = "") -> HeadFields:
    head = find_head(find_strips(page.reading(), frozenset(), SETTINGS), (WIDTH, HEIGHT), SETTINGS)
    assert head.form is Form.MEMO
    return read_head(head, known, SETTINGS)


def texts(head: HeadFields) -> list[str | None]:
    fields = (head.agency, head.department, head.number, head.date, head.subject, head.recipient)
    return [None if field is None else field.text for field in fields]


SEED = [
    "องค์การบริหารส่วนตำบลเว่อ",
    "สำนักงานปลัด",
    "กส ๗๘๙๐๑ /",
    "มกราคม ๒๕๖๕",
    "รายงานผลดำเนินการตามมาตรการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    "นายกองค์การบริหารส่วนตำบลเว่อ",
]


def test_labels_and_values_in_boxes_of_their_own() -> None:
    head = head_of(seed_head(PageMaker()))
    assert texts(head) == SEED
    assert head.issues == ()
    assert head.number is not None and head.number.raw == "กส ๗๘๙๐๑ /................."


def test_labels_and_values_in_one_box_and_damaged() -> None:
    page = PageMaker().add("บันทึกขอความ", x=620)
    page.add("สวนราชการ สำนักงานปลัด องค์การบริหารส่วนตำบลเว่อ ......")
    page.add("ที กส ๗๘๙๐๑ /......วันที .......มกราคม ๒๕๖๕.....")
    page.add("เรือง รายงานผลดำเนินการตามมาตรการเพื่อส่งเสริมคุณธรรมและความ").add("โปร่งใสภายในหน่วยงาน")
    page.add("เรียน นายกองค์การบริหารส่วนตำบลเว่อ")
    assert texts(head_of(page)) == SEED


def test_title_hidden_under_a_stamp() -> None:
    page = PageMaker().add("ดวนมาก", x=500)
    page.add("ส่วนราชการ", "กองคลัง เทศบาลตำบลบ้านใหม่ โทร. ๐ ๔๓๐๐ ๐๐๐๐").add("ที่", "", "วันที่", "๙ พ.ค. ๖๗")
    page.add("เรื่อง", "ขออนุมัติ").add("เรียน", "นายกเทศมนตรีตำบลบ้านใหม่")
    head = head_of(page)
    assert head.agency is not None and head.agency.text == "เทศบาลตำบลบ้านใหม่"
    assert head.department is not None and head.department.text == "กองคลัง"
    assert head.date is not None and head.date.be_year == 2567


def test_blank_number_and_date_are_null() -> None:
    page = PageMaker().add("บันทึกข้อความ", x=620).add("ส่วนราชการ", "องค์การบริหารส่วนตำบลเว่อ")
    page.add("ที่", "......................", "วันที่", ".....................")
    page.add("เรื่อง", "รายงานผล").add("เรียน", "นายกองค์การบริหารส่วนตำบลเว่อ")
    head = head_of(page)
    assert head.number is None
    assert head.date is None
    assert head.issues == ()


def test_something_unread_beside_a_label_is_no_blank() -> None:
    page = PageMaker().add("บันทึกข้อความ", x=620).add("ส่วนราชการ", "องค์การบริหารส่วนตำบลเว่อ")
    page.add("ที่", "กส ๗๘๙๐๑ /", "", "วันที่", "")
    page.add("เรื่อง", "รายงานผล").add("เรียน", "นายกองค์การบริหารส่วนตำบลเว่อ")
    head = head_of(page)
    assert head.number is not None and head.number.text == "กส ๗๘๙๐๑ /" and head.number.review
    assert head.date is not None and head.date.text == "" and head.date.review and head.date.where


def test_label_that_is_not_found_is_told() -> None:
    page = PageMaker().add("บันทึกข้อความ", x=620).add("ส่วนราชการ", "องค์การบริหารส่วนตำบลเว่อ")
    page.add("เรื่อง", "รายงานผล").add("เรียน", "นายกองค์การบริหารส่วนตำบลเว่อ")
    issues = head_of(page).issues
    assert [issue.code for issue in issues] == ["label-not-found"] * 2
    assert any("วันที่" in issue.message for issue in issues)


@pytest.mark.parametrize("row", [2, 1, 0])
def test_date_of_a_receipt_stamp_is_not_the_memos(row: int) -> None:
    """A stamp without a box at the right: over the title, on the line of ส่วนราชการ, on the line of the date."""
    page = seed_head(PageMaker())
    y = 200 + (2 - row) * 60
    page.place("เลขที่รับ ๑๒๓", 1300, y).place("วันที่ ๙ กุมภาพันธ์ ๒๕๖๕", 1300, y + 60).place("เวลา ๑๐.๓๐ น.", 1300, y + 120)
    head = head_of(page)
    assert head.date is not None
    assert texts(head) == SEED
    assert head.date.precision is Precision.MONTH


def test_blank_date_is_not_filled_from_a_stamp() -> None:
    page = PageMaker().add("บันทึกข้อความ", x=620).add("ส่วนราชการ", "องค์การบริหารส่วนตำบลเว่อ")
    page.place("วันที่ ๙ ก.พ. ๒๕๖๕", 1300, page.y)
    page.add("ที่", "กส ๗๘๙๐๑ /", "วันที่", "............")
    page.add("เรื่อง", "รายงานผล").add("เรียน", "นายกองค์การบริหารส่วนตำบลเว่อ")
    assert head_of(page).date is None


def test_handwriting_before_the_month_is_doubted() -> None:
    page = PageMaker().add("บันทึกข้อความ", x=620).add("ส่วนราชการ", "องค์การบริหารส่วนตำบลเว่อ")
    page.add("ที่", "กส ๗๘๙๐๑ /", "วันที่", "ฌย มกราคม ๒๕๖๕")
    page.add("เรื่อง", "รายงานผล").add("เรียน", "นายกองค์การบริหารส่วนตำบลเว่อ")
    date = head_of(page).date
    assert date is not None and date.precision is Precision.MONTH and date.review


def test_numbers_by_hand_are_left_out_shown_and_doubted() -> None:
    page = PageMaker().add("บันทึกข้อความ", x=620).add("ส่วนราชการ", "องค์การบริหารส่วนตำบลเว่อ")
    page.add("ที่", "กส ๗๘๙๐๑/๕๕", "วันที่", "๑๗ มกราคม ๒๕๖๕", confidence=0.9)
    for index, start, end in ((-3, 9, 11), (-1, 0, 2)):
        by_hand = (Doubt(start=start, end=end, reason="not-print"),)
        page.lines[index] = page.lines[index].model_copy(update={"doubts": by_hand})
    whole = page.lines[-1].bbox
    page.add("เรื่อง", "รายงานผล").add("เรียน", "นายกองค์การบริหารส่วนตำบลเว่อ")
    head = head_of(page)
    assert head.number is not None and head.date is not None
    assert (head.number.text, head.number.raw, head.number.review) == ("กส ๗๘๙๐๑/", "กส ๗๘๙๐๑/๕๕", True)
    assert (head.date.text, head.date.precision, head.date.review) == ("มกราคม ๒๕๖๕", Precision.MONTH, True)
    assert "“๑๗”" in " ".join(head.date.reasons)
    assert head.date.where[0].bbox == whole  # the picture shows the day too


def test_numbers_in_coloured_ink_are_left_out_however_surely_they_were_read() -> None:
    page = PageMaker().add("บันทึกข้อความ", x=620).add("ส่วนราชการ", "องค์การบริหารส่วนตำบลเว่อ")
    page.add("ที่", "กส ๗๘๙๐๑/", "วันที่", "๑๗ มกราคม ๒๕๖๕")
    in_blue = (Doubt(start=0, end=2, reason="coloured-ink"),)
    page.lines[-1] = page.lines[-1].model_copy(update={"doubts": in_blue})
    page.add("เรื่อง", "รายงานผล").add("เรียน", "นายกองค์การบริหารส่วนตำบลเว่อ")
    date = head_of(page).date
    assert date is not None and (date.text, date.precision, date.review) == ("มกราคม ๒๕๖๕", Precision.MONTH, True)


def test_a_day_in_other_digits_than_the_year_is_doubted() -> None:
    page = PageMaker().add("บันทึกข้อความ", x=620).add("ส่วนราชการ", "องค์การบริหารส่วนตำบลเว่อ")
    page.add("ที่", "กส ๗๘๙๐๑/", "วันที่", "26 กรกฎาคม ๒๕๖๖")
    page.add("เรื่อง", "รายงานผล").add("เรียน", "นายกองค์การบริหารส่วนตำบลเว่อ")
    date = head_of(page).date
    assert date is not None and date.precision is Precision.DAY and date.review


def test_signs_behind_the_stroke_of_a_number_are_no_part_of_it() -> None:
    page = PageMaker().add("บันทึกข้อความ", x=620).add("ส่วนราชการ", "องค์การบริหารส่วนตำบลเว่อ")
    page.add("ที่", "กส ๗๘๙๐๑/ | ()", "วันที่", "๔ มกราคม ๒๕๖๕")
    page.add("เรื่อง", "รายงานผล").add("เรียน", "นายกองค์การบริหารส่วนตำบลเว่อ")
    number = head_of(page).number
    assert number is not None and (number.text, number.review) == ("กส ๗๘๙๐๑/", True)


def test_date_that_cannot_be_understood_keeps_its_text() -> None:
    page = PageMaker().add("บันทึกข้อความ", x=620).add("ส่วนราชการ", "องค์การบริหารส่วนตำบลเว่อ")
    page.add("ที่", "กส ๗๘๙๐๑ /", "วันที่", "๔ มกราคม 25678")
    page.add("เรื่อง", "รายงานผล").add("เรียน", "นายกองค์การบริหารส่วนตำบลเว่อ")
    date = head_of(page).date
    assert date is not None and date.text == "๔ มกราคม 25678" and date.start is None and date.review


def test_subject_with_a_date_inside_is_kept_whole() -> None:
    page = PageMaker().add("บันทึกข้อความ", x=620).add("ส่วนราชการ", "องค์การบริหารส่วนตำบลเว่อ")
    page.add("ที่", "กส ๗๘๙๐๑ /๑๒", "วันที่", "๔ มกราคม ๒๕๖๕").add("เรื่อง", "รายงานผล ณ วันที่ ๓๑ ธันวาคม ๒๕๖๔")
    page.add("เสนอ", "ปลัดองค์การบริหารส่วนตำบลเว่อ")
    head = head_of(page)
    assert head.subject is not None and head.subject.text == "รายงานผล ณ วันที่ ๓๑ ธันวาคม ๒๕๖๔"
    assert head.recipient is not None and head.recipient.text == "ปลัดองค์การบริหารส่วนตำบลเว่อ"


def test_office_without_an_agency_is_a_department() -> None:
    page = PageMaker().add("บันทึกข้อความ", x=620).add("ส่วนราชการ", "สำนักปลัด").add("ที่", "กส ๑/๒", "วันที่", "๔ ม.ค. ๖๕")
    page.add("เรื่อง", "รายงานผล").add("เรียน", "นายก")
    head = head_of(page)
    assert head.agency is None
    assert head.department is not None and head.department.text == "สำนักปลัด"


def test_damaged_agency_is_cut_from_its_department() -> None:
    page = PageMaker().add("บันทึกข้อความ", x=620).add("ส่วนราชการ สำนักปลัดองศ์การบริหารส่วนตำนลเว่อ.อำเภอเวียงตาล")
    page.add("ที่", "กส ๑/๒", "วันที่", "๔ ม.ค. ๖๕").add("เรื่อง", "รายงานผล").add("เรียน", "นายก")
    head = head_of(page, known="องค์การบริหารส่วนตำบลเว่อ")
    assert head.agency is None
    assert head.department is not None and head.department.text == "สำนักปลัด"


@pytest.mark.parametrize(
    ("printed", "doubted"), [("กส ๗๘๙๐๑./", True), ("วผ ๖๑๒๐๔/ว.๓๒", True), ("นว ๕๒๐๐๗.๓/", False)]
)
def test_a_dot_of_the_leader_in_a_number_is_doubted(printed: str, doubted: bool) -> None:
    page = PageMaker().add("บันทึกข้อความ", x=620).add("ส่วนราชการ สำนักปลัด องค์การบริหารส่วนตำบลเว่อ")
    page.add("ที่", printed, "วันที่", "๔ มกราคม ๒๕๖๕").add("เรื่อง", "ขออนุมัติ").add("เรียน", "นายกองค์การบริหารส่วนตำบลเว่อ")
    head = head_of(page)
    assert head.number is not None
    assert head.number.review is doubted


def test_unread_strip_of_number_and_date_is_illegible_not_blank() -> None:
    page = PageMaker().add("บันทึกข้อความ", x=620).add("ส่วนราชการ", "องค์การบริหารส่วนตำบลเว่อ").add("Hh 0:0 ย")
    page.add("เรื่อง", "รายงานผล").add("เรียน", "นายก")
    head = head_of(page)
    assert head.number is not None and head.number.text == "" and head.number.review
    assert head.date is not None and head.date.text == "" and head.date.review


def test_date_behind_a_misread_label_is_found_beside_the_number() -> None:
    page = PageMaker().add("บันทึกข้อความ", x=620).add("ส่วนราชการ", "องค์การบริหารส่วนตำบลเว่อ")
    page.add("ที่ กส ๗๘๙๐๑/๐๔๖ UN ๑๗ ธันวาคม.๒๕๖๔").add("เรื่อง", "รายงานผล").add("เรียน", "นายก")
    head = head_of(page)
    assert head.date is not None and head.date.be_year == 2564 and head.date.review
    assert head.number is not None and head.number.text.startswith("กส ๗๘๙๐๑/๐๔๖") and head.number.review


def memo(office: str, subject: str = "เรื่อง ขออนุมัติ", *, tesseract: bool = False) -> PageMaker:
    page = PageMaker(tesseract=tesseract).add("บันทึกข้อความ", x=620).add(f"ส่วนราชการ {office}")
    return page.add("ที่", "กส ๗๘๙๐๑/๑", "วันที่", "๙ พ.ค. ๖๗").add(subject).add("เรียน นายกเทศมนตรี")


def test_misread_kind_of_agency_still_parts_the_office_and_is_doubted() -> None:
    head = head_of(memo("กองสาธารณสุขและสิ่งแวดล้อม เทศบาลตำนลบ้านใหม่ 0 -- -"))
    assert texts(head)[:2] == ["เทศบาลตำนลบ้านใหม่", "กองสาธารณสุขและสิ่งแวดล้อม"]
    assert head.agency is not None and head.agency.review


def test_department_glued_to_its_agency_is_parted_and_doubted() -> None:
    head = head_of(memo("สำนักงานมาตรฐานกลางกองกฎหมาย โทร. ๐ ๒๐๐๐ ๐๐๐๐"))
    assert texts(head)[:2] == ["สำนักงานมาตรฐานกลาง", "กองกฎหมาย"]
    assert head.agency is not None and head.agency.review and head.department is not None and head.department.review


def test_place_named_like_a_unit_stays_whole() -> None:
    assert texts(head_of(memo("สำนักปลัด องค์การบริหารส่วนตำบลกองควาย")))[0] == "องค์การบริหารส่วนตำบลกองควาย"


def test_subject_under_a_misread_label_is_read_and_doubted() -> None:
    head = head_of(memo("กองคลัง เทศบาลตำบลบ้านใหม่", "osมาตรการส่งเสริมความโปร่งใส"))
    assert head.subject is not None and head.subject.text == "มาตรการส่งเสริมความโปร่งใส"
    assert head.subject.review


def test_dots_read_as_digits_are_left_out_and_told() -> None:
    head = head_of(memo("กองคลัง เทศบาลตำบลบ้านใหม่", "เรื่อง ขออนุมัติ,,.22220๒2060206๑656363"))
    assert head.subject is not None and head.subject.text == "ขออนุมัติ,,.22220๒2060206๑656363"
    page = memo("กองคลัง เทศบาลตำบลบ้านใหม่", "เรื่อง ขออนุมัติ,,.2222020602061656363")
    at = next(index for index, made in enumerate(page.lines) if made.text.startswith("เรื่อง"))
    made = page.lines[at]
    doubt = Doubt(start=18, end=len(made.text), reason="digit-from-tesseract")
    page.lines[at] = made.model_copy(update={"doubts": (doubt,)})
    head = head_of(page)
    assert head.subject is not None and head.subject.text == "ขออนุมัติ"
    assert head.subject.review and "2222020602061656363" in head.subject.reasons[-1]


def test_year_keeps_its_full_stops_behind_a_glued_word() -> None:
    head = head_of(memo("กองคลัง เทศบาลตำบลบ้านใหม่", "เรื่อง มาตรการประจำปีงบประมาณพ.ศ. ๒๕๖๕"))
    assert head.subject is not None and head.subject.text == "มาตรการประจำปีงบประมาณพ.ศ. ๒๕๖๕"


def test_a_blank_day_in_which_something_is_written_in_colour_is_doubted() -> None:
    page = PageMaker().add("บันทึกข้อความ", x=620).add("ส่วนราชการ สำนักปลัด องค์การบริหารส่วนตำบลเว่อ")
    text = "ที่ กส ๗๘๙๐๑/ วันที่ มกราคม ๒๕๖๕"
    at = text.index("มกราคม") - 1
    page.lines.append(line(text, y=page.y, doubts=[Doubt(start=at, end=at + 1, reason=COLOURED_INK)]))
    page.y += PITCH
    head = head_of(page.add("เรื่อง รายงานผลการดำเนินการ").add("เรียน นายกองค์การบริหารส่วนตำบลเว่อ"))
    assert head.date is not None and head.date.precision is Precision.MONTH
    assert head.date.review
    assert head.number is not None and not head.number.review
