"""One small frozen settings class per stage. Every threshold has its reason and the range that was measured."""

from pipeline.settings.batch import BatchSettings
from pipeline.settings.grounds import GroundSettings
from pipeline.settings.ingest import IngestSettings
from pipeline.settings.layout import LayoutSettings
from pipeline.settings.memo import MemoSettings
from pipeline.settings.reading import ReaderSettings, ReadingSettings
from pipeline.settings.reconcile import ReconcileSettings
from pipeline.settings.tables import TableSettings
from pipeline.settings.workbook import WorkbookSettings

__all__ = [
    "BatchSettings",
    "GroundSettings",
    "IngestSettings",
    "LayoutSettings",
    "MemoSettings",
    "ReaderSettings",
    "ReadingSettings",
    "ReconcileSettings",
    "TableSettings",
    "WorkbookSettings",
]
