"""The status of one row: what its status cells say in text and in ink, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.memo.ink import InkLevels, measure_area
from pipeline.memo.leaders import is_blank
from pipeline.model import Place, Status
from pipeline.passage import Passage, explain_doubts, slice_passage
from pipeline.settings import MemoSettings
from pipeline.tables.records import CellText, Column, Meaning, Row
from pipeline.thai.choices import find_left_over, find_ticked
from pipeline.thai.letters import graphemes
from pipeline.thai.marks import is_cross, is_dot, is_framed, is_no_mark, split_mark
from pipeline.thai.outcome import suggest_status
from pipeline.thai.stages import read_stage
from pipeline.thai.status import contradicts_status, count_states, find_status, is_plain_status, parse_status

MARK_COLUMNS = {
    Meaning.STATUS_NOT_STARTED: Status.NOT_STARTED,
    Meaning.STATUS_IN_PROGRESS: Status.IN_PROGRESS,
    Meaning.STATUS_DONE: Status.DONE,
    Meaning.STATUS_CANCELLED: Status.CANCELLED,
    Meaning.STATUS_UNCLEAR: Status.UNKNOWN,
}
"""Columns of marks and what a mark in them says."""

MISSING, AMBIGUOUS, UNTOLD = "status-missing", "status-ambiguous", "status-unknown"
"""Codes of issues about rows without a status: nothing is marked, it is not clear what is, no column tells it."""


@dataclass(frozen=True, slots=True)
class StatusReading:
    """The status of a row; `note` is what the chosen cell says beside its mark, `code` why the status is unknown."""

    status: Status
    confidence: float
    reasons: tuple[str, ...]
    where: tuple[Place, ...]
    note: Passage | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class _Vote:
    """One status cell: `text` is True for a mark, False for none, None when the text says neither; `area` in mm².

    doubts: of the text; heading_doubts: of what the column stands for
    """

    status: Status
    cell: CellText
    area: float
    text: bool | None
    note: Passage | None
    doubts: tuple[str, ...]
    heading_doubts: tuple[str, ...] = ()

    @property
    def is_short(self) -> bool:
        return len(graphemes(self.cell.passage.text)) <= _LONGEST_MISREAD_MARK


_LONGEST_MISREAD_MARK = 2
"""Clusters that a tick or dash is misread as (“ไ”, “v”, “แล่”, “=”): longer texts are words, and words are no mark."""


def read_marks(
    columns: Sequence[Column],
    cells: Sequence[CellText],
    levels: InkLevels,
    dpi: Mapping[int, int],
    settings: MemoSettings,
    *,
    crosses_say_yes: bool = True,
) -> StatusReading | None:
    """The status from the columns of marks; None when the table has none. `dpi` by page.

    crosses_say_yes: see `do_crosses_say_yes`.

    Text and ink must agree on exactly one column; anything else is `unknown` with a reason.
    """
    votes = [
        replace(
            _see_dash(_make_vote(MARK_COLUMNS[column.meaning], cell, measure_area(cell, dpi)), levels, settings),
            heading_doubts=_doubt_heading(column),
        )
        for column, cell in zip(columns, cells, strict=True)
        if column.meaning in MARK_COLUMNS
    ]
    if not votes:
        return None
    marked = [vote for vote in votes if vote.text is True]
    if len(marked) > 1:
        return _give_up(votes, f"{len(marked)} status columns are marked")
    # Empty brackets have as much ink as a mark: among brackets the text tells, and the marked ones have the most ink.
    framed = all(is_framed(vote.cell.passage.text) for vote in votes)
    inky = [] if framed else [vote for vote in votes if vote.text is not True and _has_ink(vote, levels, settings)]
    # A dash is misread as often as a tick, but without the ink of a mark it is none, and words have more than a mark.
    odd = [vote for vote in votes if vote.text is None and (vote in inky or framed or not levels.measured)]
    unnamed = [vote for vote in (*marked, *inky) if vote.status is Status.UNKNOWN]
    if unnamed:
        return _give_up(votes, "a mark stands under a heading whose status cannot be read")
    if marked and is_cross(split_mark(marked[0].cell.passage.text)[0]) and not crosses_say_yes:
        reason = "a cross may say yes or no in this table"
        if marked[0].status is not Status.NOT_STARTED or len(votes) < 2:
            return _give_up(votes, reason)
        # Alone under "not done" both come to the same.
        reading = _accept_mark(marked[0], votes, inky, odd, levels, settings)
        return replace(reading, reasons=(*reading.reasons, reason))
    if marked:
        return _accept_mark(marked[0], votes, inky, odd, levels, settings)
    fullest = max(inky, key=lambda vote: vote.area, default=None)
    is_one = fullest is not None and (len(inky) == 1 or _stands_out(fullest, votes, settings))
    if fullest is not None and is_one and all(vote in inky for vote in odd):
        return _accept_ink(fullest, votes, inky, levels, settings)
    if inky or odd:
        return _give_up(votes, "it is not clear which status column is marked")
    return _give_up(votes, "no status column is marked", MISSING)


def do_crosses_say_yes(columns: Sequence[Column], rows: Sequence[Row]) -> bool:
    """Whether a cross marks the status that holds: only where it is the table's one kind of mark, in several columns.

    Beside ticks, or in a single column, a cross is as likely to say "not done".
    """
    places = [column.index for column in columns if column.meaning in MARK_COLUMNS]
    marks = {split_mark(row.cells[at].passage.text)[0] for row in rows for at in places} - {""}
    return len(places) > 1 and all(is_cross(mark) for mark in marks)


def read_words(passage: Passage, places: Sequence[Place]) -> StatusReading:
    """The status that words name; `unknown` with a reason when they name none or two."""
    left_over = find_left_over(passage.text)
    if left_over is not None:
        reason = "no tick was read, but the boxes before all other states are empty"
        return StatusReading(Status(left_over), passage.confidence, (reason,), tuple(places))
    try:
        ticked = find_ticked(passage.text)
        told = ticked or read_stage(passage.text)
        status = told or find_status(passage.text) or parse_status(passage.text)
    except ValueError:
        reason = f"“{passage.text}” names no single status" if passage.glyphs else "no status is given"
        code = AMBIGUOUS if passage.glyphs else MISSING
        return StatusReading(Status.UNKNOWN, 0.0, (reason,), tuple(places), code=code)
    reasons = explain_doubts(passage)
    if told is None and not is_plain_status(passage.text):
        reasons = (*reasons, f"other words beside the status may change it: “{passage.text}”")
    return StatusReading(Status(status), passage.confidence, reasons, tuple(places))


def read_state(passage: Passage, places: Sequence[Place]) -> StatusReading:
    """The status that a column of states names, else what its words suggest, for review; nothing where several states
    are printed to choose from and no choice is seen."""
    named = read_words(passage, places)
    if named.status is not Status.UNKNOWN or count_states(passage.text) > 1:
        return named
    return read_result(passage, places)


def read_result(passage: Passage, places: Sequence[Place]) -> StatusReading:
    """The status that a text of results names, else what it suggests, for review."""
    named = read_words(passage, places)
    suggested = suggest_status(passage.text) if named.reasons else None
    if suggested is None or suggested == named.status.value:
        return named
    if named.status is not Status.UNKNOWN and suggested == Status.DONE.value:
        return named
    reason = f"no status is named clearly; “{passage.text}” suggests this one"
    confidence = round(passage.confidence * _SUGGESTED, 4)
    return StatusReading(Status(suggested), confidence, (reason,), tuple(places))


_SUGGESTED = 0.5
"""Confidence of a status that the words of a result only suggest, as a share of that of its reading."""


def _doubt_heading(column: Column) -> tuple[str, ...]:
    """Why what a column of marks stands for is unsure: nothing of its heading says it for sure."""
    return () if column.score > 0 else (f"the heading of its column was read as “{column.heading}”",)


def _make_vote(status: Status, cell: CellText, area: float) -> _Vote:
    text = cell.passage.text
    doubts = explain_doubts(cell.passage)
    mark, rest = split_mark(text)
    if mark:
        note = _find_note(cell.passage, rest) if rest else None
        return _Vote(status, cell, area, True, note, explain_doubts(slice_passage(cell.passage, 0, 1)))
    lines = text.splitlines() or [""]
    if is_blank(text) or (is_no_mark(lines[0]) and all(is_no_mark(line) or is_dot(line) for line in lines)):
        return _Vote(status, cell, area, False, None, doubts)
    # A status written out in its own column is as good as a mark there; in another column it contradicts.
    try:
        named = find_status(text)
    except ValueError:
        named = None
    if named is not None:
        return _Vote(status, cell, area, True if named == status.value else None, cell.passage, doubts)
    return _Vote(status, cell, area, None, None, doubts)


def _find_note(passage: Passage, rest: str) -> Passage:
    """The part of a cell behind its mark; it may run over several lines. All but the mark where it is not found."""
    found = re.search(r"\s*".join(map(re.escape, "".join(rest.split()))), passage.text)
    start, end = found.span() if found else (1, len(passage.text))
    return slice_passage(passage, start, end)


def _see_dash(vote: _Vote, levels: InkLevels, settings: MemoSettings) -> _Vote:
    """A dash that a poor scan has shrunk, and a speck, is read as a dot: without the ink of a mark, in a table with
    real marks, it is no mark."""
    is_dot = vote.text is True and vote.note is None and split_mark(vote.cell.passage.text)[0] in _DOTS
    among_marks = levels.rows >= settings.rows_of_usual_marks
    is_small = not _has_ink(vote, levels, settings) or vote.area * settings.mark_over_dot < levels.mark
    return replace(vote, text=False) if is_dot and among_marks and is_small else vote


_DOTS = ("•", "●")


def _has_ink(vote: _Vote, levels: InkLevels, settings: MemoSettings) -> bool:
    """Is there as much ink as a mark needs, and clearly more than in the table's blanks and dashes?"""
    return vote.area >= max(settings.least_mark_area, settings.mark_over_blank * levels.empty)


