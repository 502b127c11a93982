"""Names of output files: readable, safe on every file system, and never the same for two documents."""

from __future__ import annotations

import re
from collections.abc import Mapping

_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST = 80
"""Characters; Thai takes three bytes each in UTF-8, and file systems allow 255 bytes."""


def choose_stem(name: str, sha256: str, owners: Mapping[str, str]) -> str:
    """The file name without suffix, made safe; with part of the content hash when another document has it.

    owners: stems in use → content hash of their document.

    >>> choose_stem("แผน 2564.pdf", "abcdef0123", {})
    'แผน 2564'
    >>> choose_stem("scan001.pdf", "abcdef0123", {"scan001": "999"})
    'scan001-abcdef01'
    """
    stem = name.rsplit(".", 1)[0] if "." in name[1:] else name
    stem = _UNSAFE.sub("_", stem).strip(" .")[:_LONGEST] or "document"
    return stem if owners.get(stem, sha256) == sha256 else f"{stem}-{sha256[:8]}"
