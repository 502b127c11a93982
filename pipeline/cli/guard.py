"""Every command runs inside a guard: troubles become one sentence and an exit code, never a traceback."""

from __future__ import annotations

import logging
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer
from rich.console import Console

from pipeline.batch.faults import LOG_NAME, hush_libraries
from pipeline.errors import ExitCode, MemoError

stderr = Console(stderr=True)
log = logging.getLogger("memo")


class FaultLog(logging.Handler):
    """Writes faults of ours to `memo.log` in the output folder, or where that is missing among temporary files."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__(logging.WARNING)
        self._folder = folder
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))

    @property
    def path(self) -> Path:
        """Where the log is written now."""
        folder = self._folder if self._folder is not None and self._folder.is_dir() else tempfile.gettempdir()
        return Path(folder) / LOG_NAME

    def emit(self, record: logging.LogRecord) -> None:
        """Append the record; a log that cannot be written is no reason to stop."""
        try:
            with self.path.open("a", encoding="utf-8", errors="backslashreplace") as stream:
                stream.write(self.format(record) + "\n")
        except OSError as error:
            complain(f"{self.path}: the log cannot be written ({error.strerror or error}).")


@contextmanager
def guarded(folder: Path | None) -> Iterator[Path]:
    """Give the log file, and turn what goes wrong inside into a sentence on stderr and an exit code."""
    faults = FaultLog(folder)
    log.addHandler(faults)
    try:
        yield faults.path
    except MemoError as trouble:
        complain(trouble.message)
        raise typer.Exit(trouble.exit_code) from trouble
    except KeyboardInterrupt as stop:
        _ignore_further_interrupts()
        complain("Interrupted. What was finished is kept; run the same command again to go on.")
        raise typer.Exit(ExitCode.INTERRUPTED) from stop
    except (typer.Exit, BrokenPipeError):
        raise
    except Exception as error:
        log.exception("a fault in this program")
        complain(f"A fault in this program stopped the work; please report it with {faults.path}.")
        raise typer.Exit(ExitCode.CANNOT_START) from error
    finally:
        log.removeHandler(faults)


def complain(message: str) -> None:
    """One sentence on stderr."""
    stderr.print(message, style="red", highlight=False, markup=False, soft_wrap=True)


def prepare_process() -> None:
    """What concerns the whole process: how it is stopped, what it prints, what libraries may say."""
    signal.signal(signal.SIGTERM, _interrupt)
    hush_libraries()
    for stream in (sys.stdout, sys.stderr):
        # A terminal or a pipe without Thai gets escapes rather than a crash.
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")


def _interrupt(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _ignore_further_interrupts() -> None:
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_IGN)
