"""The store: one SQLite file per output folder that remembers what was read, understood, decided and written.

Rows are keyed by content hash, so a renamed or moved file is not read again. Only the main process writes.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from pydantic import ValidationError

from pipeline.errors import CannotStart
from pipeline.model import Decision, DocumentRecord
from pipeline.page import PageReading

_SCHEMA = """
CREATE TABLE IF NOT EXISTS readings (
    sha256 TEXT NOT NULL, page INTEGER NOT NULL, engine TEXT NOT NULL, fingerprint TEXT NOT NULL, reading TEXT NOT NULL,
    PRIMARY KEY (sha256, page, engine)
);
CREATE TABLE IF NOT EXISTS documents (
    sha256 TEXT PRIMARY KEY, path TEXT NOT NULL, stem TEXT NOT NULL UNIQUE, engine TEXT NOT NULL,
    fingerprint TEXT NOT NULL, status TEXT NOT NULL, record TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS decisions (
    plan_sha256 TEXT NOT NULL, report_sha256 TEXT NOT NULL, plan TEXT NOT NULL, report TEXT NOT NULL,
    decision TEXT NOT NULL, decided_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (plan_sha256, report_sha256, plan, report)
);
CREATE TABLE IF NOT EXISTS written (
    path TEXT PRIMARY KEY, sha256 TEXT NOT NULL
);
"""

_WAIT_SECONDS = 30  # another `memo` may be writing to the same folder; its writes take milliseconds


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document that was read before. `path` is where it was then, `stem` its name in the output folder."""

    path: Path
    stem: str
    engine: str
    fingerprint: str
    record: DocumentRecord


class Store:
    """Open with `with Store(path) as store:`. Raises `CannotStart` (`store-damaged`) when the file is no store."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._db = sqlite3.connect(path, timeout=_WAIT_SECONDS)
            self._db.executescript(_SCHEMA)
        except sqlite3.Error as error:
            raise CannotStart(
                "store-damaged", f"{path}: not a usable store ({error}); move it away and run again."
            ) from error

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    def save_reading(self, sha256: str, engine: str, fingerprint: str, reading: PageReading) -> None:
        """Keep one page's reading, in place of an older one by the same engine."""
        row = (sha256, reading.number, engine, fingerprint, reading.model_dump_json())
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?)", row)

    def load_readings(self, sha256: str, engine: str, fingerprint: str) -> dict[int, PageReading]:
        """The pages of a document already read by this engine and this program, by page number."""
        query = "SELECT page, reading FROM readings WHERE sha256 = ? AND engine = ? AND fingerprint = ?"
        return {
            page: PageReading.model_validate_json(text) for page, text in self._rows(query, sha256, engine, fingerprint)
        }

    def save_document(self, stored: StoredDocument) -> None:
        """Keep a document's record, in place of an older one of the same content."""
        record = stored.record
        row = (
            record.source.sha256, str(stored.path), stored.stem, stored.engine,
            stored.fingerprint, record.status.value, record.model_dump_json(by_alias=True),
        )  # fmt: skip
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def load_document(self, sha256: str) -> StoredDocument | None:
        """The document with this content, or None when it was never read or its record is of an older shape."""
        return next(self._documents("WHERE sha256 = ?", sha256), None)

    def load_documents(self) -> tuple[StoredDocument, ...]:
        """Every document, by name."""
        return tuple(self._documents("ORDER BY stem"))

    def stem_owners(self) -> dict[str, str]:
        """Names taken in the output folder: stem → content hash."""
        return dict(self._rows("SELECT stem, sha256 FROM documents"))

    def save_decisions(self, decisions: Sequence[Decision]) -> None:
        """Keep an analyst's decisions; a newer one on the same entry replaces the older."""
        rows = [
            (d.plan_sha256, d.report_sha256, json.dumps(d.plan), json.dumps(d.report), d.model_dump_json())
            for d in decisions
        ]
        with self._db:
            self._db.executemany(
                "INSERT OR REPLACE INTO decisions (plan_sha256, report_sha256, plan, report, decision)"
                " VALUES (?, ?, ?, ?, ?)",
                rows,
            )

    def load_decisions(self, plan_sha256: str, report_sha256: str) -> tuple[Decision, ...]:
        """The decisions on one pair of documents, oldest first."""
        query = "SELECT decision FROM decisions WHERE plan_sha256 = ? AND report_sha256 = ? ORDER BY decided_at, rowid"
        return tuple(Decision.model_validate_json(text) for (text,) in self._rows(query, plan_sha256, report_sha256))

    def note_written(self, path: Path, sha256: str) -> None:
        """Remember the content of an output file, to recognise later that someone edited it."""
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO written VALUES (?, ?)", (str(path.resolve()), sha256))

    def written_hash(self, path: Path) -> str | None:
        """The content hash of an output file when it was last written, or None."""
        rows = list(self._rows("SELECT sha256 FROM written WHERE path = ?", str(path.resolve())))
        return str(rows[0][0]) if rows else None

    def _documents(self, condition: str, *values: str) -> Iterator[StoredDocument]:
        query = f"SELECT path, stem, engine, fingerprint, record FROM documents {condition}"
        for path, stem, engine, fingerprint, text in list(self._rows(query, *values)):
            try:
                record = DocumentRecord.model_validate_json(text)
            except ValidationError:
                continue  # written by another version of the contract: read the document anew
            yield StoredDocument(Path(path), stem, engine, fingerprint, record)

    def _rows(self, query: str, *values: str) -> Iterator[tuple]:  # type: ignore[type-arg]  # SQLite rows are untyped
        with closing(self._db.execute(query, values)) as cursor:
            yield from cursor
