"""Pictures of values: cut once for a whole workbook, the pieces of one value below each other, made small."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PIL import Image

from pipeline.model import Place
from pipeline.settings import WorkbookSettings
from pipeline.workbook.records import Crop, Sheet

Pictures = Callable[[str, Place], bytes | None]
"""(content hash of the document, place) → PNG, or None when it cannot be had."""

_GAP = 4  # white pixels between two pieces
_GRAYS = 16  # enough to judge a scanned letter by; a fifth of the size of 256 grays


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG and its size on screen in pixels."""

    png: bytes
    width: int
    height: int


def cut_pictures(
    sheets: Iterable[Sheet], pictures: Pictures | None, settings: WorkbookSettings
) -> Mapping[tuple[Crop, int], Picture]:
    """All pictures that stand on the sheets, by crop and the width in pixels of their column."""
    if pictures is None:
        return {}
    wanted = {
        (cell.value, column_pixels(sheet.columns[index].width))
        for sheet in sheets
        for block in sheet.blocks
        for row in block.rows
        for index, cell in enumerate(row)
        if isinstance(cell.value, Crop)
    }
    cut: dict[tuple[Crop, int], Picture] = {}
    # In page order, so that a source that loads whole pages loads each of them once.
    for crop, width in sorted(wanted, key=_page_order):
        pieces = [png for place in crop.places if (png := pictures(crop.sha256, place)) is not None]
        if (picture := _compose(pieces, width - 2 * _GAP, settings)) is not None:
            cut[crop, width] = picture
    return cut


def column_pixels(width: float) -> int:
    """The width on screen of a column for `width` digits and its padding, as Excel draws it at 96 dots per inch."""
    return int(width * 7 + 14)


def _page_order(wanted: tuple[Crop, int]) -> tuple[str, list[tuple[int, tuple[int, int, int, int]]], int]:
    crop, width = wanted
    return crop.sha256, [(place.page, place.bbox) for place in crop.places], width


def _compose(pieces: Iterable[bytes], width: int, settings: WorkbookSettings) -> Picture | None:
    """The pieces below each other, no wider than `width` and no higher than the settings say; None without any."""
    images = [image for piece in pieces if (image := _open(piece)) is not None]
    if not images:
        return None
    sheet = Image.new("L", (max(i.width for i in images), sum(i.height + _GAP for i in images) - _GAP), 255)
    top = 0
    for image in images:
        sheet.paste(image, (0, top))
        top += image.height + _GAP
    # A crop at 200 dpi shown pixel for pixel is twice as large as print: half is its natural size.
    scale = min(0.5, width / sheet.width, settings.picture_height / sheet.height)
    shown = (max(1, round(sheet.width * scale)), max(1, round(sheet.height * scale)))
    stored = tuple(round(side * settings.picture_detail) for side in shown)
    if stored[0] < sheet.width:
        sheet = sheet.resize((stored[0], max(1, stored[1])), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    sheet.quantize(_GRAYS).save(stream, "PNG", optimize=True)
    return Picture(stream.getvalue(), *shown)


def _open(png: bytes) -> Image.Image | None:
    try:
        with Image.open(io.BytesIO(png)) as image:
            return image.convert("L")
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
