"""How a sheet is seen and printed: frozen headings, filter, A4 landscape, footers."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.workbook.records import Sheet

_A4 = 9  # as the file format numbers paper sizes
_MARGIN = 0.4  # inches
_FOOT = 0.6  # inches at the foot, where the page number stands


def lay_out_pages(worksheet: Worksheet, sheet: Sheet) -> None:
    """Set the view and the print layout of a drawn sheet."""
    worksheet.sheet_view.zoomScale = 90
    worksheet.sheet_view.showGridLines = False
    if sheet.table:
        worksheet.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}2"
        worksheet.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{max(worksheet.max_row, 2)}"
        worksheet.print_title_rows = "1:1"
    if sheet.prints:
        worksheet.print_area = [
            f"{get_column_letter(first + 1)}1:{get_column_letter(last + 1)}{worksheet.max_row}"
            for first, last in sheet.prints
        ]
    if sheet.repeated is not None:
        first, last = (get_column_letter(index + 1) for index in sheet.repeated)
        worksheet.print_title_cols = f"{first}:{last}"
    setup = worksheet.page_setup
    setup.paperSize = _A4
    setup.orientation = "landscape"
    setup.fitToWidth = 1
    setup.fitToHeight = 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = worksheet.page_margins
    margins.left = margins.right = margins.top = _MARGIN
    margins.bottom = _FOOT
    margins.header = margins.footer = 0.3
    # Else the footer shrinks with the page, to nothing on wide sheets.
    worksheet.HeaderFooter.scaleWithDoc = False
    footer = HeaderFooterItem()
    footer.left.text, footer.center.text, footer.right.text = "&A", "&F", "หน้า &P / &N"
    worksheet.HeaderFooter.oddFooter = footer
