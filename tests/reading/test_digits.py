"""Numbers that the net was not sure of."""

from __future__ import annotations

from pipeline.reading.digits import find_number_doubts
from pipeline.settings import ReaderSettings

SETTINGS = ReaderSettings()
Others = tuple[tuple[str, float], ...]


def doubts(
    text: str, unsure: dict[int, tuple[float, Others]], alone: dict[int, float] | None = None
) -> list[tuple[str, tuple[tuple[str, float], ...]]]:
    confidences = [unsure[index][0] if index in unsure else 1.0 for index in range(len(text))]
    candidates = [unsure[index][1] if index in unsure else () for index in range(len(text))]
    digits = [(alone or {}).get(index, confidence) for index, confidence in enumerate(confidences)]
    found = find_number_doubts(text, confidences, candidates, digits, SETTINGS)
    return [(text[doubt.start : doubt.end], doubt.candidates) for doubt in found]


def test_sure_numbers_are_no_doubt() -> None:
    assert doubts("พ.ศ. ๒๕๖๗ จำนวน 12,500.75 บาท", {}) == []


def test_one_unsure_digit_doubts_its_whole_number_and_names_the_others() -> None:
    assert doubts("พ.ศ. ๒๕๖๗", {7: (0.9, (("๒", 0.08), ("๐", 0.001)))}) == [("๒๕๖๗", (("๒๕๒๗", 0.08),))]


def test_a_digit_that_may_be_missing_or_doubled_is_a_doubt() -> None:
    assert doubts("๒๕๖๗", {3: (0.6, (("๗๗", 0.3), ("", 0.1)))}) == [("๒๕๖๗", (("๒๕๖๗๗", 0.3), ("๒๕๖", 0.1)))]


def test_a_dot_that_may_have_been_lost_is_a_doubt_too() -> None:
    assert doubts("๑", {0: (0.7, (("๑.", 0.3),))}) == [("๑", (("๑.", 0.3),))]


def test_a_sign_behind_a_year_makes_no_other_year_but_another_number() -> None:
    unsure: dict[int, tuple[float, Others]] = {3: (0.8, (("๗.", 0.2),))}
    assert doubts("๒๕๖๗", unsure, {3: 1.0}) == []
    assert doubts("๑๕๖๗", unsure, {3: 1.0}) == [("๑๕๖๗", (("๑๕๖๗.", 0.2),))]


def test_letters_are_not_asked() -> None:
    assert doubts("กอง", {0: (0.1, (("ถ", 0.9),))}) == []


def test_the_letters_of_a_document_number_belong_to_it() -> None:
    assert doubts("ที่ ขก ๕๑๐๐๑/", {4: (0.8, (("ม", 0.15),))}) == [("ขก ๕๑๐๐๑", (("มก ๕๑๐๐๑", 0.15),))]
