"""Progress bars on stderr: files and pages, with the time left."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn


class Bars:
    """Two bars, drawn while the `with` block runs; on a stderr that is no terminal nothing is drawn."""

    def __init__(self, console: Console, quiet: bool) -> None:
        self._progress = Progress(
            TextColumn("{task.description:<6}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("left"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[now]}", markup=False),
            console=console,
            disable=quiet or not console.is_terminal,
            transient=True,
        )
        self._files = self._progress.add_task("Files", total=None, now="")
        self._pages = self._progress.add_task("Pages", total=0, now="")
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
        self._progress.update(self._files, total=documents)

    def add_pages(self, pages: int) -> None:
        """A document was opened and has so many pages."""
        self._page_total += pages
        self._progress.update(self._pages, total=self._page_total)

    def finish_pages(self, pages: int) -> None:
        """Pages are done, or were done before."""
        self._progress.advance(self._pages, pages)

    def finish_document(self, name: str) -> None:
        """A document is done."""
        self._progress.update(self._files, advance=1, now=name)
