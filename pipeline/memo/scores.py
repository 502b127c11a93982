"""ITA scores and grades, from sentences and from score tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.memo.issues import doubt
from pipeline.memo.leaders import is_blank
from pipeline.memo.lost_scores import YEAR_COLUMNS, find_lost_scores, find_lost_tables, is_score_table
from pipeline.memo.mentions import YearMention, find_years
from pipeline.memo.score_values import parse_score, score_of
from pipeline.memo.score_words import (
    GRADE,
    SCORE,
    doubt_grade,
    explain_lost_grade,
    find_grade_before,
    find_year_before,
    is_result,
    is_score,
    span_of_grade,
)
from pipeline.model import Issue, ItaScore
from pipeline.passage import Passage, slice_passage
from pipeline.settings import MemoSettings
from pipeline.tables.records import Column, Meaning, Row, StitchedTable
from pipeline.thai.digits import to_arabic
from pipeline.thai.grades import grade_contradicts, is_grade
from pipeline.thai.numbers import is_row_number
from pipeline.thai.patterns import one_of
from pipeline.thai.text import comparison_key

_TOTAL = re.compile(
    one_of(
        (
            "คะแนนรวม",
            "ค่าคะแนนรวม",
            "คะแนนเฉลี่ย",
            "คะแนนภาพรวม",
            "ภาพรวม",
            "รวม",
            "เฉลี่ย",
            "ผลคะแนน",
            "ผลการประเมินภาพรวม",
            "คะแนน ITA",
        )
    )
)

UNREADABLE = "score-unreadable"


def read_scores(
    body: Passage, tables: Sequence[tuple[StitchedTable, Passage]], settings: MemoSettings
) -> tuple[tuple[ItaScore, ...], tuple[Issue, ...]]:
    """Every overall ITA result, each once, and what contradicts in them. Scores of single indicators are left out.

    tables: each with its caption, the running text right above it.
    """
    found = [*_read_sentences(body, settings), *(score for pair in tables for score in _read_table(*pair))]
    scores = _merge(found or find_lost_scores(body, settings) or find_lost_tables(tables))
    issues = [(index, issue) for index, score in enumerate(scores) for issue in _check(score, scores)]
    doubted = {index: issue.message for index, issue in issues if issue.code != UNREADABLE}
    return (
        tuple(_doubt_score(score, doubted[index]) if index in doubted else score for index, score in enumerate(scores)),
        tuple(issue for _, issue in issues),
    )


def _doubt_score(score: ItaScore, reason: str) -> ItaScore:
    return score.model_copy(update={"review": True, "reasons": (*score.reasons, reason)})


def _read_sentences(body: Passage, settings: MemoSettings) -> list[ItaScore]:
    text = to_arabic(body.text)
    years = find_years(body)
    matches = [match for match in SCORE.finditer(text) if is_score(match) and not _overlaps_year(match, years)]
    scores: list[ItaScore] = []
    last: int | None = None
    for index, match in enumerate(matches):
        start, end = _span_of_score(match)
        year = find_year_before(years, start, settings)
        if text[end : end + 20].lstrip().startswith("คะแนนขึ้นไป") or not is_result(
            text, year, start, settings, last=last
        ):
            continue
        stop = _find_stop(text, end, matches[index + 1 :], years)
        # "มีคะแนน ๙๖.๕๒ ระดับ AA", or the other way round: "ระดับ AA ได้ ๙๕.๐๐ คะแนน".
        ahead = min(stop, end + settings.score_window)
        grade = GRADE.search(text, end, ahead) or find_grade_before(text, year, start, settings)
        lost = () if grade else explain_lost_grade(text, end, ahead)
        scores.append(_make_score(body, year, (start, end), span_of_grade(grade), lost))
        last = max(end, grade.end() if grade else end)
    return scores


def _overlaps_year(match: re.Match[str], years: Sequence[YearMention]) -> bool:
    start, end = _span_of_score(match)
    return any(start < year.end and end > year.start for year in years)


def _span_of_score(match: re.Match[str]) -> tuple[int, int]:
    return match.span("after" if match["after"] is not None else "before")


def _find_stop(text: str, end: int, following: Sequence[re.Match[str]], years: Sequence[YearMention]) -> int:
    """Where the words about the score that ends at `end` stop: before the words of the next one, or the next year.

    "ได้คะแนนรวม ๘๖.๔๘ คะแนน ระดับ A เพิ่มขึ้น ๕.๘๗ คะแนน": the คะแนน behind a score is its own.
    """
    if not following:
        return len(text)
    begin, number = _begin_of(following[0]), _span_of_score(following[0])[0]
    is_begin = begin >= end and text[end:begin].strip() != ""
    next_years = [year.start for year in years if end <= year.start < number]
    return min([begin if is_begin else number, *next_years])


def _begin_of(match: re.Match[str]) -> int:
    """Where a score's own words begin: at the last คะแนน before it, for one may belong to the score before."""
    if match["after"] is None:
        return match.start()
    return match.start() + match[0][: match.start("after") - match.start()].rfind("คะแนน")


