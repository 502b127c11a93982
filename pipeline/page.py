"""One page on its way through the stages: image → geometry → reading.

Coordinates as in `model`: pixels of the upright, deskewed page, origin top left, right and bottom exclusive.
A `PageReading` is all that later stages see of a page. It is stored as JSON by content hash: cache,
resume point, and the fixture with which everything after reading is tested without any OCR.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from pipeline.model import BBox, Issue, Record

Gray = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class LayerWord:
    """One word of a trusted text layer, in pixels of the upright page."""

    text: str
    bbox: BBox


@dataclass(frozen=True, slots=True)
class LayerRule:
    """One vector rule of a born-digital page, as a thin box in pixels of the upright page."""

    bbox: BBox


@dataclass(frozen=True, slots=True)
class PageImage:
    """An upright, deskewed page.

    gray:  (height, width) uint8, 0 = black
    color: (height, width, 3) uint8 RGB, None when the scan has no colour
    rotation, skew: degrees that were undone (rotation clockwise, a multiple of 90; skew counter-clockwise)
    words, rules: the text layer, empty unless `source` is "text_layer"
    """

    number: int
    gray: Gray
    color: Gray | None
    dpi: int
    rotation: Literal[0, 90, 180, 270] = 0
    skew: float = 0.0
    source: Literal["scan", "text_layer"] = "scan"
    words: tuple[LayerWord, ...] = ()
    rules: tuple[LayerRule, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def width(self) -> int:
        """Pixels."""
        return int(self.gray.shape[1])

    @property
    def height(self) -> int:
        """Pixels."""
        return int(self.gray.shape[0])


class GridCell(Record):
    """A cell of a ruled table. `bbox` lies inside its rules.

    `ink` is the share (0–1) of dark pixels in the cell's inside, away from its rules: evidence for marks.
    `crossed` is the share (0–1) of its width that a bar or an arrow of a time plan runs through.
    """

    row: int
    col: int
    rowspan: int = 1
    colspan: int = 1
    bbox: BBox
    ink: float = 0.0
    crossed: float = 0.0


class Grid(Record):
    """A ruled table on one page; its cells tile it, in row-major order of their top-left corner.

    `open_top` / `open_bottom`: the outer rule on that side is missing, so a row may be cut by the page break.
    `by_alignment`: rules between rows or columns are missing, and its cells follow the alignment of the text.
    """

    bbox: BBox
    rows: int
    cols: int
    cells: tuple[GridCell, ...]
    open_top: bool = False
    open_bottom: bool = False
    by_alignment: bool = False


class LineBox(Record):
    """Where a text line stands; `grid` and `cell` index into the page's grids and that grid's cells.

    base: page row on which its letters stand; body: height of a plain consonant, in pixels. 0 where nobody measured
    them.
    """

    bbox: BBox
    grid: int | None = None
    cell: int | None = None
    base: float = 0.0
    body: float = 0.0


class Layout(Record):
    """The geometry of one page: grids top to bottom, line boxes in reading order."""

    grids: tuple[Grid, ...] = ()
    lines: tuple[LineBox, ...] = ()
    issues: tuple[Issue, ...] = ()


NOT_PRINT = "not-print"
"""The reason for doubting digits that ink passes which is taller than print: handwriting, a stamp, a signature."""
COLOURED_INK = "coloured-ink"
"""The reason for doubting a number in coloured ink among black print: it is written with a pen, or stamped."""
LINE_UNREAD = "line-unread"
"""The reason for doubting a text beside which ink as high as a line gave none."""


class Doubt(Record):
    """Characters `text[start:end]` of a line that a person must look at.

    `candidates` are (string, probability) of what else may stand there, best first; may be empty.
    """

    start: int
    end: int
    reason: str
    candidates: tuple[tuple[str, float], ...] = ()


class ReadLine(Record):
    """One text line as read.

    raw: the engine's own string; text: normalised, without leading or trailing space.
    confidences: one per character of `text`.
    edges: len(text) + 1 x coordinates; character i stands between edges[i] and edges[i + 1]. A combining
    mark has the same right edge as its base, so its own width is 0.
    """

    bbox: BBox
    grid: int | None = None
    cell: int | None = None
    raw: str
    text: str
    confidence: float
    confidences: tuple[float, ...] = ()
    edges: tuple[int, ...] = ()
    doubts: tuple[Doubt, ...] = ()


class PageReading(Record):
    """Everything that is known of one page once it has been read."""

    number: int
    status: Literal["ok", "failed"] = "ok"
    source: Literal["scan", "text_layer"] = "scan"
    width: int
    height: int
    dpi: int
    rotation: Literal[0, 90, 180, 270] = 0
    skew: float = 0.0
    engine: str = ""
    grids: tuple[Grid, ...] = ()
    lines: tuple[ReadLine, ...] = ()
    issues: tuple[Issue, ...] = ()
