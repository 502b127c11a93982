"""Reading in the workers: plain functions of values, so that they can run anywhere."""

from __future__ import annotations

from functools import cache

from pipeline.ingest import Document
from pipeline.page import PageReading
from pipeline.reading import Engine, select_engine
from pipeline.recipe import read_page_or_fail


def read_one_page(document: Document, number: int, engine_name: str) -> PageReading:
    """One page of a document, with the engine that this process keeps."""
    return read_page_or_fail(document, number, _engine(engine_name))


@cache
def _engine(name: str) -> Engine:
    return select_engine(name)
