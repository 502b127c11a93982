from pathlib import Path

import pytest

from pipeline.batch.outputs import is_edited, keep_edited, note_written
from pipeline.batch.store import Store, StoredDocument
from pipeline.errors import CannotStart
from pipeline.model import Decision, DocumentRecord, DocumentStatus, Source, Verdict
from pipeline.page import PageReading


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
        stored = StoredDocument(Path("/in/แผน.pdf"), "แผน", "tesseract", "v1", record_of("abc"))
        store.save_document(stored)
        assert store.load_document("abc") == stored
        assert store.load_document("other") is None
        assert store.stem_owners() == {"แผน": "abc"}


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
