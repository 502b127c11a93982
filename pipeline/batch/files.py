"""Output files: written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from pipeline.errors import CannotStart


def make_folder(folder: Path) -> Path:
    """Create the folder. Raises `CannotStart` (`output-not-writable`) when it cannot be made or written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        reason = error.strerror or "not possible"
        raise CannotStart(
            "output-not-writable", f"{folder}: cannot write results there ({reason}); choose another folder with --out."
        ) from error
    return folder


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 through a temporary file beside it, so that no reader ever sees half a file."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem[:40]}-", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        # mkstemp makes files private; results are shared like any other file.
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
