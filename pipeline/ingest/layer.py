"""The text layer of a PDF page: its words and vector rules in pixels of the drawn page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.ingest.layer_glyphs import Glyph, group_words, repair_sara_am
from pipeline.page import LayerRule, LayerWord
from pipeline.settings import IngestSettings
from pipeline.thai.digits import to_thai

_ABOVE, _BELOW = 0.75, 0.25
"""Reach of a line of Thai over and under its baseline, in font sizes: TH Sarabun has 0.74 and 0.23."""

_UNMAPPED = re.compile(r"\(cid:\d+\)")


@dataclass(frozen=True, slots=True)
class TextLayer:
    """words, rules: in pixels of the drawn page; unmapped: glyphs without a character; sideways: share of glyphs
    that do not stand upright; repaired: ำ put back together."""

    words: tuple[LayerWord, ...]
    rules: tuple[LayerRule, ...]
    unmapped: int
    sideways: float
    repaired: int

    @property
    def text(self) -> str:
        """All words in the order of the file."""
        return " ".join(word.text for word in self.words)


def read_layer(path: Path, number: int, scale: float, settings: IngestSettings) -> TextLayer | None:
    """The layer of page `number` (1-based) at `scale` pixels per point; None when it cannot be read or is empty."""
    import pdfplumber  # takes a twentieth of a second to load, which scans need not wait for
    from pdfminer.pdfexceptions import PDFException
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(path, pages=[number]) as pdf:
            page = pdf.pages[0]
            left, top = page.cropbox[0] - page.mediabox[0], page.cropbox[1] - page.mediabox[1]
            glyphs = [_glyph(char, left, top) for char in page.chars]
            rules = [_scaled(box, left, top, scale) for box in _rule_boxes(page, settings)]
            sideways = sum(not char["upright"] for char in page.chars) / max(1, len(page.chars))
    except (PDFException, PdfminerException, OSError, ValueError, KeyError, TypeError, IndexError, RecursionError):
        return None  # the page can still be drawn and read
    if not any(glyph.text.strip() for glyph in glyphs):
        return None
    glyphs, repaired = repair_sara_am(glyphs)
    return TextLayer(
        words=tuple(
            LayerWord(text, _scaled(box, 0, 0, scale)) for text, box in group_words(glyphs, settings.layer_word_gap)
        ),
        rules=tuple(LayerRule(box) for box in dict.fromkeys(rules)),
        unmapped=sum(not glyph.text for glyph in glyphs),
        sideways=sideways,
        repaired=repaired,
    )


def _glyph(char: dict[str, Any], left: float, top: float) -> Glyph:
    text = _UNMAPPED.sub("", char["text"])
    if "SarabunIT" in char["fontname"]:
        text = to_thai(text)  # this family draws ASCII digits as Thai ones; text is what the page shows
    # The height of a glyph's box comes from the font's descent, which Thai fonts overstate: the baseline is sound.
    baseline = char["top"] + char["y1"] - char["matrix"][5] - top
    size = char["bottom"] - char["top"]
    box = (char["x0"] - left, baseline - _ABOVE * size, char["x1"] - left, baseline + _BELOW * size)
    return Glyph(text, box)


def _rule_boxes(page: Any, settings: IngestSettings) -> Iterable[tuple[float, float, float, float]]:
    """Straight strokes, thin filled boxes, and the sides of stroked boxes."""
    thin = settings.layer_rule_points
    for line in page.lines:
        box = (line["x0"], line["top"], line["x1"], line["bottom"])
        if min(box[2] - box[0], box[3] - box[1]) <= thin:
            yield box
    for rect in page.rects:
        x0, y0, x1, y1 = rect["x0"], rect["top"], rect["x1"], rect["bottom"]
        if min(x1 - x0, y1 - y0) <= thin:
            yield x0, y0, x1, y1
        elif rect["stroke"]:
            yield from ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1))


def _scaled(box: Sequence[float], left: float, top: float, scale: float) -> tuple[int, int, int, int]:
    x0, x1 = (box[0] - left) * scale, (box[2] - left) * scale
    y0, y1 = (box[1] - top) * scale, (box[3] - top) * scale
    return round(x0), round(y0), max(round(x1), round(x0) + 1), max(round(y1), round(y0) + 1)
