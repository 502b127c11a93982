"""The commands of `memo`."""

from __future__ import annotations

import logging
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from typer.exceptions import Exit

from pipeline.batch.commands import RunOptions, inspect_files, reconcile_files, review_files, run_inbox
from pipeline.batch.files import write_text
from pipeline.batch.journal import judge_run
from pipeline.batch.pool import count_jobs, make_executor
from pipeline.batch.single import extract_document
from pipeline.cli import options
from pipeline.cli.progress import Bars
from pipeline.cli.summary import print_comparisons, print_run
from pipeline.errors import CannotRead, CannotStart, ExitCode, MemoError
from pipeline.model import Source, to_json
from pipeline.reading import select_engine
from pipeline.recipe import fail_document
from pipeline.settings import BatchSettings

app = typer.Typer(
    name="memo",
    help="Reads scanned Thai government memos and turns them into Excel workbooks ready for review.",
    epilog=(
        "Start with: memo run INBOX, then memo reconcile. Exit codes: 0 all clean, 1 some values need review, "
        "2 could not start, 3 a document could not be read, 130 interrupted."
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
stderr = Console(stderr=True)
stdout = Console(soft_wrap=True)
log = logging.getLogger("memo")


def main() -> None:
    """Run `memo` with this process's arguments and exit with its code."""
    signal.signal(signal.SIGTERM, _interrupt)
    app(args=options.spread_values(sys.argv[1:]))


@app.command()
def extract(
    file: Annotated[Path, typer.Argument(help="A scan: PDF, TIFF, PNG or JPEG.", show_default=False)],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write here, not to standard output.")] = None,
    jobs: options.Jobs = None,
    executor: options.Executor = "local",
    engine: options.Engine = options.EngineName.AUTO,
    quiet: options.Quiet = False,
) -> None:
    """Read one scan and write its record as JSON."""
    with _guarded(Path(tempfile.gettempdir())):
        select_engine(engine.value)  # a missing component is told before any work
        workers = make_executor(executor, count_jobs(jobs), BatchSettings())
        try:
            record = extract_document(file, engine.value, workers)
        except CannotRead as trouble:
            _complain(trouble.message)
            record = fail_document(Source(name=file.name, sha256=""), trouble.code, trouble.message)
        finally:
            workers.stop()
        _write_record(to_json(record), output)
        _say_what_failed(record.issues, quiet)
        raise Exit(judge_run([record.status]))


@app.command()
def run(
    inbox: Annotated[list[Path], typer.Argument(help="Scans, or folders with scans.", show_default=False)],
    out: options.Out = Path("output"),
    jobs: options.Jobs = None,
    executor: options.Executor = "local",
    engine: options.Engine = options.EngineName.AUTO,
    resume: options.Resume = True,
    quiet: options.Quiet = False,
) -> None:
    """Read every scan under the inboxes and write a workbook for each."""
    with _guarded(out), Bars(stderr, quiet) as bars:
        chosen = RunOptions(engine.value, executor, count_jobs(jobs), resume)
        result = run_inbox(inbox, out, chosen, bars)
    print_run(result, out, stdout, stderr, quiet)
    raise Exit(result.exit_code)


@app.command()
def reconcile(
    plan: options.Plans = None,
    report: options.Reports = None,
    out: options.Out = Path("output"),
    jobs: options.Jobs = None,
    executor: options.Executor = "local",
    engine: options.Engine = options.EngineName.AUTO,
    resume: options.Resume = True,
    quiet: options.Quiet = False,
) -> None:
    """Compare each report with the prior year's plan of the same agency.

    Without --plan or --report, that side is found among what was read into the output folder before.
    """
    with _guarded(out), Bars(stderr, quiet) as bars:
        chosen = RunOptions(engine.value, executor, count_jobs(jobs), resume)
        result = reconcile_files(plan or [], report or [], out, chosen, bars)
    print_comparisons(result, out, stdout, stderr, quiet)
    raise Exit(result.exit_code)


@app.command()
def review(
    workbooks: Annotated[list[Path], typer.Argument(help="Edited comparison workbooks.", show_default=False)],
    out: options.Out = Path("output"),
    quiet: options.Quiet = False,
) -> None:
    """Take over the decisions typed into comparison workbooks; the next reconcile applies them."""
    with _guarded(out):
        result = review_files(workbooks, out)
    for message in result.troubles:
        _complain(message)
    if not quiet:
        stdout.print(f"{result.taken} decisions taken over; run 'memo reconcile' to apply them.", highlight=False)
    raise Exit(ExitCode.UNREADABLE if result.troubles else ExitCode.CLEAN)


@app.command()
def inspect(
    files: Annotated[list[Path], typer.Argument(help="Scans.", show_default=False)],
    out: options.Out = Path("output"),
    jobs: options.Jobs = None,
    executor: options.Executor = "local",
    engine: options.Engine = options.EngineName.AUTO,
    resume: options.Resume = True,
    quiet: options.Quiet = False,
) -> None:
    """Draw what was read over each page, as one HTML file per document."""
    with _guarded(out), Bars(stderr, quiet) as bars:
        chosen = RunOptions(engine.value, executor, count_jobs(jobs), resume)
        result, pages = inspect_files(files, out, chosen, bars)
    print_run(result, out, stdout, stderr, quiet)
    if not quiet:
        for page in pages:
            stdout.print(str(page), highlight=False)
    raise Exit(result.exit_code)


@contextmanager
def _guarded(folder: Path) -> Iterator[None]:
    """Turn troubles into one sentence and an exit code; a fault of ours also into a log file in `folder`."""
    log_file = (folder if folder.is_dir() else Path(tempfile.gettempdir())) / "memo.log"
    handler = logging.FileHandler(log_file, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    try:
        yield
    except MemoError as trouble:
        _complain(trouble.message)
        raise Exit(trouble.exit_code) from trouble
    except KeyboardInterrupt as stop:
        _complain("Interrupted. What was finished is kept; run the same command again to go on.")
        raise Exit(ExitCode.INTERRUPTED) from stop
    except Exit:
        raise
    except Exception as error:
        log.exception("a fault in this program")
        _complain(f"A fault in this program stopped the work; please report it with {log_file}.")
        raise Exit(ExitCode.CANNOT_START) from error
    finally:
        log.removeHandler(handler)
        handler.close()


def _write_record(text: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(text.encode())
        return
    try:
        write_text(output, text)
    except OSError as error:
        raise CannotStart(
            "output-not-writable", f"{output}: cannot be written ({error.strerror}); choose another place with -o."
        ) from error


def _say_what_failed(issues: Sequence[object], quiet: bool) -> None:
    for issue in issues:
        if getattr(issue, "severity", "") == "error" and not quiet:
            _complain(getattr(issue, "message", ""))


def _complain(message: str) -> None:
    stderr.print(message, style="red", highlight=False, markup=False, soft_wrap=True)


def _interrupt(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt
