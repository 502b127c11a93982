"""One document from its specification to its file and its truth: lay out, print, write on, scan, store."""

from __future__ import annotations

import hashlib
import io
import re
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
from PIL import Image

from pipeline import model
from pipeline.errors import CannotStart
from pipeline.synth.boxes import PageBoxes, collect_page
from pipeline.synth.degrade import degrade
from pipeline.synth.html import memo_html
from pipeline.synth.ink import draw_ink, draw_stamp
from pipeline.synth.pdf import Encoded, encode_ccitt, encode_jpeg, write_pdf, write_tiff
from pipeline.synth.spec import Document, Memo, Scan
from pipeline.synth.truth import Places, TruePage, true_memo, true_page

Pixels = npt.NDArray[np.uint8]


def make_document(document: Document, folder: Path) -> model.DocumentRecord:
    """Write ``<folder>/<name><suffix>`` and return its truth. Same specification, same bytes."""
    pages: list[TruePage] = []
    scans: list[Pixels | None] = []
    layers: list[bytes] = []
    spans: list[tuple[int, int]] = []
    for index, memo in enumerate(document.memos):
        layout = lay_out(memo, f"m{index}")
        layer = _pdf_bytes(layout)
        first = len(pages) + 1
        for within, laid in enumerate(layout.pages):
            number = len(pages) + 1
            scan = document.page_scans.get(number, document.scan)
            boxes = collect_page(laid, scan.dpi)
            clean = _print(layer, within, scan.dpi, (boxes.width, boxes.height))
            pages.append(TruePage(boxes, clean.min(axis=2), scan, number))
            rng = np.random.default_rng(zlib.crc32(f"{document.name}/{number}".encode()))
            if number in scan.born_digital:
                scans.append(None)
            else:
                scans.append(_scan_page(clean, boxes, memo, within + 1, scan, number, rng))
            layers.append(layer)
        spans.append((first, len(pages)))
    path = folder / f"{document.name}{document.suffix}"
    _store(path, pages, scans, layers, spans)
    places = Places(pages)
    return model.DocumentRecord(
        source=model.Source(
            name=path.name, sha256=hashlib.sha256(path.read_bytes()).hexdigest(), page_count=len(pages)
        ),
        status=model.DocumentStatus.OK,
        pages=tuple(true_page(page) for page in pages),
        memos=tuple(true_memo(memo, f"m{index}", spans[index], places) for index, memo in enumerate(document.memos)),
    )


def lay_out(memo: Memo, prefix: str) -> Any:
    """The memo as a WeasyPrint document; a second pass adds the words that announce the next page."""
    layout = _html(memo_html(memo, prefix)).render()
    if not memo.style.catchwords:
        return layout
    words = []
    for number, page in enumerate(layout.pages[1:], start=1):
        boxes = collect_page(page, 96)
        flowing = [line for line in boxes.lines if not line.text.startswith("- ")]
        in_table = boxes.tables and flowing and boxes.tables[0].bbox[1] < flowing[0].window[3]
        if flowing and not in_table and not flowing[0].text.startswith("("):
            words.append((number, catchword(flowing[0].text)))
    return _html(memo_html(memo, prefix, words)).render()


def catchword(text: str) -> str:
    """The first letters of the next page, cut before a letter that can begin a syllable.

    >>> catchword("ทั้งนี้ ขอให้ทุกส่วนราชการ")
    '/ทั้งนี้...'
    """
    first = text.split(" ")[0]
    cut = re.match(r".{7,11}?(?=[เแโใไ])", first)
    return f"/{cut[0] if cut else first[:14]}..."


def _html(source: str) -> Any:
    try:
        import weasyprint
    except (ImportError, OSError) as e:
        raise CannotStart(
            "weasyprint-missing", "WeasyPrint with Pango renders the samples: pip install '.[samples]'."
        ) from e
    return weasyprint.HTML(string=source)


def _pdf_bytes(layout: Any) -> bytes:
    buffer = io.BytesIO()
    layout.write_pdf(buffer)
    return buffer.getvalue()


def _print(layer: bytes, index: int, dpi: int, size: tuple[int, int]) -> Pixels:
    """The page as printed: (height, width, 3) RGB."""
    with pdfium.PdfDocument(layer) as pdf:
        image = pdf[index].render(scale=dpi / 72, optimize_mode="print").to_pil().convert("RGB")
    return np.array(image if image.size == size else image.resize(size, Image.Resampling.LANCZOS))


def _scan_page(
    clean: Pixels, boxes: PageBoxes, memo: Memo, page: int, scan: Scan, number: int, rng: np.random.Generator
) -> Pixels:
    sheet = clean.copy()
    for kind, box in boxes.ink:
        draw_ink(sheet, kind, box, rng, scan.dpi)
    for stamp in memo.stamps:
        if stamp.page == page:
            draw_stamp(sheet, stamp, scan.dpi, rng)
    if not scan.color:
        sheet = np.asarray(Image.fromarray(sheet).convert("L"))
    scanned = degrade(sheet, scan, rng)
    return np.ascontiguousarray(np.rot90(scanned, -scan.turns.get(number, 0) // 90))


def _encode(pixels: Pixels, scan: Scan) -> Encoded:
    return encode_ccitt(pixels) if scan.codec == "ccitt" else encode_jpeg(pixels, scan.quality)


def _store(
    path: Path, pages: list[TruePage], scans: list[Pixels | None], layers: list[bytes], spans: list[tuple[int, int]]
) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    scanned = [image for image in scans if image is not None]
    dpi = pages[0].scan.dpi
    if path.suffix == ".tif":
        write_tiff(scanned, dpi, path)
    elif path.suffix == ".png":
        # Sixteen grays: noise makes a PNG of 256 several times as large, and no letter clearer.
        Image.fromarray(scanned[0] & 0xF0).save(path, dpi=(dpi, dpi), optimize=True)
    elif path.suffix == ".jpg":
        Image.fromarray(scanned[0]).save(path, quality=pages[0].scan.quality, dpi=(dpi, dpi))
    elif not scanned and len(spans) == 1:
        path.write_bytes(layers[0])
    elif len(scanned) == len(scans):
        images = [_encode(image, page.scan) for image, page in zip(scanned, pages, strict=True)]
        path.write_bytes(write_pdf(images, [page.scan.dpi for page in pages]))
    else:
        path.write_bytes(_merge(pages, scans, layers, spans))


def _merge(
    pages: list[TruePage], scans: list[Pixels | None], layers: list[bytes], spans: list[tuple[int, int]]
) -> bytes:
    """Pages with a text layer and scanned pages in one PDF."""
    merged = pdfium.PdfDocument.new()
    for page, image, layer in zip(pages, scans, layers, strict=True):
        if image is None:
            first = next(start for start, end in spans if start <= page.number <= end)
            source, index = pdfium.PdfDocument(layer), page.number - first
        else:
            source, index = pdfium.PdfDocument(write_pdf([_encode(image, page.scan)], [page.scan.dpi])), 0
        merged.import_pages(source, [index])
    buffer = io.BytesIO()
    merged.save(buffer)
    return _without_time(buffer.getvalue())


def _without_time(pdf: bytes) -> bytes:
    """PDFium stamps the time of day and a random identifier; both are overwritten, at the same length."""
    pdf = re.sub(rb"CreationDate\(D:\d{14}", b"CreationDate(D:20250101000000", pdf)
    return re.sub(rb"<[0-9A-F]{32}>", b"<" + b"0" * 32 + b">", pdf)
