"""`memo run`: inbox → one record and one workbook per document. A rerun does only what is missing."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from pebble import ProcessExpired

from pipeline.batch.fingerprint import reading_fingerprint, record_fingerprint
from pipeline.batch.inbox import Inbox
from pipeline.batch.names import choose_stem
from pipeline.batch.pool import Executor
from pipeline.batch.store import Store, StoredDocument
from pipeline.batch.work import finish_document, read_one_page, write_results
from pipeline.errors import CannotRead, MemoError
from pipeline.ingest import Document, open_document
from pipeline.model import DocumentRecord, Source
from pipeline.page import PageReading
from pipeline.recipe import fail_document, fail_page
from pipeline.settings import BatchSettings

log = logging.getLogger("memo")


class Progress(Protocol):
    """Told what happens, so that someone can draw it."""

    def plan(self, documents: int) -> None:
        """So many documents were found."""
        ...

    def add_pages(self, pages: int) -> None:
        """A document was opened and has so many pages."""
        ...

    def finish_pages(self, pages: int) -> None:
        """Pages are done, or were done before."""
        ...

    def finish_document(self, name: str, record: DocumentRecord) -> None:
        """A document is done."""
        ...


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """One document of a run. `pages_read` counts those read now, not taken from the store."""

    path: Path
    stem: str
    record: DocumentRecord
    pages_read: int


@dataclass(slots=True)
class _OpenDocument:
    """A document under way: what is read, and what is still out."""

    document: Document
    stem: str
    readings: dict[int, PageReading]
    missing: int
    pages_read: int = 0


@dataclass(slots=True)
class Batch:
    """One run over an inbox. `folder` is the output's `documents` folder."""

    store: Store
    folder: Path
    executor: Executor
    engine: str
    jobs: int
    resume: bool
    progress: Progress
    settings: BatchSettings
    results: list[DocumentResult] = field(default_factory=list)
    twins: list[tuple[Path, Path]] = field(default_factory=list)
    """Files with the content of another file of this run, and that file."""
    _owners: dict[str, str] = field(default_factory=dict)

    def run(self, inbox: Inbox) -> tuple[DocumentResult, ...]:
        """Read every document; results come sorted by path. Interrupting it loses only the pages under way."""
        self.progress.plan(len(inbox.documents) + len(inbox.unsupported))
        self._owners = self.store.stem_owners()
        for path in inbox.unsupported:
            self._fail(
                path, "unsupported-type", f"{path}: this kind of file cannot be read; save it as PDF and try again."
            )
        pending: dict[Future[PageReading] | Future[DocumentRecord], tuple[_OpenDocument, int | None]] = {}
        steps = self._start_documents(inbox.documents)
        most = self.jobs * self.settings.calls_queued_per_job
        more = True
        while more or pending:
            while more and len(pending) < most:
                step = next(steps, None)
                more = step is not None
                if step is not None:
                    opened, number = step
                    pending[self._submit(opened, number)] = step
            done, _ = wait(pending, return_when=FIRST_COMPLETED) if pending else ((), ())
            for future in done:
                opened, number = pending.pop(future)
                if number is None:
                    self._take_record(opened, future)  # type: ignore[arg-type]  # None marks the finishing call
                else:
                    self._take_page(opened, number, future)  # type: ignore[arg-type]  # a page number marks a page call
                    if opened.missing == 0:
                        pending[self._submit(opened, None)] = (opened, None)
        return tuple(sorted(self.results, key=lambda result: result.path))

    def _start_documents(self, paths: Sequence[Path]) -> Iterator[tuple[_OpenDocument, int | None]]:
        """The calls to make, document after document; None stands for finishing one whose pages are all known."""
        seen: dict[str, Path] = {}
        for path in paths:
            try:
                document = open_document(path)
            except CannotRead as trouble:
                self._fail(path, trouble.code, trouble.message)
                continue
            except Exception:
                log.exception("%s: opening it failed", path)
                self._fail(path, "internal-error", f"{path}: a fault in this program; the log file has the details.")
                continue
            self.progress.add_pages(document.page_count)
            if (twin := seen.get(document.sha256)) is not None:
                self.twins.append((path, twin))
                self.progress.finish_pages(document.page_count)
                continue
            seen[document.sha256] = path
            stem = self._choose_stem(document.name, document.sha256)
            if self._is_finished(document, stem):
                continue
            known = self.store.load_readings(document.sha256, self.engine, reading_fingerprint()) if self.resume else {}
            opened = _OpenDocument(document, stem, known, document.page_count - len(known))
            self.progress.finish_pages(len(known))
            numbers = [number for number in range(1, document.page_count + 1) if number not in known]
            yield from ((opened, number) for number in numbers or [None])

    def _is_finished(self, document: Document, stem: str) -> bool:
        stored = self.store.load_document(document.sha256) if self.resume else None
        if stored is None or (stored.engine, stored.fingerprint) != (self.engine, record_fingerprint()):
            return False
        if not all(path.is_file() for path in self._paths(stored.stem)):
            return False
        self.store.save_document(
            StoredDocument(document.path, stored.stem, self.engine, stored.fingerprint, stored.record)
        )
        self.progress.finish_pages(document.page_count)
        self._add(DocumentResult(document.path, stored.stem, stored.record, 0))
        return True

    def _submit(self, opened: _OpenDocument, number: int | None) -> Future[PageReading] | Future[DocumentRecord]:
        if number is not None:
            return self.executor.submit(read_one_page, opened.document, number, self.engine)
        readings = [opened.readings[page] for page in sorted(opened.readings)]
        json_path, workbook_path = self._paths(opened.stem)
        return self.executor.submit(finish_document, opened.document, readings, json_path, workbook_path, self.settings)

    def _take_page(self, opened: _OpenDocument, number: int, future: Future[PageReading]) -> None:
        document = opened.document
        try:
            reading = future.result()
        except (MemoError, KeyboardInterrupt):
            raise  # the engine is missing: no page would fare better
        except Exception as error:
            reading = fail_page(number, *self._explain(error, f"{document.path}, page {number}"))
        if reading.status == "ok":  # a failed page is tried again by the next run
            self.store.save_reading(document.sha256, self.engine, reading_fingerprint(), reading)
        opened.readings[number] = reading
        opened.missing -= 1
        opened.pages_read += 1
        self.progress.finish_pages(1)

    def _take_record(self, opened: _OpenDocument, future: Future[DocumentRecord]) -> None:
        document = opened.document
        try:
            record = future.result()
        except (MemoError, KeyboardInterrupt):
            raise
        except Exception as error:
            source = Source(name=document.name, sha256=document.sha256, page_count=document.page_count)
            record = fail_document(source, *self._explain(error, str(document.path)))
            write_results(record, *self._paths(opened.stem), {}, self.settings)
        # A record with failed pages is not final: without its fingerprint the next run takes it up again.
        fingerprint = (
            "" if any(page.status == "failed" for page in record.pages) or not record.pages else record_fingerprint()
        )
        self.store.save_document(StoredDocument(document.path, opened.stem, self.engine, fingerprint, record))
        self._add(DocumentResult(document.path, opened.stem, record, opened.pages_read))

    def _fail(self, path: Path, code: str, message: str) -> None:
        """A file that cannot be opened: a failed record of its own, so that it is missing nowhere."""
        sha256 = _hash_file(path)
        record = fail_document(Source(name=path.name, sha256=sha256), code, message)
        stem = self._choose_stem(path.name, sha256)
        write_results(record, *self._paths(stem), {}, self.settings)
        self.store.save_document(StoredDocument(path, stem, self.engine, "", record))
        self._add(DocumentResult(path, stem, record, 0))

    def _explain(self, error: Exception, what: str) -> tuple[str, str]:
        """Issue code and sentence for a call that went wrong; a fault of ours goes to the log with its traceback."""
        if isinstance(error, TimeoutError):
            return "page-timeout", f"{what}: given up after {self.settings.call_seconds:.0f} seconds."
        if isinstance(error, ProcessExpired):
            log.error("%s: the worker process died with exit code %s", what, error.exitcode)
            return "page-crashed", f"{what}: the process reading it died; it was left out."
        log.error("%s", what, exc_info=error)
        return "internal-error", f"{what}: a fault in this program; the log file has the details."

    def _choose_stem(self, name: str, sha256: str) -> str:
        taken = next((stem for stem, owner in self._owners.items() if owner == sha256), None)
        stem = taken or choose_stem(name, sha256, self._owners)
        self._owners[stem] = sha256
        return stem

    def _paths(self, stem: str) -> tuple[Path, Path]:
        return self.folder / f"{stem}.json", self.folder / f"{stem}.xlsx"

    def _add(self, result: DocumentResult) -> None:
        self.results.append(result)
        self.progress.finish_document(result.path.name, result.record)


def _hash_file(path: Path) -> str:
    """The content hash, or for a file that cannot be opened the hash of its path: a key, nothing more."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return hashlib.sha256(str(path).encode()).hexdigest()


def now() -> str:
    """The time as ISO text with the offset from UTC, to the second."""
    return time.strftime("%Y-%m-%dT%H:%M:%S%z")
