"""One small frozen settings class per stage. Every threshold has its reason and the range that was measured."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IngestSettings:
    """File → upright page images."""


@dataclass(frozen=True, slots=True)
class LayoutSettings:
    """Page image → rules, grids, line boxes."""


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """Line boxes → text."""


@dataclass(frozen=True, slots=True)
class TableSettings:
    """Grids × text → tables over pages, headings."""


@dataclass(frozen=True, slots=True)
class MemoSettings:
    """Tables and lines → memo facts."""


@dataclass(frozen=True, slots=True)
class ReconcileSettings:
    """Plan + report → pairs and findings."""


@dataclass(frozen=True, slots=True)
class WorkbookSettings:
    """Records → workbooks."""


@dataclass(frozen=True, slots=True)
class BatchSettings:
    """Many files: workers and limits."""
