"""Records → Excel workbooks, and analysts' decisions back out of them."""

from pipeline.workbook.books import write_document_workbook, write_reconciliation_workbook, write_summary_workbook
from pipeline.workbook.decisions import read_decisions

__all__ = ["read_decisions", "write_document_workbook", "write_reconciliation_workbook", "write_summary_workbook"]
