from pipeline.model import MemoKind
from pipeline.reconcile import pair_documents, reconcile

from .make import document, memo, plan_document, plan_row, report_document, report_row
from .sentences import HELD_OUT, TUNED


def plan(name, year, agency="อบต.เว่อ", sentences=TUNED[:5]):
    rows = [plan_row(at, *texts) for at, texts in enumerate(sentences, start=1)]
    return plan_document(*rows, agency=agency, year=year, name=name)


def report(name, year, agency="อบต.เว่อ", sentences=TUNED[:5]):
    rows = [report_row(at, *texts) for at, texts in enumerate(sentences, start=1)]
    return report_document(*rows, agency=agency, year=year, name=name)


def names(pairing):
    return [(pair.plan.source.name, pair.report.source.name) for pair in pairing.pairs]


def left(pairing):
    return [one.record.source.name for one in pairing.unpaired]


def test_a_report_answers_the_prior_years_plan_of_its_agency():
    pairing = pair_documents([
        plan("p64", 2564), plan("p65", 2565), plan("other", 2564, "ทต.ทุ่งสมมติ"),
        report("r65", 2565, "องค์การบริหารส่วนตำบลเว่อ"),
    ])  # fmt: skip
    assert names(pairing) == [("p64", "r65")]
    assert left(pairing) == ["p65", "other"]
    assert all("no report answers this plan" in note for note in pairing.notes)


def test_a_plan_of_the_reports_own_year_is_second_best():
    assert names(pair_documents([plan("p65", 2565), report("r65", 2565)])) == [("p65", "r65")]


def test_a_plan_of_a_sure_wrong_year_is_not_taken():
    pairing = pair_documents([plan("p60", 2560), report("r65", 2565)])
    assert names(pairing) == []
    assert "for other years (2560)" in pairing.notes[0]


def test_an_unknown_year_is_made_up_for_by_like_measures_and_told():
    pairing = pair_documents([plan("p", None), plan("q", None, sentences=HELD_OUT[:5]), report("r65", 2565)])
    assert names(pairing) == [("p", "r65")]
    pair = pairing.pairs[0]
    result = reconcile(pair.plan, pair.report, findings=pair.findings)
    assert "year-uncertain" in {finding.code for finding in result.findings}


def test_a_damaged_agency_name_needs_like_measures_and_is_told():
    agency, damaged = "องค์การบริหารส่วนตำบลหนองสมมติ", "องค์การบริหารส่วนตำบลหนองสมมดิ"
    pairing = pair_documents([plan("p", 2564, agency), report("r", 2565, damaged)])
    assert names(pairing) == [("p", "r")]
    result = reconcile(pairing.pairs[0].plan, pairing.pairs[0].report)
    assert "agency-uncertain" in {finding.code for finding in result.findings}
    assert names(pair_documents([plan("p", 2564, agency), report("r", 2565, damaged, HELD_OUT[:5])])) == []


def test_a_report_that_names_no_agency_is_found_by_its_measures():
    pairing = pair_documents([plan("p", 2564), plan("q", 2564, "ทต.ทุ่งสมมติ", HELD_OUT[:5]), report("r", 2565, "")])
    assert names(pairing) == [("p", "r")]


def test_of_several_plans_the_most_alike_is_taken_and_the_others_are_named():
    pairing = pair_documents([plan("far", 2564, sentences=HELD_OUT[:5]), plan("near", 2564), report("r", 2565)])
    assert names(pairing) == [("near", "r")]
    (finding,) = pairing.pairs[0].findings
    assert finding.code == "several-plans"
    assert "far" in finding.message
    assert finding in reconcile(pairing.pairs[0].plan, pairing.pairs[0].report, findings=[finding]).findings


def test_same_place_name_in_another_province_is_another_agency():
    pairing = pair_documents([plan("p", 2564, "อบต.บ้านสมมติ จ.หนึ่ง"), report("r", 2565, "อบต.บ้านสมมติ จ.สอง")])
    assert names(pairing) == []


def test_a_memo_with_its_own_plan_answers_itself_and_the_prior_plan():
    both = document(
        "both",
        memo(
            year=2565, plan=[plan_row(1, *TUNED[0])], report=[report_row(1, *TUNED[0])], kind=MemoKind.PLAN_AND_REPORT
        ),
    )
    assert names(pair_documents([both])) == [("both", "both")]
    assert left(pair_documents([both])) == []
    assert names(pair_documents([both, plan("p64", 2564)])) == [("both", "both"), ("p64", "both")]


def test_a_document_with_memos_of_two_agencies_is_compared_for_each():
    mixed = document(
        "mixed",
        memo(agency="อบต.เว่อ", year=2565, report=[report_row(1, *TUNED[0])]),
        memo(agency="ทต.ทุ่งสมมติ", year=2565, report=[report_row(1, *TUNED[1])]),
    )
    pairing = pair_documents([mixed, plan("p", 2564), plan("q", 2564, "ทต.ทุ่งสมมติ")])
    assert names(pairing) == [("p", "mixed"), ("q", "mixed")]
    assert [len(pair.report.memos) for pair in pairing.pairs] == [1, 1]


def test_plans_and_reports_given_apart():
    first, second = plan("p64", 2564), report("r65", 2565)
    assert names(pair_documents(plans=[first], reports=[second])) == [("p64", "r65")]
    assert names(pair_documents(plans=[second], reports=[first])) == []


def test_one_plan_may_be_answered_by_two_reports_and_a_copy_counts_once():
    half, full = report("r-6", 2565), report("r-12", 2565)
    pairing = pair_documents([plan("p", 2564), half, half, full])
    assert names(pairing) == [("p", "r-6"), ("p", "r-12")]


def test_a_report_without_any_plan_says_why():
    assert "there is no plan of this agency" in pair_documents([report("r", 2565)]).notes[0]
    assert "names no agency" in pair_documents([report("r", 2565, "")]).notes[0]
