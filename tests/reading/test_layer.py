from __future__ import annotations

import numpy as np

from pipeline.page import LayerWord, LineBox, PageImage
from pipeline.reading import layer_engine


def page_of(*words: tuple[str, tuple[int, int, int, int]]) -> PageImage:
    layer = tuple(LayerWord(text, bbox) for text, bbox in words)
    return PageImage(1, np.full((400, 900), 255, np.uint8), None, 200, source="text_layer", words=layer)


def test_words_are_joined_in_the_order_of_the_page():
    page = page_of(("๒๕๖๕", (300, 10, 380, 50)), ("๔", (100, 10, 120, 50)), ("มกราคม", (130, 10, 290, 50)))
    line = layer_engine().read_lines(page, [LineBox(bbox=(90, 5, 400, 55), grid=1, cell=2)])[0]
    assert (line.text, line.grid, line.cell, line.doubts) == ("๔ มกราคม ๒๕๖๕", 1, 2, ())
    assert line.edges[0] == 100
    assert line.edges[-1] == 380
    assert line.confidence > 0.95


def test_pieces_that_touch_are_one_word():
    page = page_of(("สำนัก", (100, 10, 180, 50)), ("ปลัด", (181, 10, 240, 50)))
    assert layer_engine().read_lines(page, [LineBox(bbox=(90, 5, 400, 55))])[0].text == "สำนักปลัด"


def test_a_word_belongs_to_the_nearest_of_overlapping_boxes():
    page = page_of(("บน", (100, 10, 140, 50)), ("ล่าง", (100, 50, 140, 90)))
    boxes = [LineBox(bbox=(90, 0, 400, 75)), LineBox(bbox=(90, 30, 400, 100)), LineBox(bbox=(500, 0, 600, 90))]
    lines = layer_engine().read_lines(page, boxes)
    assert [line.text for line in lines] == ["บน", "ล่าง", ""]
    assert lines[2].confidence == 0
