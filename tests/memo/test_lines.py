"""Boxes to strips: baselines, handwriting, leader dots, frames and stamps."""

from __future__ import annotations

from pipeline.memo.lines import find_strips, join_body
from pipeline.page import Grid, GridCell
from pipeline.settings import MemoSettings

from .paper import HEIGHT, WIDTH, PageMaker, line

SETTINGS = MemoSettings()


def texts(page: PageMaker, grids: tuple[int, ...] = ()) -> list[str]:
    return [strip.text for strip in find_strips(page.reading(), frozenset(grids), SETTINGS)]


def test_boxes_on_one_baseline_are_one_strip() -> None:
    assert texts(PageMaker().add("ที่", "กส ๑/๒", "วันที่").add("เรื่อง")) == ["ที่ กส ๑/๒ วันที่", "เรื่อง"]


def test_tall_handwriting_never_joins_two_strips() -> None:
    page = PageMaker().add("ส่วนราชการ").add("ที่ กส ๑/").add("เรื่อง")
    hand = line("๑๒", 900, 205)
    page.lines.append(hand.model_copy(update={"bbox": (900, 205, 960, 303)}))
    assert texts(page) == ["ส่วนราชการ", "ที่ กส ๑/ ๑๒", "เรื่อง"]


def test_leader_dots_that_touch_the_next_line_join_nothing() -> None:
    page = PageMaker().add("ที่ กส ๑/").add("เรื่อง")
    page.lines.append(line("", 700, 241).model_copy(update={"bbox": (700, 241, 900, 244)}))
    page.lines.append(line("...", 950, 241).model_copy(update={"bbox": (950, 240, 1100, 246)}))
    assert [text.removesuffix(" ...") for text in texts(page)] == ["ที่ กส ๑/", "เรื่อง"]


def test_text_in_a_page_frame_is_running_text_and_in_a_box_or_table_is_not() -> None:
    page = PageMaker().add("ในกรอบ").add("ในตราประทับ").add("ในตาราง")
    for index, box in enumerate([(10, 10, WIDTH - 10, HEIGHT - 10), (1000, 100, 1400, 300), (100, 900, 1500, 1500)]):
        page.grids.append(Grid(bbox=box, rows=1, cols=1, cells=(GridCell(row=0, col=0, bbox=box),)))
        page.lines[index] = page.lines[index].model_copy(update={"grid": index, "cell": 0})
    assert texts(page, grids=(2,)) == ["ในกรอบ"]


def test_sentences_go_on_over_page_numbers_and_catch_words() -> None:
    first = PageMaker(1).add("ประจำปีงบประมาณ พ.ศ.").add("/๒๕๖๔ มีคะแนน...", x=1200)
    second = PageMaker(2).add("- ๒ -", x=800).add("๒๕๖๔ มีคะแนน")
    strips = [strip for page in (first, second) for strip in find_strips(page.reading(), frozenset(), SETTINGS)]
    assert join_body(strips).text == "ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ มีคะแนน"


def test_page_without_lines() -> None:
    assert texts(PageMaker()) == []
