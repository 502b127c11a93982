"""Readings and tables → memos: head fields, ITA scores, plan rows, report rows, signatories."""

from pipeline.memo.understand import understand_memos

__all__ = ["understand_memos"]
