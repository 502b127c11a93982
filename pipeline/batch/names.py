"""Names of output files: readable, safe on every file system, and never the same for two documents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_UNSAFE = re.compile(r'[\x00-\x1f\ud800-\udfff<>:"/\\|?*]+')
_LONGEST = 60
"""Characters; Thai takes three bytes each in UTF-8, and file systems allow 255 bytes with suffixes and all."""


class StemBook:
    """Which document has which name in an output folder; keys are content hashes.

    >>> book = StemBook({"แผน": "aaaa"})
    >>> book.choose("แผน", "aaaa"), book.choose("แผน", "bbbb")
    ('แผน', 'แผน-bbbb')
    """

    def __init__(self, owners: Mapping[str, str]) -> None:
        self._owners = {_fold(stem): key for stem, key in owners.items()}
        self._stems = {key: stem for stem, key in owners.items()}

    def choose(self, plain: str, key: str) -> str:
        """The name the document has already, or the plain one, with part of its key where another has that."""
        if key not in self._stems:
            candidates = (plain, f"{plain}-{key[:8]}", f"{plain}-{key}")
            stem = next(one for one in candidates if _fold(one) not in self._owners)
            self._owners[_fold(stem)] = key
            self._stems[key] = stem
        return self._stems[key]


def make_stem(name: str) -> str:
    """The file name without suffix, made safe and not too long.

    >>> make_stem("แผน/2564.pdf")
    'แผน_2564'
    """
    stem = name.rsplit(".", 1)[0] if "." in name[1:] else name
    return _UNSAFE.sub("_", stem).strip(" .")[:_LONGEST].strip(" .") or "document"


def _fold(stem: str) -> str:
    # macOS and Windows take "Scan" and "scan", and composed and decomposed letters, for one name.
    return unicodedata.normalize("NFC", stem).casefold()
