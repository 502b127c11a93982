import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.thai.digits import to_arabic
from pipeline.thai.text import comparison_key, graphemes, normalise, normalise_aligned

THAI = "".join(chr(code) for code in range(0x0E01, 0x0E5C) if unicodedata.category(chr(code)) != "Cn")
DAMAGED = st.text(alphabet=THAI + "  \u00a0\u200bab12\uf70a\uf713.()", max_size=40)
TONES = "่้๊๋"


def count_digits(text: str) -> list[str]:
    return [char for char in text if char.isdigit()]


@given(DAMAGED)
@example("์ำ่")
def test_twice_is_once(raw: str) -> None:
    assert normalise(normalise(raw)) == normalise(raw)


@given(DAMAGED)
def test_no_tone_mark_and_no_digit_is_lost_or_changed(raw: str) -> None:
    text = normalise(raw)
    assert count_digits(text) == count_digits(raw)
    visible = raw.replace("\uf70a", "่").replace("\uf713", "่")
    assert sorted(c for c in text if c in TONES) == sorted(c for c in visible if c in TONES)


@given(DAMAGED)
def test_every_character_knows_where_it_came_from(raw: str) -> None:
    aligned = normalise_aligned(raw)
    assert aligned.text == normalise(raw)
    assert len(aligned.sources) == len(aligned.text)
    for char, source in zip(aligned.text, aligned.sources, strict=True):
        was = raw[source]
        assert (
            char == was
            or (char == " " and was.isspace())
            or (char, was) in {("ำ", "ํ"), ("แ", "เ"), ("่", "\uf70a"), ("่", "\uf713")}
        )
    assert len(set(aligned.sources)) == len(aligned.sources)


@given(st.text(alphabet=THAI, max_size=20))
def test_nothing_is_left_for_nfc(raw: str) -> None:
    text = normalise(raw)
    assert unicodedata.normalize("NFC", text) == text


@pytest.mark.parametrize("marks", ["ํ้า", "้ํา", "ํา้", "้ำ", "ำ้", "ํ ้า", "้ ํ า", "ํ้ า"])
def test_sara_am_is_composed_from_any_order(marks: str) -> None:
    assert normalise("น" + marks) == "น้ำ"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("สํานัก", "สำนัก"),
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("นํ า", "นำ"),
        ("นํ้ า", "น้ำ"),
        ("นํา้", "น้ำ"),
        ("น ํ า", "นำ"),
        ("เเละ", "และ"),
        ("เ\u200bเละ", "และ"),
        ("ที ่", "ที่"),
        ("ที ่ ประชุม", "ที่ ประชุม"),
        ("พันธ์ุ", "พันธุ์"),
        ("ท่ี", "ที่"),
        ("ก\u0e48\u0e38", "ก\u0e38\u0e48"),
        ("ป\uf702", "ปี"),
        ("ป\uf70a\uf702", "ปี่"),
        ("ฝ\uf710\uf70a\uf700\uf70f", "ฝั่ฐญ"),
        ("ก\u00a0 \t\nข", "ก ข"),
        ("\ufeffก\u00adข\u200c", "กข"),
        ("๒๕๖5", "๒๕๖5"),
        ("่ก", "่ก"),
        ("ก่่", "ก่่"),
        ("", ""),
    ],
)
def test_forms(raw: str, text: str) -> None:
    assert normalise(raw) == text


@given(DAMAGED)
def test_key_is_the_key_of_the_normal_form(raw: str) -> None:
    assert comparison_key(raw) == comparison_key(normalise(raw))
    assert comparison_key(to_arabic(raw)) == comparison_key(raw)


@given(DAMAGED)
def test_key_does_not_see_tones_or_spaces(raw: str) -> None:
    toneless = "".join(c for c in normalise(raw) if c not in TONES and not c.isspace())
    assert comparison_key(toneless) == comparison_key(raw) or "เ" in raw or "ํ" in raw


def test_key() -> None:
    assert comparison_key("ดำเนินการ แล้ว!") == comparison_key("ดาเนินการแลว")
    assert comparison_key("E-Service") == comparison_key("e service")
    assert comparison_key("๒๕๖๕") == comparison_key("2565")
    assert comparison_key(" /–()") == ""


@given(st.text(alphabet=THAI + "ab ", max_size=30))
def test_clusters_hold_the_whole_text(text: str) -> None:
    clusters = graphemes(text)
    assert "".join(clusters) == text
    for before, cluster in pairwise(clusters):
        assert unicodedata.category(cluster[0]) != "Mn" or before.isspace()


def test_clusters() -> None:
    assert graphemes("กำลังปฏิบัติ") == ["กำ", "ลั", "ง", "ป", "ฏิ", "บั", "ติ"]
