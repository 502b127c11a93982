"""`memo reconcile` and `memo review`: records → comparisons, and analysts' decisions back into them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.batch.files import make_folder, write_text
from pipeline.batch.names import choose_stem
from pipeline.batch.outputs import is_edited, keep_edited, note_written
from pipeline.batch.pictures import open_pictures
from pipeline.batch.store import Store
from pipeline.errors import CannotRead
from pipeline.model import Decision, DocumentRecord, Reconciliation, to_json
from pipeline.reconcile import DocumentPair, reconcile, reconciliation_name
from pipeline.settings import BatchSettings
from pipeline.workbook import read_decisions, write_reconciliation_workbook, write_summary_workbook


@dataclass(frozen=True, slots=True)
class Comparison:
    """One written comparison. `kept` is where an edited workbook was moved to, None when there was none."""

    reconciliation: Reconciliation
    json_path: Path
    workbook_path: Path
    kept: Path | None


def write_comparisons(
    pairs: Sequence[DocumentPair],
    notes: Sequence[str],
    folder: Path,
    store: Store,
    sources: Mapping[str, Path],
    settings: BatchSettings,
) -> tuple[Comparison, ...]:
    """Reconcile each pair and write its JSON and workbook, and the summary of all.

    notes: what could not be paired, for the summary; sources: content hash → file, for the pictures.
    """
    make_folder(folder)
    owners: dict[str, str] = {}
    written = [_write_comparison(pair, folder, store, sources, settings, owners) for pair in pairs]
    listed = [(comparison.reconciliation, comparison.workbook_path.name) for comparison in written]
    write_summary_workbook(listed, folder / "summary.xlsx", unpaired=tuple(notes))
    return tuple(written)


def _write_comparison(
    pair: DocumentPair,
    folder: Path,
    store: Store,
    sources: Mapping[str, Path],
    settings: BatchSettings,
    owners: dict[str, str],
) -> Comparison:
    plan, report = pair.plan, pair.report
    identity = plan.source.sha256[:32] + report.source.sha256[:32]
    decisions = store.load_decisions(plan.source.sha256, report.source.sha256)
    result = reconcile(plan, report, decisions)
    stem = choose_stem(reconciliation_name(result) + ".json", identity, owners)
    owners[stem] = identity
    workbook_path = folder / f"{stem}.xlsx"
    if is_edited(workbook_path, store) and (unsaved := _unsaved_decisions(workbook_path)):
        # Decisions typed into the workbook that is about to be replaced count as if `memo review` had been run.
        store.save_decisions(unsaved)
        decisions = store.load_decisions(plan.source.sha256, report.source.sha256)
        result = reconcile(plan, report, decisions)
    kept = keep_edited(workbook_path, store)
    write_reconciliation_workbook(result, plan, report, workbook_path, pictures=open_pictures(sources, settings))
    note_written(workbook_path, store)
    json_path = folder / f"{stem}.json"
    write_text(json_path, to_json(result))
    return Comparison(result, json_path, workbook_path, kept)


def _unsaved_decisions(workbook_path: Path) -> tuple[Decision, ...]:
    try:
        return read_decisions(workbook_path)
    except CannotRead:
        return ()  # the file itself is kept, and `memo review` on it says what is wrong


def load_record(path: Path) -> DocumentRecord:
    """A record from the JSON that `memo extract` wrote. Raises `CannotRead` (`record-invalid`)."""
    try:
        return DocumentRecord.model_validate_json(path.read_bytes())
    except (OSError, ValueError) as error:
        raise CannotRead(
            "record-invalid", f"{path}: not a document record of this program; make it with 'memo extract'."
        ) from error
