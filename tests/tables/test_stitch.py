"""Tables over page breaks: repeated and missing headers, cut rows, merged cells, tables that only look alike."""

import pytest

from pipeline.page import PageReading
from pipeline.tables import Meaning, StitchedTable, build_tables

from .drawing import draw_page, read_line, table

HEAD = ("ที่", "มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ")
WIDTHS = (1, 4, 5, 2)
ONE, TWO, THREE, FOUR = (
    (number, f"มาตรการข้อ{name}", f"ทำข้อ{name}", "กองคลัง")
    for number, name in (("๑", "หนึ่ง"), ("๒", "สอง"), ("๓", "สาม"), ("๔", "สี่"))
)


def build(*pages: PageReading) -> tuple[StitchedTable, ...]:
    return build_tables(pages).stitched


def texts(built: StitchedTable, col: int = 1) -> list[str]:
    return [row.cells[col].passage.text for row in built.rows]


def codes(built: StitchedTable) -> list[str]:
    return [issue.code for issue in built.issues]


def test_a_table_without_repeated_header_goes_on():
    (built,) = build(
        draw_page(1, table(HEAD, ONE, TWO, widths=WIDTHS), "/๓. มาตรการ..."),
        draw_page(2, "-๒-", table(THREE, FOUR, widths=(1.1, 3.9, 5.1, 2))),
    )
    assert len(built.rows) == 4
    assert built.rows[2].pages == (2,)
    assert not built.issues


@pytest.mark.parametrize("note", ["- ๒ -", "หน้า ๒", "2", "(ต่อ)", "ตาราง (ต่อ)", "หน้า ๒ / ๗", "."])
def test_page_furniture_does_not_end_a_table(note):
    (built,) = build(
        draw_page(1, table(HEAD, ONE, TWO, widths=WIDTHS)),
        draw_page(2, note, table(HEAD, THREE, FOUR, widths=WIDTHS)),
    )
    assert len(built.rows) == 4


def test_noise_in_columns_with_a_page_number_in_it_does_not_end_a_table():
    noise = table(["", "", ""], ["", "", "- ๒ -"], ["", "", ""])
    first = draw_page(1, table(HEAD, ONE))
    second = draw_page(2, noise, table(HEAD, TWO))
    grids = (second.grids[0].model_copy(update={"by_alignment": True}), second.grids[1])
    (built,) = build(first, second.model_copy(update={"grids": grids}))
    assert texts(built) == ["มาตรการข้อหนึ่ง", "มาตรการข้อสอง"]


def test_a_running_head_does_not_end_a_table():
    head = "แผนปฏิบัติการป้องกันการทุจริต องค์การบริหารส่วนตำบลตัวอย่าง"
    (built,) = build(
        draw_page(1, head, table(HEAD, ONE, TWO, widths=WIDTHS)),
        draw_page(2, head, table(THREE, FOUR, widths=WIDTHS)),
    )
    assert len(built.rows) == 4


def test_what_a_fax_prints_along_the_edge_does_not_end_a_table():
    first, second = (
        draw_page(number, fax, *items, top=10)
        for number, fax, items in (
            (1, "09-OCT-2023 14:23 FROM : SAO P.01/03", [table(HEAD, ONE, TWO, widths=WIDTHS)]),
            (2, "0g-0CT 1424 FR0M 70 : 642.01 F,02/03", [table(HEAD, THREE, FOUR, widths=WIDTHS)]),
        )
    )
    (built,) = build(first, second)
    assert len(built.rows) == 4


def _certified(page: PageReading, *texts: str, width: int = 300) -> PageReading:
    """The page with short lines under its table: a stamp and a name that certify it."""
    y = page.grids[-1].bbox[3] + 40
    lines = [read_line(text, (1100, y + 50 * i, 1100 + width, y + 50 * i + 40)) for i, text in enumerate(texts)]
    return page.model_copy(update={"lines": (*page.lines, *lines)})


STAMPED = ("สำเนาถูกต้อง", "(นายตัวอย่าง ดีงาม)", "นิติกรชำนาญการ")


