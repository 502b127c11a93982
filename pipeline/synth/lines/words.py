"""Stretches of text at random: natural words by their use, and enough nonsense that the reader learns to look.

Words and their frequencies come from PyThaiNLP (Thai National Corpus counts, word and syllable lists, names,
provinces); the words of memos are the package's own list.
"""

from __future__ import annotations

import random
import re
from bisect import bisect
from functools import cache
from importlib import resources
from itertools import accumulate, pairwise

from pipeline.reading.alphabet import ALPHABET, CLASS_OF
from pipeline.reading.forms import can_follow
from pipeline.synth.lines.numbers import random_number, random_order
from pipeline.thai.text import normalise

_FLATTEN = 0.6
"""Exponent on a word's count: the rare half of the vocabulary is seen, too."""

_INITIALS = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮฤ"
_CLUSTERS_TEXT = "กร กล กว ขร ขล ขว คร คล คว ตร ทร ปร ปล ผล พร พล หง หญ หน หม หย หร หล หว สร สว"
_CLUSTERS = _CLUSTERS_TEXT.split()
_ABOVE, _BELOW, _LEADING, _TONES = "ัิีึื็", "ุู", "เแโใไ", "่้๊๋"
_ENGLISH_TEXT = (
    "Integrity and Transparency Assessment ITA IIT EIT OIT Open Data Service One Stop E-Service Website "
    "Facebook Line Official Account QR Code Google Form online IT PDF Excel Smart City Clean Food Good "
    "Taste No Gift Policy Zero Tolerance Social Media Digital Government LPA KPI SWOT PDCA Best Practice "
    "Call Center Application Web Site Workshop Coaching Feedback Database Dashboard Infographic Clip "
    "Video report plan public officer conflict of interest corruption anti information system service "
    "process improvement quality user ID password email version"
)
_ENGLISH = _ENGLISH_TEXT.split()
_DOMAINS = ("go.th", "or.th", "ac.th", "com", "gmail.com", "mail.go.th")
_STOPS = (
    "/",
    "-",
    " - ",
    " / ",
    ", ",
    ":",
    ": ",
    " : ",
    "; ",
    ".",
    "...",
    " ฯลฯ ",
    "ฯ ",
    "ๆ ",
    " ๆ ",
    "+",
    "=",
    "&",
    "@",
    "•",
    "…",
    "#",
    "*",
)
_QUOTES = tuple(tuple(pair) for pair in ("()", "()", "()", "“”", "“”", "‘’", '""', "''", "[]", "{}", "<>"))
_LONE = ("-", "-", "-", "/", "/", "✓", "✓", "●", "X", "x", "×", "✗", "☑", "☐", "○", "•", "√", "–", "—", "*", "ü", ".")
_GRADES = (
    "AA",
    "A",
    "B",
    "C",
    "D",
    "E",
    "F",
    "O",
    "I",
    "N/A",
    "ผ่าน",
    "ผ่านดี",
    "มี",
    "ไม่มี",
    "ใช่",
    "ณ",
    "ๆ",
    "ฯ",
    "รวม",
    "ที่",
    "ข้อ",
)
_BOXES = ("☐", "☐", "☐", "☑", "☑", "☑", "○", "●", "✓", "( )", "(  )", "(/)", "( / )", "(✓)", "[ ]", "[/]", "/")
_STATES = (
    "ดำเนินการแล้ว",
    "ดำเนินการแล้วเสร็จ",
    "อยู่ระหว่างดำเนินการ",
    "ยังไม่ดำเนินการ",
    "ยังไม่ได้ดำเนินการ",
    "เสร็จสิ้น",
    "ยกเลิก",
    "มี",
    "ไม่มี",
    "เห็นชอบ",
    "อนุมัติ",
)
_TITLES = ("นาย", "นาง", "นางสาว", "น.ส.", "ว่าที่ ร.ต.", "ดร.", "ผศ.", "พ.ต.อ.")
_OFFICES = ("องค์การบริหารส่วนตำบล", "เทศบาลตำบล", "เทศบาลเมือง", "อบต.", "ทต.", "อำเภอ", "ตำบล", "จังหวัด", "อ.", "ต.", "จ.")
_SPEAKABLE = re.compile("[ก-ฮ]")


