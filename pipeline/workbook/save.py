"""A workbook on disk: all of it or nothing, and the same bytes for the same values."""

from __future__ import annotations

import io
import os
import re
import zipfile
from pathlib import Path

from openpyxl import Workbook

from pipeline.errors import CannotStart

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date that a ZIP file can hold
_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def save_workbook(workbook: Workbook, path: Path) -> None:
    """Write beside the target, then take its place. Raises `CannotStart` (`output-not-writable`)."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            unfinished.write_bytes(pack_workbook(workbook))
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise CannotStart(
            "output-not-writable",
            f"{path}: cannot be written ({error.strerror or error}); close it if it is open in a spreadsheet, "
            "or choose another folder with --out.",
        ) from error


def pack_workbook(workbook: Workbook) -> bytes:
    """The file's bytes, without the time of writing, which openpyxl puts into the properties and each part."""
    stream = io.BytesIO()
    workbook.save(stream)
    packed = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _TIMES.sub(rb"\g<1>1980-01-01T00:00:00Z\g<3>", part)
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, part)
    return packed.getvalue()
