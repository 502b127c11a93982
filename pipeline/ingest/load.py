"""One page of a document as an upright, deskewed image: the steps in order."""

from __future__ import annotations

from dataclasses import replace

from pipeline.errors import CannotRead
from pipeline.ingest.dewarp import dewarp_page
from pipeline.ingest.document import Document
from pipeline.ingest.images import load_image_raster
from pipeline.ingest.layer import read_layer
from pipeline.ingest.pdf import bound_dpi, opened_page, opened_pdf, render_page
from pipeline.ingest.raster import Raster, bound_raster, make_raster
from pipeline.ingest.scan import load_scan, survey_page
from pipeline.ingest.sheet import flatten_sheet
from pipeline.ingest.trust import reject_layer, tell_rejection, tell_repair
from pipeline.ingest.upright import make_upright
from pipeline.model import Issue
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
    if document.kind == "pdf":
        return _load_pdf_page(document, number, settings)
    raster = load_image_raster(document.path, number, settings)
    return _finish_scan(bound_raster(raster, number, settings), number, settings)


def _load_pdf_page(document: Document, number: int, settings: IngestSettings) -> PageImage:
    with opened_pdf(document.path) as pdf, opened_page(pdf, document.path, number) as page:
        content = survey_page(page)
        has_text = bool(page.get_textpage().count_chars())
        if content.coverage >= settings.scan_coverage:
            raster = bound_raster(load_scan(page, content, number, settings), number, settings)
            if has_text:
                raster = _note(raster, tell_rejection(number, "a picture covers the page"))
            return _finish_scan(raster, number, settings)
        dpi = bound_dpi(page, settings.vector_dpi, settings)
        raster = make_raster(render_page(page, dpi), dpi, settings)
    if not has_text:
        return _finish_scan(raster, number, settings)
    layer = read_layer(document.path, number, dpi / 72, settings)
    reason = "it cannot be decoded" if layer is None else reject_layer(layer, raster.gray, content.coverage, settings)
    if layer is None or reason is not None:
        return _finish_scan(_note(raster, tell_rejection(number, reason or "")), number, settings)
    return PageImage(
        number=number,
        gray=raster.gray,
        color=raster.color,
        dpi=round(raster.dpi),
        source="text_layer",
        words=layer.words,
        rules=layer.rules,
        issues=(tell_repair(number, layer.repaired),) if layer.repaired else (),
    )


def _finish_scan(raster: Raster, number: int, settings: IngestSettings) -> PageImage:
    raster = flatten_sheet(raster, number, settings)
    raster, turn = make_upright(raster, number, settings)
    raster = dewarp_page(raster, number, settings)
    return PageImage(
        number=number,
        gray=raster.gray,
        color=raster.color,
        dpi=round(raster.dpi),
        rotation=turn.rotation,
        skew=turn.skew,
        issues=raster.issues,
    )


def _note(raster: Raster, issue: Issue) -> Raster:
    return replace(raster, issues=(*raster.issues, issue))
