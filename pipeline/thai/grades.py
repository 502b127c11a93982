"""Grades of the Integrity and Transparency Assessment."""

from __future__ import annotations

from decimal import Decimal

from pipeline.thai.text import comparison_key

# Lower bounds of the letters in the fiscal years 2562–2565; every band ends where the next one begins.
_LOWER_BOUNDS = {"AA": 95, "A": 85, "B": 75, "C": 65, "D": 55, "E": 50, "F": 0}
_LETTER_YEARS = range(2562, 2566)
# From 2566 words, which also depend on each instrument and follow from no score.
_WORDS = ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน")
_WORD_KEYS = frozenset(comparison_key(word) for word in _WORDS)


def is_grade(text: str) -> bool:
    """Is it a grade, in letters (to 2565) or words (from 2566)?

    >>> is_grade("AA"), is_grade("ผ่านดีเยี่ยม"), is_grade("G")
    (True, True, False)
    """
    return text.strip() in _LOWER_BOUNDS or comparison_key(text) in _WORD_KEYS


def grade_contradicts(grade: str, score: float | Decimal, fiscal_year: int) -> bool:
    """Does a letter grade not belong to its score (0–100)? Only asked of letters and the years BE 2562–2565.

    Words and other years never contradict: their grades cannot be computed from a score.

    >>> grade_contradicts("AA", 96.52, 2564), grade_contradicts("AA", 94.99, 2564), grade_contradicts("A", 20, 2566)
    (False, True, False)
    """
    letter = grade.strip()
    if letter not in _LOWER_BOUNDS or fiscal_year not in _LETTER_YEARS:
        return False
    belongs = [name for name, bound in _LOWER_BOUNDS.items() if bound <= score <= 100]
    return not belongs or belongs[0] != letter
