"""Units written short and long."""

from __future__ import annotations

import pytest

from pipeline.reconcile.edits import Difference
from pipeline.reconcile.offices import compare_units
from pipeline.settings import ReconcileSettings


@pytest.mark.parametrize(
    ("before", "after", "difference"),
    [
        (["สำนักปลัด"], ["สป."], Difference.SAME),
        (["สำนักปลัดเทศบาล", "กองคลัง"], ["กองคลัง", "สป."], Difference.SAME),
        (["งานพัสดุและยานพาหนะ"], ["งานพัสดุฯ"], Difference.SAME),
        (["กลุ่มงานเภสัชกรรมฯ", "กองช่าง"], ["กองช่าง", "กลุ่มงานเภสัชกรรมและคุ้มครองผู้บริโภค"], Difference.SAME),
        (["งานพัสดุและยานพาหนะ"], ["งานบัญชีฯ"], Difference.REWORDED),
        (["กองคลัง"], ["กองฯ"], Difference.REWORDED),
    ],
)
def test_short_names(before: list[str], after: list[str], difference: Difference) -> None:
    assert compare_units(before, after, settings=ReconcileSettings()) is difference
    assert compare_units(after, before, settings=ReconcileSettings()) is difference
