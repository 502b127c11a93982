"""Lines that must be looked at whatever their letters say."""

from __future__ import annotations

import pytest

from pipeline.page import LINE_UNREAD, LineBox
from pipeline.reading.doubts import find_swallowed
from pipeline.settings import ReaderSettings


@pytest.mark.parametrize(
    ("top", "bottom", "text", "doubted"),
    [
        (64, 130, "งบประมาณถูก", False),
        (64, 150, "งบประมาณถูก", True),  # the next line hangs on it
        (20, 130, "งบประมาณถูก", True),  # the line before
        (20, 130, "✓", False),
        (64, 150, "", False),
    ],
)
def test_a_box_that_holds_two_lines_is_doubted(top: int, bottom: int, text: str, doubted: bool) -> None:
    box = LineBox(bbox=(100, top, 400, bottom), base=110.0, body=20.0)
    found = find_swallowed(text, box, ReaderSettings())
    assert [(doubt.end, doubt.reason) for doubt in found] == ([(len(text), LINE_UNREAD)] if doubted else [])


def test_a_line_nobody_measured_tells_nothing() -> None:
    assert find_swallowed("งบประมาณ", LineBox(bbox=(0, 0, 10, 300)), ReaderSettings()) == []
