"""Limits of a batch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class BatchSettings:
    """Many files: workers and limits."""

    vocabulary: Path | None = None
    """See `TableSettings`."""

    call_seconds: float = 300.0
    """A page that takes longer is given up. The slowest sample page takes 15 s on a busy core; ten times that and
    more still counts as slow, not as hung."""

    calls_per_worker: int = 500
    """A worker is replaced after so many calls, so that a leak in a library cannot grow without end."""

    calls_queued_per_job: int = 4
    """Calls waiting per worker: enough to keep it busy, few enough that 8,000 files stay small in memory."""

    picture_pages: int = 4
    """Page images kept for cutting out cell pictures; a page is 4 to 25 MB, and values come sorted by page."""
