from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import (
    Decision,
    DocumentRecord,
    DocumentStatus,
    MatchLevel,
    Outcome,
    Reconciliation,
    Status,
    Verdict,
    to_json,
)
from pipeline.reconcile import reconcile

from .make import document, field, memo, plan_document, plan_row, report_document, report_row
from .noise import damage
from .sentences import HELD_OUT, TUNED

MEASURES = [*TUNED, *HELD_OUT]


def shown(result: Reconciliation) -> list[tuple[tuple[int, ...], tuple[int, ...], str]]:
    return [(row.plan, row.report, row.outcome.value) for row in result.rows]


def codes(result: Reconciliation) -> set[str]:
    return {finding.code for finding in result.findings}


def test_rows_are_joined_on_text_in_plan_order_and_the_unplanned_come_last():
    plan = plan_document(plan_row(1, *TUNED[0]), plan_row(2, *TUNED[1]), plan_row(3, *TUNED[2]))
    report = report_document(
        report_row(1, *HELD_OUT[0]),
        report_row(2, *TUNED[2], status=Status.IN_PROGRESS),
        report_row(3, *TUNED[0]),
    )
    result = reconcile(plan, report)
    assert shown(result) == [
        ((1,), (3,), "done"),
        ((2,), (), "not_reported"),
        ((3,), (2,), "in_progress"),
        ((), (1,), "not_planned"),
    ]
    assert result.rows[0].match.level is MatchLevel.EXACT
    assert not any(row.review for row in result.rows)
    assert result.summary.model_dump() == {
        "planned": 3, "reported": 3, "done": 1, "in_progress": 1, "not_started": 0, "cancelled": 0,
        "unknown": 0, "not_reported": 1, "not_planned": 1, "completion": pytest.approx(1 / 3, abs=1e-4),
    }  # fmt: skip
    assert (result.agency, result.plan_year, result.report_year) == ("อบต.เว่อ", 2564, 2565)


def test_one_measure_split_over_two_report_rows_counts_once():
    plan = plan_document(
        plan_row(1, *TUNED[0]),
        plan_row(2, "อบรมจริยธรรมและอบรมกฎหมายจัดซื้อจัดจ้าง", "เชิญวิทยากรจากวัดในตำบล และเชิญวิทยากรจากคลังจังหวัด"),
    )
    report = report_document(
        report_row(1, *TUNED[0]),
        report_row(2, "อบรมจริยธรรม", "เชิญวิทยากรจากวัดในตำบล"),
        report_row(3, "อบรมกฎหมายจัดซื้อจัดจ้าง", "เชิญวิทยากรจากคลังจังหวัด", status=Status.NOT_STARTED),
    )
    result = reconcile(plan, report)
    assert shown(result) == [((1,), (1,), "done"), ((2,), (2, 3), "not_started")]
    split = result.rows[1]
    assert split.match.level is MatchLevel.PARTIAL
    assert split.review
    assert [reason.split(":")[0] for reason in split.reasons] == ["several-rows", "statuses-differ"]
    assert (result.summary.done, result.summary.not_started, result.summary.completion) == (1, 1, 0.5)


def test_two_plan_rows_merged_into_one_report_row_count_twice():
    plan = plan_document(
        plan_row(1, "เปิดเผยงบประมาณประจำปี", "นำข้อบัญญัติขึ้นเว็บไซต์"),
        plan_row(2, "เปิดเผยผลการใช้จ่ายเงินรายไตรมาส", "ทำตารางสรุปติดป้ายหน้าอาคาร"),
    )
    report = report_document(
        report_row(1, "เปิดเผยงบประมาณประจำปีและผลการใช้จ่ายเงินรายไตรมาส", "นำข้อบัญญัติขึ้นเว็บไซต์และทำตารางสรุปติดป้ายหน้าอาคาร")
    )
    result = reconcile(plan, report)
    assert shown(result) == [((1, 2), (1,), "done")]
    assert (result.summary.planned, result.summary.done, result.summary.completion) == (2, 2, 1.0)


def test_a_memo_with_its_own_plan_answers_the_year_before():
    both = document("both.pdf", memo(year=2565, plan=[plan_row(1, *TUNED[0])], report=[report_row(1, *TUNED[0])]))
    result = reconcile(both, both)
    assert (result.plan_year, result.report_year) == (2564, 2565)
    assert shown(result) == [((1,), (1,), "done")]
    assert result.findings == ()


