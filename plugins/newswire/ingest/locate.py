"""Where a story's Markdown is: where ingest wrote it, or where a person moved it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newswire.errors import MarkupError
from newswire.ingest.compose import day_of, slug_of, source_of
from newswire.ingest.layout import Layout
from newswire.ingest.store import Store
from newswire.markup.header import load_header
from newswire.model import Dispatch

NO_DAY = "undated"


class Locator:
    """Finds and names Markdown files. Content is searched once, and only when a file is missing."""

    def __init__(self, layout: Layout, store: Store) -> None:
        self.layout = layout
        self.store = store
        self.moved: dict[str, Path] | None = None
        self.given: set[str] = set()

    def new_name(self, dispatch: Dispatch) -> tuple[str, str]:
        """A file name, relative to the root, and the slug that goes with it.

        Two dispatches of one day never share an address: the second gets a number. A file
        that already holds this very story is no other dispatch's: a run died before it could
        record the story, or the ledger was lost.
        """
        folder = self.layout.dispatches
        day, slug, source = day_of(dispatch), slug_of(dispatch), source_of(dispatch)
        for number in range(1, 10_000):
            free_slug = slug if number == 1 else f"{slug}-{number}"
            name = f"{day or NO_DAY}-{free_slug}.md"
            holders = {self._source(folder / name), self._source(self.layout.base / name)}
            if name not in self.given and holders <= {None, source}:
                self.given.add(name)
                return self.layout.name(folder / name), free_slug
        raise OSError(f"ten thousand dispatches of {day} share the slug {slug}")

    def find(self, file: str, *sources: str) -> Path | None:
        """The story's file where ingest wrote it, else the one whose `Source` is one of these."""
        path = self.layout.root / file
        if self.store.exists(path):
            return path
        if self.moved is None:
            self.moved = dict(self._sources())
        return next((self.moved[source] for source in sources if source in self.moved), None)

    def _sources(self) -> Iterator[tuple[str, Path]]:
        for path in sorted(self.layout.content.rglob("*.md")):
            if source := self._source(path):
                yield source, path

    def _source(self, path: Path) -> str | None:
        """The seed that a Markdown file names, if it can be read; the build reports if not."""
        try:
            header, _ = load_header(self.store.read(path) or "", self.layout.name(path))
        except (OSError, MarkupError):
            return None
        return dict(header).get("Source")
