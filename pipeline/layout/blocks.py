"""A picture in square blocks: what is measured block by block, and spread over its pixels again."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def part_blocks(picture: npt.NDArray[np.generic], side: int) -> npt.NDArray[np.generic]:
    """The picture as (rows, side, columns, side), to be summed up over the second and the last axis; what is left over
    at the right and below is not part of it."""
    height, width = (length // side for length in picture.shape)
    return picture[: height * side, : width * side].reshape(height, side, width, side)


def spread_blocks(blocks: npt.NDArray[np.uint8], side: int) -> npt.NDArray[np.uint8]:
    """Every block's value over its `side` by `side` pixels."""
    return np.repeat(np.repeat(blocks, side, axis=0), side, axis=1)