def test_a_stamp_and_a_name_under_a_table_do_not_end_it_where_its_count_goes_on():
    first = draw_page(1, table(HEAD, ONE, TWO, widths=WIDTHS))
    second = draw_page(2, table(HEAD, THREE, FOUR, widths=WIDTHS))
    (built,) = build(_certified(first, *STAMPED), second)
    assert len(built.rows) == 4
    assert len(build(_certified(first, *STAMPED, width=900), second)) == 2  # as wide as a paragraph


def test_a_stamp_and_a_name_end_a_table_whose_count_does_not_go_on():
    first = draw_page(1, table(HEAD, ONE, TWO, widths=WIDTHS))
    second = draw_page(2, table(HEAD, FOUR, widths=WIDTHS))
    assert len(build(_certified(first, *STAMPED), second)) == 2


def test_a_paragraph_between_begins_another_table():
    first, second = build(
        draw_page(1, table(HEAD, ONE, TWO, widths=WIDTHS)),
        draw_page(2, "ส่วนที่สอง มาตรการด้านการใช้งบประมาณ", table(HEAD, THREE, FOUR, widths=WIDTHS)),
    )
    assert (len(first.rows), len(second.rows)) == (2, 2)


def test_the_same_header_with_numbers_from_one_again_is_another_table():
    first, second = build(
        draw_page(1, table(HEAD, ONE, TWO, widths=WIDTHS)),
        draw_page(2, table(HEAD, ONE, TWO, widths=WIDTHS)),
    )
    assert (len(first.rows), len(second.rows)) == (2, 2)


@pytest.mark.parametrize("ends_with_section", [True, False])
def test_a_count_that_begins_again_with_a_section_goes_on_in_the_same_table(ends_with_section):
    section = ("ด้านที่ ๒ การใช้งบประมาณ", "<", "<", "<")
    first, second = [HEAD, ONE, TWO], [HEAD, ONE, TWO]
    (first if ends_with_section else second).insert(3 if ends_with_section else 1, section)
    (built,) = build(
        draw_page(1, table(*first, widths=WIDTHS)),
        draw_page(2, table(*second, widths=WIDTHS)),
    )
    assert [row.section and row.section.passage.text for row in built.rows] == [None, None, section[0], section[0]]


def test_another_set_of_headings_is_another_table():
    other = ("ที่", "มาตรการ", "ผลการดำเนินการ", "หมายเหตุ")
    _, second = build(
        draw_page(1, table(HEAD, ONE, TWO, widths=WIDTHS)),
        draw_page(2, table(other, THREE, FOUR, widths=WIDTHS)),
    )
    assert second.columns[2].meaning is Meaning.RESULT


def test_a_table_with_other_columns_is_another_table():
    _, second = build(
        draw_page(1, table(HEAD, ONE, TWO, widths=WIDTHS)),
        draw_page(2, table(("ก", "ข"), ("ค", "ง"))),
    )
    assert codes(second) == ["table-without-header"]


def test_a_table_without_header_after_a_paragraph_borrows_the_headings_and_says_so():
    _, second = build(
        draw_page(1, table(HEAD, ONE, TWO, widths=WIDTHS)),
        draw_page(2, "ส่วนที่สอง มาตรการด้านการใช้งบประมาณ", table(THREE, FOUR, widths=WIDTHS)),
    )
    assert second.columns[1].meaning is Meaning.MEASURE
    assert ("header-borrowed", "review") in [(issue.code, issue.severity) for issue in second.issues]


def test_borrowed_status_columns_prove_nothing():
    head = ("มาตรการ", "ดำเนินการแล้ว", "ยังไม่ดำเนินการ")
    _, second = build(
        draw_page(1, table(head, ("ก", "/", ""))),
        draw_page(2, "อีกส่วนหนึ่งของรายงาน", table(("ข", "/", ""), ("ค", "", "/"))),
    )
    assert [column.meaning for column in second.columns][1:] == [Meaning.STATUS_UNCLEAR] * 2


def test_the_clearest_reading_of_a_repeated_header_wins():
    (built,) = build(
        draw_page(1, table(("ที", "มรต", "วธดเนนกา", "ผู้รับผิดชอบ"), ONE, TWO, widths=WIDTHS)),
        draw_page(2, table(HEAD, THREE, FOUR, widths=WIDTHS)),
    )
    assert [column.meaning for column in built.columns] == [
        Meaning.NUMBER,
        Meaning.MEASURE,
        Meaning.PROCEDURE,
        Meaning.RESPONSIBLE,
    ]
    assert not built.issues


