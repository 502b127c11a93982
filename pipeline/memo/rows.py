"""Stitched tables → plan rows and report rows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from pipeline.memo.choices import read_choices
from pipeline.memo.due_marks import find_period_columns
from pipeline.memo.ink import InkLevels, measure_levels
from pipeline.memo.issues import doubt, note
from pipeline.memo.leaders import is_blank
from pipeline.memo.row_cells import RowCells, read_cell, read_in_doubt
from pipeline.memo.row_dates import read_completion, read_due
from pipeline.memo.row_doubts import AnyRow, doubt_row
from pipeline.memo.row_numbers import doubt_odd_numbers
from pipeline.memo.status import (
    AMBIGUOUS,
    MARK_COLUMNS,
    UNTOLD,
    StatusReading,
    do_crosses_say_yes,
    read_marks,
    read_result,
    read_state,
)
from pipeline.memo.table_kinds import PROBLEMS
from pipeline.memo.values import doubt_field, mark_illegible
from pipeline.model import Field, Issue, PlanRow, ReportRow, Status
from pipeline.passage import field_of
from pipeline.settings import MemoSettings
from pipeline.tables.records import CellText, Meaning, Row, StitchedTable
from pipeline.thai.marks import is_mark
from pipeline.thai.numbers import is_row_number
from pipeline.thai.stages import read_stage
from pipeline.thai.status import contradicts_status, count_states, read_wording
from pipeline.thai.text import comparison_key
from pipeline.thai.units import split_units

_OWN_FIELDS = frozenset(
    (
        Meaning.NUMBER,
        Meaning.MEASURE,
        Meaning.PROCEDURE,
        Meaning.RESPONSIBLE,
        Meaning.MONITORING,
        *MARK_COLUMNS,
        Meaning.STATUS,
    )
) - {Meaning.STATUS_UNCLEAR}


_SHOWN = 40
"""Characters of a measure in a message."""
_SEVERAL = "this row may hold several measures"
_REST_BELOW = "the row below has no measure, it may be the rest of this one"
_ITEM = re.compile(r"O\s?[0-9๐-๙]{1,2}\.?")
"""An item of the assessment's open data ("O๑", "O33"), which numbers the rows of some plans."""


def read_plan_rows(
    table: StitchedTable, first: int, fiscal_year: int | None, settings: MemoSettings
) -> tuple[tuple[PlanRow, ...], tuple[Issue, ...]]:
    """The rows of a plan table, numbered from `first`; `fiscal_year` (BE) dates a quarter without a year."""
    periods = find_period_columns(table.columns, fiscal_year)
    rows: list[PlanRow] = []
    issues: list[Issue] = []
    for row in table.rows:
        cells = RowCells(table, row, settings)
        measure, trouble = _read_measure(cells)
        issues += trouble
        if measure is None:
            continue
        responsible = read_in_doubt(cells, Meaning.RESPONSIBLE)
        due, from_period = read_due(cells, periods, fiscal_year, rows[-1].due if rows else None)
        used = _OWN_FIELDS | ({Meaning.PERIOD} if from_period else set())
        plan_row = PlanRow(
            order=first + len(rows),
            number=_read_row_number(cells),
            section=cells.section,
            measure=measure,
            procedure=read_in_doubt(cells, Meaning.PROCEDURE),
            responsible=responsible,
            units=split_units(responsible.text) if responsible else (),
            monitoring=cells.field(Meaning.MONITORING),
            due=due,
            others=cells.others(used),
        )
        _add_row(rows, plan_row, cells)
    return doubt_odd_numbers(rows, settings), tuple(issues)


