"""The commands of `memo`.

Each imports what it alone needs: reading one scan shall not wait for Excel and the comparison to load.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pipeline.batch.facts import summarise
from pipeline.batch.files import make_folder, write_text
from pipeline.batch.inbox import require_path
from pipeline.batch.journal import judge_run
from pipeline.batch.pool import count_jobs
from pipeline.batch.single import extract_document
from pipeline.cli import options
from pipeline.cli.guard import complain, guarded, prepare_process, stderr
from pipeline.cli.progress import Bars
from pipeline.cli.summary import print_comparisons, print_errors, print_run
from pipeline.errors import CannotStart, ExitCode
from pipeline.model import to_json

app = typer.Typer(
    name="memo",
    help="Reads scanned Thai government memos and turns them into Excel workbooks ready for review.",
    epilog=(
        "Start with 'memo run INBOX', then 'memo reconcile'. Exit codes: 0 all clean, 1 some values need review, "
        "2 could not start, 3 a document could not be read, 130 interrupted."
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
stdout = Console(soft_wrap=True)


def start() -> None:
    """Run the command in this process's arguments and exit with its code."""
    prepare_process()
    app(args=options.spread_values(sys.argv[1:]), prog_name="memo")


@app.command(short_help="Read scans; write a workbook for each.")
def run(
    inbox: Annotated[list[Path], typer.Argument(metavar="INBOX", help="Scans, or folders with scans.")],
    out: options.Out = Path("output"),
    jobs: options.Jobs = None,
    executor: options.Executor = "local",
    engine: options.Engine = options.EngineName.AUTO,
    vocabulary: options.Vocabulary = None,
    resume: options.Resume = True,
    pages: options.Pages = True,
    quiet: options.Quiet = False,
) -> None:
    """Read every scan under the inboxes and write a workbook for each."""
    from pipeline.batch.commands import RunOptions, run_inbox

    with guarded(out):
        with Bars(stderr, quiet) as bars:
            chosen = RunOptions(engine.value, executor, count_jobs(jobs), resume, vocabulary, draws=pages)
            result = run_inbox(inbox, out, chosen, bars)
        print_run(result, out, stdout, stderr, quiet)
        raise typer.Exit(result.exit_code)


@app.command(short_help="Compare reports with the plans they answer.")
def reconcile(
    plan: options.Plans = None,
    report: options.Reports = None,
    out: options.Out = Path("output"),
    jobs: options.Jobs = None,
    executor: options.Executor = "local",
    engine: options.Engine = options.EngineName.AUTO,
    vocabulary: options.Vocabulary = None,
    resume: options.Resume = True,
    quiet: options.Quiet = False,
) -> None:
    """Compare each report with the prior year's plan of the same agency.

    Without --plan or --report, that side is found among what was read into the output folder before.
    """
    from pipeline.batch.commands import RunOptions, reconcile_files

    with guarded(out):
        with Bars(stderr, quiet) as bars:
            chosen = RunOptions(engine.value, executor, count_jobs(jobs), resume, vocabulary)
            result = reconcile_files(plan or [], report or [], out, chosen, bars)
        print_comparisons(result, out, stdout, stderr, quiet)
        raise typer.Exit(result.exit_code)


@app.command(short_help="Take over decisions typed into workbooks.")
def review(
    workbooks: Annotated[list[Path], typer.Argument(metavar="FILE.xlsx", help="Edited comparison workbooks.")],
    out: options.Out = Path("output"),
    quiet: options.Quiet = False,
) -> None:
    """Take over the decisions typed into comparison workbooks; the next reconcile applies them."""
    from pipeline.batch.commands import review_files

    with guarded(out):
        result = review_files(workbooks, out)
        for message in result.troubles:
            complain(message)
        if not quiet:
            advice = f"; 'memo reconcile --out {out}' applies them" if result.taken else ""
            stdout.print(f"Decisions taken over: {result.taken}{advice}.", highlight=False, markup=False)
        raise typer.Exit(ExitCode.UNREADABLE if result.troubles else ExitCode.CLEAN)


@app.command(short_help="Draw what was read over each page, as HTML.")
def inspect(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Scans, or folders with scans.")],
    out: options.Out = Path("output"),
    jobs: options.Jobs = None,
    executor: options.Executor = "local",
    engine: options.Engine = options.EngineName.AUTO,
    vocabulary: options.Vocabulary = None,
    resume: options.Resume = True,
    quiet: options.Quiet = False,
) -> None:
    """Draw what was read over each page, as one HTML file per document."""
    from pipeline.batch.commands import RunOptions, inspect_files

    with guarded(out):
        with Bars(stderr, quiet) as bars:
            chosen = RunOptions(engine.value, executor, count_jobs(jobs), resume, vocabulary)
            result, pages = inspect_files(files, out, chosen, bars)
        for document in result.documents:
            print_errors(document.facts, stderr)
        if not quiet:
            for page in pages:
                stdout.print(str(page), highlight=False, markup=False)
        raise typer.Exit(result.exit_code)


@app.command(short_help="Read one scan; write its record as JSON.")
def extract(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A scan: PDF, TIFF, PNG or JPEG.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="OUT.json", help="Write here, not to standard output.")
    ] = None,
    jobs: options.Jobs = None,
    executor: options.Executor = "local",
    engine: options.Engine = options.EngineName.AUTO,
    vocabulary: options.Vocabulary = None,
    quiet: options.Quiet = False,
) -> None:
    """Read one scan and write its record as JSON."""
    with guarded(None) as log_file:
        _check_extract(file, output)
        record = extract_document(file, engine.value, executor, count_jobs(jobs), log_file, vocabulary)
        if output is None:
            sys.stdout.buffer.write(to_json(record).encode())
        else:
            write_text(output, to_json(record))
        print_errors(summarise(record), stderr)
        raise typer.Exit(judge_run([record.status]))


def _check_extract(file: Path, output: Path | None) -> None:
    """What would make the work useless is told before it."""
    require_path(file)
    if file.is_dir():
        raise CannotStart("path-is-folder", f"{file}: this is a folder; 'memo run {file}' reads all scans in it.")
    if output is None:
        return
    if output.is_dir() or output.resolve() == file.resolve():
        reason = "is a folder" if output.is_dir() else "is the scan itself"
        raise CannotStart("output-not-writable", f"{output}: {reason}; name another file with -o.")
    make_folder(output.parent, "-o")
