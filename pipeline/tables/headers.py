"""Which grid rows are a table's header, and what each column's heading reads."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.settings import TableSettings
from pipeline.tables.cells import GridText
from pipeline.tables.headings import STATUS_MARKS, UNKNOWN, Fit, compare_headings, match_heading
from pipeline.tables.records import INNER, Meaning
from pipeline.thai.text import comparison_key

_COLUMN_NUMBER = re.compile(r"[(\[]?\s*[0-9๐-๙]{1,2}\s*[)\]]?")
_YEAR_WORDS = re.compile(r"(?:ประจำ)?ปี\s*(?:งบประมาณ)?\s*(?:พ\s*\.?\s*ศ\s*\.?)?")
_YEAR = re.compile(rf"(?:{_YEAR_WORDS.pattern})?\s*(?:พ\s*\.?\s*ศ\s*\.?)?\s*[2๒][4-6๔-๖][0-9๐-๙]{{2}}")
_STRONG_FIT = 0.90  # from here one heading alone tells a header row, when it is a long word
_STRONG_LENGTH = 7


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of one column on one page: `text` is outer and inner heading joined by " / ".

    `under_status`: it stands under a heading that spans several columns of status marks.
    """

    text: str
    fit: Fit
    under_status: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """The first `rows` grid rows of a grid, with one heading per column."""

    rows: int
    headings: tuple[Heading, ...]


def find_header(text: GridText, *, settings: TableSettings) -> Header | None:
    """The header of one grid; None when its first rows are not headings the vocabulary knows."""
    titles = count_title_rows(text)
    most = min(titles + settings.header_rows_most, text.grid.rows)
    closed = [rows for rows in range(titles + 1, most + 1) if _is_closed(text, rows)]
    rows = next((rows for rows in closed if _is_header(text, titles, rows, settings)), None)
    if rows is None:
        return None
    for longer in closed:
        if longer > rows and _goes_on(text, titles, rows, longer, settings):
            rows = longer
    headings = tuple(_read_heading(text, titles, rows, col, settings) for col in range(text.grid.cols))
    while rows < text.grid.rows and _numbers_columns(text, rows):
        rows += 1
    return Header(rows, headings)


def find_repeated_header(text: GridText, model: Header, *, settings: TableSettings) -> tuple[Header | None, float]:
    """The header of a grid whose headings are too damaged for the vocabulary, but still like those of `model`.

    The second value is the best likeness seen, 0–1: between a row of the body and a header it leaves a doubt.
    """
    likeness = 0.0
    for rows in range(1, min(model.rows, text.grid.rows) + 1):
        if not _is_closed(text, rows):
            continue
        headings = tuple(_read_heading(text, 0, rows, col, settings) for col in range(text.grid.cols))
        pairs = [(one.text, other.text) for one, other in zip(headings, model.headings, strict=True) if other.text]
        likeness = max(likeness, sum(compare_headings(*pair) for pair in pairs) / max(len(pairs), 1))
        if likeness >= settings.header_repeat:
            return Header(rows, headings), likeness
    return None, likeness


def find_firm_edges(header: Header) -> tuple[int, ...]:
    """Column edges between two known headings of different meaning: no count of rows may take them away."""
    pairs = zip(header.headings, header.headings[1:], strict=False)
    return tuple(
        col
        for col, (left, right) in enumerate(pairs, start=1)
        if left.fit.known and right.fit.known and left.text != right.text
    )


def find_split_columns(text: GridText, header: Header, *, settings: TableSettings) -> tuple[int, ...]:
    """Column edges inside one innermost heading that is known: a streak or a fold that split the column below it.

    Status headings are left alone: under them stand columns of marks whose own headings may not have been read.
    """
    edges: list[int] = []
    for owner in dict.fromkeys(text.owners[header.rows - 1]):
        if owner is None or text.grid.cells[owner].colspan in (1, text.grid.cols):
            continue
        fit = match_heading(text.passages[owner].text, settings=settings)
        if fit.known and not fit.meaning.value.startswith("status"):
            cell = text.grid.cells[owner]
            edges += (
                edge
                for edge in range(cell.col + 1, cell.col + cell.colspan)
                if not _keeps_apart(text, header.rows, edge, settings)
            )
    return tuple(edges)


