"""`python -m pipeline.training.language`: counts letters in random text of the word lists → the n-gram model's file."""

from __future__ import annotations

import math
import random
from collections import Counter
from pathlib import Path

import numpy as np

from pipeline.reading.language import OTHER, SCALE
from pipeline.synth.lines.words import random_prose
from pipeline.thai.letters import is_thai_letter

_ORDER = 5
_PIECES = 500_000
"""Pieces of text that are counted: 8 million letters."""
_LEAST_COUNTS = (0, 1, 2, 5, 10, 16)
"""An n-gram of that length is kept when it was seen so often; these bounds give 200,000."""
_DISCOUNT = 0.75
"""Taken off every count and given to what was not seen (absolute discounting; Ney, Essen and Kneser, 1994)."""
_SEED = 5

MODEL = Path(__file__).parent.parent / "reading" / "letters.npz"


def build(path: Path, pieces: int = _PIECES) -> int:
    """Write the model; returns how many n-grams it has."""
    counts = _count(pieces)
    kept = {gram for gram, count in counts.items() if count >= _LEAST_COUNTS[len(gram)]}
    kept |= {gram[:size] for gram in list(kept) for size in range(1, len(gram))}  # every history of what is kept
    followers: dict[str, int] = Counter(gram[:-1] for gram in kept)
    totals: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for gram, count in counts.items():
        totals[gram[:-1]] += count
        if gram in kept:
            seen[gram[:-1]] += count
    chances: dict[str, float] = {}
    for gram in sorted(kept, key=len):
        history = gram[:-1]
        share = max(counts[gram] - _DISCOUNT, 0.1) / totals[history]
        chances[gram] = (
            share
            if not history
            else share + _left(history, followers, totals, seen) * _shorter(gram[1:], chances, followers, totals, seen)
        )
    grams = sorted(kept)
    weights = [
        math.log(max(_left(gram, followers, totals, seen), 1e-6)) if followers.get(gram) else 0.0 for gram in grams
    ]
    np.savez_compressed(
        path,
        order=_ORDER,
        grams=np.frombuffer("\0".join(grams).encode("utf-8"), np.uint8),
        chances=_pack([math.log(chances[gram]) for gram in grams]),
        weights=_pack(weights),
    )
    return len(grams)


def _left(history: str, followers: dict[str, int], totals: Counter[str], seen: Counter[str]) -> float:
    """The share of what follows a history that was discounted or not kept: it goes to shorter histories."""
    total = totals[history]
    return min(1.0, (total - seen[history] + _DISCOUNT * followers.get(history, 0)) / total) if total else 1.0


def _shorter(
    gram: str, chances: dict[str, float], followers: dict[str, int], totals: Counter[str], seen: Counter[str]
) -> float:
    if gram in chances:
        return chances[gram]
    if len(gram) == 1:
        return 1e-5
    return _left(gram[:-1], followers, totals, seen) * _shorter(gram[1:], chances, followers, totals, seen)


def _count(pieces: int) -> Counter[str]:
    rng = random.Random(_SEED)
    counts: Counter[str] = Counter()
    for _ in range(pieces):
        text = OTHER + "".join(char if is_thai_letter(char) else OTHER for char in random_prose(rng)) + OTHER
        while OTHER * 2 in text:
            text = text.replace(OTHER * 2, OTHER)
        for end in range(1, len(text) + 1):
            for size in range(1, min(_ORDER, end) + 1):
                counts[text[end - size : end]] += 1
    return counts


def _pack(logs: list[float]) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    return np.clip(np.round(-SCALE * np.array(logs)), 0, 255).astype(np.uint8)


if __name__ == "__main__":
    made = build(MODEL)
    print(f"{MODEL}: {made:,} n-grams, {MODEL.stat().st_size:,} bytes")
