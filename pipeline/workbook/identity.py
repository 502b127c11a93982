"""The sheet that only this program reads: which two documents a workbook compares, and which rows it has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook

from pipeline.model import Reconciliation
from pipeline.workbook.keys import write_key

IDENTITY_SHEET = "_memo"
FORMAT = "1"
"""The form of the decision columns. A workbook of another form is refused, not guessed at."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What the hidden sheet says. `keys` are those of the comparison's rows, `report_orders` all rows of the report."""

    format: str
    plan_sha256: str
    report_sha256: str
    keys: tuple[str, ...]
    report_orders: frozenset[int]


def describe_identity(reconciliation: Reconciliation, report_orders: Sequence[int]) -> tuple[tuple[str, str], ...]:
    """The lines of the hidden sheet."""
    return (
        ("format", FORMAT),
        ("plan_sha256", reconciliation.plan_source.sha256),
        ("report_sha256", reconciliation.report_source.sha256),
        *(("report_order", str(order)) for order in report_orders),
        *(("key", write_key(row.plan, row.report)) for row in reconciliation.rows),
    )


def draw_identity(workbook: Workbook, lines: Sequence[tuple[str, str]]) -> None:
    """Add the hidden sheet; Excel shows it in no menu."""
    worksheet = workbook.create_sheet(IDENTITY_SHEET)
    worksheet.sheet_state = "veryHidden"
    for row, line in enumerate(lines, 1):
        for column, text in enumerate(line, 1):
            cell = worksheet.cell(row, column)
            cell.value = text
            cell.data_type = "s"


def read_identity(workbook: Workbook) -> Identity | None:
    """What the hidden sheet says; None when there is none, or it is not whole."""
    if IDENTITY_SHEET not in workbook.sheetnames:
        return None
    said: dict[str, list[str]] = {}
    for name, value, *_ in workbook[IDENTITY_SHEET].iter_rows(min_col=1, max_col=2, values_only=True):
        said.setdefault(str(name), []).append(str(value))
    single = [said.get(name, []) for name in ("format", "plan_sha256", "report_sha256")]
    orders = said.get("report_order", [])
    if any(len(values) != 1 for values in single) or not all(order.isdecimal() for order in orders):
        return None
    (form,), (plan,), (report,) = single
    return Identity(form, plan, report, tuple(said.get("key", ())), frozenset(map(int, orders)))
