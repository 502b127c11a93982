"""ITA results that a memo speaks of though none could be read: what is lost must not look absent."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.memo.mentions import find_years
from pipeline.memo.score_values import parse_score, score_of
from pipeline.memo.score_words import ANNOUNCED, CONTEXT, GRADE, find_year_before, is_result, span_of_grade
from pipeline.model import ItaScore
from pipeline.passage import Passage, slice_passage
from pipeline.settings import MemoSettings
from pipeline.tables.records import INNER, Column, Meaning, StitchedTable
from pipeline.thai.digits import to_arabic
from pipeline.thai.grades import is_grade


def find_lost_scores(body: Passage, settings: MemoSettings) -> list[ItaScore]:
    """Results that the text speaks of, in a memo in which no score was found: a grade, or words that announce one."""
    text = to_arabic(body.text)
    years = find_years(body)
    lost: list[ItaScore] = []
    for match in sorted((*GRADE.finditer(text), *ANNOUNCED.finditer(text)), key=lambda match: match.start()):
        year = find_year_before(years, match.start(), settings)
        if not is_result(text, year, match.start(), settings):
            continue
        span = span_of_grade(match) if match.re is GRADE else None
        grade = slice_passage(body, *span) if span else None
        reasons = ["a score is spoken of here, but none could be read"]
        place = slice_passage(body, match.start(), match.end())
        pieces = [place, *([slice_passage(body, year.start, year.end)] if year else [])]
        lost.append(score_of(year.year if year else None, None, grade.text if grade else None, pieces, reasons))
    # A sentence announces its score and then gives its grade: one result.
    return sorted(lost, key=lambda score: score.grade is None)[:1]


def is_score_table(table: StitchedTable) -> bool:
    """Is it a table of results, by its column of scores, or by columns of years beside its indicators?"""
    meanings = {column.meaning for column in table.columns}
    years = [column for column in table.columns if column.meaning in YEAR_COLUMNS and _is_year(column)]
    is_by_year = len(years) > 1 and (Meaning.INDICATOR in meanings or _hold_scores(table, years))
    return (Meaning.SCORE in meanings or is_by_year) and Meaning.MEASURE not in meanings


def _is_year(column: Column) -> bool:
    """Whether a year heads a column; the first row of scores may have been taken for a part of the header."""
    return _YEAR.fullmatch(column.heading.split(INNER)[0]) is not None


def _hold_scores(table: StitchedTable, years: Sequence[Column]) -> bool:
    """Whether what stands under the years is scores and grades, a cell or two aside."""
    texts = [row.cells[column.index].passage.text for row in table.rows for column in years]
    filled = [text for text in texts if text]
    told = sum(all(parse_score(word) is not None or is_grade(word) for word in text.split()) for text in filled)
    return len(filled) > 1 and told >= _MOST_SCORES * len(filled)


_MOST_SCORES = 0.7


YEAR_COLUMNS = (Meaning.SCORE, Meaning.OTHER)
"""Meanings of columns that a year may head: “คะแนน / ปี ๒๕๖๕”, or “ปี ๒๕๖๕” alone."""

_YEAR = re.compile(r"(?:(?:คะแนน)?\s*(?:ประจำ)?ปี\s*(?:งบประมาณ)?)?\s*(?:พ\.?\s?ศ\.?)?\s*[2๒][4-6๔-๖][0-9๐-๙]{2}")


def find_lost_tables(tables: Sequence[tuple[StitchedTable, Passage]]) -> list[ItaScore]:
    """A table of scores under a caption that names the assessment, of which neither a total nor a year was read."""
    reason = "no total and no year could be read in this table of scores"
    return [
        ItaScore(
            fiscal_year=None,
            score=None,
            grade=None,
            confidence=0.0,
            review=True,
            reasons=(reason,),
            where=table.where[:1],
        )
        for table, caption in tables
        if is_score_table(table) and CONTEXT.search(caption.text)
    ]
