"""The status of one row: what its status cells say in text and in ink, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from pipeline.memo.leaders import is_blank
from pipeline.model import Place, Status
from pipeline.passage import Passage, explain_doubts, slice_passage
from pipeline.settings import MemoSettings
from pipeline.tables.records import CellText, Column, Meaning, StitchedTable
from pipeline.thai.letters import graphemes
from pipeline.thai.status import find_status, is_no_mark, parse_status, split_mark

MARK_COLUMNS = {
    Meaning.STATUS_NOT_STARTED: Status.NOT_STARTED,
    Meaning.STATUS_IN_PROGRESS: Status.IN_PROGRESS,
    Meaning.STATUS_DONE: Status.DONE,
    Meaning.STATUS_CANCELLED: Status.CANCELLED,
}


@dataclass(frozen=True, slots=True)
class InkLevels:
    """Ink shares of a table's status cells: `empty` is the most that blank and dashed cells show, `mark` what marks do.

    Both are None when the table has no such cells to measure; `measured` is False for pages without ink.
    """

    empty: float | None
    mark: float | None
    measured: bool


@dataclass(frozen=True, slots=True)
class StatusReading:
    """The status of a row; `note` is what the chosen cell says beside its mark."""

    status: Status
    confidence: float
    reasons: tuple[str, ...]
    where: tuple[Place, ...]
    note: Passage | None = None


@dataclass(frozen=True, slots=True)
class _Vote:
    """One status cell: `text` is True for a mark, False for none, None when the text says neither."""

    status: Status
    cell: CellText
    text: bool | None
    note: Passage | None
    doubts: tuple[str, ...]


def measure_ink(table: StitchedTable) -> InkLevels:
    """How much ink the table's own blanks, dashes and marks have: scans and ticks differ too much for fixed levels."""
    cells = [
        cell for row in table.rows for column, cell in zip(table.columns, row.cells, strict=True)
        if column.meaning in MARK_COLUMNS
    ]  # fmt: skip
    empty = sorted(cell.ink for cell in cells if is_no_mark(cell.passage.text))
    marks = [cell.ink for cell in cells if split_mark(cell.passage.text)[0]]
    # Unread ticks hide among the blanks, so the blanks' level is their median.
    return InkLevels(
        empty=median(empty) if empty else None,
        mark=median(marks) if marks else None,
        measured=any(cell.ink > 0 for cell in cells),
    )


def read_marks(
    columns: Sequence[Column], cells: Sequence[CellText], levels: InkLevels, settings: MemoSettings
) -> StatusReading | None:
    """The status from the columns of marks; None when the table has none.

    Text and ink must agree on exactly one column; anything else is `unknown` with a reason.
    """
    votes = [
        _make_vote(MARK_COLUMNS[column.meaning], cell)
        for column, cell in zip(columns, cells, strict=True)
        if column.meaning in MARK_COLUMNS
    ]
    if not votes:
        return None
    where = tuple(place for vote in votes for place in vote.cell.places)
    marked = [vote for vote in votes if vote.text is True]
    inky = [vote for vote in votes if vote.text is not True and _has_ink(vote, votes, levels, settings)]
    odd = [vote for vote in votes if vote.text is None]
    if len(marked) > 1:
        return StatusReading(Status.UNKNOWN, 0.0, (f"{len(marked)} status columns are marked",), where)
    if len(marked) == 1:
        return _accept_mark(marked[0], [vote for vote in votes if vote is not marked[0]], inky, odd, levels, where)
    if len(inky) == 1 and odd in ([], inky):
        return _accept_ink(inky[0], votes, levels, settings)
    reason = "no status column is marked" if not inky and not odd else "it is not clear which status column is marked"
    return StatusReading(Status.UNKNOWN, 0.0, (reason,), where)


def read_words(passage: Passage, places: Sequence[Place]) -> StatusReading:
    """The status that words name; `unknown` with a reason when they name none or two."""
    try:
        status = find_status(passage.text) or parse_status(passage.text)
    except ValueError:
        reason = f"“{passage.text}” names no single status" if passage.glyphs else "no status is given"
        return StatusReading(Status.UNKNOWN, 0.0, (reason,), tuple(places))
    return StatusReading(Status(status), passage.confidence, explain_doubts(passage), tuple(places))


