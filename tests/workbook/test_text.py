"""Text on its way into cells: safe, whole, and with its differences."""

from __future__ import annotations

import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from pipeline.model import Issue
from pipeline.settings import WorkbookSettings
from pipeline.workbook.differences import mark_differences
from pipeline.workbook.entries import parse_orders
from pipeline.workbook.heights import count_lines, fit_row
from pipeline.workbook.keys import parse_key, write_key
from pipeline.workbook.reasons import explain_code, explain_reason
from pipeline.workbook.records import Mark
from pipeline.workbook.safe_text import CELL_LIMIT, CUT_MARK, clean_text, count_units

SETTINGS = WorkbookSettings()


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(exclude_characters="\r")))
def test_any_text_can_be_written_and_read_back(text: str) -> None:
    cleaned = clean_text(text)
    workbook = Workbook()
    cell = workbook.worksheets[0].cell(1, 1)
    cell.value, cell.data_type = cleaned, "s"
    stream = io.BytesIO()
    workbook.save(stream)
    assert (load_workbook(stream).worksheets[0].cell(1, 1).value or "") == cleaned


@pytest.mark.parametrize("text", ["ก" * (CELL_LIMIT + 1), "😀" * CELL_LIMIT])
def test_a_cut_says_so(text: str) -> None:
    cleaned = clean_text(text)
    assert cleaned.endswith(CUT_MARK)
    assert CELL_LIMIT - 1 <= count_units(cleaned) <= CELL_LIMIT


def test_what_a_cell_holds_is_not_touched() -> None:
    text = "- ข้อ ๑\n\t=SUM(A1) _x ก" + "ข" * 30_000
    assert clean_text(text) == text
    assert clean_text("_x0041_") == "_x005F_x0041_"


@example("1ำ", "1 ำ")
@settings(deadline=None)
@given(st.text(alphabet="กขค่้ำ เa1\n", max_size=40), st.text(alphabet="กขค่้ำ เa1\n", max_size=40))
def test_marked_texts_are_the_texts(old: str, new: str) -> None:
    left, right = mark_differences(old, new, SETTINGS)
    assert "".join(run.text for run in left) == old
    assert "".join(run.text for run in right) == new
    differ = any(run.mark is not Mark.NONE for run in (*left, *right))
    assert differ == ("".join(old.split()) != "".join(new.split()))


def test_a_tone_mark_is_never_marked_without_its_letter() -> None:
    left, _ = mark_differences("ที่ทำการ", "ทีทำการ", SETTINGS)
    assert [run.text for run in left if run.mark is Mark.OLD] == ["ที่"]


@given(st.lists(st.integers(1, 999)), st.lists(st.integers(1, 999)))
def test_keys_come_back(plan: list[int], report: list[int]) -> None:
    assert parse_key(write_key(plan, report)) == (tuple(plan), tuple(report))


@pytest.mark.parametrize("text", ["", "5-7", "ห้า", "5.5", "²", "และ"])
def test_what_is_no_row_number(text: str) -> None:
    with pytest.raises(ValueError, match="not row numbers"):
        parse_orders(text)


def test_rows_grow_with_their_longest_text() -> None:
    short, long = ("ก" * 10, 30.0), ("ก" * 300, 30.0)
    assert count_lines("ก\nข", 30.0, SETTINGS) == 2
    assert fit_row([short], [], SETTINGS).height < fit_row([short, long], [], SETTINGS).height
    assert fit_row([short], [200.0], SETTINGS).height > 200


def test_a_text_too_long_for_a_row_is_drawn_smaller_and_then_noted() -> None:
    fit = fit_row([("ก" * 800, 30.0)], [], SETTINGS)
    assert fit.sizes[0] < SETTINGS.font_size
    assert not fit.is_cut
    huge = fit_row([("ก" * 9000, 30.0)], [], SETTINGS)
    assert (huge.height, huge.sizes, huge.is_cut) == (SETTINGS.tallest_row, (SETTINGS.smallest_font,), True)


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("thai-digit-from-tesseract: ๒๕๖๗ (or ๒๕๖๑ 0.20)", ": ๒๕๖๗ (อาจเป็น ๒๕๖๑ 0.20)"),
        ("measure-differs-slightly: misread, or changed in single letters: ก → ข", ": ก → ข"),
        ("date-unparsable: “๓๐ กพ” is no date that can be understood", "อ่านเป็นวันที่ไม่ได้: “๓๐ กพ”"),
        ("plan row 3, due: low-confidence: ๔; and 2 more", "แผนลำดับ 3 กำหนดเวลา: อ่านได้ไม่ชัด: ๔; และอีก 2 ข้อ"),
        ("other-candidate: report row 5 fits as well, alike by 0.70 against 0.74", "อาจเป็น รายงานลำดับ 5 ก็ได้"),
        ("a sentence nobody knows", "a sentence nobody knows"),
    ],
)
def test_reasons_in_thai(reason: str, told: str) -> None:
    assert told in explain_reason(reason)


def test_a_code_nobody_knows_stays() -> None:
    assert explain_code(Issue(code="brand-new", severity="info", message="…").code) == "brand-new"
