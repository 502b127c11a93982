"""Memos as data → laid-out pages → degraded scans, with the exact truth beside them."""
