import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.batch.facts import summarise
from pipeline.batch.outputs import is_edited, keep_edited, note_written
from pipeline.batch.store import Store, StoredDocument
from pipeline.errors import CannotStart
from pipeline.model import Decision, DocumentRecord, DocumentStatus, Source, Verdict
from pipeline.page import PageReading
from pipeline.recipe import fail_document


def record_of(sha256: str) -> DocumentRecord:
    return DocumentRecord(source=Source(name="แผน.pdf", sha256=sha256, page_count=1), status=DocumentStatus.OK)


def decision(verdict: Verdict, *report: int) -> Decision:
    return Decision(plan_sha256="p", report_sha256="r", plan=(3,), report=report, verdict=verdict)


def test_readings_come_back_for_the_same_engine_and_program_only(tmp_path: Path) -> None:
    reading = PageReading(number=2, width=10, height=20, dpi=200)
    with Store(tmp_path / "memo.sqlite") as store:
        store.save_reading("abc", "tesseract", "v1", reading)
    with Store(tmp_path / "memo.sqlite") as store:
        assert store.load_readings("abc", "tesseract", "v1") == {2: reading}
        assert store.load_readings("abc", "thai", "v1") == {}
        assert store.load_readings("abc", "tesseract", "v2") == {}


def test_documents_come_back_by_content(tmp_path: Path) -> None:
    with Store(tmp_path / "memo.sqlite") as store:
        record = record_of("abc")
        stored = StoredDocument(Path("/in/แผน.pdf"), "แผน", "tesseract", "v1", summarise(record))
        store.save_document(stored, record)
        assert store.find_document("abc") == stored
        assert store.load_record("abc") == record
        assert store.find_document("other") is None
        assert store.load_record("other") is None
        assert store.list_documents() == (("abc", Path("/in/แผน.pdf")),)
        assert store.stem_owners() == {"แผน": "abc"}


def test_a_file_that_failed_gives_its_name_to_a_better_one(tmp_path: Path) -> None:
    with Store(tmp_path / "memo.sqlite") as store:
        failed = fail_document(Source(name="แผน.pdf", sha256="abc"), "pdf-damaged", "แผน.pdf: damaged.")
        store.save_document(StoredDocument(Path("/in/แผน.pdf"), "แผน", "tesseract", "", summarise(failed)), failed)
        assert store.stem_owners() == {}
        assert store.list_documents() == ()
        record = record_of("def")
        store.save_document(StoredDocument(Path("/in/แผน.pdf"), "แผน", "tesseract", "v1", summarise(record)), record)
        assert store.stem_owners() == {"แผน": "def"}


def test_the_newer_of_two_decisions_on_one_entry_counts(tmp_path: Path) -> None:
    with Store(tmp_path / "memo.sqlite") as store:
        store.save_decisions([decision(Verdict.CONFIRM, 5)])
        store.save_decisions([decision(Verdict.SPLIT, 5), decision(Verdict.CONFIRM, 6)])
        verdicts = {found.report: found.verdict for found in store.load_decisions("p", "r")}
    assert verdicts == {(5,): Verdict.SPLIT, (6,): Verdict.CONFIRM}


def test_a_damaged_store_is_named(tmp_path: Path) -> None:
    (tmp_path / "memo.sqlite").write_bytes(b"this is no database at all, whatever its name says")
    with pytest.raises(CannotStart, match=r"memo\.sqlite") as caught:
        Store(tmp_path / "memo.sqlite")
    assert caught.value.code == "store-damaged"


def test_a_store_of_another_version_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "memo.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.executescript("CREATE TABLE documents (sha256 TEXT); PRAGMA user_version = 99;")
    before = path.read_bytes()
    with pytest.raises(CannotStart) as caught:
        Store(path)
    assert caught.value.code == "store-version"
    assert path.read_bytes() == before


def test_a_store_damaged_in_the_middle_is_named(tmp_path: Path) -> None:
    path = tmp_path / "memo.sqlite"
    with Store(path) as store:
        store.note_written(tmp_path / "0.xlsx", "0" * 64)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\x55" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(CannotStart) as caught, Store(path) as store:
        store.written_hash(tmp_path / "0.xlsx")
    assert caught.value.code == "store-damaged"


def test_a_busy_store_is_waited_for_and_then_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.batch.store._WAIT_SECONDS", 0.1)
    path = tmp_path / "memo.sqlite"
    with Store(path) as store, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CannotStart) as caught:
            store.note_written(path, "0")
    assert caught.value.code == "store-busy"


def test_a_workbook_unknown_to_the_store_is_kept(tmp_path: Path) -> None:
    workbook = tmp_path / "a.xlsx"
    with Store(tmp_path / "memo.sqlite") as store:
        kept = []
        for content in (b"one", b"two"):
            workbook.write_bytes(content)
            kept.append(keep_edited(workbook, store))
    assert [path.read_bytes() for path in kept if path is not None] == [b"one", b"two"]


def test_an_edited_workbook_is_moved_aside_and_an_unedited_one_is_not(tmp_path: Path) -> None:
    workbook = tmp_path / "a.xlsx"
    workbook.write_bytes(b"ours")
    with Store(tmp_path / "memo.sqlite") as store:
        note_written(workbook, store)
        assert not is_edited(workbook, store)
        assert keep_edited(workbook, store) is None
        workbook.write_bytes(b"edited by hand")
        assert is_edited(workbook, store)
        kept = keep_edited(workbook, store)
    assert kept is not None
    assert kept.read_bytes() == b"edited by hand"
    assert not workbook.exists()