def _make_vote(status: Status, cell: CellText) -> _Vote:
    text = cell.passage.text
    doubts = explain_doubts(cell.passage)
    mark, rest = split_mark(text)
    if mark:
        at = text.find(rest) if rest else -1
        note = slice_passage(cell.passage, at, at + len(rest)) if at >= 0 else None
        return _Vote(status, cell, True, note, explain_doubts(slice_passage(cell.passage, 0, 1)))
    if is_no_mark(text) or is_blank(text):
        return _Vote(status, cell, False, None, doubts)
    # A status written out in its own column is as good as a mark there; in another column it contradicts.
    try:
        named = find_status(text)
    except ValueError:
        named = None
    if named is not None:
        return _Vote(status, cell, True if named == status.value else None, cell.passage, doubts)
    return _Vote(status, cell, None, None, doubts)


def _has_ink(vote: _Vote, votes: Sequence[_Vote], levels: InkLevels, settings: MemoSettings) -> bool:
    """Is there clearly more ink than in the table's blanks and dashes, and than in the row's emptiest cell?"""
    floor = max(levels.empty or 0.0, min(other.cell.ink for other in votes))
    return vote.cell.ink >= settings.least_mark_ink and vote.cell.ink >= settings.mark_over_blank * floor


def _accept_mark(
    mark: _Vote,
    others: Sequence[_Vote],
    inky: Sequence[_Vote],
    odd: Sequence[_Vote],
    levels: InkLevels,
    where: tuple[Place, ...],
) -> StatusReading:
    """A mark was read in one column: is the ink of the row of the same opinion?"""
    if odd:
        reason = f"beside the mark, another status column says “{odd[0].cell.passage.text}”"
        return StatusReading(Status.UNKNOWN, 0.0, (reason,), where)
    rival = max((vote.cell.ink for vote in others), default=0.0)
    if levels.measured and ((inky and rival >= 0.5 * mark.cell.ink) or rival > mark.cell.ink):
        return StatusReading(Status.UNKNOWN, 0.0, ("another status column has as much ink as the marked one",), where)
    text = mark.cell.passage.glyphs[0].confidence if mark.cell.passage.glyphs else 0.0
    margin = _margin(mark.cell.ink, rival) if levels.measured else 0.0
    confidence = round(1 - (1 - text) * (1 - margin), 4)
    # A doubted mark is confirmed by its ink, not by its text.
    reasons = mark.doubts if margin < 0.5 else ()
    return StatusReading(mark.status, confidence, reasons, mark.cell.places, mark.note)


def _accept_ink(inky: _Vote, votes: Sequence[_Vote], levels: InkLevels, settings: MemoSettings) -> StatusReading:
    """No mark was read, but one cell has the ink of one: a handwritten tick, most often.

    It counts without review only when nothing was read in it and the ink is that of the table's marks.
    """
    rival = max((vote.cell.ink for vote in votes if vote is not inky), default=0.0)
    confidence = round(_margin(inky.cell.ink, rival) * settings.ink_only_confidence, 4)
    text = inky.cell.passage.text
    if text and len(graphemes(text)) > settings.longest_misread_mark:
        reason = f"no mark was read; the only filled status column says “{text}”"
        return StatusReading(Status.UNKNOWN, 0.0, (reason,), inky.cell.places)
    reasons = [f"the mark was read as “{text}”"] if text else []
    if levels.mark is None or inky.cell.ink < settings.mark_like_marks * levels.mark:
        reasons.append("the mark is known by its ink only")
    return StatusReading(inky.status, confidence, tuple(reasons), inky.cell.places)


def _margin(winner: float, rival: float) -> float:
    """How far the winner's ink stands above the next, 0–1."""
    return max(0.0, (winner - rival) / winner) if winner > 0 else 0.0
