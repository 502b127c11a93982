"""Scanned pages → a file, each image embedded exactly as the scanner would have stored it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, TiffImagePlugin

Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Encoded:
    """One image ready for a PDF stream: its filter's name, decoding parameters, and bytes."""

    width: int
    height: int
    data: bytes
    filter: str
    color_space: str
    bits: int
    parameters: str = ""


def encode_jpeg(pixels: Pixels, quality: int) -> Encoded:
    """A JPEG of a gray or RGB page; `quality` as in libjpeg."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", quality=quality)
    space = "DeviceGray" if pixels.ndim == 2 else "DeviceRGB"
    return Encoded(pixels.shape[1], pixels.shape[0], buffer.getvalue(), "DCTDecode", space, 8)


def encode_ccitt(pixels: Pixels) -> Encoded:
    """CCITT Group 4 of a page of 0 and 255, taken out of the single strip of a TIFF."""
    buffer = io.BytesIO()
    before = TiffImagePlugin.STRIP_SIZE
    TiffImagePlugin.STRIP_SIZE = 1 << 30
    try:
        Image.fromarray(pixels).convert("1").save(buffer, "TIFF", compression="group4")
    finally:
        TiffImagePlugin.STRIP_SIZE = before
    with Image.open(buffer) as tiff:
        assert isinstance(tiff, TiffImagePlugin.TiffImageFile)
        (offset,), (length,) = tiff.tag_v2[273], tiff.tag_v2[279]
        black_is_1 = "true" if tiff.tag_v2[262] == 1 else "false"
    height, width = pixels.shape
    parameters = f"<< /K -1 /Columns {width} /Rows {height} /BlackIs1 {black_is_1} >>"
    data = buffer.getvalue()[offset : offset + length]
    return Encoded(width, height, data, "CCITTFaxDecode", "DeviceGray", 1, parameters)


def write_pdf(images: list[Encoded], dpis: list[int]) -> bytes:
    """One page per image, as large as the image at its resolution. Same input, same bytes."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for image, dpi in zip(images, dpis, strict=True):
        width, height = image.width * 72 / dpi, image.height * 72 / dpi
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        drawing = f"q {width:.3f} 0 0 {height:.3f} 0 0 cm /Im0 Do Q".encode()
        parameters = f" /DecodeParms {image.parameters}" if image.parameters else ""
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width:.3f} {height:.3f}] /Contents {number + 1} 0 R "
            f"/Resources << /XObject << /Im0 {number + 2} 0 R >> >> >>".encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
            f"<< /Type /XObject /Subtype /Image /Width {image.width} /Height {image.height} /ColorSpace "
            f"/{image.color_space} /BitsPerComponent {image.bits} /Filter /{image.filter}{parameters} "
            f"/Length {len(image.data)} >>\nstream\n".encode()
            + image.data
            + b"\nendstream",
        ]
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def write_tiff(pages: list[Pixels], dpi: int, path: Path) -> None:
    """A multi-page TIFF: Group 4 for pages of 0 and 255 only, else JPEG inside TIFF."""
    one_bit = all(page.ndim == 2 and np.isin(page, (0, 255)).all() for page in pages)
    images = [Image.fromarray(page).convert("1") if one_bit else Image.fromarray(page) for page in pages]
    options = {"compression": "group4"} if one_bit else {"compression": "jpeg", "quality": 60}
    images[0].save(path, "TIFF", save_all=True, append_images=images[1:], dpi=(dpi, dpi), **options)
