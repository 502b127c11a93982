"""Dropdowns and hints on the columns that an analyst fills."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.workbook.records import Sheet

_NOT_A_CHOICE = "โปรดเลือกจากรายการ หรือเว้นว่างไว้"


def add_dropdowns(worksheet: Worksheet, sheet: Sheet) -> None:
    """One validation for each column with choices or a hint, from the row under the headings to the last."""
    for index, column in enumerate(sheet.columns, 1):
        if not (column.choices or column.hint) or worksheet.max_row < 2:
            continue
        validation = DataValidation(
            type="list" if column.choices else None,
            formula1='"' + ",".join(column.choices) + '"' if column.choices else None,
            allow_blank=True,
            showErrorMessage=bool(column.choices),
            showInputMessage=bool(column.hint),
            errorTitle=column.heading,
            error=_NOT_A_CHOICE,
            promptTitle=column.heading[:32],
            prompt=column.hint[:255],
        )
        letter = get_column_letter(index)
        validation.add(f"{letter}2:{letter}{worksheet.max_row}")
        worksheet.add_data_validation(validation)
