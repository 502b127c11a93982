"""Print that shows through from the other side of the sheet, left out of the ink."""

from __future__ import annotations

import numpy as np

from pipeline.layout.binarize import Ink, Shade
from pipeline.pieces import find_pieces
from pipeline.settings import LayoutSettings

_STEP = 3
"""Every so many pixels are looked at first: most pages have no such ink."""


def leave_out_ghosts(ink: Ink, shade: Shade, dpi: int, settings: LayoutSettings) -> Ink | None:
    """The ink without letters and words that are far paler than the print of the page, where hardly any lie between
    the two; None where there are none to leave out.

    Worn and faded print is of all darknesses: there nothing is left out. Nor are shadows and folds, which are larger.
    """
    some = 255 - shade[::_STEP, ::_STEP][ink[::_STEP, ::_STEP] > 0]
    if not some.size or float((some < settings.ghost_pale * np.percentile(some, 75)).mean()) < settings.ghost_least:
        return None
    stats, labels = find_pieces(ink)
    places = np.flatnonzero(ink)
    piece_of = labels.ravel()[places]
    sizes = np.bincount(piece_of, minlength=len(stats))
    depths = np.bincount(piece_of, 255.0 - shade.ravel()[places], len(stats)) / np.maximum(sizes, 1)
    order = np.argsort(depths)
    half = int(np.searchsorted(np.cumsum(sizes[order]), sizes.sum() / 2))
    usual = float(depths[order[half]])
    is_small = (stats[:, 2] <= settings.ghost_width * dpi) & (stats[:, 3] <= settings.ghost_height * dpi)
    is_pale = is_small & (depths < settings.ghost_pale * usual)
    is_letter = is_small & (stats[:, 3] >= settings.ghost_letter * dpi)
    pale = int(sizes[is_pale & is_letter].sum())
    between = int(sizes[is_letter & ~is_pale & (depths < settings.ghost_gap * usual)].sum())
    is_some = settings.ghost_least <= pale / sizes.sum() <= settings.ghost_most
    if usual < settings.ghost_print or not is_some or between > settings.ghost_between * pale:
        return None
    clean = ink.copy()
    clean.ravel()[places[is_pale[piece_of]]] = 0
    return clean
