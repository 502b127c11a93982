"""Scores of the net → characters, each with its chance and with what else it may be.

Almost everywhere the net is sure: outputs that are surely blank part a line into islands of one to a few characters,
and most islands have one reading. Only the others are searched, by the prefix beam search of CTC (Hannun, Maas,
Jurafsky and Ng, "First-pass large vocabulary continuous speech recognition using bi-directional recurrent DNNs",
2014), with forms that cannot be written left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from pipeline.reading.alphabet import ALPHABET, BLANK
from pipeline.reading.forms import can_follow
from pipeline.reading.language import Language, settle
from pipeline.settings import ReaderSettings

Chances = npt.NDArray[np.float32]
"""(outputs, classes), each row summing to 1."""


@dataclass(frozen=True, slots=True)
class Character:
    """A printed character. at: its place among the outputs; candidates: what else may stand there, likeliest first,
    "" for nothing."""

    char: str
    at: float
    chance: float
    candidates: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class _Reading:
    """One reading of an island: its characters, the output at which each is likeliest, and its chance."""

    text: str
    places: tuple[int, ...]
    chance: float


def decode(
    scores: npt.NDArray[np.float32], settings: ReaderSettings, language: Language | None = None
) -> tuple[Character, ...]:
    """The likeliest writable text of one line. scores: (outputs, classes), not normalised.

    language: settles what the picture leaves open, as far as `settings.language_say` lets it.
    """
    chances = _softmax(scores * settings.sharpness)
    islands = list(_find_islands(chances, settings))
    options = [_read_island(chances[start:end], settings) for start, end in islands]
    if language is not None and any(len(readings) > 1 for readings in options):
        options = _hear(options, language, settings)
    found: list[Character] = []
    for (start, _), readings in zip(islands, options, strict=True):
        before = found[-1].char if found else ""
        found += _describe(_drop_unwritable(readings, before), start)
    return tuple(found)


def _hear(options: list[list[_Reading]], language: Language, settings: ReaderSettings) -> list[list[_Reading]]:
    """The readings of every island in their order after the language has had its say."""
    settled = settle(
        [[(reading.text, reading.chance) for reading in readings] for readings in options],
        language,
        settings.language_say,
    )
    return [
        sorted(
            (replace(reading, chance=chance) for reading, chance in zip(readings, shares, strict=True)),
            key=lambda reading: -reading.chance,
        )
        for readings, shares in zip(options, settled, strict=True)
    ]


def _softmax(scores: npt.NDArray[np.float32]) -> Chances:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), np.float32)


def _find_islands(chances: Chances, settings: ReaderSettings) -> Iterator[tuple[int, int]]:
    """Runs of outputs between those that are surely blank."""
    inked = np.concatenate(([False], chances[:, BLANK] < settings.sure_blank, [False]))
    edges = np.flatnonzero(inked[1:] != inked[:-1])
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)


def _read_island(chances: Chances, settings: ReaderSettings) -> list[_Reading]:
    best = chances.argmax(axis=1)
    if chances[np.arange(len(best)), best].min() >= settings.sure_output:
        return [_greedy(chances, best)]
    return _search(chances, settings)


def _greedy(chances: Chances, best: npt.NDArray[np.intp]) -> _Reading:
    text, places, chance, last = "", [], 1.0, BLANK
    for place, index in enumerate(best.tolist()):
        chance *= float(chances[place, index])
        if index not in (BLANK, last):
            text += ALPHABET[index - 1]
            places.append(place)
        last = index
    return _Reading(text, tuple(places), chance)


def _search(chances: Chances, settings: ReaderSettings) -> list[_Reading]:
    """All likely readings, their chances summed over all ways to align them; likeliest first."""
    beams: dict[str, tuple[float, float]] = {"": (1.0, 0.0)}  # chance to end in a blank, in the last character
    places: dict[str, tuple[int, ...]] = {"": ()}
    peaks: dict[str, float] = {}
    for place, row in enumerate(chances):
        likely = np.flatnonzero(row >= settings.least_output)
        options = [(int(index), float(row[index])) for index in likely if index != BLANK]
        blank = float(row[BLANK])
        grown: dict[str, tuple[float, float]] = {}

        def add(text: str, in_blank: float, in_char: float, grown: dict[str, tuple[float, float]] = grown) -> None:
            old = grown.get(text, (0.0, 0.0))
            grown[text] = (old[0] + in_blank, old[1] + in_char)

        for text, (in_blank, in_char) in beams.items():
            both = in_blank + in_char
            add(text, both * blank, 0.0)
            for index, chance in options:
                char = ALPHABET[index - 1]
                if text and text[-1] == char:
                    add(text, 0.0, in_char * chance)
                    if chance > peaks.get(text, 0.0):
                        peaks[text] = chance
                        places[text] = (*places[text][:-1], place)
                    both_new = in_blank
                else:
                    both_new = both
                if both_new * chance > 0 and (not text or can_follow(text[-1], char)):
                    longer = text + char
                    add(longer, 0.0, both_new * chance)
                    if chance > peaks.get(longer, 0.0):
                        peaks[longer] = chance
                        places[longer] = (*places[text], place)
        kept = sorted(grown.items(), key=lambda item: -sum(item[1]))[: settings.beams]
        most = sum(kept[0][1])
        beams = {text: pair for text, pair in kept if sum(pair) >= settings.least_reading * most}
    ranked = sorted(((text, sum(pair)) for text, pair in beams.items()), key=lambda item: -item[1])
    total = max(sum(chance for _, chance in ranked), 1e-9)
    return [_Reading(text, places[text], chance / total) for text, chance in ranked]


def _drop_unwritable(readings: list[_Reading], before: str) -> list[_Reading]:
    """The readings that can be written after the character before; when none can, what can be written of the first."""
    writable = [reading for reading in readings if not reading.text or can_follow(before, reading.text[0])]
    if writable:  # what was ruled out leaves its chance as doubt: the net saw something else
        return writable
    first = readings[0]
    kept = [index for index, char in enumerate(first.text) if can_follow(before, char)]
    return [_Reading(first.text[kept[0] :], first.places[kept[0] :], 0.0)] if kept else []


def _describe(readings: Sequence[_Reading], start: int) -> list[Character]:
    """The characters of the likeliest reading; a character's chance is that of all readings that agree on it."""
    if not readings:
        return []
    best = readings[0]
    if len(readings) == 1:
        return [Character(char, start + place, best.chance) for char, place in zip(best.text, best.places, strict=True)]
    found = []
    for index, (char, place) in enumerate(zip(best.text, best.places, strict=True)):
        others: dict[str, float] = {}
        chance = 0.0
        for reading in readings:
            other = _counterpart(best.text, index, reading.text)
            if other == char:
                chance += reading.chance
            else:
                others[other] = others.get(other, 0.0) + reading.chance
        ranked = tuple(sorted(((other, round(share, 4)) for other, share in others.items()), key=lambda it: -it[1]))
        found.append(Character(char, start + place, min(chance, 1.0), ranked[:3]))
    return found


def _counterpart(text: str, index: int, other: str) -> str:
    """What another reading of the island has in the place of text[index]: counted from the end that agrees further."""
    if len(other) == len(text):
        return other[index]
    same = 0
    while same < min(len(text), len(other)) and text[same] == other[same]:
        same += 1
    if index < same:
        return text[index]
    after = len(other) - (len(text) - index)
    if after >= same and text[index:] == other[after:]:
        return text[index]
    return other[same : len(other) - (len(text) - index - 1)] if len(other) > same else ""
