"""Whole pages as small pictures, for looking at what was read."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from pipeline.errors import CannotRead
from pipeline.ingest import load_page, open_document

_QUALITY = 60  # JPEG: a 200 dpi page of print takes about 200 kB and stays legible when enlarged


def load_page_pictures(path: Path) -> Callable[[int], bytes | None]:
    """A function page number (from 1) → the upright page as JPEG, None when it cannot be loaded."""
    document = open_document(path)

    def load(number: int) -> bytes | None:
        try:
            page = load_page(document, number)
        except CannotRead:
            return None
        stream = io.BytesIO()
        Image.fromarray(page.gray if page.color is None else page.color).save(stream, "JPEG", quality=_QUALITY)
        return stream.getvalue()

    return load
