"""The sheets of summary.xlsx: all comparisons of a run beside each other."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from pipeline.model import Outcome, Reconciliation
from pipeline.workbook.cells import plain, review_cell
from pipeline.workbook.reasons import explain_code
from pipeline.workbook.records import Block, Cell, Column, Kind, Row, Sheet, Tone, table_sheet
from pipeline.workbook.wording import (
    OUTCOMES,
    SEVERITIES,
    SEVERITY_TONES,
    SUMMARY_SHEET,
    show_numbers,
    show_outcome,
    show_year,
)

_LEADING_VOWEL = re.compile(r"([เ-ไ])(.)")

Listed = Sequence[tuple[Reconciliation, str]]
"""Reconciliations, each with the name of its workbook beside the summary."""

_COUNTS = ("planned", "reported", *(outcome.value for outcome in OUTCOMES))
_COUNT_HEADINGS = ("มาตรการในแผน", "มาตรการในรายงาน", *map(show_outcome, OUTCOMES))


def overview_sheets(listed: Listed, unpaired: Sequence[str]) -> tuple[Sheet, ...]:
    """Totals by year, one row for each comparison, all findings, and what found no partner."""
    table = tabulate(listed)
    return (
        _totals_sheet(table, len(unpaired)),
        _agencies_sheet(table),
        _findings_sheet(listed),
        _unpaired_sheet(unpaired),
    )


def tabulate(listed: Listed) -> pd.DataFrame:
    """One row for each comparison, by agency and year: its subject, its counts, how much is to be reviewed."""
    rows = [
        {
            "agency": one.agency,
            "plan_year": one.plan_year,
            "report_year": one.report_year,
            **{name: getattr(one.summary, name) for name in _COUNTS},
            "completion": one.summary.completion,
            "changed": sum(bool(row.changes) for row in one.rows),
            "review": sum(row.review for row in one.rows),
            "findings": len(one.findings),
            "file": file,
        }
        for one, file in listed
    ]
    names = ["agency", "plan_year", "report_year", *_COUNTS, "completion", "changed", "review", "findings", "file"]
    table = pd.DataFrame(rows, columns=names)
    order = ["agency", "report_year", "file"]
    return table.sort_values(order, key=_sort_keys, kind="stable", na_position="last", ignore_index=True)


def thai_sort_key(text: str) -> str:
    """Letters in dictionary order: a vowel written before its consonant counts after it.

    >>> sorted(["เทศบาล", "อบต.", "จังหวัด"], key=thai_sort_key)
    ['จังหวัด', 'เทศบาล', 'อบต.']
    """
    return _LEADING_VOWEL.sub(r"\2\1", text)


def _sort_keys(column: pd.Series[Any]) -> pd.Series[Any]:
    return column.map(thai_sort_key) if column.name == "agency" else column


def sum_by_year(table: pd.DataFrame) -> pd.DataFrame:
    """Counts and completion of each report year (a comparison without one stands last) and, at the end, of all."""
    summed = [*_COUNTS, "changed", "review", "findings"]
    groups = table.groupby("report_year", dropna=False, sort=True)[summed].sum().reset_index()
    sizes = table.groupby("report_year", dropna=False, sort=True).size().to_numpy()
    groups.insert(1, "comparisons", sizes)
    # Completion of a year is the share over all its measures, not the mean of the agencies' shares.
    groups["completion"] = (groups["done"] / groups["planned"].where(groups["planned"] > 0)).astype("float64")
    return groups


def _totals_sheet(table: pd.DataFrame, unpaired: int) -> Sheet:
    columns = (
        Column("ปีงบประมาณที่รายงาน", 22),
        Column("จำนวนคู่เอกสาร", 12, Kind.COUNT),
        *(Column(heading, 13, Kind.COUNT) for heading in _COUNT_HEADINGS),
        Column("ร้อยละที่ทำเสร็จของแผน", 12, Kind.SHARE),
        Column("แถวที่ต้องตรวจ", 10, Kind.COUNT),
    )
    rows = tuple(
        (
            Cell(_year(row["report_year"]), Tone.LABEL),
            *plain(int(row["comparisons"]), *(int(row[name]) for name in _COUNTS), _number(row["completion"])),
            Cell(int(row["review"])),
        )
        for row in sum_by_year(table).to_dict("records")
    )
    note = (
        (Cell("คู่เอกสารที่เปรียบเทียบ", Tone.LABEL), Cell(len(table))),
        (Cell("เอกสารหรือปัญหาที่ไม่มีคู่", Tone.LABEL), Cell(unpaired, Tone.DOUBT if unpaired else Tone.PLAIN)),
    )
    headings = tuple(column.heading for column in columns)
    return Sheet(
        SUMMARY_SHEET,
        columns,
        (Block(note, title="สรุปการเปรียบเทียบรายงานกับแผน"), Block(rows, title="ตามปีงบประมาณ", headings=headings)),
    )


def _agencies_sheet(table: pd.DataFrame) -> Sheet:
    columns = (
        Column("หน่วยงาน", 40),
        Column("ปีแผน", 9),
        Column("ปีรายงาน", 9),
        *(Column(heading, 11, Kind.COUNT) for heading in _COUNT_HEADINGS),
        Column("ร้อยละที่ทำเสร็จ", 10, Kind.SHARE),
        Column("แถวที่ข้อความเปลี่ยน", 11, Kind.COUNT),
        Column("แถวที่ต้องตรวจ", 10, Kind.COUNT),
        Column("ข้อค้นพบ", 9, Kind.COUNT),
        Column("ตรวจ", 9),
        Column("แฟ้ม", 40),
    )
    return table_sheet("รายหน่วยงาน", columns, tuple(_agency_row(row) for row in table.to_dict("records")), frozen=1)


def _agency_row(row: Mapping[Hashable, Any]) -> Row:
    counts = {name: int(row[name]) for name in (*_COUNTS, "changed", "review", "findings")}
    return (
        Cell(str(row["agency"]) or "ไม่ทราบ"),
        Cell(_year(row["plan_year"])),
        Cell(_year(row["report_year"])),
        *(Cell(counts[name], _count_tone(name, counts[name])) for name in _COUNTS),
        Cell(_number(row["completion"])),
        *plain(counts["changed"], counts["review"], counts["findings"]),
        review_cell(counts["review"] > 0 or counts["findings"] > 0),
        Cell(str(row["file"]), link=str(row["file"])),
    )


def _count_tone(name: str, count: int) -> Tone:
    """Counts of what an analyst looks for stand out, unless there are none."""
    seeks = {Outcome.NOT_REPORTED: Tone.BAD, Outcome.NOT_STARTED: Tone.BAD, Outcome.UNKNOWN: Tone.DOUBT}
    return seeks.get(Outcome(name), Tone.PLAIN) if count and name in set(Outcome) else Tone.PLAIN


def _findings_sheet(listed: Listed) -> Sheet:
    columns = (
        Column("หน่วยงาน", 36),
        Column("ปีรายงาน", 9),
        Column("ข้อค้นพบ", 36),
        Column("ระดับ", 12),
        Column("แถวที่", 10),
        Column("ข้อความจากโปรแกรม", 60),
        Column("แฟ้ม", 36),
    )
    rows = tuple(
        (
            *plain(one.agency, show_year(one.report_year), explain_code(finding.code)),
            Cell(SEVERITIES[finding.severity], SEVERITY_TONES[finding.severity]),
            *plain(show_numbers(finding.rows) or None, finding.message),
            Cell(file, link=file),
        )
        for one, file in listed
        for finding in one.findings
    )
    return table_sheet("ข้อค้นพบ", columns, rows or (plain("ไม่มี"),), frozen=1)


def _unpaired_sheet(unpaired: Sequence[str]) -> Sheet:
    columns = (Column("ที่", 6, Kind.COUNT), Column("เอกสารหรือปัญหา (ข้อความจากโปรแกรม)", 120))
    rows = tuple(plain(number, note) for number, note in enumerate(unpaired, 1))
    return table_sheet("ไม่มีคู่", columns, rows or (plain(None, "ไม่มี"),))


def _year(value: object) -> str:
    number = _number(value)
    return show_year(None if number is None else int(number))


def _number(value: object) -> float | None:
    """A number of a table; missing ones are NaN there."""
    return None if pd.isna(value) else float(str(value))  # type: ignore[call-overload]
