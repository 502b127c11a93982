"""Tables without rules: their headings stand in the running text, where no row can be taken from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.memo.issues import doubt
from pipeline.memo.lines import Strip
from pipeline.model import Issue, Place
from pipeline.thai.patterns import one_of

_HEADING = re.compile(
    one_of(
        (
            "มาตรการ",
            "ประเด็น",
            "ขั้นตอน",
            "วิธีการ",
            "แนวทาง",
            "ผู้รับผิดชอบ",
            "การกำกับ",
            "ระยะเวลา",
            "สถานะ",
            "ผลการดำเนิน",
            "ลำดับ",
            "หมายเหตุ",
        )
    )
)
_LONGEST_HEADING = 40


def find_unruled_tables(strips: Sequence[Strip]) -> tuple[Issue, ...]:
    """An issue for each strip of three or more short pieces that begin like headings of a plan or report."""
    return tuple(
        doubt(
            "unruled-table",
            f"“{strip.text}” looks like the head of a table without rules; its rows were not taken.",
            [Place(page=strip.page, bbox=strip.bbox)],
        )
        for strip in strips
        if sum(
            len(part.passage.glyphs) <= _LONGEST_HEADING and bool(_HEADING.match(part.passage.text))
            for part in strip.parts
        )
        >= 3
    )
