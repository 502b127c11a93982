"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class EngineName(StrEnum):
    """The readers that can be asked for."""

    AUTO = "auto"
    THAI = "thai"
    TESSERACT = "tesseract"


Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", "-j", min=1, metavar="N", help="Pages read at the same time.", show_default="one per processor"
    ),
]
Executor = Annotated[
    str, typer.Option("--executor", metavar="PLACE", help="Where to work; this version knows local only.")
]
Engine = Annotated[EngineName, typer.Option("--engine", help="Which reader turns pictures of lines into text.")]
Resume = Annotated[
    bool, typer.Option("--resume/--no-resume", help="Keep what an earlier run has done, or read everything anew.")
]
Plans = Annotated[
    list[Path] | None,
    typer.Option("--plan", metavar="FILE...", help="Plans: scans, or JSON written by extract.", show_default=False),
]
Reports = Annotated[
    list[Path] | None,
    typer.Option("--report", metavar="FILE...", help="Reports: scans, or JSON.", show_default=False),
]
Pages = Annotated[
    bool, typer.Option("--pages/--no-pages", help="Draw what was read over the pages; workbooks link there.")
]
Vocabulary = Annotated[
    Path | None,
    typer.Option(
        "--vocabulary", metavar="FILE.toml", help="Headings of tables beside those known.", show_default=False
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]
Out = Annotated[Path, typer.Option("--out", metavar="FOLDER", help="Folder for the results.")]

_MANY = {"--plan", "--report"}


def spread_values(arguments: Sequence[str]) -> list[str]:
    """Repeat an option that takes several values, so that `--plan a.pdf b.pdf` works as people (and shells) write it.

    >>> spread_values(["reconcile", "--plan", "a.pdf", "b.pdf", "--report", "c.pdf"])
    ['reconcile', '--plan', 'a.pdf', '--plan', 'b.pdf', '--report', 'c.pdf']
    """
    if "reconcile" not in arguments:
        return list(arguments)
    spread: list[str] = []
    option = ""
    fresh = False
    for argument in arguments:
        if argument.startswith("-") and argument != "-":
            option, fresh = argument, True
            spread.append(argument)
        elif option in _MANY and not fresh:
            spread += [option, argument]
        else:
            fresh = False
            spread.append(argument)
    return spread
