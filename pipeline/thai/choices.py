"""Choices of a form: states behind boxes, one of which is ticked."""

from __future__ import annotations

import re

from pipeline.thai.status import StatusName, parse_status, read_wording
from pipeline.thai.text import comparison_key

_BOX = re.compile(r"(?P<ticked>[☑☒■✓✔√●]|[(\[]\s*[/✓✔√xX×●]\s*[)\]])|(?P<empty>[☐□○◯]|[(\[]\s*[)\]])")
"""The boxes of a form's choices: ticked ones, and empty ones."""


def find_ticked(text: str) -> StatusName | None:
    """The state whose box is ticked, in a text that lists states behind boxes; None when it is no such list.

    Raises ValueError when not exactly one box is ticked, or what stands behind it names no state.

    >>> find_ticked("☑ ดำเนินการแล้ว ☐ อยู่ระหว่างดำเนินการ"), find_ticked("( ) ยกเลิก ( / ) ดำเนินการแล้ว")
    ('done', 'done')
    >>> find_ticked("ดำเนินการแล้ว") is None
    True
    """
    boxes = list(_BOX.finditer(text))
    if len(boxes) < 2 or text[: boxes[0].start()].strip():
        return None
    ends = [box.start() for box in boxes[1:]] + [len(text)]
    choices = [(box["ticked"] is not None, text[box.end() : end].strip()) for box, end in zip(boxes, ends, strict=True)]
    ticked = [words for is_ticked, words in choices if is_ticked]
    if len(ticked) != 1:
        raise ValueError(f"{len(ticked)} boxes are ticked: {text!r}")
    return parse_status(ticked[0])


def find_left_over(text: str) -> StatusName | None:
    """The state that alone has no empty box before it, in a text that lists states behind boxes: a tick by hand is
    read as anything, an empty box as a box. None when the text is no such list, or more than one state is left.

    >>> find_left_over("☐ ยกเลิก </ ดำเนินการแล้ว ☐ ยังไม่ดำเนินการ")
    'done'
    """
    boxes = list(_BOX.finditer(text))
    if not boxes or any(box["ticked"] for box in boxes):
        return None
    ends = [box.start() for box in boxes[1:]] + [len(text)]
    rests = [_after_wording(text[box.end() : end]) for box, end in zip(boxes, ends, strict=True)]
    left = [part for part in (text[: boxes[0].start()], *rests) if part is None or comparison_key(part)]
    if len(left) != 1 or left[0] is None:
        return None
    return read_wording(re.sub(r"[^ก-๎]", "", left[0]))


def _after_wording(text: str) -> str | None:
    """What follows the wording of a state that a text begins with; None when it begins with none."""
    thai = re.match(r"[ก-๎\s]*", text)
    longest = thai.end() if thai else 0
    starts = [end for end in range(1, longest + 1) if read_wording(text[:end]) is not None]
    return text[starts[-1] :] if starts else None


def strikes_out(heading: str) -> bool:
    """Does a heading ask to strike out the printed states that do not hold?

    >>> strikes_out("การปฏิบัติ (ขีดฆ่าข้อความที่ไม่ใช้)"), strikes_out("การปฏิบัติ")
    (True, False)
    """
    return comparison_key("ขีดฆ่า") in comparison_key(heading)
