"""Sizes and colours of workbooks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorkbookSettings:
    """Records → workbooks."""

    font: str = "Tahoma"
    """Has Thai and is on every Windows and macOS; LibreOffice elsewhere takes a Thai font of like width. The Sarabun
    fonts of the memos are missing on many machines, and their replacement is half again as wide, which cuts text."""

    font_size: float = 10.0
    """Points. 10 is readable on screen; printed pages are scaled to their width."""

    line_points: float = 15.0
    """Height of one wrapped line. Thai fonts of Linux need 15.9 (Loma) to 19.8 (Umpush) at 10 pt when they set it;
    beside a Latin font, as spreadsheets mix them, 12 to 13. Rows at 16.5 stood a third empty."""

    wrap_loss: float = 2.5
    """Characters of a line lost to breaking at words: Thai words in memos have 2 to 8 letters, so half of the mean."""

    thai_width: float = 1.08
    """Mean width of a Thai letter in digits of the same font, on the wording of measures: 0.96 in Waree, 1.01 in
    Laksaman, 1.08 in Loma, which comes nearest to Tahoma."""

    tallest_row: float = 409.0
    """Points; Excel refuses more. Text that needs more is drawn smaller, down to `smallest_font`."""

    smallest_font: float = 7.0
    """Points; under this nobody reads. A cell that needs more room still than that says so in a note."""

    picture_height: int = 150
    """Pixels on screen: five lines of a scanned cell, about what its text needs in the next column."""

    picture_detail: float = 2.0
    """Stored pixels for each on screen, so that a person can enlarge: at 2, a scan of 200 dpi keeps all its pixels."""

    diff_shortest_equal: int = 3
    """Letters. Shorter equal stretches between two differences are drawn as part of them: two equal letters in
    different words are chance."""
