"""The held-out documents as poor scans: photocopies at 150 dpi, and one bit a pixel."""

from __future__ import annotations

from dataclasses import replace

from pipeline.synth.content import held_out
from pipeline.synth.spec import Document, Pair, Scan

_PASSES = {
    "copy": Scan(dpi=150, quality=38, skew=-0.7, blur=0.9, noise=7, shading=0.12, ink=45, specks=60, bands=2, copies=1),
    "bit": Scan(dpi=200, codec="ccitt", skew=0.8, blur=0.7, noise=9, specks=40, gaps=20, threshold=165),
}
_WHAT = {"copy": "a photocopy, scanned at 150 dpi", "bit": "one bit a pixel at 200 dpi"}


def build_set() -> tuple[tuple[Document, ...], tuple[Pair, ...]]:
    """Every held-out document once by each pass."""
    documents, _ = held_out.build_set()
    return tuple(_rescan(document, how) for how in _PASSES for document in documents), ()


def _rescan(document: Document, how: str) -> Document:
    return replace(
        document,
        name=f"{document.name}-{how}",
        scan=_PASSES[how],
        suffix=".pdf",
        page_scans={},
        odd=f"{document.odd}; {_WHAT[how]}",
    )
