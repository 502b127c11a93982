"""Draws pages for tests: tables as lists of cell texts, lines of text above, between and below them.

In a table "^" belongs to the cell above and "<" to the cell on the left (a merged cell); "\\n" begins a new line.
A text that ends in "?" plus digits doubt ("๕‽") marks every digit of the cell as doubted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.page import Doubt, Grid, GridCell, PageReading, ReadLine

WIDTH, HEIGHT = 1654, 2339
LEFT, RIGHT = 200, 1500
LINE, GAP = 40, 10
DOUBTED = "‽"


@dataclass(frozen=True)
class Drawn:
    """A table to be drawn: `rows` of cell texts, `widths` of its columns in any unit."""

    rows: Sequence[Sequence[str]]
    widths: Sequence[float] = ()
    ink: Mapping[tuple[int, int], float] = field(default_factory=dict)
    open_top: bool = False
    open_bottom: bool = False


def table(*rows: Sequence[str], **extras: object) -> Drawn:
    """A table to be drawn."""
    return Drawn(rows, **extras)  # type: ignore[arg-type]


def draw_page(number: int, *items: Drawn | str, top: int = 150) -> PageReading:
    """A page with these items from top to bottom."""
    grids: list[Grid] = []
    lines: list[ReadLine] = []
    y = top
    for item in items:
        if isinstance(item, str):
            lines.append(read_line(item, (LEFT, y, RIGHT, y + LINE)))
            y += LINE + GAP
        else:
            grid, inside, y = _draw_table(item, len(grids), y)
            grids.append(grid)
            lines += inside
            y += GAP
    return PageReading(
        number=number, width=WIDTH, height=HEIGHT, dpi=200, engine="test", grids=tuple(grids), lines=tuple(lines)
    )


def read_line(text: str, bbox: tuple[int, int, int, int], grid: int | None = None, cell: int | None = None) -> ReadLine:
    """One line, read without doubt unless it carries the mark of doubt."""
    clean = text.replace(DOUBTED, "")
    doubts = (Doubt(start=0, end=len(clean), reason="thai-digit-from-tesseract"),) if DOUBTED in text else ()
    return ReadLine(bbox=bbox, grid=grid, cell=cell, raw=clean, text=clean, confidence=0.97, doubts=doubts)


def _draw_table(drawn: Drawn, index: int, top: int) -> tuple[Grid, list[ReadLine], int]:
    rows = [list(row) for row in drawn.rows]
    cols = len(rows[0])
    widths = list(drawn.widths) or [1.0] * cols
    xs = [LEFT + round((RIGHT - LEFT) * sum(widths[:col]) / sum(widths)) for col in range(cols + 1)]
    ys = [top]
    for row in rows:
        ys.append(ys[-1] + 2 * GAP + LINE * max(text.count("\n") + 1 for text in row))
    cells: list[GridCell] = []
    lines: list[ReadLine] = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("^", "<"):
                continue
            colspan = 1
            while c + colspan < cols and rows[r][c + colspan] == "<":
                colspan += 1
            rowspan = 1
            while r + rowspan < len(rows) and rows[r + rowspan][c] == "^":
                rowspan += 1
            box = (xs[c] + 2, ys[r] + 2, xs[c + colspan] - 2, ys[r + rowspan] - 2)
            ink = drawn.ink.get((r, c), 0.08 if text else 0.0)
            for at, part in enumerate(text.split("\n") if text else []):
                y = ys[r] + GAP + at * LINE
                lines.append(read_line(part, (box[0] + 5, y, box[2] - 5, y + LINE - 8), index, len(cells)))
            cells.append(GridCell(row=r, col=c, rowspan=rowspan, colspan=colspan, bbox=box, ink=ink))
    grid = Grid(
        bbox=(xs[0], ys[0], xs[-1], ys[-1]),
        rows=len(rows),
        cols=cols,
        cells=tuple(cells),
        open_top=drawn.open_top,
        open_bottom=drawn.open_bottom,
    )
    return grid, lines, ys[-1]
