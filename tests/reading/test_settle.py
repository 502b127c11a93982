"""Lines of a text layer that the page does not show as they are."""

from __future__ import annotations

import pytest

from pipeline.page import Doubt, ReadLine
from pipeline.reading.settle import settle_layer


def line(text: str, *, doubted: bool = False) -> ReadLine:
    doubts = (Doubt(start=0, end=1, reason="low-confidence"),) if doubted else ()
    return ReadLine(bbox=(0, 0, 100, 20), raw=text, text=text, confidence=0.99, doubts=doubts)


@pytest.mark.parametrize("seen", ["สำนักงานปลัด", "สำนักงาน ปลัด.", "", "สานักงานปลัค"])
def test_a_sound_line_stays_whatever_an_unsure_reader_says(seen: str) -> None:
    told = line("สำนักงานปลัด")
    assert settle_layer([told], [line(seen, doubted=True)]) == ((told,), 0)


@pytest.mark.parametrize(
    ("told", "seen"),
    [
        ("สานักงานปลัด", "สำนักงานปลัด"),
        ("ข้อมูลพืนฐานของหน่วยงาน", "ข้อมูลพื้นฐานของหน่วยงาน"),
        ("ปีงบประมาณ พ.ศ. 2567", "ปีงบประมาณ พ.ศ. ๒๕๖๗"),
        ("", "ลงชื่อผู้รายงาน"),
    ],
)
def test_a_damaged_line_is_taken_from_the_picture(told: str, seen: str) -> None:
    picture = line(seen)
    assert settle_layer([line(told)], [picture]) == ((picture,), 1)


def test_two_possible_lines_leave_the_layers_words_doubted() -> None:
    (settled,), corrected = settle_layer([line("กำหนดแล้วเสร็จ ๓๐ กันยายน")], [line("กำหนดแล้วเสร็จ ๓๑ กันยายน")])
    assert (settled.text, corrected) == ("กำหนดแล้วเสร็จ ๓๐ กันยายน", 0)
    assert settled.doubts[0].candidates == (("กำหนดแล้วเสร็จ ๓๑ กันยายน", 0.99),)


def test_signs_and_spaces_make_no_difference() -> None:
    told = line("กองคลัง / สำนักปลัด")
    assert settle_layer([told], [line("กองคลัง/สำนักปลัด.")]) == ((told,), 0)