def random_text(rng: random.Random, length: int) -> str:
    """About `length` characters of one line, all of the alphabet, without space at the ends."""
    if length <= 3:
        how = rng.random()
        if how < 0.35:
            return rng.choice([mark for mark in _LONE if mark in CLASS_OF])
        if how < 0.8:
            return random_order(rng)
        if how < 0.88:
            return rng.choice(_GRADES)
    text = ""
    while len(text) < length:
        text += rng.choices(_PIECES, _SHARES)[0](rng, length - len(text))
        if rng.random() < 0.22:
            text += " "
        elif rng.random() < 0.05:
            text += rng.choice(_STOPS)
    return tidy(text)[: length + 12].strip() or "-"


def random_prose(rng: random.Random) -> str:
    """A stretch of natural words, names and places: Thai as it is written, without nonsense."""
    return tidy(rng.choices(_NATURAL, _NATURAL_SHARES)[0](rng, 40))


def tidy(text: str) -> str:
    """The spelling that the reader shall print: composed vowels, single spaces, characters of the alphabet only."""
    kept = "".join(char for char in normalise(text) if char in CLASS_OF)
    return re.sub(" +", " ", kept).strip()


def random_signed(rng: random.Random, length: int) -> str:
    """What stands under a signature: a name in brackets, or a position."""
    return f"({_name(rng)})" if rng.random() < 0.7 else tidy(_memo_prose(rng, length)) or "-"


def random_syllables(rng: random.Random, count: int) -> str:
    """Writable syllables that are mostly no words: nothing but the picture tells them."""
    return "".join(_syllable(rng) for _ in range(count))


def _syllable(rng: random.Random) -> str:
    first = rng.choice(_INITIALS) if rng.random() < 0.75 else rng.choice(_CLUSTERS)
    tone = rng.choice(_TONES) if rng.random() < 0.45 else ""
    shape = rng.random()
    if shape < 0.25:
        lead = rng.choice(_LEADING)
        over = rng.choice("ีืิ็") if lead == "เ" and rng.random() < 0.4 else ""
        return lead + first + over + ("" if over == "็" else tone) + rng.choice(("", "", "า", "ะ", "ย", "อ", "น", "ง"))
    if shape < 0.55:
        over = rng.choice(_ABOVE)
        last = rng.choice(_INITIALS) if over in "ัื็" or rng.random() < 0.4 else ""
        return first + over + ("" if over == "็" else tone) + last
    if shape < 0.72:
        return first + rng.choice(_BELOW) + tone + rng.choice(("", rng.choice("กงดนบมยว")))
    if shape < 0.82:
        return first + tone + "ำ"
    if shape < 0.92:
        return first + tone + "า" + rng.choice(("", rng.choice("กงดนบมยว")))
    return first + rng.choice((tone, "", "ิ")) + rng.choice("กงดนบมยวรลศษสทธ") + rng.choice(("์", "", "ะ"))


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    from pythainlp.corpus import tnc

    # Sorted: the corpus hands its words out in another order each time, and the same seed shall give the same lines.
    counted = sorted((tidy(word), count) for word, count in tnc.word_freqs() if _SPEAKABLE.search(word))
    counted = [(word, count) for word, count in counted if not re.search(r"\d|[A-Za-z]", word) and _is_writable(word)]
    return [word for word, _ in counted], list(accumulate(count**_FLATTEN for _, count in counted))


def _is_writable(word: str) -> bool:
    """Corpora hold typing errors that no font can show ("ที่่"): a reader must not learn them from the picture of ที่."""
    return bool(word) and all(can_follow(*pair) for pair in pairwise(["", *word]))


@cache
def _memo_words() -> list[str]:
    text = (resources.files("pipeline.reading") / "words.txt").read_text(encoding="utf-8")
    return [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]


