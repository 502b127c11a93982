"""Lattice → the grid record: each cell with its box, its spans and its ink."""

from __future__ import annotations

from pipeline.layout.binarize import Ink
from pipeline.layout.grid import Lattice
from pipeline.layout.spans import Span
from pipeline.model import BBox
from pipeline.page import Grid, GridCell
from pipeline.settings import LayoutSettings


def describe_grid(lattice: Lattice, ink: Ink, dpi: int, settings: LayoutSettings) -> Grid:
    """The lattice as a record; cell boxes lie inside their rules."""
    cells = tuple(
        GridCell(
            row=span.row,
            col=span.col,
            rowspan=span.rowspan,
            colspan=span.colspan,
            bbox=(box := _cell_box(lattice, span)),
            ink=measure_ink(ink, box, settings.ink_inset * dpi),
        )
        for span in lattice.cells
    )
    half = lattice.thickness / 2
    return Grid(
        bbox=(
            round(min(cell.bbox[0] for cell in cells) - half),
            round(min(cell.bbox[1] for cell in cells) - half),
            round(max(cell.bbox[2] for cell in cells) + half),
            round(max(cell.bbox[3] for cell in cells) + half),
        ),
        rows=len(lattice.rows) - 1,
        cols=len(lattice.columns) - 1,
        cells=cells,
        open_top=lattice.open_top,
        open_bottom=lattice.open_bottom,
    )


def measure_ink(ink: Ink, box: BBox, inset: float) -> float:
    """The share (0–1) of ink in a cell, `inset` pixels away from its rules."""
    x0, y0, x1, y1 = (round(box[0] + inset), round(box[1] + inset), round(box[2] - inset), round(box[3] - inset))
    part = ink[max(0, y0) : y1, max(0, x0) : x1]
    return round(float(part.mean()), 5) if part.size else 0.0


def _cell_box(lattice: Lattice, span: Span) -> BBox:
    half = lattice.thickness / 2
    left, right = lattice.columns[span.col].at, lattice.columns[span.col + span.colspan].at
    top, bottom = lattice.rows[span.row].at, lattice.rows[span.row + span.rowspan].at
    x, y = (left + right) / 2, (top + bottom) / 2
    x0 = lattice.column_at(span.col, y) + half
    x1 = lattice.column_at(span.col + span.colspan, y) - half
    y0 = lattice.row_at(span.row, x) + half
    y1 = lattice.row_at(span.row + span.rowspan, x) - half
    return (max(0, round(x0)), max(0, round(y0)), max(1, round(x1)), max(1, round(y1)))
