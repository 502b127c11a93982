"""Workbooks that an analyst may have edited are never overwritten without a copy."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

from pipeline.batch.store import Store


def keep_edited(path: Path, store: Store) -> Path | None:
    """Move a workbook that was edited since we wrote it out of the way; returns where it is now, or None."""
    if not path.is_file() or store.written_hash(path) in {None, _hash(path)}:
        return None
    kept = path.with_name(f"{path.stem}.edited-{time.strftime('%Y%m%d-%H%M%S')}{path.suffix}")
    path.rename(kept)
    return kept


def is_edited(path: Path, store: Store) -> bool:
    """Whether the workbook differs from what we wrote."""
    return path.is_file() and store.written_hash(path) not in {None, _hash(path)}


def note_written(path: Path, store: Store) -> None:
    """Remember a workbook as we wrote it."""
    store.note_written(path, _hash(path))


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
