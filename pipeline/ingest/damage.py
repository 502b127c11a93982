"""Whether the text of a PDF's layer can be trusted, judged by its spelling alone."""

from __future__ import annotations

from functools import cache

from pythainlp.corpus.common import thai_words
from pythainlp.tokenize import word_tokenize

from pipeline.settings import IngestSettings
from pipeline.thai.text import impossible_share, tone_mark_rate

_TELLTALES = (
    # ำ that became า, in words that hardly any memo lacks
    *("สานัก", "ดาเนิน", "ตาบล", "อาเภอ", "จานวน", "กาหนด", "สาคัญ", "คาสั่ง", "ประจา", "แนะนา", "จาเป็น", "สาหรับ", "สาเร็จ"),
    # า that became ำ
    *("กำร", "ควำม", "รำย", "งำน", "รำช", "สำม", "ทำง", "มำตร", "หน้ำ", "ว่ำ"),
    # tone marks that are lost, or stand after the next consonant
    *("เพือ", "พืน", "หนวย", "เลม่", "แลว", "ทังนี"),
)
"""Strings that correct Thai does not hold, by the damage that makes them. "ทำง" is spared in "ทำงาน"."""


def find_damage(text: str, unmapped: int, settings: IngestSettings) -> str | None:
    """Why this text must not be trusted, as the end of a sentence; None when nothing speaks against it.

    unmapped: glyphs of the page for which the layer knows no character.
    """
    letters = sum("\u0e01" <= char <= "\u0e4e" for char in text)
    private = sum("\ue000" <= char <= "\uf8ff" or char == "\ufffd" for char in text)
    if unmapped + private:
        return f"{unmapped + private} of its characters have no meaning"
    if (share := impossible_share(text)) > settings.layer_impossible:
        return f"{share:.1%} of its Thai letters cannot stand where they are"
    if telltale := find_telltale(text):
        return f"it holds the damaged word “{telltale}”"
    if letters >= settings.layer_letters:
        if (rate := tone_mark_rate(text)) < settings.layer_tone_marks:
            return f"only {rate:.1%} of its Thai letters are tone marks"
        if "ำ" not in text:
            return f"it has no ำ among {letters} Thai letters"
    share = word_share(text)
    if share < settings.layer_words and (1 - share) * letters > settings.layer_unknown:
        return f"only {share:.0%} of its Thai letters belong to known words"
    return None


def find_telltale(text: str) -> str | None:
    """The first string that only damage makes, or None.

    >>> find_telltale("สานักปลัด"), find_telltale("การทำงานของสำนักปลัด")
    ('สานัก', None)
    """
    joined = "".join(text.split()).replace("ทำงาน", "")
    return next((telltale for telltale in _TELLTALES if telltale in joined), None)


def word_share(text: str) -> float:
    """Share of the Thai letters that lie in dictionary words of two letters or more; 1 for a text without Thai."""
    known = total = 0
    for word in word_tokenize("".join(text.split()), engine="newmm"):
        letters = sum("\u0e01" <= char <= "\u0e4e" for char in word)
        total += letters
        known += letters if len(word) > 1 and word in _words() else 0
    return known / total if total else 1.0


@cache
def _words() -> frozenset[str]:
    return frozenset(thai_words())
