"""The package's own reader, with its own model, on a picture of five lines."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline.errors import CannotStart
from pipeline.layout import find_layout
from pipeline.page import LineBox, PageImage, ReadLine
from pipeline.reading import net, select_engine

TRUTH = (
    "ให้ความรู้เกี่ยวกับการป้องกันผลประโยชน์ทับซ้อน",
    "สำนักปลัด กองคลัง",
    "ภายในวันที่ ๓๑ มีนาคม ๒๕๖๗",
    "ผลการประเมิน ITA ปี 2566",
    "ดำเนินการแล้วเสร็จ",
)


def page_of(gray: np.ndarray) -> PageImage:
    return PageImage(number=1, gray=gray, color=None, dpi=400)


@pytest.fixture(scope="module")
def page() -> PageImage:
    with Image.open(Path(__file__).parent / "data" / "lines.png") as image:
        return page_of(np.array(image.convert("L")))


@pytest.fixture(scope="module")
def boxes(page: PageImage) -> tuple[LineBox, ...]:
    return find_layout(page).lines


@pytest.fixture(scope="module")
def lines(page: PageImage, boxes: tuple[LineBox, ...]) -> tuple[ReadLine, ...]:
    return select_engine("auto").read_lines(page, boxes)


def test_clean_print_is_read_to_the_letter(lines: tuple[ReadLine, ...]) -> None:
    assert tuple(line.text for line in lines) == TRUTH
    assert all(line.confidence > 0.95 and not line.doubts for line in lines)


def test_lines_come_back_in_the_order_of_their_boxes(page: PageImage, boxes: tuple[LineBox, ...]) -> None:
    turned = select_engine("thai").read_lines(page, boxes[::-1])
    assert tuple(line.text for line in turned) == TRUTH[::-1]


@pytest.mark.parametrize("scale", [0.4, 0.5, 0.75])
def test_print_of_other_sizes_is_read_too(page: PageImage, scale: float) -> None:
    size = (round(page.width * scale), round(page.height * scale))
    gray = np.array(Image.fromarray(page.gray).resize(size, Image.Resampling.BOX))
    small = PageImage(number=1, gray=gray, color=None, dpi=round(page.dpi * scale))
    assert tuple(line.text for line in select_engine("thai").read_lines(small, find_layout(small).lines)) == TRUTH


def test_boxes_without_ink_or_off_the_page_give_empty_lines(page: PageImage) -> None:
    empty = (LineBox(bbox=(600, 100, 890, 160)), LineBox(bbox=(0, 900, 9, 990)), LineBox(bbox=(5, 5, 5, 5)))
    for line in select_engine("thai").read_lines(page, empty):
        assert (line.text, line.raw, line.confidence, line.edges) == ("", "", 0.0, ())
    assert select_engine("thai").read_lines(page, ()) == ()


def test_a_box_that_nobody_measured_is_read_by_its_height(page: PageImage) -> None:
    (line,) = select_engine("thai").read_lines(page, [LineBox(bbox=(38, 205, 600, 260))])
    assert line.text == TRUTH[2]


def test_every_character_has_a_confidence_and_edges_that_do_not_fall(
    lines: tuple[ReadLine, ...], boxes: tuple[LineBox, ...]
) -> None:
    for line, box in zip(lines, boxes, strict=True):
        assert len(line.confidences) == len(line.text)
        assert len(line.edges) == len(line.text) + 1
        assert list(line.edges) == sorted(line.edges)
        assert box.bbox[0] <= line.edges[0] < line.edges[-1] <= box.bbox[2]


def test_edges_find_a_word_on_the_page(lines: tuple[ReadLine, ...], page: PageImage) -> None:
    gap = lines[1].text.index(" ")
    left, right = lines[1].edges[gap], lines[1].edges[gap + 1]
    column = page.gray[105:165, (left + right) // 2]
    assert column.min() > 200  # white between the words


def test_a_signature_is_nothing_or_doubted() -> None:
    gray = np.full((200, 500), 255, np.uint8)
    turn = np.linspace(0, 12, 4000)
    x, y = 60 + turn * 30 + 20 * np.cos(2.1 * turn), 100 + 35 * np.sin(turn * 1.7)
    for dx in range(4):
        gray[y.astype(int), x.astype(int) + dx] = 30
    (line,) = select_engine("thai").read_lines(page_of(gray), [LineBox(bbox=(50, 60, 460, 140), base=130, body=30)])
    assert not line.text or line.doubts


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(CannotStart) as caught:
        select_engine("other")
    assert caught.value.code == "engine-unknown"


def test_a_missing_model_is_told_before_any_page(monkeypatch: pytest.MonkeyPatch) -> None:
    net.load_net()
    monkeypatch.setattr(net, "_MODEL", "nowhere.onnx")
    net._session.cache_clear()
    try:
        with pytest.raises(CannotStart) as caught:
            select_engine("thai")
        assert caught.value.code == "model-missing"
        assert "nowhere.onnx" in caught.value.message
    finally:
        net._session.cache_clear()


def test_many_lines_give_the_same_scores_as_each_alone() -> None:
    rng = np.random.default_rng(1)
    strips = [rng.integers(0, 255, (48, width), np.uint8) for width in (40, 333, 38, 1200, 36)]
    together = net.score_strips(strips)
    for strip, made in zip(strips, together, strict=True):
        assert made.shape[0] == -(-strip.shape[1] // net.STRIDE) * net.PER_PLACE
        assert np.isfinite(made).all()
    alone = net.score_strips([strips[3]])[0]
    assert np.abs(alone - together[3]).max() < 0.5  # integers of the LSTM take their range from the whole batch
    assert np.mean(alone.argmax(axis=1) != together[3].argmax(axis=1)) < 0.01
