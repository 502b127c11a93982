"""`memo reconcile` and `memo review`: from records to workbooks, and decisions back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pipeline.batch.facts import summarise
from pipeline.batch.store import Store, StoredDocument
from pipeline.model import DocumentRecord, Reconciliation
from pipeline.workbook.wording import VERDICT_HEADING

from .conftest import Memo, read_json
from .papers import SAMPLES, TRUTH

PLAN, REPORT = TRUTH / "wiang-pha-2563-plan.json", TRUTH / "wiang-pha-2564-report.json"
SHEET = "เปรียบเทียบ"


def compare(memo: Memo, out: Path) -> tuple[Path, Reconciliation]:
    """Compare the two records; the workbook and the JSON of that."""
    result = memo("reconcile", "--plan", PLAN, "--report", REPORT, "--out", out)
    assert result.exit_code in {0, 1}
    (path,) = (path for path in (out / "reconcile").glob("*.json"))
    return path.with_suffix(".xlsx"), Reconciliation.model_validate_json(path.read_bytes())


def decide(workbook: Path, row: int, verdict: str) -> None:
    book = load_workbook(workbook)
    sheet = book[SHEET]
    (column,) = (cell.column for cell in sheet[1] if cell.value == VERDICT_HEADING)
    sheet.cell(row, column).value = verdict
    book.save(workbook)


def test_the_files_of_a_comparison(memo: Memo, tmp_path: Path) -> None:
    workbook, made = compare(memo, tmp_path)
    assert workbook.stem.endswith("-2564")
    assert load_workbook(workbook).sheetnames
    assert (tmp_path / "reconcile" / "summary.xlsx").is_file()
    truth = Reconciliation.model_validate_json((TRUTH / "wiang-pha-2564.reconcile.json").read_bytes())
    assert made.summary == truth.summary


def test_several_files_may_follow_one_option(memo: Memo, tmp_path: Path) -> None:
    plans = [PLAN, TRUTH / "thung-dok-khun-2566-plan.json"]
    result = memo("reconcile", "--plan", *plans, "--report", REPORT, "--out", tmp_path)
    assert len(list((tmp_path / "reconcile").glob("*.json"))) == 1
    assert "thung-dok-khun" in result.stderr  # the plan that no report answers is told


def test_a_scan_is_compared_with_a_record(memo: Memo, tmp_path: Path) -> None:
    plan = SAMPLES / "than-nathi-2567-plan.pdf"
    result = memo("reconcile", "--plan", plan, "--report", TRUTH / "than-nathi-2568-report.json", "--out", tmp_path)
    assert result.exit_code in {0, 1}
    (path,) = (tmp_path / "reconcile").glob("*.json")
    assert read_json(path)["plan_source"]["name"] == plan.name


def test_pairs_are_found_in_the_store(memo: Memo, tmp_path: Path) -> None:
    with Store(tmp_path / "memo.sqlite") as store:
        for path in (PLAN, REPORT, TRUTH / "thung-dok-khun-2566-plan.json"):
            record = DocumentRecord.model_validate_json(path.read_bytes())
            store.save_document(StoredDocument(path, path.stem, "x", "x", summarise(record)), record)
    result = memo("reconcile", "--out", tmp_path)
    assert result.exit_code == 1
    assert len(list((tmp_path / "reconcile").glob("*.json"))) == 1
    assert "thung-dok-khun" in result.stderr


def test_nothing_to_compare_says_what_to_do_and_makes_nothing(memo: Memo, tmp_path: Path) -> None:
    result = memo("reconcile", "--out", tmp_path / "out")
    assert result.exit_code == 2
    (sentence,) = result.stderr.splitlines()
    assert "memo run" in sentence
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("content", ["", "{}", "[1", '{"schema_version": "1"}'])
def test_json_that_is_no_record_is_named(memo: Memo, tmp_path: Path, content: str) -> None:
    (tmp_path / "wrong.json").write_text(content)
    result = memo("reconcile", "--plan", tmp_path / "wrong.json", "--report", REPORT, "--out", tmp_path / "out")
    assert result.exit_code == 3
    assert "wrong.json" in result.stderr
    assert (tmp_path / "out" / "reconcile" / "summary.xlsx").is_file()


def test_a_scan_that_cannot_be_read_is_named(memo: Memo, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    result = memo("reconcile", "--plan", tmp_path / "empty.pdf", "--report", REPORT, "--out", tmp_path / "out")
    assert result.exit_code == 3
    assert "empty.pdf" in result.stderr


def test_a_rerun_writes_the_same_and_keeps_no_copies(memo: Memo, tmp_path: Path) -> None:
    workbook, made = compare(memo, tmp_path)
    before = workbook.read_bytes()
    assert compare(memo, tmp_path) == (workbook, made)
    assert workbook.read_bytes() == before
    assert len(list(workbook.parent.iterdir())) == 3


def test_reviewed_decisions_are_applied_and_the_edited_workbook_is_kept(memo: Memo, tmp_path: Path) -> None:
    workbook, before = compare(memo, tmp_path)
    decide(workbook, 2, "ไม่ใช่คู่กัน")
    edited = workbook.read_bytes()
    # The copy that the analyst works on may be anywhere.
    copy = tmp_path / "my copy.xlsx"
    shutil.copy(workbook, copy)
    result = memo("review", copy, "--out", tmp_path)
    assert result.exit_code == 0
    assert "1" in result.stdout
    _, after = compare(memo, tmp_path)
    assert len(after.rows) == len(before.rows) + 1
    assert {row.outcome for row in after.rows} >= {"not_reported", "not_planned"}
    (kept,) = workbook.parent.glob("*.edited-*.xlsx")
    assert kept.read_bytes() == edited


def test_decisions_in_a_workbook_that_is_replaced_count_without_review(memo: Memo, tmp_path: Path) -> None:
    workbook, before = compare(memo, tmp_path)
    decide(workbook, 2, "ไม่ใช่คู่กัน")
    _, after = compare(memo, tmp_path)
    assert len(after.rows) == len(before.rows) + 1


def test_an_edited_workbook_with_wrong_entries_is_kept_and_told(memo: Memo, tmp_path: Path) -> None:
    workbook, _ = compare(memo, tmp_path)
    decide(workbook, 2, "ไม่แน่ใจ")
    result = memo("reconcile", "--plan", PLAN, "--report", REPORT, "--out", tmp_path)
    assert result.exit_code == 3
    (kept,) = workbook.parent.glob("*.edited-*.xlsx")
    assert kept.name in result.stderr
    assert "ไม่แน่ใจ" in result.stderr


def test_review_of_something_else_is_refused(memo: Memo, tmp_path: Path) -> None:
    workbook, _ = compare(memo, tmp_path)
    (tmp_path / "notes.xlsx").write_text("no workbook")
    result = memo("review", tmp_path / "notes.xlsx", workbook, "--out", tmp_path)
    assert result.exit_code == 3
    (sentence,) = result.stderr.splitlines()
    assert "notes.xlsx" in sentence
