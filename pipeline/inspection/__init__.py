"""Pages with what was read drawn over them, as one self-contained HTML file per document."""

from pipeline.inspection.draw import draw_document

__all__ = ["draw_document"]
