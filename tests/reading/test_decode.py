"""Scores → characters: alignments summed, unwritable forms ruled out, doubt kept as candidates."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.alphabet import ALPHABET, BLANK, CLASS_OF, CLASSES, encode
from pipeline.reading.decode import decode
from pipeline.reading.forms import can_follow
from pipeline.settings import ReaderSettings

SETTINGS = ReaderSettings()


def scores(*outputs: dict[str, float]) -> npt.NDArray[np.float32]:
    """One row per output from the chances of its characters; "" is the blank, what is left of 1 is spread out."""
    rows = np.zeros((len(outputs), CLASSES))
    for row, output in zip(rows, outputs, strict=True):
        row[:] = max(1e-9, 1 - sum(output.values())) / CLASSES
        for char, chance in output.items():
            row[CLASS_OF[char] if char else BLANK] = chance
    return np.log(rows).astype(np.float32)


def sure(text: str) -> list[dict[str, float]]:
    return [output for char in text for output in ({char: 1.0}, {"": 1.0}, {"": 1.0}, {"": 1.0})]


def text_of(made: npt.NDArray[np.float32]) -> str:
    return "".join(character.char for character in decode(made, SETTINGS))


@pytest.mark.parametrize("text", ["ที่ปรึกษา", "๒๕๖๗", "กกก 11", "✓", "น้ำ"])
def test_a_sure_line_is_read_as_it_stands(text: str) -> None:
    found = decode(scores(*sure(text)), SETTINGS)
    assert "".join(character.char for character in found) == text
    assert all(character.chance > 0.99 and not character.candidates for character in found)


def test_repeats_are_one_character_unless_a_blank_parts_them() -> None:
    assert text_of(scores({"ก": 1.0}, {"ก": 1.0}, {"": 1.0}, {"": 1.0}, {"": 1.0}, {"ก": 1.0})) == "กก"


def test_an_echo_in_the_place_of_one_character_is_no_second_one() -> None:
    assert text_of(scores(*sure("๒๕๖"), {"๕": 1.0}, {"": 1.0}, {"๕": 0.9})) == "๒๕๖๕"
    unsure = decode(scores({"๕": 1.0}, {"": 0.6, "๕": 0.4}, {"๕": 0.7, "": 0.3}, {"": 1.0}), SETTINGS)
    assert [(c.char, c.chance > 0.99) for c in unsure] == [("๕", True)]


def test_chances_of_all_alignments_are_summed() -> None:
    # Each output alone is likeliest blank, but ก at one of the two is likelier than nowhere.
    assert text_of(scores({"": 0.52, "ก": 0.48}, {"": 0.52, "ก": 0.48})) == "ก"


def test_an_unsure_digit_names_what_else_it_may_be() -> None:
    made = scores(*sure("๒๕"), {"๖": 0.7, "๒": 0.28, "": 0.02}, {"": 1.0}, *sure("๗"))
    digit = decode(made, SETTINGS)[2]
    assert digit.char == "๖"
    assert digit.chance == pytest.approx(0.7, abs=0.03)
    assert digit.candidates[0] == ("๒", pytest.approx(0.28, abs=0.03))


@pytest.mark.parametrize("before", ["า", "เ", "ก่", " ", "1", ""])
def test_a_tone_mark_where_none_can_stand_is_ruled_out(before: str) -> None:
    assert text_of(scores(*sure(before), {"่": 0.6, "ก": 0.38}, {"": 1.0})) == before + "ก"


def test_what_was_ruled_out_leaves_doubt() -> None:
    character = decode(scores(*sure("า"), {"่": 0.9, "ก": 0.08}, {"": 1.0}), SETTINGS)[-1]
    assert (character.char, character.chance < 0.5) == ("ก", True)


def test_an_unwritable_mark_without_alternative_is_left_out() -> None:
    assert text_of(scores(*sure("า"), {"่": 1.0}, {"": 1.0}, *sure("ก"))) == "าก"


def test_a_mark_that_may_have_been_lost_is_a_doubt_of_its_letter() -> None:
    apart = decode(scores(*sure("ก"), {"": 0.6, "่": 0.4}, {"": 1.0}, *sure("น")), SETTINGS)
    assert "".join(character.char for character in apart) == "กน"
    assert apart[0].chance == pytest.approx(0.6, abs=0.03)
    assert apart[0].candidates[0] == ("ก่", pytest.approx(0.4, abs=0.03))
    together = decode(scores({"ก": 1.0}, {"": 0.6, "่": 0.4}, {"": 1.0}), SETTINGS)
    assert (together[0].char, together[0].candidates[0][0]) == ("ก", "ก่")


def test_a_space_that_may_stand_between_is_no_doubt_of_a_letter() -> None:
    made = decode(scores(*sure("ก"), {"": 0.6, " ": 0.4}, {"": 1.0}, *sure("น")), SETTINGS)
    assert min(character.chance for character in made) > 0.99


def test_authors_errors_are_writable() -> None:
    for text in ("ความั่นคง", "ทรัยพ์สิน", "๒๕๖๗๘", "กรกฏาคม"):
        assert all(can_follow(a, b) for a, b in zip(["", *text], text, strict=False))


def test_the_alphabet_has_every_character_once_and_all_that_memos_use() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET)
    needed = "กฮะๆฯ฿๐๑๒๓๔๕๖๗๘๙่้๊๋์ำ✓✗☑☐●•–—…“”‘’/"
    assert set(needed) <= set(ALPHABET)
    assert encode("ก๙") == [CLASS_OF["ก"], CLASS_OF["๙"]]


@given(st.lists(st.lists(st.tuples(st.sampled_from("กาี่ำ๑ "), st.floats(0.01, 1)), min_size=1, max_size=3), max_size=12))
def test_whatever_the_scores_the_text_can_be_written(rows: list[list[tuple[str, float]]]) -> None:
    outputs = []
    for row in rows:
        total = sum(chance for _, chance in row) + 0.1
        outputs.append({"": 0.1 / total} | {char: chance / total for char, chance in row})
    if not outputs:
        return
    found = decode(scores(*outputs), SETTINGS)
    text = "".join(character.char for character in found)
    assert all(can_follow(a, b) for a, b in zip(["", *text], text, strict=False))
    assert all(0 <= character.chance <= 1 for character in found)
    assert [c.at for c in found] == sorted(c.at for c in found)
