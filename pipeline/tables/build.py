"""Readings of all pages → tables over pages. The steps in order; each lives in its own module."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.model import Issue, Severity
from pipeline.page import PageReading
from pipeline.settings import TableSettings
from pipeline.tables.cards import build_from_cards, find_cards
from pipeline.tables.cells import GridText, describe_table, read_grids
from pipeline.tables.columns import borrow_columns, settle_columns
from pipeline.tables.complete import check_loose_lines, check_numbers, check_rows
from pipeline.tables.headers import count_title_rows, find_firm_edges, find_header, find_split_columns
from pipeline.tables.merged import carry_merged, doubt_merged, share_rejoined
from pipeline.tables.numbered import part_numbers
from pipeline.tables.open_headers import part_open_header
from pipeline.tables.records import CellText, Column, Meaning, StitchedTable, Tables
from pipeline.tables.rejoin import Cut, judge_cut, rejoin
from pipeline.tables.reshape import drop_false_edges, reshape_columns
from pipeline.tables.rows import BodyRow, spread_rows
from pipeline.tables.sections import is_section
from pipeline.tables.signatures import part_signatures, report_signature
from pipeline.tables.stitch import Part, chain_parts, has_same_columns
from pipeline.tables.totals import part_totals, report_total
from pipeline.tables.wide_headings import part_wide_headings


@dataclass(frozen=True, slots=True)
class _Settled:
    """The parts of one table with its columns. `known`: a header of its own says so."""

    chain: tuple[Part, ...]
    columns: tuple[Column, ...]
    issues: tuple[Issue, ...]
    known: bool = False


@dataclass(frozen=True, slots=True)
class _Joined:
    rows: tuple[BodyRow, ...]
    issues: tuple[Issue, ...]


def build_tables(readings: Sequence[PageReading], *, settings: TableSettings | None = None) -> Tables:
    """All tables of a document. `readings` are its readable pages, in page order."""
    settings = settings or TableSettings()
    texts = [text for reading in readings for text in read_grids(reading)]
    cards = find_cards(texts, settings=settings)
    carded = {(text.page, text.index) for run in cards for text in run}
    parts = [_open_part(text, settings) for text in texts if _is_table(text) and (text.page, text.index) not in carded]
    chains = chain_parts(parts, readings, settings=settings)
    headed = [_settle(chain, settings) for chain in chains]
    settled = [
        entry if entry.known else _borrow_header(entry, headed[:index], settings) for index, entry in enumerate(headed)
    ]
    built = [_build_table(entry, settings) for entry in settled]
    built += [build_from_cards(run, settings=settings) for run in cards]
    stitched = tuple(sorted(built, key=lambda table: table.pieces[0]))
    per_page = {
        reading.number: tuple(describe_table(text) for text in texts if text.page == reading.number)
        for reading in readings
    }
    issues = [issue for table in stitched for issue in table.issues]
    issues += [_report_box(text) for text in texts if not _is_table(text)]
    return Tables(stitched, per_page, tuple(issues))


def _is_table(text: GridText) -> bool:
    """A frame around one cell or one column of text is a box, one row without any text is not even that. Where nothing
    but the alignment of texts makes the columns, texts must stand side by side: noise is aligned as well."""
    if text.grid.cols < 2:
        return False
    if text.grid.by_alignment:
        return any(_count_texts(text, row) >= 2 for row in range(text.grid.rows))
    return text.grid.rows >= 2 or any(passage.glyphs for passage in text.passages)


def _count_texts(text: GridText, row: int) -> int:
    """How many cells of a grid row have text."""
    return sum(bool(text.passages[owner].glyphs) for owner in set(text.owners[row]) if owner is not None)


def _open_part(text: GridText, settings: TableSettings) -> Part:
    """The grid with its header, without column edges that its rows or its headings contradict."""
    whole, first = part_open_header(text, settings=settings)
    cleaned = drop_false_edges(whole, find_firm_edges(first) if first is not None else (), settings=settings)
    narrowed = cleaned.grid.cols < text.grid.cols
    header = first if cleaned is whole else find_header(cleaned, settings=settings)
    parted = part_wide_headings(cleaned, settings.header_rows_most)
    told = find_header(parted, settings=settings) if parted is not cleaned else None
    is_parted = whole is not text or told is not None
    if told is not None:  # else rows, not headings, were parted
        cleaned, header = parted, told
    if header is not None and (split := find_split_columns(cleaned, header, settings=settings)):
        kept = [edge for col, edge in enumerate(cleaned.edges) if col not in split]
        if (joined := reshape_columns(cleaned, kept, 0.0)) is not None:
            return Part(joined, find_header(joined, settings=settings), fitted=True, narrowed=narrowed)
    return Part(cleaned, header, fitted=is_parted, narrowed=narrowed)


def _settle(chain: tuple[Part, ...], settings: TableSettings) -> _Settled:
    first = chain[0].text
    headers = [part.header for part in chain if part.header is not None]
    cells = [[text for part in chain for text in _body_texts(part, col)] for col in range(first.grid.cols)]
    columns, issues = settle_columns(headers, first.place, cells, settings=settings)
    return _Settled(chain, columns, issues, known=bool(headers))


def _body_texts(part: Part, col: int) -> list[str]:
    """The texts of one column below the header, one for every grid row that no section fills from side to side."""
    rows = [row for row in range(part.start, part.text.grid.rows) if not is_section(part.text, row)]
    owners = [part.text.owners[row][col] for row in rows]
    return [part.text.passages[owner].text for owner in owners if owner is not None]


def _borrow_header(entry: _Settled, before: Sequence[_Settled], settings: TableSettings) -> _Settled:
    """A table without header takes over the headings of the last one with the same columns, where there is one."""
    first = entry.chain[0].text
    for lender in reversed(before):
        last = lender.chain[-1].text
        if lender.known and has_same_columns(last, first, settings.edges_fit):
            columns, issues = borrow_columns(lender.columns, f"the table on page {last.page}", first.place)
            return _Settled(entry.chain, columns, issues)
    return _Settled(entry.chain, entry.columns, (*entry.issues, *_report_no_header(first)))


def _build_table(entry: _Settled, settings: TableSettings) -> StitchedTable:
    chain, columns = entry.chain, entry.columns
    joined = _join_bodies(chain, columns, settings)
    bare = StitchedTable(
        columns=columns,
        rows=tuple(body.row for body in joined.rows),
        pieces=tuple((part.text.page, part.text.index) for part in chain),
        where=tuple(part.text.place for part in chain),
    )
    # Where no rule parts the columns, a column of numbers may have been taken with the next one.
    has_rules = not any(part.text.grid.by_alignment for part in chain)
    table = bare if has_rules else part_numbers(bare, settings=settings)
    return replace(
        table,
        issues=(
            *entry.issues,
            *joined.issues,
            *check_numbers(table.rows, table.columns),
            *(issue for part in chain for issue in check_loose_lines(part.text)),
            *(issue for part in chain if part.header is not None for issue in _report_titles(part.text)),
            *(_report_fitted(part.text) for part in chain if part.fitted),
            *(_report_narrowed(part.text) for part in chain if part.narrowed),
            *(_report_doubted_row(part.text) for part in chain if part.may_have_header),
        ),
    )


def _join_bodies(chain: Sequence[Part], columns: Sequence[Column], settings: TableSettings) -> _Joined:
    """The rows of all parts, one after the other, with cut rows rejoined and merged cells carried on."""
    rows: list[BodyRow] = []
    issues: list[Issue] = []
    section: CellText | None = None
    seen = used = 0  # grid rows below the headers; those that became a row, a part of one or a section heading
    for before, part in zip([None, *chain[:-1]], chain, strict=True):
        body = spread_rows(part.text, part.start, section)
        section = body.section
        issues += body.issues
        seen += part.text.grid.rows - part.start
        used += body.sections
        new = body.rows
        if before is not None and rows and new:
            is_open = before.text.grid.open_bottom and part.text.grid.open_top
            judgement = judge_cut(rows, new, columns, is_open=is_open, settings=settings)
            new, carried = carry_merged(rows[-1], new, columns)
            issues += [_report_carried(new[0], column) for column in carried]
            if judgement.cut is not Cut.NO:
                issues.append(_report_cut(new[0], judgement.cut, judgement.why, columns))
            # Without rules nobody can see which lines at the break are one row.
            is_open_table = before.text.grid.by_alignment or part.text.grid.by_alignment
            if judgement.cut is Cut.YES:
                last, first = rows[-1], new[0]
                rows[-1] = rejoin(last, first)
                rows[:-1] = share_rejoined(rows[-1], last, rows[:-1])
                new = share_rejoined(rows[-1], first, new[1:])
                used += 1
                rows[-1] = _doubt_row(rows[-1]) if is_open_table else rows[-1]
            elif is_open_table or judgement.cut is Cut.MAYBE:
                rows[-1], new = _doubt_row(rows[-1]), (_doubt_row(new[0]), *new[1:])
            else:
                doubted, new = doubt_merged(rows, new, columns, settings)
                rows = list(doubted)
        rows += new
    if rows and chain[-1].text.grid.by_alignment:
        rows[-1] = _doubt_row(rows[-1])
    unsigned, signatures = part_signatures(rows, columns)
    kept, totals = part_totals(unsigned, columns)
    issues += map(report_signature, signatures)
    issues += map(report_total, totals)
    issues += check_rows(seen, used + len(kept) + len(signatures) + len(totals), chain[0].text.page)
    return _Joined(kept, tuple(issues))


def _doubt_row(body: BodyRow) -> BodyRow:
    return replace(body, row=replace(body.row, doubt="the page break may have cut this row"))


def _report_cut(body: BodyRow, cut: Cut, why: str, columns: Sequence[Column]) -> Issue:
    if cut is Cut.YES:
        code, severity = "row-rejoined", Severity.INFO
        message = f"A row cut by the page break was put together again: {why}."
    else:
        code, severity = "row-maybe-cut", Severity.REVIEW
        message = f"The first row of the page may be the rest of the row before it: {why}."
    return Issue(
        code=code, severity=severity, message=message, page=body.text.page, bbox=body.text.row_box(body.grid_row)
    )


def _report_carried(body: BodyRow, column: Column) -> Issue:
    text = body.row.cells[column.index].passage.text
    return Issue(
        code="merged-cell-continued",
        severity=Severity.REVIEW if column.meaning is Meaning.MEASURE else Severity.INFO,
        message=f"The merged cell “{text}” under “{column.heading}” goes on over the page break.",
        page=body.text.page,
        bbox=body.row.cells[column.index].places[-1].bbox,
    )


def _report_no_header(text: GridText) -> tuple[Issue, ...]:
    large = text.grid.rows >= 2 and text.grid.cols >= 3
    return (
        Issue(
            code="table-without-header",
            severity=Severity.REVIEW if large else Severity.INFO,
            message="No header was recognised in this table; its columns are kept without a meaning.",
            page=text.page,
            bbox=text.grid.bbox,
        ),
    )


def _report_box(text: GridText) -> Issue:
    return Issue(
        code="box-not-table",
        severity=Severity.INFO,
        message=f"A frame of {text.grid.rows} × {text.grid.cols} cells was taken as a box, not as a table.",
        page=text.page,
        bbox=text.grid.bbox,
    )


def _report_titles(text: GridText) -> tuple[Issue, ...]:
    return tuple(
        Issue(
            code="table-title",
            severity=Severity.INFO,
            message=f"“{text.passages[owner].text}” stands over the header inside the table; it is taken as its title.",
            page=text.page,
            bbox=text.row_box(row),
        )
        for row in range(count_title_rows(text))
        if (owner := text.owners[row][0]) is not None and text.passages[owner].glyphs
    )


def _report_fitted(text: GridText) -> Issue:
    return Issue(
        code="columns-fitted",
        severity=Severity.REVIEW,
        message="Rules on this page contradict its header or the other pages; its cells were fitted to those.",
        page=text.page,
        bbox=text.grid.bbox,
    )


def _report_narrowed(text: GridText) -> Issue:
    return Issue(
        code="false-rules",
        severity=Severity.INFO,
        message="Upright strokes in few rows of this table were taken as specks, not as column rules.",
        page=text.page,
        bbox=text.grid.bbox,
    )


def _report_doubted_row(text: GridText) -> Issue:
    return Issue(
        code="header-maybe-repeated",
        severity=Severity.REVIEW,
        message="The first row of the table on this page may be its header again; it is kept as a row.",
        page=text.page,
        bbox=text.row_box(0),
    )
