"""A small site as built, file by file: run `make golden` after a change, and read the diff."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sites import MakeSite, Site

HERE = Path(__file__).parent
EXPECTED = HERE / "site"
STATIC_LIST = HERE / "static-files.txt"
# The theme's own files: which there are is compared, not what is in them.
STATIC = "theme/"
# Pagefind's index: its file names are digests that differ from run to run.
INDEX = "pagefind/"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, make_site: MakeSite) -> Site:
    site = make_site(tmp_path_factory.mktemp("golden"))
    for seed in (HERE / "seeds").iterdir():
        site.write(f"seeds/{seed.name}", seed.read_bytes())
    site.build()
    return site


def names_of(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def pages_of(output: Path) -> dict[str, bytes]:
    """Everything that is made of dispatches, with its bytes."""
    names = {name for name in names_of(output) if not name.startswith((STATIC, INDEX))}
    return {name: (output / name).read_bytes() for name in sorted(names)}


def test_no_page_is_missing_and_none_is_new(built: Site, refreshing: bool) -> None:
    if refreshing:
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for name, content in pages_of(built.output).items():
            (EXPECTED / name).parent.mkdir(parents=True, exist_ok=True)
            (EXPECTED / name).write_bytes(content)
    assert pages_of(built.output).keys() == names_of(EXPECTED), "run `make golden`, read its diff"


def test_every_page_is_as_expected(built: Site) -> None:
    pages = pages_of(built.output)
    differing = [name for name in pages if pages[name] != (EXPECTED / name).read_bytes()]
    assert differing == [], "run `make golden`, read its diff"


def test_theme_files_are_all_there(built: Site, compare: Callable[[Path, str], None]) -> None:
    static = sorted(name for name in names_of(built.output) if name.startswith(STATIC))
    compare(STATIC_LIST, "".join(f"{name}\n" for name in static))


def test_building_again_gives_the_same_bytes(built: Site) -> None:
    before = pages_of(built.output)
    built.build()
    assert pages_of(built.output) == before
