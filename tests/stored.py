"""Readings of samples, stored so that everything after reading is tested without any engine.

`python -m tests.stored` reads the samples anew and writes them; nothing else ever does.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from pipeline.ingest import open_document
from pipeline.model import Source
from pipeline.page import PageReading
from pipeline.reading import select_engine
from pipeline.recipe import describe_source, read_page_or_fail

READINGS = Path(__file__).parent / "data" / "readings"
SAMPLES = Path(__file__).parents[1] / "samples"

NAMES = {
    "seed-2565": "seed-2565.pdf",  # plan and report in one memo, over six pages
    "nong-saen-suk-2565-plan": "nong-saen-suk-2565-plan.pdf",  # a table of scores before that of measures
    "two-memos": "two-memos.pdf",  # two papers in one file
    "wiang-pha-2564-report": "wiang-pha-2564-report.pdf",  # ticks by hand, known by their ink alone
}


@dataclass(frozen=True, slots=True)
class Stored:
    """What was read of one sample."""

    source: Source
    readings: tuple[PageReading, ...]


def load_stored(name: str) -> Stored:
    """The stored readings of a sample: one line for the source, then one for each page."""
    source, *pages = (READINGS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return Stored(Source.model_validate_json(source), tuple(map(PageReading.model_validate_json, pages)))


def store(name: str, file: str) -> Path:
    """Read a sample with the engine that `auto` chooses and write what was read."""
    document = open_document(SAMPLES / file)
    engine = select_engine("auto")
    readings = [read_page_or_fail(document, number, engine) for number in range(1, document.page_count + 1)]
    lines = [record.model_dump_json() for record in (describe_source(document), *readings)]
    path = READINGS / f"{name}.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


if __name__ == "__main__":
    for stored_name, sample in NAMES.items():
        print(store(stored_name, sample), file=sys.stderr)
