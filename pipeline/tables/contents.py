"""What a column holds, by its cells, where its heading could not be understood."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from pipeline.settings import TableSettings
from pipeline.tables.records import Meaning
from pipeline.thai.choices import find_ticked
from pipeline.thai.dates import is_date
from pipeline.thai.numbers import is_row_number
from pipeline.thai.status import find_status, is_plain_status
from pipeline.thai.units import names_units

_ANY_YEAR = 2565
"""“ไตรมาส ๑” is a time in any fiscal year."""


_BESIDE_MEASURES = {
    Meaning.RESPONSIBLE,
    Meaning.MONITORING,
    Meaning.PERIOD,
    Meaning.RESULT,
    Meaning.STATUS,
    Meaning.STATUS_DONE,
    Meaning.STATUS_IN_PROGRESS,
}
_STATES = {
    meaning for meaning in Meaning if meaning.value.startswith("status") and meaning is not Meaning.STATUS_UNCLEAR
}


def guess_meaning(cells: Sequence[str], col: int, taken: Sequence[Meaning], settings: TableSettings) -> Meaning | None:
    """The meaning that the texts of a column show: running numbers in the first one, states, units, times, or
    measures and how they are done; None when they show none of these, or another column has it already.

    taken: the meanings of all columns so far
    """
    filled = [cell for cell in cells if cell and cell != "-"]
    if len(filled) < 2:
        return None

    def are(shares: int) -> bool:
        return shares >= settings.column_filled * len(filled)

    if col == 0 and are(sum(map(is_row_number, filled))):
        return Meaning.NUMBER
    if not _STATES & set(taken) and are(sum(map(_tells_state, filled))):
        return Meaning.STATUS
    if Meaning.RESPONSIBLE not in taken and are(sum(map(names_units, filled))):
        return Meaning.RESPONSIBLE
    if Meaning.PERIOD not in taken and are(sum(is_date(cell, fiscal_year=_ANY_YEAR) for cell in filled)):
        return Meaning.PERIOD
    if len(filled) < settings.column_filled * len(cells) or median(map(len, filled)) < settings.telling_text:
        return None
    return _guess_text(col, taken)


def _guess_text(col: int, taken: Sequence[Meaning]) -> Meaning | None:
    """A column of texts among known ones of a plan or report: the measure where it is missing, left of the others, or
    how it is done, right behind it."""
    if not _BESIDE_MEASURES & set(taken[col + 1 :]):
        return None
    if Meaning.MEASURE not in taken:
        return Meaning.MEASURE if Meaning.PROCEDURE not in taken[:col] else None
    follows = col > 0 and taken[col - 1] is Meaning.MEASURE
    return Meaning.PROCEDURE if follows and Meaning.PROCEDURE not in taken else None


def _tells_state(cell: str) -> bool:
    """Whether a cell is a state and nothing else, or a choice of states behind boxes."""
    try:
        return find_ticked(cell) is not None or (find_status(cell) is not None and is_plain_status(cell))
    except ValueError:
        return False
