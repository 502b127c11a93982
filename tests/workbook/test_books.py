"""Whole workbooks: written, opened again, and what then stands in their cells."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from urllib.parse import unquote

import pandas as pd
import pytest
from openpyxl import load_workbook

from pipeline.errors import CannotStart
from pipeline.model import MemoKind
from pipeline.workbook import write_document_workbook, write_reconciliation_workbook, write_summary_workbook

from .records import MEASURES, PLAN, RECONCILIATION, REPORT, memo, picture, plan_row


@pytest.fixture(scope="module")
def comparison(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("books") / "รายงาน.xlsx"
    write_reconciliation_workbook(RECONCILIATION, PLAN, REPORT, path, pictures=picture)
    return path


def read_column(path: Path, sheet: str, heading: str) -> list[object]:
    table = pd.read_excel(path, sheet_name=sheet, dtype=object, keep_default_na=False)
    return list(table[heading])


def test_sheets_of_a_comparison(comparison: Path) -> None:
    workbook = load_workbook(comparison)
    assert workbook.sheetnames == ["สรุป", "เปรียบเทียบ", "แผน", "รายงาน", "ต้องตรวจ", "แหล่งข้อมูล", "_memo"]
    assert workbook["_memo"].sheet_state == "veryHidden"


def test_every_entry_is_one_row_with_its_outcome_in_words(comparison: Path) -> None:
    outcomes = read_column(comparison, "เปรียบเทียบ", "ผลการดำเนินงาน")
    assert len(outcomes) == len(RECONCILIATION.rows)
    assert outcomes[0] == "✓ ดำเนินการแล้วเสร็จ"
    assert outcomes[4] == "▲ ไม่มีในรายงาน"
    assert outcomes[-1] == "▼ ไม่มีในแผน"


def test_text_like_a_formula_stays_text(comparison: Path) -> None:
    workbook = load_workbook(comparison)
    cell = workbook["แผน"]["C7"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (MEASURES[5], "s", True)
    with zipfile.ZipFile(comparison) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        assert not any(b"<f>" in parts.read(name) for name in sheets)


def test_numbers_are_numbers_and_document_numbers_are_text(comparison: Path) -> None:
    assert read_column(comparison, "เปรียบเทียบ", "คะแนน")[0] == 0.98
    assert read_column(comparison, "ต้องตรวจ", "ค่าที่อ่านได้")[1] == "กส ๗๘๙๐๑ /"


def test_memos_that_were_not_compared_do_not_appear(tmp_path: Path) -> None:
    other = memo(MemoKind.PLAN, plan=(plan_row(1), plan_row(2)))
    both = PLAN.model_copy(update={"memos": (*PLAN.memos, other)})
    write_reconciliation_workbook(RECONCILIATION, both, REPORT, tmp_path / "one.xlsx", pictures=picture)
    assert read_column(tmp_path / "one.xlsx", "แผน", "ลำดับ") == list(range(1, len(MEASURES) + 1))


def test_differences_are_marked_beyond_colour(comparison: Path) -> None:
    workbook = load_workbook(comparison, rich_text=True)
    new = workbook["เปรียบเทียบ"]["I3"].value
    marked = [block for block in new if block.font.b]
    assert [block.text for block in marked] == ["จัดอบรม"]
    assert marked[0].font.u == "single"
    due = workbook["เปรียบเทียบ"]["L5"].value
    assert str(due) == "แผน: ๔ มกราคม ๒๕๖๕\nรายงาน: ๔ มกราคม ๒๕๖๔"
    assert [block.text for block in due if block.font.strike] == ["๕"]


def test_pictures_stand_inside_their_cells(comparison: Path) -> None:
    worksheet = load_workbook(comparison)["เปรียบเทียบ"]
    assert len(worksheet._images) == 13 + 11  # a measure for each entry, a status for each with a report row
    for image in worksheet._images:
        start, end = image.anchor._from, image.anchor.to
        assert (start.row, start.col) == (end.row, end.col)
        points = worksheet.row_dimensions[start.row + 1].height
        assert end.rowOff / 12700 <= points


def test_a_missing_picture_is_said(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    write_reconciliation_workbook(RECONCILIATION, PLAN, REPORT, path)
    assert set(read_column(path, "เปรียบเทียบ", "ภาพมาตรการ")) == {"(ไม่มีภาพ)"}


def test_print_layout(comparison: Path) -> None:
    worksheet = load_workbook(comparison)["เปรียบเทียบ"]
    assert worksheet.freeze_panes == "G2"
    assert worksheet.auto_filter.ref == "A1:X14"
    assert worksheet.print_title_rows == "$1:$1"
    assert worksheet.page_setup.orientation == "landscape"
    assert worksheet.page_setup.fitToWidth == 1
    assert worksheet.oddFooter.right.text == "หน้า &P / &N"
    assert worksheet.column_dimensions["A"].hidden


def test_same_values_give_the_same_bytes(comparison: Path, tmp_path: Path) -> None:
    again = tmp_path / "รายงาน.xlsx"
    write_reconciliation_workbook(RECONCILIATION, PLAN, REPORT, again, pictures=picture)
    assert again.read_bytes() == comparison.read_bytes()


def test_records_with_other_rows_than_compared_are_refused(tmp_path: Path) -> None:
    first = PLAN.memos[0]
    more = plan_row(1).model_copy(update={"order": len(MEASURES) + 1})
    longer = first.model_copy(update={"plan": (*first.plan, more)})
    with pytest.raises(ValueError, match="not of these records"):
        write_reconciliation_workbook(
            RECONCILIATION, PLAN.model_copy(update={"memos": (longer,)}), REPORT, tmp_path / "x.xlsx"
        )


def test_document_workbook(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "doc.xlsx"
    write_document_workbook(REPORT, path, pictures=picture)
    workbook = load_workbook(path)
    assert workbook.sheetnames == ["สรุป", "แผน", "รายงาน", "ต้องตรวจ", "หน้าและปัญหา"]
    assert [sheet.sheet_state for sheet in workbook.worksheets] == ["visible"] * 5
    assert read_column(path, "รายงาน", "สถานะการดำเนินงาน")[8] == "… อยู่ระหว่างดำเนินการ"
    said = [cell.value for row in workbook["สรุป"].iter_rows() for cell in row if cell.value]
    assert "96.52 คะแนน ระดับ AA" in said
    assert list(path.parent.glob(".*")) == []


def test_a_failed_document_has_a_workbook_too(tmp_path: Path) -> None:
    empty = PLAN.model_copy(update={"memos": (), "pages": (), "status": "failed"})
    write_document_workbook(empty, tmp_path / "x.xlsx")
    assert "อ่านหน้านี้ไม่ได้" in read_column(tmp_path / "x.xlsx", "ต้องตรวจ", "รายการ")


def test_summary_workbook(tmp_path: Path) -> None:
    other = RECONCILIATION.model_copy(update={"agency": "เทศบาลตำบลทดสอบ", "report_year": None})
    path = tmp_path / "summary.xlsx"
    listed = [(RECONCILIATION, "อบต. ตัวอย่าง-2565.xlsx"), (other, "b.xlsx")]
    write_summary_workbook(listed, path, unpaired=["แผน 2563.pdf: no report answers this plan."])
    workbook = load_workbook(path)
    assert workbook.sheetnames == ["สรุป", "รายหน่วยงาน", "ข้อค้นพบ", "ไม่มีคู่"]
    agencies = workbook["รายหน่วยงาน"]
    assert [row[0].value for row in agencies.iter_rows(min_row=2)] == [other.agency, RECONCILIATION.agency]
    assert re.fullmatch(r"[%\w.-]+2565\.xlsx", agencies["R3"].hyperlink.target)
    assert agencies["R3"].value == "อบต. ตัวอย่าง-2565.xlsx"
    assert workbook["ไม่มีคู่"]["B2"].value == "แผน 2563.pdf: no report answers this plan."


def test_summary_of_nothing(tmp_path: Path) -> None:
    write_summary_workbook([], tmp_path / "summary.xlsx")
    assert load_workbook(tmp_path / "summary.xlsx")["ไม่มีคู่"]["B2"].value == "ไม่มี"


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CannotStart) as caught:
        write_document_workbook(PLAN, tmp_path / "file" / "x.xlsx")
    assert caught.value.code == "output-not-writable"


def test_an_old_workbook_stays_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"old")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(CannotStart, match="close it if it is open"):
        write_document_workbook(PLAN, path)
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["x.xlsx"]


def test_pages_lead_to_their_place_on_the_drawn_page(tmp_path: Path) -> None:
    drawn = {REPORT.source.sha256: "../pages/รายงาน ๑.html"}
    path = tmp_path / "one.xlsx"
    write_reconciliation_workbook(RECONCILIATION, PLAN, REPORT, path, drawn=drawn)
    sheets = load_workbook(path)
    links = {cell.hyperlink for row in sheets["รายงาน"].iter_rows() for cell in row if cell.hyperlink}
    places = {link.location for link in links}
    assert {unquote(link.target) for link in links} == {"../pages/รายงาน ๑.html"}
    where = REPORT.memos[0].report[0].measure.where[0]
    assert any("at=" in place and ",".join(map(str, (where.page, *where.bbox))) in place for place in places)
    assert not any(cell.hyperlink for row in sheets["แผน"].iter_rows() for cell in row)
