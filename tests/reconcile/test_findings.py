import pytest

from pipeline.model import DocumentStatus, Issue, ItaScore, Reconciliation, Severity
from pipeline.reconcile import reconcile

from .make import document, due, field, memo, plan_document, plan_row, report_document, report_row
from .sentences import HELD_OUT, TUNED

FOLLOW_UP = "รายงานความก้าวหน้าและสรุปผล ณ ๔ มกราคม"


def found(result: Reconciliation, code: str):
    return [finding for finding in result.findings if finding.code == code]


def compare(plan_agency="อบต.เว่อ", report_agency="อบต.เว่อ", plan_year=2564, report_year=2565):
    rows = [(plan_row(at, *TUNED[at]), report_row(at, *TUNED[at])) for at in (1, 2, 3)]
    return reconcile(
        plan_document(*(row for row, _ in rows), agency=plan_agency, year=plan_year),
        report_document(*(row for _, row in rows), agency=report_agency, year=report_year),
    )


def test_documents_that_agree_have_no_findings():
    assert compare().findings == ()
    assert compare(report_agency="สำนักปลัด องค์การบริหารส่วนตำบลเว่อ").findings == ()


@pytest.mark.parametrize(
    ("agencies", "code"),
    [
        (("อบต.เว่อ", "ทต.ทุ่งสมมติ"), "different-agency"),
        (("องค์การบริหารส่วนตำบลหนองสมมติ", "องค์การบริหารส่วนตำบลหนองสมมดิ"), "agency-uncertain"),
        (("", "อบต.เว่อ"), "agency-unknown"),
        (("อบต.เว่อ", ""), "agency-unknown"),
    ],
)
def test_agencies(agencies, code):
    assert [finding.code for finding in compare(*agencies).findings] == [code]


@pytest.mark.parametrize(
    ("years", "codes"),
    [
        ((2564, 2565), []),
        ((2565, 2565), []),
        ((2562, 2565), ["years-not-consecutive"]),
        ((2566, 2565), ["years-not-consecutive"]),
        ((None, 2565), ["year-uncertain"]),
    ],
)
def test_years(years, codes):
    assert [finding.code for finding in compare(plan_year=years[0], report_year=years[1]).findings] == codes


def test_a_doubted_year_is_passed_on():
    doubt = Issue(code="fiscal-year-doubted", severity=Severity.REVIEW, message="Doubted.")
    plan = document("plan.pdf", memo(year=2564, plan=[plan_row(1, *TUNED[0])], issues=[doubt]))
    assert found(reconcile(plan, report_document(report_row(1, *TUNED[0]))), "year-uncertain")


def test_one_follow_up_in_two_years_names_all_its_rows():
    years = ["๒๕๖๕", "๒๕๖๕", "๒๕๖๔"]
    plan = plan_document(
        *(plan_row(at, *TUNED[at], follow_up=f"{FOLLOW_UP} {year}") for at, year in enumerate(years, start=1)),
        plan_row(4, *TUNED[4], follow_up="ตรวจนับทุกสิ้นเดือนกันยายน ๒๕๖๓"),
    )
    report = report_document(*(report_row(at, *TUNED[at]) for at in (4, 3, 2, 1)))
    (finding,) = found(reconcile(plan, report), "due-year-mismatch")
    assert finding.rows == (1, 2, 3)
    assert "2565 in plan rows 1, 2, 2564 in plan row 3" in finding.message


def test_a_damaged_follow_up_is_the_same_follow_up():
    plan = plan_document(
        plan_row(1, *TUNED[1], follow_up="ร า ย ง า น ความก้าวหน้าและ สรุปพล ๓ ๔ มกราคม ๒๕๖๕"),
        plan_row(2, *TUNED[2], follow_up="ร าย ง าน ความก้าวหน้าและ สรุปพล ฒ ๔ มกราคม ๒๕๖๔"),
    )
    assert found(reconcile(plan, report_document(report_row(1, *TUNED[1]))), "due-year-mismatch")


def test_follow_ups_of_different_months_do_not_contradict():
    plan = plan_document(
        plan_row(1, *TUNED[1], follow_up="รายงานผลการดำเนินงานภายในวันที่ ๓๑ ตุลาคม ๒๕๖๔"),
        plan_row(2, *TUNED[2], follow_up="รายงานผลการดำเนินงานภายในวันที่ ๓๑ มีนาคม ๒๕๖๕"),
    )
    assert not found(reconcile(plan, report_document(report_row(1, *TUNED[1]))), "due-year-mismatch")


def test_a_mismatch_that_the_memo_found_is_passed_on():
    issue = Issue(code="due-year-mismatch", severity=Severity.REVIEW, message="Two years.")
    plan = document("plan.pdf", memo(year=2564, plan=[plan_row(1, *TUNED[0])], issues=[issue]))
    (finding,) = found(reconcile(plan, report_document(report_row(1, *TUNED[0]))), "due-year-mismatch")
    assert finding.message == "Two years."


