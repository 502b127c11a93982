"""Connected pieces of ink, and how coloured it is, for every stage that looks at pixels."""

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


def measure_chroma(color: npt.NDArray[np.uint8]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]:
    """The brightest channel of every pixel, in which coloured ink hardly shows, and by how much it is brighter than the
    darkest one: 0 for grey. color: (height, width, 3) RGB; both results are (height, width), 0 to 255."""
    red, green, blue = cv2.split(color)
    brightest = cv2.max(cv2.max(red, green), blue)
    darkest = cv2.min(cv2.min(red, green), blue)
    return np.asarray(brightest, np.uint8), np.asarray(cv2.subtract(brightest, darkest), np.uint8)
