"""The word list, loaded before any test looks at a clock."""

from __future__ import annotations

import pytest

from pipeline.reading.lexicon import load_lexicon


@pytest.fixture(scope="session", autouse=True)
def _words() -> None:
    load_lexicon()
