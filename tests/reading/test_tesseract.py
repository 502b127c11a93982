from __future__ import annotations

from pathlib import Path

import numpy as np
import pytesseract
import pytest
from PIL import Image

from pipeline.errors import CannotRead, CannotStart
from pipeline.page import LineBox, PageImage, ReadLine
from pipeline.reading import select_engine

TRUTH = (
    "ให้ความรู้เกี่ยวกับการป้องกันผลประโยชน์ทับซ้อน",
    "สำนักปลัด กองคลัง",
    "ภายในวันที่ ๓๑ มีนาคม ๒๕๖๗",
    "ผลการประเมิน ITA ปี 2566",
    "ดำเนินการแล้วเสร็จ",
)


@pytest.fixture(scope="module")
def page() -> PageImage:
    with Image.open(Path(__file__).parent / "data" / "lines.png") as image:
        return PageImage(number=1, gray=np.array(image.convert("L")), color=None, dpi=200)


def box(line: int) -> LineBox:
    return LineBox(bbox=(30, 90 * line + 5, 900, 90 * line + 85), grid=0, cell=line)


@pytest.fixture(scope="module")
def lines(page: PageImage) -> tuple[ReadLine, ...]:
    # Out of order, with a box of nothing and one outside the page.
    boxes = (box(2), box(0), LineBox(bbox=(600, 100, 890, 160)), box(4), box(3), box(1), LineBox(bbox=(0, 900, 9, 990)))
    return select_engine("tesseract").read_lines(page, boxes)


def test_lines_come_back_in_the_order_of_their_boxes(lines):
    assert lines[1].text.startswith(TRUTH[0][:30])
    assert (lines[5].text, lines[3].text) == (TRUTH[1], TRUTH[4])
    assert [line.cell for line in lines] == [2, 0, None, 4, 3, 1, None]


def test_boxes_without_text_give_empty_lines(lines):
    for line in (lines[2], lines[6]):
        assert (line.text, line.raw, line.confidence, line.edges) == ("", "", 0.0, ())


def test_every_character_has_a_confidence_and_edges_that_do_not_fall(lines):
    for line in lines[:2]:
        assert len(line.confidences) == len(line.text)
        assert len(line.edges) == len(line.text) + 1
        assert list(line.edges) == sorted(line.edges)
        assert 30 <= line.edges[0] < line.edges[-1] <= 900


def test_edges_find_a_word_on_the_page(lines, page):
    line = lines[5]
    start, end = line.edges[line.text.index("กอง")], line.edges[-1]
    gap = line.edges[line.text.index(" ")]
    assert gap < start
    assert page.gray[90:175, start:end].min() < 80
    assert end == pytest.approx(380, abs=20)


def test_raw_keeps_what_tesseract_printed(lines):
    assert lines[5].raw.count(" ") > lines[5].text.count(" ")


def test_thai_digits_are_never_evidence(lines):
    doubted = {i for doubt in lines[0].doubts for i in range(doubt.start, doubt.end)}
    digits = {i for i, char in enumerate(lines[0].text) if char.isdigit()}
    assert digits
    assert digits <= doubted
    assert {doubt.reason for doubt in lines[0].doubts} >= {"thai-digit-from-tesseract"}
    assert all(lines[0].confidences[i] < 0.6 for i in digits)


def test_arabic_digits_are_doubted_too(lines):
    assert "2566" in lines[4].text
    assert "digit-from-tesseract" in {doubt.reason for doubt in lines[4].doubts}


def test_a_page_without_boxes_needs_no_call(page):
    assert select_engine("auto").read_lines(page, ()) == ()


def test_tesseract_that_is_not_there(monkeypatch):
    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", "/nowhere/tesseract")
    with pytest.raises(CannotStart) as caught:
        select_engine("tesseract")
    assert caught.value.code == "tesseract-missing"
    assert "apt install" in caught.value.message


def test_tesseract_without_thai(monkeypatch):
    monkeypatch.setattr(pytesseract, "get_languages", lambda: ["eng", "osd"])
    with pytest.raises(CannotStart) as caught:
        select_engine("tesseract")
    assert caught.value.code == "tesseract-language-missing"
    assert "tesseract-ocr-tha" in caught.value.message


def test_tesseract_that_fails_on_a_page(page, monkeypatch, tmp_path):
    engine = select_engine("tesseract")
    failing = tmp_path / "tesseract"
    failing.write_text("#!/bin/sh\nexit 3\n")
    failing.chmod(0o755)
    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", str(failing))
    with pytest.raises(CannotRead) as caught:
        engine.read_lines(page, (box(0),))
    assert caught.value.code == "engine-failed"
