"""The memo that the project began with, from its stored reading: twelve planned, twelve reported, twelve done."""

from __future__ import annotations

import pytest
from stored import load_stored

from pipeline.model import DocumentRecord, Outcome, Reconciliation, Status
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


def test_no_date_of_the_follow_up_is_passed_on_as_sure(record: DocumentRecord) -> None:
    assert all(row.due is not None and row.due.review for row in record.memos[0].plan)
