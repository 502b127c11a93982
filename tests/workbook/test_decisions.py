"""Decisions typed into a workbook come back, or are refused with the name of their cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.errors import CannotRead
from pipeline.model import Outcome, Verdict
from pipeline.workbook import read_decisions, write_document_workbook, write_reconciliation_workbook

from .records import PLAN, PLAN_SHA, RECONCILIATION, REPORT, REPORT_SHA

VERDICT, TARGET, OUTCOME, COMMENT = "U", "V", "W", "X"
Edit = Callable[[dict[str, object]], Path]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("decisions") / "written.xlsx"
    write_reconciliation_workbook(RECONCILIATION, PLAN, REPORT, path)
    return path


@pytest.fixture
def edit(written: Path, tmp_path: Path) -> Iterator[Edit]:
    def apply(cells: dict[str, object]) -> Path:
        workbook = load_workbook(written)
        for name, value in cells.items():
            workbook["เปรียบเทียบ"][name].value = value
        workbook.save(tmp_path / "edited.xlsx")
        return tmp_path / "edited.xlsx"

    yield apply


def test_an_untouched_workbook_has_no_decisions(written: Path) -> None:
    assert read_decisions(written) == ()


def test_decisions_come_back(edit: Edit) -> None:
    path = edit(
        {
            "U2": "ยืนยัน",
            "U3": "ไม่ใช่คู่กัน",
            "X3": " คนละเรื่อง ",
            "U6": "จับคู่กับลำดับ…",
            "V6": "๑๒",
            "W12": "ดำเนินการแล้วเสร็จ",
        }
    )
    confirmed, split, paired, corrected = read_decisions(path)
    assert (confirmed.plan_sha256, confirmed.report_sha256) == (PLAN_SHA, REPORT_SHA)
    assert (confirmed.plan, confirmed.report, confirmed.verdict) == ((1,), (1,), Verdict.CONFIRM)
    assert (split.verdict, split.comment) == (Verdict.SPLIT, "คนละเรื่อง")
    assert (paired.plan, paired.report, paired.verdict, paired.target) == ((5,), (), Verdict.PAIR, (12,))
    assert (corrected.plan, corrected.verdict, corrected.outcome) == ((11,), Verdict.CONFIRM, Outcome.DONE)


def test_split_measures_keep_all_their_rows(edit: Edit) -> None:
    (decision,) = read_decisions(edit({"U7": "ยืนยัน"}))
    assert (decision.plan, decision.report) == ((6,), (5, 6))


@pytest.mark.parametrize("typed", ["5, 6", "๕ และ ๖", "5+6", "ลำดับ 5 6"])
def test_several_targets(edit: Edit, typed: str) -> None:
    (decision,) = read_decisions(edit({"U6": "จับคู่กับลำดับ", "V6": typed}))
    assert decision.target == (5, 6)


def test_a_number_typed_as_a_number(edit: Edit) -> None:
    (decision,) = read_decisions(edit({"V6": 12.0}))
    assert (decision.verdict, decision.target) == (Verdict.PAIR, (12,))


def test_sorted_rows_and_moved_columns(edit: Edit) -> None:
    path = edit({"U2": "ยืนยัน", "U6": "จับคู่กับลำดับ…", "V6": "12"})
    workbook = load_workbook(path)
    reverse_rows(workbook["เปรียบเทียบ"])
    workbook["เปรียบเทียบ"].insert_cols(3)
    workbook.save(path)
    assert {(one.plan, one.verdict) for one in read_decisions(path)} == {((1,), Verdict.CONFIRM), ((5,), Verdict.PAIR)}


def reverse_rows(worksheet: Worksheet) -> None:
    rows = [[cell.value for cell in row] for row in worksheet.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(rows), 2):
        for column, value in enumerate(row, 1):
            worksheet.cell(number, column).value = value


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"U2": "จับคู่กับลำดับ…"}, "Cell V2: the row of the report to pair with is missing"),
        ({"U2": "จับคู่กับลำดับ…", "V2": "99"}, "Cell V2: the report has no row 99"),
        ({"U2": "จับคู่กับลำดับ…", "V2": "5-7"}, "Cell V2: “5-7” is no row number"),
        ({"U14": "จับคู่กับลำดับ…", "V14": "12"}, "Cell U14: this row has no planned measure"),
        ({"U2": "ยืนยัน", "V2": "3"}, "Cell V2: a row number contradicts"),
        ({"U6": "ไม่ใช่คู่กัน"}, "Cell U6: this row is no pair"),
        ({"U2": "ไม่ใช่คู่กัน", "W2": "ยกเลิก"}, "Cell W2: a split pair"),
        ({"U2": "อาจจะ"}, "Cell U2: “อาจจะ” is none of the choices"),
        ({"W2": "เสร็จ"}, "Cell W2: “เสร็จ” is none of the choices"),
        ({"X2": "ถามเทศบาล"}, "Cell U2: there is a comment but no decision"),
        ({"A2": None, "U2": "ยืนยัน"}, "Cell A2: the hidden key"),
        ({"A3": "P1|R1", "U2": "ยืนยัน", "U3": "ไม่ใช่คู่กัน"}, "Cell U3: another copy of this row"),
        ({"U13": "จับคู่กับลำดับ…", "V13": "12", "U6": "จับคู่กับลำดับ…", "V6": "12"}, "Row 12 of the report is given"),
        ({"U2": "ยืนยัน", "U6": "จับคู่กับลำดับ…", "V6": "1"}, "Row 1 of the report is given"),
    ],
)
def test_inconsistent_entries_are_named(edit: Edit, cells: dict[str, object], told: str) -> None:
    with pytest.raises(CannotRead) as caught:
        read_decisions(edit(cells))
    assert caught.value.code == "decisions-inconsistent"
    assert told in caught.value.message


def test_all_problems_are_told_at_once(edit: Edit) -> None:
    with pytest.raises(CannotRead, match=r"Cell V2.*Cell W3"):
        read_decisions(edit({"V2": "99", "W3": "เสร็จ"}))


def test_foreign_workbooks(tmp_path: Path, edit: Edit) -> None:
    Workbook().save(tmp_path / "foreign.xlsx")
    write_document_workbook(PLAN, tmp_path / "document.xlsx")
    for name in ("foreign.xlsx", "document.xlsx"):
        with pytest.raises(CannotRead, match="not a comparison workbook"):
            read_decisions(tmp_path / name)
    with pytest.raises(CannotRead, match="lacks “การตัดสินใจ”"):
        read_decisions(edit({"U1": "อื่น"}))


def test_a_workbook_of_another_form(written: Path, tmp_path: Path) -> None:
    workbook = load_workbook(written)
    workbook["_memo"]["B1"].value = "9"
    workbook.save(tmp_path / "x.xlsx")
    with pytest.raises(CannotRead, match="another version"):
        read_decisions(tmp_path / "x.xlsx")


@pytest.mark.parametrize("lock", ["~$edited.xlsx", ".~lock.edited.xlsx#"])
def test_an_open_workbook(edit: Edit, lock: str) -> None:
    path = edit({})
    (path.parent / lock).write_bytes(b"someone")
    with pytest.raises(CannotRead, match="save and close it"):
        read_decisions(path)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"PK\x03\x04 cut off", "damaged"),
        (b"", "damaged"),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "password"),
        (b"plain text", "damaged"),
    ],
)
def test_unreadable_files(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    with pytest.raises(CannotRead, match=told) as caught:
        read_decisions(path)
    assert caught.value.code == "workbook-unreadable"


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="no such file"):
        read_decisions(tmp_path / "none.xlsx")


def test_a_cut_off_workbook(written: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(written.read_bytes()[:-2000])
    with pytest.raises(CannotRead, match="damaged"):
        read_decisions(path)
