"""Text that runs up or down in a narrow cell: such cells laid on one sheet, turned, and the lines of it put back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.model import BBox
from pipeline.page import Gray, GridCell, Layout, PageImage, ReadLine
from pipeline.settings import LayoutSettings

_DEFAULTS = LayoutSettings()


@dataclass(frozen=True, slots=True)
class TurnedCell:
    """Where one cell lies on the sheet.

    grid, cell: as in `LineBox`; bbox: the part of the page that was taken; top, bottom: its rows on the sheet
    """

    grid: int
    cell: int
    bbox: BBox
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class TurnedSheet:
    """Cells under each other on one sheet, turned so that what runs up in them (or down) runs along x."""

    page: PageImage
    cells: tuple[TurnedCell, ...]
    runs_up: bool


def find_upright_cells(
    page: PageImage, layout: Layout, lines: Sequence[ReadLine], *, settings: LayoutSettings = _DEFAULTS
) -> list[tuple[int, int]]:
    """The cells, as (grid, cell), whose text may run up or down: narrow ones in which the ink is higher than wide and
    little of it was read. lines: of the page, as read along x."""
    read: dict[tuple[int, int], list[ReadLine]] = {}
    for line in lines:
        if line.grid is not None and line.cell is not None:
            read.setdefault((line.grid, line.cell), []).append(line)
    return [
        (index, number)
        for index, grid in enumerate(layout.grids)
        for number, cell in enumerate(grid.cells)
        if measure_sureness(read.get((index, number), ())) < settings.read_along and _may_run_up(page, cell, settings)
    ]


def find_beside(
    page: PageImage, layout: Layout, turned: Collection[tuple[int, int]], *, settings: LayoutSettings = _DEFAULTS
) -> list[tuple[int, int]]:
    """The cells of such a shape in the rows of cells that were turned: "ต.ค." lying on its side reads as "๔ ๘", for
    sure. turned: cells as (grid, cell)"""
    rows = {(grid, layout.grids[grid].cells[cell].row) for grid, cell in turned}
    return [
        (index, number)
        for index, grid in enumerate(layout.grids)
        for number, cell in enumerate(grid.cells)
        if (index, cell.row) in rows and (index, number) not in turned and _may_run_up(page, cell, settings)
    ]


def measure_sureness(lines: Sequence[ReadLine]) -> float:
    """The mean confidence of the characters of these lines; 0 without any."""
    letters = sum(len(line.text) for line in lines)
    return sum(line.confidence * len(line.text) for line in lines) / letters if letters else 0.0


def lay_out_turned(
    page: PageImage,
    layout: Layout,
    cells: Sequence[tuple[int, int]],
    *,
    runs_up: bool,
    settings: LayoutSettings = _DEFAULTS,
) -> TurnedSheet:
    """These cells on one sheet. runs_up: their text runs from bottom to top, as most does; else from top to bottom."""
    inset, margin = round(settings.turned_inset * page.dpi), round(settings.turned_margin * page.dpi)
    strips: list[Gray] = []
    placed: list[TurnedCell] = []
    top = 0
    for grid, cell in cells:
        x0, y0, x1, y1 = layout.grids[grid].cells[cell].bbox
        box = (x0 + inset, y0 + inset, x1 - inset, y1 - inset)
        picture = page.gray[box[1] : box[3], box[0] : box[2]]
        turned: Gray = np.ascontiguousarray(np.rot90(picture, -1 if runs_up else 1))
        paper = int(np.percentile(turned, 90))
        strips.append(np.pad(turned, margin, constant_values=paper))
        placed.append(TurnedCell(grid, cell, box, top + margin, top + margin + turned.shape[0]))
        top += strips[-1].shape[0]
    width = max(strip.shape[1] for strip in strips)
    sheet = np.vstack([_widen(strip, width) for strip in strips])
    return TurnedSheet(PageImage(page.number, sheet, None, page.dpi), tuple(placed), runs_up)


def put_back(
    sheet: TurnedSheet, lines: Sequence[ReadLine], *, settings: LayoutSettings = _DEFAULTS
) -> dict[tuple[int, int], tuple[ReadLine, ...]]:
    """The lines that were read for sure on the sheet, by cell and where they stand on the page.

    Where a character stands along a line that runs up is not told: its lines have no `edges`.
    """
    margin = round(settings.turned_margin * sheet.page.dpi)
    found: dict[tuple[int, int], list[ReadLine]] = {}
    for line in lines:
        x0, y0, x1, y1 = line.bbox
        for cell in sheet.cells:
            if line.text and cell.top <= (y0 + y1) / 2 < cell.bottom:
                left, upper, right, lower = cell.bbox
                if sheet.runs_up:
                    box = (left + y0 - cell.top, lower - (x1 - margin), left + y1 - cell.top, lower - (x0 - margin))
                else:
                    box = (right - (y1 - cell.top), upper + x0 - margin, right - (y0 - cell.top), upper + x1 - margin)
                placed = line.model_copy(update={"bbox": box, "grid": cell.grid, "cell": cell.cell, "edges": ()})
                found.setdefault((cell.grid, cell.cell), []).append(placed)
    return {key: tuple(some) for key, some in found.items() if _is_text(some, settings)}


def replace_lines(
    lines: Sequence[ReadLine], turned: Mapping[tuple[int, int], Sequence[ReadLine]]
) -> tuple[ReadLine, ...]:
    """The lines of a page, those of the turned cells in place of what was read in them along x."""
    kept = [line for line in lines if (line.grid, line.cell) not in turned]
    for (grid, cell), some in turned.items():
        before = [
            index for index, line in enumerate(kept) if line.grid == grid and line.cell is not None and line.cell < cell
        ]
        place = before[-1] + 1 if before else 0
        kept[place:place] = some
    return tuple(kept)


def _is_text(lines: Sequence[ReadLine], settings: LayoutSettings) -> bool:
    letters = sum(char.isalpha() for line in lines for char in line.text)
    return letters >= settings.turned_letters and measure_sureness(lines) >= settings.turned_sure


def _may_run_up(page: PageImage, cell: GridCell, settings: LayoutSettings) -> bool:
    x0, y0, x1, y1 = cell.bbox
    if cell.ink < settings.turned_ink or y1 - y0 < max(
        settings.turned_shape * (x1 - x0), settings.turned_height * page.dpi
    ):
        return False
    inset = round(settings.ink_inset * page.dpi)
    picture = page.gray[y0 + inset : y1 - inset, x0 + inset : x1 - inset]
    if not picture.size:
        return False
    dark = picture <= (float(picture.min()) + float(np.median(picture))) / 2
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    return bool(rows[-1] - rows[0] >= settings.turned_shape * (columns[-1] - columns[0]))


def _widen(strip: Gray, width: int) -> Gray:
    missing = width - strip.shape[1]
    return np.pad(strip, ((0, 0), (0, missing)), mode="edge")
