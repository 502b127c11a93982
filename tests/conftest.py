"""Options and fixtures of the whole suite."""

from __future__ import annotations

import pytest
from hypothesis import settings

# A busy machine, or a pattern compiled at its first use, is no failure.
settings.register_profile("memo", deadline=None)
settings.load_profile("memo")

REGENERATE = "--regenerate-goldens"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        REGENERATE,
        action="store_true",
        default=False,
        help="write tests/golden anew from the stored readings; look at the difference before you commit it",
    )


@pytest.fixture
def is_regenerating(request: pytest.FixtureRequest) -> bool:
    """Whether goldens are to be written instead of compared."""
    return bool(request.config.getoption(REGENERATE))
