from pathlib import Path

import pytest

from pipeline.batch.files import make_folder, write_text
from pipeline.errors import CannotStart


def test_text_replaces_the_old_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "แผน.json"
    write_text(path, "เก่า")
    write_text(path, "ใหม่")
    assert path.read_text(encoding="utf-8") == "ใหม่"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_text(path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_text(path, "\ud800")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_a_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(CannotStart, match="--out") as caught:
        make_folder(tmp_path / "out")
    assert caught.value.code == "output-not-writable"
