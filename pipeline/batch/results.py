"""The results of one document, written in the workers: its record and its workbook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.batch.files import write_text
from pipeline.batch.pictures import open_pictures
from pipeline.ingest import Document
from pipeline.model import DocumentRecord, to_json
from pipeline.page import PageReading
from pipeline.recipe import describe_source, understand
from pipeline.settings import BatchSettings, TableSettings
from pipeline.workbook import write_document_workbook


def finish_document(
    document: Document, readings: Sequence[PageReading], json_path: Path, workbook_path: Path, settings: BatchSettings
) -> DocumentRecord:
    """The record of a document whose pages are read; writes its JSON and its workbook."""
    record = understand(describe_source(document), readings, TableSettings(vocabulary=settings.vocabulary))
    write_results(record, json_path, workbook_path, {document.sha256: document.path}, settings)
    return record


def write_results(
    record: DocumentRecord,
    json_path: Path,
    workbook_path: Path,
    sources: dict[str, Path],
    settings: BatchSettings,
) -> None:
    """Write a record as JSON and as a workbook with pictures from its source."""
    write_document_workbook(record, workbook_path, pictures=open_pictures(sources, settings))
    write_text(json_path, to_json(record))  # last: its presence says that the document is complete
