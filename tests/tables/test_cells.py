"""The lines of a cell as one text: what was not read, and what is dirt."""

from pipeline.tables import build_tables
from pipeline.tables.cells import LINE_UNREAD, join_cell_lines

from .drawing import draw_page, read_line, table


def test_a_line_without_text_doubts_its_cell_and_what_is_lower_does_not():
    said = read_line("จำนวน ๓", (100, 100, 300, 132))
    for bottom, is_doubted in ((172, True), (150, False)):
        passage = join_cell_lines([said, read_line("", (100, 140, 300, bottom))], 1)
        assert (LINE_UNREAD in [doubt.reason for doubt in passage.doubts]) == is_doubted
    assert not join_cell_lines([read_line("", (100, 140, 300, 172))], 1).doubts


def test_a_dash_alone_on_its_line_is_dirt_beside_words_and_said():
    head, row = ("มาตรการ", "ผู้รับผิดชอบ"), ("ลดขั้นตอน", "กองคลัง\n-")
    (built,) = build_tables([draw_page(1, table(head, row, ("เปิดเผยข้อมูล", "-")))]).stitched
    assert [row.cells[1].passage.text for row in built.rows] == ["กองคลัง", "-"]
    assert built.rows[0].cells[1].passage.raw == "กองคลัง\n-"
    assert [issue.code for issue in built.issues] == ["dirt-left-out"]


def test_a_dot_behind_the_words_of_a_line_is_dirt():
    words, dot = read_line("สาธารณชน", (100, 100, 300, 132)), read_line("•", (420, 110, 426, 120))
    passage = join_cell_lines([words, dot], 1)
    assert (passage.text, passage.raw) == ("สาธารณชน", "สาธารณชน\n•")


def test_a_dash_at_the_head_of_a_list_stays():
    dash, words = read_line("-", (100, 100, 110, 132)), read_line("จัดประชุม", (120, 100, 300, 132))
    assert join_cell_lines([dash, words], 1).text == "- จัดประชุม"
