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


def write_pdf(
    path: Path,
    leaves: Sequence[Leaf],
    trailer: str = "",
    fonts: dict[str, bytes] | None = None,
    streams: Sequence[bytes] = (),
) -> Path:
    """Each page has Helvetica as F1; `fonts` are more, whose objects may refer to `streams` as 4, 5, …"""
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    objects += [f"<< /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream" for data in streams]
    named = "/F1 3 0 R"
    for name, font_object in (fonts or {}).items():
        objects.append(font_object)
        named += f" /{name} {len(objects)} 0 R"
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
            f"/Resources << /XObject << {' '.join(names)} >> /Font << {named} >> >> >>".encode()
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


THAI = [chr(code) for code in (*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E4F), *range(0x0E50, 0x0E5A))]


def write_layer_pdf(path: Path, lines: Sequence[str], entries: str = "/MediaBox [0 0 595 842]") -> Path:
    """A page whose text layer says `lines`; it is drawn in some Latin font, since only the layer matters.

    A character outside the Thai block is mapped to U+F70A, as damaged writers do with shifted tone marks.
    """
    body = b"BT /F2 16 Tf 20 TL 60 780 Td\n"
    for line in lines:
        codes = "".join(f"{_code(char):02x}" for char in line)
        body += f"<{codes}> Tj T*\n".encode()
    body += b"ET\n1 w 50 300 400 200 re S\n"
    pairs = "\n".join(f"<{_code(char):02x}> <{ord(char):04x}>" for char in (" ", *THAI, "\uf70a"))
    cmap = (
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(THAI) + 2} beginbfchar\n{pairs}\nendbfchar endcmap end"
    )
    font = (
        "<< /Type /Font /Subtype /TrueType /BaseFont /MemoSans /ToUnicode 4 0 R /FirstChar 32 /LastChar 126 "
        f"/Widths [{' '.join(['600'] * 95)}] /FontDescriptor << /Type /FontDescriptor /FontName /MemoSans /Flags 32 "
        "/FontBBox [0 -200 1000 800] /Ascent 800 /Descent -200 /ItalicAngle 0 /CapHeight 700 /StemV 80 >> >>"
    )
    return write_pdf(path, [Leaf(body, {}, entries)], fonts={"F2": font.encode()}, streams=[cmap.encode()])


def _code(char: str) -> int:
    return 32 if char == " " else 33 + THAI.index(char) if char in THAI else 126
