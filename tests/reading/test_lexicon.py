"""Words, and doubts about words that Tesseract misread."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.reading.doubts import find_doubts
from pipeline.reading.lexicon import load_lexicon, read_own_words
from pipeline.reading.spelling import MISREAD, STRAY, UNKNOWN, find_word_doubts
from pipeline.settings import ReadingSettings

SETTINGS = ReadingSettings()


def doubted(text: str) -> list[tuple[str, str]]:
    return [(text[doubt.start : doubt.end], doubt.reason) for doubt in find_word_doubts(text, SETTINGS)]


@pytest.mark.parametrize(
    ("printed", "part", "true"),
    [
        ("ทรัพย์สินของราชการทีถูกต้อง", "ที", "ที่"),
        ("ความรู้เกียวกับการป้องกัน", "เกียวกับ", "เกี่ยวกับ"),
        ("สำรวจความเห็นเรืองการมอบหมายงาน", "เรือง", "เรื่อง"),
        ("การให้บริการน้าประปา", "น้าประปา", "น้ำประปา"),
        ("ผ่านสือสังคม", "สือสังคม", "สื่อสังคม"),
        ("ประชุมและซีแจงทุกเดือน", "ซีแจง", "ชี้แจง"),
        ("เกณฑ์ความดีความซอบ", "ความดีความซอบ", "ความดีความชอบ"),
        ("น่างสาวนภา", "น่างสาว", "นางสาว"),
        ("สิงแวดล้อม", "สิงแวดล้อม", "สิ่งแวดล้อม"),
        ("ป้องกันการทจริต", "การทจริต", "การทุจริต"),
    ],
)
def test_a_word_that_lost_or_won_a_mark_is_doubted_and_the_likelier_one_is_named(
    printed: str, part: str, true: str
) -> None:
    doubts = [doubt for doubt in find_word_doubts(printed, SETTINGS) if doubt.reason == MISREAD]
    assert [printed[doubt.start : doubt.end] for doubt in doubts] == [part]
    assert true in [word for word, _ in doubts[0].candidates]
    assert all(0 < share <= 1 for _, share in doubts[0].candidates)


@pytest.mark.parametrize(
    "text",
    [
        "มีแนวทางปฏิบัติเกี่ยวกับการใช้ทรัพย์สินของราชการที่ถูกต้อง",
        "ให้ความรู้เกี่ยวกับการป้องกันผลประโยชน์ทับซ้อน",
        "รายงานผลการประเมินเพื่อปรับปรุงการทำงาน",
        "เรีย น นายกองค์การบริหารส่วนตำบล",  # a wrong space is not a wrong letter
        "อบต. และ ทต. ตามหนังสือที่ มท 0809.6/ว 110",
        "ณ จุดบริการ ฯลฯ และอื่นๆ",
        "(นางสาวสมใจ รักดี)",
        "ประจำปีงบประมาณพ.ศ. 2565 ทต.ในจังหวัด",
        "จำนว น ๑๕ รายการ",
        "ITA 95.02",
        "",
    ],
)
def test_right_words_names_abbreviations_and_codes_are_left_alone(text: str) -> None:
    assert doubted(text) == []


def test_letters_that_make_no_word_are_doubted() -> None:
    assert ("ล", UNKNOWN) in doubted("สำนักปลัด ล")
    assert doubted("กองฏฬฐฑ") == [("ฏฬฐฑ", UNKNOWN)]


def test_stray_signs_are_doubted() -> None:
    assert ("|", STRAY) in doubted("รายงานผล |")
    assert (".", STRAY) in doubted("ส่วนราชการ.กองช่าง")
    assert (".", STRAY) in doubted("กองสวัสดิการสังคม.")
    assert (" ×", STRAY) in doubted("อย่างเป็นธรรม ×")
    assert doubted("ปฏิบัติ/การให้บริการ (ต่อ) - 50%") == []


def test_only_what_tesseract_read_is_judged_by_its_spelling() -> None:
    text = "ราชการทีถูกต้อง"
    sure = [0.99] * len(text)
    assert [doubt.reason for doubt in find_doubts(text, sure, SETTINGS, by_tesseract=True)] == [MISREAD]
    assert find_doubts(text, sure, SETTINGS, by_tesseract=False) == ()


@given(st.text(alphabet="กขคงชซนบวสลาำเแิี่้์ุู 1.๒|a", max_size=40))
@settings(max_examples=60, deadline=None)
def test_doubts_lie_in_the_text_and_hold_something(text: str) -> None:
    for doubt in find_word_doubts(text, SETTINGS):
        assert 0 <= doubt.start < doubt.end <= len(text)
        assert text[doubt.start : doubt.end].strip()


def test_own_words_are_words_and_weigh_more_than_rare_ones() -> None:
    own = read_own_words()
    assert {"ที่", "สำนักปลัด", "ผลประโยชน์ทับซ้อน"} <= own
    assert all("ก" <= char <= "์" for word in own for char in word)
    (word,) = [word for word in load_lexicon().words_of("เริอว") if word.text == "เรื่อง"]
    assert all(word.weight > other.weight for other in load_lexicon().words_of("เริอว") if other is not word)


def test_a_page_of_lines_takes_little_time() -> None:
    find_word_doubts("เรือง", SETTINGS)
    line = "มีแนวทางปฏิบัติเกียวกับการใช้ทรัพย์สินของราชการทีถูกต้อง"
    begin = time.process_time()
    for _ in range(20):
        find_word_doubts(line, SETTINGS)
    assert time.process_time() - begin < 0.5  # about 0.03 s


def test_an_abbreviation_glued_to_a_long_run_hides_none_of_its_words() -> None:
    text = "สำนักงานส่งเสริมงานุชุมชนจังหวัดบริหารทั่วไปโทร.๐๕๒๐๐"
    assert any("งานุ" in text[doubt.start : doubt.end] for doubt in find_word_doubts(text, ReadingSettings()))