def _make_score(
    passage: Passage,
    year: YearMention | None,
    score: tuple[int, int],
    grade: tuple[int, int] | None,
    reasons: Sequence[str],
) -> ItaScore:
    pieces = [slice_passage(passage, *score)]
    if grade is not None:
        pieces.append(slice_passage(passage, *grade))
    if year is not None:
        pieces.append(slice_passage(passage, year.start, year.end))
    told = pieces[1].text if grade is not None else None
    return score_of(year.year if year else None, pieces[0].text, told, pieces, reasons)


def _read_table(table: StitchedTable, caption: Passage) -> list[ItaScore]:
    """Rows with a year beside a score; of a table without such rows the total, in the year that its caption names."""
    if not is_score_table(table):
        return []
    score_columns = [column.index for column in table.columns if column.meaning is Meaning.SCORE]
    headed = [(column.index, named) for column in table.columns if (named := _year_of_heading(column)) is not None]
    if len(headed) > 1:
        return _read_years(table.rows, headed)
    scores: list[ItaScore] = []
    for row in table.rows:
        filled = [index for index in score_columns if row.cells[index].passage.glyphs]
        at = next((index for index in filled if parse_score(row.cells[index].passage.text) is not None), None)
        if at is None:
            at = next((index for index in filled if not is_grade(row.cells[index].passage.text)), None)
        if at is None:
            continue
        year, place = _year_in_row(row, at)
        if year is None and not _is_total(row):
            continue
        if year is None:
            year, place = _year_of_caption(caption)
        score = row.cells[at].passage
        grade = next((cell.passage for cell in row.cells[at:] if is_grade(cell.passage.text)), None)
        pieces = [piece for piece in (score, grade, place) if piece is not None]
        lost = () if grade is not None else _explain_grade_cell(table.columns, row, at)
        scores.append(score_of(year.year if year else None, score.text, grade.text if grade else None, pieces, lost))
    return scores


def _explain_grade_cell(columns: Sequence[Column], row: Row, score: int) -> tuple[str, ...]:
    """Why the grade of a row is doubted: under the heading of grades stands what is none."""
    texts = [
        row.cells[column.index].passage.text
        for column in columns
        if column.index != score and comparison_key(column.heading).startswith(_LEVEL)
    ]
    return tuple(doubt_grade(text) for text in texts if not is_blank(text))


_LEVEL = comparison_key("ระดับ")


def _year_of_heading(column: Column) -> int | None:
    """The year that heads a column of scores; None when it names none, or two."""
    years = {int(year) for year in _HEADED_YEAR.findall(to_arabic(column.heading))}
    return years.pop() if column.meaning in YEAR_COLUMNS and len(years) == 1 else None


_HEADED_YEAR = re.compile(r"(?<![0-9])2[4-6][0-9]{2}(?![0-9])")


