"""The geometry of one page, step by step."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.layout.anchors import part_anchored
from pipeline.layout.binarize import Ink, Shade, find_ink
from pipeline.layout.blobs import Blob, find_blobs, measure_body, split_tall
from pipeline.layout.cells import describe_grid
from pipeline.layout.grid import Lattice, find_lattices
from pipeline.layout.lines import TextLine, find_lines
from pipeline.layout.order import order_lines
from pipeline.layout.region import find_region
from pipeline.layout.rules import Rules, erase_rules, vector_rules
from pipeline.layout.strokes import find_rules
from pipeline.layout.words import find_word_lines
from pipeline.model import BBox, Issue, Severity
from pipeline.page import Grid, Layout, LineBox, PageImage
from pipeline.settings import LayoutSettings

_DEFAULTS = LayoutSettings()


def find_layout(page: PageImage, *, settings: LayoutSettings = _DEFAULTS) -> Layout:
    """Rules → grids → line boxes of an upright page; what is no text is named in an issue, never left out silently."""
    ink, shade = find_ink(page.gray, page.dpi, settings)
    rules = _rules_of(page, ink, shade, settings)
    anchored, loose = part_anchored(rules, shade, page.dpi, settings)
    lattices, rejected = find_lattices(anchored, page.dpi, settings)
    grids = tuple(describe_grid(lattice, ink, page.dpi, settings) for lattice in lattices)
    if page.source == "text_layer":
        return Layout(grids=grids, lines=order_lines(find_word_lines(page.words, grids), grids))
    # Only rules of tables are erased: an underline or a leader may be part of the letters above it.
    clean = ink
    for lattice in lattices:
        clean = erase_rules(clean, lattice.rules)
    blobs = find_blobs(clean, page.dpi, settings)
    body = measure_body(blobs, page.dpi, settings)
    blobs = tuple(piece for blob in blobs for piece in _pieces(clean, blob, body, settings))
    boxes, issues = _find_boxes(blobs, grids, body, page, settings)
    return Layout(
        grids=grids,
        lines=order_lines(boxes, grids),
        issues=(*_doubt_lattices(lattices, grids, page.number), *issues),
    )


def _rules_of(page: PageImage, ink: Ink, shade: Shade, settings: LayoutSettings) -> Rules:
    if page.source == "text_layer" and page.rules:
        return vector_rules(page.rules, page.dpi, settings)
    return find_rules(ink, shade, page.dpi, settings)


def _pieces(ink: Ink, blob: Blob, body: float, settings: LayoutSettings) -> list[Blob]:
    return split_tall(ink, blob, body) if blob.height > settings.joined_lines * body else [blob]


def _find_boxes(
    blobs: Sequence[Blob], grids: Sequence[Grid], body: float, page: PageImage, settings: LayoutSettings
) -> tuple[list[LineBox], list[Issue]]:
    """Line boxes of every cell and of the page around the grids; the second value names what is no text."""
    regions = _sort_into_regions(blobs, grids)
    least = (settings.least_line * page.dpi) ** 2
    boxes: list[LineBox] = []
    issues: list[Issue] = []
    for (grid, cell), members in regions.items():
        in_cell = grid is not None
        widest = page.width if in_cell else settings.widest_white * body
        lines, large = find_lines(members, body, widest, least, settings)
        boxes += [
            LineBox(bbox=line.bbox, grid=grid, cell=cell) for line in lines if _is_line(line, least, in_cell, body)
        ]
        # In a cell a large stroke may be a tick by hand: it gets a box, and reading says what it is worth.
        for group in _group_large(large, body):
            if in_cell:
                boxes.append(LineBox(bbox=group, grid=grid, cell=cell))
            else:
                issues.append(_name_picture(group, page.number))
    return boxes, issues


def _sort_into_regions(blobs: Sequence[Blob], grids: Sequence[Grid]) -> dict[tuple[int | None, int | None], list[Blob]]:
    """Each blob under the (grid, cell) that its middle stands in, (None, None) outside all grids."""
    regions: dict[tuple[int | None, int | None], list[Blob]] = {}
    for blob in blobs:
        regions.setdefault(find_region(grids, (blob.x0 + blob.x1) / 2, (blob.y0 + blob.y1) / 2), []).append(blob)
    return regions


def _is_line(line: TextLine, least: float, in_cell: bool, body: float) -> bool:
    """Whether there is more than grain: the ink of a hyphen, and outside tables the extent of a letter."""
    x0, y0, x1, y1 = line.bbox
    return line.area >= least and (in_cell or (x1 - x0) + (y1 - y0) >= 1.2 * body)


def _group_large(blobs: Sequence[Blob], body: float) -> list[BBox]:
    """Large blobs that touch or nearly touch are one picture."""
    boxes: list[BBox] = []
    for blob in sorted(blobs, key=lambda blob: -blob.area):
        box = blob.bbox
        for index, other in enumerate(boxes):
            near = (
                box[0] - body < other[2] and other[0] - body < box[2]
                and box[1] - body < other[3] and other[1] - body < box[3]
            )  # fmt: skip
            if near:
                boxes[index] = (
                    min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3])
                )  # fmt: skip
                break
        else:
            boxes.append(box)
    return boxes


def _name_picture(bbox: BBox, number: int) -> Issue:
    message = "Large ink that is no print (emblem, stamp, seal or signature); it was not read."
    return Issue(code="non-text-region", severity=Severity.INFO, message=message, page=number, bbox=bbox)


def _doubt_lattices(lattices: Sequence[Lattice], grids: Sequence[Grid], number: int) -> list[Issue]:
    message = "The rules of this table do not close; its cells were cut where rules end, check rows and columns."
    return [
        Issue(code="cell-shape-unclear", severity=Severity.REVIEW, message=message, page=number, bbox=grid.bbox)
        for lattice, grid in zip(lattices, grids, strict=True)
        if lattice.is_unclear
    ]