@cache
def _lists() -> tuple[list[str], list[str], list[str]]:
    """Dictionary words, names of people, provinces."""
    from pythainlp.corpus import provinces, thai_words
    from pythainlp.corpus.common import thai_family_names, thai_female_names, thai_male_names

    names = sorted(thai_family_names()) + sorted(thai_male_names()) + sorted(thai_female_names())
    places = [tidy(str(name)) for name in provinces()]
    words = sorted(word for word in map(tidy, thai_words()) if _is_writable(word))
    return words, list(map(tidy, names)), sorted(places)


def _frequent(rng: random.Random) -> str:
    words, sums = _vocabulary()
    return words[bisect(sums, rng.random() * sums[-1], hi=len(words) - 1)]


def _prose(rng: random.Random, room: int) -> str:
    return "".join(_frequent(rng) for _ in range(rng.randint(1, 6)))


def _memo_prose(rng: random.Random, room: int) -> str:
    return "".join(rng.choice(_memo_words()) for _ in range(rng.randint(1, 4)))


def _rare(rng: random.Random, room: int) -> str:
    return rng.choice(_lists()[0])


def _numeric(rng: random.Random, room: int) -> str:
    return rng.choice(("", " ", " ")) + random_number(rng) + rng.choice(("", " ", " "))


def _person(rng: random.Random, room: int) -> str:
    full = _name(rng)
    return f"({full})" if rng.random() < 0.3 else full


def _name(rng: random.Random) -> str:
    names = _lists()[1]
    return f"{rng.choice(_TITLES)}{rng.choice(names)} {rng.choice(names)}"


def _place(rng: random.Random, room: int) -> str:
    return rng.choice(_OFFICES) + rng.choice((rng.choice(_lists()[2]), random_syllables(rng, 2), _frequent(rng)))


def _english(rng: random.Random, room: int) -> str:
    words = " ".join(rng.choice(_ENGLISH) for _ in range(rng.randint(1, 3)))
    form = rng.random()
    if form < 0.1:
        return f"www.{''.join(rng.choices('abcdefghijklmnopqrstuvwxyz-', k=rng.randint(4, 12)))}.{rng.choice(_DOMAINS)}"
    if form < 0.15:
        name = "".join(rng.choices("abcdefghijklmnopqrstuvwxyz0123456789_.", k=rng.randint(4, 10)))
        return f"{name}@{rng.choice(_DOMAINS)}"
    if form < 0.3:
        return "".join(rng.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ", k=rng.randint(1, 5)))
    return words.upper() if form < 0.45 else words


def _quoted(rng: random.Random, room: int) -> str:
    left, right = rng.choice(_QUOTES)
    inside = rng.choices((_prose, _english, _numeric), (5, 2, 3))[0](rng, room).strip()
    return f"{left}{inside}{right}"


def _choice(rng: random.Random, room: int) -> str:
    """A choice of a form behind its box: ticked, or empty."""
    box = rng.choice(_BOXES) + rng.choice((" ", " ", ""))
    return box + (rng.choice(_STATES) if rng.random() < 0.6 else _memo_prose(rng, room)) + " "


def _nonsense(rng: random.Random, room: int) -> str:
    return random_syllables(rng, rng.randint(1, 6))


def _characters(rng: random.Random, room: int) -> str:
    pool = [char for char in ALPHABET if not "ะ" <= char <= "ฺ" and not "็" <= char <= "๎" and char not in "ๅ๏๚๛"]
    return "".join(rng.choices(pool, k=rng.randint(1, 6)))


def _abbreviation(rng: random.Random, room: int) -> str:
    return "".join(f"{rng.choice(_INITIALS)}." for _ in range(rng.randint(1, 3)))


_PIECES = (
    _prose, _memo_prose, _rare, _numeric, _person, _place, _english, _quoted, _nonsense, _characters, _abbreviation,
    _choice,
)  # fmt: skip
_SHARES = (26, 16, 6, 22, 3, 3, 5, 4, 8, 4, 2, 3)
_NATURAL = (_prose, _memo_prose, _rare, _person, _place)
_NATURAL_SHARES = (50, 30, 8, 6, 6)
