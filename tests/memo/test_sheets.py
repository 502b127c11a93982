"""Blank pages and pages that stand in a file twice."""

from __future__ import annotations

from pipeline.memo.sheets import find_repeats, tell_blank
from pipeline.model import Issue, Severity
from pipeline.page import PageReading, ReadLine

from .paper import line

TEXT = [f"มาตรการที่ ๑{index} เผยแพร่ผลการดำเนินงานให้ประชาชนทราบภายในปี ๒๕๖{index}" for index in range(6)]


def page(number: int, texts: list[str], *issues: str) -> PageReading:
    lines: list[ReadLine] = [line(text, y=60 * index) for index, text in enumerate(texts)]
    found = tuple(Issue(code=code, severity=Severity.INFO, message="", page=number) for code in issues)
    return PageReading(number=number, width=1654, height=2339, dpi=200, lines=tuple(lines), issues=found)


def test_the_same_sheet_scanned_twice_is_named_and_taken_once() -> None:
    second = [TEXT[0].replace("เผยแพร่", "เผยแพร"), *TEXT[1:]]
    repeats, issues = find_repeats([page(1, TEXT), page(2, ["อื่น"]), page(3, second)])
    assert repeats == {3: 1}
    assert [(issue.code, issue.page) for issue in issues] == [("page-repeated", 3)]


def test_pages_that_differ_in_a_number_are_both_taken() -> None:
    repeats, issues = find_repeats([page(1, TEXT), page(2, [TEXT[0].replace("๒๕๖0", "๒๕๖1"), *TEXT[1:]])])
    assert repeats == {}
    assert [issue.code for issue in issues] == ["pages-alike"]


def test_digits_of_both_scripts_are_one_number() -> None:
    repeats, _ = find_repeats([page(1, TEXT), page(2, [text.replace("๒๕๖", "256") for text in TEXT])])
    assert repeats == {2: 1}


def test_short_pages_repeat_nothing() -> None:
    assert find_repeats([page(1, ["สำเนาถูกต้อง"]), page(2, ["สำเนาถูกต้อง"])]) == ({}, ())


def test_pages_without_print_are_named() -> None:
    notes = tell_blank([page(1, TEXT), page(2, ["."]), page(3, [], "non-text-region")])
    assert [(note.code, note.page, note.severity) for note in notes] == [
        ("page-blank", 2, Severity.INFO),
        ("page-without-text", 3, Severity.INFO),
    ]
