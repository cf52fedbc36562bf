"""Sites with the toy annotator."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from toy_wire import Wire

from newswire.ingest import Layout


@pytest.fixture
def wire(tmp_path: Path) -> Wire:
    return Wire(Layout.of(tmp_path))


@pytest.fixture
def new_wire(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Wire]:
    """Makes as many empty sites as a property needs."""
    return lambda: Wire(Layout.of(tmp_path_factory.mktemp("wire")))
