"""Inbox folders → the documents in them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import CannotStart
from pipeline.ingest import DOCUMENT_SUFFIXES

UNSUPPORTED_SUFFIXES = frozenset(
    {
        ".doc",
        ".docx",
        ".odt",
        ".rtf",
        ".xls",
        ".ods",
        ".ppt",
        ".pptx",
        ".zip",
        ".rar",
        ".7z",
        ".heic",
        ".heif",
        ".webp",
        ".gif",
        ".bmp",
        ".djvu",
        ".xps",
    }
)
"""Files that may well hold a memo, which an analyst must be told about when they are passed over."""

# A file without a telling name is looked into: scanners and mail programs save such files, and what follows a dot
# in a Thai name may be no suffix at all ("บันทึก ลว. ๔ ม.ค. ๖๕").
_SIGNATURES = (b"%PDF-", b"II*\x00", b"MM\x00*", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


@dataclass(frozen=True, slots=True)
class Inbox:
    """documents: to be read, each once, sorted by path; unsupported: may hold a memo, cannot be read;
    closed: folders that may not be looked into; ignored: other files beside them (notes, workbooks)."""

    documents: tuple[Path, ...]
    unsupported: tuple[Path, ...] = ()
    closed: tuple[Path, ...] = ()
    ignored: tuple[Path, ...] = ()


def find_documents(paths: Sequence[Path]) -> Inbox:
    """Everything under the given files and folders. A file named outright is always a document.

    Raises `CannotStart` (`path-missing`) when a path does not exist.
    """
    documents: set[Path] = set()
    unsupported: set[Path] = set()
    closed: set[Path] = set()
    ignored: set[Path] = set()
    for path in paths:
        require_path(path)
        if path.is_file():
            documents.add(path.resolve())
            continue
        for file in _walk(path.resolve(), closed):
            suffix = file.suffix.lower()
            if suffix in DOCUMENT_SUFFIXES or (suffix not in UNSUPPORTED_SUFFIXES and _looks_like_document(file)):
                documents.add(file)
            elif suffix in UNSUPPORTED_SUFFIXES:
                unsupported.add(file)
            else:
                ignored.add(file)
    in_order = (tuple(sorted(found)) for found in (documents, unsupported - documents, closed, ignored - documents))
    return Inbox(*in_order)


def require_path(path: Path) -> None:
    """Raise `CannotStart` (`path-missing`) when there is nothing of that name."""
    if not path.exists():
        raise CannotStart("path-missing", f"{path}: there is no such file or folder; check the name.")


def _walk(folder: Path, closed: set[Path]) -> Iterator[Path]:
    """The files under a folder, without hidden ones; folders that cannot be listed are added to `closed`."""

    def refuse(error: OSError) -> None:
        closed.add(Path(error.filename))

    for place, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            file = Path(place, name)
            if not name.startswith(".") and file.is_file():
                yield file


def _looks_like_document(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            return stream.read(8).startswith(_SIGNATURES)
    except OSError:
        return not file.suffix  # reading it will say what is wrong
