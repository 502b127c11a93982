"""Merged cells that go on over a page break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from pipeline.page import Doubt
from pipeline.settings import TableSettings
from pipeline.tables.headings import STATUSES
from pipeline.tables.ink import measure_blank
from pipeline.tables.records import CellText, Column
from pipeline.tables.rows import BodyRow
from pipeline.thai.text import comparison_key


def share_rejoined(joined: BodyRow, part: BodyRow, beside: Sequence[BodyRow]) -> tuple[BodyRow, ...]:
    """The rows beside a cut row: where they share a merged cell with a part of it, they get the text of both parts."""
    rows = []
    for body in beside:
        cells = tuple(
            replace(whole, shared=True) if body.text is part.text and owner is not None and owner == other else cell
            for cell, whole, owner, other in zip(
                body.row.cells, joined.row.cells, part.owners, body.owners, strict=True
            )
        )
        rows.append(replace(body, row=replace(body.row, cells=cells)))
    return tuple(rows)


def doubt_merged(
    before: Sequence[BodyRow], after: Sequence[BodyRow], columns: Sequence[Column], settings: TableSettings
) -> tuple[tuple[BodyRow, ...], tuple[BodyRow, ...]]:
    """The rows of both sides of a break, with merged cells doubted that may go on over it: nothing shows whether the
    second part is a text of its own. Only a text that fills its cell to the bottom goes on; and texts alike are one
    note that each page repeats."""
    last, first = before[-1], after[0]
    cols = [column.index for column in columns if _may_go_on(column, last, first, settings)]
    if not cols:
        return tuple(before), tuple(after)

    def doubt(body: BodyRow, beside: BodyRow) -> BodyRow:
        shared = [col for col in cols if body.text is beside.text and body.owners[col] == beside.owners[col]]
        return _doubt_cells(body, shared) if shared else body

    return tuple(doubt(body, last) for body in before), tuple(doubt(body, first) for body in after)


def _may_go_on(column: Column, last: BodyRow, first: BodyRow, settings: TableSettings) -> bool:
    upper, lower = last.row.cells[column.index], first.row.cells[column.index]
    texts = (upper.passage.text, lower.passage.text)
    return (
        column.meaning not in STATUSES
        and (upper.shared or lower.shared)
        and all(texts)
        and _ends_its_grid(last, column.index)
        and _is_filled_to_the_bottom(upper)
        and fuzz.ratio(*map(comparison_key, texts)) < settings.same_note
    )


def _is_filled_to_the_bottom(cell: CellText) -> bool:
    """Whether no further line would fit under a cell's text."""
    placed = [glyph.place for glyph in cell.passage.glyphs if glyph.place is not None]
    if not placed or not cell.places:
        return False
    bottom = cell.places[-1].bbox[3]
    line = placed[-1].bbox
    return bottom - line[3] < line[3] - line[1]


MAY_GO_ON = "cell-may-go-on"
"""Reason for doubting a merged cell at a page break: it may go on over it, or another cell may begin there."""


def _doubt_cells(body: BodyRow, cols: Sequence[int]) -> BodyRow:
    cells = list(body.row.cells)
    for col in cols:
        passage = cells[col].passage
        end = len(passage.glyphs)
        doubt = Doubt(start=end, end=end, reason=MAY_GO_ON)
        cells[col] = replace(cells[col], passage=replace(passage, doubts=(*passage.doubts, doubt)))
    return replace(body, row=replace(body.row, cells=tuple(cells)))


def carry_merged(
    last: BodyRow, after: Sequence[BodyRow], columns: Sequence[Column]
) -> tuple[tuple[BodyRow, ...], tuple[Column, ...]]:
    """Give the text of a merged cell at the page's end to the empty merged cell that goes on below the break.

    Returns the rows and the columns in which that was done. Only a cell that is merged on at least one side is
    carried, never a status; on the new page it must be empty. Merged there only, it may as well be empty for all its
    rows, and is doubted.
    """
    rows = list(after)
    carried: list[Column] = []
    blank = measure_blank([cell for body in (last, *after) for cell in body.row.cells])
    for column in columns:
        col = column.index
        upper, lower = last.row.cells[col], rows[0].row.cells[col]
        is_empty = not lower.passage.glyphs and lower.ink <= blank.ceiling
        if column.meaning in STATUSES or not upper.passage.glyphs or not is_empty:
            continue
        if not (upper.shared or lower.shared) or not _ends_its_grid(last, col):
            continue
        owner = rows[0].owners[col]
        for index, body in enumerate(rows):
            if body.owners[col] != owner:
                break
            cell = body.row.cells[col]
            new = replace(cell, passage=upper.passage, places=(*upper.places, *cell.places), shared=True)
            cells = (*body.row.cells[:col], new, *body.row.cells[col + 1 :])
            whole = replace(body, row=replace(body.row, cells=cells))
            rows[index] = whole if upper.shared else _doubt_cells(whole, [col])
        carried.append(column)
    return tuple(rows), tuple(carried)


def _ends_its_grid(body: BodyRow, col: int) -> bool:
    owner = body.owners[col]
    if owner is None:
        return False
    cell = body.text.grid.cells[owner]
    return cell.row + cell.rowspan == body.text.grid.rows
