"""Analysts' decisions, read back out of an edited comparison workbook.

Rows may have been sorted, filtered or deleted: each is known by its hidden key. All that is inconsistent is reported
with its cell, all at once, and then nothing is taken over: half a review is worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from pipeline.errors import CannotRead
from pipeline.model import Decision
from pipeline.workbook.entries import Entry, find_columns, read_entry
from pipeline.workbook.identity import FORMAT, Identity, read_identity
from pipeline.workbook.judge import judge_entries
from pipeline.workbook.opening import open_edited
from pipeline.workbook.wording import COMPARISON_SHEET


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a workbook, in the order of its rows; rows without any entry have none.

    Raises `CannotRead`: `workbook-unreadable` (missing, open, locked, damaged), `workbook-foreign` (not a comparison
    of this program), `decisions-inconsistent` (names each cell).
    """
    workbook = open_edited(path)
    identity = read_identity(workbook)
    if identity is None or COMPARISON_SHEET not in workbook.sheetnames:
        raise CannotRead(
            "workbook-foreign",
            f"{path}: not a comparison workbook of this program (its sheet “{COMPARISON_SHEET}” or its hidden "
            "identity is missing); give a file from output/reconcile.",
        )
    if identity.format != FORMAT:
        raise CannotRead(
            "workbook-foreign",
            f"{path}: written by another version of this program (form {identity.format}, expected {FORMAT}); "
            "run 'memo reconcile' again and decide in the new workbook.",
        )
    return _read_sheet(path, workbook[COMPARISON_SHEET], identity)


def _read_sheet(path: Path, worksheet: Worksheet, identity: Identity) -> tuple[Decision, ...]:
    columns, missing = find_columns(worksheet)
    if missing:
        names = ", ".join(f"“{heading}”" for heading in missing)
        raise CannotRead(
            "workbook-foreign", f"{path}: the first row of sheet “{COMPARISON_SHEET}” lacks {names}; restore it."
        )
    entries: Sequence[Entry] = [
        entry for row in range(2, worksheet.max_row + 1) if not (entry := read_entry(worksheet, row, columns)).is_empty
    ]
    decisions, problems = judge_entries(entries, identity)
    if problems:
        raise CannotRead(
            "decisions-inconsistent", f"{path}: nothing was taken over; correct and save first. " + " ".join(problems)
        )
    return decisions
