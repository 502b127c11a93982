"""What a workbook is before it is written: sheets of plain values, which tests can read and the writer only draws."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.model import Place


class Tone(StrEnum):
    """How a cell looks. Meaning is always in its words as well, so that colour alone says nothing."""

    PLAIN = "plain"
    LABEL = "label"
    GOOD = "good"
    WAIT = "wait"
    BAD = "bad"
    QUIET = "quiet"
    DOUBT = "doubt"
    INPUT = "input"


class Mark(StrEnum):
    """How a run of text stands out inside its cell: words of the old text, of the new text, or a label."""

    NONE = "none"
    OLD = "old"
    NEW = "new"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look."""

    text: str
    mark: Mark = Mark.NONE


@dataclass(frozen=True, slots=True)
class Crop:
    """A picture to be cut out of a document, top to bottom when it has several places."""

    sha256: str
    places: tuple[Place, ...]


Value = str | int | float | tuple[Run, ...] | Crop | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One value with its look; `span` is how many columns it goes over.

    link: a file beside the workbook, with "#" and a place in it when there is one; or a place in a document

    Cells of a row stand one after the other, so what follows a wide cell starts after its last column.
    """

    value: Value
    tone: Tone = Tone.PLAIN
    link: str | Crop = ""
    span: int = 1


class Kind(StrEnum):
    """What a column holds: decides number format and alignment, nothing else."""

    TEXT = "text"
    COUNT = "count"
    SCORE = "score"
    SHARE = "share"
    PICTURE = "picture"
    INPUT = "input"
    KEY = "key"  # hidden


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in characters; `choices` make a dropdown; `hint` is shown when a cell of the column is selected."""

    heading: str
    width: float
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    hint: str = ""


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under one title and, when there are any, headings; `new_page` starts a printed page."""

    rows: tuple[Row, ...]
    title: str = ""
    headings: tuple[str, ...] = ()
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: blocks one below the other.

    table: one block that can be filtered, with its headings frozen and repeated on each printed page
    frozen: how many columns stay in view when scrolling
    prints: column ranges (first, last; 0-based) that are printed as pages of their own; empty prints all
    repeated: columns (first, last; 0-based) that stand on each printed page
    """

    title: str
    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    table: bool = False
    frozen: int = 0
    prints: tuple[tuple[int, int], ...] = ()
    repeated: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook; `identity` is kept on a sheet that only this program reads."""

    title: str
    sheets: tuple[Sheet, ...]
    identity: tuple[tuple[str, str], ...] = field(default=())


def table_sheet(
    title: str,
    columns: tuple[Column, ...],
    rows: tuple[Row, ...],
    frozen: int = 0,
    prints: tuple[tuple[int, int], ...] = (),
    repeated: tuple[int, int] | None = None,
) -> Sheet:
    """A sheet with one table whose headings are those of its columns."""
    block = Block(rows=rows, headings=tuple(column.heading for column in columns))
    return Sheet(title, columns, (block,), table=True, frozen=frozen, prints=prints, repeated=repeated)
