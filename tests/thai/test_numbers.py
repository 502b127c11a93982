import pytest

from pipeline.thai.numbers import (
    DocumentNumber,
    is_document_number,
    is_row_number,
    parse_document_number,
    parse_row_number,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("๑", (1,)),
        ("๑.", (1,)),
        ("๒.๑", (2, 1)),
        ("๒.๑.", (2, 1)),
        ("2.10.3", (2, 10, 3)),
        ("๑)", (1,)),
        ("(๑)", (1,)),
        ("ข้อ ๖", (6,)),
        ("1๒", (12,)),
        (" ๑ .", (1,)),
    ],
)
def test_row_numbers(text: str, number: tuple[int, ...]) -> None:
    assert parse_row_number(text) == number and is_row_number(text)


@pytest.mark.parametrize("text", ["", "-", "๒๕๖๕", "ก.", "๑-๒", "๑. สำนักปลัด", ".", "๑,๐๐๐", "๑..๒"])
def test_no_row_numbers(text: str) -> None:
    assert not is_row_number(text)
    with pytest.raises(ValueError):
        parse_row_number(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("กส ๗๘๙๐๑ /", DocumentNumber("กส", "78901", "", False)),
        ("นว ๕๒๐๐๗.๓/", DocumentNumber("นว", "52007.3", "", False)),
        ("อต ๐๐๓๓.๓๐๖/๕๐๒๐", DocumentNumber("อต", "0033.306", "5020", False)),
        ("มท 0809.6/ว 110", DocumentNumber("มท", "0809.6", "110", True)),
        ("มท 0710/ 2588", DocumentNumber("มท", "0710", "2588", False)),
        ("ที่ มท ๐๘๐๙.๖/ว", DocumentNumber("มท", "0809.6", "", True)),
        ("ที่ กส ๗๘๙๐๑ / ............", DocumentNumber("กส", "78901", "", False)),
        ("กค (กวจ) ๐๔๐๕.๒/ว ๘๔๖", DocumentNumber("กค(กวจ)", "0405.2", "846", True)),
        ("ด่วนที่สุด ที่ มท ๐๘๑๐.๕/ว ๒๑๑๕", DocumentNumber("มท", "0810.5", "2115", True)),
    ],
)
def test_document_numbers(text: str, number: DocumentNumber) -> None:
    assert parse_document_number(text) == number and is_document_number(text)


@pytest.mark.parametrize("text", ["", "กส ๗๘๙๐๑", "๗๘๙๐๑/๑", "วันที่ ๔ มกราคม ๒๕๖๕", "สำนักปลัด/กองคลัง", "กส /๑"])
def test_no_document_numbers(text: str) -> None:
    assert not is_document_number(text)
    with pytest.raises(ValueError):
        parse_document_number(text)
