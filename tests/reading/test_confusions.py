"""Known misreadings: frames, pieces, rates."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.confusions import frame_of, split_text, weigh_misreading

THAI = st.text(alphabet="กขงชซดตถนบลวสาำะิีึืัุู่้๊๋์็เแโ", max_size=12)


@pytest.mark.parametrize(
    ("true", "printed"),
    [
        ("เกี่ยวกับ", "เกียวกับ"),
        ("น้ำประปา", "น้าประปา"),
        ("น้ำ", "นำ"),
        ("ชี้แจง", "ซีแจง"),
        ("สิ้นเดือน", "ลิ้นเดือน"),
        ("งานชุมชน", "งานุชุมชน"),
        ("ตรวจสถานที่", "ตรวจ่สถานที่"),
        ("ทุจริต", "ทจริต"),
    ],
)
def test_a_known_misreading_has_the_frame_of_the_word_and_a_chance(true: str, printed: str) -> None:
    assert frame_of(true) == frame_of(printed)
    pairs = zip(split_text(true), split_text(printed), strict=True)
    assert -math.inf < sum(weigh_misreading(*pair) for pair in pairs) < 0


def test_marks_are_dropped_over_vowels_rather_than_over_letters() -> None:
    assert weigh_misreading("ี่", "ี") > weigh_misreading("ก่", "ก") + 2


@given(THAI)
def test_there_is_a_piece_for_each_character_of_the_frame_and_none_is_lost(text: str) -> None:
    pieces, frame = split_text(text), frame_of(text)
    assert len(pieces) == len(frame)
    lead = len(text) - sum(map(len, pieces))
    assert sorted("".join(pieces)) == sorted(text[lead:])
    assert frame_of(text[:lead]) == ""


@given(THAI)
def test_reading_right_costs_nothing(text: str) -> None:
    assert all(weigh_misreading(piece, piece) == 0 for piece in split_text(text))
