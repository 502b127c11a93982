"""Rows that sum up a table of measures ("รวม  ๑๒  ๓  ๑"): they are no measures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model import Issue, Severity
from pipeline.tables.records import Column, Meaning
from pipeline.tables.rows import BodyRow
from pipeline.thai.patterns import one_of

_COUNTED = one_of(("มาตรการ", "โครงการ", "กิจกรรม", "รายการ", "ข้อ", "เรื่อง"))
_TOTAL = re.compile(
    rf"(?:{one_of(('รวม', 'รวมทั้งสิ้น', 'รวมทั้งหมด', 'รวมจำนวน', 'ยอดรวม', 'คิดเป็นร้อยละ', 'ร้อยละ'))}"
    rf"|{one_of(('รวมงบประมาณ', 'รวมงบประมาณทั้งสิ้น', 'รวมเงิน', 'รวมเงินทั้งสิ้น', 'รวมเป็นเงิน', 'รวมเป็นเงินทั้งสิ้น'))})"
    rf"\s*(?:{_COUNTED})?\s*:?\s*(?:[0-9๐-๙.,]+\s*(?:{_COUNTED})?)?"
)
_FIGURE = re.compile(rf"[0-9๐-๙.,%\s–—-]*(?:{_COUNTED}|{one_of(('บาท', 'ร้อยละ'))})?[0-9๐-๙.,%\s–—-]*")


def part_totals(rows: Sequence[BodyRow], columns: Sequence[Column]) -> tuple[tuple[BodyRow, ...], tuple[BodyRow, ...]]:
    """The rows of a table, and those of them that begin with a word for a sum and hold figures otherwise.

    In a table of scores the total is what is looked for: nothing is left out there.
    """
    meanings = {column.meaning for column in columns}
    if Meaning.MEASURE not in meanings or meanings & {Meaning.SCORE, Meaning.GRADE}:
        return tuple(rows), ()
    return tuple(row for row in rows if not _is_total(row)), tuple(row for row in rows if _is_total(row))


def report_total(body: BodyRow) -> Issue:
    """What was left out."""
    message = f"“{' '.join(dict.fromkeys(body.texts))}” sums up the table; it was taken for no row."
    box = body.text.row_box(body.grid_row)
    return Issue(code="totals-row", severity=Severity.INFO, message=message, page=body.text.page, bbox=box)


def _is_total(body: BodyRow) -> bool:
    texts = body.texts
    return (
        bool(texts)
        and _TOTAL.fullmatch(texts[0]) is not None
        and all(_FIGURE.fullmatch(text) or text == texts[0] for text in texts[1:])
    )