def _keeps_apart(text: GridText, start: int, edge: int, settings: TableSettings) -> bool:
    """Whether the body has texts on both sides of a column edge that keep off it, as cells do: a streak through a
    column has lines that run on behind it."""
    through = apart = 0
    for row in dict.fromkeys(text.owners[start:]):
        left, right = row[edge - 1], row[edge]
        if left is None or right is None or left == right:
            continue
        for one in text.lines[left]:
            for other in text.lines[right]:
                height = min(one.bbox[3] - one.bbox[1], other.bbox[3] - other.bbox[1])
                if min(one.bbox[3], other.bbox[3]) - max(one.bbox[1], other.bbox[1]) < 0.5 * height:
                    continue
                is_near = other.bbox[0] - one.bbox[2] < settings.cut_gap * height
                through, apart = through + is_near, apart + (not is_near)
    return apart > through


def count_title_rows(text: GridText) -> int:
    """Rows at the top that one cell fills from side to side: a title drawn inside the table."""
    rows = 0
    while rows < text.grid.rows - 1 and text.grid.cols > 1 and is_full_width(text, rows):
        rows += 1
    return rows


def is_full_width(text: GridText, row: int) -> bool:
    """Whether one cell fills this grid row, and no other row, from side to side."""
    owners = set(text.owners[row])
    owner = next(iter(owners))
    return len(owners) == 1 and owner is not None and text.grid.cells[owner].rowspan == 1


def _is_closed(text: GridText, rows: int) -> bool:
    return all(cell.row >= rows or cell.row + cell.rowspan <= rows for cell in text.grid.cells)


def _is_header(text: GridText, titles: int, rows: int, settings: TableSettings) -> bool:
    """Whether the rows from `titles` to `rows` read as headings rather than as rows of the body."""
    fits: list[Fit] = []
    lengths: list[int] = []
    in_last = False
    for cell, passage in zip(text.grid.cells, text.passages, strict=True):
        if not titles <= cell.row < rows or not passage.glyphs:
            continue
        fit = match_heading(passage.text, settings=settings)
        fits.append(fit)
        lengths.append(len(comparison_key(passage.text)))
        in_last = in_last or (fit.known and cell.row + cell.rowspan == rows)
    known = [fit for fit in fits if fit.known]
    if not known or not in_last or 4 * sum(length > settings.heading_length_most for length in lengths) > len(lengths):
        return False
    whole = [fit for fit in known if not fit.inside]
    # A cell of the body may say "ดำเนินการแล้ว" as well: one status alone makes no header.
    statuses = {fit.meaning for fit in whole if fit.meaning in STATUS_MARKS}
    if len(statuses) == 1 and all(fit.meaning in STATUS_MARKS for fit in known):
        return False
    weight = len(whole) + 0.5 * (len(known) - len(whole))
    alone = (
        any(
            fit.known and not fit.inside and fit.score >= _STRONG_FIT and length >= _STRONG_LENGTH
            for fit, length in zip(fits, lengths, strict=True)
        )
        and max(lengths) <= settings.heading_length_most // 2
    )
    enough = bool(whole) and weight >= 2 and weight >= 0.4 * len(fits)
    return enough or (alone and len(fits) >= 2)


def _goes_on(text: GridText, titles: int, rows: int, longer: int, settings: TableSettings) -> bool:
    """Whether the rows from `rows` to `longer` are still header: inner headings, under columns not yet headed.

    Text under a heading that is already complete is the first row of the body.
    """
    headed: set[int] = set()
    spanned: set[int] = set()
    for cell, passage in zip(text.grid.cells, text.passages, strict=True):
        if not titles <= cell.row < rows or not passage.glyphs:
            continue
        if cell.colspan > 1:
            spanned |= set(range(cell.col, cell.col + cell.colspan))
        elif match_heading(passage.text, settings=settings).known:
            headed.add(cell.col)
    new = [
        (cell, match_heading(passage.text, settings=settings))
        for cell, passage in zip(text.grid.cells, text.passages, strict=True)
        if rows <= cell.row < longer and passage.glyphs
    ]
    columns = {col for cell, _ in new for col in range(cell.col, cell.col + cell.colspan)}
    if not new or 2 * len(columns & headed) >= len(columns):
        return False
    return columns <= spanned - headed or 2 * sum(fit.known and not fit.inside for _, fit in new) >= len(new)


