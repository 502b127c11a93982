"""Blobs → line boxes of every cell and of the page around the grids; what is left over, by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import cv2

from pipeline.layout.binarize import Ink
from pipeline.layout.blobs import Blob
from pipeline.layout.lines import find_lines
from pipeline.layout.measure import measure_line
from pipeline.layout.region import Region, find_regions
from pipeline.model import BBox
from pipeline.page import Grid, LineBox
from pipeline.settings import LayoutSettings


@dataclass(slots=True)
class Boxes:
    """Line boxes, and what is none.

    pictures: large ink outside all tables; edges: shadows along the page's edge;
    faint: ink too little for a line, but more than grain
    """

    lines: list[LineBox] = field(default_factory=list)
    pictures: list[BBox] = field(default_factory=list)
    edges: list[BBox] = field(default_factory=list)
    faint: list[BBox] = field(default_factory=list)


def find_boxes(
    ink: Ink,
    blobs: Sequence[Blob],
    grids: Sequence[Grid],
    body: float,
    size: tuple[int, int],
    dpi: int,
    settings: LayoutSettings,
) -> Boxes:
    """All blobs of the ink end in a line box, in one of the other kinds, or are grain.

    body: height of the page's plain consonants; size: the page's (width, height); both in pixels.
    """
    boxes = Boxes()
    borders = [blob for blob in blobs if _is_border(blob, size, settings.widest_picture * dpi)]
    boxes.edges += [blob.bbox for blob in borders]
    blobs = [blob for blob in blobs if blob not in borders] if borders else blobs
    members: dict[Region, list[Blob]] = {}
    for blob, region in zip(blobs, find_regions(grids, [blob.bbox for blob in blobs]), strict=True):
        members.setdefault(region, []).append(blob)
    least = (settings.least_line * dpi) ** 2
    for (grid, cell), inside in members.items():
        in_cell = grid is not None
        widest = size[0] if in_cell else settings.widest_white * body
        # In a cell a disc may be a mark.
        outside = [] if in_cell else inside
        discs = [blob for blob in outside if _is_disc(blob, body) or _is_hole(blob, inside, ink, dpi, settings)]
        boxes.pictures += [disc.bbox for disc in discs]
        lines, large, loose = find_lines(
            [blob for blob in inside if blob not in discs], ink, body, widest, least, settings
        )
        grain = [blob.bbox for blob in loose]
        for line in lines:
            if not in_cell and _is_edge(line.bbox, size, body, settings.page_edge * dpi):
                boxes.edges.append(line.bbox)
            elif (
                not _is_speck(line.bbox, body, settings)
                if in_cell
                else _extent(line.bbox) >= settings.least_extent * body
            ):
                base, measured = measure_line(line, body, ink, settings)
                boxes.lines.append(LineBox(bbox=line.bbox, grid=grid, cell=cell, base=base, body=measured))
            else:
                grain.append(line.bbox)
        # In a cell a large stroke may be a tick by hand: it gets a box, and reading says what it is worth.
        for group in group_boxes([blob.bbox for blob in large], body):
            if in_cell:
                boxes.lines.append(LineBox(bbox=group, grid=grid, cell=cell, base=group[3], body=body))
            elif _is_edge(group, size, body, settings.page_edge * dpi):
                boxes.edges.append(group)
            else:
                boxes.pictures.append(group)
        boxes.faint += _find_faint(grain, body, settings)
    return boxes


def group_boxes(boxes: Sequence[BBox], reach: float) -> list[BBox]:
    """Boxes that touch, or lie nearer to each other than `reach` pixels, become one."""
    groups: list[BBox] = []
    for box in sorted(boxes, key=lambda box: (box[0] - box[2]) * (box[3] - box[1])):
        for index, other in enumerate(groups):
            if (
                box[0] - reach < other[2] and other[0] - reach < box[2]
                and box[1] - reach < other[3] and other[1] - reach < box[3]
            ):  # fmt: skip
                groups[index] = (
                    min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3])
                )  # fmt: skip
                break
        else:
            groups.append(box)
    return groups


def _find_faint(grain: Sequence[BBox], body: float, settings: LayoutSettings) -> list[BBox]:
    """Specks that crowd: a tick or a number in pencil falls apart into them. Grain lies apart."""
    crowds = []
    for group in group_boxes(grain, settings.crowd_reach * body):
        inside = [box for box in grain if group[0] <= box[0] and box[2] <= group[2] and group[1] <= box[1] <= group[3]]
        if len(inside) >= settings.least_crowd and _extent(group) >= settings.least_extent * body:
            crowds.append(group)
    return crowds


def _is_speck(bbox: BBox, body: float, settings: LayoutSettings) -> bool:
    """Whether all that a line has is one small dot; a dash is wider, a mark larger, and a full stop never alone."""
    sides = sorted((bbox[2] - bbox[0], bbox[3] - bbox[1]))
    return sides[1] <= settings.speck_side * body and 2 * sides[0] >= sides[1]


def _extent(bbox: BBox) -> int:
    return (bbox[2] - bbox[0]) + (bbox[3] - bbox[1])


def _is_edge(bbox: BBox, size: tuple[int, int], body: float, edge: float) -> bool:
    """Whether it is a thin shadow along the edge of the sheet."""
    width, height = bbox[2] - bbox[0], bbox[3] - bbox[1]
    upright = bbox[2] <= edge or bbox[0] >= size[0] - edge
    level = bbox[3] <= edge or bbox[1] >= size[1] - edge
    return (upright and width < 0.5 * body and height > width) or (level and height < 0.5 * body and width > height)


def _is_border(blob: Blob, size: tuple[int, int], widest: float) -> bool:
    """Whether it runs along the page's edge and is longer than any picture: the black of an open lid or a desk."""
    x0, y0, x1, y1 = blob.bbox
    touches = x0 <= 1 or y0 <= 1 or x1 >= size[0] - 1 or y1 >= size[1] - 1
    return touches and max(blob.width, blob.height) > widest


def _is_hole(blob: Blob, others: Sequence[Blob], ink: Ink, dpi: int, settings: LayoutSettings) -> bool:
    """Whether it is as large and round as a punched hole, near the edge of the sheet, with no letter of a title beside
    it; of a grey one only the rim is ink."""
    low, high = (size * dpi for size in settings.hole)
    if not (low <= min(blob.width, blob.height) and max(blob.width, blob.height) <= high):
        return False
    x0, y0, x1, y1 = blob.bbox
    away = min(x0, y0, ink.shape[1] - x1, ink.shape[0] - y1)
    if away > settings.hole_margin * dpi or abs(blob.width - blob.height) > 0.2 * blob.height:
        return False
    if any(other is not blob and _is_neighbour(blob, other) for other in others):
        return False
    contours, _ = cv2.findContours(ink[y0:y1, x0:x1], cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    filled = max(cv2.contourArea(contour) for contour in contours)
    return bool(filled >= settings.hole_filled * blob.width * blob.height)


def _is_neighbour(blob: Blob, other: Blob) -> bool:
    """Whether another blob of at least half its height stands beside it, no further off than its breadth."""
    gap = max(blob.x0 - other.x1, other.x0 - blob.x1)
    overlap = min(blob.y1, other.y1) - max(blob.y0, other.y0)
    return other.height >= blob.height / 2 and gap <= blob.width and overlap > 0


def _is_disc(blob: Blob, body: float) -> bool:
    """Whether it is solid and larger than a letter: a punch hole, a blot."""
    return min(blob.width, blob.height) >= 1.5 * body and blob.area >= 0.74 * blob.width * blob.height
