"""Plan and report → pairs of measures, outcomes, changes and findings. Knows records only."""

from pipeline.reconcile.compose import reconcile
from pipeline.reconcile.names import reconciliation_name
from pipeline.reconcile.pairing import DocumentPair, Pairing, Unpaired, pair_documents

__all__ = ["DocumentPair", "Pairing", "Unpaired", "pair_documents", "reconcile", "reconciliation_name"]
