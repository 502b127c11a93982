"""The results of one document, written in the workers: its record and its workbook."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.batch.files import write_text
from pipeline.batch.pictures import Pages, cut_from, draw_from, open_pages
from pipeline.ingest import Document
from pipeline.inspection import draw_document
from pipeline.model import DocumentRecord, to_json
from pipeline.page import PageReading
from pipeline.recipe import describe_source, understand
from pipeline.settings import BatchSettings, TableSettings
from pipeline.workbook import write_document_workbook

PAGES = "pages"
"""The folder of drawn pages, in the output folder."""


@dataclass(frozen=True, slots=True)
class ResultPaths:
    """Where the results of one document go. drawn: its pages with what was read over them."""

    json: Path
    workbook: Path
    drawn: Path


def drawn_path(out: Path, stem: str) -> Path:
    """Where the drawn pages of a document go, in this output folder."""
    return out / PAGES / f"{stem}.html"


def finish_document(
    document: Document, readings: Sequence[PageReading], paths: ResultPaths, settings: BatchSettings, *, draws: bool
) -> DocumentRecord:
    """The record of a document whose pages are read; writes its JSON, its workbook and, if asked, its drawn pages."""
    record = understand(describe_source(document), readings, TableSettings(vocabulary=settings.vocabulary))
    pages = open_pages({document.sha256: document.path}, settings)
    if draws:
        write_text(paths.drawn, draw_document(record, draw_from(pages, document.sha256)))
    write_results(record, paths, pages)
    return record


def write_results(record: DocumentRecord, paths: ResultPaths, pages: Pages) -> None:
    """Write a record as JSON and as a workbook, with pictures from its source and links to its drawn pages."""
    drawn = {record.source.sha256: link_between(paths.workbook, paths.drawn)} if paths.drawn.is_file() else {}
    write_document_workbook(record, paths.workbook, pictures=cut_from(pages), drawn=drawn)
    write_text(paths.json, to_json(record))  # last: its presence says that the document is complete


def link_between(workbook: Path, file: Path) -> str:
    """The address of a file as seen from a workbook."""
    return Path(os.path.relpath(file, workbook.parent)).as_posix()
