"""Damage like that of reading scans: lost tone marks, confused letters, the five digits some readers do not know."""

from random import Random

_CONFUSED = dict(zip("ซฃฅฎฏถภพฟบปคดตทผฝสลขชหนกมรวอ", "ชขคฏฎภถฟพปบดคทตฝผลสชขนหภนวรฮ", strict=True))
_UNKNOWN_DIGITS = str.maketrans("๔๖๗๘๙", "๕๒๓๕๕")
_MARKS = "่้๊๋์็"


def damage(text: str, rate: float, random: Random) -> str:
    """The text with about `rate` of its letters misread and six times as many of its marks lost (at most all)."""
    out = []
    for char in text.translate(_UNKNOWN_DIGITS) if rate else text:
        roll = random.random()
        if char in _MARKS and roll < rate * 6:
            continue
        if roll < rate * 0.7:
            out.append(_CONFUSED.get(char, char))
        elif roll < rate * 0.9:
            continue
        else:
            out.append(char)
        if random.random() < rate / 2:
            out.append(" ")
    return "".join(out)
