from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.page import LineBox
from pipeline.reading.assemble import Word, assemble_line
from pipeline.reading.doubts import find_doubts
from pipeline.settings import ReadingSettings

SETTINGS = ReadingSettings()
BOX = LineBox(bbox=(0, 0, 1000, 50))
CHARS = st.sampled_from("กขคงจสำนัก่้๊ิีุู์าำเแโๆ๐๓๙0459AbZz.-/ ")


@given(st.lists(st.tuples(st.text(CHARS, min_size=1, max_size=6), st.booleans(), st.floats(0, 1)), max_size=12))
def test_a_line_is_whole_whatever_the_engine_prints(pieces):
    words = [
        Word(text, 80 * index, 80 * index + 70, confidence, gap) for index, (text, gap, confidence) in enumerate(pieces)
    ]
    line = assemble_line(BOX, words, SETTINGS, by_tesseract=True)
    assert line.raw == " ".join(word.text for word in words)
    assert line.text == line.text.strip()
    assert len(line.confidences) == len(line.text)
    assert 0 <= line.confidence <= 1
    if line.text:
        assert len(line.edges) == len(line.text) + 1
        assert list(line.edges) == sorted(line.edges)
    for doubt in line.doubts:
        assert 0 <= doubt.start < doubt.end <= len(line.text)
    doubted = {i for doubt in line.doubts for i in range(doubt.start, doubt.end)}
    assert all(i in doubted for i, char in enumerate(line.text) if char.isdigit())


def test_marks_take_no_room():
    line = assemble_line(BOX, [Word("ที่", 10, 30, 0.9), Word("นา", 30, 70, 0.9, False)], SETTINGS, by_tesseract=True)
    assert line.text == "ที่นา"
    assert line.edges == (10, 30, 30, 30, 50, 70)


def test_a_split_sara_am_is_composed_and_spaces_come_from_gaps():
    pieces = [("ส", False), ("ํ", False), ("า", False), ("นั", False), ("ก", False), ("งาน", True)]
    words = [Word(text, 20 * i, 20 * i + 18, 0.9, gap) for i, (text, gap) in enumerate(pieces)]
    line = assemble_line(BOX, words, SETTINGS, by_tesseract=True)
    assert line.text == "สำนัก งาน"
    assert line.raw == "ส ํ า นั ก งาน"


def reasons(text: str, confidence: float = 0.98) -> list[tuple[str, str]]:
    doubts = find_doubts(text, (confidence,) * len(text), SETTINGS, by_tesseract=True)
    return [(text[doubt.start : doubt.end], doubt.reason) for doubt in doubts]


def test_digits_inside_one_number_share_its_doubt():
    assert reasons("พ.ศ. ๒๕6๓") == [("๒๕6๓", "thai-digit-from-tesseract")]
    assert reasons("กส ๗๘๙/12") == [("๗๘๙", "thai-digit-from-tesseract"), ("12", "thai-digit-from-tesseract")]
    assert reasons("ปี 2566") == [("2566", "digit-from-tesseract")]


def test_letters_among_thai_digits_are_doubted_with_them():
    assert reasons("ที่ ๑ด") == [("๑ด", "thai-digit-from-tesseract")]
    assert reasons("๔มกราคม") == [("๔", "thai-digit-from-tesseract")]


def test_short_latin_words_need_more_confidence():
    assert reasons("lo มกราคม", 0.95) == [("lo", "latin-from-tesseract")]
    assert reasons("ระบบ Transparency", 0.95) == []
    assert reasons("ผล ITA", 0.98) == []


def test_a_trusted_layer_is_not_doubted_for_its_digits():
    assert find_doubts("๒๕๖๕ lo", (0.95,) * 7, SETTINGS, by_tesseract=False) == ()
