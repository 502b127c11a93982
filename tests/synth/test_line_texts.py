"""Random text of lines: every character is one that the reader can print, every form one that can be written."""

from __future__ import annotations

import random

import pytest

from pipeline.reading.alphabet import CLASS_OF
from pipeline.reading.forms import can_follow
from pipeline.synth.lines.numbers import random_number
from pipeline.synth.lines.words import random_syllables, random_text, tidy


def test_lines_have_only_what_can_be_printed_and_written() -> None:
    rng = random.Random(3)
    for length in (1, 2, 5, 20, 60):
        for _ in range(60):
            text = random_text(rng, length)
            assert text == text.strip() != ""
            assert set(text) <= CLASS_OF.keys()
            assert "  " not in text
            assert len(text) <= length + 12 or length <= 3
            assert all(can_follow(a, b) for a, b in zip(["", *text], text, strict=False)), text


def test_syllables_can_be_written() -> None:
    text = random_syllables(random.Random(5), 2000)
    assert all(can_follow(a, b) for a, b in zip(["", *text], text, strict=False))
    assert set("่้๊๋ำ็์ัิีึืุู") <= set(text)


def test_every_digit_is_shown_about_as_often_as_any_other() -> None:
    rng = random.Random(1)
    text = "".join(random_number(rng) for _ in range(6000))
    counts = {digit: text.count(digit) for digit in "๐๑๒๓๔๕๖๗๘๙"}
    assert min(counts.values()) > 0.3 * max(counts.values())
    arabic = sum(char in "0123456789" for char in text)
    assert 0.2 < arabic / (arabic + sum(counts.values())) < 0.5


def test_the_same_seed_gives_the_same_line() -> None:
    assert random_text(random.Random(9), 40) == random_text(random.Random(9), 40)


@pytest.mark.parametrize(("raw", "text"), [("น\u0e4d\u0e49า  เเละ", "น้ำ และ"), ("ก\u200bข漢", "กข")])
def test_tidy(raw: str, text: str) -> None:
    assert tidy(raw) == text
