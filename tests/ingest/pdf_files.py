"""Small PDF files written by hand, so that each test says exactly what is odd about its file."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass(frozen=True)
class Leaf:
    """A page: its content stream, its images by name (dictionary entries, data), and page dictionary entries."""

    content: bytes
    images: dict[str, tuple[str, bytes]]
    entries: str = "/MediaBox [0 0 595 842]"


def write_pdf(path: Path, leaves: Sequence[Leaf], trailer: str = "") -> Path:
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for leaf in leaves:
        names = []
        for name, (entries, data) in leaf.images.items():
            head = f"<< /Type /XObject /Subtype /Image {entries} /Length {len(data)} >>\nstream\n"
            objects.append(head.encode() + data + b"\nendstream")
            names.append(f"/{name} {len(objects)} 0 R")
        objects.append(f"<< /Length {len(leaf.content)} >>\nstream\n".encode() + leaf.content + b"\nendstream")
        content = len(objects)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R {leaf.entries} /Contents {content} 0 R "
            f"/Resources << /XObject << {' '.join(names)} >> /Font << /F1 3 0 R >> >> >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    out = b"%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    path.write_bytes(out)
    return path


def raw_image(pixels: np.ndarray, extra: str = "") -> tuple[str, bytes]:
    """Gray or RGB pixels as a Flate image."""
    height, width = pixels.shape[:2]
    space = "/DeviceGray" if pixels.ndim == 2 else {3: "/DeviceRGB", 4: "/DeviceCMYK"}[pixels.shape[2]]
    entries = f"/Width {width} /Height {height} /BitsPerComponent 8 /ColorSpace {space} /Filter /FlateDecode {extra}"
    return entries, zlib.compress(np.ascontiguousarray(pixels).tobytes())


def bit_image(black: np.ndarray, extra: str = "/ColorSpace /DeviceGray") -> tuple[str, bytes]:
    """A boolean picture as a 1-bit Flate image; True becomes 0, which is black unless `extra` says otherwise."""
    height, width = black.shape
    entries = f"/Width {width} /Height {height} /BitsPerComponent 1 /Filter /FlateDecode {extra}"
    return entries, zlib.compress(np.packbits(~black, axis=1).tobytes())


def draw(name: str = "Im", matrix: str = "595 0 0 842 0 0") -> bytes:
    return f"q {matrix} cm /{name} Do Q\n".encode()


def mark_page(width: int = 248, height: int = 351) -> np.ndarray:
    """A gray page that differs from all its turned and mirrored copies: blocks in three corners, noise at the side."""
    page = np.full((height, width), 255, np.uint8)
    page[10:60, 10:110] = 0
    page[10:40, width - 40 : width - 10] = 90
    page[height - 100 : height - 20, 10:30] = 160
    page[100:300, 60:200] = np.random.default_rng(1).integers(0, 255, (200, 140), dtype=np.uint8)
    return page