@pytest.mark.parametrize("repeat", [True, False])
def test_a_row_cut_by_the_page_break_is_put_together(repeat):
    rest = ("", "", "และรายงานผลทุกเดือน", "กองช่าง")
    (built,) = build(
        draw_page(1, table(HEAD, ONE, TWO, widths=WIDTHS)),
        draw_page(2, "-๒-", table(*([HEAD] if repeat else []), rest, THREE, widths=WIDTHS)),
    )
    assert texts(built, 2) == ["ทำข้อหนึ่ง", "ทำข้อสองและรายงานผลทุกเดือน", "ทำข้อสาม"]
    cut = built.rows[1]
    assert cut.cut and cut.pages == (1, 2)
    assert [place.page for place in cut.cells[2].places] == [1, 2]
    assert [place.page for place in cut.cells[2].passage.where] == [1, 2]
    assert codes(built) == ["row-rejoined"]


def test_a_cut_row_is_told_by_its_missing_measure_where_there_are_no_numbers():
    (built,) = build(
        draw_page(1, table(HEAD[1:], ONE[1:], TWO[1:])),
        draw_page(2, table(("", "และรายงานผลทุกเดือน", ""), THREE[1:])),
    )
    assert texts(built, 0) == ["มาตรการข้อหนึ่ง", "มาตรการข้อสอง", "มาตรการข้อสาม"]
    assert texts(built, 1)[1] == "ทำข้อสองและรายงานผลทุกเดือน"


