"""Rows of plan and report by the `order` numbers that a reconciliation names them by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from pipeline.model import DocumentRecord, Field, Memo, PlanRow, Reconciliation, ReportRow

RowT = TypeVar("RowT", PlanRow, ReportRow)


@dataclass(frozen=True, slots=True)
class Found:
    """A row and the 1-based number of its memo in the file."""

    memo: int
    row: PlanRow | ReportRow


def plan_rows(record: DocumentRecord) -> tuple[Found, ...]:
    """The plan rows of all memos of a file, in order."""
    return tuple(Found(index, row) for index, memo in enumerate(record.memos, 1) for row in memo.plan)


def report_rows(record: DocumentRecord) -> tuple[Found, ...]:
    """The report rows of all memos of a file, in order."""
    return tuple(Found(index, row) for index, memo in enumerate(record.memos, 1) for row in memo.report)


def number_through(record: DocumentRecord) -> DocumentRecord:
    """The record with its rows numbered as a reconciliation names them: through all memos where two use one `order`."""
    plan, report = (_repeats_orders(rows) for rows in (plan_rows(record), report_rows(record)))
    planned = reported = 0
    memos = []
    for memo in record.memos:
        update = {
            "plan": _renumber(memo.plan, planned) if plan else memo.plan,
            "report": _renumber(memo.report, reported) if report else memo.report,
        }
        planned, reported = planned + len(memo.plan), reported + len(memo.report)
        memos.append(memo.model_copy(update=update))
    return record.model_copy(update={"memos": tuple(memos)})


def check_rows(reconciliation: Reconciliation, plan: DocumentRecord, report: DocumentRecord) -> None:
    """Raises ValueError unless the entries name exactly the rows that the documents have.

    Else the workbook would show one row's words beside another row's result.
    """
    named = (
        sorted(order for entry in reconciliation.rows for order in entry.plan),
        sorted(order for entry in reconciliation.rows for order in entry.report),
    )
    there = sorted(one.row.order for one in plan_rows(plan)), sorted(one.row.order for one in report_rows(report))
    if named != there:
        raise ValueError("the reconciliation is not of these records: give them with only the memos that were compared")


def _repeats_orders(rows: tuple[Found, ...]) -> bool:
    return len({one.row.order for one in rows}) < len(rows)


def _renumber(rows: tuple[RowT, ...], before: int) -> tuple[RowT, ...]:
    return tuple(row.model_copy(update={"order": at}) for at, row in enumerate(rows, before + 1))


def row_values(row: PlanRow | ReportRow) -> Iterator[tuple[str, Field]]:
    """The values that a row has, as (name in `wording.FIELDS`, or the heading in the document; value)."""
    named: list[tuple[str, Field | None]] = [
        ("order_number", row.number),
        ("measure", row.measure),
        ("procedure", row.procedure),
        ("responsible", row.responsible),
        ("due", row.due),
    ]
    if isinstance(row, PlanRow):
        named.append(("monitoring", row.monitoring))
    else:
        named += [("note", row.note), ("row_date", row.date)]
    named += row.others.items()
    return ((name, value) for name, value in named if value is not None)


def head_values(memo: Memo) -> Iterator[tuple[str, Field | None]]:
    """The values of a memo's head, as (name in `wording.FIELDS`, value)."""
    return ((name, getattr(memo, name)) for name in ("agency", "department", "number", "date", "subject", "recipient"))


def is_row_doubted(row: PlanRow | ReportRow) -> bool:
    """Whether any value of the row, or its status, is marked for review."""
    status = isinstance(row, ReportRow) and row.status_review
    return status or any(value.review for _, value in row_values(row))


def other_headings(rows: Iterable[PlanRow | ReportRow]) -> tuple[str, ...]:
    """The headings that are not in the vocabulary, in the order in which they first stand."""
    return tuple(dict.fromkeys(heading for row in rows for heading in row.others))
