from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.thai.digits import has_thai_digit, is_mixed_script, parse_number, to_arabic, to_thai


@given(st.text())
def test_both_ways_keep_length_and_other_characters(text: str) -> None:
    assert len(to_arabic(text)) == len(to_thai(text)) == len(text)
    assert to_arabic(to_thai(text)) == to_arabic(text)
    assert not has_thai_digit(to_arabic(text))


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_every_printed_amount_reads_back_in_both_scripts(value: Decimal) -> None:
    printed = f"{value:,.2f}"
    assert parse_number(printed) == value
    assert parse_number(to_thai(printed)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("๙๖.๕๒", "96.52"),
        ("๒๗๙ ,๖๖๘.๔๔", "279668.44"),
        ("๘๗๓  ,๗๖๐", "873760"),
        ("1,000", "1000"),
        ("๒๐,๐๐๐.-", "20000"),
        ("๕๐๐.–", "500"),
        ("-๕", "-5"),
        ("2๕65", "2565"),
        (" ๐ ", "0"),
    ],
)
def test_numbers(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "-", "1,23", "1,2345", "๑ ๒", "๑.๒.๓", "ห้า", "1,000,00", "๙๖.๕๒ คะแนน", ".", "٣", "1e5"]
)
def test_no_numbers(text: str) -> None:
    with pytest.raises(ValueError):
        parse_number(text)


def test_scripts() -> None:
    assert is_mixed_script("25๖๒") and is_mixed_script("๒๕๖9")
    assert not is_mixed_script("๒๕๖๙") and not is_mixed_script("2569") and not is_mixed_script("")
