"""Years mentioned in running text, each with the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.passage import Passage, explain_doubts, slice_passage
from pipeline.thai.digits import to_arabic

# Behind พ.ศ. a gap may stand inside the year ("พ.ศ. 25 ๖๓").
_YEAR = re.compile(
    r"(?P<lead>(?P<fiscal>(?:ประจำ)?ปีงบประมาณ)|ประจำปี|ปี)?\s*"
    r"(?P<era>พ\s*\.?\s*ศ\s*\.?)?\s*(?<![0-9])(?P<year>2[45](?(era) ?)[0-9]{2,3})(?![0-9])"
)


@dataclass(frozen=True, slots=True)
class YearMention:
    """A year BE at `start:end` of a passage (its digits only). `fiscal`: the text calls it a fiscal year."""

    year: int
    start: int
    end: int
    fiscal: bool
    doubts: tuple[str, ...]


def find_years(passage: Passage) -> tuple[YearMention, ...]:
    """The years BE written with four digits, in order; one with five ("25678") is left to `find_broken_years`."""
    return tuple(
        YearMention(
            year=int(_digits(match)),
            start=match.start("year"),
            end=match.end("year"),
            fiscal=match["fiscal"] is not None,
            doubts=explain_doubts(slice_passage(passage, match.start("year"), match.end("year"))),
        )
        for match in _YEAR.finditer(to_arabic(passage.text))
        if len(_digits(match)) == 4
    )


def find_broken_years(passage: Passage) -> tuple[Passage, ...]:
    """Years with a digit too many, as their authors typed them."""
    return tuple(
        slice_passage(passage, *match.span("year"))
        for match in _YEAR.finditer(to_arabic(passage.text))
        if len(_digits(match)) != 4 and (match["lead"] or "ศ" in match[0])
    )


def _digits(match: re.Match[str]) -> str:
    return match["year"].replace(" ", "")
