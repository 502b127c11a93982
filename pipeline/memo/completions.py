"""The day on which a measure was completed, where a text of results says so: “แล้วเสร็จเมื่อวันที่ ๒๔ มีนาคม ๒๕๖๖”."""

from __future__ import annotations

import re

from pipeline.memo.dates import read_date
from pipeline.model import DateField
from pipeline.passage import Passage, slice_passage
from pipeline.thai.dates import find_dates
from pipeline.thai.patterns import one_of

_BEFORE = re.compile(
    one_of(("แล้วเสร็จ", "เสร็จสิ้น", "เสร็จเรียบร้อย", "เสร็จเรียบร้อยแล้ว", "เสร็จแล้ว", "ดำเนินการแล้ว", "เรียบร้อยแล้ว"))
    + r"\s*(?:เมื่อ)?\s*(?:วันที่|เดือน)?\s*\Z"
)
_NOT_YET = re.compile(one_of(("จะ", "กำหนด", "ไม่", "คาดว่า")) + r"[^\s]*\Z")


def find_completion(passage: Passage, fiscal_year: int | None) -> DateField | None:
    """The one date that follows words of completion; None where there is none, or several, or it is yet to come.

    Other days in a text of results, of a training or an announcement, are not when the measure was completed.
    """
    text = passage.text
    found = [
        item
        for item in find_dates(text, fiscal_year=fiscal_year)
        if (words := _BEFORE.search(text[: item.start])) and not _NOT_YET.search(text[: words.start()])
    ]
    if len(found) != 1:
        return None
    return read_date(slice_passage(passage, found[0].start, found[0].end), fiscal_year)