def _read_heading(text: GridText, titles: int, rows: int, col: int, settings: TableSettings) -> Heading:
    """The heading of one column from the cells above each other in it, the innermost first."""
    chain = list(dict.fromkeys(owner for row in range(titles, rows) if (owner := text.owners[row][col]) is not None))
    filled = [owner for owner in chain if text.passages[owner].glyphs]
    if not filled:
        return Heading("", UNKNOWN)
    full = INNER.join(text.passages[owner].text for owner in filled)
    inner = filled[-1]
    fit = match_heading(text.passages[inner].text, settings=settings)
    own = [owner for owner in filled if text.grid.cells[owner].colspan == 1]
    if not fit.known and len(own) > 1:
        # A false rule may cut one heading in two.
        whole = match_heading("".join(text.passages[owner].text for owner in own), settings=settings)
        fit = whole if whole.known else fit
    if not fit.known and len(filled) > 1 and _YEAR.fullmatch(text.passages[inner].text.strip()):
        # "คะแนน" over "ปี ๒๕๖๕" and "ปี ๒๕๖๖": the years tell the columns apart, the outer heading what they hold.
        fit = match_heading(_YEAR_WORDS.sub("", text.passages[filled[-2]].text), settings=settings)
    if len(filled) > 1 and (
        told := _read_progress(text.passages[inner].text, text.passages[filled[-2]].text, settings)
    ):
        fit = told
    spanning = any(text.grid.cells[owner].colspan > 1 for owner in filled)
    if spanning and inner == filled[0] and not fit.unclear:
        # Only the outer heading was read: which of its columns this is, it does not say.
        fit = Fit(UNKNOWN.meaning, fit.score, fit.runner_up, unclear=True)
    return Heading(full, fit, under_status=_is_under_status(text, filled, settings))


def _read_progress(inner: str, outer: str, settings: TableSettings) -> Fit | None:
    """What "ร้อยละ" or "คำอธิบาย" heads under "ความก้าวหน้า": how far a measure is, and what was done."""
    key = comparison_key(inner)
    meaning = Meaning.STATUS if key in _SHARES else Meaning.RESULT if key in _EXPLANATIONS else None
    over = match_heading(outer, settings=settings) if meaning is not None else UNKNOWN
    if meaning is None or over.meaning not in (Meaning.STATUS, Meaning.RESULT):
        return None
    # A column that is headed as the state itself goes before its share.
    return replace(over, meaning=meaning, rank=over.rank + 1, known=True, unclear=False)


_SHARES = frozenset(map(comparison_key, ("ร้อยละ", "คิดเป็นร้อยละ", "ร้อยละความสำเร็จ", "เปอร์เซ็นต์")))
_EXPLANATIONS = frozenset(map(comparison_key, ("คำอธิบาย", "อธิบาย", "รายละเอียด", "ผล", "ผลการดำเนินงาน")))


def _is_under_status(text: GridText, filled: list[int], settings: TableSettings) -> bool:
    """Whether an outer heading is a status, or the columns beside this one under it are."""
    for owner in filled:
        cell = text.grid.cells[owner]
        if cell.colspan == 1:
            continue
        if match_heading(text.passages[owner].text, settings=settings).meaning.value.startswith("status"):
            return True
        for other, passage in zip(text.grid.cells, text.passages, strict=True):
            below = other.row >= cell.row + cell.rowspan and cell.col <= other.col < cell.col + cell.colspan
            if below and match_heading(passage.text, settings=settings).meaning in STATUS_MARKS:
                return True
    return False


def _numbers_columns(text: GridText, row: int) -> bool:
    """Whether a row under the header only counts the columns: "(๑) (๒) (๓)"."""
    cells = [text.passages[owner].text for owner in text.owners[row] if owner is not None]
    filled = [cell.strip() for cell in cells if cell.strip()]
    return (
        len(filled) >= 3
        and len(filled) >= 0.75 * len(cells)
        and all(_COLUMN_NUMBER.fullmatch(cell) for cell in filled)
        and any(cell.startswith("(") for cell in filled)
    )
