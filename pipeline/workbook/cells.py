"""Plain values and fields as cells of a sheet."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model import Field, Place
from pipeline.workbook.reasons import explain_reasons
from pipeline.workbook.records import Cell, Crop, Row, Tone, Value
from pipeline.workbook.wording import NOT_LEGIBLE, NOTHING_TO_REVIEW, TO_REVIEW, show_pages


def plain(*values: Value) -> Row:
    """Values as cells without a look of their own."""
    return tuple(Cell(value) for value in values)


def field_cell(field: Field | None) -> Cell:
    """A value as read: nothing when the document has none, and a mark when it is there but not legible."""
    if field is None:
        return Cell(None)
    return Cell(field.text or NOT_LEGIBLE, Tone.DOUBT if field.review else Tone.PLAIN)


def review_cell(review: bool) -> Cell:
    """Whether a person must look."""
    return Cell(TO_REVIEW, Tone.DOUBT) if review else Cell(NOTHING_TO_REVIEW, Tone.QUIET)


def crop_cell(sha256: str, places: Iterable[Place]) -> Cell:
    """The picture of these places."""
    pieces = tuple(places)
    return Cell(Crop(sha256, pieces) if pieces else None)


def pages_cell(sha256: str, places: Iterable[Place]) -> Cell:
    """The pages of these places, and a link to the first."""
    pieces = tuple(places)
    return Cell(show_pages(pieces), link=Crop(sha256, pieces)) if pieces else Cell(None)


def reasons_cell(reasons: Iterable[str]) -> Cell:
    """Reasons in Thai."""
    return Cell(explain_reasons(reasons) or None)
