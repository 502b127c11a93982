"""Page image → dark print on paper → ruling lines → grids of cells → text lines inside and outside them."""

from pipeline.layout.find import find_layout
from pipeline.layout.reverse import turn_reversed
from pipeline.layout.screens import smooth_screens
from pipeline.layout.turned import find_beside, find_upright_cells, lay_out_turned, put_back, replace_lines

__all__ = [
    "find_beside",
    "find_layout",
    "find_upright_cells",
    "lay_out_turned",
    "put_back",
    "replace_lines",
    "smooth_screens",
    "turn_reversed",
]
