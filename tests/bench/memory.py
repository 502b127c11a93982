"""Whether the memory of one process stays flat; a module of its own, so that a fresh process can import it."""

from __future__ import annotations

import os
from pathlib import Path

from pipeline.ingest import load_page, open_document
from pipeline.layout import find_layout
from pipeline.reading import select_engine
from pipeline.recipe import assemble_reading


def watch_memory(samples: Path, pages: int) -> dict[str, float]:
    """MB of this process while it reads so many pages, the samples' over and over: after a tenth, and at the end."""
    engine = select_engine("auto")
    scans = [(open_document(path), 1) for path in sorted(samples.glob("*.pdf"))]
    early = 0.0
    for done in range(pages):
        document, number = scans[done % len(scans)]
        page = load_page(document, number)
        assemble_reading(page, layout := find_layout(page), engine.name, engine.read_lines(page, layout.lines))
        if done == pages // 10:
            early = resident_mb()
    return {"pages": pages, "after_a_tenth_mb": round(early), "at_the_end_mb": round(resident_mb())}


def resident_mb() -> float:
    """What this process holds now (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
