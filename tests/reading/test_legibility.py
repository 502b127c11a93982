"""Noise that was read as letters is left out; what may be right is kept, and what was left out is told."""

from __future__ import annotations

import pytest

from pipeline.model import Severity
from pipeline.page import ReadLine
from pipeline.reading.legibility import is_illegible, tell_illegible


def line(text: str, confidence: float, raw: str | None = None) -> ReadLine:
    return ReadLine(bbox=(0, 0, 10, 10), raw=text if raw is None else raw, text=text, confidence=confidence)


@pytest.mark.parametrize(
    ("text", "confidence", "illegible"),
    [
        ("๑ ๘ ณ", 0.47, True),
        ("๕ ๕ รู้นที่ ๘๘", 0.66, True),
        ("สำนักปลัด", 0.71, False),
        ("๔", 0.3, False),  # a row number: doubted by itself, and its other readings are named
        ("/ ", 0.2, False),
        ("", 0.0, False),
    ],
)
def test_only_noise_of_some_letters_is_illegible(text: str, confidence: float, illegible: bool) -> None:
    assert is_illegible(line(text, confidence)) is illegible


def test_lines_that_were_left_out_are_told() -> None:
    (issue,) = tell_illegible([line("สำนักปลัด", 0.99), line("", 0.0, raw="๑ ๘ ณ"), line("กองคลัง", 0.99)], 4)
    assert (issue.code, issue.page, issue.severity) == ("lines-illegible", 4, Severity.INFO)
    assert issue.message.startswith("1 line(s) of page 4")


def test_a_page_that_is_mostly_illegible_is_for_review() -> None:
    (issue,) = tell_illegible([line("สำนักปลัด", 0.99), *[line("", 0.0, raw="ฯณ๑ๆ")] * 2], 1)
    assert issue.severity is Severity.REVIEW


def test_boxes_without_print_are_nothing_to_tell() -> None:
    assert tell_illegible([line("", 0.0), line("", 0.0, raw="•"), line("กองคลัง", 0.99)], 1) == ()
