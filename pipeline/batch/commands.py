"""The commands as functions of paths: open the store, do the work, say what came of it. Nothing here prints."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.batch.compare import Comparison, load_record, write_comparisons
from pipeline.batch.files import make_folder, write_text
from pipeline.batch.inbox import Inbox, find_documents
from pipeline.batch.journal import judge_run, write_journal
from pipeline.batch.pages import load_page_pictures
from pipeline.batch.pool import make_executor
from pipeline.batch.run import Batch, DocumentResult, Progress, now
from pipeline.batch.store import Store
from pipeline.errors import CannotRead, ExitCode
from pipeline.inspection import draw_document
from pipeline.model import DocumentRecord, DocumentStatus, Severity
from pipeline.reading import select_engine
from pipeline.reconcile import DocumentPair, pair_documents
from pipeline.settings import BatchSettings


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What the command line says about the work: reader, place, processes, and whether to resume."""

    engine: str
    executor: str
    jobs: int
    resume: bool


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run did. `seconds` is wall-clock time."""

    documents: tuple[DocumentResult, ...]
    twins: tuple[tuple[Path, Path], ...]
    ignored: int
    seconds: float
    exit_code: ExitCode


@dataclass(frozen=True, slots=True)
class ComparisonResult:
    """What a reconciliation wrote; `notes` say what could not be paired or read."""

    comparisons: tuple[Comparison, ...]
    notes: tuple[str, ...]
    exit_code: ExitCode


@dataclass(frozen=True, slots=True)
class ReviewResult:
    """How many decisions were taken over, and one sentence for each workbook that could not be read."""

    taken: int
    troubles: tuple[str, ...]


def run_inbox(paths: Sequence[Path], out: Path, chosen: RunOptions, progress: Progress) -> RunResult:
    """Read every document under the paths. Raises `CannotStart` when nothing can be done at all."""
    begun, clock = now(), time.monotonic()
    inbox = find_documents(paths)
    with _open_store(out) as store:
        batch = _run_batch(inbox, out, store, chosen, progress)
    exit_code = judge_run([result.record.status for result in batch.results])
    seconds = time.monotonic() - clock
    documents = tuple(sorted(batch.results, key=lambda result: result.path))
    facts = {
        "engine": chosen.engine, "jobs": chosen.jobs, "begun": begun, "ended": now(),
        "seconds": round(seconds, 2), "exit_code": int(exit_code),
    }  # fmt: skip
    write_journal(out / "run.json", documents, batch.twins, inbox, facts)
    return RunResult(documents, tuple(batch.twins), len(inbox.ignored), seconds, exit_code)


def reconcile_files(
    plans: Sequence[Path], reports: Sequence[Path], out: Path, chosen: RunOptions, progress: Progress
) -> ComparisonResult:
    """Compare reports with plans: those given, or on the side where none is given those in the store."""
    settings = BatchSettings()
    with _open_store(out) as store:
        sources: dict[str, Path] = {}
        notes: list[str] = []
        given_plans = _gather(plans, out, store, chosen, progress, sources, notes)
        given_reports = _gather(reports, out, store, chosen, progress, sources, notes)
        stored = store.load_documents()
        sources |= {document.record.source.sha256: document.path for document in stored}
        known = [document.record for document in stored if document.record.status is not DocumentStatus.FAILED]
        if plans and reports and len(given_plans) == len(given_reports) == 1:
            pairs: tuple[DocumentPair, ...] = (DocumentPair(given_plans[0], given_reports[0]),)
        else:
            found = pair_documents(plans=given_plans if plans else known, reports=given_reports if reports else known)
            pairs = found.pairs
            notes += found.notes
        unreadable = bool(notes) and (len(given_plans) < len(plans) or len(given_reports) < len(reports))
        written = write_comparisons(pairs, notes, out / "reconcile", store, sources, settings)
    return ComparisonResult(written, tuple(notes), _judge_comparisons(written, notes, unreadable))


def review_files(workbooks: Sequence[Path], out: Path) -> ReviewResult:
    """Take the decisions out of edited workbooks into the store; a workbook that cannot be read is named."""
    taken = 0
    troubles: list[str] = []
    from pipeline.workbook import read_decisions

    with _open_store(out) as store:
        for workbook in workbooks:
            try:
                decisions = read_decisions(workbook)
            except CannotRead as trouble:
                troubles.append(trouble.message)
                continue
            store.save_decisions(decisions)
            taken += len(decisions)
    return ReviewResult(taken, tuple(troubles))


def inspect_files(
    paths: Sequence[Path], out: Path, chosen: RunOptions, progress: Progress
) -> tuple[RunResult, tuple[Path, ...]]:
    """Read the documents (or take them from the store) and draw each into `out/pages/<document>.html`."""
    result = run_inbox(paths, out, chosen, progress)
    folder = make_folder(out / "pages")
    written = []
    for document in result.documents:
        if document.record.status is DocumentStatus.FAILED:
            continue
        path = folder / f"{document.stem}.html"
        write_text(path, draw_document(document.record, load_page_pictures(document.path)))
        written.append(path)
    return result, tuple(written)


def _open_store(out: Path) -> Store:
    make_folder(out)
    return Store(out / "memo.sqlite")


def _run_batch(inbox: Inbox, out: Path, store: Store, chosen: RunOptions, progress: Progress) -> Batch:
    select_engine(chosen.engine)  # a missing component is told before any work
    settings = BatchSettings()
    executor = make_executor(chosen.executor, chosen.jobs, settings)
    folder = make_folder(out / "documents")
    batch = Batch(store, folder, executor, chosen.engine, chosen.jobs, chosen.resume, progress, settings)
    try:
        batch.run(inbox)
    finally:
        executor.stop()
    return batch


def _gather(
    paths: Sequence[Path],
    out: Path,
    store: Store,
    chosen: RunOptions,
    progress: Progress,
    sources: dict[str, Path],
    notes: list[str],
) -> list[DocumentRecord]:
    """The records of the given files: JSON is loaded, scans are read; what fails becomes a note."""
    records: list[DocumentRecord] = []
    for path in paths:
        if path.suffix.lower() == ".json":
            try:
                records.append(load_record(path))
            except CannotRead as trouble:
                notes.append(trouble.message)
    scans = [path for path in paths if path.suffix.lower() != ".json"]
    if scans:
        batch = _run_batch(find_documents(scans), out, store, chosen, progress)
        for result in sorted(batch.results, key=lambda result: result.path):
            sources[result.record.source.sha256] = result.path
            if result.record.status is DocumentStatus.FAILED:
                notes += [issue.message for issue in result.record.issues if issue.severity is Severity.ERROR]
            else:
                records.append(result.record)
    return records


def _judge_comparisons(written: Sequence[Comparison], notes: Sequence[str], unreadable: bool) -> ExitCode:
    if unreadable:
        return ExitCode.UNREADABLE
    doubtful = any(
        any(row.review for row in one.reconciliation.rows)
        or any(finding.severity is not Severity.INFO for finding in one.reconciliation.findings)
        for one in written
    )
    return ExitCode.REVIEW if doubtful or notes else ExitCode.CLEAN
