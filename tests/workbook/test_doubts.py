"""What a person must look at, and in which order."""

from __future__ import annotations

from pipeline.model import Issue, MemoKind, Severity
from pipeline.workbook.doubts import Importance, find_comparison_doubts, find_document_doubts

from .records import PLAN, RECONCILIATION, REPORT, document, field, memo, plan_row


def test_every_doubted_value_is_told_by_importance() -> None:
    doubts = find_comparison_doubts(RECONCILIATION, PLAN, REPORT)
    assert [doubt.importance for doubt in doubts] == sorted(doubt.importance for doubt in doubts)
    assert doubts[0].importance is Importance.UNREADABLE
    told = {(doubt.document, doubt.what) for doubt in doubts}
    assert {
        ("แผน", "ที่ (เลขที่หนังสือ)"),
        ("รายงาน", "สถานะการดำเนินงาน"),
        ("แผน", "มาตรการ"),
        ("เปรียบเทียบ", "การจับคู่"),
    } <= told


def test_a_merged_cell_is_told_once_with_all_its_rows() -> None:
    (monitoring,) = [one for one in find_document_doubts(PLAN, "แผน") if one.what == "การกำกับติดตาม"]
    assert monitoring.orders == (1, 2, 3, 4, 5, 6)
    assert monitoring.position == "ตารางแผน ลำดับ 1–6"


def test_values_without_a_place_are_never_merged() -> None:
    lost = field("", where=(), review=True)
    rows = tuple(plan_row(n, measure=lost, monitoring=None) for n in (1, 2))
    doubts = find_document_doubts(document("x", "c", memo(MemoKind.PLAN, plan=rows)), "แผน")
    assert sorted(order for one in doubts if one.what == "มาตรการ" for order in one.orders) == [1, 2]


def test_a_pair_is_not_told_again_for_its_values() -> None:
    pairs = [one for one in find_comparison_doubts(RECONCILIATION, PLAN, REPORT) if one.what == "การจับคู่"]
    assert [one.orders for one in pairs] == [(5,)]


def test_one_document_as_both_is_told_once() -> None:
    same = RECONCILIATION.model_copy(update={"rows": (), "findings": ()})
    assert find_comparison_doubts(same, PLAN, PLAN) == find_document_doubts(PLAN, "แผน")


def test_issues_for_information_are_left_to_their_own_sheet() -> None:
    issues = tuple(Issue(code=f"x-{severity}", severity=severity, message="…") for severity in Severity)
    told = [one.what for one in find_document_doubts(document("x", "c", issues=issues), "เอกสาร")]
    assert told == ["x-error", "x-review"]


def test_plan_and_report_memos_of_one_file_are_both_told() -> None:
    issue = Issue(code="page-unreadable", severity=Severity.ERROR, message="Page 2 is damaged.", page=2)
    report = REPORT.model_copy(update={"source": PLAN.source, "issues": (issue,)})
    doubts = find_comparison_doubts(RECONCILIATION, PLAN.model_copy(update={"issues": (issue,)}), report)
    assert [one.what for one in doubts].count("อ่านหน้านี้ไม่ได้") == 1
    assert ("รายงาน", "สถานะการดำเนินงาน") in {(one.document, one.what) for one in doubts}
