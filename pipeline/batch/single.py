"""`memo extract`: one file → its record, its pages spread over the workers."""

from __future__ import annotations

from pathlib import Path

from pipeline.batch.faults import explain_fault, fail_file
from pipeline.batch.pool import Executor, make_executor
from pipeline.batch.work import read_one_page
from pipeline.errors import CannotRead, CannotStart
from pipeline.ingest import open_document
from pipeline.model import DocumentRecord
from pipeline.reading import select_engine
from pipeline.recipe import check_vocabulary, describe_source, fail_page, understand
from pipeline.settings import BatchSettings, TableSettings


def extract_document(
    path: Path, engine: str, executor: str, jobs: int, log_file: Path, vocabulary: Path | None = None
) -> DocumentRecord:
    """The record of one file; a file or a page that cannot be read is in it as failed, with the issue that says why.

    executor: where to work, in `jobs` processes; vocabulary: a file of headings beside the package's own.
    Raises `CannotStart` when the engine cannot read at all, or the vocabulary cannot be.
    """
    select_engine(engine)  # a missing component is told before any work
    check_vocabulary(vocabulary)
    settings = BatchSettings(vocabulary=vocabulary)
    workers = make_executor(executor, jobs, settings)
    try:
        return _extract(path, engine, workers, log_file, settings)
    finally:
        workers.stop()


def _extract(path: Path, engine: str, executor: Executor, log_file: Path, settings: BatchSettings) -> DocumentRecord:
    try:
        document = open_document(path)
    except CannotRead as trouble:
        return fail_file(path, trouble.code, trouble.message)
    numbers = range(1, document.page_count + 1)
    readings = []
    for number, future in [(number, executor.submit(read_one_page, document, number, engine)) for number in numbers]:
        try:
            readings.append(future.result())
        except CannotStart:
            raise
        except Exception as error:
            readings.append(fail_page(number, *explain_fault(error, f"{path}, page {number}", log_file, settings)))
    return understand(describe_source(document), readings, TableSettings(vocabulary=settings.vocabulary))
