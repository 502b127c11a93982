"""`memo inspect`: one self-contained HTML file per document."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Memo
from .papers import write_scan


@pytest.mark.usefixtures("silent")
def test_one_page_is_drawn_for_each_document_that_could_be_read(memo: Memo, tmp_path: Path) -> None:
    scans = [write_scan(tmp_path / "a.png", seed=1), write_scan(tmp_path / "b.pdf", pages=2, seed=2)]
    (tmp_path / "bad.pdf").touch()
    out = tmp_path / "out"
    result = memo("inspect", *scans, tmp_path / "bad.pdf", "--out", out, "--jobs", 1)
    assert result.exit_code == 3
    assert sorted(path.name for path in (out / "pages").iterdir()) == ["a.html", "b.html"]
    assert result.stdout.splitlines() == [str(out / "pages" / "a.html"), str(out / "pages" / "b.html")]
    assert (out / "pages" / "b.html").read_text(encoding="utf-8").count("data:image/jpeg;base64,") == 2
    assert "bad.pdf" in result.stderr
    assert not (out / "run.json").exists()  # that tells of `memo run`
