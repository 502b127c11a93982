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


def test_parentheses_in_running_text_are_no_signature() -> None:
    page = PageMaker().add("การประเมิน (Integrity and Transparency Assessment)").add("นิติกร สำนักปลัด จึงขอรายงาน")
    assert signed(page) == []
