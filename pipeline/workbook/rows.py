"""Rows of plan and report by the `order` numbers that a reconciliation names them by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.model import DocumentRecord, Field, Memo, PlanRow, Reconciliation, ReportRow
from pipeline.orders import number_through


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


def keep_compared(
    reconciliation: Reconciliation, plan: DocumentRecord, report: DocumentRecord
) -> tuple[DocumentRecord, DocumentRecord]:
    """Both records, numbered as the entries name rows, without the memos whose rows a comparison left out.

    A file may hold memos of several agencies; the finding about those says so.
    """
    planned = {order for entry in reconciliation.rows for order in entry.plan}
    reported = {order for entry in reconciliation.rows for order in entry.report}
    plan, report = number_through(plan), number_through(report)
    plans = [memo for memo in plan.memos if not memo.plan or any(row.order in planned for row in memo.plan)]
    reports = [memo for memo in report.memos if not memo.report or any(row.order in reported for row in memo.report)]
    return plan.model_copy(update={"memos": tuple(plans)}), report.model_copy(update={"memos": tuple(reports)})


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
        raise ValueError("the reconciliation is not of these records")


def row_values(row: PlanRow | ReportRow) -> Iterator[tuple[str, Field]]:
    """The values that a row has, as (name in `wording.FIELDS`, or the heading in the document; value)."""
    named: list[tuple[str, Field | None]] = [
        ("order_number", row.number),
        ("section", row.section),
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
