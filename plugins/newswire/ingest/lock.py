"""One writer at a time: a preview, a build and a command may run on the same site."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock

from newswire.ingest.layout import Layout


@contextmanager
def locked(layout: Layout) -> Iterator[None]:
    """Waits until no other run writes the site's Markdown, and keeps others waiting."""
    layout.cache.mkdir(parents=True, exist_ok=True)
    with FileLock(layout.cache / "ingest.lock"):
        yield
