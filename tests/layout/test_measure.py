"""Baseline and size of lines whose blobs mislead: letters on leaders, digits among letters, dashes."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.layout.blobs import Blob
from pipeline.layout.lines import TextLine
from pipeline.layout.measure import measure_line
from pipeline.settings import LayoutSettings

SETTINGS = LayoutSettings()
BODY = 19.0
INK = np.zeros((400, 1600), np.uint8)


def letter(x: int, top: int, bottom: int, width: int = 14) -> Blob:
    return Blob(x, top, x + width, bottom, 90)


def line(blobs: list[Blob]) -> TextLine:
    bottoms = sorted(blob.y1 for blob in blobs)
    return TextLine(tuple(blobs), min(blob.y0 for blob in blobs), bottoms[(len(bottoms) - 1) // 4])


def dots(first: int, count: int, top: int) -> list[Blob]:
    return [Blob(first + 7 * index, top, first + 7 * index + 3, top + 3, 8) for index in range(count)]


def test_letters_that_have_grown_together_with_leader_dots_stand_on_the_dots() -> None:
    on_dots = line([letter(20 * index, 80, 103) for index in range(20)])
    leader = dots(500, 20, 100)
    joined = TextLine((*on_dots.blobs, *leader), on_dots.top, on_dots.base)
    assert measure_line(joined, BODY, INK, SETTINGS) == (100.0, 20.0)


def test_full_stops_on_the_baseline_sink_no_letter() -> None:
    plain = line([letter(20 * index, 81, 100) for index in range(20)])
    joined = TextLine((*plain.blobs, *dots(500, 20, 97)), plain.top, plain.base)
    assert measure_line(joined, BODY, INK, SETTINGS) == (100.0, BODY)


def test_digits_do_not_make_a_line_of_letters_small() -> None:
    low = [letter(20 * index, 85, 100) for index in range(8)]
    high = [letter(200 + 20 * index, 81, 100) for index in range(5)]
    assert measure_line(line(low + high), BODY, INK, SETTINGS) == (100.0, BODY)


def test_small_print_has_its_own_size() -> None:
    small = [letter(20 * index, 84, 100) for index in range(12)] + [letter(300, 80, 100)]
    assert measure_line(line(small), BODY, INK, SETTINGS) == (100.0, 16.0)


def test_a_dash_floats_over_the_baseline() -> None:
    base, body = measure_line(line([Blob(10, 90, 22, 93, 30)]), BODY, INK, SETTINGS)
    assert (base, body) == (93 + SETTINGS.dash_height * BODY, BODY)


def test_a_mark_as_large_as_a_letter_does_not_lift_the_baseline_of_few_letters() -> None:
    ink = np.zeros((200, 400), np.uint8)
    ink[100:119, 100:220:2] = 1
    ink[124:134, 150:160] = ink[86:98, 186:201] = 1  # a vowel under them, a vowel and its tone mark over them
    grown = [Blob(100, 92, 154, 134, 900), Blob(152, 92, 201, 119, 900), Blob(186, 86, 201, 101, 90)]
    assert measure_line(line(grown), BODY, ink, SETTINGS)[0] == pytest.approx(119, abs=1)
