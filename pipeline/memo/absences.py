"""What a memo does not have, or not surely: told, so that what was lost is not taken for absent."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.memo.head import HeadFields
from pipeline.memo.issues import doubt, note
from pipeline.memo.kind import speaks_of_planning, speaks_of_results
from pipeline.memo.lines import Strip
from pipeline.memo.split import Form, Paper
from pipeline.memo.years import FiscalYear
from pipeline.model import Issue, MemoKind, Place, PlanRow, ReportRow
from pipeline.tables.records import StitchedTable
from pipeline.thai.text import comparison_key


def describe_year(year: FiscalYear) -> tuple[Issue, ...]:
    """What is not sure about the fiscal year of a plan or report."""
    if year.year is None:
        told = f": {'; '.join(year.doubts)}" if year.doubts else ""
        return (doubt("no-fiscal-year", f"Nothing sure tells which fiscal year this is about{told}."),)
    if year.doubts:
        message = f"Fiscal year {year.year} comes from a doubted reading: {'; '.join(year.doubts)}."
        return (doubt("fiscal-year-doubted", message),)
    return ()


_MEASURES = re.compile(
    "|".join(comparison_key(words) for words in ("มาตรการ", "คุณธรรมและความโปร่งใส", "แผนปฏิบัติการป้องกันการทุจริต"))
)
"""Words of a subject that announce measures."""


_RESULTS = re.compile("|".join(comparison_key(words) for words in ("ผลการ", "รายงาน", "ความก้าวหน้า", "ติดตาม", "สรุปผล")))
"""Words of a subject that has to do with results, whatever else it names."""


def describe_no_year(head: HeadFields, text: Sequence[Strip]) -> Issue:
    """Why a memo that is neither plan nor report has no year: it needs none, or what it is could not be read."""
    if head.subject is not None and head.subject.text and not head.subject.review:
        return note(
            "no-fiscal-year", "This is neither a plan nor a report, so no fiscal year is its own.", place_of(text)
        )
    message = "Whether this is a plan or a report could not be read, so it was given no fiscal year."
    return doubt("no-fiscal-year", message, place_of(text))


def describe_stamps(paper: Paper) -> tuple[Issue, ...]:
    """The text of receipt stamps, which is none of the memo's."""
    stamps = paper.head.stamps
    if not stamps:
        return ()
    text = " ".join(part.passage.text for part in stamps)
    where = [Place(page=part.page, bbox=part.bbox) for part in stamps]
    return (note("stamp-left-out", f"“{text}” belongs to a receipt stamp beside the head and was left out.", where),)


def describe_unsigned(paper: Paper, text: Sequence[Strip]) -> tuple[Issue, ...]:
    """Every memo is signed: where no name was found, it was not read, or a page is missing."""
    if paper.head.form is not Form.MEMO:
        return ()
    return (doubt("no-signatory", "No name of anyone who signed this memo was found.", place_of(text[-1:])),)


def find_absent(
    tables: Sequence[StitchedTable], plan: Sequence[PlanRow], report: Sequence[ReportRow], where: Sequence[Place]
) -> tuple[Issue, ...]:
    """Which of plan and report a memo does not have."""
    if not tables:
        return (note("no-table", "There is no table in this memo.", where),)
    issues: list[Issue] = []
    if not plan:
        issues.append(note("no-plan", "There is no table of planned measures in this memo.", where))
    if not report:
        issues.append(note("no-report", "There is no table of results in this memo.", where))
    return tuple(issues)


def find_expected_rows(
    kind: MemoKind, subject: str, plan: Sequence[PlanRow], report: Sequence[ReportRow], where: Sequence[Place]
) -> tuple[Issue, ...]:
    """A memo that by its kind or its subject has measures, and of which no row was taken: an analyst must look."""
    lacks_plan = kind in (MemoKind.PLAN, MemoKind.PLAN_AND_REPORT) and not plan
    lacks_report = kind in (MemoKind.REPORT, MemoKind.PLAN_AND_REPORT) and not report
    speaks = kind is MemoKind.OTHER and _MEASURES.search(comparison_key(subject)) is not None
    if not (lacks_plan or lacks_report or speaks):
        return ()
    return (doubt("rows-expected", "This memo speaks of measures, but no row of them could be taken.", where),)


def find_kind_trouble(kind: MemoKind, subject: str, where: Sequence[Place]) -> tuple[Issue, ...]:
    """A memo whose rows are of one kind and whose subject is of the other: columns may not have been recognised."""
    if kind is MemoKind.PLAN and speaks_of_results(subject):
        message = "The subject speaks of results, but no column of its table tells them; the rows were taken as a plan."
    elif kind is MemoKind.REPORT and speaks_of_planning(subject) and not _RESULTS.search(comparison_key(subject)):
        message = "The subject speaks of a plan, but its table tells results; the rows were taken as a report."
    else:
        return ()
    return (doubt("kind-contradicted", message, where),)


def place_of(strips: Sequence[Strip]) -> tuple[Place, ...]:
    """Where some running text begins."""
    return tuple(Place(page=strip.page, bbox=strip.bbox) for strip in strips[:1])
