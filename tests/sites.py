"""A site of its own for a test, and the commands that a person runs in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result

from newswire.cli import cli
from newswire.ingest import Layout

REPOSITORY = Path(__file__).parents[1]
PELICAN_SECONDS = 120


@dataclass(frozen=True)
class Site:
    """A site in a folder of its own, with this repository's theme, plugin and settings."""

    root: Path

    @property
    def layout(self) -> Layout:
        return Layout.of(self.root)

    @property
    def output(self) -> Path:
        return self.root / "output"

    def write(self, name: str, content: str | bytes) -> Path:
        """A file of the site, its name relative to the root."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def newswire(self, *arguments: str, stdin: str | bytes | None = None) -> Result:
        """`newswire --root <this site> …`; a bug in it fails the test."""
        command = ["--root", str(self.root), *arguments]
        return CliRunner(catch_exceptions=False).invoke(cli, command, input=stdin)

    def pelican(self, *options: str) -> subprocess.CompletedProcess[str]:
        """Ingests and builds as a person would, in a process of its own."""
        return subprocess.run(
            [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", *options],
            cwd=self.root,
            env={**os.environ, "COLUMNS": "1000", "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            timeout=PELICAN_SECONDS,
            check=False,
        )

    def build(self) -> Path:
        """Builds without any error; returns the output folder."""
        done = self.pelican()
        assert done.returncode == 0, done.stdout + done.stderr
        return self.output

    def markdown(self) -> list[Path]:
        return sorted(self.layout.content.rglob("*.md"))

    def snapshot(self) -> dict[str, bytes]:
        """The bytes of every file that a person may commit, and of any that was left over."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for folder in (self.layout.seeds, self.layout.content, self.layout.state)
            for path in sorted(folder.rglob("*"))
            if path.is_file() and self.layout.cache not in path.parents
        }


MakeSite = Callable[[Path], Site]


def copy_example(site: Site) -> None:
    """Puts this repository's seeds, content and state into a site."""
    for name in ("seeds", "content", ".newswire/base"):
        shutil.copytree(REPOSITORY / name, site.root / name, dirs_exist_ok=True)
    shutil.copyfile(REPOSITORY / ".newswire/seeds.jsonl", site.layout.ledger)
