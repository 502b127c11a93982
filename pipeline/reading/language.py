"""What letters follow what in Thai: settles what the picture leaves open, and nothing else.

An n-gram model of letters with back-off (Katz, "Estimation of probabilities from sparse data", 1987), built by
`pipeline.training.language` from word lists. Only Thai letters have a say in it: digits, Latin and signs are neutral,
so no number is ever made likelier than another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from pipeline.thai.letters import is_thai_letter

OTHER = "\n"
"""Stands for everything that is no Thai letter: words begin and end there."""
SCALE = 16.0
"""Stored numbers are natural logarithms times minus this, as bytes."""

_MODEL = "letters.npz"


@dataclass(frozen=True)
class Language:
    """grams: n-gram → its place in the two tables; chances: of its last letter after the others; weights: back-off
    weights of the whole. Both are natural logarithms times -SCALE, a byte each, and stay so: 200,000 n-grams."""

    order: int
    grams: dict[str, int]
    chances: bytes
    weights: bytes

    def weigh(self, before: str, text: str, after: str) -> float:
        """Log chance of `text` and of what follows it, a Thai letter's usual one taken off each: 0 for neutral text.

        So a longer text is not less likely for being longer. `before` and `after` need order - 1 letters at most.
        """
        reach = self.order - 1
        history = _fold(before)[-reach:]
        total = 0.0
        for char in _fold(text) + _fold(after)[:reach]:
            if char != OTHER:
                total += self._chance(history, char) - USUAL
            history = (history + char)[-reach:]
        return total

    def _chance(self, history: str, char: str) -> float:
        weight = 0.0
        while True:
            if (found := self.grams.get(history + char)) is not None:
                return weight - self.chances[found] / SCALE
            if not history:
                return weight + LEAST
            if (known := self.grams.get(history)) is not None:
                weight -= self.weights[known] / SCALE
            history = history[1:]


USUAL = -2.2
"""Natural logarithm of the mean chance of a letter in running text under this model."""
LEAST = -12.0
"""That of a letter that no list has."""


LOST, AT_HOME = -4.0, -1.0
"""Weights of the likeliest reading with its surroundings up to which the model is silent and from which it speaks up.
Among names and rare words it knows nothing and would make frequent ones of them: without these bounds it turned 1 in 10
random syllables that it was asked about into words, with them 1 in 60, and words lost 2 % of what they gain."""


def _trust(said: float) -> float:
    return min(max((said - LOST) / (AT_HOME - LOST), 0.0), 1.0)


def _fold(text: str) -> str:
    return "".join(char if is_thai_letter(char) else OTHER for char in text)


@cache
def load_language() -> Language:
    """The model that comes with the package; loaded once a process."""
    with (resources.files("pipeline.reading") / _MODEL).open("rb") as file, np.load(file) as stored:
        grams = bytes(stored["grams"]).decode("utf-8").split("\0")
        chances, weights = stored["chances"].tobytes(), stored["weights"].tobytes()
        order = int(stored["order"])
    return Language(order, {gram: place for place, gram in enumerate(grams)}, chances, weights)


def settle(options: Sequence[Sequence[tuple[str, float]]], language: Language, say: float) -> list[list[float]]:
    """Chances of every island's readings once their neighbours are heard.

    options: for every island its readings with their chances (0–1), likeliest first; say: how much the language
    counts, 0 for nothing. Each open island is weighed with the best readings of the others around it, twice over the
    line (iterated conditional modes; Besag, "On the statistical analysis of dirty pictures", 1986).
    """
    best = [readings[0][0] for readings in options]
    chances = [[chance for _, chance in readings] for readings in options]
    unsettled = [index for index, readings in enumerate(options) if len(readings) > 1]
    for _ in range(2 if len(unsettled) > 1 else 1):
        for index in unsettled:
            before = "".join(best[max(0, index - language.order) : index])
            after = "".join(best[index + 1 : index + 1 + language.order])
            said = np.array([language.weigh(before, text, after) for text, _ in options[index]])
            seen = np.log(np.maximum([chance for _, chance in options[index]], 1e-6))
            both = seen + say * _trust(float(said.max())) * said
            shares = np.exp(both - both.max())
            chances[index] = (shares / shares.sum()).tolist()
            best[index] = options[index][int(shares.argmax())][0]
    return chances
