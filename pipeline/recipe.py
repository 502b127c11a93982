"""From a file to its record: the stages in order. Stages never meet; values pass between them here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.errors import CannotRead
from pipeline.ingest import Document, load_page, open_document
from pipeline.layout import (
    find_beside,
    find_layout,
    find_upright_cells,
    lay_out_turned,
    put_back,
    replace_lines,
    smooth_screens,
    turn_reversed,
)
from pipeline.memo import drop_repeats, find_repeats, tell_blank, understand_memos
from pipeline.model import DocumentRecord, DocumentStatus, Issue, Line, Memo, Page, Severity, Source, Table
from pipeline.page import Layout, PageImage, PageReading, ReadLine
from pipeline.reading import OWN_ENGINE, Engine, layer_engine, settle_layer, tell_illegible
from pipeline.settings import TableSettings
from pipeline.tables import build_tables, load_vocabulary


def read_document(path: Path, engine: Engine) -> DocumentRecord:
    """The record of one file, page after page in this process.

    Raises `CannotRead` when no page of it can be read; single unreadable pages become issues.
    """
    document = open_document(path)
    readings = [read_page_or_fail(document, number, engine) for number in range(1, document.page_count + 1)]
    return understand(describe_source(document), readings)


def check_vocabulary(path: Path | None) -> None:
    """Raises `CannotStart` (vocabulary-invalid) unless this file of headings can be used, or there is none."""
    load_vocabulary(path)


def describe_source(document: Document) -> Source:
    """What the record says about the file."""
    return Source(name=document.name, sha256=document.sha256, page_count=document.page_count)


def read_page(document: Document, number: int, engine: Engine) -> PageReading:
    """One page (1-based): image → geometry → text. Raises `CannotRead` when the page cannot be loaded."""
    page = turn_reversed(smooth_screens(load_page(document, number)))
    layout = find_layout(page)
    if page.source == "scan":
        lines = _read_turned(page, layout, engine.read_lines(page, layout.lines), engine)
        return assemble_reading(page, layout, engine.name, lines)
    layer = layer_engine()
    lines = layer.read_lines(page, layout.lines)
    if engine.name != OWN_ENGINE:
        return assemble_reading(page, layout, layer.name, lines)
    lines, corrected = settle_layer(lines, engine.read_lines(page, layout.lines))
    reading = assemble_reading(page, layout, layer.name, lines)
    return reading.model_copy(update={"issues": (*reading.issues, *_tell_corrected(number, corrected))})


def _read_turned(page: PageImage, layout: Layout, lines: tuple[ReadLine, ...], engine: Engine) -> tuple[ReadLine, ...]:
    """The lines of a page, those of cells whose text runs up or down read along it."""
    for runs_up in (True, False):
        found = _read_sheet(page, layout, find_upright_cells(page, layout, lines), engine, runs_up=runs_up)
        found |= _read_sheet(page, layout, find_beside(page, layout, found), engine, runs_up=runs_up)
        lines = replace_lines(lines, found)
    return lines


def _read_sheet(
    page: PageImage, layout: Layout, cells: Sequence[tuple[int, int]], engine: Engine, *, runs_up: bool
) -> dict[tuple[int, int], tuple[ReadLine, ...]]:
    if not cells:
        return {}
    sheet = lay_out_turned(page, layout, cells, runs_up=runs_up)
    return put_back(sheet, engine.read_lines(sheet.page, find_layout(sheet.page).lines))


def _tell_corrected(page: int, count: int) -> tuple[Issue, ...]:
    if not count:
        return ()
    message = f"{count} lines of page {page} say something else in its text layer; they were read from its picture."
    return (Issue(code="text-layer-corrected", severity=Severity.INFO, message=message, page=page),)


def assemble_reading(page: PageImage, layout: Layout, engine: str, lines: tuple[ReadLine, ...]) -> PageReading:
    """What is kept of a page once its lines are read by the engine of that name: all but the picture."""
    return PageReading(
        number=page.number,
        source=page.source,
        width=page.width,
        height=page.height,
        dpi=page.dpi,
        rotation=page.rotation,
        skew=page.skew,
        engine=engine,
        grids=layout.grids,
        lines=lines,
        issues=(*page.issues, *layout.issues, *tell_illegible(lines, page.number)),
    )


def read_page_or_fail(document: Document, number: int, engine: Engine) -> PageReading:
    """As `read_page`, but a page that cannot be loaded is returned as failed, with the issue that says why."""
    try:
        return read_page(document, number, engine)
    except CannotRead as trouble:
        return fail_page(number, trouble.code, trouble.message)


def fail_page(number: int, code: str, message: str) -> PageReading:
    """The reading of a page that could not be read."""
    issue = Issue(code=code, severity=Severity.ERROR, message=message, page=number)
    return PageReading(number=number, status="failed", width=0, height=0, dpi=0, issues=(issue,))


def understand(
    source: Source, readings: Sequence[PageReading], settings: TableSettings | None = None
) -> DocumentRecord:
    """The record of a document whose pages have been read: tables over pages, memos, status."""
    good = [reading for reading in readings if reading.status == "ok"]
    repeats, repeat_issues = find_repeats(good)
    used = drop_repeats(good, repeats)
    tables = build_tables(used, settings=settings)
    memos, memo_issues = understand_memos(used, tables)
    repeated = build_tables([page for page in good if page.number in repeats], settings=settings)
    per_page = {**tables.per_page, **repeated.per_page}
    issues = (
        *(issue for reading in readings for issue in reading.issues),
        *tell_blank(good),
        *repeat_issues,
        *tables.issues,
        *memo_issues,
    )
    return DocumentRecord(
        source=source,
        status=judge_status(readings, memos, issues),
        pages=tuple(_describe_page(reading, per_page.get(reading.number, ())) for reading in readings),
        memos=memos,
        issues=issues,
    )


def fail_document(source: Source, code: str, message: str) -> DocumentRecord:
    """The record of a file that could not be read at all."""
    issue = Issue(code=code, severity=Severity.ERROR, message=message)
    return DocumentRecord(source=source, status=DocumentStatus.FAILED, issues=(issue,))


def judge_status(readings: Sequence[PageReading], memos: Sequence[Memo], issues: Sequence[Issue]) -> DocumentStatus:
    """`ok` only when nothing at all is doubted: no failed page, no issue above info, no value marked for review."""
    failed = sum(reading.status == "failed" for reading in readings)
    if failed == len(readings):
        return DocumentStatus.FAILED
    if failed:
        return DocumentStatus.PARTIAL
    everything = (*issues, *(issue for memo in memos for issue in memo.issues))
    if any(issue.severity is not Severity.INFO for issue in everything) or any(has_review(memo) for memo in memos):
        return DocumentStatus.REVIEW
    return DocumentStatus.OK


def has_review(memo: Memo) -> bool:
    """Whether any value of the memo is marked for review."""
    return count_reviews(memo) > 0


def count_reviews(memo: Memo) -> int:
    """How many values and statuses of the memo are marked for review, however deep they stand."""
    return _count_marks(memo.model_dump())


def _count_marks(node: object) -> int:
    if isinstance(node, dict):
        own = bool(node.get("review")) + bool(node.get("status_review"))
        return own + sum(map(_count_marks, node.values()))
    return sum(map(_count_marks, node)) if isinstance(node, (list, tuple)) else 0


def _describe_page(reading: PageReading, tables: tuple[Table, ...]) -> Page:
    return Page(
        number=reading.number,
        status=reading.status,
        source=reading.source,
        width=reading.width,
        height=reading.height,
        dpi=reading.dpi,
        rotation=reading.rotation,
        skew=reading.skew,
        lines=tuple(
            Line(text=line.text, raw=line.raw, confidence=line.confidence, bbox=line.bbox) for line in reading.lines
        ),
        tables=tables,
    )
