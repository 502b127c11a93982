"""The numbers by which a comparison names rows: `order`, through all memos of a file where two would use one number.

The comparison and its workbook number the same record apart from each other, so there is one way to do it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from pipeline.model import DocumentRecord, PlanRow, ReportRow

RowT = TypeVar("RowT", PlanRow, ReportRow)


def number_through(record: DocumentRecord) -> DocumentRecord:
    """The record with its plan rows (and its report rows) numbered through all memos, where two use the same `order`.

    All memos count, compared or not, so that a number means the same row to whoever has the whole record.
    """
    plan = _orders_through([memo.plan for memo in record.memos])
    report = _orders_through([memo.report for memo in record.memos])
    memos = tuple(
        memo.model_copy(update={"plan": _renumber(memo.plan, plan), "report": _renumber(memo.report, report)})
        for memo in record.memos
    )
    return record.model_copy(update={"memos": memos})


def _orders_through(rows_by_memo: Sequence[Sequence[PlanRow] | Sequence[ReportRow]]) -> Iterator[int]:
    orders = [row.order for rows in rows_by_memo for row in rows]
    return iter(orders if len(set(orders)) == len(orders) else range(1, len(orders) + 1))


def _renumber(rows: Sequence[RowT], orders: Iterator[int]) -> tuple[RowT, ...]:
    return tuple(row.model_copy(update={"order": next(orders)}) for row in rows)
