"""Every code and every reason that the program can give has Thai words."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.workbook.reason_words import CODES
from pipeline.workbook.reasons import explain_reason

PACKAGE = Path(__file__).parents[2] / "pipeline"
GOLDEN = Path(__file__).parents[1] / "golden"
CODE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?=$|: )")
UNSEEN = {"cli", "inspection", "synth", "workbook"}
"""Rooms whose hyphenated words are options, styles and file names."""

NO_CODES = {"utf-8"}
MADE_UP = {f"{field}-differs-{how}" for field in ("measure", "procedure") for how in ("slightly", "noisily")} | {
    "plan-not-legible",
    "report-not-legible",
    "no-plan-rows",
    "no-report-rows",
}
"""Codes that the program puts together; the search below cannot see them."""


def find_codes() -> dict[str, str]:
    """Hyphenated strings of the program's rooms, with the file that each stands in."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.relative_to(PACKAGE).parts[0] in UNSEEN:
            continue
        for text in find_strings(ast.parse(path.read_text(encoding="utf-8"))):
            if match := CODE.match(text):
                found[match[0]] = str(path.relative_to(PACKAGE))
    return found


def find_strings(node: ast.AST) -> Iterator[str]:
    """Every string, and the start of every f-string, but those of errors that only the terminal shows."""
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "CannotStart":
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.JoinedStr) and not isinstance(node.values[0], ast.Constant):
        return
    for child in ast.iter_child_nodes(node):
        yield from find_strings(child)


def test_every_code_of_the_program_has_thai_words() -> None:
    codes = find_codes()
    assert len(codes) > 80
    missing = {code: file for code, file in codes.items() if code not in CODES and code not in NO_CODES}
    assert missing == {}
    assert set(CODES) >= MADE_UP


def test_reasons_of_real_records_are_all_in_thai() -> None:
    records = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLDEN.glob("*.json"))]
    reasons = set(find_reasons(records))
    assert len(reasons) > 2
    assert {reason for reason in reasons if is_english(explain_reason(reason))} == set()


def find_reasons(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        yield from node.get("reasons", ())
        yield from node.get("status_reasons", ())
        for value in node.values():
            yield from find_reasons(value)
    elif isinstance(node, list):
        for value in node:
            yield from find_reasons(value)


def is_english(text: str) -> bool:
    """Two English words in a row, outside of what is quoted."""
    return re.search(r"[a-z]+ [a-z]+", re.sub(r"“[^”]*”", "", text)) is not None


@pytest.mark.parametrize(
    ("reason", "thai"),
    [
        ("no status column is marked", "ไม่มีเครื่องหมายในช่องสถานะใดเลย"),
        (
            "report row 3, status: the mark is known by its ink only, it was read as “ไ”",
            "รายงานลำดับ 3 สถานะการดำเนินงาน: รู้ว่ามีเครื่องหมายจากรอยหมึกเท่านั้น (อ่านได้ “ไ”)",
        ),
        ("partner-taken: an analyst gave rows of this entry to another", "ผู้ตรวจให้แถวของคู่นี้แก่คู่อื่นแล้ว"),
        (
            "reworded: measures alike by 0.66 only, with their procedures by 0.80",
            "มาตรการใช้ถ้อยคำต่างกัน (ความคล้าย 0.66) รวมขั้นตอนแล้วคล้าย 0.80",
        ),
        (
            "procedure-differs-slightly: misread, or changed in single letters: ก → ข and 2 more",
            "ขั้นตอนต่างกันเล็กน้อย อาจอ่านผิดหรือแก้คำ: ก → ข และอีก 2 แห่ง",
        ),
        (
            "statuses-differ: done in report row 1, not_started in report row 2; the least advanced was taken",
            "แถวที่รวมกันมีสถานะต่างกัน (ดำเนินการแล้วเสร็จ ใน รายงานลำดับ 1, ยังไม่ดำเนินการ ใน รายงานลำดับ 2) ใช้สถานะที่คืบหน้าน้อยที่สุด",
        ),
    ],
)
def test_reasons_with_values(reason: str, thai: str) -> None:
    assert explain_reason(reason) == thai


@pytest.mark.parametrize(
    ("message", "thai"),
    [
        (
            "The plan is for 2565, the report on 2567: not the year after.",
            "แผนเป็นของปี 2565 แต่รายงานเป็นของปี 2567 ไม่ใช่ปีถัดไป",
        ),
        ("No row of a report was found in a.pdf.", "ไม่พบแถวของรายงานใน a.pdf"),
        ("The plan uses the row number ๔ 2 times.", "แผนใช้เลขลำดับ ๔ ซ้ำ 2 ครั้ง"),
        ("The same measure stands in plan rows 1, 2.", "มาตรการเดียวกันอยู่ใน แผนลำดับ 1, 2"),
        (
            "The same follow-up “x” is dated in different years: 2565 in plan row 1, 2564 in plan rows 2, 3.",
            "การติดตามเดียวกัน “x” ลงปีต่างกัน: 2565 ในแผนลำดับ 1, 2564 ในแผนลำดับ 2, 3",
        ),
        (
            "Row 5 “รายงานผล” of the report: no status column is marked.",
            "รายงานลำดับ 5 “รายงานผล”: ไม่มีเครื่องหมายในช่องสถานะใดเลย",
        ),
        ("The due date “x” in the report is far from 2565 and 2566.", "กำหนดเวลา “x” ใน รายงาน ห่างจากปี 2565 และ 2566"),
    ],
)
def test_findings_are_told_in_thai(message: str, thai: str) -> None:
    assert explain_reason(message).replace(" ", "") == thai.replace(" ", "")
