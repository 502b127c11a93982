import doctest
from datetime import date

import pytest

from pipeline.synth import boxes, html, scan, spec
from pipeline.synth.content import dates
from pipeline.synth.spec import HAND_TICK, Column, MeasureTable, Row


@pytest.mark.parametrize("module", [spec, html, boxes, scan, dates])
def test_examples_in_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0


def test_inline_marks_become_spans_and_ticks_become_boxes():
    shown = html.inline(f"[[note|ก < ข]]\n{HAND_TICK}", "m0.report.1")
    assert shown == ('<span data-f="m0.report.1.note">ก &lt; ข</span><br><span class="tick" data-ink="tick"></span>')


def test_columns_of_one_group_share_a_spanning_heading():
    columns = (
        Column("measure", "มาตรการ", 50),
        Column("status:done", "เสร็จ", 25, "สถานะ"),
        Column("due", "เมื่อ", 25, "สถานะ"),
    )
    upper, lower = html.header_rows(columns).split("</tr><tr>")
    assert 'rowspan="2"' in upper
    assert 'colspan="2"' in upper
    assert lower.count("<th") == 2


def test_a_merged_cell_is_printed_once_and_keyed_for_every_row():
    table = MeasureTable(
        role="plan",
        columns=(Column("measure", "มาตรการ", 50), Column("monitoring", "การกำกับ", 50)),
        rows=tuple(Row(f"มาตรการ {i}", monitoring="ติดตาม") for i in range(3)),
        merges=(("monitoring", 0, 2),),
    )
    source = html.measure_table(table, "m0.plan", 1)
    assert source.count(">ติดตาม<") == 2
    assert 'data-f="m0.plan.1.monitoring m0.plan.2.monitoring" rowspan="2"' in source


def test_status_cells_carry_the_mark_of_the_row():
    columns = (
        Column("measure", "มาตรการ", 50),
        Column("status:done", "เสร็จ", 25),
        Column("status:not_started", "ยัง", 25),
    )
    table = MeasureTable("report", columns, (Row("ก", status="done", note="(ดูเว็บไซต์)"),))
    printed = [html.cell_text(table.rows[0], column, table) for column in columns]
    assert printed == ["ก", "/ [[note|(ดูเว็บไซต์)]]", "-"]


def test_a_cell_without_its_source_text_is_joined_with_spaces():
    assert boxes.join_as_printed(["ก", "ข"], "ค") == "ก ข"


def test_dates_know_their_days():
    assert dates.in_month("กุมภาพันธ์ ๒๕๖๗", 2567, 2).end == date(2024, 2, 29)
    assert dates.in_quarter("ไตรมาสที่ ๒", 2566, 2).end == date(2023, 3, 31)
    assert dates.in_fiscal_year("ปีงบประมาณ ๒๕๖๕", 2565).start == date(2021, 10, 1)
