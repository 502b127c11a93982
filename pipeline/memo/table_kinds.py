"""Which stitched tables hold plan rows, and which hold report rows."""

from __future__ import annotations

from pipeline.memo.due_marks import find_period_columns
from pipeline.memo.status import MARK_COLUMNS
from pipeline.tables.records import Meaning, StitchedTable
from pipeline.thai.dates import ANY_YEAR
from pipeline.thai.marks import is_mark, is_no_mark
from pipeline.thai.text import comparison_key

_STATUS_MEANINGS = frozenset((*MARK_COLUMNS, Meaning.STATUS, Meaning.RESULT))
_PLAN_MEANINGS = frozenset((Meaning.PROCEDURE, Meaning.RESPONSIBLE, Meaning.MONITORING, Meaning.PERIOD))
_PRICES = tuple(comparison_key(word) for word in ("ราคา", "รวมเงิน"))
"""Headings of things to be bought: their "รายการ" and "ผู้รับผิดชอบ" are no measures."""
PROBLEMS = tuple(comparison_key(word) for word in ("ปัญหา", "อุปสรรค"))
"""Headings of what stood in the way of measures that were carried out."""


def is_report_table(table: StitchedTable) -> bool:
    """Does the table say what became of measures?"""
    meanings = {column.meaning for column in table.columns}
    has_status = bool(meanings & _STATUS_MEANINGS) or _has_unnamed_marks(table)
    return has_status and bool(meanings & {Meaning.MEASURE, *_PLAN_MEANINGS})


def _has_unnamed_marks(table: StitchedTable) -> bool:
    """Does a column of unknown heading hold marks? Then its heading was not readable, and the table is no plan."""
    periods = {column.index for column in find_period_columns(table.columns, ANY_YEAR)}
    for column in table.columns:
        if column.meaning is Meaning.OTHER and column.index not in periods:
            texts = [row.cells[column.index].passage.text for row in table.rows]
            if any(map(is_mark, texts)) and all(is_mark(text) or is_no_mark(text) for text in texts):
                return True
    return False


def is_plan_table(table: StitchedTable) -> bool:
    """Does the table plan measures: what, how, by whom, when, and nothing of their outcome?"""
    meanings = {column.meaning for column in table.columns}
    planned = len(meanings & {Meaning.MEASURE, *_PLAN_MEANINGS})
    is_purchase = any(price in comparison_key(column.heading) for column in table.columns for price in _PRICES)
    return not is_report_table(table) and planned >= 2 and not is_purchase and not _tells_problems(table)


def _tells_problems(table: StitchedTable) -> bool:
    """Does the table list what hindered measures, and what to do about it, with nobody and no time named?"""
    meanings = {column.meaning for column in table.columns}
    is_headed = any(word in comparison_key(column.heading) for column in table.columns for word in PROBLEMS)
    return is_headed and not meanings & {Meaning.RESPONSIBLE, Meaning.MONITORING, Meaning.PERIOD}
