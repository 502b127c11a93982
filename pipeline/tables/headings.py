"""What a heading means: fuzzy agreement with the vocabulary.

Keys leave out spaces, tone marks and punctuation, so a heading that wraps inside words or lost its tone marks still
agrees. What is left is compared by edit distance (rapidfuzz's normalised Levenshtein similarity).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from pipeline.settings import TableSettings
from pipeline.tables.records import Meaning
from pipeline.tables.vocabulary import Wording, load_vocabulary
from pipeline.thai.choices import strikes_out
from pipeline.thai.status import parse_status
from pipeline.thai.text import comparison_key

STATUS_MARKS = (
    Meaning.STATUS_NOT_STARTED,
    Meaning.STATUS_IN_PROGRESS,
    Meaning.STATUS_DONE,
    Meaning.STATUS_CANCELLED,
)

STATUSES = {*STATUS_MARKS, Meaning.STATUS}
"""Meanings of columns that tell a status."""

_NEGATION = re.compile("[ไใ]ม")  # on keys, so without its tone mark
_LATIN = re.compile("[a-z]+")  # specks and rules inside a Thai heading are read as Latin letters
_DIGIT = re.compile("[0-9]")
_BARE_STATUS = ("ดำเนินการ", "การดำเนินการ", "ดำเนินงาน")
# What is left of several headings when their first line is lost: it says nothing of which.
_BARE = (*_BARE_STATUS, "การดำเนินงาน", "การปฏิบัติ", "การประเมิน")
_ASIDE = re.compile(r"[(\[{].*?(?:[)\]}]|$)", re.DOTALL)

# A heading that only contains a wording ("มาตรการเพื่อขับเคลื่อน…") agrees less than one that is it. Thai puts the
# head of a phrase first, so a wording at the start says more than one further on.
_STARTS_WITH = 0.90
_CONTAINS = 0.80
_CONTAINED_FIT = 85.0  # of 100: one wrong letter in seven
_CONTAINED_LENGTH = 6  # shorter wordings ("วันที่", "เรื่อง") stand inside unrelated headings


@dataclass(frozen=True, slots=True)
class Fit:
    """How a heading was understood. `score` 0–1; `runner_up` is the best other meaning's score.

    `known`: the vocabulary holds it; `inside`: the heading only contains the wording.
    `unclear`: it may name a status (`meaning` is STATUS_UNCLEAR), or two meanings are too close (OTHER).
    """

    meaning: Meaning
    score: float
    runner_up: float = 0.0
    rank: int = 9
    known: bool = False
    inside: bool = False
    unclear: bool = False


UNKNOWN = Fit(Meaning.OTHER, 0.0)


@lru_cache(maxsize=4096)
def match_heading(text: str, *, settings: TableSettings) -> Fit:
    """The meaning of one heading; a Fit with `known` False when the vocabulary does not hold it."""
    key = comparison_key(text)
    if not key or len(key) > settings.heading_length_most:
        return UNKNOWN
    if strikes_out(text):  # "ผลการดำเนินการ (ขีดฆ่าข้อความที่ไม่ใช้)": states are printed to choose from
        return Fit(Meaning.STATUS, 1.0, known=True)
    core = comparison_key(_ASIDE.sub("", text))
    core = _LATIN.sub("", core) or core
    fits = sorted(
        ((*_compare(core, key, wording, settings), wording) for wording in load_vocabulary(settings.vocabulary)),
        key=lambda fit: (fit[0], -fit[2].rank),
        reverse=True,
    )
    score, inside, best = fits[0]
    runner_up = next((other for other, _, wording in fits if wording.meaning is not best.meaning), 0.0)
    if best.meaning in STATUS_MARKS or _likeness(core, _BARE_STATUS) >= settings.status_fit:
        return _match_status(text, core, best, score, settings)
    if score < settings.heading_fit:
        return Fit(Meaning.OTHER, round(score, 4), round(runner_up, 4))
    # "ตัวชี้วัดที่ ๑" is a row of the body, not the heading "ตัวชี้วัดที่".
    inside = inside or bool(_DIGIT.search(core) and not _DIGIT.search(best.key))
    if score < 1 and (score - runner_up < settings.heading_lead or _likeness(core, _BARE) > score):
        return Fit(Meaning.OTHER, round(score, 4), round(runner_up, 4), unclear=True)
    return Fit(best.meaning, round(score, 4), round(runner_up, 4), best.rank, known=True, inside=inside)


def _compare(core: str, key: str, wording: Wording, settings: TableSettings) -> tuple[float, bool]:
    """Agreement of a heading with one wording, and whether the wording only stands inside it.

    `core` is the heading's key without what stands in brackets: it agrees as well as one that never had any.
    """
    if len(wording.key) <= settings.short_heading:
        return (1.0 if wording.key in (core, key) else 0.0), False
    whole = max(Levenshtein.normalized_similarity(key, wording.key), _similarity(core, wording.key))
    if wording.meaning in STATUS_MARKS or len(wording.key) < _CONTAINED_LENGTH or len(core) <= len(wording.key):
        return whole, False
    found = fuzz.partial_ratio_alignment(wording.key, core)
    if found is None or found.score < _CONTAINED_FIT:
        return whole, False
    # The longer of two contained wordings is the more telling one.
    length = len(wording.key) / len(core)
    part = (_STARTS_WITH if found.dest_start == 0 else _CONTAINS) * found.score / 100 + 0.1 * length - 0.05
    return (part, True) if part > whole else (whole, False)


def _similarity(left: str, right: str) -> float:
    return Levenshtein.normalized_similarity(left, right)


def _likeness(core: str, words: Sequence[str]) -> float:
    """How nearly a heading is one of these bare words."""
    return max(_similarity(core, comparison_key(word)) for word in words)


def _match_status(text: str, core: str, best: Wording, score: float, settings: TableSettings) -> Fit:
    """The status a column of marks stands for: the words themselves, else a clear lead; else unclear, never a guess."""
    scores = dict.fromkeys(STATUS_MARKS, 0.0)
    for wording in load_vocabulary(settings.vocabulary):
        # A heading with a negation is only compared with negated wordings, and the other way round.
        if wording.meaning in scores and bool(_NEGATION.search(core)) == bool(_NEGATION.search(wording.key)):
            scores[wording.meaning] = max(scores[wording.meaning], _compare(core, core, wording, settings)[0])
    ranked = sorted(scores.items(), key=lambda item: item[1], reverse=True)
    (meaning, first), (_, second) = ranked[0], ranked[1]
    bare = _likeness(core, _BARE_STATUS)
    if best.meaning not in STATUS_MARKS and score > max(first, bare) and score >= settings.heading_fit:
        return Fit(best.meaning, round(score, 4), round(first, 4), best.rank, known=True)
    in_words = _read_status(text)
    if in_words is not None and scores[in_words] == first >= settings.heading_fit:
        return Fit(in_words, round(first, 4), round(second, 4), 1, known=True)
    clear = first >= settings.status_fit and first - second >= settings.status_lead and first > bare
    if clear and in_words is None:
        return Fit(meaning, round(first, 4), round(second, 4), 1, known=True)
    unclear = max(first, bare) >= settings.heading_fit
    meaning = Meaning.STATUS_UNCLEAR if unclear else Meaning.OTHER
    return Fit(meaning, round(first, 4), round(second, 4), unclear=unclear)


def _read_status(text: str) -> Meaning | None:
    """The status that the words of a heading name, where the status parser can read them."""
    try:
        return Meaning(f"status_{parse_status(_ASIDE.sub('', text))}")
    except ValueError:
        return None


def compare_headings(left: str, right: str) -> float:
    """How nearly two headings as read are the same words, 0–1."""
    return _similarity(comparison_key(left), comparison_key(right))
