"""The marks of status columns: ticks, crosses, filled boxes, and what stands for "no"."""

from __future__ import annotations

import re

from pipeline.thai.digits import to_arabic
from pipeline.thai.text import normalise

# ● is a filled choice, þ ü ý are Wingdings ticks read as Latin text, 🗸 ✗ ✘ ☒ other fonts' ticks and crosses.
_SYMBOL_MARKS = "/∕✓✔√🗸●•⚫■✗✘×☑☒"
_LETTER_MARKS = "Xxþü"
_CROSSES = "Xx×✗✘☒"
_NO_MARKS = "-–—\u2212_☐□○◯"
_FRAME = re.compile(r"\((?P<inside>[^()]*)\)|\[(?P<square>[^\[\]]*)\]")
_MARK = re.compile(rf"[\[(]?\s*(?P<mark>[{_SYMBOL_MARKS}{_LETTER_MARKS}])\s*[\])]?")
_DOT = re.compile(r"[•·'‘’`~_]{1,2}")
_DITTO = re.compile(r"[\"”“″〃]{1,2}|''|,,|’’|‘‘")
_MARK_AND_NOTE = re.compile(
    rf"(?P<mark>[{_SYMBOL_MARKS}](?=\s|\(|$|[^\W\d])|[{_LETTER_MARKS}](?=\s|\(|$))\s*(?P<note>.*)", re.DOTALL
)


def is_cross(mark: str) -> bool:
    """Is the mark a cross, which says "yes" on some forms and "no" on others?

    >>> is_cross("X"), is_cross("/")
    (True, False)
    """
    return mark in _CROSSES


def is_ditto(text: str) -> bool:
    """Is a text the mark for what stands above it?

    >>> is_ditto("”"), is_ditto(",,"), is_ditto("-")
    (True, True, False)
    """
    return _DITTO.fullmatch(text.strip()) is not None


def is_dot(text: str) -> bool:
    """Is a text nothing but a dot or the like, as specks are read?

    >>> is_dot("•"), is_dot("-")
    (True, False)
    """
    return _DOT.fullmatch(text.strip()) is not None


def is_mark(text: str) -> bool:
    """Is the whole text one mark that says "this one": a tick, a cross, a bullet, a filled box?

    >>> is_mark(" / "), is_mark("þ"), is_mark("-"), is_mark("ๆ")
    (True, True, False, False)
    """
    return _MARK.fullmatch(normalise(text)) is not None


def is_no_mark(text: str) -> bool:
    """Does the text say "not this one": nothing, dashes or an empty box?

    >>> is_no_mark("-"), is_no_mark("  "), is_no_mark("(   )"), is_no_mark("/")
    (True, True, True, False)
    """
    plain = normalise(text)
    framed = _FRAME.fullmatch(plain)
    inside = plain if framed is None else framed["inside"] or framed["square"] or ""
    return all(char in _NO_MARKS for char in inside.replace(" ", ""))


def is_framed(text: str) -> bool:
    """Is the whole text a pair of brackets to put a mark in, empty or not?

    >>> is_framed("( / )"), is_framed("()"), is_framed("/")
    (True, True, False)
    """
    return _FRAME.fullmatch(normalise(text)) is not None


def split_mark(text: str) -> tuple[str, str]:
    """The mark at the start of a cell and the note after it; the mark is empty when the cell begins with none.

    >>> split_mark("/ (ตรวจสอบข้อมูลได้ที่เว็บไซต์)")
    ('/', '(ตรวจสอบข้อมูลได้ที่เว็บไซต์)')
    >>> split_mark("- ")
    ('', '-')
    """
    plain = normalise(text)
    if (alone := _MARK.fullmatch(plain)) is not None:
        return alone["mark"], ""
    match = _MARK_AND_NOTE.fullmatch(plain)
    if match is None or to_arabic(match["note"])[:1].isdigit():
        return "", plain
    return match["mark"], match["note"]
