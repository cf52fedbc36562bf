"""What any test may ask for: a site of its own, the example site, the registry."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

from newswire.annotate import Context, load_context
from sites import REPOSITORY, MakeSite, Site, copy_example

SHARED = ("theme", "plugins", "pelicanconf.py")

COMMON = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
}
settings.register_profile("fast", max_examples=100, **COMMON)
settings.register_profile("ci", max_examples=100, derandomize=True, **COMMON)
settings.load_profile("ci" if os.environ.get("CI") else "fast")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--refresh-golden", action="store_true", help="write the expected files of golden tests"
    )


@pytest.fixture(scope="session")
def registry_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged registry, compiled once for all sites of this run."""
    folder = tmp_path_factory.mktemp("registry")
    load_context((), folder)
    return folder / "registry"


@pytest.fixture(scope="session")
def context(registry_cache: Path) -> Context:
    """The packaged actors and agencies."""
    return load_context((), registry_cache.parent)


@pytest.fixture(scope="session")
def make_site(registry_cache: Path) -> MakeSite:
    """Makes a minimal site in a folder: no seeds yet, no content."""

    def make(root: Path) -> Site:
        for name in SHARED:
            (root / name).symlink_to(REPOSITORY / name)
        for name in ("seeds", "content/dispatches", ".newswire/cache"):
            (root / name).mkdir(parents=True)
        shutil.copyfile(registry_cache, root / ".newswire/cache/registry")
        return Site(root)

    return make


@pytest.fixture
def site(tmp_path: Path, make_site: MakeSite) -> Site:
    return make_site(tmp_path)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory, make_site: MakeSite) -> Site:
    """This repository's own site, copied and built: once a run, by the worker that asks first."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    root = shared / "example"
    with FileLock(shared / "example.lock"):
        if not root.exists():
            site = make_site(tmp_path_factory.mktemp("example"))
            copy_example(site)
            site.build()
            site.root.rename(root)
    return Site(root)


@pytest.fixture(scope="session")
def example_output(example: Site) -> Path:
    return example.output
