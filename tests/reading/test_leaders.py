import numpy as np
import numpy.typing as npt

from pipeline.reading.leaders import clear_leaders, is_leader
from pipeline.settings import ReadingSettings

SETTINGS = ReadingSettings()
PAPER = 230


def paper(height: int, width: int) -> npt.NDArray[np.uint8]:
    return np.full((height, width), PAPER, np.uint8)


def draw_dots(line: npt.NDArray[np.uint8], y: int, xs: range) -> None:
    for x in xs:
        line[y : y + 4, x : x + 4] = 20


def test_a_leader_goes_and_the_letters_on_it_stay() -> None:
    line = paper(48, 400)
    line[12:30, 100:118] = 20  # a letter that covers two of the dots
    line[12:30, 140:158] = 20
    draw_dots(line, 30, range(4, 90, 10))
    draw_dots(line, 30, range(170, 390, 10))
    clean = clear_leaders(line, PAPER, 200, SETTINGS)
    assert clean is not None
    assert (clean[12:30, 100:118] == 20).all()
    assert (clean[12:30, 140:158] == 20).all()
    assert (clean[:, 0:95] == PAPER).all()
    assert (clean[:, 165:] == PAPER).all()


def test_full_stops_stay() -> None:
    line = paper(48, 300)
    for x in (40, 120, 190):
        line[12:34, x : x + 20] = 20
        line[30:34, x + 24 : x + 28] = 20
    assert clear_leaders(line, PAPER, 200, SETTINGS) is line


def test_a_picture_of_dots_alone_is_a_leader() -> None:
    line = paper(5, 400)
    draw_dots(line, 0, range(2, 390, 10))
    assert clear_leaders(line, PAPER, 200, SETTINGS) is None


def test_letters_are_no_leader_even_when_a_leader_follows_them() -> None:
    line = paper(30, 400)
    line[4:28, 10:14] = 20
    line[4:28, 24:28] = 20
    draw_dots(line, 24, range(60, 390, 10))
    assert clear_leaders(line, PAPER, 200, SETTINGS) is not None


def test_a_line_of_letters_without_marks_is_no_leader() -> None:
    """Words whose letters are all of one size and stand at one pitch: their line was left out as a leader."""
    line = paper(20, 220)
    for x in range(4, 210, 15):
        line[0:20, x : x + 13] = 20
        line[6:14, x + 4 : x + 9] = PAPER
    assert not is_leader(line, 200, SETTINGS)
