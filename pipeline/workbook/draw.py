"""Sheets of plain values → an openpyxl workbook. Nothing here knows what a value means."""

from __future__ import annotations

import io
import math
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as XlsxCell
from openpyxl.cell.cell import MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.settings import WorkbookSettings
from pipeline.workbook import style
from pipeline.workbook.heights import count_lines, fit_row
from pipeline.workbook.identity import draw_identity
from pipeline.workbook.pages import lay_out_pages
from pipeline.workbook.pictures import Picture, column_pixels
from pipeline.workbook.records import Block, Book, Cell, Column, Crop, Kind, Row, Sheet, Tone
from pipeline.workbook.safe_text import CELL_LIMIT, clean_text, count_units, looks_like_formula
from pipeline.workbook.validation import add_dropdowns

Cut = Mapping[tuple[Crop, int], Picture]

_EMU_PER_PIXEL = 9525  # at 96 dots per inch
_PICTURE_INSET = 3  # pixels between a cell's border and its picture
_TOO_LONG = "ข้อความยาวเกินความสูงของแถว คลิกที่เซลล์เพื่ออ่านทั้งหมด"
_NO_PICTURE = "(ไม่มีภาพ)"


def draw_book(book: Book, cut: Cut, settings: WorkbookSettings) -> Workbook:
    """The workbook, ready to be saved."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    # Column widths count digits of this font.
    normal = workbook._named_styles["Normal"]  # type: ignore[attr-defined]
    normal.font = style.cell_font(Tone.PLAIN, settings.font_size, settings)
    workbook.properties.title = clean_text(book.title)
    workbook.properties.creator = "memo"
    brush = style.Brush(settings)
    for sheet in book.sheets:
        _draw_sheet(workbook.create_sheet(sheet.title), sheet, cut, brush)
    if book.identity:
        draw_identity(workbook, book.identity)
    return workbook


def _draw_sheet(worksheet: Worksheet, sheet: Sheet, cut: Cut, brush: style.Brush) -> None:
    for index, column in enumerate(sheet.columns, 1):
        dimension = worksheet.column_dimensions[get_column_letter(index)]
        dimension.width = column.width + _WIDTH_PADDING
        dimension.hidden = column.kind is Kind.KEY
    top = 1
    for block in sheet.blocks:
        top = _draw_block(worksheet, sheet, block, top, cut, brush) + (0 if sheet.table else 1)
    lay_out_pages(worksheet, sheet)
    add_dropdowns(worksheet, sheet)


_WIDTH_PADDING = 2.0  # digits: 5 pixels that Excel keeps free, and the indent of the text


def _draw_block(worksheet: Worksheet, sheet: Sheet, block: Block, top: int, cut: Cut, brush: style.Brush) -> int:
    """Draw a block from row `top` (1-based); returns the first free row."""
    if block.new_page:
        worksheet.row_breaks.append(Break(id=top - 1))
    if block.title:
        cell = worksheet.cell(top, 1)
        _put_text(cell, block.title)
        cell.font = style.title_font(brush.settings)
        worksheet.row_dimensions[top].height = brush.settings.line_points * 1.6
        top += 1
    if block.headings:
        _draw_headings(worksheet, sheet, block.headings, top, brush)
        top += 1
    for row in block.rows:
        # Short rows are drawn on to the end of their block, so that its frame is whole.
        padded = (*row, *[Cell(None)] * (len(block.headings) - sum(cell.span for cell in row)))
        _draw_row(worksheet, sheet.columns, padded, top, cut, brush)
        top += 1
    return top


def _draw_headings(worksheet: Worksheet, sheet: Sheet, headings: tuple[str, ...], row: int, brush: style.Brush) -> None:
    lines = 1
    for index, (heading, column) in enumerate(zip(headings, sheet.columns, strict=False), 1):
        cell = worksheet.cell(row, index)
        _put_text(cell, heading)
        cell.font = style.heading_font(brush.settings)
        cell.fill = style.HEADING_FILL
        cell.alignment = style.HEADING_ALIGNMENT
        cell.border = style.BORDER
        if column.kind is not Kind.KEY:
            # The filter's arrow takes about two characters of a heading.
            lines = max(lines, count_lines(heading, column.width - 2 * sheet.table, brush.settings))
    worksheet.row_dimensions[row].height = lines * brush.settings.line_points + 6


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where a cell of a row stands: its first column (0-based), and the columns it goes over."""

    cell: Cell
    at: int
    columns: tuple[Column, ...]

    @property
    def width(self) -> float:
        """In digits; without end for what nobody sees."""
        if self.columns[0].kind is Kind.KEY:
            return math.inf
        return sum(column.width for column in self.columns)


