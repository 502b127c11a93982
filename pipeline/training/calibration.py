"""`python -m pipeline.training.calibration`: what the reader's confidences are worth, on lines it was not trained on.

Prints a reliability table of single characters, the expected calibration error (Naeini, Cooper and Hauskrecht,
"Obtaining well calibrated probabilities using Bayesian binning", 2015), the points of `ReaderSettings.reliability`
that would mend it, and what the review threshold for numbers lets through. Half of the lines give the points, the
other half the errors.
"""

from __future__ import annotations

import argparse
import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Levenshtein

from pipeline.reading.decode import decode
from pipeline.reading.language import Language, load_language
from pipeline.reading.net import Scores, score_strips
from pipeline.settings import ReaderSettings
from pipeline.synth.lines.block import Write
from pipeline.synth.lines.numbers import random_number
from pipeline.synth.lines.wear import KINDS
from pipeline.synth.lines.words import random_prose, random_syllables, tidy
from pipeline.training.evaluate import HELD_BACK_SEED
from pipeline.training.lines import Sample, make_samples

_BINS = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 1.0)
_DIGITS = frozenset("0123456789๐๑๒๓๔๕๖๗๘๙")


@dataclass(frozen=True, slots=True)
class Seen:
    """One character as read: its chance from the net, whether it is right, and whether it is a digit."""

    chance: float
    right: bool
    is_digit: bool


def read_held_back(count: int, settings: ReaderSettings) -> list[list[Seen]]:
    """All characters but spaces of `count` lines of every kind of scan, line by line."""
    language = load_language()
    lines: list[list[Seen]] = []
    for kind in KINDS:
        samples = list(itertools.islice(make_samples(HELD_BACK_SEED + 1, kind=kind), count))
        for sample, scores in zip(samples, score_strips([sample.strip for sample in samples]), strict=True):
            found = [char for char in decode(scores, settings, language) if not char.char.isspace()]
            truth = "".join(sample.text.split())
            right = set(_right_ones(truth, "".join(char.char for char in found)))
            lines.append([Seen(char.chance, index in right, char.char in _DIGITS) for index, char in enumerate(found)])
    return lines


def _right_ones(truth: str, read: str) -> Iterator[int]:
    for op in Levenshtein.opcodes(truth, read):
        if op.tag == "equal":
            yield from range(op.dest_start, op.dest_end)


def fit(seen: Sequence[Seen]) -> tuple[tuple[float, float], ...]:
    """Points (chance, share right), rising in both."""
    chances = np.array([one.chance for one in seen])
    right = np.array([one.right for one in seen], float)
    points: list[tuple[float, float]] = [(0.0, 0.0)]
    for low, high in itertools.pairwise(_BINS):
        inside = (chances > low) & (chances <= high)
        if inside.sum() >= 20:
            share = float((right[inside].sum() + 0.5) / (inside.sum() + 1))
            points.append((round(float(chances[inside].mean()), 5), round(max(share, points[-1][1]), 5)))
    if points[-1][0] < 1.0:
        points.append((1.0, points[-1][1]))
    return tuple(points)


def calibration_error(seen: Sequence[Seen], settings: ReaderSettings) -> float:
    """Mean distance of confidence and share right over ten equal bins, weighted by their characters."""
    said = np.array([settings.calibrate(one.chance) for one in seen])
    right = np.array([one.right for one in seen], float)
    bins = np.minimum((said * 10).astype(int), 9)
    return float(sum(abs(said[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in set(bins)))


def hear_language(count: int, settings: ReaderSettings) -> Iterator[tuple[str, float, float]]:
    """(what is printed, CER without the model of letters, CER with it): it must help words and harm nothing else."""
    language = load_language()
    for name, write in _WRITINGS.items():
        samples = list(itertools.islice(make_samples(HELD_BACK_SEED + 2, write=write), count))
        scores = score_strips([sample.strip for sample in samples])
        yield name, _cer(samples, scores, settings, None), _cer(samples, scores, settings, language)


def _cer(
    samples: Sequence[Sample], scores: Sequence[Scores], settings: ReaderSettings, language: Language | None
) -> float:
    edits = total = 0
    for sample, made in zip(samples, scores, strict=True):
        truth = "".join(sample.text.split())
        read = "".join(char.char for char in decode(made, settings, language) if not char.char.isspace())
        edits += Levenshtein.distance(truth, read)
        total += len(truth)
    return edits / max(1, total)


def _digit_strings(rng: random.Random, length: int) -> str:
    return tidy(" ".join(random_number(rng) for _ in range(1 + length // 12)))


def _random_words(rng: random.Random, length: int) -> str:
    return random_syllables(rng, 1 + length // 4)


def _natural_words(rng: random.Random, length: int) -> str:
    return tidy("".join(random_prose(rng) for _ in range(1 + length // 15)))


_WRITINGS: dict[str, Write] = {
    "natural words": _natural_words,
    "random syllables": _random_words,
    "numbers and dates": _digit_strings,
}


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=1500, help="of every kind of scan")
    chosen = parser.parse_args()
    settings = ReaderSettings()
    lines = read_held_back(chosen.lines, settings)
    first = [one for line in lines[::2] for one in line]
    second = [one for line in lines[1::2] for one in line]
    print(
        f"{len(first) + len(second):,} characters; expected calibration error {calibration_error(second, settings):.4f}"
    )
    for low, high in itertools.pairwise(_BINS):
        inside = [one for one in second if low < settings.calibrate(one.chance) <= high]
        if inside:
            share = sum(one.right for one in inside) / len(inside)
            print(f"confidence {low:.4f} to {high:.4f}: {len(inside):7,}, {share:.4f} right")
    print("points:", fit(first))
    digits = [one for one in second if one.is_digit]
    for name, deaf, heard in hear_language(chosen.lines, settings):
        print(f"{name}: CER {100 * deaf:.2f} % without the model of letters, {100 * heard:.2f} % with it")
    wrong = sum(not one.right for one in digits)
    print(f"{len(digits):,} digits, {wrong} of them wrong")
    for limit in sorted({settings.unsure_digit, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998}):
        marked = [settings.calibrate(one.chance) < limit for one in digits]
        silent = sum(not one.right and not mark for one, mark in zip(digits, marked, strict=True))
        alarms = sum(one.right and mark for one, mark in zip(digits, marked, strict=True))
        print(
            f"marked under {limit}: {1000 * silent / len(digits):.2f} in 1,000 wrong and unmarked, "
            f"{100 * alarms / max(1, len(digits) - wrong):.1f} % of the right ones marked"
        )


if __name__ == "__main__":
    main()
