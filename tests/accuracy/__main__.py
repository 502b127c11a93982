"""`python -m tests.accuracy [--engine E] [--samples FOLDER] [--wrong]`: read the samples, compare, print."""

from __future__ import annotations

import argparse
import json
import platform
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from pipeline.batch.commands import RunOptions, reconcile_files, run_inbox
from pipeline.batch.pool import count_jobs
from pipeline.cli.progress import Bars
from pipeline.model import DocumentRecord, Reconciliation
from tests.accuracy.score import Score, figures, reliability, score_document, score_reconciliation, total

SHARES = {"page CER", "cell CER"}


def main() -> None:
    """Print the table, write the JSON."""
    parser = argparse.ArgumentParser(prog="make accuracy", description=__doc__)
    parser.add_argument("--engine", action="append", help="reader to measure; may be given twice (default: auto)")
    parser.add_argument("--samples", type=Path, default=Path("samples"), help="folder of scans with truth/ beside them")
    parser.add_argument("--wrong", action="store_true", help="list every wrong value")
    chosen = parser.parse_args()
    console = Console(width=200)
    for engine in chosen.engine or ["auto"]:
        scores = measure(chosen.samples, engine)
        everything = total("ALL", scores)
        print_scores(console, f"{engine}, {chosen.samples}", [*scores, everything])
        print_reliability(console, everything)
        if chosen.wrong:
            print_wrong(console, scores)
        write_json(Path("output") / f"accuracy-{chosen.samples.name}-{engine}.json", engine, [*scores, everything])


def measure(samples: Path, engine: str) -> list[Score]:
    """Read every sample that has a truth, and reconcile every pair that has one."""
    cache = Path(".cache") / "accuracy" / samples.name / engine
    options = RunOptions(engine, "local", count_jobs(None), resume=True)
    console = Console(stderr=True)
    truths = {path.stem: path for path in sorted((samples / "truth").glob("*.json")) if ".reconcile" not in path.name}
    scans = [path for path in sorted(samples.iterdir()) if path.stem in truths]
    with Bars(console, quiet=False) as bars:
        result = run_inbox(scans, cache, options, bars)
        scores = [
            score_document(
                document.path.stem,
                DocumentRecord.model_validate_json(truths[document.path.stem].read_bytes()),
                DocumentRecord.model_validate_json((cache / "documents" / f"{document.stem}.json").read_bytes()),
            )
            for document in result.documents
        ]
        by_name = {scan.name: scan for scan in scans}
        for path in sorted((samples / "truth").glob("*.reconcile.json")):
            truth = Reconciliation.model_validate_json(path.read_bytes())
            sides = [by_name[source.name] for source in (truth.plan_source, truth.report_source)]
            made = reconcile_files(sides[:1], sides[1:], cache, options, bars).comparisons
            name = path.name.removesuffix(".reconcile.json")
            scores.append(score_reconciliation(f"{name} ⇄", truth, made[0].reconciliation if made else None))
    return scores


def print_scores(console: Console, title: str, scores: list[Score]) -> None:
    """One column of figures per group, one row per document."""
    names = list(figures(scores[0]))
    table = Table(title=title, box=None, header_style="bold", pad_edge=False)
    table.add_column("sample", no_wrap=True, max_width=26)
    for name in names:
        table.add_column(name, justify="right", min_width=4)
    for score in scores:
        row = figures(score)
        style = "bold" if score.name == "ALL" else ""
        table.add_row(score.name, *(_say(row[name]) for name in names), style=style)
    console.print(table)


def print_reliability(console: Console, score: Score) -> None:
    """What confidences are worth."""
    for low, high, count, share in reliability(score.pairs):
        console.print(f"confidence {low:.1f}–{high:.1f}: {count:5d} values, {share:6.1%} right")


def print_wrong(console: Console, scores: list[Score]) -> None:
    """Every wrong value, the silent ones first."""
    for score in scores:
        wrong = sorted((pair for pair in score.pairs if not pair.right), key=lambda pair: pair.marked)
        for pair in wrong:
            mark = "marked" if pair.marked else "SILENT"
            console.print(
                f"{score.name}: {mark} {pair.kind} {pair.name} ({pair.confidence:.2f})",
                f"\n   true: {pair.truth}\n   read: {pair.read}",
                markup=False,
                highlight=False,
            )


def write_json(path: Path, engine: str, scores: list[Score]) -> None:
    """The same figures for programs."""
    result = {
        "engine": engine,
        "machine": f"{platform.machine()} {platform.system()}, Python {platform.python_version()}",
        "date": time.strftime("%Y-%m-%d"),
        "scores": {score.name: figures(score) for score in scores},
    }
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _say(figure: float | int | None) -> str:
    if figure is None:
        return "–"
    return str(figure) if isinstance(figure, int) else f"{100 * figure:.1f}"


if __name__ == "__main__":
    main()
