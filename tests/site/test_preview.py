"""The preview: seeds are watched between builds and never copied, no edit is lost in a build."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from newswire.ingest import Layout
from newswire.site.preview import Watch
from newswire.site.signals import AUTORELOAD
from sites import Site

PATIENCE = 60  # seconds
SEED = """Talks go on

BERLIN, June 4, 2015 (Sample Wire) - Angela Merkel met Francois Hollande on Thursday.
"""


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    for folder in ("seeds", "content", "theme"):
        (tmp_path / folder).mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("a", encoding="utf-8")
    return Layout.of(tmp_path)


def test_seeds_are_static_files_only_while_nothing_is_built(layout: Layout) -> None:
    watch = Watch(layout, str(layout.root / "theme"))
    settings: dict[str, Any] = {"STATIC_PATHS": ["images"]}
    for _ in range(2):
        watch.end(settings)
        assert settings["STATIC_PATHS"] == ["images", str(layout.seeds)]
        watch.begin(settings)
        assert settings["STATIC_PATHS"] == ["images"]


@pytest.mark.parametrize("where", ["seeds/a.txt", "seeds/new.txt", "content/x.md", "theme/x.css"])
def test_a_change_during_a_build_is_seen(layout: Layout, where: str) -> None:
    watch = Watch(layout, str(layout.root / "theme"))
    watch.begin({"STATIC_PATHS": []})
    (layout.content / "made-by-ingest.md").write_text("x", encoding="utf-8")
    watch.note_content()
    assert not watch.missed()
    (layout.root / where).write_text("changed", encoding="utf-8")
    assert watch.missed()


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("-r", True),
        ("--autoreload", True),
        ("-lr", True),
        ("-l", False),
        ("--relative-urls", False),
    ],
)
def test_a_preview_is_known_by_its_option(argument: str, expected: bool) -> None:
    assert (AUTORELOAD.fullmatch(argument) is not None) == expected


@contextmanager
def preview_of(site: Site) -> Iterator[None]:
    """`pelican --autoreload` on a site, for as long as the block takes."""
    command = [sys.executable, "-m", "pelican", "--autoreload"]
    with (site.root / "preview.log").open("w") as log:
        running = subprocess.Popen(
            command, cwd=site.root, stdout=log, stderr=log, env={**os.environ, "CI": "true"}
        )
        try:
            yield
        finally:
            running.kill()
            running.wait()


def wait_until(happened: Callable[[], bool], site: Site) -> None:
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, (site.root / "preview.log").read_text()
        time.sleep(0.2)


def test_a_preview_takes_in_a_new_seed_and_survives_a_broken_file(site: Site) -> None:
    site.write("seeds/first.txt", SEED)
    home = site.output / "index.html"
    with preview_of(site):
        wait_until(home.exists, site)
        time.sleep(1.5)  # until Pelican's watcher is up
        site.write("seeds/second.txt", SEED.replace("Talks go on", "Talks end in a deal"))
        wait_until(lambda: "Talks end in a deal" in home.read_text("utf-8"), site)
        time.sleep(1.5)
        site.write("content/dispatches/broken.md", "Title broken\nSource: x\n\ntext\n")
        log = site.root / "preview.log"
        wait_until(lambda: "broken.md:1: this line of the header" in log.read_text("utf-8"), site)
        time.sleep(1.5)
        (site.root / "content/dispatches/broken.md").unlink()
        site.write("seeds/third.txt", SEED.replace("Talks go on", "A third round is set"))
        wait_until(lambda: "A third round is set" in home.read_text("utf-8"), site)
