"""The commands as functions of paths: open the store, do the work, say what came of it. Nothing here prints."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.batch.compare import Comparison, write_comparisons
from pipeline.batch.facts import DocumentResult
from pipeline.batch.files import make_folder, write_text
from pipeline.batch.given import load_given
from pipeline.batch.inbox import Inbox, find_documents, require_path
from pipeline.batch.journal import judge_run, write_journal
from pipeline.batch.pictures import draw_from, open_pages
from pipeline.batch.pool import check_executor, make_executor
from pipeline.batch.progress import Progress
from pipeline.batch.results import PAGES, drawn_path
from pipeline.batch.run import Batch
from pipeline.batch.store import Store
from pipeline.errors import CannotRead, CannotStart, ExitCode
from pipeline.inspection import draw_document
from pipeline.model import DocumentRecord, Severity
from pipeline.reading import select_engine
from pipeline.recipe import check_vocabulary
from pipeline.reconcile import DocumentPair, pair_documents
from pipeline.settings import BatchSettings
from pipeline.workbook import read_decisions


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What the command line says about the work: reader, place, processes, whether to resume, a file of headings
    beside the package's own, and whether pages are drawn."""

    engine: str
    executor: str
    jobs: int
    resume: bool
    vocabulary: Path | None = None
    draws: bool = True


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run did. `seconds` is wall-clock time."""

    documents: tuple[DocumentResult, ...]
    twins: tuple[tuple[Path, Path], ...]
    seconds: float
    exit_code: ExitCode


@dataclass(frozen=True, slots=True)
class ComparisonResult:
    """What a reconciliation wrote.

    notes: what could not be paired or read; troubles: edited workbooks whose decisions could not be taken over;
    kept: where edited workbooks were moved to.
    """

    comparisons: tuple[Comparison, ...]
    notes: tuple[str, ...]
    troubles: tuple[str, ...]
    kept: tuple[Path, ...]
    exit_code: ExitCode


@dataclass(frozen=True, slots=True)
class ReviewResult:
    """How many decisions were taken over, and one sentence for each workbook that could not be read."""

    taken: int
    troubles: tuple[str, ...]


def run_inbox(paths: Sequence[Path], out: Path, chosen: RunOptions, progress: Progress) -> RunResult:
    """Read every document under the paths. Raises `CannotStart` when nothing can be done at all."""
    begun, clock = _now(), time.monotonic()
    inbox = find_documents(paths)
    with _open_store(out) as store:
        result = _sum_up(_run_batch(inbox, out, store, chosen, progress), clock)
    facts = {
        "engine": chosen.engine, "jobs": chosen.jobs, "begun": begun, "ended": _now(),
        "seconds": round(result.seconds, 2), "exit_code": int(result.exit_code),
    }  # fmt: skip
    write_journal(out / "run.json", result.documents, result.twins, inbox, facts)
    return result


def reconcile_files(
    plans: Sequence[Path], reports: Sequence[Path], out: Path, chosen: RunOptions, progress: Progress
) -> ComparisonResult:
    """Compare reports with plans: those given, or on the side where none is given those in the store."""
    settings = BatchSettings()
    check_executor(chosen.executor)
    if not (plans or reports or (out / "memo.sqlite").exists()):
        raise _nothing_read(out)
    with _open_store(out) as store:
        given = load_given(plans, reports, store, lambda inbox: _run_batch(inbox, out, store, chosen, progress))
        known, troubles = _load_known(store) if not (plans and reports) else ([], [])
        if not (plans or reports or known or troubles):
            raise _nothing_read(out)
        if plans and reports and len(given.plans) == len(given.reports) == 1:
            pairs: tuple[DocumentPair, ...] = (DocumentPair(given.plans[0], given.reports[0]),)
            notes = (*given.troubles, *troubles)
        else:
            found = pair_documents(plans=given.plans if plans else known, reports=given.reports if reports else known)
            pairs = found.pairs
            notes = (*given.troubles, *troubles, *found.notes)
        sources = dict(store.list_documents()) | given.sources
        written = write_comparisons(pairs, notes, out / "reconcile", store, sources, progress, settings)
    return ComparisonResult(
        comparisons=written.comparisons,
        notes=notes,
        troubles=written.troubles,
        kept=written.kept,
        exit_code=_judge_comparisons(
            written.comparisons, has_notes=bool(notes), is_unreadable=bool(given.troubles or written.troubles)
        ),
    )


def review_files(workbooks: Sequence[Path], out: Path) -> ReviewResult:
    """Take the decisions out of edited workbooks into the store; a workbook that cannot be read is named."""
    for workbook in workbooks:
        require_path(workbook)
    taken = 0
    troubles: list[str] = []
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
    clock = time.monotonic()
    inbox = find_documents(paths)
    make_folder(out / PAGES)
    written = []
    with _open_store(out) as store:
        result = _sum_up(_run_batch(inbox, out, store, replace(chosen, draws=False), progress), clock)
        for document in result.documents:
            record = store.load_record(document.facts.sha256)
            if record is None or not record.pages:
                continue
            path = drawn_path(out, document.stem)
            pages = open_pages({record.source.sha256: document.path}, BatchSettings())
            write_text(path, draw_document(record, draw_from(pages, record.source.sha256)))
            written.append(path)
    return result, tuple(written)


def _open_store(out: Path) -> Store:
    make_folder(out)
    return Store(out / "memo.sqlite")


def _run_batch(inbox: Inbox, out: Path, store: Store, chosen: RunOptions, progress: Progress) -> Batch:
    settings = BatchSettings(vocabulary=chosen.vocabulary)
    reader = select_engine(chosen.engine).name  # a missing component is told before any work
    check_vocabulary(chosen.vocabulary)
    executor = make_executor(chosen.executor, chosen.jobs, settings)
    folder = make_folder(out / "documents")
    if chosen.draws:
        make_folder(out / PAGES)
    batch = Batch(
        store, folder, executor, chosen.engine, reader, chosen.jobs, chosen.resume, progress, settings, chosen.draws
    )
    try:
        batch.run(inbox)
    finally:
        executor.stop()
    return batch


def _sum_up(batch: Batch, clock: float) -> RunResult:
    documents = tuple(sorted(batch.results, key=lambda result: result.path))
    exit_code = judge_run(document.facts.status for document in documents)
    return RunResult(documents, tuple(batch.twins), time.monotonic() - clock, exit_code)


def _load_known(store: Store) -> tuple[list[DocumentRecord], list[str]]:
    """The records in the store, and a sentence for each that cannot be used any more."""
    records: list[DocumentRecord] = []
    troubles: list[str] = []
    for sha256, path in store.list_documents():
        record = store.load_record(sha256)
        if record is None:
            troubles.append(f"{path}: read by another version of this program; read it again with 'memo run'.")
        else:
            records.append(_without_text(record))
    return records, troubles


def _without_text(record: DocumentRecord) -> DocumentRecord:
    """The record without its pages' lines and cells, which no comparison needs and which fill the memory."""
    pages = tuple(page.model_copy(update={"lines": (), "tables": ()}) for page in record.pages)
    return record.model_copy(update={"pages": pages})


def _nothing_read(out: Path) -> CannotStart:
    return CannotStart(
        "nothing-to-compare",
        f"{out}: nothing was read into this folder yet; read scans with 'memo run INBOX --out {out}', "
        "or name files with --plan and --report.",
    )


def _judge_comparisons(written: Sequence[Comparison], *, has_notes: bool, is_unreadable: bool) -> ExitCode:
    if is_unreadable:
        return ExitCode.UNREADABLE
    doubtful = any(
        any(row.review for row in one.reconciliation.rows)
        or any(finding.severity is not Severity.INFO for finding in one.reconciliation.findings)
        for one in written
    )
    return ExitCode.REVIEW if doubtful or has_notes else ExitCode.CLEAN


def _now() -> str:
    """The time as ISO text with the offset from UTC, to the second."""
    return time.strftime("%Y-%m-%dT%H:%M:%S%z")
