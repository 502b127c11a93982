"""The store: one SQLite file per output folder that remembers what was read, understood, decided and written.

Rows are keyed by content hash, so a renamed or moved file is not read again. Only the main process writes.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from pydantic import ValidationError

from pipeline.batch.facts import DocumentFacts
from pipeline.errors import CannotStart
from pipeline.model import Decision, DocumentRecord, DocumentStatus
from pipeline.page import PageReading

_VERSION = 1
"""Of the tables below; a store of another version is refused, never altered."""

_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS readings (
    sha256 TEXT NOT NULL, page INTEGER NOT NULL, engine TEXT NOT NULL, fingerprint TEXT NOT NULL, reading TEXT NOT NULL,
    PRIMARY KEY (sha256, page, engine)
);
CREATE TABLE IF NOT EXISTS documents (
    sha256 TEXT PRIMARY KEY, path TEXT NOT NULL, stem TEXT NOT NULL UNIQUE, engine TEXT NOT NULL,
    fingerprint TEXT NOT NULL, status TEXT NOT NULL, facts TEXT NOT NULL, record TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS decisions (
    plan_sha256 TEXT NOT NULL, report_sha256 TEXT NOT NULL, plan TEXT NOT NULL, report TEXT NOT NULL,
    decision TEXT NOT NULL, decided_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (plan_sha256, report_sha256, plan, report)
);
CREATE TABLE IF NOT EXISTS written (
    path TEXT PRIMARY KEY, sha256 TEXT NOT NULL
);
PRAGMA user_version = {_VERSION};
"""

