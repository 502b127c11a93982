"""The model of Thai letters: heard where the picture is unsure, deaf to numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.language import load_language, settle

SAY = 0.3


def chosen(*options: list[tuple[str, float]], say: float = SAY) -> str:
    chances = settle(options, load_language(), say)
    return "".join(
        readings[max(range(len(readings)), key=shares.__getitem__)][0]
        for readings, shares in zip(options, chances, strict=True)
    )


def sure(text: str) -> list[list[tuple[str, float]]]:
    return [[(char, 1.0)] for char in text]


@pytest.mark.parametrize(
    ("before", "right", "wrong", "after"),
    [("ปฏิ", "บั", "นั", "ติ"), ("รับผิด", "ช", "ซ", "อบ"), ("", "ที่", "ที้", "ดิน"), ("ดำเ", "น", "ม", "ินการ")],
)
def test_a_word_settles_what_the_picture_leaves_open(before: str, right: str, wrong: str, after: str) -> None:
    assert chosen(*sure(before), [(wrong, 0.55), (right, 0.45)], *sure(after)) == before + right + after
    assert chosen(*sure(before), [(wrong, 0.55), (right, 0.45)], *sure(after), say=0) == before + wrong + after


def test_a_legible_error_of_the_author_stays() -> None:
    assert chosen(*sure("ควา"), [("มั", 0.999), ("มมั", 0.001)], *sure("่นคง")) == "ความั่นคง"


@given(st.text("๐๑๒๓๔๕๖๗๘๙0123456789./-", min_size=1, max_size=3), st.text("๐๑๒๓๔๕๖๗๘๙", min_size=1, max_size=3))
def test_numbers_are_all_alike(one: str, other: str) -> None:
    language = load_language()
    assert language.weigh("พ.ศ. ", one, " ") == language.weigh("พ.ศ. ", other, " ")
    (shares,) = settle([[(one, 0.6), (other, 0.4)]], language, SAY)
    assert shares[0] == pytest.approx(0.6)


def test_chances_stay_chances() -> None:
    for shares in settle([*sure("กา"), [("ร", 0.5), ("ธ", 0.3), ("", 0.2)], *sure("เงิน")], load_language(), SAY):
        assert sum(shares) == pytest.approx(1)
        assert min(shares) >= 0
