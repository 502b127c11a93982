"""Cells × text → tables over pages, with columns known by meaning."""

from pipeline.tables.build import build_tables
from pipeline.tables.records import CellText, Column, Meaning, Row, StitchedTable, Tables
from pipeline.tables.vocabulary import load_vocabulary

__all__ = ["CellText", "Column", "Meaning", "Row", "StitchedTable", "Tables", "build_tables", "load_vocabulary"]
