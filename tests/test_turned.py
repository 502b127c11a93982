"""Headings that run up or down in their cells are read along them."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from layout.paper import Paper
from PIL import Image

from pipeline.ingest import open_document
from pipeline.page import Grid, ReadLine
from pipeline.reading import select_engine
from pipeline.recipe import read_page

LINES = Path(__file__).parent / "reading" / "data" / "lines.png"
DPI = 400
TOPS = (100, 600, 800)
COLUMNS = (100, 700, 860, 1020)


def done() -> np.ndarray:
    """ "ดำเนินการแล้วเสร็จ", cut from the picture of five lines."""
    with Image.open(LINES) as image:
        gray = np.array(image.convert("L"))
    rows = np.flatnonzero((gray < 128).any(axis=1))
    last = rows[rows > rows[np.flatnonzero(np.diff(rows) > 12)[-1]]]
    columns = np.flatnonzero((gray[last[0] : last[-1] + 1] < 128).any(axis=0))
    return gray[last[0] - 2 : last[-1] + 3, columns[0] - 2 : columns[-1] + 3]


def read(picture: np.ndarray, folder: Path) -> tuple[Grid, tuple[ReadLine, ...]]:
    """A table whose second heading cell holds the picture, as read."""
    paper = Paper(1200, 1000)
    paper.table(TOPS, COLUMNS, thickness=4)
    paper.letters(150, 350, 8, size=32)
    height, width = picture.shape
    paper.gray[300 - height // 2 : 300 - height // 2 + height, 780 - width // 2 : 780 - width // 2 + width] = picture
    Image.fromarray(paper.gray).save(folder / "page.png", dpi=(DPI, DPI))
    page = read_page(open_document(folder / "page.png"), 1, select_engine("thai"))
    return page.grids[0], page.lines


@pytest.mark.parametrize("code", [cv2.ROTATE_90_COUNTERCLOCKWISE, cv2.ROTATE_90_CLOCKWISE])
def test_text_that_runs_up_or_down_is_read_where_it_stands(code: int, tmp_path: Path) -> None:
    grid, lines = read(cv2.rotate(done(), code), tmp_path)
    cell = next(index for index, cell in enumerate(grid.cells) if (cell.row, cell.col) == (0, 1))
    (line,) = [line for line in lines if line.cell == cell]
    assert line.text == "ดำเนินการแล้วเสร็จ"
    x0, y0, x1, y1 = line.bbox
    assert grid.cells[cell].bbox[0] <= x0 < x1 <= grid.cells[cell].bbox[2]
    assert y1 - y0 > 3 * (x1 - x0)


def test_marks_that_are_higher_than_wide_stay_as_read(tmp_path: Path) -> None:
    tick = np.full((120, 60), 245, np.uint8)
    cv2.polylines(tick, [np.array([[8, 70], [20, 110], [50, 10]], np.int32)], False, 20, 6)
    _, lines = read(tick, tmp_path)
    assert not any(line.text.isalpha() and len(line.text) > 1 and line.cell == 1 for line in lines)
