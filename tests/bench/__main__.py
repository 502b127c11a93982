"""`python -m tests.bench`: seconds a page by stage, memory, and Tesseract on the same lines and the same pages.

Seconds are CPU seconds of one core unless they say otherwise. Machines differ and are noisy: compare figures of one
run with each other, not with figures of another day.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

import cv2
import pypdfium2 as pdfium
from rich.console import Console
from rich.table import Table

from pipeline.errors import CannotRead
from pipeline.ingest import load_page, open_document
from pipeline.layout import find_layout
from pipeline.page import PageImage
from pipeline.reading import select_engine
from pipeline.recipe import assemble_reading, describe_source, understand
from tests.bench.memory import watch_memory

P = ParamSpec("P")
T = TypeVar("T")

WHOLE_PAGES = 7


def main() -> None:
    """Print the tables, write the JSON."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--samples", type=Path, default=Path("samples"))
    parser.add_argument(
        "--many", type=int, default=500, help="pages that one process reads to see its memory stay flat"
    )
    parser.add_argument(
        "--whole",
        nargs="+",
        default=["seed-2565.pdf", "nong-saen-suk-2565-plan.pdf"],
        help=f"samples whose first {WHOLE_PAGES} pages make the document for the whole-process figures",
    )
    chosen = parser.parse_args()
    os.environ["OMP_THREAD_LIMIT"] = "1"
    cv2.setNumThreads(1)
    stages, lines, theirs = time_stages(chosen.samples)
    dense = max(range(len(lines)), key=lines.__getitem__)
    with multiprocessing.get_context("spawn").Pool(1) as fresh:  # without what was loaded for Tesseract
        flat = fresh.apply(watch_memory, (chosen.samples, chosen.many))
    whole = time_whole([chosen.samples / name for name in chosen.whole])
    result = {
        "machine": f"{platform.machine()} {platform.system()}, Python {platform.python_version()}",
        "date": time.strftime("%Y-%m-%d"),
        "pages": len(stages["ingest"]),
        "seconds_a_page": {name: summarise(values) for name, values in stages.items()},
        "reading": {
            "lines_on_densest_page": lines[dense],
            "seconds_on_densest_page": round(stages["reading"][dense], 3),
            "tesseract_same_lines": summarise(theirs),
            "times_faster": round(sum(theirs) / sum(stages["reading"]), 1),
        },
        "memory": flat,
        "whole": whole,
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    print_result(Console(), result)
    Path("output").mkdir(exist_ok=True)
    Path("output/bench.json").write_text(json.dumps(result, indent=1) + "\n")


def time_stages(samples: Path) -> tuple[dict[str, list[float]], list[int], list[float]]:
    """CPU seconds of each stage for every scanned page; lines of each; CPU seconds of Tesseract for the same lines.

    Understanding is shared out over a document's pages.
    """
    engine, other = select_engine("auto"), select_engine("tesseract")
    counts: list[int] = []
    theirs: list[float] = []
    times: dict[str, list[float]] = {name: [] for name in ("ingest", "layout", "reading", "understanding")}
    for path in sorted(samples.glob("*.*")):
        try:
            document = open_document(path)
        except CannotRead:
            continue
        readings = []
        for number in range(1, document.page_count + 1):
            page = clocked(times["ingest"], load_page, document, number)
            if page.source == "text_layer":
                times["ingest"].pop()
                continue
            layout = clocked(times["layout"], find_layout, page)
            lines = clocked(times["reading"], engine.read_lines, page, layout.lines)
            clocked(theirs, other.read_lines, page, layout.lines)
            counts.append(len(lines))
            readings.append(assemble_reading(page, layout, engine.name, lines))
        spent: list[float] = []
        clocked(spent, understand, describe_source(document), readings)
        times["understanding"] += [spent[0] / max(1, len(readings))] * len(readings)
    return times, counts, theirs


def time_whole(samples: Sequence[Path]) -> dict[str, float]:
    """A whole `memo extract` (start-up included) and Tesseract alone on the same upright pages, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        path = join_pages(samples, WHOLE_PAGES, Path(folder) / "whole.pdf")
        pictures = [_save(page, Path(folder)) for page in load_pages(path)]
        # In one process: the seconds of workers of workers are not this process's to count.
        command = [sys.executable, "-m", "pipeline", "extract", str(path), "--jobs", "1", "-o", f"{folder}/x.json"]
        child_seconds(command)  # writes the bytecode that an installed package comes with
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


def join_pages(samples: Sequence[Path], most: int, path: Path) -> Path:
    """The first pages of these files as one PDF."""
    joined = pdfium.PdfDocument.new()
    for sample in samples:
        pdf = pdfium.PdfDocument(sample)
        room = most - len(joined)
        joined.import_pages(pdf, list(range(min(room, len(pdf)))))
    joined.save(path)
    return path


def load_pages(path: Path) -> list[PageImage]:
    """All pages of a document as read."""
    document = open_document(path)
    return [load_page(document, number) for number in range(1, document.page_count + 1)]


def clocked(times: list[float], work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do the work and note its CPU seconds, those of child processes included."""
    begin = cpu_seconds()
    result = work(*args, **kwargs)
    times.append(cpu_seconds() - begin)
    return result


def cpu_seconds() -> float:
    """Of this process and its children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def child_seconds(command: list[str]) -> float:
    """CPU seconds of a command and its children."""
    begin = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=False, capture_output=True, env=environment)
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
    reading, memory = result["reading"], result["memory"]
    console.print(
        f"\nreading the same lines, Tesseract takes {reading['tesseract_same_lines']['median']} s a page: "
        f"{reading['times_faster']} times as long; the densest page ({reading['lines_on_densest_page']} lines) is read "
        f"in {reading['seconds_on_densest_page']} s\nmemory over {memory['pages']} pages: "
        f"{memory['after_a_tenth_mb']} MB after a tenth, {memory['at_the_end_mb']} MB at the end"
    )
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
