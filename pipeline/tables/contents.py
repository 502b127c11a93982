"""What a column holds, by its cells, where its heading could not be understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from pipeline.settings import TableSettings
from pipeline.tables.headings import STATUSES
from pipeline.tables.records import Meaning
from pipeline.thai.choices import find_ticked
from pipeline.thai.dates import ANY_YEAR, is_date
from pipeline.thai.numbers import is_row_number
from pipeline.thai.outcome import suggest_status
from pipeline.thai.stages import read_stage
from pipeline.thai.status import count_states, find_status, is_plain_status
from pipeline.thai.units import names_units

_WORDS = re.compile("[ก-ฮ%]")


_BESIDE_MEASURES = {
    Meaning.RESPONSIBLE,
    Meaning.MONITORING,
    Meaning.PERIOD,
    Meaning.RESULT,
    Meaning.STATUS,
    Meaning.STATUS_DONE,
    Meaning.STATUS_IN_PROGRESS,
}


def guess_meanings(
    cells: Sequence[Sequence[str]], known: Sequence[Meaning], unknown: Sequence[int], settings: TableSettings
) -> dict[int, Meaning]:
    """What the texts of columns show that no heading names, by column: running numbers in the first one, states, units,
    times, results, and then measures and how they are done beside these. What another column has already is not told.

    cells: the texts of each column's body cells; known: the meanings of all columns by their headings
    unknown: the columns without a known heading. Where that is all of them, two must be told by their kind, or none
    is: a list of people names units as well.
    """
    meanings = list(known)
    found: dict[int, Meaning] = {}
    for guess in (_guess_kind, _guess_text):
        for col in unknown:
            if col not in found and (meaning := guess(cells[col], col, meanings, settings)) is not None:
                found[col] = meanings[col] = meaning
            if col not in found and found.get(col - 1) is Meaning.PERIOD and _holds_dates(cells[col], settings):
                found[col] = meanings[col] = found.pop(col - 1)  # times of which the first are beginnings
                meanings[col - 1] = Meaning.OTHER
    told = set(found.values()) - {Meaning.NUMBER, Meaning.MEASURE, Meaning.PROCEDURE}
    return found if len(unknown) < len(cells) or len(told) > 1 else {}


def _guess_kind(cells: Sequence[str], col: int, meanings: Sequence[Meaning], settings: TableSettings) -> Meaning | None:
    filled = _filled(cells)
    if len(filled) < 2:
        return None

    def are(shares: int) -> bool:
        return shares >= settings.column_filled * len(filled)

    if col == 0 and are(sum(map(is_row_number, filled))):
        return Meaning.NUMBER
    if not STATUSES & set(meanings) and are(sum(map(_tells_state, filled))):
        return Meaning.STATUS
    if Meaning.RESPONSIBLE not in meanings and are(sum(map(names_units, filled))):
        return Meaning.RESPONSIBLE
    if Meaning.PERIOD not in meanings and _holds_dates(cells, settings):
        return Meaning.PERIOD
    tells_result = Meaning.RESULT not in meanings and not STATUSES & set(meanings) and _holds_texts(cells, settings)
    if tells_result and sum(suggest_status(cell) is not None for cell in filled) >= settings.result_share * len(filled):
        return Meaning.RESULT
    return None


def _holds_dates(cells: Sequence[str], settings: TableSettings) -> bool:
    """Whether nearly all filled cells of a column are dates or times, two at the least."""
    filled = _filled(cells)
    dates = sum(is_date(cell, fiscal_year=ANY_YEAR) for cell in filled)
    return dates >= max(2, settings.column_filled * len(filled))


def _guess_text(cells: Sequence[str], col: int, meanings: Sequence[Meaning], settings: TableSettings) -> Meaning | None:
    """A column of texts among known ones of a plan or report: the measure where it is missing, left of the others, or
    how it is done, right behind it."""
    if not _holds_texts(cells, settings) or not _BESIDE_MEASURES & set(meanings[col + 1 :]):
        return None
    if Meaning.MEASURE not in meanings:
        return Meaning.MEASURE if Meaning.PROCEDURE not in meanings[:col] else None
    follows = col > 0 and meanings[col - 1] is Meaning.MEASURE
    return Meaning.PROCEDURE if follows and Meaning.PROCEDURE not in meanings else None


def _filled(cells: Sequence[str]) -> list[str]:
    return [cell for cell in cells if cell and cell != "-"]


def _holds_texts(cells: Sequence[str], settings: TableSettings) -> bool:
    filled = _filled(cells)
    most = len(filled) >= max(2, settings.column_filled * len(cells))
    return most and median(map(len, filled)) >= settings.telling_text


def _tells_state(cell: str) -> bool:
    """Whether a cell is a state and nothing else, or a choice of states; a number alone may be anything."""
    if count_states(cell) > 1 or (read_stage(cell) is not None and _WORDS.search(cell) is not None):
        return True
    try:
        return find_ticked(cell) is not None or (find_status(cell) is not None and is_plain_status(cell))
    except ValueError:
        return False
