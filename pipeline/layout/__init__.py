"""Page image → ruling lines → grids of cells → text lines inside and outside them."""

from pipeline.layout.find import find_layout

__all__ = ["find_layout"]
