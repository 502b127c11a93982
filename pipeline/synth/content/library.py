"""The sets of documents, by name."""

from __future__ import annotations

from pipeline.synth.content import (
    fa_sai,
    hard,
    held_out,
    layouts,
    nong_saen_suk,
    odds,
    records_office,
    seed,
    than_nathi,
    thung_dok_khun,
    wiang_pha,
)
from pipeline.synth.spec import Document, Pair

_MODULES = (seed, nong_saen_suk, thung_dok_khun, wiang_pha, than_nathi, records_office, fa_sai, odds)


def load_set(name: str) -> tuple[tuple[Document, ...], tuple[Pair, ...]]:
    """The documents and pairs of a set: "samples", or one that is kept from tuning (see `samples.FOLDERS`)."""
    if name == "layouts":
        return layouts.build_set(layouts.TUNED), ()
    if name == "layouts-held-out":
        return layouts.build_set(layouts.HELD_BACK), ()
    if name == "hard":
        return hard.build_hard()
    if name == "worn":
        return hard.build_worn()
    if name == "ruled":
        return hard.build_ruled()
    if name == "trials":
        return hard.build_trials()
    if name == "held-out":
        return held_out.build_set()
    documents = tuple(document for module in _MODULES for document in module.DOCUMENTS)
    pairs = tuple(pair for module in _MODULES for pair in module.PAIRS)
    return documents, pairs
