"""`memo extract`: one file → its record, its pages spread over the workers."""

from __future__ import annotations

from pathlib import Path

from pipeline.batch.pool import Executor
from pipeline.batch.work import read_one_page
from pipeline.ingest import open_document
from pipeline.model import DocumentRecord
from pipeline.recipe import describe_source, understand


def extract_document(path: Path, engine: str, executor: Executor) -> DocumentRecord:
    """The record of one file. Raises `CannotRead` when it cannot be opened; unreadable pages become issues."""
    document = open_document(path)
    numbers = range(1, document.page_count + 1)
    futures = [executor.submit(read_one_page, document, number, engine) for number in numbers]
    return understand(describe_source(document), [future.result() for future in futures])
