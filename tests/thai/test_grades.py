from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.thai.grades import grade_contradicts, is_grade

LETTERS = ["AA", "A", "B", "C", "D", "E", "F"]


@pytest.mark.parametrize("grade", [*LETTERS, "ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน", "ผานดี", " AA "])
def test_grades(grade: str) -> None:
    assert is_grade(grade)


@pytest.mark.parametrize("text", ["", "G", "AAA", "aa", "ดี", "ปรับปรุง", "96.52"])
def test_no_grades(text: str) -> None:
    assert not is_grade(text)


@pytest.mark.parametrize(
    ("grade", "score"),
    [
        ("AA", 95),
        ("AA", 100),
        ("A", 94.99),
        ("A", 85),
        ("B", 84.99),
        ("C", 65),
        ("D", 55),
        ("E", 50),
        ("F", 49.99),
        ("F", 0),
    ],
)
def test_bounds(grade: str, score: float) -> None:
    assert not grade_contradicts(grade, score, 2564)
    assert all(grade_contradicts(other, Decimal(str(score)), 2564) for other in LETTERS if other != grade)


@given(st.sampled_from([*LETTERS, "ผ่าน"]), st.floats(0, 100), st.sampled_from([2561, 2566, 2570]))
def test_other_years_are_never_recomputed(grade: str, score: float, year: int) -> None:
    assert not grade_contradicts(grade, score, year)


def test_words_and_scores_out_of_range() -> None:
    assert not grade_contradicts("ผ่าน", 10, 2565)
    assert grade_contradicts("AA", 965.2, 2564) and grade_contradicts("F", -1, 2564)