def read_report_rows(
    table: StitchedTable, first: int, fiscal_year: int | None, dpi: Mapping[int, int], settings: MemoSettings
) -> tuple[tuple[ReportRow, ...], tuple[Issue, ...]]:
    """The rows of a report table, numbered from `first`; `dpi` by page."""
    marks = [column.index for column in table.columns if column.meaning in MARK_COLUMNS]
    levels = measure_levels([[row.cells[index] for index in marks] for row in table.rows], dpi, settings)
    crosses_say_yes = do_crosses_say_yes(table.columns, table.rows)
    choices = read_choices(table.columns, table.rows)
    periods = find_period_columns(table.columns, fiscal_year)
    rows: list[ReportRow] = []
    issues: list[Issue] = []
    for index, row in enumerate(table.rows):
        cells = RowCells(table, row, settings)
        measure, trouble = _read_measure(cells)
        issues += trouble
        if measure is None:
            continue
        responsible = read_in_doubt(cells, Meaning.RESPONSIBLE)
        due, from_period = read_due(cells, periods, fiscal_year, rows[-1].due if rows else None)
        status = read_status(table, row, levels, dpi, settings, crosses_say_yes=crosses_say_yes)
        if choices is not None:
            status = choices.settle(status, row, choices.chosen[index])
        if status.status is Status.UNKNOWN:
            issues.append(_report_unknown(first + len(rows), measure, status))
        if status.status is not Status.UNKNOWN and _holds_several(cells):
            status = replace(status, reasons=(*status.reasons, _SEVERAL))
        remark, note_column = _read_note(cells, status, None if choices is None else choices.column)
        if remark is not None and note_column is not None and _contradicts(remark, status):
            status = replace(status, reasons=(*status.reasons, f"the note beside the status says “{remark.text}”"))
        used = _OWN_FIELDS - {Meaning.MONITORING} | {Meaning.DATE} | ({Meaning.PERIOD} if from_period else set())
        report_row = ReportRow(
            order=first + len(rows),
            number=_read_row_number(cells),
            section=cells.section,
            measure=measure,
            procedure=read_in_doubt(cells, Meaning.PROCEDURE),
            responsible=responsible,
            units=split_units(responsible.text) if responsible else (),
            due=due,
            status=status.status,
            status_confidence=status.confidence,
            status_review=bool(status.reasons),
            status_reasons=status.reasons,
            status_where=status.where,
            note=remark,
            date=read_completion(cells, status, fiscal_year),
            others=cells.others(frozenset(used), note_column),
        )
        _add_row(rows, report_row, cells)
    return doubt_odd_numbers(rows, settings), tuple(issues)


def _add_row(rows: list[AnyRow], made: AnyRow, cells: RowCells) -> None:
    """One row more, doubted as a whole where its cells say so; with no measure it may be the rest of the one above."""
    if rows and not made.measure.text and cells.get(Meaning.MEASURE) is not None:
        rows[-1] = doubt_row(rows[-1], _REST_BELOW)
    rows.append(doubt_row(made, cells.row.doubt or (_SEVERAL if _holds_several(cells) else "")))


def read_status(
    table: StitchedTable,
    row: Row,
    levels: InkLevels,
    dpi: Mapping[int, int],
    settings: MemoSettings,
    *,
    crosses_say_yes: bool = True,
) -> StatusReading:
    """The status of a row: from marks, from a status column in words, or from the words of its result."""
    cells = RowCells(table, row, settings)
    marks = read_marks(table.columns, row.cells, levels, dpi, settings, crosses_say_yes=crosses_say_yes)
    readings = [] if marks is None else [marks]
    for meaning in (Meaning.STATUS, Meaning.RESULT):
        cell = cells.get(meaning)
        if cell is not None and (meaning is Meaning.STATUS or not readings):
            read = read_state if meaning is Meaning.STATUS else read_result
            readings.append(read(cell.passage, cell.places))
    known = [reading for reading in readings if reading.status is not Status.UNKNOWN]
    if len({reading.status for reading in known}) > 1:
        where = tuple(place for reading in known for place in reading.where)
        reasons = ("the marks and the words of this row name two statuses",)
        return StatusReading(Status.UNKNOWN, 0.0, reasons, where, code=AMBIGUOUS)
    if known:
        return known[0]
    if readings:
        return readings[0]
    places = tuple(place for cell in row.cells for place in cell.places)
    return StatusReading(Status.UNKNOWN, 0.0, ("no column is known to tell the status",), places, code=UNTOLD)


def _holds_several(cells: RowCells) -> bool:
    """Does a cell hold two row numbers or two marks, one below the other? Then one ruled row holds several measures."""
    number = cells.get(Meaning.NUMBER)
    numbers = [] if number is None else [raw for raw in number.passage.raws if is_row_number(raw.replace(" ", ""))]
    marks = [
        [raw for raw in cells.row.cells[column.index].passage.raws if is_mark(raw)]
        for column in cells.table.columns
        if column.meaning in MARK_COLUMNS
    ]
    return len(numbers) > 1 or any(len(found) > 1 for found in marks)


