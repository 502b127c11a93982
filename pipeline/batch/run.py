"""`memo run`: inbox → one record and one workbook per document. A rerun does only what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.batch.facts import DocumentResult, summarise
from pipeline.batch.faults import LOG_NAME, explain_fault, fail_file, hash_path
from pipeline.batch.fingerprint import reading_fingerprint, record_fingerprint
from pipeline.batch.inbox import Inbox
from pipeline.batch.names import StemBook, make_stem
from pipeline.batch.outputs import keep_edited, note_written
from pipeline.batch.pictures import open_pages
from pipeline.batch.pool import Executor
from pipeline.batch.progress import Progress
from pipeline.batch.results import ResultPaths, drawn_path, finish_document, write_results
from pipeline.batch.store import Store, StoredDocument
from pipeline.batch.work import read_one_page
from pipeline.errors import CannotStart
from pipeline.ingest import Document, open_document
from pipeline.model import DocumentRecord
from pipeline.page import PageReading
from pipeline.recipe import describe_source, fail_document, fail_page
from pipeline.settings import BatchSettings


@dataclass(slots=True)
class _OpenDocument:
    """A document under way: what is read, and what is still out."""

    document: Document
    stem: str
    readings: dict[int, PageReading]
    pages_read: int = 0
    kept: Path | None = None

    @property
    def missing(self) -> list[int]:
        return [number for number in range(1, self.document.page_count + 1) if number not in self.readings]


@dataclass(slots=True)
class Batch:
    """One run over an inbox.

    folder: the output's `documents` folder; engine: as it was asked for; reader: the name of the engine that this
    means here, under which readings are stored; draws: whether pages are drawn, into `pages` beside that folder.
    """

    store: Store
    folder: Path
    executor: Executor
    engine: str
    reader: str
    jobs: int
    resume: bool
    progress: Progress
    settings: BatchSettings
    draws: bool = True
    results: list[DocumentResult] = field(default_factory=list)
    twins: list[tuple[Path, Path]] = field(default_factory=list)
    """Files with the content of another file of this run, and that file."""
    _names: StemBook = field(default_factory=lambda: StemBook({}))
    _seen: dict[str, Path] = field(default_factory=dict)
    _pages: dict[Future[PageReading], tuple[_OpenDocument, int]] = field(default_factory=dict)
    _endings: dict[Future[DocumentRecord], _OpenDocument] = field(default_factory=dict)

    def run(self, inbox: Inbox) -> None:
        """Read every document. Interrupting it loses only the pages under way."""
        self.progress.plan(len(inbox.documents) + len(inbox.unsupported) + len(inbox.closed))
        self._names = StemBook(self.store.stem_owners())
        for path in inbox.unsupported:
            self._fail(path, "unsupported-type", f"{path}: this kind of file cannot be read; save it as PDF.")
        for path in inbox.closed:
            self._fail(path, "folder-unreadable", f"{path}: this folder cannot be looked into; check its rights.")
        steps = self._start_documents(inbox.documents)
        # One job works at once in this process: what it has done is stored before the next call.
        most = self.jobs * self.settings.calls_queued_per_job if self.jobs > 1 else 1
        more = True
        while more or self._pages or self._endings:
            while more and len(self._pages) + len(self._endings) < most:
                more = self._submit_next(steps)
            self._take_finished()

    def _start_documents(self, paths: Sequence[Path]) -> Iterator[tuple[_OpenDocument, int | None]]:
        """The calls to make, document after document; None stands for finishing one whose pages are all known."""
        for path in paths:
            try:
                document = open_document(path)
            except Exception as error:
                self._fail(path, *self._explain(error, path))
                continue
            self.progress.add_pages(document.page_count)
            if (twin := self._seen.setdefault(document.sha256, path)) != path:
                self.twins.append((path, twin))
                self.progress.finish_pages(document.page_count)
                self.progress.finish_document(path.name)
                continue
            stem = self._names.choose(make_stem(document.name), document.sha256)
            if self._is_finished(document):
                continue
            fingerprint = reading_fingerprint()
            known = self.store.load_readings(document.sha256, self.reader, fingerprint) if self.resume else {}
            self.progress.finish_pages(len(known))
            opened = _OpenDocument(document, stem, known)
            numbers: list[int | None] = [*opened.missing]
            yield from ((opened, number) for number in numbers or [None])

    def _is_finished(self, document: Document) -> bool:
        stored = self.store.find_document(document.sha256) if self.resume else None
        if stored is None or (stored.engine, stored.fingerprint) != (
            self.reader,
            record_fingerprint(self.settings.vocabulary),
        ):
            return False
        paths = self._paths(stored.stem)
        if not (paths.json.is_file() and paths.workbook.is_file()):
            return False
        if stored.path != document.path:
            self.store.move_document(document.sha256, document.path)
        self.progress.finish_pages(document.page_count)
        self._add(DocumentResult(document.path, stored.stem, stored.facts))
        return True

    def _submit_next(self, steps: Iterator[tuple[_OpenDocument, int | None]]) -> bool:
        step = next(steps, None)
        if step is None:
            return False
        opened, number = step
        if number is None:
            self._submit_ending(opened)
        else:
            self._pages[self.executor.submit(read_one_page, opened.document, number, self.engine)] = (opened, number)
        return True

    def _submit_ending(self, opened: _OpenDocument) -> None:
        paths = self._paths(opened.stem)
        opened.kept = keep_edited(paths.workbook, self.store)
        readings = [opened.readings[number] for number in sorted(opened.readings)]
        future = self.executor.submit(
            finish_document, opened.document, readings, paths, self.settings, draws=self.draws
        )
        self._endings[future] = opened

    def _take_finished(self) -> None:
        waiting: list[Future[Any]] = [*self._pages, *self._endings]
        if not waiting:
            return
        wait(waiting, return_when=FIRST_COMPLETED)
        for page in [future for future in self._pages if future.done()]:
            opened, number = self._pages.pop(page)
            self._take_page(opened, number, page)
            if not opened.missing:
                self._submit_ending(opened)
        for ending in [future for future in self._endings if future.done()]:
            self._take_record(self._endings.pop(ending), ending)

    def _take_page(self, opened: _OpenDocument, number: int, future: Future[PageReading]) -> None:
        document = opened.document
        try:
            reading = future.result()
        except CannotStart:
            raise  # the engine is missing: no page would fare better
        except Exception as error:
            reading = fail_page(number, *self._explain(error, document.path, number))
        if reading.status == "ok":  # a failed page is tried again by the next run
            self.store.save_reading(document.sha256, self.reader, reading_fingerprint(), reading)
        opened.readings[number] = reading
        opened.pages_read += 1
        self.progress.finish_pages(1)

    def _take_record(self, opened: _OpenDocument, future: Future[DocumentRecord]) -> None:
        document = opened.document
        try:
            record = future.result()
        except CannotStart:
            raise  # the output folder cannot be written to: no document would fare better
        except Exception as error:
            record = fail_document(describe_source(document), *self._explain(error, document.path))
            write_results(record, self._paths(opened.stem), open_pages({}, self.settings))
        # A record with failed pages is not final: without its fingerprint the next run takes it up again.
        is_final = bool(record.pages) and all(page.status == "ok" for page in record.pages)
        self._keep(document.path, opened.stem, record, record_fingerprint(self.settings.vocabulary) if is_final else "")
        self._add(DocumentResult(document.path, opened.stem, summarise(record), opened.pages_read, opened.kept))

    def _fail(self, path: Path, code: str, message: str) -> None:
        """A file that cannot be opened: a failed record of its own, so that it is missing nowhere."""
        record = fail_file(path, code, message)
        key = record.source.sha256
        if self._seen.setdefault(key, path) != path:  # two empty files are told apart all the same
            key = hash_path(path)
        stem = self._names.choose(make_stem(path.name), key)
        kept = keep_edited(self._paths(stem).workbook, self.store)
        write_results(record, self._paths(stem), open_pages({}, self.settings))
        self._keep(path, stem, record, "")
        self._add(DocumentResult(path, stem, summarise(record), kept=kept))

    def _keep(self, path: Path, stem: str, record: DocumentRecord, fingerprint: str) -> None:
        note_written(self._paths(stem).workbook, self.store)
        stored = StoredDocument(path, stem, self.reader, fingerprint, summarise(record))
        self.store.save_document(stored, record)

    def _explain(self, error: Exception, path: Path, number: int | None = None) -> tuple[str, str]:
        what = f"{path}, page {number}" if number is not None else str(path)
        return explain_fault(error, what, self.folder.parent / LOG_NAME, self.settings)

    def _paths(self, stem: str) -> ResultPaths:
        drawn = drawn_path(self.folder.parent, stem)
        return ResultPaths(self.folder / f"{stem}.json", self.folder / f"{stem}.xlsx", drawn)

    def _add(self, result: DocumentResult) -> None:
        self.results.append(result)
        self.progress.finish_document(result.path.name)
