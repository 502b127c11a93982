"""One ITA result from the pieces that it was read from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model import ItaScore
from pipeline.passage import Passage, explain_doubts
from pipeline.thai.digits import to_arabic


def score_of(
    year: int | None, score: str | None, grade: str | None, pieces: Sequence[Passage], more: Sequence[str] = ()
) -> ItaScore:
    """One result; `pieces` are what it was read from, the score first. A score that was misread is None."""
    reasons = [*(reason for piece in pieces for reason in explain_doubts(piece)), *more]
    value = parse_score(score) if score is not None else None
    if score is not None and (value is None or value > 100):
        reasons.append(f"“{score}” is not a score between 0 and 100")
        # What an author wrote stays; a doubted reading that cannot be is a misreading.
        value = None if explain_doubts(pieces[0]) else value
    if year is None:
        reasons.append("no fiscal year stands with this score")
    return ItaScore(
        fiscal_year=year,
        score=value,
        grade=grade,
        confidence=min((piece.confidence for piece in pieces), default=0.0),
        review=bool(reasons),
        reasons=tuple(dict.fromkeys(reasons)),
        where=tuple(place for piece in pieces[:1] for place in piece.where),
    )


def parse_score(text: str) -> float | None:
    """The number that a text is; None when it is none."""
    plain = re.sub(r"\s", "", to_arabic(text)).replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None
