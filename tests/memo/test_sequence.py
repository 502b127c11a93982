"""Row numbers that go on, jump or repeat."""

from __future__ import annotations

import pytest

from pipeline.memo.sequence import check_numbers
from pipeline.model import Field


def field(text: str | None) -> Field | None:
    return None if text is None else Field(text=text, raw=text, confidence=0.9, review=text == "๗?")


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        (["๑.", "๒.", "๓."], []),
        (["๑", "๓"], ["row-number-gap"]),
        (["๑", "๒", "๒", "๓"], ["row-number-repeated"]),
        (["๑", "๒", "๑", "๒"], []),
        (["๑", None, "๓"], []),
        (["๑", "๗?", "๓"], []),
        (["๑.๑", "๑.๒", "๒.๑"], []),
    ],
)
def test_sequences(texts: list[str | None], codes: list[str]) -> None:
    assert [issue.code for issue in check_numbers([field(text) for text in texts])] == codes
