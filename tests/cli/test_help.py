"""The help, as someone reads it in a terminal of 80 columns."""

from __future__ import annotations

import pytest

from .conftest import Memo

COMMANDS = ["run", "reconcile", "review", "inspect", "extract"]


def test_the_program_lists_its_commands_in_the_order_of_work(memo: Memo) -> None:
    text = memo("--help").stdout
    places = [text.index(f"  {command} ") for command in COMMANDS]
    assert places == sorted(places)
    assert "Exit codes" in text


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_fits_and_nothing_is_cut(memo: Memo, command: str) -> None:
    result = memo(*command.split(), "--help")
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert "..." not in result.stdout.replace("}...", "").replace("[ARGS]...", "").replace("FILE...", "")


def test_without_arguments_the_help_is_shown(memo: Memo) -> None:
    result = memo()
    assert "Usage: memo" in result.output
