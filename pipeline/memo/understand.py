"""From readings and tables to memos: the steps in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pipeline.memo.absences import (
    describe_no_year,
    describe_stamps,
    describe_unsigned,
    describe_year,
    find_absent,
    find_expected_rows,
    find_kind_trouble,
    place_of,
)
from pipeline.memo.followups import find_doubted_years, find_due_mismatches
from pipeline.memo.head import HeadFields, read_head
from pipeline.memo.issues import doubt, note
from pipeline.memo.kind import find_kind
from pipeline.memo.letters import read_announcement_head, read_letter_head
from pipeline.memo.lines import Strip, find_strips, join_body
from pipeline.memo.names import doubt_other_spelling
from pipeline.memo.office import find_agency_in, is_misread_agency
from pipeline.memo.rows import read_plan_rows, read_report_rows
from pipeline.memo.scores import read_scores
from pipeline.memo.signatories import find_signatories
from pipeline.memo.split import Form, Paper, split_papers
from pipeline.memo.table_kinds import is_plan_table, is_report_table
from pipeline.memo.units import doubt_rare_units
from pipeline.memo.unruled import find_unruled_tables
from pipeline.memo.values import doubt_field, mark_illegible
from pipeline.memo.years import FiscalYear, YearEvidence, check_date, find_fiscal_year, find_year_trouble
from pipeline.model import DateField, Field, Issue, Memo, MemoKind, PlanRow, ReportRow
from pipeline.page import PageReading
from pipeline.passage import Passage
from pipeline.settings import MemoSettings
from pipeline.tables.records import Meaning, StitchedTable, Tables

_DEFAULTS = MemoSettings()

_CAPTION_STRIPS = 4
"""A caption is one or two lines; a sentence that leads to a table two more."""

_Rows = tuple[tuple[PlanRow, ...], tuple[ReportRow, ...], tuple[Issue, ...]]


def understand_memos(
    readings: Sequence[PageReading], tables: Tables, *, settings: MemoSettings = _DEFAULTS
) -> tuple[tuple[Memo, ...], tuple[Issue, ...]]:
    """The memos of a file, and the issues that belong to none of them.

    readings: the pages that could be read, in page order; tables: what the tables room made of the same pages.
    """
    strips = {
        reading.number: find_strips(reading, _table_grids(tables, reading.number), settings) for reading in readings
    }
    sizes = {reading.number: (reading.width, reading.height) for reading in readings}
    dpi = {reading.number: reading.dpi for reading in readings}
    papers = split_papers(strips, sizes, settings)
    memos = tuple(_read_memo(paper, strips, tables.stitched, dpi, settings) for paper in papers)
    return memos, _find_loose_tables(papers, tables)


def _read_memo(
    paper: Paper,
    strips: Mapping[int, Sequence[Strip]],
    stitched: Sequence[StitchedTable],
    dpi: Mapping[int, int],
    settings: MemoSettings,
) -> Memo:
    text = tuple(strip for page in paper.pages for strip in strips[page])
    tables = [table for table in stitched if _first_page(table) in paper.pages]
    head = _read_any_head(paper, text, settings)
    body = join_body(_below_head(paper, text))
    evidence = YearEvidence(head.subject_passage, body, head.date)
    year = find_fiscal_year(evidence, settings)
    plan, report, row_issues = _read_rows(tables, year.year, dpi, settings)
    # The rows need a year (for quarters without one), and they are evidence for it themselves.
    year = find_fiscal_year(
        replace(evidence, dues=tuple(filter(None, map(_period_of, plan))), has_report=bool(report)), settings
    )
    subject = head.subject.text if head.subject else ""
    kind = find_kind(
        subject,
        len(plan),
        len(report),
        is_own_form=paper.head.form in (Form.MEMO, Form.BARE),
    )
    if kind is MemoKind.OTHER:
        year = FiscalYear(None)
    date, date_issues = check_date(head.date, year.year, settings)
    plan, plan_issues = _check_plan_dates(plan, year.year, settings)
    report, report_issues = _check_report_dates(report, year.year, settings)
    signatories = find_signatories(_below_head(paper, text), settings)
    ita, ita_issues = read_scores(body, [(table, _find_caption(table, text)) for table in tables], settings)
    return Memo(
        pages=(paper.pages[0], paper.pages[-1]),
        kind=kind,
        agency=head.agency,
        department=head.department,
        number=head.number,
        date=date,
        subject=head.subject,
        recipient=doubt_other_spelling(head.recipient, head.agency, settings),
        fiscal_year=year.year,
        ita=ita,
        plan=plan,
        report=report,
        signatories=signatories,
        issues=(
            *head.issues,
            *describe_stamps(paper),
            *(describe_year(year) if kind is not MemoKind.OTHER else (describe_no_year(head, text),)),
            *find_absent(tables, plan, report, place_of(text)),
            *find_expected_rows(kind, subject, plan, report, place_of(text)),
            *find_kind_trouble(kind, subject, place_of(text)),
            *row_issues,
            *date_issues,
            *plan_issues,
            *report_issues,
            *(find_due_mismatches(plan, settings) or find_doubted_years(plan, settings)),
            *ita_issues,
            *(describe_unsigned(paper, text) if not signatories else ()),
            *find_year_trouble([head.subject_passage, body]),
            *find_unruled_tables(text),
        ),
    )


def _read_any_head(paper: Paper, text: tuple[Strip, ...], settings: MemoSettings) -> HeadFields:
    """The head by its form; its agency is looked for, or checked, in the running text below it."""
    known, times = find_agency_in(join_body(_below_head(paper, text)), settings)
    if paper.head.form is Form.MEMO:
        head = read_head(paper.head, known.text if known else "", settings)
    elif paper.head.form is Form.LETTER:
        head = read_letter_head(paper.head, settings)
    elif paper.head.form is Form.ANNOUNCEMENT:
        head = read_announcement_head(paper.head, text, settings)
    else:
        head = HeadFields(issues=(note("no-memo-head", "No head of a memo was found on these pages.", place_of(text)),))
    return replace(head, **_settle_agency(head, known, times, text, settings))


def _settle_agency(
    head: HeadFields, known: Field | None, times: int, text: Sequence[Strip], settings: MemoSettings
) -> dict[str, Any]:
    """The agency of the head, checked against the one `known` from the text, or that one where the head has none."""
    if head.agency is not None and head.agency.text:
        if known is not None and is_misread_agency(head.agency.text, known.text, settings):
            if head.agency.review and times > 1:
                return {
                    "agency": doubt_field(known, f"the head names “{head.agency.text}”, this {times} times the text")
                }
            return {"agency": doubt_field(head.agency, f"the text names “{known.text}” {times} times")}
        return {}
    if known is None:
        # What stands beside ส่วนราชการ may hold the name all the same: then it is not absent, but not known.
        where = head.department.where if head.department is not None else ()
        lost = mark_illegible(where, "what stands here names no agency that could be told") if where else None
        issue = doubt("no-agency", "No agency is named.", place_of(text))
        return {"agency": head.agency or lost, "issues": (*head.issues, issue)}
    message = f"The head names no agency that could be read; “{known.text}” is named {times} times in the text."
    agency = known if times > 1 else doubt_field(known, message)
    return {"agency": agency, "issues": (*head.issues, note("agency-from-text", message, known.where))}


def _read_rows(
    tables: Sequence[StitchedTable], fiscal_year: int | None, dpi: Mapping[int, int], settings: MemoSettings
) -> _Rows:
    plan: list[PlanRow] = []
    report: list[ReportRow] = []
    issues: list[Issue] = []
    for table in tables:
        if is_report_table(table):
            report_rows, trouble = read_report_rows(table, len(report) + 1, fiscal_year, dpi, settings)
            report += report_rows
        elif is_plan_table(table):
            plan_rows, trouble = read_plan_rows(table, len(plan) + 1, fiscal_year, settings)
            plan += plan_rows
        else:
            trouble = (_describe_unused(table),)
        issues += trouble
    return doubt_rare_units(plan, settings), doubt_rare_units(report, settings), tuple(issues)


def _describe_unused(table: StitchedTable) -> Issue:
    headings = ", ".join(f"“{column.heading}”" for column in table.columns if column.heading)
    message = (
        f"A table of {len(table.rows)} rows is neither plan nor report ({headings or 'no headings'}); no row was taken."
    )
    is_known = (
        any(column.meaning in (Meaning.SCORE, Meaning.GRADE) for column in table.columns) or len(table.columns) < 2
    )
    return (note if is_known else doubt)("unused-table", message, table.where)


def _check_plan_dates(
    rows: tuple[PlanRow, ...], year: int | None, settings: MemoSettings
) -> tuple[tuple[PlanRow, ...], tuple[Issue, ...]]:
    checked = [check_date(row.due, year, settings) for row in rows]
    marked = tuple(row.model_copy(update={"due": due}) for row, (due, _) in zip(rows, checked, strict=True))
    return marked, _each_once(issue for _, issues in checked for issue in issues)


def _check_report_dates(
    rows: tuple[ReportRow, ...], year: int | None, settings: MemoSettings
) -> tuple[tuple[ReportRow, ...], tuple[Issue, ...]]:
    dues = [check_date(row.due, year, settings) for row in rows]
    dates = [check_date(row.date, year, settings) for row in rows]
    marked = tuple(
        row.model_copy(update={"due": due, "date": date})
        for row, (due, _), (date, _) in zip(rows, dues, dates, strict=True)
    )
    return marked, _each_once(issue for _, issues in (*dues, *dates) for issue in issues)


def _each_once(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """A cell merged over several rows has one issue, not one per row."""
    return tuple(dict.fromkeys(issues))


def _period_of(row: PlanRow) -> DateField | None:
    """When a row is due, unless only its follow-up note tells: that may be a year later."""
    is_follow_up = row.due is not None and row.monitoring is not None and row.due.text in row.monitoring.text
    return None if is_follow_up else row.due


def _below_head(paper: Paper, text: Sequence[Strip]) -> tuple[Strip, ...]:
    """The running text after the last label of the head."""
    if not paper.head.hits:
        return tuple(text)
    last = paper.head.strips[max(hit.strip for hit in paper.head.hits)]
    return tuple(strip for strip in text if (strip.page, strip.bbox[1]) > (last.page, last.bbox[1]))


def _find_caption(table: StitchedTable, text: Sequence[Strip]) -> Passage:
    """The running text right above a table: the last strips before it, on its page or the one before."""
    page, top = _first_page(table), table.where[0].bbox[1]
    above = [strip for strip in text if strip.page < page or (strip.page == page and strip.bbox[1] < top)]
    return join_body(above[-_CAPTION_STRIPS:])


def _table_grids(tables: Tables, page: int) -> frozenset[int]:
    """The grids of a page that are tables; a single column is a frame around running text."""
    return frozenset(
        grid for table in tables.stitched if len(table.columns) > 1 for number, grid in table.pieces if number == page
    )


def _first_page(table: StitchedTable) -> int:
    return table.pieces[0][0] if table.pieces else table.where[0].page


def _find_loose_tables(papers: Sequence[Paper], tables: Tables) -> tuple[Issue, ...]:
    pages = {page for paper in papers for page in paper.pages}
    return tuple(
        doubt("loose-table", "A table stands on a page that belongs to no memo.", table.where)
        for table in tables.stitched
        if _first_page(table) not in pages
    )
