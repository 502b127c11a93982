"""Small tables with headings on the left, one for each measure."""

from __future__ import annotations

from pipeline.tables import build_tables
from pipeline.tables.records import Meaning

from .drawing import draw_page, table

WIDTHS = (1, 3)


def card(number: str, measure: str) -> tuple[tuple[str, str], ...]:
    return (
        (f"มาตรการที่ {number}", measure),
        ("วิธีดำเนินการ", "จัดประชุม"),
        ("ผู้รับผิดชอบ", "กองคลัง"),
        ("สถานะ", "( ) ยังไม่ดำเนินการ (/) แล้วเสร็จ"),
    )


def test_cards_are_the_rows_of_one_table_also_over_a_page_break() -> None:
    second = card("๒", "เปิดเผยข้อมูล")
    tables = build_tables(
        [
            draw_page(1, table(*card("๑", "ลดขั้นตอน"), widths=WIDTHS), table(*second[:1], widths=WIDTHS)),
            draw_page(2, table(*second[1:], widths=WIDTHS), table(*card("๓", "อบรม"), widths=WIDTHS)),
        ]
    )
    (one,) = tables.stitched
    assert [column.meaning for column in one.columns] == [
        Meaning.NUMBER,
        Meaning.MEASURE,
        Meaning.PROCEDURE,
        Meaning.RESPONSIBLE,
        Meaning.STATUS,
    ]
    assert [[cell.passage.text for cell in row.cells[:2]] for row in one.rows] == [
        ["๑", "ลดขั้นตอน"],
        ["๒", "เปิดเผยข้อมูล"],
        ["๓", "อบรม"],
    ]
    assert all(row.cells[3].passage.text == "กองคลัง" for row in one.rows)
    assert one.rows[1].pages == (1, 2) and one.rows[1].cut
    assert [issue.code for issue in tables.issues] == ["table-of-cards"]


def test_what_goes_on_without_heading_belongs_to_the_value_above() -> None:
    first, second = card("๑", "ลดขั้นตอน"), card("๒", "เปิดเผยข้อมูล")
    cut = (*second[:1], ("", "ให้ครบทุกรายการ"), *second[1:])
    (one,) = build_tables([draw_page(1, table(*first, widths=WIDTHS), table(*cut, widths=WIDTHS))]).stitched
    assert one.rows[1].cells[1].passage.text == "เปิดเผยข้อมูลให้ครบทุกรายการ"


def test_unknown_headings_are_kept_under_their_own() -> None:
    made = [(*card(number, "ลดขั้นตอน"), ("สีที่ชอบ", "ฟ้า")) for number in "๑๒"]
    (one,) = (tables := build_tables([draw_page(1, *(table(*rows, widths=WIDTHS) for rows in made))])).stitched
    assert (one.columns[-1].meaning, one.columns[-1].heading) == (Meaning.OTHER, "สีที่ชอบ")
    assert [issue.code for issue in tables.issues] == ["table-of-cards", "heading-unknown"]


def test_a_list_of_measures_in_two_columns_is_no_card() -> None:
    rows = [("มาตรการ", "ผู้รับผิดชอบ"), ("ลดขั้นตอน", "กองคลัง"), ("เปิดเผยข้อมูล", "กองช่าง"), ("อบรม", "สำนักปลัด")]
    tables = build_tables([draw_page(1, table(*rows, widths=WIDTHS), table(*rows, widths=WIDTHS))])
    assert all(issue.code != "table-of-cards" for issue in tables.issues)
    assert [len(one.rows) for one in tables.stitched] == [3, 3]
