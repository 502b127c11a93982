"""A memo as data: what it says, how it is laid out and how it was scanned.

Texts may hold inline marks ``[[key|text]]``: the text is printed as it is, and its place on the page becomes
known under the key.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

Kind = Literal["plan", "report", "plan_and_report", "other"]
StatusName = Literal["not_started", "in_progress", "done", "cancelled", "unknown"]

HAND_TICK = "\N{BALLOT BOX WITH CHECK}"
"""Stands in a cell for a tick drawn by hand; it never reaches a font."""

BLANK = "\N{NO-BREAK SPACE}" * 8
"""Room left for a day or a number that nobody has filled in."""


BY_HAND = "the day is written by hand"
"""The reason that the truth gives with a date: a reader shows such a day instead of spelling it."""


@dataclass(frozen=True, slots=True)
class When:
    """A date as printed, and what it means: Gregorian, both ends inclusive; `be_year` as in the contract."""

    text: str
    start: date | None
    end: date | None
    precision: Literal["day", "month", "quarter", "year", "fiscal_year", "range"] | None
    be_year: int | None
    hand: str = ""
    """The beginning of `text` that is written by hand."""


@dataclass(frozen=True, slots=True)
class Row:
    """A measure of a plan or a report; only what its table has columns for is printed."""

    measure: str
    procedure: str | None = None
    responsible: str | None = None
    monitoring: str | None = None
    due: When | None = None
    number: str | None = None
    status: StatusName = "unknown"
    marks: dict[str, str] = field(default_factory=dict)
    """What stands in a status column instead of the table's own mark, by status."""
    status_text: str | None = None
    note: str | None = None
    date: When | None = None
    others: dict[str, str] = field(default_factory=dict)
    """Cells of columns outside the vocabulary, by heading."""
    units: tuple[str, ...] | None = None
    """Given when it is not simply `responsible` cut at its slashes."""


@dataclass(frozen=True, slots=True)
class Column:
    """`key`: a field of Row, "status:<name>" for marks, or "other:<heading>".

    group: a heading over several columns; over: one over several such groups.
    """

    key: str
    heading: str
    width: float
    group: str = ""
    align: Literal["left", "center", "right"] = "left"
    over: str = ""


@dataclass(frozen=True, slots=True)
class MeasureTable:
    """A table of plan or report rows, printed in one piece or in several.

    pieces: rows per piece, each beginning a page with its own header; empty: one table that flows over pages
    repeat_header: of a flowing table, on each page it touches
    piece_widths: column widths of each piece, where authors drew the table anew
    merges: (column key, first row counted from 0, rows): one merged cell, whose text is the first row's
    sections: (row counted from 0, text): a heading in one cell across all columns, before that row
    """

    role: Literal["plan", "report"]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str = ""
    pieces: tuple[int, ...] = ()
    piece_widths: tuple[tuple[float, ...], ...] = ()
    repeat_header: bool = True
    merges: tuple[tuple[str, int, int], ...] = ()
    sections: tuple[tuple[int, str], ...] = ()
    mark: str = "/"
    no_mark: str = "-"
    landscape: bool = False
    css: str = ""


