"""Workbooks that an analyst may have edited are never overwritten without a copy."""

from __future__ import annotations

import time
from itertools import count
from pathlib import Path

from pipeline.batch.faults import hash_file
from pipeline.batch.store import Store
from pipeline.errors import CannotStart


def keep_edited(path: Path, store: Store) -> Path | None:
    """Move a workbook that was edited since we wrote it out of the way; returns where it is now, or None.

    Raises `CannotStart` (`output-not-writable`) when it is open in a program that forbids that.
    """
    if not is_edited(path, store):
        return None
    kept = _free_name(path)
    try:
        path.rename(kept)
    except OSError as error:
        raise CannotStart(
            "output-not-writable",
            f"{path}: was edited and cannot be put aside ({error.strerror or error}); close it in the spreadsheet "
            "and run again.",
        ) from error
    return kept


def is_edited(path: Path, store: Store) -> bool:
    """Whether the workbook differs from what we wrote; one that the store does not know counts as edited."""
    return path.is_file() and store.written_hash(path) != hash_file(path)


def note_written(path: Path, store: Store) -> None:
    """Remember a workbook as we wrote it."""
    store.note_written(path, hash_file(path))


def _free_name(path: Path) -> Path:
    begin = f"{path.stem}.edited-{time.strftime('%Y%m%d-%H%M%S')}"
    names = (path.with_name(f"{begin}{f'-{number}' if number > 1 else ''}{path.suffix}") for number in count(1))
    return next(name for name in names if not name.exists())
