"""Raw text full of HTML, Markdown, templates and tags comes out as the characters that it is."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path

import lxml.etree
import lxml.html
import pytest
from icalendar import Calendar

from newswire.markup import loads
from newswire.site.exports.table import plain_cell
from sites import MakeSite, Site

CORPUS = Path(__file__).parent / "hostile"
SEEDS = sorted(CORPUS.glob("*.txt"))
HEADER = CORPUS / "header.md"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
DATA_BLOCK = "application/ld+json"


@dataclass(frozen=True)
class Page:
    """A built page as a browser sees it."""

    tree: lxml.html.HtmlElement

    def text(self, path: str) -> str:
        (element,) = self.tree.xpath(path)
        return str(element.text_content())

    def paragraphs(self) -> str:
        found = self.tree.xpath("//div[@class='prose']//p")
        return "\n\n".join(paragraph.text_content() for paragraph in found)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, make_site: MakeSite) -> Site:
    site = make_site(tmp_path_factory.mktemp("hostile"))
    for seed in SEEDS:
        site.write(f"seeds/{seed.name}", seed.read_bytes())
    site.write("content/dispatches/header.md", HEADER.read_bytes())
    site.build()
    return site


def read_by_machine(site: Site, seed: Path) -> dict[str, str]:
    """What the machine takes for headline, section and body."""
    done = site.newswire("annotate", str(site.layout.seeds / seed.name))
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def page_of(site: Site, source: str) -> Page:
    """The page whose source note names this seed."""
    for path in sorted(site.output.glob("20*/*/*/*/index.html")):
        page = Page(lxml.html.fromstring(path.read_bytes()))
        if source in page.text("//section[@class='source']"):
            return page
    raise AssertionError(f"no page of {source}")


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_corpus_reaches_the_machine(hostile: Site, seed: Path) -> None:
    headline, section = seed.read_text(encoding="utf-8").split("\n")[:2]
    found = read_by_machine(hostile, seed)
    assert f"HEADLINE: {found['headline']}" == headline
    assert f"SECTION: {found['section']}" == section
    assert len(found["body"].split("\n\n")) > 1


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_markdown_and_page_show_the_plain_characters(hostile: Site, seed: Path) -> None:
    found, page = read_by_machine(hostile, seed), page_of(hostile, f"seeds/{seed.name}")
    (markdown,) = (p for p in hostile.markdown() if f"seeds/{seed.name}" in p.read_text("utf-8"))
    assert loads(markdown.read_text(encoding="utf-8")).body == found["body"]
    assert page.paragraphs() == found["body"]
    assert page.text("//h1") == found["headline"]
    assert page.text("/html/head/title").startswith(found["headline"])
    assert page.text("//p[@class='kicker']") == found["section"]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_feed_shows_the_plain_characters(hostile: Site, seed: Path) -> None:
    found = read_by_machine(hostile, seed)
    feed = lxml.etree.parse(hostile.output / "feeds/atom.xml")
    entries = {
        entry.findtext("a:title", namespaces=ATOM): entry.findtext("a:content", namespaces=ATOM)
        for entry in feed.iterfind("a:entry", ATOM)
    }
    content = lxml.html.fragment_fromstring(entries[found["headline"]], "div")
    assert "\n\n".join(p.text_content() for p in content.iter("p")) == found["body"]


def test_data_files_hold_the_plain_characters(hostile: Site) -> None:
    data = json.loads((hostile.output / "timeline/data.json").read_text("utf-8"))
    with (hostile.output / "timeline/events.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    calendar = Calendar.from_ical((hostile.output / "timeline/events.ics").read_bytes())
    texts = {event["id"]: event["text"] for event in data["events"]}
    titles = {dispatch["title"] for dispatch in data["dispatches"]}
    bodies = " ".join(
        " ".join(body.split())
        for seed in SEEDS
        for body in [read_by_machine(hostile, seed)["body"]]
    )
    assert len(texts) > 1
    assert [text for text in texts.values() if " ".join(text.split()) not in bodies] == []
    assert titles <= {read_by_machine(hostile, seed)["headline"] for seed in SEEDS}
    assert {row["id"]: row["text"] for row in rows} == {
        id_: plain_cell(text) for id_, text in texts.items()
    }
    assert {str(entry["SUMMARY"]) for entry in calendar.walk("VEVENT")} <= set(texts.values())


def test_header_fields_show_the_plain_characters(hostile: Site) -> None:
    fields = dict(loads(HEADER.read_text(encoding="utf-8")).header)
    page = page_of(hostile, fields["Source"])
    shown = page.text("/html/body")
    for key in ("Title", "Category", "Agency", "Byline", "Dateline", "Version", "Correction"):
        assert fields[key] in shown, key


def test_no_script_runs_but_the_theme_own(hostile: Site) -> None:
    pages = sorted(hostile.output.rglob("*.html"))
    assert len(pages) > len(SEEDS)
    for path in pages:
        tree = lxml.html.fromstring(path.read_bytes())
        sources = {script.get("src", "") for script in tree.iter("script") if not _is_data(script)}
        assert {source.rpartition("theme/")[2] for source in sources} <= {"js/site.js"}, path
        assert tree.xpath("//iframe | //body//style | //body//img | //comment()") == [], path
        assert tree.xpath("//@*[starts-with(name(), 'on')]") == [], path
        assert [link for link in tree.xpath("//@href | //@src | //@action") if _runs(link)] == []


def test_data_blocks_hold_the_plain_characters(hostile: Site) -> None:
    for seed in SEEDS:
        page = page_of(hostile, f"seeds/{seed.name}")
        blocks = [script for script in page.tree.iter("script") if _is_data(script)]
        headlines = [json.loads(block.text or "").get("headline") for block in blocks]
        assert read_by_machine(hostile, seed)["headline"] in headlines


def test_no_template_of_the_text_ran(hostile: Site) -> None:
    page = page_of(hostile, "seeds/templates.txt")
    assert "{{ 7 * 7 }} is {{ SITENAME|upper }}" in page.paragraphs()
    assert "{filename}/pages/secret.md" in page.paragraphs()


def _is_data(script: lxml.html.HtmlElement) -> bool:
    return script.get("type") == DATA_BLOCK


def _runs(address: str) -> bool:
    return address.strip().lower().startswith(("javascript:", "data:text", "vbscript:"))