def _accept_mark(
    mark: _Vote,
    votes: Sequence[_Vote],
    inky: Sequence[_Vote],
    odd: Sequence[_Vote],
    levels: InkLevels,
    settings: MemoSettings,
) -> StatusReading:
    """A mark was read in one column: is the ink of the row of the same opinion?"""
    stands_out = levels.measured and _stands_out(mark, votes, settings)
    if odd and not (stands_out and all(vote.is_short for vote in odd)):
        return _give_up(votes, f"beside the mark, another status column says “{odd[0].cell.passage.text}”")
    rival = _largest_rival(mark, votes)
    if levels.measured and not stands_out and (inky or rival > mark.area):
        return _give_up(votes, "another status column has as much ink as a mark")
    text = mark.cell.passage.glyphs[0].confidence if mark.cell.passage.glyphs else 0.0
    margin = _margin(mark.area, rival) if levels.measured else 0.0
    confidence = round(1 - (1 - text) * (1 - margin), 4)
    # A doubted mark is confirmed by its ink, not by its text.
    reasons = (*mark.heading_doubts, *(mark.doubts if margin < _SURE_MARGIN else ()))
    if inky or odd:
        reasons = (*reasons, _MORE_INK)
    if mark.note is not None and contradicts_status(mark.note.text, mark.status.value):
        reasons = (*reasons, f"the note beside the status says “{mark.note.text}”")
    return StatusReading(mark.status, confidence, reasons, mark.cell.places, mark.note)


