"""How cells look: fonts, fills, borders. Colours keep a contrast of 4.5 to 1 and more, and never speak alone."""

from __future__ import annotations

from copy import copy

from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.styles.styleable import StyleableObject

from pipeline.settings import WorkbookSettings
from pipeline.workbook.records import Kind, Mark, Tone

# tone → (fill, text), RGB
_COLOURS = {
    Tone.PLAIN: (None, "1F1F1F"),
    Tone.LABEL: ("F3F5F7", "1F1F1F"),
    Tone.GOOD: ("E3F2E1", "1E5B24"),
    Tone.WAIT: ("E4EDF8", "1F4E86"),
    Tone.BAD: ("FBE3E1", "8C1D18"),
    Tone.QUIET: (None, "6B6B6B"),
    Tone.DOUBT: ("FFF4CC", "5C4700"),
    Tone.INPUT: ("EAF4FC", "1F1F1F"),
}

_BOLD = {Tone.LABEL, Tone.GOOD, Tone.WAIT, Tone.BAD}

_FORMATS = {
    Kind.COUNT: "0",
    Kind.SCORE: "0.00",
    Kind.SHARE: "0.0%",
    Kind.TEXT: "General",
    Kind.PICTURE: "General",
    Kind.INPUT: "@",  # keeps "5-7" from becoming a date
    Kind.KEY: "@",
}

_CENTRED = {Kind.COUNT, Kind.SCORE, Kind.SHARE}

_MARK_COLOURS = {Mark.OLD: "8C1D18", Mark.NEW: "1E5B24", Mark.LABEL: "6B6B6B"}

_LINE = Side(style="thin", color="C9CED4")
BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
HEADING_FILL = PatternFill("solid", fgColor="2F4A66")
HEADING_ALIGNMENT = Alignment(horizontal="center", vertical="center", wrap_text=True)


def cell_font(tone: Tone, size: float, settings: WorkbookSettings, link: bool = False) -> Font:
    """The font of a cell."""
    if link:
        return Font(name=settings.font, size=size, color="1F4E86", underline="single")
    return Font(name=settings.font, size=size, color=_COLOURS[tone][1], bold=tone in _BOLD)


def cell_fill(tone: Tone) -> PatternFill:
    """The ground of a cell."""
    fill = _COLOURS[tone][0]
    return PatternFill("solid", fgColor=fill) if fill else PatternFill()


def cell_alignment(kind: Kind) -> Alignment:
    """Wrapped and from the top, so that a row is read along its first lines."""
    if kind in _CENTRED:
        return Alignment(horizontal="center", vertical="top", wrap_text=True)
    return Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)


def number_format(kind: Kind) -> str:
    """The number format of a column."""
    return _FORMATS[kind]


class Brush:
    """Gives cells their look. Each look is worked out once for a workbook: that is most of the time of writing one."""

    def __init__(self, settings: WorkbookSettings) -> None:
        self.settings = settings
        self._looks: dict[tuple[Tone, Kind, float, bool, bool], StyleArray] = {}

    def paint(self, cell: StyleableObject, tone: Tone, kind: Kind, size: float, link: bool, quoted: bool) -> None:
        """Set font, ground, border, alignment and number format; `quoted` marks text that looks like a formula."""
        look = tone, kind, size, link, quoted
        if look not in self._looks:
            cell.font = cell_font(tone, size, self.settings, link)
            cell.fill = cell_fill(tone)
            cell.alignment = cell_alignment(kind)
            cell.border = BORDER
            cell.number_format = number_format(kind)
            cell.quotePrefix = quoted
            self._looks[look] = cell._style  # type: ignore[attr-defined]
        cell._style = copy(self._looks[look])  # type: ignore[attr-defined]


def run_font(mark: Mark, tone: Tone, size: float, settings: WorkbookSettings) -> InlineFont:
    """The font of a run: differences are bold, and struck through or underlined, besides their colour."""
    return InlineFont(
        rFont=settings.font,
        sz=size,
        color=Color(_MARK_COLOURS.get(mark, _COLOURS[tone][1])),
        b=mark in (Mark.OLD, Mark.NEW),
        i=mark is Mark.LABEL,
        strike=mark is Mark.OLD,
        u="single" if mark is Mark.NEW else None,
    )


def title_font(settings: WorkbookSettings) -> Font:
    """The font of a block's title."""
    return Font(name=settings.font, size=settings.font_size + 3, bold=True, color="2F4A66")


def heading_font(settings: WorkbookSettings) -> Font:
    """The font of column headings."""
    return Font(name=settings.font, size=settings.font_size, bold=True, color="FFFFFF")
