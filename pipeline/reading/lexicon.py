"""Words of Thai and how often they are used, found by the frame that misreadings leave alone."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from importlib import resources

from pythainlp.corpus import tnc
from pythainlp.corpus.common import thai_words

from pipeline.reading.confusions import frame_of, split_text

_OWN_SHARE = 0.35
"""Share of the words of a memo that come from our own list, each as often as the next; the rest follow the Thai
National Corpus, where officialese is rare and novels are many."""
_UNCOUNTED = 0.5
"""Uses of a word that is in the dictionary and not in the corpus."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its pieces (see `split_text`) and the logarithm of its share of all words."""

    text: str
    pieces: tuple[str, ...]
    weight: float


class Lexicon:
    """All words of one frame at a time; their pieces are made when first asked for."""

    def __init__(self, shares: dict[str, float]) -> None:
        self._shares = shares
        # All frames in one go and lists for shared frames only: word by word this took three times as long.
        frames = frame_of("\n".join(shares)).split("\n")
        self._last = dict(zip(frames, shares, strict=True))
        self._others: dict[str, list[str]] = {}
        for frame, word in zip(frames, shares, strict=True):
            if self._last[frame] != word:
                self._others.setdefault(frame, []).append(word)
        self._longest: dict[str, int] = {}
        for frame in self._last:
            if len(frame) > self._longest.get(frame[:2], 0):
                self._longest[frame[:2]] = len(frame)
        self._made: dict[str, tuple[Word, ...]] = {}

    def words_of(self, frame: str) -> tuple[Word, ...]:
        """The words with this frame."""
        if frame not in self._last:
            return ()
        if frame not in self._made:
            texts = (*self._others.get(frame, ()), self._last[frame])
            self._made[frame] = tuple(Word(text, split_text(text), math.log(self._shares[text])) for text in texts)
        return self._made[frame]

    def longest(self, start: str) -> int:
        """The length of the longest frame that begins with these two characters."""
        return max(self._longest.get(start, 0), 1)


@cache
def load_lexicon() -> Lexicon:
    """The words of PyThaiNLP's dictionary and of our own list; loaded once per process, in 0.3 to 0.4 s."""
    uses = tnc.unigram_word_freqs()
    own = read_own_words()
    words = [word for word in thai_words() if len(word) > 1]
    counts = [uses.get(word, 0) + _UNCOUNTED for word in words]
    scale = (1 - _OWN_SHARE) / sum(counts)
    shares = {word: scale * count for word, count in zip(words, counts, strict=True)}
    for word in own:
        shares[word] = shares.get(word, 0.0) + _OWN_SHARE / len(own)
    return Lexicon(shares)


@cache
def read_own_words() -> frozenset[str]:
    """Our own list of the words of memos (`words.txt`: words between spaces, # begins a comment)."""
    text = resources.files("pipeline.reading").joinpath("words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() for word in line.partition("#")[0].split())
