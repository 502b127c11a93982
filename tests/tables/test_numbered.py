"""Row numbers in front of the measures."""

from __future__ import annotations

from pipeline.tables import build_tables
from pipeline.tables.records import Meaning, StitchedTable

from .drawing import draw_page, table

HEAD = ("มาตรการ", "ผู้รับผิดชอบ")


def built(*rows: tuple[str, str], by_alignment: bool = True) -> StitchedTable:
    page = draw_page(1, table(HEAD, *rows))
    grids = tuple(grid.model_copy(update={"by_alignment": by_alignment}) for grid in page.grids)
    (one,) = build_tables([page.model_copy(update={"grids": grids})]).stitched
    return one


def test_numbers_before_measures_get_a_column_of_their_own() -> None:
    made = built(("๑.๑ ลดขั้นตอน", "กองคลัง"), ("๑.๒ เปิดเผยข้อมูล", "กองช่าง"), ("๒.๑ อบรม", "กองคลัง"))
    assert [column.meaning for column in made.columns] == [Meaning.NUMBER, Meaning.MEASURE, Meaning.RESPONSIBLE]
    assert [column.index for column in made.columns] == [0, 1, 2]
    assert [tuple(cell.passage.text for cell in row.cells) for row in made.rows] == [
        ("๑.๑", "ลดขั้นตอน", "กองคลัง"),
        ("๑.๒", "เปิดเผยข้อมูล", "กองช่าง"),
        ("๒.๑", "อบรม", "กองคลัง"),
    ]


def test_a_number_left_out_is_told() -> None:
    made = built(("๑. ลดขั้นตอน", "กองคลัง"), ("๓. เปิดเผยข้อมูล", "กองช่าง"), ("๔. อบรม", "กองคลัง"))
    assert "row-number-gap" in [issue.code for issue in made.issues]


def test_steps_that_begin_anew_in_each_row_are_no_row_numbers() -> None:
    made = built(("๑. ประชุม ๒. อบรม", "กองคลัง"), ("๑. ประกาศ ๒. ลงนาม", "กองช่าง"))
    assert [column.meaning for column in made.columns] == [Meaning.MEASURE, Meaning.RESPONSIBLE]


def test_a_number_in_a_ruled_cell_belongs_to_its_text() -> None:
    made = built(("๑.๑ ลดขั้นตอน", "กองคลัง"), ("๑.๒ เปิดเผยข้อมูล", "กองช่าง"), by_alignment=False)
    assert [column.meaning for column in made.columns] == [Meaning.MEASURE, Meaning.RESPONSIBLE]
    assert made.rows[0].cells[0].passage.text == "๑.๑ ลดขั้นตอน"
