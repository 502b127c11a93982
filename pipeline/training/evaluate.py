"""How well a net reads lines that it was not trained on, by kind of scan."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein

from pipeline.reading.alphabet import ALPHABET, BLANK
from pipeline.synth.lines.faces import unknown_face
from pipeline.synth.lines.wear import KINDS
from pipeline.training.batches import Batch, sort_into_batches
from pipeline.training.lines import make_samples

HELD_BACK_SEED = 900_000_001
"""Seeds from here on are never trained on."""

Scorer = Callable[[Batch], npt.NDArray[np.float32]]
"""A batch → (lines, outputs, classes) scores."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares (0–1) over one kind of scan, whitespace left out."""

    kind: str
    characters: int
    cer: float
    exact_lines: float
    digit_recall: float
    digit_precision: float
    tone_recall: tuple[float, float, float]
    """่ ้ ์"""


UNKNOWN_FONTS = "unknown fonts"


def held_back(kind: str, count: int) -> list[Batch]:
    """Lines of one kind of scan, always the same; or office scans of fonts that no net is trained on."""
    if kind == UNKNOWN_FONTS:
        stream = make_samples(HELD_BACK_SEED, kind="office", pick=unknown_face)
    else:
        stream = make_samples(HELD_BACK_SEED, kind=kind)
    return list(sort_into_batches(list(itertools.islice(stream, count))))


def evaluate(score: Scorer, count: int) -> list[Figures]:
    """Greedy reading of `count` held-back lines of every kind."""
    return [measure(kind, held_back(kind, count), score) for kind in (*KINDS, UNKNOWN_FONTS)]


def measure(kind: str, batches: Sequence[Batch], score: Scorer) -> Figures:
    """Figures of one set of lines."""
    truth: Counter[str] = Counter()
    read: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    edits = exact = lines = 0
    for batch in batches:
        scores = score(batch)
        for text, line, outputs in zip(batch.texts, scores, batch.outputs, strict=True):
            true, made = squeeze(text), squeeze(greedy(line[:outputs]))
            truth.update(true)
            read.update(made)
            lines += 1
            exact += true == made
            for op in Levenshtein.opcodes(true, made):
                if op.tag == "equal":
                    hits.update(true[op.src_start : op.src_end])
                else:
                    edits += max(op.src_end - op.src_start, op.dest_end - op.dest_start)
    digits = "๐๑๒๓๔๕๖๗๘๙"

    def share(counted: Counter[str], characters: str) -> float:
        return sum(hits[char] for char in characters) / max(1, sum(counted[char] for char in characters))

    return Figures(
        kind,
        truth.total(),
        edits / max(1, truth.total()),
        exact / max(1, lines),
        share(truth, digits),
        share(read, digits),
        (share(truth, "่"), share(truth, "้"), share(truth, "์")),
    )


def greedy(scores: npt.NDArray[np.float32]) -> str:
    """The best class at every output, repeats and blanks taken out. scores: (outputs, classes)."""
    best = scores.argmax(axis=1)
    kept = best[(best != BLANK) & np.concatenate(([True], best[1:] != best[:-1]))]
    return "".join(ALPHABET[index - 1] for index in kept)


def squeeze(text: str) -> str:
    """Without whitespace."""
    return "".join(text.split())
