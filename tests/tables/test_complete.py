"""Running numbers: gaps, repeats, and digits that the engine cannot read."""

import pytest

from pipeline.tables import build_tables

from .drawing import DOUBTED, draw_page, table


def issues_of(*numbers: str) -> list[tuple[str, str]]:
    rows = [(number, f"มาตรการ{at}", "กองคลัง") for at, number in enumerate(numbers)]
    (built,) = build_tables([draw_page(1, table(("ลำดับ", "มาตรการ", "ผู้รับผิดชอบ"), *rows))]).stitched
    assert len(built.rows) == len(numbers)
    return [(issue.code, issue.severity.value) for issue in built.issues]


@pytest.mark.parametrize(
    "numbers",
    [
        ("๑", "๒", "๓", "๔"),
        ("๑.", "๒.", "๓."),
        ("๑", "๑.๑", "๑.๒", "๒", "๒.๑"),
        ("", "", ""),
        ("๑", "", "๒"),
    ],
)
def test_a_full_count_says_nothing(numbers):
    assert issues_of(*numbers) == []


@pytest.mark.parametrize(
    ("numbers", "code"),
    [
        (("๑", "๒", "๔"), "row-number-gap"),
        (("๒", "๓"), "row-number-gap"),
        (("๑", "๒", "๒", "๓"), "row-number-repeated"),
        (("๑", "๒", "๒", "๔", "๕"), "row-number-repeated"),
        (("๑", "๒", "๑", "๒"), "row-number-repeated"),
    ],
)
def test_gaps_and_repeats_are_said(numbers, code):
    assert issues_of(*numbers) == [(code, "review")]


def test_digits_tesseract_cannot_read_are_no_gap_when_they_fit_the_count():
    # As Tesseract prints ๑ … ๑๐: ๔, ๘ and ๙ become ๕, ๖ becomes ๒, ๗ becomes ๓.
    numbers = [number + DOUBTED for number in ["๑", "๒", "๓", "๕", "๕", "๒", "๓", "๕", "๕", "๑๐"]]
    assert issues_of(*numbers) == [("row-numbers-unsure", "info")]


def test_a_row_missing_among_doubted_digits_is_said():
    numbers = [number + DOUBTED for number in ["๑", "๒", "๓", "๕", "๒", "๓"]]
    assert issues_of(*numbers)[0] == ("row-number-gap", "review")
