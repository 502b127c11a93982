"""File → upright page images, or a trusted text layer."""

from pipeline.ingest.document import DOCUMENT_SUFFIXES, Document, open_document
from pipeline.ingest.load import load_page

__all__ = ["DOCUMENT_SUFFIXES", "Document", "load_page", "open_document"]
