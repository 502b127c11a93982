"""Names of the months, as authors misspell them and engines damage them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.thai.patterns import tolerant
from pipeline.thai.text import comparison_key

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
_ABBREVIATIONS = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
# Spellings so common that they say the month without doubt.
_MISSPELLINGS = {
    "กรกฏาคม": 7, "กุมภาพันธุ์": 2, "กุมภาพันธฺ์": 2, "กุมพาพันธ์": 2, "พฤษจิกายน": 11, "พฤศจิการยน": 11, "พฤกษภาคม": 5, "เมษยน": 4,
    "มิถุยายน": 6,
}  # fmt: skip

_NAMES = {**{name: number for number, name in enumerate(MONTHS, start=1)}, **_MISSPELLINGS}
_KEYS = {comparison_key(name): number for name, number in _NAMES.items()}


def _abbreviation_pattern(short: str) -> str:
    first, second = short.rstrip(".").split(".")
    head = r"\s?".join(re.escape(char) for char in first)
    # Not inside a word, not "ก.ค.ศ." or "สำนักงาน ก.พ.", which are commissions; a lost dot is often a comma.
    # Authors leave out the space after the words that lead to a date ("ภายในมิ.ย. ๖๕").
    begin = "(?:(?<![ก-๎])|(?<=ภายใน)|(?<=เดือน)|(?<=ถึง)|(?<=สิ้น)|(?<=ตั้งแต่))"
    return rf"{begin}(?<!งาน )(?<!งาน){head}(?:\s?[.,]\s?|\s?){second}(?:\s?[.,](?!\s?ศ)|(?![ก-๎.,]))"


_FULL = re.compile("|".join(f"(?P<m{i}>{tolerant(name)})" for i, name in enumerate(_NAMES)))
_FULL_NUMBERS = tuple(_NAMES.values())
_SHORT = re.compile("|".join(f"(?P<m{i}>{_abbreviation_pattern(name)})" for i, name in enumerate(_ABBREVIATIONS)))
# A word that may be a month with one wrong letter: only after a digit, a space, a dash or เดือน, and before a
# year or a connector, so that "คมนาคม ๒๕๖๕" is no March.
_WORD = re.compile(r"(?:(?<![ก-๎])|(?<=เดือน))(?!เดือน)[ก-๎]{4,12}(?=\s*(?:[0-9]|พ\.?\s?ศ|-|ถึง|$))")


@dataclass(frozen=True, slots=True)
class FoundMonth:
    """A month's name at `start:end` of a text; `is_exact` when its spelling leaves no doubt."""

    start: int
    end: int
    number: int
    is_short: bool
    is_exact: bool


def find_months(text: str) -> tuple[FoundMonth, ...]:
    """Every month named in the text, in order.

    >>> [month.number for month in find_months("ตั้งแต่ม.ค.ถึงเดือนก.ย. ๖๕")]
    [1, 9]
    >>> [(month.number, month.is_exact) for month in find_months("ภายในเดือน ม ก ร า ค ม หรือ ก.ย. ๖๕")]
    [(1, True), (9, True)]
    """
    found = [_found(match, False, _FULL_NUMBERS) for match in _FULL.finditer(text)]
    found += [_found(match, True, range(1, 13)) for match in _SHORT.finditer(text)]
    for match in _WORD.finditer(text):
        if any(month.start < match.end() and match.start() < month.end for month in found):
            continue
        if (number := _near_month(match[0])) is not None:
            found.append(FoundMonth(match.start(), match.end(), number, False, False))
    return tuple(sorted(found, key=lambda month: month.start))


def _found(match: re.Match[str], is_short: bool, numbers: tuple[int, ...] | range) -> FoundMonth:
    index = int((match.lastgroup or "m0")[1:])
    return FoundMonth(match.start(), match.end(), numbers[index], is_short, True)


def _near_month(word: str) -> int | None:
    """The only month whose name is one letter away, or None: มกนาคม may be January or March."""
    key = comparison_key(word)
    near = {number for name, number in _KEYS.items() if _is_one_letter_away(key, name)}
    return near.pop() if len(near) == 1 else None


def _is_one_letter_away(first: str, second: str) -> bool:
    if len(first) > len(second):
        first, second = second, first
    if len(second) - len(first) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), len(first))
    rest = first[at + 1 :] if len(first) == len(second) else first[at:]
    return rest == second[at + 1 :]
