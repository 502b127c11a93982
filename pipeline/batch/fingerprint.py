"""What the cached results depend on: the program's own files.

A cache keyed by a version number is stale the moment someone edits a threshold. Hashing the files (a few
milliseconds) lets a rerun after a change redo exactly what the change can affect.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
_READING_ROOMS = ("page.py", "model.py", "pieces.py", "settings", "recipe.py", "ingest", "layout", "reading", "thai")
_RECORD_ROOMS = (*_READING_ROOMS, "passage.py", "orders.py", "tables", "memo", "workbook", "inspection")


@cache
def reading_fingerprint() -> str:
    """Hash (16 hex digits) of everything that turns a page into its reading."""
    return _hash_sources(_READING_ROOMS)


@cache
def record_fingerprint(vocabulary: Path | None = None) -> str:
    """Hash (16 hex digits) of everything that turns a file into its record and its workbook, a file of headings beside
    the package's own included."""
    program = _hash_sources(_RECORD_ROOMS)
    if vocabulary is None:
        return program
    return hashlib.sha256(program.encode() + vocabulary.read_bytes()).hexdigest()[:16]


def _hash_sources(rooms: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for room in rooms:
        path = _PACKAGE / room
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            # Word lists and vocabularies decide as much as code does; what Python compiles from it says nothing new.
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(str(file.relative_to(_PACKAGE)).encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
