"""The example site as built: every link leads somewhere, and building leaves the clone clean."""

from __future__ import annotations

import csv
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import lxml.etree
import lxml.html
import pytest

from sites import REPOSITORY, Site

HOST = "http://host"
FILES = ("atom.xml", "data.json", "events.csv", "events.ics")
ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass(frozen=True)
class Page:
    """A page's ids and links; links absolute, as a browser at its address takes them."""

    ids: Counter[str]
    links: frozenset[str]


def read(path: Path, output: Path) -> Page:
    tree = lxml.html.fromstring(path.read_bytes())
    name = path.relative_to(output).as_posix()
    address = f"{HOST}/{name.removesuffix('index.html')}"
    links = (str(link) for link in tree.xpath("//a/@href | //link/@href | //script/@src"))
    return Page(Counter(tree.xpath("//@id")), frozenset(urljoin(address, link) for link in links))


@pytest.fixture(scope="module")
def pages(example_output: Path) -> dict[str, Page]:
    """Every page by its path from the site's root."""
    paths = [p for p in sorted(example_output.rglob("*.html")) if "pagefind" not in p.parts]
    return {f"/{p.relative_to(example_output).as_posix()}": read(p, example_output) for p in paths}


def leads_nowhere(link: str, pages: dict[str, Page], output: Path) -> bool:
    parts = urlsplit(link)
    path = f"{parts.path}index.html" if parts.path.endswith("/") else parts.path
    if not (output / path.lstrip("/")).is_file():
        return True
    return bool(parts.fragment) and path in pages and parts.fragment not in pages[path].ids


def test_every_link_leads_to_a_page_and_its_place(
    pages: dict[str, Page], example_output: Path
) -> None:
    broken = {
        (name, link)
        for name, page in pages.items()
        for link in page.links
        if link.startswith(HOST) and leads_nowhere(link, pages, example_output)
    }
    assert broken == set()
    assert sum(len(page.links) for page in pages.values()) > 1000


def test_ids_are_unique_on_each_page(pages: dict[str, Page]) -> None:
    doubled = {(n, i) for n, page in pages.items() for i, count in page.ids.items() if count > 1}
    assert doubled == set()


@pytest.mark.parametrize(
    "name",
    [
        *("index.html", "404.html", "leaders/vladimir-putin/index.html"),
        *("countries/russia/index.html", "organisations/united-nations/index.html"),
        *("timeline/index.html", "timeline/2012/06/index.html", "2012/06/19/index.html"),
        *("2012/w25/index.html", "pairs/russia--syria/index.html"),
        *("2012/06/index.html", "2012/index.html", "about/index.html", "search/index.html"),
        *("feeds/atom.xml", "leaders/vladimir-putin/atom.xml"),
    ],
)
def test_there_is_a_page_of_each_kind(example_output: Path, name: str) -> None:
    assert (example_output / name).stat().st_size > 500


def test_every_dispatch_has_its_page_and_every_draft_too(
    example: Site, example_output: Path
) -> None:
    pages = [*example_output.glob("20*/*/*/*/index.html"), *example_output.glob("drafts/*/*.html")]
    assert len(pages) == len(list(example.layout.dispatches.glob("*.md"))) > 20


def test_no_page_shows_an_unresolved_address(example_output: Path) -> None:
    marks = (b"{filename}", b"{leader}", b"{country}", b"{by}", b"{{")
    pages = sorted(example_output.rglob("*.html")) + sorted(example_output.rglob("*.xml"))
    assert [p for p in pages if any(mark in p.read_bytes() for mark in marks)] == []


def test_feeds_have_absolute_addresses(example_output: Path) -> None:
    feeds = sorted(example_output.rglob("atom.xml"))
    links = [
        link.get("href", "")
        for feed in feeds
        for link in lxml.etree.parse(feed).iter(f"{ATOM}link")
    ]
    assert len(links) > len(feeds) > 10
    assert [link for link in links if not link.startswith("http")] == []


def test_data_files_lie_beside_each_actor_and_each_part_of_the_timeline(
    example_output: Path, pages: dict[str, Page]
) -> None:
    kinds = ("leaders/*/", "countries/*/", "organisations/*/", "timeline/", "timeline/**/")
    found = {path.parent for kind in kinds for path in example_output.glob(f"{kind}index.html")}
    assert len(found) > 100
    for folder in found:
        url = f"/{folder.relative_to(example_output).as_posix()}"
        files = {f"{HOST}{url}/{name}" for name in FILES}
        assert files <= pages[f"{url}/index.html"].links
        data = json.loads((folder / "data.json").read_text("utf-8"))
        with (folder / "events.csv").open(encoding="utf-8", newline="") as file:
            rows = [row["id"] for row in csv.DictReader(file)]
        assert [event["id"] for event in data["events"]] == rows
        assert set(rows) <= pages[f"{url}/index.html"].ids.keys()


def test_building_changes_no_committed_file(example: Site, example_output: Path) -> None:
    assert example_output.is_dir()
    assert example.snapshot() == Site(REPOSITORY).snapshot()
