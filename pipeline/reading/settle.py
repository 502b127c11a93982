"""A text layer against what the page shows: lines that the layer has wrong are taken from the picture.

A layer may be sound as a whole and damaged in places: a lost tone mark, ำ for า, digits of another script than the
font draws, a line that is drawn as curves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.page import Doubt, ReadLine
from pipeline.reading.spelling import find_word_doubts
from pipeline.settings import ReadingSettings
from pipeline.thai.damage import impossible_share
from pipeline.thai.digits import to_arabic
from pipeline.thai.letters import is_mark

LAYER_DIFFERS = "layer-differs"
_DEFAULTS = ReadingSettings()
_HAS_THAI_OR_DIGITS = re.compile("[ก-๙0-9]")


def settle_layer(
    told: Sequence[ReadLine], seen: Sequence[ReadLine], settings: ReadingSettings = _DEFAULTS
) -> tuple[tuple[ReadLine, ...], int]:
    """The lines of a page whose text layer is trusted, and how many of them were taken from its picture.

    told: by the layer; seen: the same boxes read from the picture. Where both are possible and differ, the layer's
    words stay, doubted.
    """
    settled = [_settle(*pair, settings) for pair in zip(told, seen, strict=True)]
    return tuple(settled), sum(line is other for line, other in zip(settled, seen, strict=True))


def _settle(told: ReadLine, seen: ReadLine, settings: ReadingSettings) -> ReadLine:
    one, other = _key(told.text), _key(seen.text)
    if one == other or not other or seen.doubts:
        return told
    if not one or to_arabic(one) == to_arabic(other) or _is_damaged(told.text, settings):
        return seen
    if not _HAS_THAI_OR_DIGITS.search(one):
        return told  # Latin is read less well than a layer says it
    differs = Doubt(
        start=0, end=len(told.text), reason=LAYER_DIFFERS, candidates=((seen.text, round(seen.confidence, 4)),)
    )
    return told.model_copy(update={"doubts": (*told.doubts, differs)})


def _key(text: str) -> str:
    """Letters, marks and digits: spaces and signs are what both get wrong."""
    return "".join(char for char in text if char.isalnum() or is_mark(char))


def _is_damaged(text: str, settings: ReadingSettings) -> bool:
    return impossible_share(text) > 0 or bool(find_word_doubts(text, settings))
