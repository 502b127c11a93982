"""Thresholds of joining tables and knowing their columns."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class TableSettings:
    """Grids × text → tables over pages, headings."""

    vocabulary: Path | None = None
    """A file of headings beside those of the package (`tables/vocabulary.toml` shows the form)."""

    heading_fit: float = 0.74
    """Similarity (0–1, on comparison keys) from which a heading is recognised. Wordings of two meanings come as close
    as 0.79 ("วิธีดำเนินการ", "วันที่ดำเนินการ"), so a lead is asked for as well. With every tenth letter wrong, 6 %
    of the headings of the samples fall below; none was taken for another meaning."""

    heading_lead: float = 0.06
    """How far the best meaning must lead the next one; below it the heading counts as unclear."""

    heading_damaged: float = 0.4
    """Similarity from which an unknown heading may be a known one that was misread, and a person must look. With
    every fifth letter wrong, a lost heading still had 0.43; values of cells
    ("กองคลัง", "การใช้อำนาจ") have 0.29 to 0.45."""

    short_heading: int = 4
    """Wordings with keys up to this length ("ที่", "ข้อ") must agree fully: one wrong letter makes another word."""

    status_fit: float = 0.80
    """As `heading_fit`, for columns of status marks. A heading that lost its "ยังไม่" still agrees to 0.75 with
    "ดำเนินการแล้ว": there a wrong guess turns "not started" into "done"."""

    status_lead: float = 0.10
    """As `heading_lead`, between two statuses."""

    header_rows_most: int = 3
    """A header has at most so many rows, title rows and rows of column numbers not counted."""

    header_repeat: float = 0.35
    """Mean similarity from which a first row is the damaged repetition of a header that was read on another page.
    With every tenth to fourth letter wrong, headers agreed to 0.27 to 0.7, rows of the body to 0.05 at most."""

    header_doubt: float = 0.25
    """As above: from here a first row is kept as a row, but a person must look."""

    heading_length_most: int = 80
    """A longer text is no heading: the longest of the samples has 42 characters, outer heading included."""

    edge_rows: float = 0.5
    """Share of rows in which a column edge must stand: a false rule shows in one row or two, a true one in all but
    the outer header row (2 of 3 rows in the smallest table with a two-row header)."""

    open_columns: float = 0.34
    """Share of a table's columns in which the rule under its header may be broken; under outer headings it is missing
    in more."""

    cut_gap: float = 0.6
    """Line heights between two texts on one level up to which they may be one that a streak has cut."""

    edges_fit: float = 0.08
    """Mean difference of column edges, as a share of the table width, up to which two pieces have the same columns
    although the second has no header; one edge may differ twice as much. Most tables of the samples differ by less
    than 0.001 from page to page; one whose widths change on every page differs by 0.045, one edge by 0.09."""

    edges_alike: float = 0.01
    """As `edges_fit`, of pieces that are one table beyond doubt."""

    edges_fit_with_header: float = 0.20
    """As above, when the header is repeated and agrees: then the text is the stronger witness."""

    margin_band: float = 0.12
    """Share of the page height at top and bottom where running heads and page numbers stand."""
    fax_band: float = 0.35
    """Inches from the edge of the sheet in which nothing of the document itself is printed: margins are 0.6 and wider,
    what fax machines print there ends at 0.3."""

    certifying_lines: int = 6
    certifying_width: float = 0.45
    """Lines between two parts of one count, and the share of the table's width that they have at most, where they
    certify the page: a stamp, a name, a position. A paragraph has lines as wide as the page."""

    mark_share: float = 0.35
    """Share of the ink of a row's fullest status cell, in the middle one of the rows, from which a row is marked."""

    same_note: float = 60.0
    """Likeness (0–100) from which merged cells on both sides of a page break repeat each other; parts of one text
    have 5 to 35."""

    telling_text: int = 20
    """Characters that the middle one of a column's cells must have to tell of measures: units and times have fewer."""

    result_share: float = 0.6
    """Share of a column's texts that suggest a state, from which they are results: cancelled ones suggest none."""

    column_filled: float = 0.8
    """Share of rows with text from which a column counts as always filled, so that an empty cell in it tells that
    a row was cut by the page break."""
