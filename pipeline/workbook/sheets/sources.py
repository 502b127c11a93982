"""แหล่งข้อมูล: the files, and every issue met while reading them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model import DocumentRecord, Issue, Page
from pipeline.workbook.cells import plain
from pipeline.workbook.doubts import leave_out_shared
from pipeline.workbook.reasons import explain_code
from pipeline.workbook.records import Block, Cell, Column, Row, Sheet, Tone
from pipeline.workbook.wording import (
    DOCUMENT_STATUSES,
    DOCUMENT_TONES,
    KINDS,
    PAGE_SOURCES,
    PAGE_STATUSES,
    PAGES_SHEET,
    SEVERITIES,
    SEVERITY_TONES,
    SOURCES_SHEET,
    show_year,
)

_COLUMNS = (Column("", 24), Column("", 34), Column("", 12), Column("", 14), Column("", 40), Column("", 56))

_ISSUE_HEADINGS = ("เอกสาร", "ปัญหา", "ระดับ", "หน้า", "รหัส", "ข้อความจากโปรแกรม")


def sources_sheet(plan: DocumentRecord, report: DocumentRecord) -> Sheet:
    """The two files of a comparison and their issues."""
    files = (*describe_file("แผน", plan), *describe_file("รายงาน", report))
    issues = (*_issue_rows("แผน", plan), *_issue_rows("รายงาน", leave_out_shared(report, plan)))
    return Sheet(
        SOURCES_SHEET,
        _COLUMNS,
        (
            Block(files, title="ไฟล์"),
            Block(issues or _NO_ISSUES, title="ปัญหาที่พบระหว่างอ่าน", headings=_ISSUE_HEADINGS),
        ),
    )


def pages_sheet(record: DocumentRecord) -> Sheet:
    """The pages of one document and its issues."""
    return Sheet(
        PAGES_SHEET,
        _COLUMNS,
        (
            Block(
                tuple(_page_row(page) for page in record.pages) or (plain("ไม่มีหน้าที่อ่านได้"),),
                title="หน้า",
                headings=("หน้า", "ผลการอ่าน", "ชนิด", "ความละเอียด (จุดต่อนิ้ว)", "ขนาด (พิกเซล) และการหมุน", "บรรทัดและตาราง"),
            ),
            Block(
                tuple(_issue_rows("เอกสารนี้", record)) or _NO_ISSUES,
                title="ปัญหาที่พบระหว่างอ่าน",
                headings=_ISSUE_HEADINGS,
            ),
        ),
    )


_NO_ISSUES: tuple[Row, ...] = (plain("ไม่มี"),)


def describe_file(name: str, record: DocumentRecord) -> tuple[Row, ...]:
    """What is known of one file."""
    failed = [page.number for page in record.pages if page.status == "failed"]
    kinds = [f"{KINDS[memo.kind]} ปีงบประมาณ {show_year(memo.fiscal_year)}" for memo in record.memos]
    return (
        _fact(name, "ชื่อไฟล์", record.source.name),
        _fact(name, "ลายนิ้วมือของไฟล์ (SHA-256)", record.source.sha256),
        _fact(name, "จำนวนหน้า", str(record.source.page_count)),
        _fact(name, "ผลการอ่าน", DOCUMENT_STATUSES[record.status], DOCUMENT_TONES[record.status]),
        _fact(name, "หน้าที่อ่านไม่ได้", ", ".join(map(str, failed)) or "ไม่มี"),
        _fact(name, "บันทึกในไฟล์", "\n".join(kinds) or "ไม่พบบันทึก"),
    )


def _fact(name: str, label: str, value: str, tone: Tone = Tone.PLAIN) -> Row:
    return (Cell(name), Cell(label, Tone.LABEL), Cell(value, tone, span=3))


def _page_row(page: Page) -> Row:
    turned = f" หมุน {page.rotation}° เอียง {page.skew:.2f}°" if page.rotation or page.skew else ""
    return (
        Cell(page.number),
        Cell(PAGE_STATUSES[page.status], Tone.PLAIN if page.status == "ok" else Tone.BAD),
        Cell(PAGE_SOURCES[page.source]),
        Cell(page.dpi),
        Cell(f"{page.width} × {page.height}{turned}"),
        Cell(f"{len(page.lines)} บรรทัด {len(page.tables)} ตาราง"),
    )


def _issue_rows(name: str, record: DocumentRecord) -> Iterator[Row]:
    issues: Sequence[Issue] = (*record.issues, *(issue for memo in record.memos for issue in memo.issues))
    for issue in issues:
        yield (
            Cell(name),
            Cell(explain_code(issue.code)),
            Cell(SEVERITIES[issue.severity], SEVERITY_TONES[issue.severity]),
            Cell(issue.page),
            Cell(issue.code),
            Cell(issue.message),
        )
