"""`memo extract`: JSON and nothing else on standard output."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.batch import work
from pipeline.model import DocumentRecord

from .conftest import Memo, read_json
from .engines import FaultyEngine
from .papers import BAD_FILES, SAMPLES, write_bad_files, write_scan

LAYER = SAMPLES / "than-nathi-2567-plan.pdf"


def test_standard_output_is_the_record_and_nothing_else(memo: Memo) -> None:
    result = memo("extract", LAYER, "--jobs", 1)
    record = DocumentRecord.model_validate_json(result.stdout)
    assert record.schema_version == "1"
    assert result.exit_code == {"ok": 0, "review": 1}[record.status.value]
    assert result.stderr == ""


def test_the_record_can_go_to_a_file_in_a_new_folder(memo: Memo, tmp_path: Path) -> None:
    result = memo("extract", LAYER, "-o", tmp_path / "new" / "plan.json", "--jobs", 1)
    assert result.stdout == ""
    assert read_json(tmp_path / "new" / "plan.json")["source"]["name"] == LAYER.name


@pytest.mark.parametrize(("name", "code"), BAD_FILES.items())
def test_a_bad_file_gives_a_failed_record(memo: Memo, tmp_path: Path, name: str, code: str) -> None:
    write_bad_files(tmp_path)
    result = memo("extract", tmp_path / name, "--jobs", 1)
    assert result.exit_code == 3
    record = DocumentRecord.model_validate_json(result.stdout)
    assert (record.status, [issue.code for issue in record.issues]) == ("failed", [code])
    assert len(record.source.sha256) == 64
    (sentence,) = result.stderr.splitlines()
    assert name in sentence


def test_a_fault_on_a_page_costs_that_page(memo: Memo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "_engine", lambda name: FaultyEngine())
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    result = memo("extract", write_scan(tmp_path / "a.pdf", pages=3), "--jobs", 1)
    assert result.exit_code == 3
    record = DocumentRecord.model_validate_json(result.stdout)
    assert [page.status for page in record.pages] == ["ok", "failed", "ok"]
    (sentence,) = result.stderr.splitlines()
    assert str(tmp_path / "memo.log") in sentence
    assert "IndexError" in (tmp_path / "memo.log").read_text(encoding="utf-8")


def test_places_where_the_record_cannot_go_are_refused_before_any_work(memo: Memo, tmp_path: Path) -> None:
    scan = tmp_path / "plan.pdf"
    shutil.copy(LAYER, scan)
    (tmp_path / "file").touch()
    for output in (scan, tmp_path, tmp_path / "file" / "x.json"):
        result = memo("extract", scan, "-o", output)
        assert result.exit_code == 2
        (sentence,) = result.stderr.splitlines()
        assert "-o" in sentence
    assert scan.read_bytes() == LAYER.read_bytes()


def test_a_folder_is_for_run(memo: Memo, tmp_path: Path) -> None:
    result = memo("extract", tmp_path)
    assert result.exit_code == 2
    assert "memo run" in result.stderr
