"""Names and positions under signatures."""

from __future__ import annotations

from pipeline.memo.lines import find_strips
from pipeline.memo.signatories import find_signatories
from pipeline.settings import MemoSettings

from .paper import PageMaker

SETTINGS = MemoSettings()


def signed(page: PageMaker) -> list[tuple[str, str | None]]:
    found = find_signatories(find_strips(page.reading(), frozenset(), SETTINGS), SETTINGS)
    return [(one.name.text, one.position.text if one.position else None) for one in found]


def test_name_and_position() -> None:
    page = PageMaker().add("(นายสมมติ ตัวอย่าง)", x=900).add("นิติกร", x=980).add("ความเห็นของหัวหน้าสำนักปลัด.........")
    assert signed(page) == [("นายสมมติ ตัวอย่าง", "นิติกร")]


def test_two_side_by_side() -> None:
    page = PageMaker().add("(นายสมมติ ตัวอย่าง)", "(นางสมมุติ แบบอย่าง)", gap=400)
    page.place("นิติกร", 300, page.y).place("หัวหน้าสำนักปลัด", 950, page.y)
    assert signed(page) == [("นายสมมติ ตัวอย่าง", "นิติกร"), ("นางสมมุติ แบบอย่าง", "หัวหน้าสำนักปลัด")]


def test_position_for_another_one_goes_on() -> None:
    page = PageMaker().add("(นายสมมติ ตัวอย่าง)", x=900)
    page.add("ปลัดองค์การบริหารส่วนตำบล รักษาราชการแทน", x=800).add("นายกองค์การบริหารส่วนตำบลเว่อ", x=850)
    ((_, position),) = signed(page)
    assert position is not None and position.endswith("นายกองค์การบริหารส่วนตำบลเว่อ")


def test_name_in_pieces() -> None:
    assert signed(PageMaker().add("( นายสมมติ", "ตัวอย่าง )", x=900, gap=20)) == [("นายสมมติ ตัวอย่าง", None)]


def test_damaged_name_over_a_position_is_kept_for_review() -> None:
    page = PageMaker().add("(นาขสมมติ ตัวอย่าง)", x=900).add("นิติกร", x=980)
    (found,) = find_signatories(find_strips(page.reading(), frozenset(), SETTINGS), SETTINGS)
    assert found.name.review and found.position is not None


def test_a_name_without_title_under_a_rank_is_a_name() -> None:
    page = PageMaker().add("พ.ต.ท.", x=900).add("(สมมติ ตัวอย่าง)", x=920).add("สว.อก.สภ.เมืองสมมติ", x=900)
    assert signed(page) == [("สมมติ ตัวอย่าง", "สว.อก.สภ.เมืองสมมติ")]
    (found,) = find_signatories(find_strips(page.reading(), frozenset(), SETTINGS), SETTINGS)
    assert not found.name.review


def test_a_position_whose_beginning_is_hidden_is_kept_for_review() -> None:
    page = PageMaker().add("(นายสมมติ ตัวอย่าง)", x=900).add("การบริหารส่วนจังหวัดสมมติ", x=900)
    (found,) = find_signatories(find_strips(page.reading(), frozenset(), SETTINGS), SETTINGS)
    assert found.position is not None and found.position.review
    assert signed(PageMaker().add("(นายสมมติ ตัวอย่าง)", x=900).add("*๑๑ หัวหน้ากองคลัง", x=900)) == [
        ("นายสมมติ ตัวอย่าง", "หัวหน้ากองคลัง")
    ]


def test_parentheses_in_running_text_are_no_signature() -> None:
    page = PageMaker().add("การประเมิน (Integrity and Transparency Assessment)").add("นิติกร สำนักปลัด จึงขอรายงาน")
    assert signed(page) == []


def test_who_certifies_a_copy_is_no_signatory() -> None:
    page = PageMaker().add("สำเนาถูกต้อง", x=900).add("(นางสาวสมมติ ตัวอย่าง)", x=860).add("นิติกร", x=940)
    assert signed(page) == []


def test_a_name_and_position_that_stand_twice_are_one_signatory() -> None:
    page = PageMaker()
    for _ in range(2):
        page.add("(นางสาวสมมติ ตัวอย่าง)", x=860).add("นิติกรชำนาญการ", x=900).add("ความเห็น", x=200)
    assert signed(page) == [("นางสาวสมมติ ตัวอย่าง", "นิติกรชำนาญการ")]


def test_a_position_under_a_name_that_could_not_be_read_is_kept_for_review() -> None:
    page = PageMaker().add("", x=900).add("นิติกรปฏิบัติการ", x=880)
    (found,) = find_signatories(find_strips(page.reading(), frozenset(), SETTINGS), SETTINGS)
    assert found.name.text == "" and found.name.review and found.position is not None
    pieces = PageMaker().add("(นายวีร", ")", x=860, gap=300).add("นิติกรปฏิบัติการ", x=900)
    (found,) = find_signatories(find_strips(pieces.reading(), frozenset(), SETTINGS), SETTINGS)
    assert found.name.review


def test_a_name_whose_bracket_does_not_close_may_go_on() -> None:
    page = PageMaker().add("(นายสมมติ จิ", x=900).add("ปลัดเทศบาล", x=920)
    (found,) = find_signatories(find_strips(page.reading(), frozenset(), SETTINGS), SETTINGS)
    assert found.name.review


def test_a_mark_behind_a_title_is_a_stroke_of_the_signature() -> None:
    page = PageMaker().add("(นางสาวีใบบัว ตัวอย่าง)", x=900).add("นิติกร", x=980)
    (found,) = find_signatories(find_strips(page.reading(), frozenset(), SETTINGS), SETTINGS)
    assert (found.name.text, found.name.review) == ("นางสาวใบบัว ตัวอย่าง", True)
    assert "นางสาวี" in found.name.raw


def test_white_in_a_name_with_room_for_letters_is_for_review() -> None:
    def review(gap: int) -> bool:
        page = PageMaker().add("(นายสมมติ", "ตัวอย่าง)", x=900, gap=gap).add("นิติกร", x=980)
        (found,) = find_signatories(find_strips(page.reading(), frozenset(), SETTINGS), SETTINGS)
        return found.name.review

    assert not review(20)
    assert review(120)
