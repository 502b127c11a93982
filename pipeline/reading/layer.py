"""The lines of a page whose text layer is trusted: its words, by the boxes they fall into."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.page import LayerWord, LineBox, PageImage, ReadLine
from pipeline.reading.assemble import Word, assemble_line
from pipeline.settings import ReadingSettings


class LayerEngine:
    """Takes text from `PageImage.words` instead of reading pixels."""

    name = "layer"

    def __init__(self, settings: ReadingSettings) -> None:
        self._settings = settings

    def read_lines(self, page: PageImage, boxes: Sequence[LineBox]) -> tuple[ReadLine, ...]:
        """One line per box: the words whose middle lies in it, or nearest to its middle where boxes overlap."""
        words: list[list[LayerWord]] = [[] for _ in boxes]
        for word in page.words:
            index = _find_home(word, boxes)
            if index is not None:
                words[index].append(word)
        return tuple(
            assemble_line(box, _order_words(found, self._settings), self._settings, by_tesseract=False)
            for box, found in zip(boxes, words, strict=True)
        )


def _find_home(word: LayerWord, boxes: Sequence[LineBox]) -> int | None:
    x = (word.bbox[0] + word.bbox[2]) / 2
    y = (word.bbox[1] + word.bbox[3]) / 2
    inside = [
        (abs(y - (box.bbox[1] + box.bbox[3]) / 2), index)
        for index, box in enumerate(boxes)
        if box.bbox[0] <= x < box.bbox[2] and box.bbox[1] <= y < box.bbox[3]
    ]
    return min(inside)[1] if inside else None


def _order_words(words: Sequence[LayerWord], settings: ReadingSettings) -> list[Word]:
    ordered = sorted(words, key=lambda word: (word.bbox[0], word.bbox[2]))
    placed: list[Word] = []
    for word in ordered:
        height = word.bbox[3] - word.bbox[1]
        gap = word.bbox[0] - placed[-1].right if placed else 0
        placed.append(
            Word(word.text, word.bbox[0], word.bbox[2], settings.layer_confidence, gap > settings.layer_gap * height)
        )
    return placed
