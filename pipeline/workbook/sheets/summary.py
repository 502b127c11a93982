"""สรุป of a comparison: what was compared, what came out, what contradicts, and how to read and fill the workbook."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Finding, Reconciliation, Summary
from pipeline.workbook.cells import plain
from pipeline.workbook.doubts import Doubt, Importance
from pipeline.workbook.reasons import explain_code, explain_reason
from pipeline.workbook.records import Block, Cell, Column, Row, Sheet, Tone
from pipeline.workbook.wording import (
    COMPARISON_SHEET,
    OUTCOME_MEANINGS,
    OUTCOME_TONES,
    PLAN_SHEET,
    REPORT_SHEET,
    REVIEW_SHEET,
    SEVERITIES,
    SEVERITY_TONES,
    SOURCES_SHEET,
    SUMMARY_SHEET,
    show_numbers,
    show_outcome,
    show_year,
)

_COLUMNS = (Column("", 34), Column("", 26), Column("", 70))


def summary_sheet(reconciliation: Reconciliation, doubts: Sequence[Doubt]) -> Sheet:
    """The first sheet of a comparison."""
    summary = reconciliation.summary
    return Sheet(
        SUMMARY_SHEET,
        _COLUMNS,
        (
            Block(_subject(reconciliation), title="เปรียบเทียบรายงานกับแผน"),
            Block(_counts(summary), title="ผลการเปรียบเทียบ", headings=("ผล", "จำนวนมาตรการ", "ความหมาย")),
            Block(_review(doubts), title="สิ่งที่ต้องตรวจ", headings=("ความสำคัญ", "จำนวน", "ตัวอย่าง")),
            Block(
                _findings(reconciliation.findings),
                title="ข้อค้นพบ",
                headings=("ข้อค้นพบ", "ระดับ / แถวที่", "ข้อความจากโปรแกรม"),
            ),
            Block(_SHEETS, title="แผ่นงานในแฟ้มนี้", new_page=True),
            Block(_LEGEND, title="วิธีอ่าน"),
            Block(_HOW_TO, title="วิธีบันทึกการตัดสินใจ"),
        ),
    )


def _line(label: str, value: str | int, note: str = "", tone: Tone = Tone.PLAIN) -> Row:
    return (Cell(label, Tone.LABEL), Cell(value, tone), Cell(note or None))


def _subject(reconciliation: Reconciliation) -> tuple[Row, ...]:
    plan, report = reconciliation.plan_source, reconciliation.report_source
    return (
        (Cell("หน่วยงาน", Tone.LABEL), Cell(reconciliation.agency or "ไม่ทราบ", span=2)),
        (Cell("แผนของปีงบประมาณ พ.ศ.", Tone.LABEL), Cell(show_year(reconciliation.plan_year)), Cell(plan.name)),
        (Cell("รายงานของปีงบประมาณ พ.ศ.", Tone.LABEL), Cell(show_year(reconciliation.report_year)), Cell(report.name)),
    )


def _counts(summary: Summary) -> tuple[Row, ...]:
    rows = [
        (Cell(show_outcome(outcome), OUTCOME_TONES[outcome]), *plain(getattr(summary, outcome.value), meaning))
        for outcome, meaning in OUTCOME_MEANINGS.items()
    ]
    return (
        _line("มาตรการในแผน", summary.planned),
        _line("มาตรการในรายงาน", summary.reported),
        *rows,
        _line("ร้อยละที่ทำเสร็จของแผน", show_completion(summary), "มาตรการในแผนที่รายงานว่าทำเสร็จ หารด้วยมาตรการทั้งหมดในแผน"),
    )


def show_completion(summary: Summary) -> str:
    """The share of the plan that is done, in words."""
    if summary.completion is None:
        return "คำนวณไม่ได้ (ไม่มีแผน)"
    return f"{100 * summary.completion:.1f} %"


def _review(doubts: Sequence[Doubt]) -> tuple[Row, ...]:
    rows = []
    for importance, label in _IMPORTANCE.items():
        those = [doubt for doubt in doubts if doubt.importance is importance]
        if those:
            example = those[0]
            rows.append(_line(label, len(those), f"{example.what} ({example.position})", Tone.DOUBT))
    return tuple(rows) or (_line("ไม่มี", 0, "ไม่มีค่าที่ต้องตรวจ", Tone.GOOD),)


_IMPORTANCE = {
    Importance.UNREADABLE: "อ่านไม่ได้",
    Importance.RESULT: "ผล วันที่ ตัวเลข",
    Importance.PAIR: "การจับคู่และข้อค้นพบ",
    Importance.NOTICE: "ข้อสังเกตของโปรแกรม",
    Importance.TEXT: "ข้อความ",
}


def _findings(findings: Sequence[Finding]) -> tuple[Row, ...]:
    rows = tuple(
        (
            Cell(explain_code(finding.code), Tone.LABEL),
            Cell(_level(finding), SEVERITY_TONES[finding.severity]),
            Cell(explain_reason(finding.message)),
        )
        for finding in findings
    )
    return rows or (_line("ไม่มี", "–"),)


def _level(finding: Finding) -> str:
    where = f" แถวที่ {show_numbers(finding.rows)}" if finding.rows else ""
    return SEVERITIES[finding.severity] + where


def _explain(label: str, text: str) -> Row:
    return (Cell(label, Tone.LABEL), Cell(text, span=2))


_SHEETS = (
    _explain(COMPARISON_SHEET, "มาตรการในแผนเทียบกับรายงาน แถวละหนึ่งคู่ และช่องสำหรับการตัดสินใจของผู้ตรวจ (ช่องสีฟ้าทางขวาสุด)"),
    _explain(PLAN_SHEET, "ตารางมาตรการของแผนตามที่อ่านได้"),
    _explain(REPORT_SHEET, "ตารางรายงานผลตามที่อ่านได้"),
    _explain(REVIEW_SHEET, "ค่าทุกค่าที่โปรแกรมไม่แน่ใจ พร้อมภาพจากเอกสาร เรียงตามความสำคัญ"),
    _explain(SOURCES_SHEET, "ไฟล์ที่ใช้ จำนวนหน้า และปัญหาที่พบระหว่างอ่าน"),
)

_LEGEND = (
    _explain("ข้อความที่ต่างกัน", "ในแผน: ตัวหนา ขีดฆ่า · ในรายงาน: ตัวหนา ขีดเส้นใต้ · ข้อความที่ไม่ขีดคือส่วนที่เหมือนกัน"),
    _explain("⚠ ตรวจ", "โปรแกรมไม่แน่ใจ เหตุผลอยู่ในช่องถัดไป โปรดเทียบกับภาพหรือเอกสารต้นฉบับ"),
    _explain("ช่องสีเหลือง", "ค่าที่อ่านได้ไม่แน่ชัด"),
    _explain("คะแนน", "ความคล้ายของคู่ที่เลือก 0–1 · คู่รอง คือคะแนนของคู่อื่นที่ใกล้ที่สุด ถ้าสองค่าใกล้กันควรตรวจการจับคู่"),
    _explain("ค.ศ.", "วันที่แบบ ปี-เดือน-วัน ตามปฏิทินสากล คำนวณจากข้อความในเอกสาร ไม่แก้ข้อความเดิม"),
)

_HOW_TO = (
    _explain("ยืนยัน", "คู่นี้ถูกต้อง ถ้าผลผิดให้เลือก “ผลที่ถูกต้อง” ด้วย (เลือกเฉพาะผลที่ถูกต้องถือเป็นการยืนยันคู่)"),
    _explain("ไม่ใช่คู่กัน", "มาตรการในแผนและในรายงานของแถวนี้เป็นคนละเรื่อง"),
    _explain("จับคู่กับลำดับ…", "มาตรการในแผนของแถวนี้ตรงกับลำดับอื่นในรายงาน กรอกลำดับนั้นใน “ลำดับในรายงานที่ถูกต้อง”"),
    _explain("หมายเหตุผู้ตรวจ", "เก็บพร้อมกับการตัดสินใจในแถวเดียวกัน"),
    _explain(
        "เมื่อเสร็จ", "บันทึกแฟ้มแล้วสั่ง memo review ตามด้วยชื่อแฟ้ม จากนั้นสั่ง memo reconcile อีกครั้ง เรียงหรือกรองแถวได้ แต่ห้ามแก้หัวตาราง"
    ),
)
