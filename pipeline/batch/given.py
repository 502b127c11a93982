"""The files named with --plan and --report → records: JSON is loaded, scans are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.batch.inbox import Inbox, find_documents, require_path
from pipeline.batch.run import Batch
from pipeline.batch.store import Store
from pipeline.errors import CannotRead
from pipeline.model import DocumentRecord, DocumentStatus


@dataclass(slots=True)
class Given:
    """Records of each side; sources: content hash → file; troubles: a sentence for each file without a record."""

    plans: list[DocumentRecord] = field(default_factory=list)
    reports: list[DocumentRecord] = field(default_factory=list)
    sources: dict[str, Path] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)


def load_given(plans: Sequence[Path], reports: Sequence[Path], store: Store, read: Callable[[Inbox], Batch]) -> Given:
    """read: reads the scans of an inbox. A file named on both sides is read once. Raises `CannotStart`."""
    for path in (*plans, *reports):
        require_path(path)
    given = Given()
    scans = [path for path in (*plans, *reports) if not _is_json(path)]
    records = _read_scans(read(find_documents(scans)), store, given) if scans else {}
    for side, paths in ((given.plans, plans), (given.reports, reports)):
        for path in paths:
            if _is_json(path):
                _load_json(path, side, given)
            else:
                found = find_documents([path]).documents
                side += [records[file] for file in found if file in records]
    return given


def load_record(path: Path) -> DocumentRecord:
    """A record from the JSON that `memo extract` wrote. Raises `CannotRead` (`record-invalid`, `record-failed`)."""
    try:
        record = DocumentRecord.model_validate_json(path.read_bytes())
    except (OSError, ValueError) as error:
        raise CannotRead(
            "record-invalid", f"{path}: not a document record of this program; make it with 'memo extract'."
        ) from error
    if record.status is DocumentStatus.FAILED:
        raise CannotRead("record-failed", f"{path}: the record of a document that could not be read; extract it again.")
    return record


def _read_scans(batch: Batch, store: Store, given: Given) -> dict[Path, DocumentRecord]:
    records: dict[Path, DocumentRecord] = {}
    for result in sorted(batch.results, key=lambda result: result.path):
        given.troubles += result.facts.errors if result.facts.status is DocumentStatus.FAILED else ()
        record = store.load_record(result.facts.sha256)
        if record is not None and record.status is not DocumentStatus.FAILED:
            records[result.path] = record
            given.sources[record.source.sha256] = result.path
    records |= {twin: records[first] for twin, first in batch.twins if first in records}
    return records


def _load_json(path: Path, side: list[DocumentRecord], given: Given) -> None:
    try:
        side.append(load_record(path))
    except CannotRead as trouble:
        given.troubles.append(trouble.message)


def _is_json(path: Path) -> bool:
    return path.suffix.lower() == ".json"
