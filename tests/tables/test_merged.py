"""Merged cells at page breaks."""

from pipeline.page import PageReading
from pipeline.tables import StitchedTable, build_tables
from pipeline.tables.merged import MAY_GO_ON

from .drawing import draw_page, table

HEAD = ("ที่", "มาตรการ", "วิธีดำเนินการ", "การกำกับติดตาม")


def build(*pages: PageReading) -> StitchedTable:
    (built,) = build_tables(pages).stitched
    return built


def notes(built: StitchedTable) -> list[str]:
    return [row.cells[3].passage.text.replace(" ", "") for row in built.rows]


def doubted(built: StitchedTable) -> list[bool]:
    return [MAY_GO_ON in [doubt.reason for doubt in row.cells[3].passage.doubts] for row in built.rows]


def test_all_rows_beside_a_merged_cell_get_its_text_from_both_pages():
    built = build(
        draw_page(1, table(HEAD, ("๑", "ก", "ข", "ดูทุกเดือน"), ("๒", "ค", "ง", "รายงานผลต่อ"))),
        draw_page(2, table(HEAD, ("", "ต่อ", "", "สำนักงานจังหวัด"), ("๓", "จ", "ฉ", "^"))),
    )
    assert notes(built) == ["ดูทุกเดือน", "รายงานผลต่อสำนักงานจังหวัด", "รายงานผลต่อสำนักงานจังหวัด"]
    assert doubted(built) == [False, False, False]


def test_a_full_merged_cell_before_another_one_may_go_on_and_is_doubted_on_both_sides():
    built = build(
        draw_page(1, table(HEAD, ("๑", "ก", "ข", "ดูทุกเดือน"), ("๒", "ค\nค", "ง", "รายงานในที่\nประชุม"))),
        draw_page(2, table(HEAD, ("๓", "จ", "ฉ", "ประจำเดือนของหัวหน้า"), ("๔", "ช", "ซ", "^"), ("๕", "ฌ", "ญ", "ฎ"))),
    )
    assert doubted(built) == [False, True, True, True, False]


def test_a_note_that_leaves_room_below_it_or_is_repeated_is_whole():
    for upper, lower in (("รายงานในที่ประชุม", "สรุปผลต่อสภา"), ("รายงานทุก\nหกเดือน", "รายงานทุกหกเดือน")):
        built = build(
            draw_page(1, table(HEAD, ("๑", "ก", "ข", "ดูทุกเดือน"), ("๒", "ค\nค", "ง", upper))),
            draw_page(2, table(HEAD, ("๓", "จ", "ฉ", lower), ("๔", "ช", "ซ", "^"))),
        )
        assert not any(doubted(built))


def test_the_rows_above_a_cut_row_get_the_whole_of_its_merged_cell():
    built = build(
        draw_page(1, table(HEAD, ("๑", "ก", "ข", "รายงานผลต่อ"), ("๒", "ค", "ง", "^"))),
        draw_page(2, table(HEAD, ("", "ต่อ", "", "สำนักงานจังหวัด"), ("๓", "จ", "ฉ", "^"))),
    )
    assert notes(built) == ["รายงานผลต่อสำนักงานจังหวัด"] * 3


def test_an_empty_merged_cell_below_a_break_goes_on_and_is_doubted():
    built = build(
        draw_page(1, table(HEAD, ("๑", "ก", "ข", "ดูทุกเดือน"), ("๒", "ค", "ง", "รายงานทุกปี"))),
        draw_page(2, table(HEAD, ("๓", "จ", "ฉ", ""), ("๔", "ช", "ซ", "^"), ("๕", "ฌ", "ญ", "ดูทุกเดือน"))),
    )
    assert notes(built) == ["ดูทุกเดือน", "รายงานทุกปี", "รายงานทุกปี", "รายงานทุกปี", "ดูทุกเดือน"]
    assert doubted(built) == [False, False, True, True, False]
