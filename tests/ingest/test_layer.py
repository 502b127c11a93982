from __future__ import annotations

import pytest

from pipeline.ingest import load_page, open_document
from pipeline.ingest.damage import find_damage, find_telltale, word_share
from pipeline.ingest.layer_glyphs import Glyph, group_words, repair_sara_am
from pipeline.settings import IngestSettings

from .pdf_files import write_layer_pdf

SETTINGS = IngestSettings()

LINES = (
    "สำนักปลัด องค์การบริหารส่วนตำบล",
    "รายงานผลการดำเนินการตามมาตรการ",
    "ส่งเสริมคุณธรรมและความโปร่งใส",
    "ประจำปีงบประมาณ พ ศ ๒๕๖๕",
    "ให้ความรู้เกี่ยวกับการป้องกันผลประโยชน์",
    "จัดทำแนวทางปฏิบัติที่ถูกต้อง",
)


def test_a_sound_layer_is_used(tmp_path):
    page = load_page(open_document(write_layer_pdf(tmp_path / "born.pdf", LINES)), 1)
    assert (page.source, page.dpi, page.issues) == ("text_layer", 300, ())
    assert [word.text for word in page.words[:3]] == ["สำนักปลัด", "องค์การบริหารส่วนตำบล", "รายงานผลการดำเนินการตามมาตรการ"]


@pytest.mark.parametrize("crop", ["", "/CropBox [30 60 560 830]"])
def test_words_and_rules_lie_on_the_ink(tmp_path, crop):
    path = write_layer_pdf(tmp_path / "born.pdf", LINES, f"/MediaBox [0 0 595 842] {crop}")
    page = load_page(open_document(path), 1)
    left, top = (30, 12) if crop else (0, 0)
    scale = 300 / 72
    x0, y0, x1, y1 = page.words[0].bbox
    assert x0 == pytest.approx((60 - left) * scale, abs=2)
    assert y0 < (842 - 780 - top) * scale < y1
    assert page.gray[y0:y1, x0:x1].min() < 100
    sides = sorted(rule.bbox for rule in page.rules)
    assert len(sides) == 4
    assert sides[0][0] == pytest.approx((50 - left) * scale, abs=2)
    assert all(page.gray[(b + d) // 2, (a + c) // 2] < 160 for a, b, c, d in sides)


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda line: line.replace("ำ", "า"), "สานัก"),
        (lambda line: line.replace("ำ", "\uf70a"), "no meaning"),
        (lambda line: line.replace("ี", "ีี"), "cannot stand"),
        (lambda line: line[::-1], "cannot stand"),
    ],
)
def test_a_damaged_layer_is_rejected_and_the_page_read_as_a_picture(tmp_path, damage, reason):
    page = load_page(open_document(write_layer_pdf(tmp_path / "born.pdf", [damage(line) for line in LINES])), 1)
    assert (page.source, page.words, page.rules) == ("scan", (), ())
    rejected = [issue for issue in page.issues if issue.code == "text-layer-rejected"]
    assert len(rejected) == 1
    assert reason in rejected[0].message


def test_lost_tone_marks_and_swapped_letters_are_damage():
    text = " ".join(LINES) * 8
    assert find_damage(text, 0, SETTINGS) is None
    assert find_damage(text.translate({0x0E48: None, 0x0E49: None}), 0, SETTINGS) is not None
    assert find_damage(text, 1, SETTINGS) == "1 of its characters have no meaning"


def test_telltales_leave_sound_words_alone():
    assert find_telltale("คณะทำงานและการทำงานของสำนักงาน ประจำตำบล สำคัญ") is None
    assert find_telltale("กำรดำเนินงำน") is not None


def test_word_share_without_thai_is_whole():
    assert word_share("E-Service 2566") == 1.0


def line_of(texts: list[str]) -> list[Glyph]:
    glyphs: list[Glyph] = []
    x = 0.0
    for text in texts:
        wide = 0.0 if text == "" or ("\u0e31" <= text <= "\u0e4e" and text not in "าำเแโใไ") else 8.0
        glyphs.append(Glyph(text, (x, 0.0, x + wide, 16.0)))
        x += wide
    return glyphs


def test_sara_am_is_put_back_together():
    glyphs, count = repair_sara_am(line_of(["ส", "", "า", "น", "ั", "ก", " ", "น", "", "้", "า"]))
    assert count == 2
    assert [text for text, _ in group_words(glyphs, 0.15)] == ["สำนัก", "น้ำ"]


def test_unknown_glyphs_elsewhere_are_not_guessed():
    glyphs, count = repair_sara_am(line_of(["ส", "", "า", "น", "", "ก"]))
    assert count == 0
    assert sum(not glyph.text for glyph in glyphs) == 2


def test_words_end_at_white_space_and_at_new_lines():
    first = line_of(["ก", "า", "ร"])
    second = [Glyph(glyph.text, (glyph.box[0], 20.0, glyph.box[2], 36.0)) for glyph in first]
    away = [Glyph(glyph.text, (glyph.box[0] + 60, 20.0, glyph.box[2] + 60, 36.0)) for glyph in first]
    assert [box[:2] for _, box in group_words([*first, *second, *away], 0.15)] == [
        (0.0, 0.0),
        (0.0, 20.0),
        (60.0, 20.0),
    ]
