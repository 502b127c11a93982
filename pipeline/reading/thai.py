"""The Thai engine: all lines of a page in a few batches through the package's own net."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.page import LineBox, PageImage, ReadLine
from pipeline.reading.assemble import Glyph, assemble_glyphs, empty_line
from pipeline.reading.coloured import find_coloured, find_left_out
from pipeline.reading.decode import Character, decode
from pipeline.reading.doubts import find_own_doubts, find_swallowed
from pipeline.reading.dropout import Colours, is_crossed_by_colour, part_colours
from pipeline.reading.language import load_language
from pipeline.reading.leaders import is_leader
from pipeline.reading.legibility import is_illegible
from pipeline.reading.net import PER_PLACE, STRIDE, load_net, score_strips
from pipeline.reading.strips import BODY, Strip, cut_strip, grey_percentiles
from pipeline.reading.tall import find_tall_ink
from pipeline.settings import ReaderSettings, ReadingSettings
from pipeline.thai.letters import is_mark


class ThaiEngine:
    """Reads with the package's own net; needs nothing but the package. Raises `CannotStart` (model-missing)."""

    name = "thai"

    def __init__(self, settings: ReadingSettings, reader: ReaderSettings | None = None) -> None:
        self._settings = settings
        self._reader = reader or ReaderSettings()
        load_net()
        self._language = load_language()

    def read_lines(self, page: PageImage, boxes: Sequence[LineBox]) -> tuple[ReadLine, ...]:
        """One line per box."""
        colours = part_colours(page)
        cuts = {index: cut for index, box in enumerate(boxes) if (cut := self._cut(page, colours, box)) is not None}
        scores = score_strips([strip for strip, *_ in cuts.values()])
        lines = [empty_line(box) for box in boxes]
        for (index, (strip, left, scale, is_crossed)), made in zip(cuts.items(), scores, strict=True):
            characters = decode(made, self._reader, self._language)
            line = self._assemble(boxes[index], characters, strip, left, scale)
            if colours is not None and line.text:
                doubts = find_coloured(line, boxes[index], page.gray, colours, self._settings)
                if is_crossed:
                    doubts += find_left_out(line, boxes[index], colours, self._settings)
                line = line.model_copy(update={"doubts": (*line.doubts, *doubts)}) if doubts else line
            lines[index] = line
        return tuple(lines)

    def _cut(self, page: PageImage, colours: Colours | None, box: LineBox) -> tuple[Strip, float, float, bool] | None:
        """Strip, page column of its left edge, page pixels of one of its columns, and whether coloured ink crosses it;
        None for a box without ink.

        colours: of the page; a line that coloured ink crosses is cut from the page without it
        """
        x0, y0, x1, y1 = box.bbox
        ink = page.gray[max(y0, 0) : y1, max(x0, 0) : x1]
        if ink.size < 4:
            return None
        (paper,) = grey_percentiles(ink, (90,))
        if paper - int(ink.min()) < self._settings.min_contrast:
            return None
        # The net knows leaders, and needs all their dots to tell them from full stops: none is erased for it.
        if y1 - y0 <= self._settings.leader_box * page.dpi and is_leader(ink, page.dpi, self._settings):
            return None
        body = box.body or (y1 - y0) / self._reader.guessed_bodies
        base = box.base or y1 - self._reader.guessed_depth * body
        gray, is_crossed = page.gray, False
        if colours is not None and is_crossed_by_colour(gray, colours, box, self._settings):
            gray, is_crossed = colours.plain, True
        strip, left = cut_strip(gray, x0, x1, base, body)
        return strip, left, body / BODY, is_crossed

    def _assemble(
        self, box: LineBox, characters: Sequence[Character], strip: Strip, left: float, scale: float
    ) -> ReadLine:
        column = STRIDE / PER_PLACE * scale
        middles = [left + (character.at + 0.5) * column for character in characters]
        edges = _edges_between(characters, middles, box.bbox[0], box.bbox[2])
        crossed = self._find_crossed(characters, strip)
        glyphs = [
            Glyph(
                character.char,
                begin,
                end,
                self._reader.calibrate(character.chance),
                character.candidates,
                over,
                self._reader.calibrate(character.alone),
            )
            for character, (begin, end), over in zip(characters, edges, crossed, strict=True)
        ]
        raw = "".join(character.char for character in characters)
        line = assemble_glyphs(
            box,
            raw,
            glyphs,
            lambda text, confidences, kept: find_own_doubts(
                text,
                confidences,
                [glyph.candidates for glyph in kept],
                [glyph.is_crossed for glyph in kept],
                [glyph.alone for glyph in kept],
                self._settings,
                self._reader,
            ),
        )
        if is_illegible(line, self._reader):
            return empty_line(box, raw)
        swallowed = find_swallowed(line.text, box, self._reader)
        if not swallowed:
            return line
        # Where the line stands is where its letters do, not what hangs on them.
        x0, y0, x1, y1 = box.bbox
        top, bottom = box.base - self._reader.highest_line * box.body, box.base + self._reader.deepest_line * box.body
        bbox = (x0, max(y0, round(top)), x1, min(y1, round(bottom)))
        return line.model_copy(update={"doubts": (*line.doubts, *swallowed), "bbox": bbox})

    def _find_crossed(self, characters: Sequence[Character], strip: Strip) -> tuple[bool, ...]:
        """Which digits have ink over them that is no print; letters of a line are as tall as some of it."""
        if not any(character.char.isdigit() for character in characters):
            return (False,) * len(characters)
        middles = [(character.at + 0.5) * STRIDE / PER_PLACE for character in characters]
        found = find_tall_ink(strip, middles, self._reader)
        return tuple(over and character.char.isdigit() for over, character in zip(found, characters, strict=True))


def _edges_between(
    characters: Sequence[Character], middles: Sequence[float], left: int, right: int
) -> list[tuple[int, int]]:
    """Columns of every character: halfway to its neighbours; a mark stands where its base stands."""
    bases = [index for index, character in enumerate(characters) if not is_mark(character.char)]
    borders = [(middles[a] + middles[b]) / 2 for a, b in itertools.pairwise(bases)]
    begins, ends = [float(left), *borders], [*borders, float(right)]
    spans: list[tuple[int, int]] = []
    done = 0
    for character in characters:
        done += not is_mark(character.char)
        place = min(max(done - 1, 0), len(borders))  # a mark before all bases stands where the first one does
        spans.append((round(min(max(begins[place], left), right)), round(min(max(ends[place], left), right))))
    return spans
