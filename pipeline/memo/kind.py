"""What a memo is: a plan, a report, both or neither, by its rows first and its words second."""

from __future__ import annotations

import re

from pipeline.model import MemoKind
from pipeline.thai.patterns import one_of

_REPORT_WORDS = re.compile(
    one_of(
        (
            "รายงานผลการดำเนิน",
            "รายงานผลดำเนิน",
            "ผลการดำเนินการตามมาตรการ",
            "ผลดำเนินการตามมาตรการ",
            "รายงานความก้าวหน้า",
            "สรุปผลการดำเนิน",
            "รายงานผลการปฏิบัติ",
            "รายงานผลตามมาตรการ",
            "รายงานผลการนำ",
            "รายงานผลการขับเคลื่อน",
            "รายงานผลการส่งเสริม",
            "รายงานผลการติดตาม",
            "รายงานการดำเนิน",
            "ผลการขับเคลื่อนมาตรการ",
            "ผลการดำเนินงานตามมาตรการ",
            "ติดตามผลการดำเนิน",
        )
    )
)
_PLAN_WORDS = re.compile(
    one_of(("แผน", "วิเคราะห์ผล", "การวิเคราะห์", "กำหนดมาตรการ", "มาตรการส่งเสริม", "มาตรการเพื่อส่งเสริม", "แนวทางการพัฒนา"))
)


def find_kind(subject: str, plan_rows: int, report_rows: int, *, is_own_form: bool) -> MemoKind:
    """The kind of a memo. `is_own_form`: it is a memo or has no head, so words alone may tell its kind.

    Rows decide where there are any; a letter or announcement without rows is `other`. A subject that speaks of
    results makes a memo without rows a report, one that speaks of planning or analysis a plan.
    """
    if plan_rows and report_rows:
        return MemoKind.PLAN_AND_REPORT
    if report_rows:
        return MemoKind.REPORT
    if plan_rows:
        return MemoKind.PLAN
    if not is_own_form:
        return MemoKind.OTHER
    if speaks_of_results(subject):
        return MemoKind.REPORT
    return MemoKind.PLAN if speaks_of_planning(subject) else MemoKind.OTHER


def speaks_of_results(text: str) -> bool:
    """Does a subject announce what became of measures?

    >>> speaks_of_results("รายงานผลดำเนินการตามมาตรการ"), speaks_of_results("รายงานการวิเคราะห์ผลการประเมิน")
    (True, False)
    """
    return _REPORT_WORDS.search(text) is not None


def speaks_of_planning(text: str) -> bool:
    """Does a subject announce a plan or the analysis it comes from?"""
    return _PLAN_WORDS.search(text) is not None
