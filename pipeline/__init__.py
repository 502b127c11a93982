"""Scanned Thai government memos → tables, year-over-year comparisons and Excel workbooks."""