def test_a_due_date_far_from_both_years():
    plan = plan_document(plan_row(1, *TUNED[1], by_when="มีนาคม ๒๕๗๕"), plan_row(2, *TUNED[2], by_when="มีนาคม ๒๕๖๔"))
    result = reconcile(plan, report_document(report_row(1, *TUNED[2]), report_row(2, *TUNED[1])))
    (finding,) = found(result, "due-year-outside-plan")
    assert finding.rows == (1,)
    assert "“มีนาคม ๒๕๗๕”" in finding.message


def test_a_due_year_with_a_digit_too_many():
    plan = plan_document(plan_row(1, *TUNED[1], by_when="ปีงบประมาณ พ.ศ. 25678"))
    (finding,) = found(reconcile(plan, report_document(report_row(1, *TUNED[1]))), "due-year-implausible")
    assert finding.rows == (1,)


def test_a_date_that_was_not_understood_is_not_far_from_anything():
    row = plan_row(1, *TUNED[1]).model_copy(update={"due": due("ต่อเนื่อง")})
    assert not reconcile(plan_document(row), report_document(report_row(1, *TUNED[1]))).findings


def test_repeated_numbers_and_measures_name_their_entries():
    plan = plan_document(
        plan_row(1, *TUNED[1], number="๑."), plan_row(2, *TUNED[2], number="๑"), plan_row(3, *TUNED[3], number="๓.")
    )
    report = report_document(report_row(1, *TUNED[3]), report_row(2, *TUNED[1]), report_row(3, *TUNED[1]))
    result = reconcile(plan, report)
    assert [finding.rows for finding in found(result, "duplicate-row-number")] == [(1, 2)]
    assert [finding.rows for finding in found(result, "measure-repeated")] == [(1, 4)]


def test_row_counts_differ():
    result = reconcile(
        plan_document(plan_row(1, *TUNED[1]), plan_row(2, *TUNED[2])), report_document(report_row(1, *TUNED[1]))
    )
    (finding,) = found(result, "row-count-differs")
    assert finding.severity is Severity.INFO


def test_partly_alike_texts_are_a_low_match():
    plan = plan_document(plan_row(1, "จัดทำคู่มือปฏิบัติงานสำหรับเจ้าหน้าที่กองคลัง"))
    result = reconcile(plan, report_document(report_row(1, "จัดทำคู่มือการปฏิบัติงานด้านพัสดุของกองคลัง")))
    (row,) = result.rows
    assert row.match.level.value == "partial"
    assert row.review
    assert found(result, "low-match")[0].rows == (1,)


def test_documents_with_nothing_in_common():
    plan = plan_document(*(plan_row(at, *TUNED[at]) for at in range(1, 6)))
    report = report_document(*(report_row(at, *HELD_OUT[at]) for at in range(3, 8)))
    assert found(reconcile(plan, report), "little-in-common")


def test_grades_that_contradict_their_scores():
    scores = [ItaScore(fiscal_year=2564, score=84.0, grade="A", confidence=1.0)]
    plan = document("plan.pdf", memo(year=2564, plan=[plan_row(1, *TUNED[0])], ita=scores))
    result = reconcile(plan, report_document(report_row(1, *TUNED[0])))
    assert len(found(result, "grade-contradicts-score")) == 1
    told = Issue(code="grade-contradicts-score", severity=Severity.REVIEW, message="A does not fit 84.")
    plan = document("plan.pdf", memo(year=2564, plan=[plan_row(1, *TUNED[0])], ita=scores, issues=[told]))
    result = reconcile(plan, report_document(report_row(1, *TUNED[0])))
    assert [finding.message for finding in found(result, "grade-contradicts-score")] == ["A does not fit 84."]


def test_a_partly_read_plan_is_an_error():
    plan = plan_document(plan_row(1, *TUNED[0])).model_copy(update={"status": DocumentStatus.PARTIAL})
    result = reconcile(plan, report_document(report_row(1, *TUNED[0])))
    assert found(result, "plan-not-legible")[0].severity is Severity.ERROR


def test_memos_of_other_agencies_are_left_out_aloud():
    plan = document(
        "plan.pdf",
        memo(agency="ทต.ทุ่งสมมติ", year=2564, plan=[plan_row(1, *TUNED[1])]),
        memo(agency="อบต.เว่อ", year=2564, plan=[plan_row(1, *TUNED[0])]),
    )
    result = reconcile(plan, report_document(report_row(1, *TUNED[0])))
    assert [(row.plan, row.report) for row in result.rows] == [((2,), (1,))]  # numbered through the whole document
    assert len(found(result, "memo-left-out")) == 1


def test_the_agency_is_named_by_the_plan_where_the_report_names_none():
    plan = plan_document(plan_row(1, *TUNED[0]))
    report = document("report.pdf", memo(report=[report_row(1, *TUNED[0])]).model_copy(update={"agency": field("")}))
    assert reconcile(plan, report).agency == "อบต.เว่อ"
