"""PDF files through PDFium: opening, counting, and one page as pixels."""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.errors import CannotRead
from pipeline.settings import IngestSettings

_TAIL = 4096
"""Bytes at the end in which the pointer to the cross-reference table must stand; the norm says 1,024, real
files carry up to a few hundred bytes of padding."""


_NO_PAGES = "the PDF has no pages; get the original file again."

_PADDING = b"\0 \t\r\n"


def count_pdf_pages(path: Path) -> int:
    """Pages of a PDF. Raises `CannotRead` (pdf-encrypted, pdf-damaged, pdf-no-pages)."""
    if is_truncated(path):
        raise CannotRead("pdf-damaged", f"{path.name}: the end of the PDF is missing; copy or download it again.")
    with opened_pdf(path) as document:
        count = len(document)
    if count == 0:
        raise CannotRead("pdf-no-pages", f"{path.name}: {_NO_PAGES}")
    return count


def is_truncated(path: Path) -> bool:
    """Whether the end of a PDF is cut off. PDFium would repair such a file and silently lose its last pages."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        end = len(content)
        while end and not content[max(0, end - _TAIL) : end].strip(_PADDING):
            end -= _TAIL
        tail = content[max(0, end - 2 * _TAIL) : max(0, end)].rstrip(_PADDING)[-_TAIL:]
        linear = re.search(rb"/Linearized[^>]{0,200}?/L\s+(\d+)", content[:2048])
        if linear and int(linear.group(1)) > len(content):
            return True
    return b"startxref" not in tail and b"%%EOF" not in tail


@contextmanager
def opened_pdf(path: Path) -> Iterator[pdfium.PdfDocument]:
    """The PDF, closed afterwards. Raises `CannotRead` (pdf-encrypted, pdf-damaged)."""
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as e:
        if _has_empty_page_tree(path):
            raise CannotRead("pdf-no-pages", f"{path.name}: {_NO_PAGES}") from e
        if e.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
            raise CannotRead(
                "pdf-encrypted", f"{path.name}: the PDF is locked with a password; save a copy without one."
            ) from e
        raise CannotRead("pdf-damaged", f"{path.name}: the PDF is damaged; copy or download it again.") from e
    except OSError as e:
        raise CannotRead("file-missing", f"{path}: the file cannot be opened; check the name and its rights.") from e
    with document:
        document.init_forms()
        yield document


def _has_empty_page_tree(path: Path) -> bool:
    """Whether the file says that it has no pages; PDFium refuses it then, with whatever error came last."""
    tree = rb"/Type\s*/Pages\b[^>]*?/Count\s+0\b|/Count\s+0\b[^>]*?/Type\s*/Pages\b"
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return re.search(tree, content) is not None


@contextmanager
def opened_page(document: pdfium.PdfDocument, path: Path, number: int) -> Iterator[pdfium.PdfPage]:
    """One page (1-based) of an open PDF. Raises `CannotRead` (page-unreadable)."""
    try:
        page = document[number - 1]
        width, height = page.get_size()
    except (pdfium.PdfiumError, IndexError) as e:
        raise _unreadable(path, number) from e
    try:
        if min(width, height) < 1:
            raise _unreadable(path, number)
        yield page
    except pdfium.PdfiumError as e:
        raise _unreadable(path, number) from e
    finally:
        page.close()


def render_page(page: pdfium.PdfPage, dpi: float, *, gray: bool = False) -> npt.NDArray[np.uint8]:
    """The page as a viewer shows it, its rotation honoured: (height, width, 3) RGB, or (height, width) gray."""
    bitmap = page.render(scale=dpi / 72, grayscale=gray, rev_byteorder=True, optimize_mode="print")
    pixels = np.array(bitmap.to_numpy(), dtype=np.uint8)
    bitmap.close()
    return pixels[..., 0] if gray and pixels.ndim == 3 else pixels


def bound_dpi(page: pdfium.PdfPage, dpi: float, settings: IngestSettings) -> float:
    """The resolution, lowered so that a page of poster size is not drawn beyond `settings.max_pixels`."""
    width, height = page.get_size()
    return float(min(dpi, 72 * (settings.max_pixels / (width * height)) ** 0.5))


def _unreadable(path: Path, number: int) -> CannotRead:
    return CannotRead(
        "page-unreadable", f"{path.name}: page {number} is damaged; print or scan that page again from the original."
    )