_WAIT_SECONDS = 30  # another `memo` may be writing to the same folder; its writes take milliseconds


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document that was read before. `path` is where it was then, `stem` its name in the output folder."""

    path: Path
    stem: str
    engine: str
    fingerprint: str
    facts: DocumentFacts


class Store:
    """Open with `with Store(path) as store:`.

    Raises `CannotStart`, on opening and by every method: store-damaged, store-version, store-busy, output-not-writable.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._told():
            self._db = sqlite3.connect(path, timeout=_WAIT_SECONDS)
            version, tables = self._look()
            if version != _VERSION and tables:
                raise CannotStart(
                    "store-version",
                    f"{path}: written by another version of this program (form {version}, expected {_VERSION}); "
                    "choose another folder with --out, or move the file away to read everything anew.",
                )
            self._db.executescript(_SCHEMA)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    def save_reading(self, sha256: str, engine: str, fingerprint: str, reading: PageReading) -> None:
        """Keep one page's reading, in place of an older one by the same engine."""
        row = (sha256, reading.number, engine, fingerprint, reading.model_dump_json())
        self._write("INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?)", row)

    def load_readings(self, sha256: str, engine: str, fingerprint: str) -> dict[int, PageReading]:
        """The pages of a document already read by this engine and this program, by page number."""
        query = "SELECT page, reading FROM readings WHERE sha256 = ? AND engine = ? AND fingerprint = ?"
        return {
            page: PageReading.model_validate_json(text) for page, text in self._rows(query, sha256, engine, fingerprint)
        }

    def save_document(self, stored: StoredDocument, record: DocumentRecord) -> None:
        """Keep a document's record, in place of an older one of the same content."""
        row = (
            record.source.sha256, str(stored.path), stored.stem, stored.engine, stored.fingerprint,
            record.status.value, stored.facts.model_dump_json(), record.model_dump_json(by_alias=True),
        )  # fmt: skip
        self._write("INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def move_document(self, sha256: str, path: Path) -> None:
        """Remember that a document is somewhere else now."""
        self._write("UPDATE documents SET path = ? WHERE sha256 = ?", (str(path), sha256))

    def find_document(self, sha256: str) -> StoredDocument | None:
        """The document with this content, or None when it was never read, or by a program of another shape."""
        query = "SELECT path, stem, engine, fingerprint, facts FROM documents WHERE sha256 = ?"
        for path, stem, engine, fingerprint, text in self._rows(query, sha256):
            try:
                facts = DocumentFacts.model_validate_json(text)
            except ValidationError:
                return None
            return StoredDocument(Path(path), stem, engine, fingerprint, facts)
        return None

    def load_record(self, sha256: str) -> DocumentRecord | None:
        """The record of the document with this content, or None as for `find_document`."""
        for (text,) in self._rows("SELECT record FROM documents WHERE sha256 = ?", sha256):
            try:
                return DocumentRecord.model_validate_json(text)
            except ValidationError:
                return None
        return None

    def list_documents(self) -> tuple[tuple[str, Path], ...]:
        """Content hash and path of every document that could be read, by name."""
        query = "SELECT sha256, path FROM documents WHERE status <> ? ORDER BY stem"
        return tuple((sha256, Path(path)) for sha256, path in self._rows(query, DocumentStatus.FAILED))

    def stem_owners(self) -> dict[str, str]:
        """Names taken in the output folder: stem → content hash. A file that failed gives its name to a better one."""
        return dict(self._rows("SELECT stem, sha256 FROM documents WHERE status <> ?", DocumentStatus.FAILED))

    def save_decisions(self, decisions: Sequence[Decision]) -> None:
        """Keep an analyst's decisions; a newer one on the same entry replaces the older."""
        rows = [
            (d.plan_sha256, d.report_sha256, json.dumps(d.plan), json.dumps(d.report), d.model_dump_json())
            for d in decisions
        ]
        columns = "(plan_sha256, report_sha256, plan, report, decision)"
        self._write(f"INSERT OR REPLACE INTO decisions {columns} VALUES (?, ?, ?, ?, ?)", *rows)

    def load_decisions(self, plan_sha256: str, report_sha256: str) -> tuple[Decision, ...]:
        """The decisions on one pair of documents, oldest first."""
        query = "SELECT decision FROM decisions WHERE plan_sha256 = ? AND report_sha256 = ? ORDER BY decided_at, rowid"
        return tuple(Decision.model_validate_json(text) for (text,) in self._rows(query, plan_sha256, report_sha256))

    def note_written(self, path: Path, sha256: str) -> None:
        """Remember the content of an output file, to recognise later that someone edited it."""
        self._write("INSERT OR REPLACE INTO written VALUES (?, ?)", (str(path.resolve()), sha256))

    def written_hash(self, path: Path) -> str | None:
        """The content hash of an output file when it was last written, or None."""
        rows = list(self._rows("SELECT sha256 FROM written WHERE path = ?", str(path.resolve())))
        return str(rows[0][0]) if rows else None

    def _look(self) -> tuple[int, int]:
        """The file's version, and how many tables it has."""
        version = next(self._rows("PRAGMA user_version"))[0]
        return version, next(self._rows("SELECT count(*) FROM sqlite_schema"))[0]

    def _write(self, statement: str, *rows: tuple[Any, ...]) -> None:
        with self._told(), self._db:
            self._db.executemany(statement, rows)

    def _rows(self, query: str, *values: str) -> Iterator[tuple[Any, ...]]:  # SQLite rows are untyped
        with self._told(), closing(self._db.execute(query, values)) as cursor:
            yield from cursor.fetchall()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn SQLite's errors into sentences."""
        try:
            yield
        except sqlite3.Error as error:
            name = getattr(error, "sqlite_errorname", "")
            if name.startswith(("SQLITE_FULL", "SQLITE_READONLY", "SQLITE_IOERR", "SQLITE_CANTOPEN")):
                raise CannotStart(
                    "output-not-writable", f"{self.path}: cannot be written ({error}); check the disk and its rights."
                ) from error
            if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                raise CannotStart(
                    "store-busy",
                    f"{self.path}: another memo is using this folder; wait for it or choose another --out.",
                ) from error
            raise CannotStart(
                "store-damaged", f"{self.path}: not a usable store ({error}); move it away and run again."
            ) from error
