"""Headers whose lower rule is broken in some columns: their cells there run on into the first row of the body."""

from __future__ import annotations

from statistics import median

from pipeline.page import GridCell, ReadLine
from pipeline.settings import TableSettings
from pipeline.tables.cells import GridText, arrange_cells
from pipeline.tables.headers import Header, find_header


def part_open_header(text: GridText, *, settings: TableSettings) -> tuple[GridText, Header | None]:
    """The grid with such cells parted under the header, by the places of their lines, where that leaves a header that
    ends there, else as it is; and its header."""
    old = find_header(text, settings=settings)
    most = min(settings.header_rows_most, text.grid.rows - 1)
    for rows in range(1, most + 1):
        if old is not None and old.rows <= rows:
            break
        parted = _part(text, rows, settings)
        found = find_header(parted, settings=settings) if parted is not None else None
        if parted is not None and found is not None and found.rows == rows:
            return parted, found
    return text, old


def _part(text: GridText, rows: int, settings: TableSettings) -> GridText | None:
    """All cells that run over the edge under so many rows parted there; None where none does, or many do, or one has
    lines on one side of it only."""
    bottoms = [cell.bbox[3] for cell in text.grid.cells if cell.row + cell.rowspan == rows]
    crossing = {index for index, cell in enumerate(text.grid.cells) if cell.row < rows < cell.row + cell.rowspan}
    width = sum(text.grid.cells[index].colspan for index in crossing)
    if not bottoms or not crossing or width > settings.open_columns * text.grid.cols:
        return None
    edge = round(median(bottoms))
    cells: list[GridCell] = []
    lines: list[tuple[ReadLine, ...]] = []
    for index, (cell, inside) in enumerate(zip(text.grid.cells, text.lines, strict=True)):
        if index not in crossing:
            cells.append(cell)
            lines.append(inside)
            continue
        over = tuple(line for line in inside if _is_over(line, edge))
        under = tuple(line for line in inside if not _is_over(line, edge))
        if inside and not (over and under):
            return None
        x0, y0, x1, y1 = cell.bbox
        upper = {"rowspan": rows - cell.row, "bbox": (x0, y0, x1, edge)}
        lower = {"row": rows, "rowspan": cell.row + cell.rowspan - rows, "bbox": (x0, edge, x1, y1)}
        cells += (cell.model_copy(update=upper), cell.model_copy(update=lower))
        lines += (over, under)
    grid = text.grid.model_copy(update={"cells": tuple(cells)})
    return arrange_cells(text.page, text.index, grid, lines, text.loose)


def _is_over(line: ReadLine, edge: int) -> bool:
    return (line.bbox[1] + line.bbox[3]) / 2 < edge
