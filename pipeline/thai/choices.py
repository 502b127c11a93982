"""Choices of a form: printed states, one of which is ticked, circled or underlined."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from rapidfuzz.distance import Levenshtein

from pipeline.thai.status import StatusName, parse_status, read_wording, spot_wordings
from pipeline.thai.text import comparison_key, normalise

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


_LEAST_ROWS, _LISTED_SHARE = 3, 0.35
"""So many cells of a column, and this share of the filled ones, list two of the same choices or more: of two that are
printed the struck one is often lost."""
_LISTED = 0.3
"""Share of the filled cells in which a choice must be read as printed; the chosen one often is not."""
_MOST_CHANGED = 0.6
"""Share of a list's letters that a mark may change: beyond, a cell is something else."""
_OUTSHINES = 3
"""A choice is the marked one when its print is changed in so many times as many places as that of any other."""
_CLOSING = ")>}]’”"


def find_chosen(texts: Sequence[str], *, struck: bool = False) -> tuple[StatusName | None, ...] | None:
    """The choice that is marked in each cell of a column that prints the same states in all; None for a cell where none
    is seen, or two; None alone where the column is no such list.

    A circle around words, or a tick before them, is read as signs, spoils their letters, or loses them: the choice
    whose print differs from that of the other cells is the marked one. It is a guess, and for review.
    struck: what does not hold is struck out: the one choice whose print is whole is the marked one.

    >>> find_chosen(["C แล้วเสร็จ > ยังไม่ทำ", "แล้วเสร็จ ยังไม่ทำ", "แล้วเสร็จ (ยังไม่ทำ", "ยังไม่ทำ"])
    ('done', None, 'not_started', 'done')
    >>> find_chosen(["แล้วเสร็จ -ยังไม่ทำ-", "แล้วเสร็จ ยังไม่ทำ", "แล้วเสร็จ", "-แล้วเสร็จ ยังไม่ทำ"], struck=True)
    ('done', None, 'done', 'not_started')
    """
    plain = [re.sub(r"\s+", "", normalise(text)) for text in texts]
    filled = [text for text in plain if text]
    wordings = _find_listed(filled)
    listing = sum(sum(wording in text for wording in wordings.values()) > 1 for text in filled)
    if len(wordings) < 2 or listing < max(_LEAST_ROWS, _LISTED_SHARE * len(filled)):
        return None
    boxed = sum(f"☐{wording}" in text for text in filled for wording in wordings.values())
    sign = "☐" if 2 * boxed >= len(filled) else ""
    printed = {status: sign + wording for status, wording in wordings.items()}
    return tuple(_find_changed(text, printed, struck=struck) for text in plain)


def _find_listed(texts: Sequence[str]) -> dict[StatusName, str]:
    """The wording of each state that many cells name, in the order of the list."""
    seen: dict[StatusName, Counter[str]] = defaultdict(Counter)
    places: dict[StatusName, list[int]] = defaultdict(list)
    for text in texts:
        for order, (start, end, status) in enumerate(spot_wordings(text)):
            seen[status][text[start:end]] += 1
            places[status].append(order)
    listed = [status for status, counts in seen.items() if counts.total() >= max(2, _LISTED * len(texts))]
    listed.sort(key=lambda status: sum(places[status]) / len(places[status]))
    return {status: seen[status].most_common(1)[0][0] for status in listed}


def _find_changed(text: str, printed: Mapping[StatusName, str], *, struck: bool) -> StatusName | None:
    """The choice whose print is changed in a cell; the one whose print is not where the others are struck."""
    whole = "".join(printed.values())
    if not text or Levenshtein.normalized_distance(whole, text) > _MOST_CHANGED:
        return None
    ends: list[int] = []
    for words in printed.values():
        ends.append((ends[-1] if ends else 0) + len(words))
    changes = [0] * len(ends)
    for op in Levenshtein.opcodes(whole, text):
        if op.tag == "equal":
            continue
        at = next((index for index, end in enumerate(ends) if op.src_start < end), len(ends) - 1)
        is_before = op.src_start == op.src_end and op.src_start in ends and text[op.dest_start] in _CLOSING
        at = ends.index(op.src_start) if is_before else at
        changes[at] += max(op.src_end - op.src_start, op.dest_end - op.dest_start)
    if struck:
        whole_ones = [status for status, change in zip(printed, changes, strict=True) if not change]
        return whole_ones[0] if len(whole_ones) == 1 else None
    most, *others = sorted(changes, reverse=True)
    return list(printed)[changes.index(most)] if most and most >= _OUTSHINES * max(others) else None
