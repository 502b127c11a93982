"""Opening a file: what it is, by its content, and how many pages it has."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline.errors import CannotRead
from pipeline.ingest.images import count_image_pages
from pipeline.ingest.pdf import count_pdf_pages

Kind = Literal["pdf", "tiff", "png", "jpeg"]

_PDF_HEADER_WITHIN = 1024
"""Bytes in which "%PDF-" may stand: mail and web servers put lines before it, and every viewer accepts that."""

DOCUMENT_SUFFIXES = frozenset({".pdf", ".tif", ".tiff", ".png", ".jpg", ".jpeg"})


@dataclass(frozen=True, slots=True)
class Document:
    """A file that can be read. `name` is the file's own name, `sha256` the hex digest of its bytes."""

    path: Path
    name: str
    sha256: str
    page_count: int
    kind: Kind


def open_document(path: Path) -> Document:
    """Look at a file's bytes and count its pages; nothing stays open.

    Raises `CannotRead`: file-missing, file-empty, pdf-encrypted, pdf-damaged, pdf-no-pages, not-a-document,
    unsupported-type, image-damaged.
    """
    path = Path(path)
    head = _read_head(path)
    kind = detect_kind(head)
    if kind is None:
        raise _refuse(path, head)
    count = count_pdf_pages(path) if kind == "pdf" else count_image_pages(path)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Document(path=path, name=path.name, sha256=digest, page_count=count, kind=kind)


def detect_kind(head: bytes) -> Kind | None:
    r"""The kind of a file from its first bytes, whatever its name says.

    >>> detect_kind(b"\x89PNG\r\n\x1a\n...")
    'png'
    >>> detect_kind(b"<html>") is None
    True
    """
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"):
        return "tiff"
    return "pdf" if b"%PDF-" in head[:_PDF_HEADER_WITHIN] else None


def _read_head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            head = file.read(_PDF_HEADER_WITHIN)
    except (FileNotFoundError, NotADirectoryError) as e:
        raise CannotRead("file-missing", f"{path}: there is no such file; check the name and the folder.") from e
    except IsADirectoryError as e:
        raise CannotRead("file-missing", f"{path}: this is a folder; name a file in it.") from e
    except OSError as e:
        reason = e.strerror or str(e)
        raise CannotRead("file-missing", f"{path}: the file cannot be opened ({reason}); check its rights.") from e
    if not head:
        raise CannotRead("file-empty", f"{path.name}: the file is empty; scan or copy it again.")
    return head


def _refuse(path: Path, head: bytes) -> CannotRead:
    suffix = path.suffix.lower()
    if not head.strip(b"\0 \r\n\t"):
        return CannotRead("file-empty", f"{path.name}: the file holds nothing but blanks; scan or copy it again.")
    if suffix in DOCUMENT_SUFFIXES:
        return CannotRead(
            "not-a-document",
            f"{path.name}: the name ends in {suffix}, but the content is neither a PDF nor a TIFF, PNG or JPEG image; "
            "get the original file again.",
        )
    return CannotRead(
        "unsupported-type",
        f"{path.name}: this type of file is not supported; save it as PDF, TIFF, PNG or JPEG.",
    )
