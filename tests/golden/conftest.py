"""Expected files, compared one by one and written anew on request."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def refreshing(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--refresh-golden"))


@pytest.fixture
def compare(refreshing: bool) -> Callable[[Path, str], None]:
    """Compares a text with the file that holds what is expected; without the file, fails."""

    def compare_with(expected: Path, text: str) -> None:
        if refreshing:
            expected.parent.mkdir(parents=True, exist_ok=True)
            expected.write_text(text, encoding="utf-8", newline="\n")
        assert expected.is_file(), f"no expected file {expected}: run `make golden`, read its diff"
        assert text == expected.read_text(encoding="utf-8")

    return compare_with
