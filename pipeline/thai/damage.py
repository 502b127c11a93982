"""Signs that a text layer or a reading is damaged: marks and vowels where Thai spelling has no place for them."""

from __future__ import annotations

from pipeline.thai.letters import LEADING_VOWELS, MARK_RANK, TONE_MARKS, is_consonant, is_mark, is_thai_letter

_NEEDS_CONSONANT_AFTER = "\u0e31\u0e37"  # ั and ื never end a word


def impossible_share(text: str) -> float:
    """Share of the Thai letters that cannot stand where they are, 0 to 1; 0 for a text without Thai.

    Counted are a mark without a base, two marks of one kind on a base, a vowel that follows nothing or leads
    nothing, and ั or ื with no consonant after it.

    >>> impossible_share("สำนักงานที่ตั้ง"), impossible_share("ปฏิ บั ต่่")
    (0.0, 0.25)
    """
    letters = [char for char in text if is_thai_letter(char) or "\ue000" <= char <= "\uf8ff"]
    wrong = sum(_is_impossible(text, index) for index in range(len(text)))
    return wrong / len(letters) if letters else 0.0


def tone_mark_rate(text: str) -> float:
    """Tone marks per Thai letter; sound prose has about 0.05, a text that lost them near 0. 0 without Thai.

    >>> tone_mark_rate("ที่นี่")
    0.3333333333333333
    """
    letters = sum(is_thai_letter(char) for char in text)
    return sum(char in TONE_MARKS for char in text) / letters if letters else 0.0


def _is_impossible(text: str, index: int) -> bool:
    char = text[index]
    before = text[index - 1] if index else ""
    if "\ue000" <= char <= "\uf8ff":  # a glyph code that no table knows
        return True
    if is_mark(char):
        if is_mark(before):
            stays = MARK_RANK[before] < MARK_RANK[char] and not _has_vowel_twice(before, char)
        else:
            stays = is_consonant(before)
        return not stays or (char in _NEEDS_CONSONANT_AFTER and not _consonant_follows(text, index))
    if char in LEADING_VOWELS:
        return not is_consonant(text[index + 1 : index + 2])
    if char in "าำ":
        return not (is_consonant(before) or before in TONE_MARKS) or not before
    if char == "ะ":
        return not (is_consonant(before) or before in TONE_MARKS or before == "า") or not before
    if char == "ๅ":
        return before not in ("ฤ", "ฦ")
    return False


def _has_vowel_twice(first: str, second: str) -> bool:
    return MARK_RANK[first] in (1, 2) and MARK_RANK[second] in (1, 2)


def _consonant_follows(text: str, index: int) -> bool:
    after = index + 1
    while after < len(text) and text[after] in TONE_MARKS:
        after += 1
    return is_consonant(text[after : after + 1])