@dataclass(frozen=True, slots=True)
class PlainTable:
    """Any other table: rows of texts, the first `headers` of them headings."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    headers: int = 1
    title: str = ""
    css: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    style: Literal["body", "plain", "bold", "center", "right", "item", "title"] = "body"
    page_break: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """`opinion`: a line over it, with leaders; `drawn`: there is a handwritten signature over the name."""

    name: str
    position: str
    opinion: str = ""
    drawn: bool = True


Block = Paragraph | MeasureTable | PlainTable


@dataclass(frozen=True, slots=True)
class Stamp:
    """Ink over the print. `left`, `top` in mm on the page; it is no text of the memo, so truth leaves it out."""

    kind: Literal["urgent", "receipt", "seal", "name", "watermark", "hole"]
    text: str
    left: float
    top: float
    page: int = 1
    turn: float = 0.0
    size: float = 1.0


@dataclass(frozen=True, slots=True)
class Style:
    """How an office prints. `leaders`: dots of text, or a dotted rule, under the typed values of the head."""

    font: str = "TH Sarabun New"
    size: float = 16.0
    table_size: float = 15.0
    line_height: float = 1.12
    leaders: Literal["dots", "rule", "none"] = "dots"
    page_numbers: Literal["thai", "arabic", "none"] = "thai"
    catchwords: bool = False
    rules: str = "1px solid #000"
    header_fill: str = "transparent"
    letter_spacing: float = 0.0
    justify: bool = True
    number_beside_date: bool = True
    css: str = ""


@dataclass(frozen=True, slots=True)
class Memo:
    kind: Kind
    agency: str
    department: str | None
    office: str
    """What is printed after ส่วนราชการ, with [[agency|…]] and [[department|…]] in it."""
    number: str | None
    number_printed: str
    date: When | None
    subject: str
    recipient: str | None
    fiscal_year: int | None
    blocks: tuple[Block, ...]
    signatures: tuple[Signature, ...] = ()
    ita: tuple[tuple[int, float, str | None], ...] = ()
    """(fiscal year, score, grade as printed); marked in a block as [[ita.0|…]]."""
    salutation: str = "เรียน"
    title: str = "บันทึกข้อความ"
    stamps: tuple[Stamp, ...] = ()
    style: Style = Style()
    closing: str = ""
    has_head: bool = True
    """Without it nothing is printed before the blocks: a cover sheet, an announcement, an attachment."""

    def with_style(self, style: Style) -> Memo:
        return replace(self, style=style)


@dataclass(frozen=True, slots=True)
class Scan:
    """One scanner pass over the pages; every value is in the units of the function that uses it (`degrade`).

    copies: how often the page went through a photocopier before it was scanned
    border_mm: the broadest black band along an edge, where the lid was open; holes: punched at the left
    photo: taken with a camera at an angle: how far a corner is drawn in, at most, as a share of the width
    curl: the sheet bends: how far its lines are shifted, at most, as a share of the height
    fade: share of the toner that is gone where it is worst; toner: pixels at 200 dpi by which strokes have grown
    turns: page number → degrees clockwise by which that page lies turned in the file
    born_digital: pages with a text layer instead of an image
    """

    dpi: int = 200
    color: bool = False
    codec: Literal["jpeg", "ccitt", "png"] = "jpeg"
    quality: int = 45
    skew: float = 0.6
    blur: float = 0.6
    noise: float = 4.0
    shading: float = 0.06
    paper: int = 246
    ink: int = 25
    specks: int = 20
    bands: int = 0
    copies: int = 0
    streaks: int = 0
    shadow: float = 0.0
    bleed: float = 0.0
    gaps: int = 0
    fold: bool = False
    dither: bool = False
    threshold: int = 150
    cut_bottom_mm: float = 0.0
    border_mm: float = 0.0
    holes: int = 0
    photo: float = 0.0
    curl: float = 0.0
    fade: float = 0.0
    toner: float = 0.0
    turns: dict[int, int] = field(default_factory=dict)
    born_digital: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its memos in page order. `suffix`: .pdf, .tif, .png or .jpg."""

    name: str
    memos: tuple[Memo, ...]
    scan: Scan
    suffix: str = ".pdf"
    purpose: str = ""
    odd: str = ""
    page_scans: dict[int, Scan] = field(default_factory=dict)
    """Pages that were scanned otherwise than the rest."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """One entry of a true reconciliation; `changed` names the fields that differ, texts come from the rows.

    `level` is given where the wording differs so much that only part of it still agrees.
    """

    plan: tuple[int, ...]
    report: tuple[int, ...]
    outcome: str
    changed: tuple[Literal["measure", "procedure", "responsible", "due"], ...] = ()
    level: Literal["partial"] | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A plan and the report on it; `findings` are (code, 1-based positions in `rows`)."""

    name: str
    plan: Document
    report: Document
    agency: str
    plan_year: int
    report_year: int
    rows: tuple[Pairing, ...]
    findings: tuple[tuple[str, tuple[int, ...]], ...] = ()


def unmark(text: str) -> str:
    """The text as printed, without its inline marks.

    >>> unmark("คะแนน [[ita.0|๙๖.๕๒]] คะแนน")
    'คะแนน ๙๖.๕๒ คะแนน'
    """
    out = []
    for piece in text.split("[["):
        head, closed, tail = piece.partition("]]")
        out.append(head.partition("|")[2] + tail if closed else head)
    return "".join(out)
