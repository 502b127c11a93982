"""A grid whose columns were found differently than on the table's other pages, brought to the same columns.

A scanner streak looks like one rule more, a faded rule is one less: the header then does not fit the rows below.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.model import BBox
from pipeline.page import GridCell, ReadLine
from pipeline.settings import TableSettings
from pipeline.tables.cells import GridText, arrange_cells


@dataclass(frozen=True, slots=True)
class _Piece:
    cell: GridCell
    lines: tuple[ReadLine, ...]


def reshape_columns(text: GridText, edges: Sequence[float], tolerance: float) -> GridText | None:
    """The grid with these column edges (shares of its width, 0 and 1 included); None when it does not fit them.

    It fits when its own edges are some of these (a rule was missed: the cell spans both columns), or these are some
    of its own (a false rule: the cells on both sides of it become one).
    """
    places = _pair_edges(text.edges, edges, tolerance)
    hit = {place for place in places if place is not None}
    if None not in places and len(hit) == len(places):
        pieces = [_Piece(_move(cell, places), lines) for cell, lines in zip(text.grid.cells, text.lines, strict=True)]
    elif hit == set(range(len(edges))) and len(hit) == sum(place is not None for place in places):
        merged = _merge_across(text, places)
        if merged is None:
            return None
        pieces = merged
    else:
        return None
    grid = text.grid.model_copy(update={"cols": len(edges) - 1, "cells": tuple(piece.cell for piece in pieces)})
    return replace(
        arrange_cells(text.page, text.index, grid, [piece.lines for piece in pieces], text.loose), edges=tuple(edges)
    )


def drop_false_edges(text: GridText, firm: Sequence[int], *, settings: TableSettings) -> GridText:
    """The grid without column edges that most of its rows know nothing of.

    A streak or a stroke in one row makes the layout count one column more, which all other rows span. Rows that one
    cell fills from side to side say nothing about columns, and rows that share all their cells count as one. `firm`
    edges stay whatever the rows say.
    """
    rows = [row for row in dict.fromkeys(text.owners) if len(set(row)) > 1]
    kept = [
        edge
        for col, edge in enumerate(text.edges)
        if col in (0, text.grid.cols, *firm)
        or sum(row[col - 1] != row[col] for row in rows) >= settings.edge_rows * len(rows)
    ]
    if len(kept) == len(text.edges):
        return text
    whole = reshape_columns(text, kept, 0.0)
    if whole is not None:
        return whole
    for edge in [edge for edge in text.edges if edge not in kept]:
        fewer = reshape_columns(text, [other for other in text.edges if other != edge], 0.0)
        text = text if fewer is None else fewer
    return text


def _pair_edges(own: Sequence[float], model: Sequence[float], tolerance: float) -> list[int | None]:
    """For each own edge the model's edge that it is: each must be the nearest to the other."""
    nearest = [min(range(len(own)), key=lambda index: abs(own[index] - edge)) for edge in model]
    places: list[int | None] = []
    for index, edge in enumerate(own):
        place = min(range(len(model)), key=lambda other: abs(model[other] - edge))
        places.append(place if nearest[place] == index and abs(model[place] - edge) <= tolerance else None)
    return places


def _move(cell: GridCell, places: Sequence[int | None]) -> GridCell:
    first, end = places[cell.col], places[cell.col + cell.colspan]
    assert first is not None and end is not None
    return cell.model_copy(update={"col": first, "colspan": end - first})


def _merge_across(text: GridText, places: Sequence[int | None]) -> list[_Piece] | None:
    """The cells with those on both sides of a false rule made one; None when they are not as high as each other."""
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, cell in enumerate(text.grid.cells):
        start = max(col for col in range(cell.col + 1) if places[col] is not None)
        groups[cell.row, start].append(index)
    pieces: list[_Piece] = []
    for (_, start), members in sorted(groups.items()):
        cells = [text.grid.cells[index] for index in members]
        end = next(col for col in range(max(c.col + c.colspan for c in cells), len(places)) if places[col] is not None)
        if len({cell.rowspan for cell in cells}) > 1 or sum(cell.colspan for cell in cells) != end - start:
            return None
        first, last = places[start], places[end]
        assert first is not None and last is not None
        whole = cells[0].model_copy(
            update={
                "col": first,
                "colspan": last - first,
                "bbox": _surround([cell.bbox for cell in cells]),
                "ink": max(cell.ink for cell in cells),
                "crossed": max(cell.crossed for cell in cells),
            }
        )
        lines = [line for index in members for line in text.lines[index]]
        pieces.append(_Piece(whole, tuple(_order_lines(lines))))
    return pieces


def _surround(boxes: Sequence[BBox]) -> BBox:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _order_lines(lines: Sequence[ReadLine]) -> list[ReadLine]:
    """Top to bottom; what stands on one baseline, left to right."""
    ordered: list[list[ReadLine]] = []
    for line in sorted(lines, key=lambda line: line.bbox[1] + line.bbox[3]):
        if ordered and (line.bbox[1] + line.bbox[3]) / 2 < ordered[-1][0].bbox[3] - 0.25 * (
            ordered[-1][0].bbox[3] - ordered[-1][0].bbox[1]
        ):
            ordered[-1].append(line)
        else:
            ordered.append([line])
    return [line for row in ordered for line in sorted(row, key=lambda line: line.bbox[0])]
