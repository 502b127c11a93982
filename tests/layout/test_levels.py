"""Where print stands on a level, and where a rule that was taken out has cut it."""

from __future__ import annotations

import pytest

from pipeline.layout.levels import Level


@pytest.mark.parametrize(
    ("runs", "cut"),
    [
        (((100, 196), (204, 300)), True),
        (((100, 180), (220, 300)), False),  # two cells
        (((100, 300),), False),  # crossed, and not cut
        (((100, 196),), False),
        (((100, 205), (240, 300)), False),
    ],
)
def test_print_that_a_rule_has_cut(runs: tuple[tuple[int, int], ...], cut: bool) -> None:
    level = Level(base=30.0, runs=runs)
    assert level.is_cut_at(200, 12.0) is cut
