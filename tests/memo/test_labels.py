"""Labels and titles in damaged readings."""

from __future__ import annotations

import pytest

from pipeline.memo.labels import Label, find_labels
from pipeline.memo.lines import find_strips
from pipeline.settings import MemoSettings

from .paper import PageMaker


def labels(*texts: str) -> list[tuple[Label, str]]:
    """The labels of one strip, each with the text behind it up to the strip's end."""
    strips = find_strips(PageMaker().add(*texts).reading(), frozenset(), MemoSettings())
    return [(hit.label, strips[0].text[hit.end :].strip()) for hit in find_labels(strips)]


@pytest.mark.parametrize("text", ["บันทึกข้อความ", "บนทกขอความ", "บันทึกข้อดวาม", "บ ั น ทึก ข้อความ"])
def test_title(text: str) -> None:
    assert [label for label, _ in labels(text)] == [Label.TITLE]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("สวนราชการ สำนักปลัด", Label.OFFICE),
        ("เรือง รายงานผล", Label.SUBJECT),
        ("เรีย น นายก", Label.RECIPIENT),
        ("กราบเรียน นายก", Label.RECIPIENT),
        ("ที กส ๑/๒", Label.NUMBER),
        ("เลขที่รับ ๑๒๓", Label.STAMP),
    ],
)
def test_labels_that_begin_a_line(text: str, label: Label) -> None:
    assert labels(text)[0][0] is label


def test_date_inside_a_line() -> None:
    assert labels("ที่ กส ๗๘๙๐๑ /.....วันที .....มกราคม ๒๕๖๕")[1] == (Label.DATE, ".....มกราคม ๒๕๖๕")


@pytest.mark.parametrize(
    "text", ["ตามบันทึกข้อความ เรื่อง รายงานผล", "จึงเรียนมาเพื่อทราบ", "ด้วยส่วนราชการได้ดำเนินการ", "ส่งเสริมคุณธรรม"]
)
def test_running_text_has_no_labels(text: str) -> None:
    assert labels(text) == []