def test_a_separate_plan_is_compared_with_the_report_of_a_memo_that_has_its_own():
    both = document("both.pdf", memo(year=2565, plan=[plan_row(1, *TUNED[0])], report=[report_row(1, *TUNED[0])]))
    prior = plan_document(plan_row(1, *TUNED[1]), plan_row(2, *TUNED[0]))
    assert shown(reconcile(prior, both)) == [((1,), (), "not_reported"), ((2,), (1,), "done")]


def test_memos_of_one_document_are_numbered_through():
    plan = document(
        "plan.pdf", memo(year=2564, plan=[plan_row(1, *TUNED[0])]), memo(year=2564, plan=[plan_row(1, *TUNED[1])])
    )
    result = reconcile(plan, report_document(report_row(1, *TUNED[1])))
    assert shown(result) == [((1,), (), "not_reported"), ((2,), (1,), "done")]


def test_doubts_of_the_readings_go_with_the_row():
    plan = plan_row(1, *TUNED[0]).model_copy(update={"measure": field(TUNED[0][0], "low-confidence: ๕")})
    report = report_row(1, *TUNED[0]).model_copy(update={"status_review": True, "status_reasons": ("faint mark",)})
    row = reconcile(plan_document(plan), report_document(report)).rows[0]
    assert row.review
    assert row.reasons == ("plan row 1, measure: low-confidence: ๕", "report row 1, status: faint mark")


def test_an_unknown_status_is_for_review_and_counted():
    result = reconcile(
        plan_document(plan_row(1, *TUNED[0])), report_document(report_row(1, *TUNED[0], status=Status.UNKNOWN))
    )
    assert result.rows[0].outcome is Outcome.UNKNOWN
    assert result.rows[0].review
    assert "status-unknown" in codes(result)
    assert result.summary.completion == 0


def test_a_row_that_may_stand_on_an_unread_page_is_for_review():
    report = report_document(report_row(1, *TUNED[1])).model_copy(update={"status": DocumentStatus.PARTIAL})
    result = reconcile(plan_document(plan_row(1, *TUNED[0]), plan_row(2, *TUNED[1])), report)
    assert result.rows[0].outcome is Outcome.NOT_REPORTED
    assert result.rows[0].review
    assert "report-not-legible" in codes(result)


def test_an_illegible_measure_pairs_with_nothing_and_says_so():
    plan = plan_row(1, "").model_copy(update={"measure": field("", "there is something here that could not be read")})
    result = reconcile(plan_document(plan), report_document(report_row(1, *TUNED[0])))
    assert shown(result) == [((1,), (), "not_reported"), ((), (1,), "not_planned")]
    assert result.rows[0].review


def test_the_same_general_measure_is_told_apart_by_its_procedure():
    plan = plan_document(*(plan_row(at, "การใช้อำนาจ", TUNED[at][1]) for at in (1, 2, 3)))
    report = report_document(*(report_row(at, "การใช้อำนาจ", TUNED[4 - at][1]) for at in (1, 2, 3)))
    assert [(row.plan, row.report) for row in reconcile(plan, report).rows] == [
        ((1,), (3,)),
        ((2,), (2,)),
        ((3,), (1,)),
    ]


def test_measures_that_share_little_but_a_common_procedure_are_for_review():
    plan = plan_document(plan_row(1, "การใช้อำนาจ", "ประชุมชี้แจงบุคลากรทุกระดับ"))
    report = report_document(report_row(1, "การใช้งบประมาณ", "ประชุมชี้แจงบุคลากรทุกระดับ"))
    (row,) = reconcile(plan, report).rows
    assert row.review
    assert row.reasons[0].startswith("reworded: ")


def test_equal_rows_are_paired_in_order_and_the_tie_is_named():
    plan = plan_document(plan_row(1, *TUNED[0]), plan_row(2, *TUNED[0]))
    report = report_document(report_row(1, *TUNED[0]), report_row(2, *TUNED[0], status=Status.NOT_STARTED))
    result = reconcile(plan, report)
    assert shown(result) == [((1,), (1,), "done"), ((2,), (2,), "not_started")]
    assert all(row.review and row.reasons[0].startswith("other-candidate") for row in result.rows)
    assert {"measure-repeated", "runner-up-close"} <= codes(result)


def test_empty_documents_are_findings_and_not_errors():
    result = reconcile(plan_document(), report_document())
    assert result.rows == ()
    assert {"no-plan-rows", "no-report-rows"} <= codes(result)
    assert result.summary.completion is None


