from pathlib import Path

import pytest

from pipeline.batch import fingerprint


def test_word_lists_count_and_bytecode_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = tmp_path / "reading" / "__pycache__" / "doubts.pyc"
    compiled.parent.mkdir(parents=True)
    words = tmp_path / "reading" / "words.txt"
    words.write_text("แผน\n", encoding="utf-8")
    monkeypatch.setattr(fingerprint, "_PACKAGE", tmp_path)
    first = fingerprint._hash_sources(("reading",))
    compiled.write_bytes(b"\0")
    assert fingerprint._hash_sources(("reading",)) == first
    words.write_text("แผน\nรายงาน\n", encoding="utf-8")
    assert fingerprint._hash_sources(("reading",)) != first


def test_a_record_depends_on_all_that_its_readings_depend_on() -> None:
    assert set(fingerprint._READING_ROOMS) < set(fingerprint._RECORD_ROOMS)
    assert all((fingerprint._PACKAGE / room).exists() for room in fingerprint._RECORD_ROOMS)
