"""The fiscal year of a memo from what it says, and years that are none."""

from __future__ import annotations

from datetime import date

from pipeline.memo.mentions import find_broken_years, find_years
from pipeline.memo.years import YearEvidence, check_date, find_fiscal_year
from pipeline.model import DateField, Precision
from pipeline.passage import Passage, passage_of_line
from pipeline.settings import MemoSettings

from .paper import doubted_digits, line

SETTINGS = MemoSettings()


def passage(text: str, *, tesseract: bool = False) -> Passage:
    return passage_of_line(line(text, doubts=doubted_digits(text) if tesseract else ()), 1)


def on(year: int, month: int, *reasons: str) -> DateField:
    day = date(year - 543, month, 1)
    return DateField(
        text="x", raw="x", confidence=1, reasons=reasons, review=bool(reasons), start=day, end=day,
        precision=Precision.DAY, be_year=year,
    )  # fmt: skip


def year_of(
    subject: str = "",
    body: str = "",
    dated: DateField | None = None,
    dues: tuple[DateField, ...] = (),
    *,
    has_report: bool = False,
    tesseract: bool = False,
) -> tuple[int | None, bool]:
    evidence = YearEvidence(
        passage(subject, tesseract=tesseract), passage(body, tesseract=tesseract), dated, dues, has_report
    )
    found = find_fiscal_year(evidence, SETTINGS)
    return found.year, bool(found.doubts)


def test_subject_gives_its_measures_a_year() -> None:
    subject = "รายงานผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖"
    assert year_of(subject, dated=on(2566, 10), has_report=True) == (2566, False)


def test_months_of_a_half_year_tell_their_fiscal_year() -> None:
    """The year of its first month was taken, the one before the fiscal year that the months belong to."""
    subject = "รายงานผลการดำเนินการตามมาตรการ รอบ ๖ เดือน (ตุลาคม ๒๕๖๗ - มีนาคม ๒๕๖๘)"
    assert year_of(subject, dated=on(2568, 4), has_report=True) == (2568, False)
    assert year_of("รายงานผลตามมาตรการ ปีงบประมาณ พ.ศ. ๒๕๖๘ ณ วันที่ ๓๑ ธันวาคม ๒๕๖๗") == (2568, False)


def test_year_of_the_assessment_is_not_the_year_of_the_measures() -> None:
    subject = "รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส ประจำปี ๒๕๖๔"
    assert year_of(subject, dated=on(2565, 1)) == (2565, False)
    assert year_of(subject + " และมาตรการ ประจำปี ๒๕๖๕", dated=on(2564, 9)) == (2565, False)


def test_without_a_subject_the_year_of_the_text_is_doubted() -> None:
    body = "ตามที่ได้กำหนดมาตรการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ นั้น"
    assert year_of("", body) == (2566, True)
    assert year_of("รายงานผลการดำเนินการตามมาตรการ", body) == (2566, False)


def test_text_then_periods_then_date() -> None:
    body = "จึงขอรายงานผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๕ ดังนี้"
    assert year_of("รายงานผล", body, on(2565, 11), has_report=True) == (2565, False)
    assert year_of("มาตรการ", dated=on(2564, 9), dues=(on(2565, 3), on(2565, 5), on(2564, 9))) == (2565, False)
    assert year_of("มาตรการ", dated=on(2565, 1)) == (2565, False)


def test_report_of_autumn_without_a_year_is_doubted() -> None:
    assert year_of("รายงานผล", dated=on(2565, 11), has_report=True) == (2566, True)


def test_doubted_year_before_the_assessment_began_is_not_taken() -> None:
    assert year_of("มาตรการ ประจำปีงบประมาณ พ.ศ. ๒๕๒๕", tesseract=True) == (None, True)
    assert year_of("มาตรการ ประจำปีงบประมาณ พ.ศ. ๒๕๒๕", dated=on(2565, 1), tesseract=True) == (2565, True)


def test_nothing_tells_the_year() -> None:
    assert year_of("ขออนุมัติ") == (None, False)


def test_years_in_text() -> None:
    found = find_years(passage("ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ และปี 25๖5 เลขที่ ๑๒๕๖๔"))
    assert [(mention.year, mention.fiscal) for mention in found] == [(2564, True), (2565, False)]
    assert [broken.text for broken in find_broken_years(passage("ปีงบประมาณ พ.ศ. 25678"))] == ["25678"]


def test_date_far_from_the_year_is_marked() -> None:
    near, no_issues = check_date(on(2564, 9), 2565, SETTINGS)
    far, issues = check_date(on(2523, 1), 2565, SETTINGS)
    assert near is not None and not near.review and no_issues == ()
    assert far is not None and far.review and far.be_year == 2523
    assert [issue.code for issue in issues] == ["year-contradiction"]
