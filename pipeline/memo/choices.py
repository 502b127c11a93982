"""Columns of a report that print the same states in every row, of which one is ticked or circled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.memo.status import AMBIGUOUS, StatusReading
from pipeline.model import Place, Status
from pipeline.tables.headings import strikes_out
from pipeline.tables.records import Column, Meaning, Row
from pipeline.thai.choices import find_chosen, find_left_over, find_ticked
from pipeline.thai.status import StatusName

_CONFIDENCE = 0.5
_GUESSED = "of the states that are printed here to choose from, this one seems to be marked"
_UNSEEN = "states are printed here to choose from, and it was not seen which one is marked"


@dataclass(frozen=True, slots=True)
class Choices:
    """The column of such a list; for each row the state that seems to be marked, its text and where it stands."""

    column: int
    chosen: tuple[StatusName | None, ...]
    texts: tuple[str, ...]
    where: tuple[tuple[Place, ...], ...]

    def settle(self, reading: StatusReading, row: int) -> StatusReading:
        """The status of a row, always for review: what its boxes tell goes before what the marked words do."""
        if not self.texts[row] or (reading.status is not Status.UNKNOWN and _has_boxes(self.texts[row])):
            return reading
        state = self.chosen[row]
        if state is None:
            return StatusReading(Status.UNKNOWN, 0.0, (_UNSEEN,), self.where[row], code=AMBIGUOUS)
        return StatusReading(Status(state), _CONFIDENCE, (_GUESSED,), self.where[row])


def read_choices(columns: Sequence[Column], rows: Sequence[Row]) -> Choices | None:
    """The first column of states or results that is a list of choices; None where none is."""
    for column in columns:
        if column.meaning in (Meaning.STATUS, Meaning.RESULT):
            cells = [row.cells[column.index] for row in rows]
            texts = tuple(cell.passage.text for cell in cells)
            chosen = find_chosen(texts, struck=strikes_out(column.heading))
            if chosen is not None:
                return Choices(column.index, chosen, texts, tuple(cell.places for cell in cells))
    return None


def _has_boxes(text: str) -> bool:
    try:
        return find_ticked(text) is not None or find_left_over(text) is not None
    except ValueError:
        return False
