"""Whether the stored picture of a scanned page is whole: PDFium shows a damaged one as blank paper, without a word."""

from __future__ import annotations

from enum import Enum

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium

from pipeline.model import Issue, Severity

_JPEG_END = b"\xff\xd9"
_JPEG_TAIL = 1024
"""Bytes at the end of a JPEG in which its end mark must stand; scanners pad to blocks of 512."""

_BLANK_BYTES_PER_ROW = 0.5
"""Data that a blank page may need per row: CCITT and JBIG2 take a bit or less, print takes ten bytes and more."""


class Damage(Enum):
    """What is wrong with a picture: a part of it is missing, or all of it."""

    PART = "part"
    ALL = "all"


def find_picture_damage(image: pdfium.PdfImage, pixels: npt.NDArray[np.uint8] | None) -> Damage | None:
    """What the stored data of a picture says about its pixels; `pixels` is None when PDFium could not decode it."""
    if pixels is None:
        return Damage.ALL
    packing = (image.get_filters() or [""])[-1]
    if packing == "DCTDecode":
        return None if _JPEG_END in bytes(image.get_data(decode_simple=True))[-_JPEG_TAIL:] else Damage.PART
    if packing in ("CCITTFaxDecode", "JBIG2Decode"):
        is_blank = pixels.min() == pixels.max()
        return Damage.ALL if is_blank and len(image.get_data()) > 64 + _BLANK_BYTES_PER_ROW * len(pixels) else None
    if packing in ("FlateDecode", "LZWDecode", "RunLengthDecode", ""):
        width, height = image.get_px_size()
        needed = height * ((width * image.get_metadata().bits_per_pixel + 7) // 8)
        held = len(image.get_data(decode_simple=True))
        return None if held >= needed else Damage.PART if held > 0.05 * needed else Damage.ALL
    return None


def tell_missing_part(page: int) -> Issue:
    """The note that a page's picture is cut off."""
    return Issue(
        code="picture-incomplete",
        severity=Severity.REVIEW,
        message=f"The picture of page {page} is cut off in the file: what stood on the rest of the page is lost.",
        page=page,
    )