def test_a_word_that_may_be_a_heading_in_the_rest_of_a_cut_row_makes_it_no_header():
    head = ("ที่", "มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "สถานะ", "หมายเหตุ")
    one, cut, rest, two = (
        ("๑", "มาตรการข้อหนึ่ง", "ทำข้อหนึ่ง", "กองคลัง", "ดำเนินการแล้ว", ""),
        ("๒", "เผยแพร่ผลการจัดซื้อจัดจ้างราย", "รวบรวมแบบ สขร.๑", "กองพัสดุ", "☑ ดำเนินการแล้ว", ""),
        ("", "ไตรมาส", "และเผยแพร่ภายใน ๑๕ วัน", "", "☐ ยังไม่ได้ดำเนินการ", ""),
        ("๓", "มาตรการข้อสาม", "ทำข้อสาม", "กองช่าง", "ดำเนินการแล้ว", ""),
    )
    (built,) = build(draw_page(1, table(head, one, cut)), draw_page(2, table(rest, two)))
    assert texts(built) == ["มาตรการข้อหนึ่ง", "เผยแพร่ผลการจัดซื้อจัดจ้างรายไตรมาส", "มาตรการข้อสาม"]


def test_a_measure_that_is_itself_cut_is_put_together():
    (built,) = build(
        draw_page(1, table(HEAD[1:], ONE[1:], ("มาตรการข้อ", "ทำข้อสอง", "กองคลัง"))),
        draw_page(2, table(("สอง", "", ""), THREE[1:])),
    )
    assert texts(built, 0) == ["มาตรการข้อหนึ่ง", "มาตรการข้อสอง", "มาตรการข้อสาม"]


def test_a_measure_that_ends_with_and_goes_on():
    cut = [("มาตรการข้อสองเรื่องการจัดซื้อและการ", "ทำข้อสอง", "กองคลัง"), ("บริหารพัสดุ", "", "")]
    (built,) = build(draw_page(1, table(HEAD[1:], ONE[1:], cut[0])), draw_page(2, table(cut[1], THREE[1:])))
    assert texts(built, 0)[1] == "มาตรการข้อสองเรื่องการจัดซื้อและการบริหารพัสดุ"
    complete = ("มาตรการข้อสองเรื่องการดำเนินการ", "ทำข้อสอง", "กองคลัง")
    (built,) = build(
        draw_page(1, table(HEAD[1:], ONE[1:], complete)), draw_page(2, table(("พัสดุ", "ทำ", ""), THREE[1:]))
    )
    assert len(built.rows) == 4


REPORT_HEAD = ("มาตรการ", "วิธีดำเนินการ", "ดำเนินการแล้ว", "ยังไม่ดำเนินการ")


def test_a_report_row_whose_mark_stands_before_an_open_break_is_put_together():
    (built,) = build(
        draw_page(1, table(REPORT_HEAD, ("ก", "ข", "/", "-"), ("ค", "ง", "-", "/"), open_bottom=True)),
        draw_page(2, table(("ต่อไป", "อีกด้วย", "", ""), ("จ", "ฉ", "/", "-"), open_top=True)),
    )
    assert texts(built, 1) == ["ข", "งอีกด้วย", "ฉ"]
    assert texts(built, 3) == ["-", "/", "-"]


def test_a_row_without_any_mark_is_not_swallowed_by_the_row_before():
    (built,) = build(
        draw_page(1, table(REPORT_HEAD, ("ก", "ข", "/", "-"), ("ค", "ง", "-", "/"))),
        draw_page(2, table(("จ", "ฉ", "", ""), ("ช", "ซ", "/", "-"))),
    )
    assert len(built.rows) == 4
    assert codes(built) == ["row-maybe-cut"]


def test_the_end_of_a_span_of_time_under_the_break_makes_one_row():
    """A table without numbers, of whose cut row only the responsible unit stands in one part alone."""
    head = ("มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา")
    one, three = ("มาตรการหนึ่ง", "ทำข้อหนึ่ง", "กองคลัง", "ต.ค. ๖๖"), ("มาตรการสาม", "ทำข้อสาม", "ทุกกอง", "ม.ค. ๖๗")
    upper, lower = ("เผยแพร่ข้อมูล", "จัดทำแผนการใช้จ่ายงบ", "กองคลัง", "ไตรมาส ๑"), ("งบประมาณ", "ประจำปีบนเว็บไซต์", "", "- ๔")
    (built,) = build(draw_page(1, table(head, one, upper)), draw_page(2, table(head, lower, three)))
    assert texts(built, 3) == ["ต.ค. ๖๖", "ไตรมาส ๑ - ๔", "ม.ค. ๖๗"]


def test_a_second_measure_under_one_number_with_a_state_and_a_time_of_its_own_stays_a_row():
    head = ("ที่", "มาตรการ", "ผู้รับผิดชอบ", "กำหนดเสร็จ", "สถานะ")
    one, two, three, four = (
        (number, f"มาตรการข้อ{name}", "กองคลัง", time, state)
        for number, name, time, state in (
            ("๑", "หนึ่ง", "ไตรมาสที่ ๑", "ดำเนินการแล้วเสร็จ"),
            ("๒", "สอง", "ไตรมาสที่ ๑", "ดำเนินการแล้วเสร็จ"),
            ("", "สองอีก", "ไตรมาสที่ ๓", "ยกเลิก"),
            ("๓", "สาม", "ไตรมาสที่ ๔", "ยกเลิก"),
        )
    )
    (built,) = build(draw_page(1, table(head, one, two)), draw_page(2, table(head, three, four)))
    assert len(built.rows) == 4
    assert "row-maybe-cut" in codes(built)


def test_a_row_that_may_be_the_rest_of_another_is_kept_and_said():
    (built,) = build(
        draw_page(1, table(HEAD[1:], ONE[1:], TWO[1:])),
        draw_page(2, table(("มาตรการข้อสาม", "ทำข้อสาม", ""), FOUR[1:])),
    )
    assert len(built.rows) == 4
    assert [(issue.code, issue.severity) for issue in built.issues] == [("row-maybe-cut", "review")]


def test_a_year_under_the_break_and_its_month_over_it_are_told_to_be_one_row():
    head = ("มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา")
    one, two = ("มาตรการหนึ่ง", "ทำข้อหนึ่ง", "กองคลัง", "ธันวาคม ๒๕๖๔"), ("มาตรการสอง", "ทำข้อสอง", "ทุกกอง", "ไตรมาสที่ ๒")
    upper, lower = ("จัดช่องทางรับเรื่องร้อง", "เปิดตู้", "ศูนย์ดำรงธรรม", "พฤศจิกายน"), ("เรียนการทุจริต", "มีปลัดดูแล", "อำเภอ", "๒๕๖๔")
    (built,) = build(draw_page(1, table(head, one, upper)), draw_page(2, table(lower, two)))
    assert "row-maybe-cut" in codes(built)


def test_a_numbered_row_is_never_the_rest_of_another():
    (built,) = build(
        draw_page(1, table(HEAD, ONE, TWO, widths=WIDTHS, open_bottom=True)),
        draw_page(2, table(("๓", "", "ทำข้อสาม", ""), FOUR, widths=WIDTHS, open_top=True)),
    )
    assert len(built.rows) == 4


def test_full_rows_on_both_sides_of_a_break_stay_two():
    (built,) = build(
        draw_page(1, table(HEAD[1:], ONE[1:], TWO[1:], open_bottom=True)),
        draw_page(2, table(THREE[1:], FOUR[1:], open_top=True)),
    )
    assert len(built.rows) == 4
    assert not built.issues


def test_a_merged_cell_goes_on_over_the_break():
    head = ("มาตรการ", "วิธีดำเนินการ", "การกำกับติดตาม")
    (built,) = build(
        draw_page(1, table(head, ("ก", "ข", "รายงานผล"), ("ค", "ง", "^"))),
        draw_page(2, table(head, ("จ", "ฉ", ""), ("ช", "ซ", "^"))),
    )
    assert texts(built, 2) == ["รายงานผล"] * 4
    assert all(row.cells[2].shared for row in built.rows)
    assert codes(built) == ["merged-cell-continued"]


def test_a_measure_merged_over_its_steps_goes_on_over_the_break():
    head = ("มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ")
    (built,) = build(
        draw_page(1, table(head, ("ก", "ข", "กองคลัง"), ("^", "ง", "กองคลัง"))),
        draw_page(2, table(("", "ฉ", "กองช่าง"), ("ช", "ซ", "กองช่าง"))),
    )
    assert texts(built, 0) == ["ก", "ก", "ก", "ช"]
    assert ("merged-cell-continued", "review") in [(issue.code, issue.severity) for issue in built.issues]


def test_a_false_rule_on_one_page_is_taken_back():
    (built,) = build(
        draw_page(1, table(HEAD, ONE, TWO, widths=WIDTHS)),
        draw_page(
            2,
            table(
                ("๓", "มาตรการข้อ", "สาม", "ทำข้อสาม", "กองคลัง"),
                ("๔", "มาตรการข้อ", "สี่", "ทำข้อสี่", "กองคลัง"),
                widths=(1, 2, 2, 5, 2),
            ),
        ),
    )
    assert texts(built) == ["มาตรการข้อหนึ่ง", "มาตรการข้อสอง", "มาตรการข้อ สาม", "มาตรการข้อ สี่"]
    assert codes(built) == ["columns-fitted"]


def test_a_missed_rule_on_one_page_is_split_by_place():
    page = draw_page(2, table(THREE, FOUR, widths=WIDTHS))
    (grid,) = page.grids
    cells, moved = [], {}
    for index, cell in enumerate(grid.cells):
        if cell.col == 2:
            moved[index] = len(cells) - 1
            left = cells.pop()
            box = (*left.bbox[:2], *cell.bbox[2:])
            cells.append(left.model_copy(update={"bbox": box}))
        else:
            moved[index] = len(cells)
            cells.append(cell.model_copy(update={"col": min(cell.col, 2)}))
    faded = page.model_copy(
        update={
            "grids": (grid.model_copy(update={"cols": 3, "cells": tuple(cells)}),),
            "lines": tuple(line.model_copy(update={"cell": moved[line.cell]}) for line in page.lines),
        }
    )
    (built,) = build(draw_page(1, table(HEAD, ONE, TWO, widths=WIDTHS)), faded)
    assert texts(built) == [f"มาตรการข้อ{name}" for name in ("หนึ่ง", "สอง", "สาม", "สี่")]
    assert texts(built, 3) == ["กองคลัง"] * 4
    assert set(codes(built)) == {"columns-fitted", "rule-missed"}


def sections(table) -> list[str]:
    return ["" if row.section is None else row.section.passage.text for row in table.rows]


def test_a_heading_across_the_table_goes_to_the_rows_below_it():
    (built,) = build(
        draw_page(1, table(HEAD, ("ด้านการใช้งบประมาณ", "<", "<", "<"), ONE, TWO, widths=WIDTHS)),
    )
    assert sections(built) == ["ด้านการใช้งบประมาณ"] * 2
    assert codes(built) == ["section-row"]


def test_a_heading_with_a_number_of_its_own_goes_to_the_rows_on_the_next_page():
    (built,) = build(
        draw_page(1, table(HEAD, ONE, ("๒", "ด้านการใช้งบประมาณ", "<", "<"), widths=WIDTHS)),
        draw_page(2, table(HEAD, TWO, widths=WIDTHS)),
    )
    assert sections(built) == ["", "๒ ด้านการใช้งบประมาณ"]
    assert len(built.rows) == 2


def test_a_heading_cut_by_stems_in_line_with_column_rules_is_one_heading():
    page = draw_page(1, table(HEAD, ("ด้านที่", "๒ การใช้งบประม", "", ""), ONE, widths=WIDTHS))
    close = [
        line.model_copy(update={"bbox": (line.bbox[0] - 12, *line.bbox[1:])}) if line.text.startswith("๒") else line
        for line in page.lines
    ]
    (built,) = build(page.model_copy(update={"lines": tuple(close)}))
    assert sections(built) == ["ด้านที่ ๒ การใช้งบประม"]
    assert codes(built) == ["section-row", "section-cut"]


def test_an_empty_row_is_kept_and_said():
    (built,) = build(draw_page(1, table(HEAD, ONE, ("", "", "", ""), TWO, widths=WIDTHS)))
    assert len(built.rows) == 3
    assert codes(built) == ["empty-row"]


def test_a_frame_of_one_column_is_no_table():
    tables = build_tables([draw_page(1, table(("รับที่ ๑๒๓",), ("วันที่ ๔ ม.ค. ๖๕",)))])
    assert not tables.stitched
    assert len(tables.per_page[1]) == 1
    assert [issue.code for issue in tables.issues] == ["box-not-table"]


def test_a_streak_through_the_first_page_is_undone_by_the_second():
    split = ("ที่", "มาต", "รการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ")
    (built,) = build(
        draw_page(1, table(split, ("๑", "มาตรการข้อ", "หนึ่ง", "ทำ", "กองคลัง"), widths=(1, 2, 2, 5, 2))),
        draw_page(2, table(HEAD, TWO, THREE, widths=WIDTHS)),
    )
    assert texts(built) == ["มาตรการข้อ หนึ่ง", "มาตรการข้อสอง", "มาตรการข้อสาม"]
    assert codes(built) == ["columns-fitted"]


def test_rows_at_the_page_break_of_a_table_without_rules_are_doubted():
    pages = [
        draw_page(1, table(HEAD, ONE, TWO, widths=WIDTHS)),
        draw_page(2, table(HEAD, THREE, FOUR, widths=WIDTHS)),
    ]
    aligned = [
        page.model_copy(update={"grids": tuple(grid.model_copy(update={"by_alignment": True}) for grid in page.grids)})
        for page in pages
    ]
    (ruled,), (bare,) = build(*pages), build(*aligned)
    assert [bool(row.doubt) for row in ruled.rows] == [False] * 4
    assert [bool(row.doubt) for row in bare.rows] == [False, True, True, True]


def test_a_table_of_scores_keeps_its_columns_before_one_of_measures():
    scores = table(("ปีงบประมาณ", "คะแนนที่ได้", "ระดับ"), ("๒๕๖๕", "๘๔.๓๗", "B"), ("๒๕๖๖", "๘๗.๙๔", "ผ่าน"))
    first, second = build(draw_page(1, scores), draw_page(2, table(HEAD, ONE, TWO, widths=WIDTHS)))
    assert [column.heading for column in first.columns] == ["ปีงบประมาณ", "คะแนนที่ได้", "ระดับ"]
    assert codes(first) == []
    assert len(second.rows) == 2
