import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.thai.marks import is_mark, is_no_mark, split_mark
from pipeline.thai.text import normalise


@pytest.mark.parametrize(
    "mark", ["/", "∕", "✓", "✔", "●", "•", "X", "x", "×", "þ", "ü", "☑", "√", " / ", "(/)", "[✓]", "( x )"]
)
def test_marks(mark: str) -> None:
    assert is_mark(mark) and not is_no_mark(mark)


@pytest.mark.parametrize("text", ["", "-", "–", "—", " - ", "- -", "☐", "\u200b"])
def test_no_marks(text: str) -> None:
    assert is_no_mark(text) and not is_mark(text)


@pytest.mark.parametrize("text", ["ๆ", "1/2", "l", "|", ".", "ดำเนินการแล้ว", "/ (ก)", "o", "0"])
def test_neither(text: str) -> None:
    assert not is_mark(text) and not is_no_mark(text)


@pytest.mark.parametrize(
    ("text", "mark", "note"),
    [
        ("/ (ตรวจสอบข้อมูลได้ที่ เว็บไซต์ ของหน่วยงาน)", "/", "(ตรวจสอบข้อมูลได้ที่ เว็บไซต์ ของหน่วยงาน)"),
        ("/(ตรวจสอบ)", "/", "(ตรวจสอบ)"),
        ("✓ แล้ว", "✓", "แล้ว"),
        ("/", "/", ""),
        ("(/)", "/", ""),
        ("x (ก)", "x", "(ก)"),
        ("xylophone", "", "xylophone"),
        ("X-ray", "", "X-ray"),
        ("/๒๕๖๕", "", "/๒๕๖๕"),
        ("-", "", "-"),
        ("", "", ""),
    ],
)
def test_mark_and_note(text: str, mark: str, note: str) -> None:
    assert split_mark(text) == (mark, note)


@given(st.text(max_size=20))
def test_nothing_of_a_cell_is_lost(text: str) -> None:
    mark, note = split_mark(text)
    kept = [c for c in mark + note if not c.isspace()]
    assert len(normalise(text).replace(" ", "")) - len(kept) in (0, 1, 2)
