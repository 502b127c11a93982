"""Opening a workbook that an analyst has had in hand."""

from __future__ import annotations

import warnings
import zipfile
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from pipeline.errors import CannotRead

_OLE = bytes.fromhex("d0cf11e0")  # how .xls and password-protected .xlsx files begin


def open_edited(path: Path) -> Workbook:
    """The workbook with its values. Raises `CannotRead` (`workbook-unreadable`) with what to do about it."""
    for lock in (path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#")):
        if lock.exists():
            raise _refuse(
                path, f"open in a spreadsheet program; save and close it (or, if it is closed, delete {lock.name})."
            )
    try:
        with path.open("rb") as stream:
            start = stream.read(4)
    except FileNotFoundError as error:
        raise _refuse(path, "there is no such file.") from error
    except OSError as error:
        raise _refuse(path, f"cannot be opened ({error.strerror or error}); close it if it is open.") from error
    if path.name.startswith("~$"):
        raise _refuse(path, "only Excel's lock file; give the workbook itself.")
    if start == _OLE:
        raise _refuse(path, "protected by a password, or in the old .xls form; save it as a plain .xlsx.")
    return _load(path)


def _load(path: Path) -> Workbook:
    try:
        with warnings.catch_warnings():
            # openpyxl warns of what it leaves out (pictures' effects, newer validations); nothing is written back.
            warnings.simplefilter("ignore")
            return load_workbook(path, data_only=True, keep_links=False)
    # openpyxl lets the errors of its XML and ZIP readers through: any of them means a damaged file.
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError, SyntaxError) as error:
        raise _refuse(path, "damaged, or not an .xlsx workbook; take it from a backup or save it again.") from error


def _refuse(path: Path, what: str) -> CannotRead:
    return CannotRead("workbook-unreadable", f"{path}: {what}")
