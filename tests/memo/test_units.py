"""Units a letter off a frequent one."""

from __future__ import annotations

from pipeline.memo.units import doubt_rare_units
from pipeline.model import Field, PlanRow
from pipeline.settings import MemoSettings


def row(order: int, unit: str) -> PlanRow:
    field = Field(text=unit, raw=unit, confidence=0.95)
    return PlanRow(order=order, measure=field, responsible=field, units=(unit,))


def reviews(*units: str) -> list[bool]:
    rows = doubt_rare_units([row(i, unit) for i, unit in enumerate(units, 1)], MemoSettings())
    return [row.responsible.review for row in rows if row.responsible is not None]


def test_one_letter_off_a_frequent_unit_is_doubted() -> None:
    assert reviews("สำนักปลัด", "สำนักปลัด", "สำนักปลัด", "สำนักปลัต") == [False, False, False, True]


def test_other_units_and_rare_ones_are_not() -> None:
    assert reviews("กองช่าง", "กองช่าง", "กองช่าง", "กองคลัง") == [False] * 4
    assert reviews("สำนักปลัด", "สำนักปลัต") == [False, False]
