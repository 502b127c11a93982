from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from pipeline.batch import work
from pipeline.cli.app import app
from pipeline.cli.options import spread_values

from .engines import SilentEngine

Memo = Callable[..., Result]


def run_memo(*arguments: object) -> Result:
    """`memo` in this process; whatever it is given, no traceback may reach the user."""
    result = CliRunner().invoke(app, spread_values([str(argument) for argument in arguments]), prog_name="memo")
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def memo() -> Memo:
    return run_memo


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of scans are loaded and measured for real, but nobody takes time to read them."""
    monkeypatch.setattr(work, "_engine", lambda name: SilentEngine())
