"""A name that is read in two ways on one page."""

from __future__ import annotations

import pytest

from pipeline.memo.names import doubt_other_spelling
from pipeline.model import Field
from pipeline.settings import MemoSettings

AGENCY = "สำนักงานสวนสาธารณะจังหวัดท่าทรายหลวง"


def field(text: str) -> Field:
    return Field(text=text, raw=text, confidence=0.95)


@pytest.mark.parametrize(
    ("recipient", "is_doubted"),
    [
        (f"ผู้บริหาร{AGENCY}", False),
        (f"ผู้บริหาร {AGENCY[:20]} {AGENCY[20:]}", False),
        (f"ผู้บริหาร{AGENCY.replace('ท่า', 'ทำ')}", True),
        ("ปลัดกระทรวงมหาดไทย", False),
        ("ผู้ว่าราชการจังหวัดท่าทรายหลวง", False),
    ],
)
def test_a_recipient_that_holds_the_agency_misspelt_is_for_review(recipient: str, is_doubted: bool) -> None:
    found = doubt_other_spelling(field(recipient), field(AGENCY), MemoSettings())
    assert found is not None
    assert found.review is is_doubted
    assert found.text == recipient


def test_what_is_absent_stays_absent() -> None:
    assert doubt_other_spelling(None, field(AGENCY), MemoSettings()) is None
