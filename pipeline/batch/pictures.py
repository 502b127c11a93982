"""Pictures of single values, cut out of the page they were read from."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path

from PIL import Image

from pipeline.errors import CannotRead
from pipeline.ingest import Document, load_page, open_document
from pipeline.model import Place
from pipeline.page import PageImage
from pipeline.settings import BatchSettings

Pictures = Callable[[str, Place], bytes | None]

_MARGIN = 6  # pixels around the value, so that a cut-off mark can be seen


def open_pictures(paths: Mapping[str, Path], settings: BatchSettings) -> Pictures:
    """A function (content hash, place) → PNG, or None when the file is gone or has changed.

    paths: content hash → where that file is. Pages are loaded when first needed: the pixels are those that were
    read, because loading a page always gives the same upright image.
    """

    @cache
    def open_once(sha256: str) -> Document | None:
        path = paths.get(sha256)
        try:
            document = open_document(path) if path is not None else None
        except CannotRead:
            return None
        return document if document is not None and document.sha256 == sha256 else None

    @lru_cache(maxsize=settings.picture_pages)
    def load_once(sha256: str, number: int) -> PageImage | None:
        document = open_once(sha256)
        try:
            return load_page(document, number) if document is not None else None
        except CannotRead:
            return None

    def cut(sha256: str, place: Place) -> bytes | None:
        page = load_once(sha256, place.page)
        return cut_picture(page, place) if page is not None else None

    return cut


def cut_picture(page: PageImage, place: Place) -> bytes | None:
    """The place as PNG, with a small margin; None when it lies outside the page."""
    x0, y0, x1, y1 = place.bbox
    pixels = page.gray if page.color is None else page.color
    part = pixels[max(0, y0 - _MARGIN) : y1 + _MARGIN, max(0, x0 - _MARGIN) : x1 + _MARGIN]
    if part.size == 0:
        return None
    stream = io.BytesIO()
    Image.fromarray(part).save(stream, "PNG", optimize=True)
    return stream.getvalue()
