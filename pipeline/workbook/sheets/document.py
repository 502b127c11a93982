"""สรุป of one document: its memos' heads, ITA results and signatories."""

from __future__ import annotations

from pipeline.model import DateField, DocumentRecord, Field, ItaScore, Memo
from pipeline.workbook.cells import field_cell, pages_cell, reasons_cell, review_cell
from pipeline.workbook.records import Block, Cell, Column, Kind, Row, Sheet, Tone
from pipeline.workbook.rows import head_values
from pipeline.workbook.sheets.sources import describe_file
from pipeline.workbook.wording import (
    FIELDS,
    KINDS,
    NO_SUCH_FIELD,
    SUMMARY_SHEET,
    show_numbers,
    show_span,
    show_year,
)

_COLUMNS = (
    Column("", 26),
    Column("", 52),
    Column("", 22),
    Column("", 12, Kind.SCORE),
    Column("", 10),
    Column("", 12),
    Column("", 44),
)

_HEADINGS = ("รายการ", "ค่าที่อ่านได้", "ค.ศ.", "ความเชื่อมั่น", "ตรวจ", "หน้า", "เหตุผล")


def document_sheet(record: DocumentRecord) -> Sheet:
    """The first sheet of a document's workbook."""
    about = tuple(row[1:] for row in describe_file("", record))
    memos = [_memo_block(number, memo, record.source.sha256) for number, memo in enumerate(record.memos, 1)]
    return Sheet(SUMMARY_SHEET, _COLUMNS, (Block(about, title="เอกสาร"), *memos))


def _memo_block(number: int, memo: Memo, sha256: str) -> Block:
    rows = (
        _fact("ชนิด", KINDS[memo.kind]),
        _fact("หน้า", show_numbers(range(memo.pages[0], memo.pages[1] + 1))),
        _fact("ปีงบประมาณ พ.ศ.", show_year(memo.fiscal_year)),
        *(_field_row(FIELDS[name], value, sha256) for name, value in head_values(memo)),
        *(_score_row(score, sha256) for score in memo.ita),
        *(
            row
            for signatory in memo.signatories
            for row in (
                _field_row(FIELDS["signatory"], signatory.name, sha256),
                _field_row(FIELDS["position"], signatory.position, sha256),
            )
        ),
        _fact("มาตรการในตารางแผน", f"{len(memo.plan)} แถว"),
        _fact("มาตรการในตารางรายงาน", f"{len(memo.report)} แถว"),
    )
    return Block(rows, title=f"บันทึกฉบับที่ {number}", headings=_HEADINGS)


def _fact(label: str, value: str) -> Row:
    return (Cell(label, Tone.LABEL), Cell(value))


def _field_row(label: str, value: Field | None, sha256: str) -> Row:
    if value is None:
        return (Cell(label, Tone.LABEL), Cell(NO_SUCH_FIELD, Tone.QUIET))
    return (
        Cell(label, Tone.LABEL),
        field_cell(value),
        Cell(_iso(value)),
        Cell(value.confidence),
        review_cell(value.review),
        pages_cell(sha256, value.where),
        reasons_cell(value.reasons),
    )


def _iso(value: Field) -> str | None:
    return (show_span(value) or None) if isinstance(value, DateField) else None


def _score_row(score: ItaScore, sha256: str) -> Row:
    number = f"{score.score:g} คะแนน" if score.score is not None else "อ่านคะแนนไม่ได้"
    grade = f"ระดับ {score.grade}" if score.grade is not None else "ไม่พบระดับ"
    return (
        Cell(f"{FIELDS['ita']} ปี {show_year(score.fiscal_year)}", Tone.LABEL),
        Cell(f"{number} {grade}", Tone.DOUBT if score.review else Tone.PLAIN),
        Cell(None),
        Cell(score.confidence),
        review_cell(score.review),
        pages_cell(sha256, score.where),
        reasons_cell(score.reasons),
    )