def _find_slots(row: Row, columns: tuple[Column, ...]) -> list[_Slot]:
    slots = []
    at = 0
    for cell in row:
        slots.append(_Slot(cell, at, columns[at : at + cell.span]))
        at += cell.span
    return slots


def _draw_row(
    worksheet: Worksheet, columns: tuple[Column, ...], row: Row, number: int, cut: Cut, brush: style.Brush
) -> None:
    slots = _find_slots(row, columns)
    pictures = {slot.at: picture for slot in slots if (picture := _picture(slot.cell, slot.columns[0], cut))}
    texts = [(_text(slot.cell), slot.width) for slot in slots]
    fit = fit_row(texts, (picture.height * 0.75 for picture in pictures.values()), brush.settings)
    worksheet.row_dimensions[number].height = fit.height
    for slot, size in zip(slots, fit.sizes, strict=True):
        drawn = worksheet.cell(number, slot.at + 1)
        _draw_cell(drawn, slot.cell, slot.columns[0], size, brush)
        if slot.cell.span > 1:
            worksheet.merge_cells(
                start_row=number, end_row=number, start_column=slot.at + 1, end_column=slot.at + slot.cell.span
            )
        if slot.at in pictures:
            _place_picture(worksheet, pictures[slot.at], number, slot.at)
        elif isinstance(slot.cell.value, Crop):
            _put_text(drawn, _NO_PICTURE)
            brush.paint(drawn, Tone.QUIET, Kind.PICTURE, brush.settings.font_size, False, False)
    if fit.is_cut:
        _note_too_long(worksheet, number)


def _draw_cell(drawn: XlsxCell | MergedCell, cell: Cell, column: Column, size: float, brush: style.Brush) -> None:
    value = cell.value
    if isinstance(value, str):
        _put_text(drawn, value)
    elif isinstance(value, tuple):
        _put_runs(drawn, cell, size, brush.settings)
    elif isinstance(value, (int, float)):
        drawn.value = value
    if isinstance(cell.link, str) and cell.link:
        file, _, place = cell.link.partition("#")
        drawn.hyperlink = Hyperlink(ref=drawn.coordinate, target=quote(file), location=place or None)
    brush.paint(drawn, cell.tone, column.kind, size, bool(cell.link), looks_like_formula(_text(cell)))


def _put_text(drawn: XlsxCell | MergedCell, text: str) -> None:
    """Text as text, whatever it looks like: openpyxl takes "=…" for a formula and "#N/A" for an error."""
    drawn.value = clean_text(text)
    drawn.data_type = "s"


def _put_runs(drawn: XlsxCell | MergedCell, cell: Cell, size: float, settings: WorkbookSettings) -> None:
    text = _text(cell)
    if count_units(clean_text(text)) > CELL_LIMIT or clean_text(text) != text:
        # A cut or a repaired character shifts the runs: the plain text is whole and says so itself.
        _put_text(drawn, text)
        return
    assert isinstance(cell.value, tuple)
    drawn.value = CellRichText(
        *(TextBlock(style.run_font(run.mark, cell.tone, size, settings), run.text) for run in cell.value if run.text)
    )


def _text(cell: Cell) -> str:
    if isinstance(cell.value, tuple):
        return "".join(run.text for run in cell.value)
    if isinstance(cell.value, float):
        return f"{cell.value:.2f}"
    return "" if cell.value is None or isinstance(cell.value, Crop) else str(cell.value)


def _picture(cell: Cell, column: Column, cut: Cut) -> Picture | None:
    return cut.get((cell.value, column_pixels(column.width))) if isinstance(cell.value, Crop) else None


def _place_picture(worksheet: Worksheet, picture: Picture, row: int, column: int) -> None:
    """Wholly inside its cell and tied to both corners: it is filtered and sorted with its row.

    row: 1-based, column: 0-based
    """
    image = Image(io.BytesIO(picture.png))
    image.width, image.height = picture.width, picture.height
    start, right, bottom = (
        _EMU_PER_PIXEL * pixels
        for pixels in (_PICTURE_INSET, _PICTURE_INSET + picture.width, _PICTURE_INSET + picture.height)
    )
    image.anchor = TwoCellAnchor(
        editAs="twoCell",
        _from=AnchorMarker(col=column, colOff=start, row=row - 1, rowOff=start),
        to=AnchorMarker(col=column, colOff=right, row=row - 1, rowOff=bottom),
    )
    worksheet.add_image(image)


def _note_too_long(worksheet: Worksheet, row: int) -> None:
    longest = max(worksheet[row], key=lambda cell: len(str(cell.value or "")))
    longest.comment = Comment(_TOO_LONG, "memo")
