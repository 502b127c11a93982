"""Connected pieces of ink, for every stage that looks at pixels."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

Pieces = tuple[npt.NDArray[np.int32], npt.NDArray[np.uint16] | npt.NDArray[np.int32]]


def find_pieces(ink: npt.NDArray[np.uint8]) -> Pieces:
    """Statistics and labels of the pieces of a mask, as OpenCV numbers them; 0 is all that is no ink.

    ink: (height, width), not 0 where there is ink; pixels that touch at a corner are one piece.
    Returns (pieces, 5): left, top, width, height, area in pixels; and the label of every pixel.
    """
    try:
        # Labels of 16 bits take a third of the time; a page has some thousand pieces.
        _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8, ltype=cv2.CV_16U)
    except cv2.error:  # dirt in more than 65,535 pieces
        _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    return np.asarray(stats, np.int32), labels  # type: ignore[return-value]
