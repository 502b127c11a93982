"""Records → comparisons on disk, with what analysts decided about them before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.batch.files import make_folder, write_text
from pipeline.batch.names import StemBook
from pipeline.batch.outputs import is_edited, keep_edited, note_written
from pipeline.batch.pictures import cut_from, open_pages
from pipeline.batch.progress import Progress
from pipeline.batch.results import drawn_path, link_between
from pipeline.batch.store import Store
from pipeline.errors import CannotRead
from pipeline.model import Decision, Reconciliation, to_json
from pipeline.reconcile import DocumentPair, reconcile, reconciliation_name
from pipeline.settings import BatchSettings
from pipeline.workbook import read_decisions, write_reconciliation_workbook, write_summary_workbook


@dataclass(frozen=True, slots=True)
class Comparison:
    """One written comparison."""

    reconciliation: Reconciliation
    json_path: Path
    workbook_path: Path


@dataclass(frozen=True, slots=True)
class Written:
    """What was written. kept: edited workbooks that were put aside; troubles: those whose decisions were not taken."""

    comparisons: tuple[Comparison, ...]
    kept: tuple[Path, ...]
    troubles: tuple[str, ...]


def write_comparisons(
    pairs: Sequence[DocumentPair],
    notes: Sequence[str],
    folder: Path,
    store: Store,
    sources: Mapping[str, Path],
    progress: Progress,
    settings: BatchSettings,
) -> Written:
    """Reconcile each pair and write its JSON and workbook, and the summary of all.

    notes: what could not be paired, for the summary; sources: content hash → file, for the pictures.
    """
    make_folder(folder)
    progress.plan_comparisons(len(pairs))
    names = StemBook({})
    pictures = cut_from(open_pages(sources, settings))
    kept: list[Path] = []
    troubles: list[str] = []
    written: list[Comparison] = []
    for pair in pairs:
        result = _compare(pair, store)
        stem = names.choose(reconciliation_name(result), _identify(pair))
        json_path, workbook_path = folder / f"{stem}.json", folder / f"{stem}.xlsx"
        if is_edited(workbook_path, store):
            # Decisions typed into the workbook that is about to be replaced count as if `memo review` had been run.
            decisions, trouble = _read_edited(workbook_path)
            store.save_decisions(decisions)
            result = _compare(pair, store)
            aside = keep_edited(workbook_path, store)
            kept += [aside] if aside else []
            troubles += [f"{trouble} It was kept as {aside.name}."] if trouble and aside else []
        drawn = _find_drawn(pair, folder.parent, workbook_path, store)
        write_reconciliation_workbook(result, pair.plan, pair.report, workbook_path, pictures=pictures, drawn=drawn)
        note_written(workbook_path, store)
        write_text(json_path, to_json(result))
        written.append(Comparison(result, json_path, workbook_path))
        progress.finish_comparison(stem)
    kept += _write_summary(written, notes, folder / "summary.xlsx", store)
    return Written(tuple(written), tuple(kept), tuple(troubles))


def _compare(pair: DocumentPair, store: Store) -> Reconciliation:
    decisions = store.load_decisions(pair.plan.source.sha256, pair.report.source.sha256)
    return reconcile(pair.plan, pair.report, decisions, findings=pair.findings)


def _find_drawn(pair: DocumentPair, out: Path, workbook: Path, store: Store) -> dict[str, str]:
    """The drawn pages of both documents, as far as there are any, as the workbook sees them."""
    drawn = {}
    for sha256 in (pair.plan.source.sha256, pair.report.source.sha256):
        stored = store.find_document(sha256)
        if stored is not None and (path := drawn_path(out, stored.stem)).is_file():
            drawn[sha256] = link_between(workbook, path)
    return drawn


def _identify(pair: DocumentPair) -> str:
    return pair.report.source.sha256[:32] + pair.plan.source.sha256[:32]


def _read_edited(workbook_path: Path) -> tuple[tuple[Decision, ...], str]:
    """The decisions of a workbook, and what is wrong with it when they cannot be taken."""
    try:
        return read_decisions(workbook_path), ""
    except CannotRead as trouble:
        return (), trouble.message


def _write_summary(written: Sequence[Comparison], notes: Sequence[str], path: Path, store: Store) -> list[Path]:
    aside = keep_edited(path, store)
    listed = [(comparison.reconciliation, comparison.workbook_path.name) for comparison in written]
    write_summary_workbook(listed, path, unpaired=tuple(notes))
    note_written(path, store)
    return [aside] if aside else []
