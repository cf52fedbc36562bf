"""The preview: seeds are watched too, and no edit is lost while a build runs."""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from newswire.ingest import Layout

Stamps = dict[str, tuple[int, int]]


class Watch:
    """Pelican watches settings, theme and content, and only between builds.

    The seeds are slipped in as a static path while it waits and taken out before it copies
    static files; what changed during a build is seen by comparing file stamps.
    """

    def __init__(self, layout: Layout, theme: str) -> None:
        self.layout = layout
        self.theme = Path(theme)
        self.seen: Stamps = {}

    def begin(self, settings: MutableMapping[str, Any]) -> None:
        """Before a build: seeds are not static files."""
        seeds = os.fspath(self.layout.seeds)
        settings["STATIC_PATHS"] = [path for path in settings["STATIC_PATHS"] if path != seeds]
        self.seen = self._stamps(self.layout.seeds, self.theme)

    def note_content(self) -> None:
        """After ingest, which writes content itself."""
        self.seen |= self._stamps(self.layout.content)

    def missed(self) -> bool:
        """Whether anything changed since the build began to read it."""
        return self.seen != self._stamps(self.layout.seeds, self.theme, self.layout.content)

    def end(self, settings: MutableMapping[str, Any]) -> None:
        """After a build: watch the seeds until the next."""
        if self.layout.seeds.is_dir():
            settings["STATIC_PATHS"] = [*settings["STATIC_PATHS"], os.fspath(self.layout.seeds)]

    def _stamps(self, *folders: Path) -> Stamps:
        return {
            os.fspath(path): (stat.st_mtime_ns, stat.st_size)
            for folder in folders
            for path in folder.rglob("*")
            if path.is_file() and not path.name.startswith(".")
            for stat in [path.stat()]
        }
