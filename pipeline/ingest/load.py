"""One page of a document as an upright, deskewed image: the steps in order."""

from __future__ import annotations

from pipeline.errors import CannotRead
from pipeline.ingest.document import Document
from pipeline.ingest.images import load_image_raster
from pipeline.ingest.pdf import opened_page, opened_pdf, render_page
from pipeline.ingest.raster import Raster, bound_raster, make_raster
from pipeline.ingest.scan import load_scan, survey_page
from pipeline.ingest.upright import make_upright
from pipeline.page import PageImage
from pipeline.settings import IngestSettings

_DEFAULTS = IngestSettings()


def load_page(document: Document, number: int, *, settings: IngestSettings = _DEFAULTS) -> PageImage:
    """Page `number` (1-based) as the reader should see it.

    Raises `CannotRead`: page-unreadable, and the codes of `open_document` when the file has changed since.
    """
    if not 1 <= number <= document.page_count:
        raise CannotRead(
            "page-unreadable", f"{document.name}: there is no page {number}; the file has {document.page_count} pages."
        )
    load_raster = _load_pdf if document.kind == "pdf" else _load_image
    raster, turn = make_upright(load_raster(document, number, settings), number, settings)
    return PageImage(
        number=number,
        gray=raster.gray,
        color=raster.color,
        dpi=round(raster.dpi),
        rotation=turn.rotation,
        skew=turn.skew,
        issues=raster.issues,
    )


def _load_pdf(document: Document, number: int, settings: IngestSettings) -> Raster:
    with opened_pdf(document.path) as pdf, opened_page(pdf, document.path, number) as page:
        content = survey_page(page)
        if content.coverage >= settings.scan_coverage:
            return bound_raster(load_scan(page, content, settings), number, settings)
        return make_raster(render_page(page, settings.vector_dpi), settings.vector_dpi, settings)


def _load_image(document: Document, number: int, settings: IngestSettings) -> Raster:
    return bound_raster(load_image_raster(document.path, number, settings), number, settings)
