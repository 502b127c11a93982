"""What the tables room hands on: tables joined over pages, each column with its meaning, each cell with its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipeline.model import Issue, Place, Table
from pipeline.passage import Passage

INNER = " / "
"""What joins an outer heading and the one under it."""


class Meaning(StrEnum):
    """What a column holds, whatever its heading says. OTHER columns are kept under their heading."""

    NUMBER = "number"
    MEASURE = "measure"
    PROCEDURE = "procedure"
    RESPONSIBLE = "responsible"
    MONITORING = "monitoring"
    PERIOD = "period"
    STATUS = "status"  # status in words
    STATUS_NOT_STARTED = "status_not_started"  # a column of marks, one per status
    STATUS_IN_PROGRESS = "status_in_progress"
    STATUS_DONE = "status_done"
    STATUS_CANCELLED = "status_cancelled"
    STATUS_UNCLEAR = "status_unclear"  # a column of marks whose status cannot be told: a mark in it proves nothing
    RESULT = "result"
    NOTE = "note"
    INDICATOR = "indicator"
    SCORE = "score"
    GRADE = "grade"
    DATE = "date"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Column:
    """`heading` is the text as read, outer and inner heading joined by `INNER`; `score` 0–1 says how well it fits."""

    index: int
    meaning: Meaning
    heading: str
    score: float


@dataclass(frozen=True, slots=True)
class CellText:
    """One cell of a stitched row.

    places: the cell's own box on each page that it touches (also when it is empty)
    ink: the largest ink share of its pieces, see `GridCell.ink`
    shared: the cell is merged over several rows, and this text belongs to each of them
    crossed: the largest share of its width that a bar runs through, see `GridCell.crossed`
    """

    passage: Passage
    places: tuple[Place, ...]
    ink: float = 0.0
    shared: bool = False
    crossed: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """A body row: one cell per column, in column order. `cut`: it was rejoined over a page break.

    doubt: why a person must look at the whole row, "" when there is no reason
    section: the heading that fills a row of the table from side to side above this one, None when there is none
    """

    cells: tuple[CellText, ...]
    pages: tuple[int, ...]
    cut: bool = False
    section: CellText | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class StitchedTable:
    """One table over all its pages. `pieces` are (page, index of the grid on that page)."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    pieces: tuple[tuple[int, int], ...]
    where: tuple[Place, ...]
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables of a document: stitched for the memo, per page for the contract (page number → tables)."""

    stitched: tuple[StitchedTable, ...]
    per_page: dict[int, tuple[Table, ...]]
    issues: tuple[Issue, ...] = ()
