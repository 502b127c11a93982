"""The exception tree, the exit codes and the issue codes.

    MemoError                     one clear sentence for the user, an issue code, an exit code
    ├── CannotStart     exit 2    nothing can run: bad arguments, a missing component, an unwritable folder
    └── CannotRead      exit 3    this document cannot be read; the batch goes on

A doubt about a value is no exception: it is an `Issue` in the data, and the run ends with exit code 1.
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """How a command ended; of several, the highest counts."""

    CLEAN = 0
    REVIEW = 1
    CANNOT_START = 2
    UNREADABLE = 3
    INTERRUPTED = 130


class MemoError(Exception):
    """A trouble the user can act on: `message` names the file and what to do, `code` is kebab-case."""

    exit_code = ExitCode.CANNOT_START

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

    def __reduce__(self) -> tuple[type[MemoError], tuple[str, str]]:
        # Crosses process borders; the default would pass only the message.
        return type(self), (self.code, self.message)


class CannotStart(MemoError):
    """Nothing can run: a bad argument, a missing component, an unwritable folder."""

    exit_code = ExitCode.CANNOT_START


class CannotRead(MemoError):
    """This document or page cannot be read; the rest goes on."""

    exit_code = ExitCode.UNREADABLE
