"""Who wants to know how far a run has come."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told what happens, so that someone can draw it."""

    def plan(self, documents: int) -> None:
        """So many documents were found."""
        ...

    def add_pages(self, pages: int) -> None:
        """A document was opened and has so many pages."""
        ...

    def finish_pages(self, pages: int) -> None:
        """Pages are done, or were done before."""
        ...

    def finish_document(self, name: str) -> None:
        """A document is done."""
        ...

    def plan_comparisons(self, comparisons: int) -> None:
        """So many comparisons will be written."""
        ...

    def finish_comparison(self, name: str) -> None:
        """A comparison is written."""
        ...
