"""Characters of the truth against characters as read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

THAI_DIGITS = frozenset("๐๑๒๓๔๕๖๗๘๙")
TONE_MARKS = ("่", "้", "์")


@dataclass(frozen=True, slots=True)
class Alignment:
    """Counts over characters without whitespace. `hits` counts truth characters that were read right."""

    truth: Counter[str]
    read: Counter[str]
    hits: Counter[str]
    edits: int

    def __add__(self, other: Alignment) -> Alignment:
        return Alignment(
            self.truth + other.truth, self.read + other.read, self.hits + other.hits, self.edits + other.edits
        )

    @property
    def cer(self) -> float | None:
        """Edits per true character; None without any."""
        total = self.truth.total()
        return self.edits / total if total else None

    def recall(self, characters: frozenset[str] | str) -> float | None:
        """Share of the true characters of these kinds that were read right."""
        total = sum(self.truth[char] for char in characters)
        return sum(self.hits[char] for char in characters) / total if total else None

    def precision(self, characters: frozenset[str] | str) -> float | None:
        """Share of the characters read as one of these kinds that are right."""
        total = sum(self.read[char] for char in characters)
        return sum(self.hits[char] for char in characters) / total if total else None


EMPTY = Alignment(Counter(), Counter(), Counter(), 0)


def squeeze(text: str) -> str:
    """The text without any whitespace: spacing in Thai print is justification, not spelling. A tick is a tick."""
    return "".join(text.split()).replace("✔", "✓")


def align(truth: str, read: str) -> Alignment:
    """Align two texts by the fewest edits, whitespace left out."""
    truth, read = squeeze(truth), squeeze(read)
    hits: Counter[str] = Counter()
    edits = 0
    for op in Levenshtein.opcodes(truth, read):
        if op.tag == "equal":
            hits.update(truth[op.src_start : op.src_end])
        else:
            edits += max(op.src_end - op.src_start, op.dest_end - op.dest_start)
    return Alignment(Counter(truth), Counter(read), hits, edits)
