"""What went wrong, as an issue code and a sentence. A fault of ours goes to the log with its traceback."""

from __future__ import annotations

import hashlib
import logging
import warnings
from pathlib import Path

from pebble import ProcessExpired

from pipeline.errors import MemoError
from pipeline.model import DocumentRecord, Source
from pipeline.recipe import fail_document
from pipeline.settings import BatchSettings

LOG_NAME = "memo.log"
log = logging.getLogger("memo")


def explain_fault(error: Exception, what: str, log_file: Path, settings: BatchSettings) -> tuple[str, str]:
    """Issue code and sentence for a call that did not return; `what` names the file, and the page if it was one."""
    if isinstance(error, MemoError):
        return error.code, error.message
    if isinstance(error, TimeoutError):
        log.error("%s: over the time limit", what)
        return "time-limit", f"{what}: left out, because reading it took more than {settings.call_seconds:.0f} seconds."
    if isinstance(error, ProcessExpired):
        log.error("%s: the worker process died with exit code %s", what, error.exitcode)
        return (
            "worker-crashed",
            f"{what}: left out, because the process that read it died; {log_file} has its exit code.",
        )
    log.error("%s", what, exc_info=error)
    return "internal-error", f"{what}: a fault in this program; please report it with {log_file}."


def fail_file(path: Path, code: str, message: str) -> DocumentRecord:
    """The record of a file that cannot be opened."""
    return fail_document(Source(name=path.name, sha256=hash_file(path)), code, message)


def hash_file(path: Path) -> str:
    """The content hash, or for a file that cannot be opened the hash of its path: a key, nothing more."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return hash_path(path)


def hash_path(path: Path) -> str:
    """A key for a file whose content cannot serve as one."""
    return hashlib.sha256(str(path).encode(errors="surrogateescape")).hexdigest()


def hush_libraries() -> None:
    """Let no library print warnings of its own, about fonts or colour profiles: what matters becomes an issue."""
    logging.getLogger().addHandler(logging.NullHandler())
    warnings.simplefilter("ignore")
