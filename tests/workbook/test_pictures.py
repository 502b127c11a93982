"""Pictures: cut once, in page order, stacked, small."""

from __future__ import annotations

import io

from PIL import Image

from pipeline.model import Place
from pipeline.settings import WorkbookSettings
from pipeline.workbook.pictures import column_pixels, cut_pictures
from pipeline.workbook.records import Cell, Column, Crop, Kind, Sheet, table_sheet

from .records import picture, place

SETTINGS = WorkbookSettings()
COLUMN = Column("ภาพ", 30, Kind.PICTURE)


def sheet_of(*crops: Crop) -> Sheet:
    return table_sheet("x", (COLUMN,), tuple((Cell(crop),) for crop in crops))


def test_each_place_is_asked_for_once_and_in_page_order() -> None:
    asked: list[int] = []

    def cut(sha256: str, where: Place) -> bytes:
        asked.append(where.page)
        return picture(sha256, where)

    crops = [Crop("a", (place(page),)) for page in (3, 1, 2, 1)]
    assert len(cut_pictures([sheet_of(*crops), sheet_of(*crops)], cut, SETTINGS)) == 3
    assert asked == [1, 2, 3]


def test_pieces_of_a_cut_row_are_stacked_and_fit_the_column() -> None:
    crop = Crop("a", (place(1), Place(page=2, bbox=(0, 0, 2000, 300))))
    (made,) = cut_pictures([sheet_of(crop)], picture, SETTINGS).values()
    assert made.width <= column_pixels(COLUMN.width)
    assert made.height <= SETTINGS.picture_height
    with Image.open(io.BytesIO(made.png)) as image:
        assert image.width / image.height > 4
        assert image.width <= 2 * made.width + 1


def test_what_cannot_be_had_or_opened_is_left_out() -> None:
    assert cut_pictures([sheet_of(Crop("a", (place(1),)))], None, SETTINGS) == {}
    assert cut_pictures([sheet_of(Crop("a", (place(1),)))], lambda *_: None, SETTINGS) == {}
    assert cut_pictures([sheet_of(Crop("a", (place(1),)))], lambda *_: b"no picture", SETTINGS) == {}
