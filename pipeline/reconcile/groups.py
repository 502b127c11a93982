"""Split and merged measures: rows whose parts together say what one row of the other document says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.reconcile.similarity import Scores, cover_rows, find_common, score_pair
from pipeline.reconcile.texts import RowText, join_texts
from pipeline.settings import ReconcileSettings
from pipeline.thai.text import graphemes


@dataclass(frozen=True, slots=True)
class Group:
    """One whole row and its parts in the other document, in document order: 0-based positions; `score` 0–1."""

    whole: int
    parts: tuple[int, ...]
    score: float


def find_groups(
    wholes: Sequence[RowText],
    others: Sequence[RowText],
    scores: Scores,
    partner: Mapping[int, int],
    free: Sequence[int],
    *,
    settings: ReconcileSettings,
) -> tuple[Group, ...]:
    """Rows that were split in the other document, the most similar first; no part belongs to two of them.

    scores: (wholes, others), 0–1. partner: whole → the row it is paired with so far; a pair can gain parts.
    free: rows of the other document that no pair has. The parts must each stand in the whole, and together be more
    like it than the best of them alone.
    """
    found: list[Group] = []
    for whole in range(len(wholes)) if free else ():
        tries = (
            find(whole, wholes, others, scores, partner.get(whole), free, settings)
            for find in (_grow, _collect, _complement)
        )
        found += [group for group in tries if group is not None][:1]
    taken: set[int] = set()
    kept = []
    for group in sorted(found, key=lambda group: (-group.score, group.whole)):
        if taken.isdisjoint(group.parts):
            kept.append(group)
            taken.update(group.parts)
    return tuple(kept)


def _grow(
    whole: int,
    wholes: Sequence[RowText],
    others: Sequence[RowText],
    scores: Scores,
    paired: int | None,
    free: Sequence[int],
    settings: ReconcileSettings,
) -> Group | None:
    """Parts added one by one, the best first, as long as each makes the whole clearly more complete."""
    # The upper bound of what parts can add: a pair as good as this has nothing left to gain.
    if paired is not None and scores[whole, paired] + settings.group_gain > 1:
        return None
    candidates = [at for at in free if len(others[at].whole) < len(wholes[whole].whole)]
    covers = cover_rows([others[at] for at in candidates], wholes[whole], settings=settings)
    parts = [at for at, cover in zip(candidates, covers, strict=True) if cover >= settings.part_floor]
    parts.sort(key=lambda at: -scores[whole, at])
    chosen, parts = ([paired], parts) if paired is not None else (parts[:1], parts[1:])
    if not chosen or not parts or not _is_part(others[chosen[0]], wholes[whole], settings):
        return None
    best = float(scores[whole, chosen[0]])
    for part in parts:
        joined = join_texts([others[at] for at in sorted([*chosen, part])])
        if (score := score_pair(wholes[whole], joined, settings=settings)) >= best + settings.group_gain:
            chosen, best = [*chosen, part], score
    if len(chosen) < 2 or best < settings.text_floor:
        return None
    return Group(whole, tuple(sorted(chosen)), best)


def _collect(
    whole: int,
    wholes: Sequence[RowText],
    others: Sequence[RowText],
    scores: Scores,
    paired: int | None,
    free: Sequence[int],
    settings: ReconcileSettings,
) -> Group | None:
    """Parts with titles of their own that take over the whole's words, each some of them ("แยกเป็นสองเรื่อง").

    The titles of such parts are new, so likeness says little. What tells is that measure or procedure of each part
    stands in the whole, and that together they say much more of it than the best of them alone.
    """
    if paired is not None and scores[whole, paired] >= settings.text_floor:
        return None
    candidates = sorted({*free, *([] if paired is None else [paired])})
    said = {
        at: words
        for at in candidates
        if _stands_in(others[at], wholes[whole], settings)
        and (words := find_common(others[at].whole, wholes[whole].whole, settings.common_stretch))
    }
    length = len(graphemes(wholes[whole].whole))
    chosen: list[int] = []
    covered: set[int] = set()
    for at in sorted(said, key=lambda at: (at != paired, -len(said[at]), at)):
        if len(said[at] - covered) >= settings.part_gain * length:
            chosen.append(at)
            covered |= said[at]
    if len(chosen) < 2 or len(covered) < settings.parts_cover * length or (paired is not None and paired not in chosen):
        return None
    return Group(whole, tuple(sorted(chosen)), round(len(covered) / length, 4))


def _complement(
    whole: int,
    wholes: Sequence[RowText],
    others: Sequence[RowText],
    scores: Scores,
    paired: int | None,
    free: Sequence[int],
    settings: ReconcileSettings,
) -> Group | None:
    """Parts that share most words, each with its own rest ("ระบบจองคิวของงาน ก และงาน ข" as "… ของงาน ก", "… ของงาน ข").

    Each alone may be as like the whole as a pair is. What tells is a stretch of the whole that stands in the one only,
    and another that stands in the other only.
    """
    if paired is None or scores[whole, paired] < settings.text_floor:
        return None
    said = find_common(others[paired].whole, wholes[whole].whole, settings.common_stretch)
    for at in sorted(free, key=lambda at: -scores[whole, at]):
        if scores[whole, at] < settings.partial_floor:
            return None
        if scores[whole, at] < settings.text_floor and not _stands_in(others[at], wholes[whole], settings):
            continue
        more = find_common(others[at].whole, wholes[whole].whole, settings.common_stretch)
        if min(_longest_run(more - said), _longest_run(said - more)) >= settings.shortest_part:
            score = len(said | more) / len(graphemes(wholes[whole].whole))
            return Group(whole, tuple(sorted((paired, at))), round(min(1.0, score), 4))
    return None


def _longest_run(places: set[int]) -> int:
    """The length of the longest stretch of numbers on end."""
    longest = run = 0
    before = None
    for place in sorted(places):
        run = run + 1 if before is not None and place == before + 1 else 1
        longest, before = max(longest, run), place
    return longest


def _stands_in(part: RowText, whole: RowText, settings: ReconcileSettings) -> bool:
    """Whether the part's measure or its procedure stands in the whole row."""
    texts = [RowText(text, "", "") for text in (part.measure, part.procedure) if text]
    joined = RowText(whole.whole, "", "")
    return any(cover >= settings.part_floor for cover in cover_rows(texts, joined, settings=settings))


def _is_part(row: RowText, whole: RowText, settings: ReconcileSettings) -> bool:
    return cover_rows([row], whole, settings=settings)[0] >= settings.part_floor
