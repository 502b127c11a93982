"""ITA scores and grades, from sentences and from score tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.memo.issues import doubt
from pipeline.memo.mentions import YearMention, find_years
from pipeline.model import Issue, ItaScore
from pipeline.passage import Passage, explain_doubts, slice_passage
from pipeline.settings import MemoSettings
from pipeline.tables.records import Meaning, Row, StitchedTable
from pipeline.thai.digits import to_arabic
from pipeline.thai.grades import grade_contradicts, is_grade
from pipeline.thai.numbers import is_row_number
from pipeline.thai.patterns import one_of

_VALUE = r"[0-9]{1,3}\s*[.,]\s*[0-9]{1,2}(?![0-9])|[0-9]{2,3}(?![0-9])"
_SCORE = re.compile(
    rf"คะแนน[^0-9]{{0,40}}?(?<![0-9.])(?P<after>{_VALUE})"  # คะแนนเท่ากับ ๙๖.๕๒
    rf"|(?<![0-9.])(?P<before>{_VALUE})\s*คะแนน"  # ได้ ๙๖.๕๒ คะแนน
)
_GRADE_WORDS = one_of(("ผ่านดีเยี่ยม", "ต้องปรับปรุงโดยด่วน", "ต้องปรับปรุง", "ผ่านดี"))
_GRADE = re.compile(
    rf"ระดับ[^0-9A-Za-z]{{0,25}}?(?P<letter>AA|[A-F])(?![A-Za-z])"
    rf"|(?P<word>{_GRADE_WORDS})"
    rf"|ระดับ\s*[“\"]?\s*(?P<pass>{one_of(('ผ่าน',))})"
)
# Words before a number that say it is no result: a difference, a maximum, a target.
_NO_RESULT = re.compile(
    one_of(
        ("เพิ่มขึ้น", "ลดลง", "เต็ม", "เป้าหมาย", "ไม่น้อยกว่า", "ไม่ต่ำกว่า", "ต่ำกว่า", "มากกว่า", "น้อยกว่า", "เกณฑ์", "ขึ้นไป", "สูงกว่า")
    )
)
_CONTEXT = re.compile(r"ITA|I\s*T\s*A|" + one_of(("คุณธรรมและความโปร่งใส", "ผลการประเมิน", "ภาพรวม", "คะแนนรวม")))
_INDICATOR = re.compile(
    r"ตัวชี้วัด|"
    + one_of((
        "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สิน", "การแก้ไขปัญหาการทุจริต", "คุณภาพการดำเนินงาน",
        "ประสิทธิภาพการสื่อสาร", "การปรับปรุงระบบการทำงาน", "การปรับปรุงการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต",
    ))
)  # fmt: skip
_TOTAL = re.compile(one_of(("คะแนนรวม", "คะแนนเฉลี่ย", "ภาพรวม", "รวม", "เฉลี่ย", "ผลคะแนน", "คะแนน ITA")))


def read_scores(
    body: Passage, tables: Sequence[tuple[StitchedTable, Passage]], settings: MemoSettings
) -> tuple[tuple[ItaScore, ...], tuple[Issue, ...]]:
    """Every overall ITA result, each once, and what contradicts in them. Scores of single indicators are left out.

    tables: each with its caption, the running text right above it.
    """
    found = [*_read_sentences(body, settings), *(score for pair in tables for score in _read_table(*pair))]
    scores = _merge(found)
    issues = [(index, issue) for index, score in enumerate(scores) for issue in _check(score, scores)]
    doubted = {index: issue.message for index, issue in issues}
    return (
        tuple(_doubt_score(score, doubted[index]) if index in doubted else score for index, score in enumerate(scores)),
        tuple(issue for _, issue in issues),
    )


def _doubt_score(score: ItaScore, reason: str) -> ItaScore:
    return score.model_copy(update={"review": True, "reasons": (*score.reasons, reason)})


def _read_sentences(body: Passage, settings: MemoSettings) -> list[ItaScore]:
    text = to_arabic(body.text)
    years = find_years(body)
    matches = [match for match in _SCORE.finditer(text) if not _overlaps_year(match, years)]
    scores: list[ItaScore] = []
    for index, match in enumerate(matches):
        start, end = _span_of_score(match)
        year = _year_before(years, start, settings)
        begin = year.start if year else start - settings.score_window
        context = text[max(0, begin - settings.score_window) : start]
        between = text[max(0, begin) : start]
        if _NO_RESULT.search(text[max(0, start - 30) : start]) or text[end : end + 20].lstrip().startswith("คะแนนขึ้นไป"):
            continue
        if not _CONTEXT.search(context) or _INDICATOR.search(between):
            continue
        stop = matches[index + 1].start() if index + 1 < len(matches) else len(text)
        # "มีคะแนน ๙๖.๕๒ ระดับ AA", or the other way round: "ระดับ AA ได้ ๙๕.๐๐ คะแนน".
        grade = _GRADE.search(text, end, min(stop, end + settings.score_window))
        if grade is None and year is not None:
            grade = _GRADE.search(text, year.end, start)
        scores.append(_make_score(body, year, (start, end), _span_of(grade)))
    return scores


def _overlaps_year(match: re.Match[str], years: Sequence[YearMention]) -> bool:
    start, end = _span_of_score(match)
    return any(start < year.end and end > year.start for year in years)


def _span_of_score(match: re.Match[str]) -> tuple[int, int]:
    return match.span("after" if match["after"] is not None else "before")


def _year_before(years: Sequence[YearMention], at: int, settings: MemoSettings) -> YearMention | None:
    near = [year for year in years if year.end <= at and at - year.end <= settings.score_window]
    return near[-1] if near else None


def _span_of(grade: re.Match[str] | None) -> tuple[int, int] | None:
    if grade is None:
        return None
    return next(grade.span(name) for name in ("letter", "word", "pass") if grade[name] is not None)


def _make_score(
    passage: Passage, year: YearMention | None, score: tuple[int, int], grade: tuple[int, int] | None
) -> ItaScore:
    pieces = [slice_passage(passage, *score)]
    if grade is not None:
        pieces.append(slice_passage(passage, *grade))
    if year is not None:
        pieces.append(slice_passage(passage, year.start, year.end))
    return _score_of(year.year if year else None, pieces[0].text, pieces[1].text if grade is not None else None, pieces)


def _score_of(year: int | None, score: str, grade: str | None, pieces: Sequence[Passage]) -> ItaScore:
    reasons = [reason for piece in pieces for reason in explain_doubts(piece)]
    value = _parse_score(score)
    if value is None or value > 100:
        reasons.append(f"“{score}” is not a score between 0 and 100")
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


def _parse_score(text: str) -> float | None:
    plain = re.sub(r"\s", "", to_arabic(text)).replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None


def _read_table(table: StitchedTable, caption: Passage) -> list[ItaScore]:
    """Rows with a year beside a score; of a table without such rows the total, in the year that its caption names."""
    score_columns = [column.index for column in table.columns if column.meaning is Meaning.SCORE]
    if not score_columns or any(column.meaning is Meaning.MEASURE for column in table.columns):
        return []
    scores: list[ItaScore] = []
    for row in table.rows:
        at = next((index for index in score_columns if _parse_score(row.cells[index].passage.text) is not None), None)
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
        scores.append(_score_of(year.year if year else None, score.text, grade.text if grade else None, pieces))
    return scores


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
    """One result told twice is one: same year and score, the mention with a grade (then with fewer doubts) is kept."""
    kept: dict[tuple[int | None, float | None], ItaScore] = {}
    for score in found:
        key = (score.fiscal_year, score.score)
        old = kept.get(key)
        if old is None or (score.grade is not None, not score.review) > (old.grade is not None, not old.review):
            kept[key] = score
    return tuple(kept.values())


def _check(score: ItaScore, scores: Sequence[ItaScore]) -> list[Issue]:
    issues: list[Issue] = []
    year, value, grade = score.fiscal_year, score.score, score.grade
    if value is not None and value > 100:
        issues.append(doubt("score-out-of-range", f"The ITA score {value} is above 100.", score.where))
    if year is not None and value is not None and grade is not None and grade_contradicts(grade, value, year):
        message = f"Grade {grade} does not belong to the ITA score {value} of fiscal year {year}."
        issues.append(doubt("grade-contradicts-score", message, score.where))
    rivals = [other for other in scores if other.fiscal_year == year and other.score != value and year is not None]
    if rivals and scores.index(score) > scores.index(rivals[0]):
        message = f"Fiscal year {year} is given the ITA scores {rivals[0].score} and {value}."
        issues.append(doubt("score-conflict", message, score.where))
    return issues
