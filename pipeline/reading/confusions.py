"""What Tesseract prints in place of a Thai character, and how often.

Measured on 29,300 characters of rendered, blurred and compressed pages against their truth (lines that agree to
0.85 or better). A text's *frame* is what these errors leave alone: marks that come and go are taken out, letters that
are taken for each other become one. Two texts are a known misreading apart exactly when their frames are equal.
"""

from __future__ import annotations

import math
from functools import cache

_COMING_AND_GOING = "่้๊๋์ุู"
"""Marks that Tesseract drops, or prints where there are none."""

_OVER_VOWELS = "ิีึืั"
_DROPPED_HIGH = {
    # where another mark stands between it and the letter
    "่": 0.18,  # 58 of 324
    "้": 0.15,  # 19 of 124
    "๊": 0.15,  # too few to count; as ้
    "๋": 0.15,  # too few to count; as ้
    "์": 0.1,  # 1 of 1
}
_DROPPED_BEFORE_AM = 0.3
_TONED_AM_AS_AA = 0.3
"""Of ten ำ with a tone mark three or four lost the mark, most others the ring: the two melt together.
None lost both."""
_DROPPED = {
    "่": 0.003,  # 0 of 514
    "้": 0.004,  # 3 of 722
    "๊": 0.004,  # too few to count; as ้
    "๋": 0.004,  # too few to count; as ้
    "์": 0.004,  # 0 of 204; in names and loan words
    "ุ": 0.004,  # 1 of 381, under a rule or a leader
    "ู": 0.002,  # 0 of 300
}
_ADDED = {
    "่": 0.0006,  # 7 on 11,900 consonants: "ตรวจ่สถานที่", "น่างสาว"
    "้": 0.0004,  # 4 on 11,900: "ยื้มไป"
    "๊": 0.0001,  # 1
    "๋": 0.0001,  # 0
    "์": 0.0002,  # 2
    "ุ": 0.0003,  # 3, two of them with ่: "งานุชุมชน", "จุ่าก"
    "ู": 0.0001,  # 1
}

_MISREAD = {
    # (on the page, printed): share of those on the page
    ("ำ", "า"): 0.002,  # 0 of 420 without a tone mark; with one, see below
    ("า", "ำ"): 0.0005,  # 1 of 2258
    ("ช", "ข"): 0.012,  # 4 of 329
    ("ช", "ซ"): 0.009,  # 3 of 329
    ("ซ", "ช"): 0.015,  # 1 of 65
    ("ข", "ช"): 0.003,  # 0 of 299; as the other way round, but rarer
    ("บ", "น"): 0.003,  # 3 of 895
    ("น", "บ"): 0.0005,  # 0 of 1774
    ("ว", "ง"): 0.003,  # 2 of 744
    ("ง", "ว"): 0.0005,  # 0 of 1208
    ("ส", "ล"): 0.003,  # 2 of 649
    ("ล", "ส"): 0.001,  # 0 of 949
    ("ด", "ต"): 0.0015,  # 1 of 692
    ("ต", "ด"): 0.001,  # 0 of 600
    ("ก", "ถ"): 0.0008,  # 1 of 1280
    ("ถ", "ก"): 0.002,  # 0 of 150
    ("ิ", "ี"): 0.0015,  # 1 of 680
    ("ิ", "ื"): 0.0015,  # 1 of 680
    ("ี", "ิ"): 0.001,  # 0 of 453
    ("ี", "็"): 0.002,  # 1 of 453
    ("ึ", "ี"): 0.014,  # 1 of 71
    ("ื", "ี"): 0.002,  # 0 of 225
    ("ื", "ิ"): 0.001,  # 0 of 225
    ("ึ", "ื"): 0.003,  # 0 of 71
    ("ั", "ะ"): 0.001,  # none here; seen on other pages
}

_ALIKE = ("าำ", "ชซข", "บน", "วง", "สล", "ดต", "กถ", "ิีึื็", "ัะ")
"""Letters that become one in a frame, the first of each group."""

_TO_FRAME = str.maketrans({char: group[0] for group in _ALIKE for char in group} | dict.fromkeys(_COMING_AND_GOING))


def frame_of(text: str) -> str:
    """The text without the marks that come and go, one letter for each group of letters that look alike.

    >>> frame_of("เรื่อง"), frame_of("เรือง")
    ('เริอว', 'เริอว')
    """
    return text.translate(_TO_FRAME)


def split_text(text: str) -> tuple[str, ...]:
    """The text in pieces, one per character of its frame: the character with the marks taken out behind it.

    A mark before า or ำ goes behind that, since their fates are one. Marks before the first character make no piece.

    >>> split_text("ที่ทุกน้ำ")
    ('ท', 'ี่', 'ทุ', 'ก', 'น', 'ำ้')
    """
    pieces: list[str] = []
    for char in text:
        if char in _COMING_AND_GOING:
            if pieces:
                pieces[-1] += char
        elif char in "าำ" and pieces and pieces[-1][0] not in "าำ":
            pieces.append(char + pieces[-1][1:])
            pieces[-2] = pieces[-2][0]
        else:
            pieces.append(char)
    return tuple(pieces)


@cache
def weigh_misreading(true: str, printed: str) -> float:
    """The logarithm of the share of these pieces that Tesseract prints as that; -inf for what it doesn't do.

    >>> round(weigh_misreading("ี่", "ี"), 2), weigh_misreading("ก", "ก"), weigh_misreading("ก", "ฮ")
    (-1.71, 0.0, -inf)
    """
    share = 1.0 if true[0] == printed[0] else _MISREAD.get((true[0], printed[0]), 0.0)
    if true[0] == "ำ" and true[1:] and printed[0] == "า":
        share = _TONED_AM_AS_AA
    for mark in true[1:]:
        if mark not in printed:
            share *= _DROPPED[mark] if true[0] != printed[0] else _weigh_drop(true[0], mark)
    for mark in printed[1:]:
        if mark not in true:
            share *= _ADDED[mark]
    return math.log(share) if share else -math.inf


def _weigh_drop(base: str, mark: str) -> float:
    if base in _OVER_VOWELS:
        return _DROPPED_HIGH.get(mark, _DROPPED[mark])
    return _DROPPED_BEFORE_AM if base == "ำ" else _DROPPED[mark]
