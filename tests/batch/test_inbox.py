import os
from pathlib import Path

import pytest

from pipeline.batch.inbox import find_documents
from pipeline.errors import CannotStart


def make(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"%PDF-1.7\n")


def test_documents_are_found_in_all_folders_whatever_the_case_of_their_suffix(tmp_path: Path) -> None:
    make(tmp_path, "a.PDF", "deep/er/b.tiff", "c.Jpg", "d.png")
    found = find_documents([tmp_path])
    assert [file.name for file in found.documents] == ["a.PDF", "c.Jpg", "d.png", "b.tiff"]


def test_a_file_without_suffix_counts_when_its_content_is_a_document(tmp_path: Path) -> None:
    make(tmp_path, "scan0001")
    (tmp_path / "note").write_text("hello")
    found = find_documents([tmp_path])
    assert [file.name for file in found.documents] == ["scan0001"]
    assert [file.name for file in found.ignored] == ["note"]


def test_a_word_file_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    make(tmp_path, "plan.docx")
    (tmp_path / "README.md").write_text("hello")
    found = find_documents([tmp_path])
    assert [file.name for file in found.unsupported] == ["plan.docx"]
    assert [file.name for file in found.ignored] == ["README.md"]


def test_a_file_named_outright_is_always_tried(tmp_path: Path) -> None:
    make(tmp_path, "odd.xyz")
    assert len(find_documents([tmp_path / "odd.xyz"]).documents) == 1


def test_the_same_file_is_taken_once(tmp_path: Path) -> None:
    make(tmp_path, "a.pdf")
    assert len(find_documents([tmp_path, tmp_path / "a.pdf"]).documents) == 1


def test_hidden_files_and_folders_are_left_alone(tmp_path: Path) -> None:
    make(tmp_path, ".trash/a.pdf", "._a.pdf", "b.pdf")
    assert [file.name for file in find_documents([tmp_path]).documents] == ["b.pdf"]


def test_a_missing_path_stops_the_run_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="nowhere") as caught:
        find_documents([tmp_path / "nowhere"])
    assert caught.value.code == "path-missing"


def test_what_follows_a_dot_in_a_thai_name_need_not_be_a_suffix(tmp_path: Path) -> None:
    make(tmp_path, "บันทึก ลว. ๔ ม.ค. ๖๕")
    assert len(find_documents([tmp_path]).documents) == 1


def test_a_file_named_outright_is_told_of_once(tmp_path: Path) -> None:
    make(tmp_path, "plan.docx")
    found = find_documents([tmp_path, tmp_path / "plan.docx"])
    assert len(found.documents) + len(found.unsupported) == 1


def test_a_folder_that_cannot_be_listed_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Rights do not stop root, under whom tests may run: the system's refusal is played.
    make(tmp_path, "a.pdf", "locked/b.pdf")
    scan = os.scandir

    def refuse(place: str) -> object:
        if str(place).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(place))
        return scan(place)

    monkeypatch.setattr(os, "scandir", refuse)
    found = find_documents([tmp_path])
    assert [file.name for file in found.documents] == ["a.pdf"]
    assert [file.name for file in found.closed] == ["locked"]
