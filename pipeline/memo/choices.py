"""Columns of a report that print the same states in every row, of which one is ticked or circled."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from pipeline.memo.status import AMBIGUOUS, StatusReading
from pipeline.model import Status
from pipeline.tables.records import Column, Meaning, Row
from pipeline.thai.choices import find_left_over, find_ticked, strikes_out
from pipeline.thai.status import StatusName, spot_wordings
from pipeline.thai.text import normalise

_CONFIDENCE = 0.5
_GUESSED = "of the states that are printed here to choose from, this one seems to be marked"
_UNSEEN = "states are printed here to choose from, and it was not seen which one is marked"


@dataclass(frozen=True, slots=True)
class Choices:
    """The column of such a list, and for each row the state that seems to be marked."""

    column: int
    chosen: tuple[StatusName | None, ...]

    def settle(self, reading: StatusReading, row: Row, state: StatusName | None) -> StatusReading:
        """The status of a row, always for review: what its boxes tell goes before what the marked words do."""
        cell = row.cells[self.column]
        text = cell.passage.text
        if not text or (reading.status is not Status.UNKNOWN and _has_boxes(text)):
            return reading
        if state is None:
            return StatusReading(Status.UNKNOWN, 0.0, (_UNSEEN,), cell.places, code=AMBIGUOUS)
        return StatusReading(Status(state), _CONFIDENCE, (_GUESSED,), cell.places)


def read_choices(columns: Sequence[Column], rows: Sequence[Row]) -> Choices | None:
    """The first column of states or results that is a list of choices; None where none is."""
    for column in columns:
        if column.meaning in (Meaning.STATUS, Meaning.RESULT):
            texts = [row.cells[column.index].passage.text for row in rows]
            chosen = find_chosen(texts, struck=strikes_out(column.heading))
            if chosen is not None:
                return Choices(column.index, chosen)
    return None


def _has_boxes(text: str) -> bool:
    try:
        return find_ticked(text) is not None or find_left_over(text) is not None
    except ValueError:
        return False


_LEAST_ROWS, _LISTED_SHARE = 3, 0.35
"""So many cells of a column, and this share of the filled ones, list two of the same choices or more: of two that are
printed the struck one is often lost."""
_LISTED = 0.3
"""Share of the filled cells in which a choice must be read as printed; the chosen one often is not."""
_MOST_CHANGED = 0.6
"""Share of a list's letters that a mark may change: beyond, a cell is something else."""
_OUTSHINES = 3
"""A choice is the marked one when its print is changed in so many times as many places as that of any other."""
_CLOSING = ")>}]’”"


def find_chosen(texts: Sequence[str], *, struck: bool = False) -> tuple[StatusName | None, ...] | None:
    """The choice that is marked in each cell of a column that prints the same states in all; None for a cell where none
    is seen, or two; None alone where the column is no such list.

    A circle around words, or a tick before them, is read as signs, spoils their letters, or loses them: the choice
    whose print differs from that of the other cells is the marked one. It is a guess, and for review.
    struck: what does not hold is struck out: the one choice whose print is whole is the marked one.

    >>> find_chosen(["C แล้วเสร็จ > ยังไม่ทำ", "แล้วเสร็จ ยังไม่ทำ", "แล้วเสร็จ (ยังไม่ทำ", "ยังไม่ทำ"])
    ('done', None, 'not_started', 'done')
    >>> find_chosen(["แล้วเสร็จ -ยังไม่ทำ-", "แล้วเสร็จ ยังไม่ทำ", "แล้วเสร็จ", "-แล้วเสร็จ ยังไม่ทำ"], struck=True)
    ('done', None, 'done', 'not_started')
    """
    plain = [re.sub(r"\s+", "", normalise(text)) for text in texts]
    filled = [text for text in plain if text]
    wordings = _find_listed(filled)
    listing = sum(sum(wording in text for wording in wordings.values()) > 1 for text in filled)
    if len(wordings) < 2 or listing < max(_LEAST_ROWS, _LISTED_SHARE * len(filled)):
        return None
    boxed = sum(f"☐{wording}" in text for text in filled for wording in wordings.values())
    sign = "☐" if 2 * boxed >= len(filled) else ""
    printed = {status: sign + wording for status, wording in wordings.items()}
    return tuple(_find_changed(text, printed, struck=struck) for text in plain)


def _find_listed(texts: Sequence[str]) -> dict[StatusName, str]:
    """The wording of each state that many cells name, in the order of the list."""
    seen: dict[StatusName, Counter[str]] = defaultdict(Counter)
    places: dict[StatusName, list[int]] = defaultdict(list)
    for text in texts:
        for order, (start, end, status) in enumerate(spot_wordings(text)):
            seen[status][text[start:end]] += 1
            places[status].append(order)
    listed = [status for status, counts in seen.items() if counts.total() >= max(2, _LISTED * len(texts))]
    listed.sort(key=lambda status: sum(places[status]) / len(places[status]))
    return {status: seen[status].most_common(1)[0][0] for status in listed}


def _find_changed(text: str, printed: Mapping[StatusName, str], *, struck: bool) -> StatusName | None:
    """The choice whose print is changed in a cell; the one whose print is not where the others are struck."""
    whole = "".join(printed.values())
    if not text or Levenshtein.normalized_distance(whole, text) > _MOST_CHANGED:
        return None
    ends: list[int] = []
    for words in printed.values():
        ends.append((ends[-1] if ends else 0) + len(words))
    changes = [0] * len(ends)
    for op in Levenshtein.opcodes(whole, text):
        if op.tag == "equal":
            continue
        at = next((index for index, end in enumerate(ends) if op.src_start < end), len(ends) - 1)
        is_before = op.src_start == op.src_end and op.src_start in ends and text[op.dest_start] in _CLOSING
        at = ends.index(op.src_start) if is_before else at
        changes[at] += max(op.src_end - op.src_start, op.dest_end - op.dest_start)
    if struck:
        whole_ones = [status for status, change in zip(printed, changes, strict=True) if not change]
        return whole_ones[0] if len(whole_ones) == 1 else None
    most, *others = sorted(changes, reverse=True)
    return list(printed)[changes.index(most)] if most and most >= _OUTSHINES * max(others) else None
