"""Output files: written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from pipeline.errors import CannotStart


def make_folder(folder: Path, option: str = "--out") -> Path:
    """Create the folder.

    Raises `CannotStart` (`output-not-writable`) when it cannot be made or written to.

    option: how the user names another folder.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        reason = error.strerror or "not possible"
        raise CannotStart(
            "output-not-writable",
            f"{folder}: cannot write results there ({reason}); choose another folder with {option}.",
        ) from error
    return folder


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 through a temporary file beside it, so that no reader ever sees half a file.

    Raises `CannotStart` (`output-not-writable`).
    """
    # Not mkstemp: results are shared like any other file, and its files are private.
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        try:
            unfinished.write_text(text, encoding="utf-8", newline="\n")
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise CannotStart(
            "output-not-writable",
            f"{path}: cannot be written ({error.strerror or error}); check the disk and the rights of its folder.",
        ) from error
