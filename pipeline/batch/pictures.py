"""Pictures of single values, cut out of the page they were read from, and of whole pages."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path

import cv2
from PIL import Image

from pipeline.errors import CannotRead
from pipeline.ingest import Document, load_page, open_document
from pipeline.model import Place
from pipeline.page import PageImage
from pipeline.settings import BatchSettings

Pages = Callable[[str, int], PageImage | None]
Pictures = Callable[[str, Place], bytes | None]

_MARGIN = 6  # pixels around the value, so that a cut-off mark can be seen
_LONG_SIDE = 1800
_QUALITY = 55
"""Whole pages as JPEG of so many pixels: print takes about 150 kB and stays legible when enlarged."""


def open_pages(paths: Mapping[str, Path], settings: BatchSettings) -> Pages:
    """A function (content hash, page number from 1) → the upright page, or None when the file is gone or has changed.

    paths: content hash → where that file is. Pages are loaded when first needed, and the last few are kept: the
    pixels are those that were read, because loading a page always gives the same upright image.
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

    return load_once


def cut_from(pages: Pages) -> Pictures:
    """A function (content hash, place) → PNG, or None when the page cannot be had."""

    def cut(sha256: str, place: Place) -> bytes | None:
        page = pages(sha256, place.page)
        return cut_picture(page, place) if page is not None else None

    return cut


def draw_from(pages: Pages, sha256: str) -> Callable[[int], bytes | None]:
    """A function page number (from 1) → the whole page of one document as a small JPEG, or None likewise."""

    def draw(number: int) -> bytes | None:
        page = pages(sha256, number)
        return shrink_page(page) if page is not None else None

    return draw


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


def shrink_page(page: PageImage) -> bytes:
    """The page as a JPEG to look at."""
    pixels = page.gray if page.color is None else page.color
    height, width = pixels.shape[:2]
    factor = min(1.0, _LONG_SIDE / max(height, width))
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA) if factor < 1 else pixels
    stream = io.BytesIO()
    Image.fromarray(small).save(stream, "JPEG", quality=_QUALITY)
    return stream.getvalue()
