"""Signatures that a table without a bottom rule drew in: they stand below its last row, and are none of its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model import Issue, Severity
from pipeline.tables.headings import STATUSES
from pipeline.tables.records import Column, Meaning
from pipeline.tables.rows import BodyRow
from pipeline.thai.patterns import one_of
from pipeline.thai.people import is_person_name, is_position

_SIGNED = re.compile(one_of(("ลงชื่อ", "(ลงชื่อ)", "ลงนาม")))
_OPINION = re.compile(one_of(("ความเห็น", "จึงเรียนมา")))
_DOTS = re.compile(r"[\s.…_‥·-]*")
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_OWN = {Meaning.NUMBER, *STATUSES}


def part_signatures(
    rows: Sequence[BodyRow], columns: Sequence[Column]
) -> tuple[tuple[BodyRow, ...], tuple[BodyRow, ...]]:
    """The rows of a table, and those at its end that are signatures: names, positions, opinions and dots only.

    A row with a number or a status is one of the table, whoever it names; so is one that no name or signature tells.
    """
    end = len(rows)
    while end > 0 and _may_be_signature(rows[end - 1], columns):
        end -= 1
    # The first row of the block must be told by a name: a row that holds only an official may be a measure's.
    while end < len(rows) and not any(map(_is_signed, rows[end].texts)):
        end += 1
    return tuple(rows[:end]), tuple(rows[end:])


def report_signature(body: BodyRow) -> Issue:
    """What was left out, for a person to look at."""
    message = f"“{' '.join(body.texts)}” below the table looks like a signature; it was taken for no row."
    box = body.text.row_box(body.grid_row)
    return Issue(code="signature-left-out", severity=Severity.REVIEW, message=message, page=body.text.page, bbox=box)


def _may_be_signature(body: BodyRow, columns: Sequence[Column]) -> bool:
    texts = body.texts
    is_own = any(body.row.cells[column.index].passage.glyphs for column in columns if column.meaning in _OWN)
    return bool(texts) and not is_own and all(any((_is_signed(text), _is_said(text))) for text in texts)


def _is_signed(text: str) -> bool:
    """A signature's dots, or a name in brackets, with at most a position beside it."""
    if _SIGNED.match(text) or is_person_name(text):
        return True
    name = _IN_BRACKETS.search(text)
    return (
        name is not None and is_person_name(name[1]) and _is_said((text[: name.start()] + text[name.end() :]).strip())
    )


def _is_said(text: str) -> bool:
    return is_position(text) or _OPINION.match(text) is not None or _DOTS.fullmatch(text) is not None
