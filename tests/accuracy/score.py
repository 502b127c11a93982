"""The figures of one document, and of several together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.model import DocumentRecord, Reconciliation, Status
from tests.accuracy.align import EMPTY, THAI_DIGITS, TONE_MARKS, Alignment, align
from tests.accuracy.pages import align_pages, align_print
from tests.accuracy.values import CRITICAL, Pair, Rows, compare_documents


@dataclass(frozen=True, slots=True)
class Score:
    """pages: characters of whole pages; prints: of true lines, without stamps and handwriting; cells: of cells in rows.

    links: right, made, true pairs.
    """

    name: str
    pages: Alignment = EMPTY
    prints: Alignment = EMPTY
    cells: Alignment = EMPTY
    pairs: tuple[Pair, ...] = ()
    rows: Rows = field(default_factory=lambda: Rows(0, 0, 0))
    links: tuple[int, int, int] = (0, 0, 0)


def score_document(name: str, truth: DocumentRecord, read: DocumentRecord) -> Score:
    """Compare one record with its truth."""
    found = {page.number: page for page in read.pages}
    pages = prints = EMPTY
    for page in truth.pages:
        pages += align_pages(page, found.get(page.number))
        prints += align_print(page, found.get(page.number))
    pairs, rows = compare_documents(truth, read)
    cells = EMPTY
    for pair in pairs:
        if pair.kind == "text":
            cells += align(pair.truth, pair.read)
    return Score(name, pages, prints, cells, tuple(pairs), rows)


def score_reconciliation(name: str, truth: Reconciliation, made: Reconciliation | None) -> Score:
    """Links (plan row, report row) with their outcome: right, made and true ones."""
    true_links, made_links = _links(truth), _links(made) if made else set()
    return Score(name, links=(len(true_links & made_links), len(made_links), len(true_links)))


def total(name: str, scores: Sequence[Score]) -> Score:
    """All documents together, every character and value counting the same."""
    pages, prints, cells, rows = EMPTY, EMPTY, EMPTY, Rows(0, 0, 0)
    links = (0, 0, 0)
    for score in scores:
        pages, prints = pages + score.pages, prints + score.prints
        cells, rows = cells + score.cells, rows + score.rows
        links = (links[0] + score.links[0], links[1] + score.links[1], links[2] + score.links[2])
    return Score(name, pages, prints, cells, tuple(pair for score in scores for pair in score.pairs), rows, links)


def figures(score: Score) -> dict[str, Any]:
    """The figures under their names; None where there was nothing to measure."""
    text = [pair for pair in score.pairs if pair.kind == "text"]
    right = [pair for pair in score.pairs if pair.right]
    critical = [pair for pair in score.pairs if pair.kind in CRITICAL]
    # A status that the page does not tell must be marked: that is no alarm too many.
    told = [pair for pair in right if not (pair.kind == "status" and pair.truth == Status.UNKNOWN.value)]
    made, true = score.links[1], score.links[2]
    return {
        "page CER": score.pages.cer,
        "print CER": score.prints.cer,
        "digit recall": score.prints.recall(THAI_DIGITS),
        "digit precision": score.prints.precision(THAI_DIGITS),
        **{f"recall of ◌{mark}": score.prints.recall(mark) for mark in TONE_MARKS},
        "head right": _share([pair for pair in score.pairs if pair.kind == "head"]),
        "numbers right": _share([pair for pair in score.pairs if pair.kind == "number"]),
        "rows": score.rows.true,
        "rows found": score.rows.found / score.rows.true if score.rows.true else None,
        "rows spurious": score.rows.spurious,
        "cell CER": score.cells.cer,
        "cells exact": _share(text),
        "status right": _share([pair for pair in score.pairs if pair.kind == "status"]),
        "dates right": _share([pair for pair in score.pairs if pair.kind == "date"]),
        "pair F1": 2 * score.links[0] / (made + true) if made + true else None,
        "silent critical": sum(pair.is_silent_error for pair in critical),
        "silent all": sum(pair.is_silent_error for pair in score.pairs),
        "values": len(score.pairs),
        "false alarms": sum(pair.marked for pair in told) / len(told) if told else None,
    }


def reliability(pairs: Sequence[Pair]) -> list[tuple[float, float, int, float]]:
    """Confidence against truth, for text values: (from, to, values, share right) per tenth."""
    table = []
    for tenth in range(10):
        low, high = tenth / 10, (tenth + 1) / 10
        inside = [p for p in pairs if low <= p.confidence < high or (tenth == 9 and p.confidence == 1.0)]
        if inside:
            table.append((low, high, len(inside), sum(pair.right for pair in inside) / len(inside)))
    return table


def _share(pairs: Sequence[Pair]) -> float | None:
    return sum(pair.right for pair in pairs) / len(pairs) if pairs else None


def _links(made: Reconciliation) -> set[tuple[int, int, str]]:
    links: set[tuple[int, int, str]] = set()
    for row in made.rows:
        links |= {(plan, report, row.outcome.value) for plan in row.plan or (0,) for report in row.report or (0,)}
    return links
