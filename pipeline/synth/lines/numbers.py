"""Every kind of number, date and document number that memos use, at random."""

from __future__ import annotations

import random

_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_MONTHS_TEXT = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม กรกฏาคม"
_MONTHS = _MONTHS_TEXT.split()
_SHORT = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]
_PREFIXES_TEXT = (
    "กส นว อต มท ชม กค ศธ สธ อว ยธ นร ปช กษ คค ทส พณ รง วธ อก ดศ สข นม ขก อบ อด ชร ลป สก รอ มค ยส นพ บก สฎ ภก"
)
_PREFIXES = _PREFIXES_TEXT.split()
_CONSONANTS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_UNITS = ["บาท", "ราย", "คน", "ครั้ง", "เรื่อง", "วัน", "เดือน", "ปี", "ชิ้น", "แห่ง", "โครงการ", "คะแนน", "%", "ร้อยละ", "ชั่วโมง"]


def random_number(rng: random.Random) -> str:
    """A number or date, in Thai digits more often than not; now and then in both kinds, as authors do type."""
    text = rng.choices(_KINDS, _WEIGHTS)[0](rng)
    how = rng.random()
    if how < 0.62:
        return text.translate(_THAI)
    if how < 0.68:
        return "".join(char.translate(_THAI) if rng.random() < 0.5 else char for char in text)
    return text


def random_order(rng: random.Random) -> str:
    """A short number as it stands alone in a cell: "๑", "๑๒.", "3", "๒.๑"."""
    text = rng.choice(
        (_digits(rng, 1, 1), _digits(rng, 1, 1), _digits(rng, 2, 2), f"{_digits(rng, 1, 2)}.", _order(rng))
    )
    return text.translate(_THAI) if rng.random() < 0.65 else text


def _digits(rng: random.Random, least: int, most: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(rng.randint(least, most)))


def _plain(rng: random.Random) -> str:
    return _digits(rng, 1, 8)


def _year(rng: random.Random) -> str:
    return str(rng.choice((rng.randint(2555, 2575), rng.randint(2480, 2599), rng.randint(1990, 2035))))


def _amount(rng: random.Random) -> str:
    whole = f"{rng.randint(1, 10 ** rng.randint(3, 8)):,}"
    gap = rng.random()
    if gap < 0.08:
        whole = whole.replace(",", " ,")
    return whole + (f".{_digits(rng, 2, 2)}" if rng.random() < 0.5 else "") + rng.choice(("", "", " บาท", ".-", " .-"))


def _score(rng: random.Random) -> str:
    return f"{rng.randint(0, 100)}.{_digits(rng, 1, 2)}" + rng.choice(("", "", " คะแนน", "%", " %"))


def _order(rng: random.Random) -> str:
    number = rng.choice((str(rng.randint(1, 60)), f"{rng.randint(1, 12)}.{rng.randint(1, 20)}"))
    return rng.choice(("{}", "{}.", "({})", "{})", "- {} -", "-{}-", "ข้อ {}", "{}/{}")).replace("{}", number)


def _document(rng: random.Random) -> str:
    prefix = rng.choice(_PREFIXES) if rng.random() < 0.7 else "".join(rng.choices(_CONSONANTS, k=2))
    number = _digits(rng, 4, 5) + (f".{_digits(rng, 1, 3)}" if rng.random() < 0.5 else "")
    tail = rng.choice(("/", " /", f"/{_digits(rng, 1, 5)}", f"/ {_digits(rng, 1, 4)}", f"/ว {_digits(rng, 1, 4)}"))
    return f"{prefix} {number}{tail}"


def _month(rng: random.Random) -> str:
    return rng.choice(_MONTHS if rng.random() < 0.6 else _SHORT)


def _date(rng: random.Random) -> str:
    day, year = rng.randint(1, 31), rng.randint(2555, 2575) if rng.random() < 0.8 else int(_year(rng))
    full, short = rng.choice(_MONTHS), rng.choice(_SHORT)
    return rng.choice(
        (
            f"{day} {full} {year}",
            f"{day} {full} {year}",
            f"{day} {full} พ.ศ. {year}",
            f"{day} เดือน {full} พ.ศ. {year}",
            f"{day} {short} {year % 100:02d}",
            f"{day} {short} {year}",
            f"({day}{short}{year % 100:02d})",
            f"วันที่ {day} {full} {year}",
            f"ณ วันที่ {day} {full} {year}",
            f"ณ {day} {full} {year}",
            f"{full} {year}",
            f"ภายในเดือน{full} {year}",
            f"ภายในวันที่ {day} {full} {year}",
            f"{year}-{rng.randint(1, 12):02d}-{day:02d}",
            f"{day:02d}-{rng.randint(1, 12):02d}-{year}",
            f"{day}/{rng.randint(1, 12)}/{year}",
        )
    )


def _span(rng: random.Random) -> str:
    year = rng.randint(2555, 2575)
    first, last = _month(rng), _month(rng)
    return rng.choice(
        (
            f"{first} {year % 100} – {last} {year % 100 + 1}",
            f"{first} {year} ถึง {last} {year + 1}",
            f"{first} {year} - {last} {year + 1}",
            f"{rng.randint(1, 31)} {first} {year} ถึง {rng.randint(28, 31)}{last} {year + 1}",
            f"{rng.randint(1, 31)} {first} {rng.randint(28, 31)} {last} {year}",
            f"{first} - {last} {year}",
            f"{year}-{year + rng.randint(1, 5)}",
            f"{year} – {year + 1}",
        )
    )


def _period(rng: random.Random) -> str:
    year = rng.randint(2555, 2575)
    return rng.choice(
        (
            f"ปีงบประมาณ พ.ศ. {year}",
            f"ประจำปีงบประมาณ พ.ศ. {year}",
            f"ปี พ.ศ. {year}",
            f"ปีงบประมาณ {year}",
            f"ไตรมาสที่ {rng.randint(1, 4)}",
            f"ไตรมาส {rng.randint(1, 4)}/{year}",
            f"รอบ {rng.choice((6, 12))} เดือน",
            f"ครั้งที่ {rng.randint(1, 12)}/{year}",
            f"พ.ศ. {year}",
        )
    )


def _counted(rng: random.Random) -> str:
    return f"{rng.randint(1, 10 ** rng.randint(1, 5))} {rng.choice(_UNITS)}"


def _contact(rng: random.Random) -> str:
    return rng.choice(
        (
            f"โทร. 0 {_digits(rng, 4, 4)} {_digits(rng, 4, 4)}",
            f"โทร 0-{_digits(rng, 4, 4)}-{_digits(rng, 4, 4)} ต่อ {_digits(rng, 1, 3)}",
            f"0{_digits(rng, 2, 2)}-{_digits(rng, 3, 3)}-{_digits(rng, 4, 4)}",
            f"เวลา {rng.randint(7, 18):02d}.{rng.choice(('00', '30'))} น.",
            f"O{rng.randint(1, 43)}",
            f"{rng.randint(1, 300)}/{rng.randint(1, 40)} หมู่ที่ {rng.randint(1, 18)}",
        )
    )


_KINDS = (_plain, _year, _amount, _score, _order, _document, _date, _span, _period, _counted, _contact)
_WEIGHTS = (12, 8, 10, 8, 10, 8, 20, 6, 10, 5, 4)