def _contradicts(remark: Field, status: StatusReading) -> bool:
    return status.status is not Status.UNKNOWN and contradicts_status(remark.text, status.status.value)


def _report_unknown(order: int, measure: Field, status: StatusReading) -> Issue:
    message = f"Row {order} “{measure.text[:_SHOWN]}” of the report: {'; '.join(status.reasons)}."
    return doubt(status.code, message, status.where)


def _read_row_number(cells: RowCells) -> Field | None:
    number = cells.field(Meaning.NUMBER)
    if number is not None and number.text and not (is_row_number(number.text) or _ITEM.fullmatch(number.text)):
        return doubt_field(number, f"“{number.text}” is no number of a row")
    return number


def _read_note(cells: RowCells, status: StatusReading, choices: int | None) -> tuple[Field | None, int | None]:
    """The row's note and the column that it came from: beside the mark, the result, the remarks, the problems, or what
    a column of states says beyond the state.

    choices: the column that prints the same states in every row, which is no note
    """
    if status.note is not None and not is_blank(status.note.text):
        return field_of(status.note), None
    columns = [
        column for kind in (Meaning.RESULT, Meaning.NOTE) for column in cells.table.columns if column.meaning is kind
    ]
    columns += [
        column
        for column in cells.table.columns
        if column.meaning is Meaning.OTHER and comparison_key(column.heading).startswith(PROBLEMS)
    ]
    for column in columns:
        value = read_cell(cells.row.cells[column.index], cells.settings) if column.index != choices else None
        if value is not None and not is_blank(value.text or "x"):
            return value, column.index
    told = cells.field(Meaning.STATUS) if choices is None else None
    return (told, None) if told is not None and _says_more(told.text) else (None, None)


def _says_more(state: str) -> bool:
    """Does the text of a column of states tell more than one of them, and is no list to choose from?

    >>> _says_more("เรียบร้อยแล้ว มีข้อเสนอแนะ 14 ฉบับ"), _says_more("เรียบร้อยแล้ว")
    (True, False)
    >>> _says_more("อยู่ระหว่างดำเนินการ (สอบทานแล้ว ๓ กลุ่มงาน)"), _says_more("อยู่ระหว่างเสนอลงนาม")
    (True, False)
    """
    if count_states(state) != 1 or read_wording(state) is not None:
        return False
    first = state.split(maxsplit=1)[0]
    goes_on = len(first) < len(state.strip()) and read_wording(first) is not None
    return goes_on or read_stage(state) is None


def _read_measure(cells: RowCells) -> tuple[Field | None, list[Issue]]:
    """The measure of a row; a row without one is kept as long as anything stands in it."""
    cell = cells.get(Meaning.MEASURE)
    measure = None if cell is None else read_cell(cell, cells.settings)
    if measure is not None and _holds_several(cells):
        where = [place for other in cells.row.cells for place in other.places]
        message = (
            f"The row of “{measure.text[:_SHOWN]}” holds several numbers or marks; "
            "rules between measures may be missing."
        )
        return doubt_field(measure, _SEVERAL), [doubt("row-holds-several", message, where)]
    if measure is not None:
        return measure, []
    where = [place for other in cells.row.cells for place in other.places]
    filled = [other for other in cells.row.cells if not is_blank(other.passage.text)]
    if not filled:
        return None, [note("blank-row", "A row of the table is blank and was left out.", where)]
    if cell is not None:
        return mark_illegible(cell.places, "the measure of this row is blank"), []
    stand_in = _find_stand_in(cells)
    if stand_in is None:
        message = "The table has no column of measures and this row no text that could be one; it was left out."
        return None, [doubt("no-measure-column", message, where)]
    message = "The table has no column of measures; the longest text of the row stands in its place."
    return field_of(stand_in.passage, ["the table has no column of measures"]), [
        doubt("no-measure-column", message, where)
    ]


def _find_stand_in(cells: RowCells) -> CellText | None:
    """What says best which measure a row is about when no column does: the procedure, or the longest other text."""
    procedure = cells.get(Meaning.PROCEDURE)
    if procedure is not None and procedure.passage.glyphs:
        return procedure
    kinds = (Meaning.OTHER, Meaning.INDICATOR)
    texts = [cells.row.cells[column.index] for column in cells.table.columns if column.meaning in kinds]
    return max((cell for cell in texts if cell.passage.glyphs), key=lambda cell: len(cell.passage.glyphs), default=None)