def _read_years(rows: Sequence[Row], headed: Sequence[tuple[int, int]]) -> list[ItaScore]:
    """The total of each year, in a table with a column of scores for every one of them, and the grade that stands in
    another row of its column."""
    grades = {
        index: row.cells[index].passage
        for row in rows
        for index, _ in headed
        if is_grade(row.cells[index].passage.text)
    }
    scores = []
    for row in filter(_is_total, rows):
        for index, year in headed:
            cell = row.cells[index].passage
            both = _SCORE_AND_GRADE.fullmatch(cell.text)
            score = slice_passage(cell, *both.span("score")) if both else cell
            grade = slice_passage(cell, *both.span("grade")) if both else grades.get(index)
            if score.glyphs and not is_grade(score.text):
                scores.append(_score_of_year(year, score, grade))
    return scores


def _score_of_year(year: int, score: Passage, grade: Passage | None) -> ItaScore:
    if grade is None or is_grade(grade.text):
        return score_of(year, score.text, grade.text if grade else None, [score, *([grade] if grade else [])])
    return score_of(year, score.text, None, [score], [doubt_grade(grade.text)])


_SCORE_AND_GRADE = re.compile(r"(?P<score>[0-9๐-๙.,]+)\s*[-–]?\s*\(\s*(?P<grade>[^()]+?)\s*\)")


def _year_in_row(row: Row, score_column: int) -> tuple[YearMention | None, Passage | None]:
    for index, cell in enumerate(row.cells):
        years = find_years(cell.passage) if index != score_column else ()
        if len(years) == 1:
            return years[0], slice_passage(cell.passage, years[0].start, years[0].end)
    return None, None


def _year_of_caption(caption: Passage) -> tuple[YearMention | None, Passage | None]:
    years = find_years(caption)
    return (years[-1], slice_passage(caption, years[-1].start, years[-1].end)) if years else (None, None)


def _is_total(row: Row) -> bool:
    words = [cell.passage.text for cell in row.cells if cell.passage.text and not is_row_number(cell.passage.text)]
    return bool(words) and _TOTAL.match(words[0]) is not None


def _merge(found: Sequence[ItaScore]) -> tuple[ItaScore, ...]:
    """One result told twice is one: same year and score, the mention with a grade (then with fewer doubts) is kept. A
    mention without a year is the one with the same score and a year, and lends it its grade."""
    kept: dict[tuple[int | None, float | None], ItaScore] = {}
    for score in found:
        key = (score.fiscal_year, score.score)
        old = kept.get(key)
        if old is None or (score.grade is not None, not score.review) > (old.grade is not None, not old.review):
            kept[key] = score
    known = {score.score for score in kept.values() if score.fiscal_year is not None and score.score is not None}
    merged: list[ItaScore] = []
    for (year, value), score in kept.items():
        twin = kept.get((None, value))
        if year is None and value in known:
            continue
        lends = twin is not None and value is not None and score.grade is None
        merged.append(score.model_copy(update={"grade": twin.grade}) if twin is not None and lends else score)
    return tuple(merged)


def _check(score: ItaScore, scores: Sequence[ItaScore]) -> list[Issue]:
    issues: list[Issue] = []
    year, value, grade = score.fiscal_year, score.score, score.grade
    if value is None:
        message = f"The score of the assessment stands here, but could not be read: {score.reasons[-1]}."
        issues.append(doubt(UNREADABLE, message, score.where))
    if value is not None and value > 100:
        issues.append(doubt("score-out-of-range", f"The ITA score {value} is above 100.", score.where))
    if year is not None and value is not None and grade is not None and grade_contradicts(grade, value, year):
        message = f"Grade {grade} does not belong to the ITA score {value} of fiscal year {year}."
        issues.append(doubt("grade-contradicts-score", message, score.where))
    known = [other for other in scores if other.score is not None] if value is not None and year is not None else []
    rivals = [other for other in known if other.fiscal_year == year and other.score != value]
    if rivals and scores.index(score) > scores.index(rivals[0]):
        message = f"Fiscal year {year} is given the ITA scores {rivals[0].score} and {value}."
        issues.append(doubt("score-conflict", message, score.where))
    return issues
