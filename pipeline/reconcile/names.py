"""The file name of a comparison."""

from __future__ import annotations

import re
import unicodedata

from pipeline.model import Reconciliation

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\s]+')
# Names that Windows keeps for devices, whatever follows the first dot.
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|COM\d|LPT\d)(?:\.|$)", re.IGNORECASE)
_LONGEST_BYTES = 200
"""UTF-8 bytes; file systems allow 255, and a suffix and a part of a hash may follow."""


def reconciliation_name(reconciliation: Reconciliation) -> str:
    """`<agency>-<report year>` without suffix, safe on every file system; Thai letters stay.

    A comparison without agency is named after its report, one without year "ไม่ทราบปี".
    """
    name = reconciliation.agency.strip() or _without_suffix(reconciliation.report_source.name)
    year = str(reconciliation.report_year) if reconciliation.report_year is not None else "ไม่ทราบปี"
    return f"{make_safe(name, _LONGEST_BYTES - len(year.encode()) - 1)}-{year}"


def make_safe(name: str, longest: int = _LONGEST_BYTES) -> str:
    """A file name of at most `longest` UTF-8 bytes, cut between letters and never inside one.

    >>> make_safe('อบต. เว่อ/"ทดสอบ".'), make_safe("..."), make_safe("con")
    ('อบต._เว่อ_ทดสอบ', 'document', '_con')
    """
    visible = "".join(
        char for char in unicodedata.normalize("NFC", name) if unicodedata.category(char) not in ("Cf", "Cs")
    )
    safe = _UNSAFE.sub("_", visible).strip(" ._")
    while len(safe.encode()) > longest or (safe and safe[-1] in " ._"):
        safe = safe[:-1]
    safe = safe or "document"
    return f"_{safe}" if _RESERVED.match(safe) else safe


def _without_suffix(name: str) -> str:
    stem, dot, _ = name.rpartition(".")
    return stem if dot and stem else name
