"""`memo run`: its files and exit codes, and that work is done once."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import Result

from pipeline.model import DocumentRecord

from .conftest import Memo, read_json, run_memo
from .papers import BAD_FILES, SAMPLES, write_bad_files, write_scan

LAYER = SAMPLES / "than-nathi-2567-plan.pdf"
"""Its text stands in the file: nothing has to be recognised."""


def run(inbox: Path, out: Path, *options: str) -> tuple[Result, dict]:
    result = run_memo("run", inbox, "--out", out, "--jobs", 1, *options)
    return result, read_json(out / "run.json")


def pages_read(journal: dict) -> int:
    return sum(document["pages_read_now"] for document in journal["documents"])


def test_a_document_becomes_a_record_and_a_workbook(memo: Memo, tmp_path: Path) -> None:
    result = memo("run", LAYER, "--out", tmp_path / "out", "--jobs", 1)
    assert result.exit_code in {0, 1}
    names = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*") if path.is_file()}
    stem = f"documents/{LAYER.stem}"
    assert names == {f"{stem}.json", f"{stem}.xlsx", f"pages/{LAYER.stem}.html", "run.json", "memo.sqlite"}
    record = DocumentRecord.model_validate_json((tmp_path / "out" / f"{stem}.json").read_bytes())
    assert record.source.sha256 == hashlib.sha256(LAYER.read_bytes()).hexdigest()
    assert len(record.memos[0].plan) == 6
    assert load_workbook(tmp_path / "out" / f"{stem}.xlsx").sheetnames
    (document,) = read_json(tmp_path / "out" / "run.json")["documents"]
    assert (document["record"], document["workbook"]) == (f"{stem}.json", f"{stem}.xlsx")
    assert (document["plan_rows"], document["pages_read_now"]) == (6, 2)
    assert LAYER.name in result.stdout


Messy = tuple[Path, Result, dict]


@pytest.fixture(scope="module")
def messy(tmp_path_factory: pytest.TempPathFactory) -> Messy:
    """One folder with everything that can be wrong, and a good scan: output folder, what was printed, run.json."""
    inbox = tmp_path_factory.mktemp("messy")
    write_bad_files(inbox)
    write_scan(inbox / "good.png")
    (inbox / "notes.txt").write_text("bring cake")
    out = tmp_path_factory.mktemp("out")
    return out, *run(inbox, out)


def test_the_exit_code_says_that_some_could_not_be_read(messy: Messy) -> None:
    assert messy[1].exit_code == messy[2]["exit_code"] == 3


@pytest.mark.parametrize(("name", "code"), BAD_FILES.items())
def test_each_bad_file_is_told_once_with_its_own_code(messy: Messy, name: str, code: str) -> None:
    out, result, journal = messy
    told = [line for line in result.stderr.splitlines() if name in line]
    assert len(told) == 1
    assert told[0].endswith(".")
    (entry,) = (document for document in journal["documents"] if document["path"].endswith(f"/{name}"))
    assert entry["status"] == "failed"
    assert entry["issues"] == {code: 1}
    record = read_json(out / entry["record"])
    assert record["status"] == "failed"
    assert [issue["code"] for issue in record["issues"]] == [code]
    assert record["source"]["name"] == name
    assert (out / entry["workbook"]).is_file()


def test_the_rest_of_the_batch_goes_on(messy: Messy) -> None:
    out, _, journal = messy
    (good,) = (document for document in journal["documents"] if document["path"].endswith("good.png"))
    assert good["status"] in {"ok", "review"}
    assert (out / good["workbook"]).is_file()


def test_other_files_are_listed(messy: Messy) -> None:
    assert [Path(path).name for path in messy[2]["ignored"]] == ["notes.txt"]


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_named_outright(memo: Memo, tmp_path: Path, name: str) -> None:
    write_bad_files(tmp_path)
    result = memo("run", tmp_path / name, "--out", tmp_path / "out", "--jobs", 1)
    assert result.exit_code == 3
    assert name in result.stderr
    (document,) = read_json(tmp_path / "out" / "run.json")["documents"]
    assert document["issues"] == {BAD_FILES[name]: 1}


@pytest.mark.usefixtures("silent")
def test_a_rerun_does_nothing_again_and_no_resume_does(tmp_path: Path) -> None:
    inbox, out = tmp_path / "in", tmp_path / "out"
    inbox.mkdir()
    write_scan(inbox / "a.pdf", pages=2)
    first, journal = run(inbox, out)
    assert pages_read(journal) == 2
    written = {path: path.stat().st_mtime_ns for path in (out / "documents").iterdir()}
    again, journal = run(inbox, out)
    assert pages_read(journal) == 0
    assert again.exit_code == first.exit_code
    assert {path: path.stat().st_mtime_ns for path in (out / "documents").iterdir()} == written
    _, journal = run(inbox, out, "--no-resume")
    assert pages_read(journal) == 2


@pytest.mark.usefixtures("silent")
def test_a_deleted_workbook_is_written_again_without_reading(tmp_path: Path) -> None:
    write_scan(tmp_path / "a.png")
    _, journal = run(tmp_path / "a.png", tmp_path / "out")
    workbook = tmp_path / "out" / journal["documents"][0]["workbook"]
    workbook.unlink()
    _, journal = run(tmp_path / "a.png", tmp_path / "out")
    assert workbook.is_file()
    assert pages_read(journal) == 0


@pytest.mark.usefixtures("silent")
def test_one_name_in_two_folders_gives_two_workbooks(tmp_path: Path) -> None:
    for number, folder in enumerate(("north", "south")):
        (tmp_path / "in" / folder).mkdir(parents=True)
        write_scan(tmp_path / "in" / folder / "scan.png", seed=number)
    _, journal = run(tmp_path / "in", tmp_path / "out")
    workbooks = {document["workbook"] for document in journal["documents"]}
    assert len(workbooks) == 2
    assert all((tmp_path / "out" / workbook).is_file() for workbook in workbooks)
    for document in journal["documents"]:
        assert read_json(tmp_path / "out" / document["record"])["source"]["sha256"] == document["sha256"]


@pytest.mark.usefixtures("silent")
def test_the_same_content_is_read_once_and_told(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    scan = write_scan(tmp_path / "in" / "a.png")
    (tmp_path / "in" / "b.png").write_bytes(scan.read_bytes())
    result, journal = run(tmp_path / "in", tmp_path / "out")
    assert [Path(document["path"]).name for document in journal["documents"]] == ["a.png"]
    assert [Path(twin["path"]).name for twin in journal["duplicates"]] == ["b.png"]
    assert "b.png" in result.stdout


def test_two_empty_files_are_two_failures(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / "in" / name).touch()
    _, journal = run(tmp_path / "in", tmp_path / "out")
    records = [read_json(tmp_path / "out" / document["record"]) for document in journal["documents"]]
    assert [record["source"]["name"] for record in records] == ["a.pdf", "b.pdf"]


@pytest.mark.usefixtures("silent")
def test_a_good_copy_takes_the_place_of_a_bad_one(tmp_path: Path) -> None:
    (tmp_path / "scan.png").touch()
    run(tmp_path / "scan.png", tmp_path / "out")
    write_scan(tmp_path / "scan.png")
    _, journal = run(tmp_path / "scan.png", tmp_path / "out")
    assert journal["documents"][0]["record"] == "documents/scan.json"
    assert len(list((tmp_path / "out" / "documents").iterdir())) == 2


@pytest.mark.usefixtures("silent")
def test_an_edited_document_workbook_is_put_aside(tmp_path: Path) -> None:
    write_scan(tmp_path / "a.png")
    _, journal = run(tmp_path / "a.png", tmp_path / "out")
    path = tmp_path / "out" / journal["documents"][0]["workbook"]
    workbook = load_workbook(path)
    workbook.worksheets[0]["A1"] = "my own note"
    workbook.save(path)
    edited = path.read_bytes()
    result, _ = run(tmp_path / "a.png", tmp_path / "out", "--no-resume")
    (kept,) = path.parent.glob("*.edited-*.xlsx")
    assert kept.read_bytes() == edited
    assert kept.name in result.stderr


def test_a_scan_is_read(tmp_path: Path) -> None:
    """A page without a table, and a memo without a plan, end to end."""
    result, journal = run(SAMPLES / "plan-kept-elsewhere.png", tmp_path / "out")
    assert result.exit_code == 1
    (document,) = journal["documents"]
    assert document["status"] == "review"
    assert document["plan_rows"] == 0
    assert document["issues"]


def test_an_empty_folder_is_said_to_be_empty(memo: Memo, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    result = memo("run", tmp_path / "in", "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert "No PDF" in result.stderr
    assert json.loads((tmp_path / "out" / "run.json").read_text())["documents"] == []


@pytest.mark.usefixtures("silent")
def test_quiet_prints_errors_only(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    write_scan(tmp_path / "in" / "good.png")
    (tmp_path / "in" / "bad.pdf").touch()
    result, _ = run(tmp_path / "in", tmp_path / "out", "--quiet")
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.usefixtures("silent")
def test_a_name_that_looks_like_markup_is_printed_as_it_is(tmp_path: Path) -> None:
    write_scan(tmp_path / "[red]แผน[bold].png")
    result, _ = run(tmp_path / "[red]แผน[bold].png", tmp_path / "out")
    assert "[red]แผน[bold].png" in result.stdout


def test_a_vocabulary_of_ones_own_renames_columns_and_redoes_what_depends_on_it(memo: Memo, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[[heading]]\nmeaning = "note"\nwordings = ["วิธีดำเนินการ"]\n', encoding="utf-8")
    scan, out = SAMPLES / "two-memos.pdf", tmp_path / "out"

    def procedures() -> list[object]:
        return [row["procedure"] for row in read_json(out / "documents" / "two-memos.json")["memos"][0]["plan"]]

    memo("run", scan, "--out", out, "--jobs", 1)
    assert all(procedures())
    memo("run", scan, "--out", out, "--jobs", 1, "--vocabulary", own)
    assert not any(procedures())


def test_pages_are_drawn_and_the_workbook_leads_there_unless_they_are_not_wanted(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(SAMPLES / "two-memos.pdf", out)
    assert (out / "pages" / "two-memos.html").read_text(encoding="utf-8").count("data:image/jpeg") == 2
    (first, *_) = linked_files(out / "documents" / "two-memos.xlsx")
    assert (out / "documents" / first).resolve() == (out / "pages" / "two-memos.html").resolve()

    bare = tmp_path / "bare"
    run(SAMPLES / "two-memos.pdf", bare, "--no-pages")
    assert not (bare / "pages").exists()
    assert not linked_files(bare / "documents" / "two-memos.xlsx")


def linked_files(workbook: Path) -> set[str]:
    sheets = load_workbook(workbook).worksheets
    return {cell.hyperlink.target for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.hyperlink}
