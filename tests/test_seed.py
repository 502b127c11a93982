"""The memo that the project began with, from its stored reading: twelve planned, twelve reported, twelve done."""

from __future__ import annotations

import pytest
from stored import load_stored

from pipeline.model import DocumentRecord, Outcome, Reconciliation, Severity, Status
from pipeline.recipe import understand
from pipeline.reconcile import reconcile


@pytest.fixture(scope="module")
def record() -> DocumentRecord:
    stored = load_stored("seed-2565")
    return understand(stored.source, stored.readings)


@pytest.fixture(scope="module")
def comparison(record: DocumentRecord) -> Reconciliation:
    return reconcile(record, record)


def test_twelve_measures_are_planned_and_twelve_reported(record: DocumentRecord) -> None:
    (memo,) = record.memos
    assert [row.order for row in memo.plan] == list(range(1, 13))
    assert [row.order for row in memo.report] == list(range(1, 13))


def test_all_twelve_are_done(record: DocumentRecord) -> None:
    assert [row.status for row in record.memos[0].report] == [Status.DONE] * 12


def test_each_measure_is_paired_with_its_own_result(comparison: Reconciliation) -> None:
    assert [(row.plan, row.report) for row in comparison.rows] == [((order,), (order,)) for order in range(1, 13)]
    assert {row.outcome for row in comparison.rows} == {Outcome.DONE}
    summary = comparison.summary
    assert (summary.planned, summary.reported, summary.done, summary.completion) == (12, 12, 12, 1.0)


def test_the_follow_up_with_two_years_is_a_finding(comparison: Reconciliation) -> None:
    (finding,) = [finding for finding in comparison.findings if finding.code == "due-year-mismatch"]
    assert "รายงานความก้าวหน้าและสรุปผล" in finding.message


def test_the_years_of_the_follow_up_are_read_as_printed_and_their_contradiction_told(record: DocumentRecord) -> None:
    (memo,) = record.memos
    assert [row.due.be_year for row in memo.plan if row.due] == [2565] * 5 + [2564] * 7
    (issue,) = [issue for issue in memo.issues if issue.code == "due-year-mismatch"]
    assert issue.severity is Severity.REVIEW
    assert "Nothing was changed" in issue.message
