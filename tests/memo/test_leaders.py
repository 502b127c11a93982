"""Dot leaders: what goes, what stays, and that doubts move with their characters."""

from __future__ import annotations

import pytest

from pipeline.memo.leaders import is_blank, trim_leaders
from pipeline.passage import passage_of_line

from .paper import doubted_digits, line


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("....กส ๗๘๙๐๑ /.............", "กส ๗๘๙๐๑ /"),
        (". . . มกราคม ๒๕๖๕ . . .", "มกราคม ๒๕๖๕"),
        ("สำนักปลัด....องค์การบริหารส่วนตำบลเว่อ", "สำนักปลัด องค์การบริหารส่วนตำบลเว่อ"),
        ("สำนักปลัด.องค์การบริหารส่วนตำบลเว่อ.", "สำนักปลัด องค์การบริหารส่วนตำบลเว่อ"),
        ("สำนักปลัด อบต.เว่อ", "สำนักปลัด อบต.เว่อ"),
        ("กองคลังทต.บ้านใหม่", "กองคลังทต.บ้านใหม่"),
        ("สำนักปลัด อบต.", "สำนักปลัด อบต."),
        ("ประจำปี พ.ศ. ๒๕๖๕", "ประจำปี พ.ศ. ๒๕๖๕"),
        ("๙ พ.ค. ๖๗", "๙ พ.ค. ๖๗"),
        ("มท 0809.6/ว 110", "มท 0809.6/ว 110"),
        ("................", ""),
        ("……", ""),
    ],
)
def test_leaders_go_and_full_stops_stay(text: str, kept: str) -> None:
    passage = trim_leaders(passage_of_line(line(text), 1))
    assert passage.text == kept
    assert passage.raw == text


def test_doubts_move_with_their_characters() -> None:
    text = "...วันที่ ....๔ มกราคม"
    passage = trim_leaders(passage_of_line(line(text, doubts=doubted_digits(text)), 1))
    assert [passage.text[doubt.start : doubt.end] for doubt in passage.doubts] == ["๔"]


def test_blank() -> None:
    assert is_blank(" ....-/ ") and not is_blank("๔")
