"""Documents as they seldom come, and must be read all the same: to tune on, and kept from tuning."""

from __future__ import annotations

from pipeline.synth.content import held_out, nong_saen_suk, thung_dok_khun
from pipeline.synth.content.variants import RULINGS, VARIANTS, vary
from pipeline.synth.spec import Document, Pair

_POOR_SCANS = ("copy", "bit")
_WORN = ("faded", "toner", "curled")
_OTHERS = tuple(name for name in VARIANTS if name not in (*_POOR_SCANS, *_WORN))


def build_trials() -> tuple[tuple[Document, ...], tuple[Pair, ...]]:
    """Two pairs of the samples in every variant but the poor scans."""
    documents = (*nong_saen_suk.DOCUMENTS, *thung_dok_khun.DOCUMENTS)
    return tuple(vary(document, name) for name in _OTHERS for document in documents), ()


def build_hard() -> tuple[tuple[Document, ...], tuple[Pair, ...]]:
    """Every held-out document by both poor scans, and every other variant of two of them."""
    documents, _ = held_out.build_set()
    poor = [vary(document, name) for name in _POOR_SCANS for document in documents]
    others = [
        vary(documents[(2 * index + step) % len(documents)], name)
        for index, name in enumerate(_OTHERS)
        for step in (0, 1)
    ]
    return (*poor, *others), ()


def build_worn() -> tuple[tuple[Document, ...], tuple[Pair, ...]]:
    """Every held-out document with faded toner, with too much of it, and as a photograph of a curled sheet."""
    documents, _ = held_out.build_set()
    return tuple(vary(document, name) for name in _WORN for document in documents), ()


def build_ruled() -> tuple[tuple[Document, ...], tuple[Pair, ...]]:
    """Every ruling of three held-out documents, others each time."""
    documents, _ = held_out.build_set()
    ruled = [
        vary(documents[(3 * index + step) % len(documents)], name)
        for index, name in enumerate(RULINGS)
        for step in (0, 1, 2)
    ]
    return tuple(ruled), ()
