"""Readers that do one thing wrong, or nothing at all: what a test wants to see handled."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence

from pipeline.page import LineBox, PageImage, ReadLine


class SilentEngine:
    """Finds nothing to read on any page."""

    name = "silent"

    def read_lines(self, page: PageImage, boxes: Sequence[LineBox]) -> tuple[ReadLine, ...]:
        return tuple(
            ReadLine(bbox=box.bbox, grid=box.grid, cell=box.cell, raw="", text="", confidence=0.0) for box in boxes
        )


class SlowEngine(SilentEngine):
    """Takes its time over every page."""

    def read_lines(self, page: PageImage, boxes: Sequence[LineBox]) -> tuple[ReadLine, ...]:
        time.sleep(0.4)
        return super().read_lines(page, boxes)


class FaultyEngine(SilentEngine):
    """Has a programming error that shows on the second page."""

    def read_lines(self, page: PageImage, boxes: Sequence[LineBox]) -> tuple[ReadLine, ...]:
        if page.number == 2:
            raise IndexError("a fault in the reader")
        return super().read_lines(page, boxes)


class DyingEngine(SilentEngine):
    """Takes its process with it on the second page, as a fault in a C library does."""

    def read_lines(self, page: PageImage, boxes: Sequence[LineBox]) -> tuple[ReadLine, ...]:
        if page.number == 2:
            os._exit(9)
        return super().read_lines(page, boxes)
