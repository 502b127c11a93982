import pytest

from pipeline.model import Decision, MatchLevel, Outcome, Status, Verdict
from pipeline.reconcile import reconcile

from .make import field, plan_document, plan_row, report_document, report_row
from .sentences import HELD_OUT, TUNED

PLAN = plan_document(plan_row(1, *TUNED[0]), plan_row(2, *TUNED[1]), plan_row(3, *TUNED[2]))
REPORT = report_document(
    report_row(1, *TUNED[0]),
    report_row(2, *TUNED[1], status=Status.UNKNOWN),
    report_row(3, *HELD_OUT[0], status=Status.IN_PROGRESS),
)


def decide(verdict, plan, report, target=(), outcome=None, comment="", report_sha256="sha-report.pdf"):
    return Decision(
        plan_sha256="sha-plan.pdf", report_sha256=report_sha256, plan=plan, report=report, verdict=verdict,
        target=target, outcome=outcome, comment=comment,
    )  # fmt: skip


def rows_after(*decisions):
    result = reconcile(PLAN, REPORT, decisions)
    return [(row.plan, row.report) for row in result.rows], result


def rejected(result):
    return [finding.message for finding in result.findings if finding.code == "decision-outdated"]


def test_before_any_decision():
    rows, result = rows_after()
    assert rows == [((1,), (1,)), ((2,), (2,)), ((3,), ()), ((), (3,))]
    assert [row.review for row in result.rows] == [False, True, False, False]


def test_confirm_clears_the_review_and_keeps_the_comment():
    _, result = rows_after(decide(Verdict.CONFIRM, (2,), (2,), comment="โทรถามแล้ว"))
    row = result.rows[1]
    assert (row.review, row.outcome, row.reasons) == (False, Outcome.UNKNOWN, ("analyst-comment: โทรถามแล้ว",))
    assert not rejected(result)


def test_an_outcome_is_overridden_and_counted():
    _, result = rows_after(decide(Verdict.CONFIRM, (2,), (2,), outcome=Outcome.DONE))
    assert result.rows[1].outcome is Outcome.DONE
    assert (result.summary.done, result.summary.unknown) == (2, 0)


def test_split_separates():
    rows, result = rows_after(decide(Verdict.SPLIT, (1,), (1,)))
    assert rows == [((1,), ()), ((2,), (2,)), ((3,), ()), ((), (1,)), ((), (3,))]
    assert result.rows[0].outcome is Outcome.NOT_REPORTED
    assert not result.rows[0].review
    assert result.summary.not_planned == 2


def test_pair_makes_the_level_manual():
    rows, result = rows_after(decide(Verdict.PAIR, (3,), (), target=(3,)))
    assert rows == [((1,), (1,)), ((2,), (2,)), ((3,), (3,))]
    row = result.rows[2]
    assert (row.match.level, row.outcome, row.review) == (MatchLevel.MANUAL, Outcome.IN_PROGRESS, False)
    assert row.match.score < 0.5


def test_pair_frees_the_rows_it_takes_from_others():
    rows, result = rows_after(decide(Verdict.PAIR, (1,), (1,), target=(2, 3)))
    assert rows == [((1,), (2, 3)), ((2,), ()), ((3,), ()), ((), (1,))]
    assert result.rows[1].reasons[0].startswith("partner-taken: ")
    assert [row.review for row in result.rows] == [False, True, False, False]


def test_decisions_build_on_each_other():
    rows, result = rows_after(
        decide(Verdict.SPLIT, (1,), (1,)),
        decide(Verdict.PAIR, (1,), (), target=(3,)),
        decide(Verdict.CONFIRM, (1,), (3,), outcome=Outcome.DONE),
    )
    assert rows[0] == ((1,), (3,))
    assert (result.rows[0].match.level, result.rows[0].outcome) == (MatchLevel.MANUAL, Outcome.DONE)
    assert not rejected(result)


def test_the_same_decision_twice_is_done_not_outdated():
    for once in (
        decide(Verdict.SPLIT, (1,), (1,)),
        decide(Verdict.PAIR, (3,), (), target=(3,)),
        decide(Verdict.CONFIRM, (2,), (2,)),
    ):
        first, _ = rows_after(once)
        second, result = rows_after(once, once)
        assert first == second
        assert not rejected(result)


@pytest.mark.parametrize(
    ("decision", "why"),
    [
        (decide(Verdict.CONFIRM, (1,), (2,)), "no longer stand together"),
        (decide(Verdict.SPLIT, (1, 2), (1,)), "no longer stand together"),
        (decide(Verdict.CONFIRM, (9,), ()), "no such rows"),
        (decide(Verdict.CONFIRM, (), ()), "no such rows"),
        (decide(Verdict.PAIR, (3,), (), target=(7,)), "that exist"),
        (decide(Verdict.PAIR, (3,), (), target=()), "that exist"),
        (decide(Verdict.PAIR, (), (3,), target=(2,)), "that exist"),
        (decide(Verdict.CONFIRM, (1,), (1,), outcome=Outcome.NOT_PLANNED), "cannot be 'not planned'"),
        (decide(Verdict.CONFIRM, (1,), (1,), outcome=Outcome.NOT_REPORTED), "cannot be 'not reported'"),
        (decide(Verdict.CONFIRM, (1,), (1,), report_sha256="sha-other.pdf"), "other documents"),
    ],
)
def test_a_decision_that_does_not_fit_is_told_and_changes_nothing(decision, why):
    untouched, _ = rows_after()
    rows, result = rows_after(decision)
    assert rows == untouched
    assert len(rejected(result)) == 1
    assert why in rejected(result)[0]


def test_a_confirmed_row_hides_no_doubt_of_other_rows():
    doubted = plan_row(1, *TUNED[0]).model_copy(update={"measure": field(TUNED[0][0], "low-confidence: ก")})
    plan = plan_document(doubted, plan_row(2, *TUNED[1]))
    result = reconcile(plan, REPORT, [decide(Verdict.CONFIRM, (1,), (1,))])
    assert [row.review for row in result.rows[:2]] == [False, True]
