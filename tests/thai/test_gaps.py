import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.thai.text import close_gaps, close_gaps_aligned, graphemes


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("๔ ม ก ร า ค ม ๒ ๕ ๖ ๕", "๔ มกราคม ๒๕๖๕"),
        ("ร า ย ง า น ความก้าวหน้าและ สรุปผล ๓ ๔ มกราคม", "รายงาน ความก้าวหน้าและ สรุปผล ๓ ๔ มกราคม"),
        ("ก า ร ป ฏิ บั ติ ห น้ า ที่", "การปฏิบัติหน้าที่"),
        ("ส่ ว น ร า ช ก า ร   ก อ ง ค ลั ง", "ส่วนราชการ กองคลัง"),
        ("โด ย", "โด ย"),
        ("เ รื่ อ ง", "เรื่อง"),
        ("ปฏิ บั ติ", "ปฏิ บัติ"),
        ("เด็ก ๆ ณ ที่ทำการ ๑ ๒ ๓", "เด็ก ๆ ณ ที่ทำการ ๑ ๒ ๓"),
        ("One Stop Service A B C D", "One Stop Service A B C D"),
        ("ใช้ระบบ I T ๑ ๒ ๓ ๔", "ใช้ระบบ I T ๑ ๒ ๓ ๔"),
        ("ให้ บ ริ ก า ร I T ด้ ว ย", "ให้บริการ I T ด้วย"),
        ("", ""),
    ],
)
def test_lines(text: str, closed: str) -> None:
    assert close_gaps(text) == closed


@given(st.text(alphabet="กขาิ่เำ ๑2aๆ.", max_size=40))
def test_only_spaces_go_and_each_character_keeps_its_place(text: str) -> None:
    aligned = close_gaps_aligned(text)
    assert "".join(text[i] for i in aligned.sources) == aligned.text
    assert list(aligned.sources) == sorted(set(aligned.sources))
    assert aligned.text.replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("sentence", ["จัดทำแนวทางปฏิบัติเกี่ยวกับการใช้ทรัพย์สินของราชการที่ถูกต้อง", "สำนักปลัดองค์การบริหารส่วนตำบล"])
def test_a_fully_spaced_line_is_closed_again(sentence: str) -> None:
    assert close_gaps(" ".join(graphemes(sentence))) == sentence