@pytest.mark.parametrize("sentences", [TUNED, HELD_OUT], ids=["tuned", "held out"])
@pytest.mark.parametrize(("rate", "least"), [(0.0, 1.0), (0.05, 1.0), (0.1, 0.99), (0.2, 0.98)])
@pytest.mark.parametrize("with_procedure", [True, False])
def test_damaged_rows_still_find_their_partner(sentences, rate, least, with_procedure):
    hits = wrong = missed = silent_claims = 0
    for seed in range(3):
        random = Random(seed)
        kept = random.sample(range(len(sentences)), len(sentences) - 3)
        plan = [plan_row(at, text, how * with_procedure) for at, (text, how) in enumerate(sentences[1:], start=1)]
        report = [
            report_row(
                at, damage(sentences[i][0], rate, random), damage(sentences[i][1], rate, random) * with_procedure
            )
            for at, i in enumerate(kept, start=1)
        ]
        result = reconcile(plan_document(*plan), report_document(*report))
        true = {(i, at) for at, i in enumerate(kept, start=1) if i > 0}
        found = {(i, j) for row in result.rows for i in row.plan for j in row.report}
        hits, wrong, missed = hits + len(true & found), wrong + len(found - true), missed + len(true - found)
        silent_claims += sum(bool(row.changes) and not row.review for row in result.rows)
    assert 2 * hits / (2 * hits + wrong + missed) >= least
    assert silent_claims <= hits * {0.0: 0, 0.05: 0.05, 0.1: 0.1, 0.2: 0.3}[rate]


TEXTS = st.sampled_from(["", *(part for pair in MEASURES[:12] for part in pair)])
ORDERS = st.lists(st.integers(1, 8), max_size=3).map(tuple)


@st.composite
def documents(draw: st.DrawFn) -> tuple[DocumentRecord, DocumentRecord]:
    random = Random(draw(st.integers(0, 1000)))
    plan = draw(st.lists(st.tuples(TEXTS, TEXTS), max_size=7))
    report = draw(st.lists(st.tuples(TEXTS, TEXTS, st.sampled_from(Status)), max_size=7))
    rate = draw(st.sampled_from([0.0, 0.05, 0.3]))
    return (
        plan_document(*(plan_row(at, *texts, number=str(at)) for at, texts in enumerate(plan, start=1))),
        report_document(
            *(
                report_row(at, damage(text, rate, random), damage(how, rate, random), number=str(at), status=status)
                for at, (text, how, status) in enumerate(report, start=1)
            )
        ),
    )


DECISIONS = st.builds(
    Decision,
    plan_sha256=st.just("sha-plan.pdf"),
    report_sha256=st.sampled_from(["sha-report.pdf", "sha-report.pdf", "sha-other.pdf"]),
    plan=ORDERS,
    report=ORDERS,
    verdict=st.sampled_from(Verdict),
    target=ORDERS,
    outcome=st.none() | st.sampled_from(Outcome),
    comment=st.sampled_from(["", "ดูหน้า ๓"]),
)


@settings(max_examples=150, deadline=None)
@given(documents(), st.lists(DECISIONS, max_size=6))
def test_every_row_stands_in_exactly_one_entry(pair, decisions):
    plan, report = pair
    base = reconcile(plan, report)
    # Decisions on entries that exist, besides the random ones, which mostly fit nothing.
    fitting = [
        decision.model_copy(update={"plan": row.plan, "report": row.report})
        for decision, row in zip(decisions, base.rows, strict=False)
    ]
    result = reconcile(plan, report, [*decisions, *fitting])
    for found in (base, result):
        assert sorted(at for row in found.rows for at in row.plan) == [row.order for row in plan.memos[0].plan]
        assert sorted(at for row in found.rows for at in row.report) == [row.order for row in report.memos[0].report]
        assert all(row.plan or row.report for row in found.rows)
        assert all(row.reasons for row in found.rows if row.review)
        assert [bool(row.plan) for row in found.rows] == sorted((bool(row.plan) for row in found.rows), reverse=True)
        assert [row.plan[0] for row in found.rows if row.plan] == sorted(row.plan[0] for row in found.rows if row.plan)
        counted = found.summary
        assert counted.planned == len(plan.memos[0].plan) == (
            counted.done + counted.in_progress + counted.not_started + counted.cancelled + counted.unknown
            + counted.not_reported
        )  # fmt: skip
        assert all(1 <= at <= len(found.rows) for finding in found.findings for at in finding.rows)
        assert Reconciliation.model_validate_json(to_json(found)) == found
