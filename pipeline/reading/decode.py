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

_MOST_CANDIDATES = 3
_DASHES = "-–—"

Chances = npt.NDArray[np.float32]
"""(outputs, classes), each row summing to 1."""


@dataclass(frozen=True, slots=True)
class Character:
    """A printed character. at: its place among the outputs; candidates: what else may stand there, likeliest first,
    "" for nothing; alone: its chance when signs and marks that may stand beside it do not count against it."""

    char: str
    at: float
    chance: float
    candidates: tuple[tuple[str, float], ...] = ()
    alone: float = 0.0


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
    best, peaks = chances.argmax(axis=1).tolist(), chances.max(axis=1).tolist()
    options = [
        [_greedy(best[start:end], peaks[start:end])]
        if min(peaks[start:end]) >= settings.sure_output
        else _search(chances[start:end], settings)
        for start, end in islands
    ]
    if language is not None and any(len(readings) > 1 for readings in options):
        options = _hear(options, language, settings)
    found: list[Character] = []
    for (start, _), readings in zip(islands, options, strict=True):
        before = found[-1].char if found else ""
        if found and readings[0].places and start + readings[0].places[0] - found[-1].at < settings.least_repeat:
            readings = _merge_alike([_without_echo(reading, before) for reading in readings])
        kept = _drop_unwritable(readings, before)
        if kept and not kept[0].text and found:
            found[-1] = _doubt_lost(found[-1], kept)
        found += _describe(kept, start)
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
        if len(readings) > 1
        else readings
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


def _greedy(best: Sequence[int], chances: Sequence[float]) -> _Reading:
    """The reading of an island of sure outputs: the likeliest class of each, and its chance.

    The reading's chance is that of its least sure character, or blank between.
    """
    text, places, last = "", [], BLANK
    peaks: list[float] = []
    least = 1.0
    for place, (index, chance) in enumerate(zip(best, chances, strict=True)):
        if index == BLANK:
            least = min(least, chance)
        elif index != last:
            text += ALPHABET[index - 1]
            places.append(place)
            peaks.append(chance)
        else:
            peaks[-1] = max(peaks[-1], chance)
        last = index
    return _Reading(text, tuple(places), min(least, *peaks) if peaks else least)


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
    return _merge_alike(
        [_within_echoes(_Reading(text, places[text], chance / total), settings) for text, chance in ranked]
    )


def _within_echoes(reading: _Reading, settings: ReaderSettings) -> _Reading:
    """Without characters that are printed twice in a place where only one can stand."""
    kept = [
        index
        for index, (char, place) in enumerate(zip(reading.text, reading.places, strict=True))
        if index == 0 or char != reading.text[index - 1] or place - reading.places[index - 1] >= settings.least_repeat
    ]
    return _Reading(
        "".join(reading.text[index] for index in kept), tuple(reading.places[index] for index in kept), reading.chance
    )


def _without_echo(reading: _Reading, before: str) -> _Reading:
    if reading.text[:1] != before:
        return reading
    return _Reading(reading.text[1:], reading.places[1:], reading.chance)


def _merge_alike(readings: Sequence[_Reading]) -> list[_Reading]:
    """Readings with one text become one; likeliest first."""
    merged: dict[str, _Reading] = {}
    for reading in readings:
        old = merged.get(reading.text)
        merged[reading.text] = replace(old, chance=old.chance + reading.chance) if old else reading
    return sorted(merged.values(), key=lambda reading: -reading.chance)


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
        return [
            Character(char, start + place, best.chance, alone=best.chance)
            for char, place in zip(best.text, best.places, strict=True)
        ]
    versions = [(_read_as(best.text, reading.text), reading.chance) for reading in readings]
    found = []
    for index, (char, place) in enumerate(zip(best.text, best.places, strict=True)):
        shares: dict[str, float] = {}
        for version, chance in versions:
            shares[version[index]] = shares.get(version[index], 0.0) + chance
        if char in _DASHES:  # which one of them an author typed says nothing, and print hardly tells them apart
            shares[char] = sum(shares.pop(dash, 0.0) for dash in _DASHES)
        alone = sum(share for version, share in shares.items() if _is_but_for_signs(version, char))
        found.append(Character(char, start + place, min(shares.pop(char), 1.0), _rank(shares), min(alone, 1.0)))
    return found


def _is_but_for_signs(version: str, char: str) -> bool:
    return version[:1] == char and not any(other.isdigit() for other in version[1:])


def _doubt_lost(before: Character, readings: Sequence[_Reading]) -> Character:
    """The character before a place that is likeliest empty, and may hold a mark or letter: it shares that doubt."""
    empty = sum(reading.chance for reading in readings if not reading.text.strip())
    others = {before.char + reading.text: reading.chance for reading in readings if reading.text.strip()}
    known = {text: chance * empty for text, chance in before.candidates}
    digits = sum(reading.chance for reading in readings if any(char.isdigit() for char in reading.text))
    return replace(
        before,
        chance=before.chance * min(empty, 1.0),
        candidates=_rank(known | others),
        alone=before.alone * max(0.0, 1 - digits),
    )


def _rank(shares: dict[str, float]) -> tuple[tuple[str, float], ...]:
    ranked = sorted(shares.items(), key=lambda pair: -pair[1])[:_MOST_CANDIDATES]
    return tuple((text, round(chance, 4)) for text, chance in ranked)


def _read_as(text: str, other: str) -> list[str]:
    """For every character of a text what another reading has in its place, "" for nothing.

    What the other has between two characters counts to the one before; spaces between are no difference.

    >>> _read_as("กา", "ก่า"), _read_as("ทำ", "ทา"), _read_as("11", "1")
    (['ก่', 'า'], ['ท', 'า'], ['1', ''])
    """
    least = min(len(text), len(other))
    head = next((i for i in range(least) if text[i] != other[i]), least)
    tail = next((i for i in range(least - head) if text[-1 - i] != other[-1 - i]), least - head)
    version = list(text)
    ours, theirs = text[head : len(text) - tail], other[head : len(other) - tail]
    if len(ours) == len(theirs):
        version[head : head + len(ours)] = theirs
    elif ours:
        version[head : head + len(ours)] = [theirs, *[""] * (len(ours) - 1)]
    elif text and theirs.strip():
        place = max(head - 1, 0)
        version[place] = version[place] + theirs if head else theirs + version[place]
    return version
