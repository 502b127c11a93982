"""File → upright page images, or a trusted text layer."""

from pipeline.ingest.document import Document, open_document
from pipeline.ingest.load import load_page

__all__ = ["Document", "load_page", "open_document"]