def _stands_out(fullest: _Vote, votes: Sequence[_Vote], settings: MemoSettings) -> bool:
    """Whether a status cell has so much more ink than the others of its row that theirs is dirt."""
    return fullest.area >= settings.mark_over_rest * _largest_rival(fullest, votes)


_MORE_INK = "another status column of this row holds some ink as well"


_SURE_MARGIN = 0.5
"""A mark with twice the ink of any other status cell of its row: beside dashes marks have 0.7 to 0.9, beside blanks
0.93."""


def _accept_ink(
    fullest: _Vote, votes: Sequence[_Vote], inky: Sequence[_Vote], levels: InkLevels, settings: MemoSettings
) -> StatusReading:
    """No mark was read, but one cell has the ink of one: a handwritten tick, most often.

    It counts without review only where it looks like the other marks of its table, and there are enough of them.
    """
    text = fullest.cell.passage.text
    if not fullest.is_short:
        unknown = _give_up(votes, f"no mark was read, the only filled status column says “{text}”")
        return replace(unknown, note=fullest.cell.passage)
    if fullest.text is False and text:
        return _give_up(votes, f"“{text}” was read where the ink is that of a mark")
    margin = _margin(fullest.area, _largest_rival(fullest, votes))
    is_usual = (
        levels.rows >= settings.rows_of_usual_marks
        and levels.mark / settings.usual_mark_factor <= fullest.area <= levels.mark * settings.usual_mark_factor
    )
    reasons = list(fullest.heading_doubts)
    if not is_usual or margin < _SURE_MARGIN:
        reasons.append(f"the mark is known by its ink only, it was read as “{text}”")
    if len(inky) > 1:
        reasons.append(_MORE_INK)
    confidence = round(margin * settings.ink_only_confidence, 4)
    return StatusReading(fullest.status, confidence, tuple(reasons), fullest.cell.places)


def _give_up(votes: Sequence[_Vote], reason: str, code: str = AMBIGUOUS) -> StatusReading:
    where = tuple(place for vote in votes for place in vote.cell.places)
    notes = [vote.note for vote in votes if vote.note is not None and vote.text is True]
    return StatusReading(Status.UNKNOWN, 0.0, (reason,), where, notes[0] if len(notes) == 1 else None, code)


def _largest_rival(winner: _Vote, votes: Sequence[_Vote]) -> float:
    return max((vote.area for vote in votes if vote is not winner), default=0.0)


def _margin(winner: float, rival: float) -> float:
    """How far the winner's ink stands above the next, 0–1."""
    return max(0.0, (winner - rival) / winner) if winner > 0 else 0.0
