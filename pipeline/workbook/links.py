"""Links from what stands in a workbook to its place on the drawn page of its document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pipeline.workbook.records import Block, Book, Cell, Crop


def resolve_links(book: Book, drawn: Mapping[str, str]) -> Book:
    """The book with its places made links into files, and without those whose document has no such file.

    drawn: content hash of a document → its drawn pages (`inspection`), relative to the workbook
    """

    def resolve(cell: Cell) -> Cell:
        if not isinstance(cell.link, Crop):
            return cell
        file = drawn.get(cell.link.sha256)
        return replace(cell, link=f"{file}#{name_places(cell.link)}" if file else "")

    def resolve_block(block: Block) -> Block:
        return replace(block, rows=tuple(tuple(map(resolve, row)) for row in block.rows))

    sheets = tuple(replace(sheet, blocks=tuple(map(resolve_block, sheet.blocks))) for sheet in book.sheets)
    return replace(book, sheets=sheets)


def name_places(crop: Crop) -> str:
    """The part of an address that names places on drawn pages: page and box of each.

    >>> from pipeline.model import Place
    >>> name_places(Crop("", (Place(page=3, bbox=(10, 20, 30, 40)), Place(page=4, bbox=(1, 2, 3, 4)))))
    'at=3,10,20,30,40;4,1,2,3,4'
    """
    return "at=" + ";".join(",".join(map(str, (place.page, *place.bbox))) for place in crop.places)
