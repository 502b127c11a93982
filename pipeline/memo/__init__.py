"""Readings and tables → memos: head fields, ITA scores, plan rows, report rows, signatories."""

from pipeline.memo.sheets import drop_repeats, find_repeats, tell_blank
from pipeline.memo.understand import understand_memos

__all__ = ["drop_repeats", "find_repeats", "tell_blank", "understand_memos"]
