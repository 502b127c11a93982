"""Inbox folders → the documents in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import CannotStart

DOCUMENT_SUFFIXES = frozenset({".pdf", ".tif", ".tiff", ".png", ".jpg", ".jpeg"})

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

# A file without a telling name is looked into: scanners and mail programs save such files.
_SIGNATURES = (b"%PDF-", b"II*\x00", b"MM\x00*", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


@dataclass(frozen=True, slots=True)
class Inbox:
    """documents: to be read, each once, sorted by path; unsupported: may hold a memo, cannot be read;
    ignored: other files beside them (notes, workbooks)."""

    documents: tuple[Path, ...]
    unsupported: tuple[Path, ...]
    ignored: tuple[Path, ...]


def find_documents(paths: Sequence[Path]) -> Inbox:
    """Everything under the given files and folders. A file named outright is always a document.

    Raises `CannotStart` (`path-missing`) when a path does not exist.
    """
    documents: dict[Path, None] = {}
    unsupported: dict[Path, None] = {}
    ignored: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise CannotStart("path-missing", f"{path}: there is no such file or folder; check the name.")
        if path.is_file():
            documents[path.resolve()] = None
            continue
        for file in _walk(path.resolve()):
            suffix = file.suffix.lower()
            if suffix in DOCUMENT_SUFFIXES:
                documents[file] = None
            elif suffix in UNSUPPORTED_SUFFIXES:
                unsupported[file] = None
            elif _looks_like_document(file):
                documents[file] = None
            else:
                ignored[file] = None
    return Inbox(tuple(sorted(documents)), tuple(sorted(unsupported)), tuple(sorted(ignored)))


def _walk(folder: Path) -> Iterator[Path]:
    for entry in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in entry.relative_to(folder).parts)
        if entry.is_file() and not hidden:
            yield entry


def _looks_like_document(file: Path) -> bool:
    if file.suffix and file.suffix.lower() not in {".tmp", ".bin", ".dat"}:
        return False
    try:
        with file.open("rb") as stream:
            return stream.read(8).startswith(_SIGNATURES)
    except OSError:
        return True  # reading it will say what is wrong
