"""The folder of the built site: what a build writes, and what it must not leave behind.

A dispatch that was deleted, moved or withdrawn would stay on the host, its raw text too, since
Pelican leaves old files where they are. Only what an earlier build of ours wrote is taken away;
other files in the folder are somebody else's.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from newswire.ingest.files import read_text, write_text


class Output:
    """Notes what a build writes below `folder`; `cache` is where it keeps that for the next."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder.resolve()
        name = hashlib.sha256(os.fspath(self.folder).encode()).hexdigest()[:12]
        self.memory = cache / f"written-{name}.txt"
        self.written: set[str] = set()

    def begin(self) -> None:
        """Before a build: nothing is written yet."""
        self.written.clear()

    def write(self, save_as: str, data: bytes) -> None:
        """Writes a file, its name relative to the folder."""
        path = self.folder / save_as
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self.written.add(save_as)

    def note(self, path: Path) -> None:
        """Notes a file that Pelican wrote."""
        self.written.add(path.resolve().relative_to(self.folder).as_posix())

    def sweep(self) -> None:
        """After a build without problems: takes away what only earlier builds wrote."""
        for name in self._earlier() - self.written:
            path = Path(name)
            if not path.is_absolute() and ".." not in path.parts:
                (self.folder / path).unlink(missing_ok=True)
                for parent in path.parents[:-1]:
                    _remove_if_empty(self.folder / parent)
        write_text(self.memory, "".join(f"{name}\n" for name in sorted(self.written)))

    def _earlier(self) -> set[str]:
        return set(read_text(self.memory).splitlines()) if self.memory.exists() else set()


def _remove_if_empty(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
