"""`python -m tests.bench`: seconds a page by stage, and a whole `memo extract` against Tesseract alone.

Seconds are CPU seconds of one core unless they say otherwise. Machines differ and are noisy: compare figures of one
run with each other, not with figures of another day.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

import cv2
from rich.console import Console
from rich.table import Table

from pipeline.errors import CannotRead
from pipeline.ingest import load_page, open_document
from pipeline.layout import find_layout
from pipeline.page import PageImage
from pipeline.reading import select_engine
from pipeline.recipe import assemble_reading, describe_source, understand

P = ParamSpec("P")
T = TypeVar("T")


def main() -> None:
    """Print the tables, write the JSON."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--samples", type=Path, default=Path("samples"))
    parser.add_argument("--whole", default="seed-2565.pdf", help="the sample for the whole-process figures")
    chosen = parser.parse_args()
    os.environ["OMP_THREAD_LIMIT"] = "1"
    cv2.setNumThreads(1)
    stages = time_stages(chosen.samples)
    whole = time_whole(chosen.samples / chosen.whole)
    result = {
        "machine": f"{platform.machine()} {platform.system()}, Python {platform.python_version()}",
        "date": time.strftime("%Y-%m-%d"),
        "pages": len(stages["ingest"]),
        "seconds_a_page": {name: summarise(values) for name, values in stages.items()},
        "whole": whole,
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    print_result(Console(), result)
    Path("output").mkdir(exist_ok=True)
    Path("output/bench.json").write_text(json.dumps(result, indent=1) + "\n")


def time_stages(samples: Path) -> dict[str, list[float]]:
    """CPU seconds of each stage for every page of the samples; understanding is shared out over a document's pages."""
    engine = select_engine("auto")
    times: dict[str, list[float]] = {name: [] for name in ("ingest", "layout", "reading", "understanding")}
    for path in sorted(samples.glob("*.*")):
        try:
            document = open_document(path)
        except CannotRead:
            continue
        readings = []
        for number in range(1, document.page_count + 1):
            page = clocked(times["ingest"], load_page, document, number)
            layout = clocked(times["layout"], find_layout, page)
            lines = clocked(times["reading"], engine.read_lines, page, layout.lines)
            readings.append(assemble_reading(page, layout, engine.name, lines))
        spent: list[float] = []
        clocked(spent, understand, describe_source(document), readings)
        times["understanding"] += [spent[0] / len(readings)] * len(readings)
    return times


def time_whole(path: Path) -> dict[str, float]:
    """A whole `memo extract` (start-up included) and Tesseract alone on the same upright pages, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        pictures = [_save(page, Path(folder)) for page in load_pages(path)]
        # In one process: the seconds of workers of workers are not this process's to count.
        command = [sys.executable, "-m", "pipeline", "extract", str(path), "--jobs", "1", "-o", f"{folder}/x.json"]
        ours, theirs = [], []
        for _ in range(3):
            ours.append(child_seconds(command))
            theirs.append(sum(child_seconds(["tesseract", str(p), f"{folder}/out", "-l", "tha+eng"]) for p in pictures))
    return {
        "pages": len(pictures),
        "memo_extract": round(statistics.median(ours), 2),
        "tesseract_alone": round(statistics.median(theirs), 2),
        "ratio": round(statistics.median(b / a for a, b in zip(ours, theirs, strict=True)), 2),
    }


def load_pages(path: Path) -> list[PageImage]:
    """All pages of a document as read."""
    document = open_document(path)
    return [load_page(document, number) for number in range(1, document.page_count + 1)]


def clocked(times: list[float], work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do the work and note its CPU seconds, those of child processes included."""
    begin = os.times()
    result = work(*args, **kwargs)
    end = os.times()
    times.append(sum(end[:4]) - sum(begin[:4]))
    return result


def child_seconds(command: list[str]) -> float:
    """CPU seconds of a command and its children."""
    begin = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=False, capture_output=True)
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    return end.ru_utime - begin.ru_utime + end.ru_stime - begin.ru_stime


def summarise(values: list[float]) -> dict[str, float]:
    """Median and worst."""
    return {"median": round(statistics.median(values), 3), "worst": round(max(values), 3)}


def print_result(console: Console, result: dict) -> None:
    """Two small tables."""
    table = Table("stage", "median s", "worst s", title=f"CPU seconds a page, {result['pages']} pages", box=None)
    for name, figures in result["seconds_a_page"].items():
        table.add_row(name, f"{figures['median']:.3f}", f"{figures['worst']:.3f}")
    console.print(table)
    whole = result["whole"]
    console.print(
        f"\n{whole['pages']} pages: memo extract {whole['memo_extract']} CPU s, Tesseract alone "
        f"{whole['tesseract_alone']} CPU s, ratio {whole['ratio']}; this process peaked at {result['peak_mb']} MB"
    )


def _save(page: PageImage, folder: Path) -> Path:
    path = folder / f"{page.number}.png"
    cv2.imwrite(str(path), page.gray)
    return path


if __name__ == "__main__":
    main()
