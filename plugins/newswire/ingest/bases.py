"""The last generated text of each dispatch, which tells what a person has changed in it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from newswire.errors import MarkupError
from newswire.ingest.files import read_text
from newswire.ingest.layout import Layout
from newswire.ingest.sources import OWN
from newswire.markup import Story, loads
from newswire.markup.header import load_header


class Bases:
    """Finds a dispatch's base: by its file's name, else by its `Source`, if it was moved."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    def of(self, text: str, path: Path) -> Story | None:
        """The base as a story; None where there is none, or where its source is another."""
        source = _source(text)
        base = self.layout.base / path.name
        if source is None:
            return None
        if not base.is_file() or _source(read_text(base)) != source:
            base = self._by_source.get(source, base)
        try:
            story = loads(read_text(base), self.layout.name(base))
        except (OSError, MarkupError):
            return None
        return story if dict(story.header).get(OWN) == source else None

    @cached_property
    def _by_source(self) -> dict[str, Path]:
        """Every base by its source; asked for only once a file was moved."""
        files = sorted(self.layout.base.glob("*.md"))
        return {source: file for file in files if (source := _source(read_text(file)))}


def _source(text: str) -> str | None:
    try:
        return dict(load_header(text, "")[0]).get(OWN)
    except MarkupError:
        return None
