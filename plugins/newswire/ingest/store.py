"""What a run reads and writes; in a dry run the writing is only remembered."""

from __future__ import annotations

from pathlib import Path

from newswire.ingest.files import read_markdown, write_text
from newswire.ingest.layout import Layout


class Store:
    """Files of a site. What a dry run would have written is what it reads back, so that it
    decides as the real run would."""

    def __init__(self, layout: Layout, *, dry_run: bool) -> None:
        self.layout = layout
        self.dry_run = dry_run
        self.pretended: dict[Path, str] = {}

    def exists(self, path: Path) -> bool:
        return path in self.pretended or path.exists()

    def read(self, path: Path) -> str | None:
        """The text of a file, or None where there is none. Raises `MarkupError` where a person
        saved it as something else than UTF-8."""
        if path in self.pretended:
            return self.pretended[path]
        return read_markdown(path, self.layout.name(path)) if path.exists() else None

    def write(self, path: Path, text: str) -> None:
        if self.dry_run:
            self.pretended[path] = text
        else:
            write_text(path, text)
