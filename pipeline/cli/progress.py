"""Progress bars on stderr: files, pages and comparisons, with the time left."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Column

_NAME = Column(max_width=24, no_wrap=True, overflow="ellipsis")
"""Columns of a terminal: at 80, the bar beside it keeps a third."""


class Bars:
    """Bars for what there is to do, drawn while the `with` block runs; nothing on a stderr that is no terminal."""

    def __init__(self, console: Console, quiet: bool) -> None:
        self._progress = Progress(
            TextColumn("{task.description:<11}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("left"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[now]}", markup=False, table_column=_NAME),
            console=console,
            disable=quiet or not console.is_terminal,
            transient=True,
        )
        self._files = self._progress.add_task("Files", total=None, now="", visible=False)
        self._pages = self._progress.add_task("Pages", total=0, now="", visible=False)
        self._comparisons = self._progress.add_task("Comparisons", total=None, now="", visible=False)
        self._page_total = 0

    def __enter__(self) -> Bars:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def plan(self, documents: int) -> None:
        """So many documents were found."""
        self._progress.update(self._files, total=documents, visible=True)

    def add_pages(self, pages: int) -> None:
        """A document was opened and has so many pages."""
        self._page_total += pages
        self._progress.update(self._pages, total=self._page_total, visible=True)

    def finish_pages(self, pages: int) -> None:
        """Pages are done, or were done before."""
        self._progress.advance(self._pages, pages)

    def finish_document(self, name: str) -> None:
        """A document is done."""
        self._progress.update(self._files, advance=1, now=name)

    def plan_comparisons(self, comparisons: int) -> None:
        """So many comparisons will be written."""
        self._progress.update(self._comparisons, total=comparisons, visible=True)

    def finish_comparison(self, name: str) -> None:
        """A comparison is written."""
        self._progress.update(self._comparisons, advance=1, now=name)
