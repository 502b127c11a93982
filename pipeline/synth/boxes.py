"""What a laid-out page holds: text lines, table cells and places of values, read off WeasyPrint's box tree.

Input coordinates are CSS pixels (96 to the inch); everything handed on is in pixels at the scan's resolution.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pipeline.model import BBox

CSS_DPI = 96.0
_SKIPPED = {"dots", "emblem"}
"""Classes of what is printed and is no text: dot leaders and the emblem."""
_RISE, _DROP = 1.15, 0.40
"""Ink above and below the baseline, in em: the highest is a tone mark over a vowel, the deepest a vowel below ญ."""
_GAP = 0.12
"""Empty width between two runs of text, in em, from which they are read as parted by a space."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """`window` holds all ink the line can have; `keys` are the values of which it prints a part."""

    text: str
    window: BBox
    runs: tuple[tuple[str, BBox], ...]
    """(key, box) of each run of text that belongs to a value."""


@dataclass(frozen=True, slots=True)
class TableCell:
    row: int
    col: int
    rowspan: int
    colspan: int
    text: str
    bbox: BBox
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacedTable:
    bbox: BBox
    rows: int
    cols: int
    cells: tuple[TableCell, ...]


@dataclass(slots=True)
class PageBoxes:
    """All of one page; `ink` are (kind, box) to be drawn by hand."""

    width: int
    height: int
    lines: list[TextLine] = field(default_factory=list)
    tables: list[PlacedTable] = field(default_factory=list)
    ink: list[tuple[str, BBox]] = field(default_factory=list)


def collect_page(page: Any, dpi: float) -> PageBoxes:
    """Walk one `weasyprint` page."""
    scale = dpi / CSS_DPI
    boxes = PageBoxes(width=round(page.width * scale), height=round(page.height * scale))
    _walk(page._page_box, (), scale, boxes)
    return boxes


def _children(box: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        yield getattr(child, "_box", child)  # absolutely placed boxes stand behind a proxy


def _attribute(box: Any, name: str) -> str:
    element = getattr(box, "element", None)
    return (element.get(name) or "") if element is not None and hasattr(element, "get") else ""


def _scaled(scale: float, x0: float, y0: float, x1: float, y1: float) -> BBox:
    return round(x0 * scale), round(y0 * scale), round(x1 * scale), round(y1 * scale)


def _walk(box: Any, keys: tuple[str, ...], scale: float, page: PageBoxes) -> None:
    if set(_attribute(box, "class").split()) & _SKIPPED:
        return
    name = type(box).__name__
    keys = (*keys, *(key for key in _attribute(box, "data-f").split() if key not in keys))
    if kind := _attribute(box, "data-ink"):
        x, y = box.position_x, box.position_y
        page.ink.append((kind, _scaled(scale, x + box.margin_left, y, x + box.margin_left + box.width, y + box.height)))
    if name == "LineBox":
        _take_line(box, keys, scale, page)
        return
    first = len(page.lines)
    children = list(_children(box))
    for child in children:
        _walk(child, keys, scale, page)
    if name == "TableBox":
        page.tables.append(_place_table(box, page.lines[first:], scale))


def _take_line(line: Any, keys: tuple[str, ...], scale: float, page: PageBoxes) -> None:
    """One text line; boxes inside it that are no text (spacers, ticks) are walked for their ink only."""
    runs: list[tuple[Any, tuple[str, ...]]] = []

    def gather(box: Any, inner: tuple[str, ...]) -> None:
        if set(_attribute(box, "class").split()) & _SKIPPED:
            return
        inner = (*inner, *(key for key in _attribute(box, "data-f").split() if key not in inner))
        if type(box).__name__ == "TextBox":
            if box.text.strip():
                runs.append((box, inner))
        elif type(box).__name__ in ("InlineBlockBox", "BlockBox"):
            _walk(box, inner, scale, page)
        else:
            for child in _children(box):
                gather(child, inner)

    for child in _children(line):
        gather(child, keys)
    if not runs:
        return
    text, boxes, edge = "", [], None
    for box, inner in runs:
        em = box.style["font_size"]
        if edge is not None and box.position_x - edge > _GAP * em and not text.endswith(" "):
            text += " "
        text += box.text
        edge = box.position_x + box.width
        window = _window(box, scale)
        boxes.append((inner, window))
    windows = [window for _, window in boxes]
    page.lines.append(
        TextLine(
            " ".join(text.split()),
            _union(windows),
            tuple((key, window) for inner, window in boxes for key in inner),
        )
    )


def _window(box: Any, scale: float) -> BBox:
    """The room of a run's ink: from the highest mark that its letters can carry to the deepest descender."""
    em = box.style["font_size"]
    baseline = box.position_y + box.baseline
    return _scaled(scale, box.position_x, baseline - _RISE * em, box.position_x + box.width, baseline + _DROP * em)


def _union(boxes: list[BBox]) -> BBox:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _place_table(table: Any, lines: list[TextLine], scale: float) -> PlacedTable:
    rows = [row for group in _children(table) for row in _children(group) if type(row).__name__ == "TableRowBox"]
    bottoms = [row.position_y + row.height for row in rows]
    cells = []
    for index, row in enumerate(rows):
        for cell in _children(row):
            rowspan = min(cell.rowspan, len(rows) - index)
            x0 = cell.position_x
            x1 = x0 + cell.border_width()
            bbox = _scaled(scale, x0 + 1, row.position_y + 1, x1 - 1, bottoms[index + rowspan - 1] - 1)
            inside = [line.text for line in lines if _is_inside(line.window, bbox)]
            cells.append(
                TableCell(
                    row=index,
                    col=cell.grid_x,
                    rowspan=rowspan,
                    colspan=cell.colspan,
                    text=join_as_printed(inside, _attribute(cell, "data-text")),
                    bbox=bbox,
                    keys=tuple(_attribute(cell, "data-f").split()),
                )
            )
    columns = max((cell.col + cell.colspan for cell in cells), default=0)
    bounds = _union([cell.bbox for cell in cells])
    return PlacedTable(bounds, len(rows), columns, tuple(cells))


def _is_inside(inner: BBox, outer: BBox) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def join_as_printed(lines: list[str], source: str) -> str:
    """Wrapped lines as one text, with spaces only where the source has them.

    >>> join_as_printed(["กอง", "คลัง ก"], "สำนัก กองคลัง ก")
    'กองคลัง ก'
    """
    plain = " ".join(source.split())
    out, at = "", 0
    for line in lines:
        start = plain.find(line, at)
        if start < 0:
            return " ".join(lines)
        out += plain[at:start] if out else ""
        out += line
        at = start + len(line)
    return out
