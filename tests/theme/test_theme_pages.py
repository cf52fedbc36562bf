"""Every template renders, and what it renders is sound: markup, links, headings, hostile text."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
from functools import cache
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from lxml import html
from lxml.html import HtmlElement
from markupsafe import Markup
from render_theme import SETTINGS, THEME, render, render_draft, sample_pages
from sample_site import sample_site

from newswire.site.exports import exports_of
from newswire.site.views import SiteModel

TYPES = {
    "home": "",
    "404": "404.html",
    "dispatch": "2012/06/19/putin-and-obama-urge-end-to-fighting-in-syria-at-los-cabos/",
    "leader": "leaders/vladimir-putin/",
    "country": "countries/rus/",
    "organisation": "organisations/united-nations/",
    "pair": "pairs/rus--syr/",
    "directory": "leaders/",
    "people": "people/",
    "timeline": "timeline/",
    "timeline month": "timeline/2012/06/",
    "day": "2012/06/19/",
    "week": "2012/w25/",
    "month": "2012/06/",
    "section": "sections/diplomacy/",
    "sections": "sections/",
    "search": "search/",
    "about": "about/",
    "kitchen sink": "kitchen-sink/",
}
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7 * 7 }}"
WEIGHT = 40 * 1024  # bytes of a dispatch's HTML and all style sheets, compressed


def parsed(url: str) -> HtmlElement:
    return html.document_fromstring(sample_pages()[url])


def text_of(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("url", TYPES.values(), ids=TYPES)
def test_a_strict_policy_has_nothing_to_refuse(url: str) -> None:
    for element in parsed(url).iter("*"):
        assert element.tag != "style"
        assert not [name for name in element.attrib if name == "style" or name.startswith("on")]
        if element.tag == "script" and "src" not in element.attrib:
            assert json.loads(element.text)["@context"] == "https://schema.org"


@pytest.mark.parametrize("url", TYPES.values(), ids=TYPES)
def test_ids_are_unique_and_labels_exist(url: str) -> None:
    page = parsed(url)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    named = [i for value in page.xpath("//@aria-labelledby") for i in value.split()]
    assert set(named + page.xpath("//label/@for")) <= set(ids)


@pytest.mark.parametrize("url", TYPES.values(), ids=TYPES)
def test_headings_step_down_one_at_a_time(url: str) -> None:
    levels = [int(h.tag[1]) for h in parsed(url).xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(lower - upper <= 1 for upper, lower in pairwise(levels))


@pytest.mark.parametrize("url", TYPES.values(), ids=TYPES)
def test_no_link_lies_inside_another(url: str) -> None:
    # A parser would part nested links silently, so this looks at the text.
    depth = 0
    for tag in re.findall(r"<a[\s>]|</a>", sample_pages()[url]):
        depth += -1 if tag == "</a>" else 1
        assert 0 <= depth <= 1


def test_every_link_leads_to_a_page_a_file_or_a_feed() -> None:
    files = {f"theme/{path.relative_to(THEME / 'static')}" for path in THEME.rglob("static/**/*.*")}
    site = sample_site()
    feeds = {SETTINGS["SITE_FEED"]} | {f.url for actor in site.actors() for f in actor.feeds}
    data = {name for name, _ in exports_of(site, "Newswire", "")}
    known = set(sample_pages()) | files | feeds | data
    for url in sample_pages():
        for address in parsed(url).xpath("//@href|//@src"):
            target = urlsplit(address.removeprefix(SETTINGS["SITEURL"] + "/"))
            assert target.path in known or address.startswith("#"), f"{address} on /{url}"


def test_every_fragment_exists_on_its_page() -> None:
    ids = {url: set(parsed(url).xpath("//@id")) for url in sample_pages()}
    for url in sample_pages():
        for address in parsed(url).xpath("//a/@href[contains(., '#')]"):
            path, _, fragment = address.removeprefix(SETTINGS["SITEURL"] + "/").partition("#")
            assert fragment in ids[path or url], f"{address} on /{url}"


def test_a_site_under_a_path_has_no_address_from_the_server_root() -> None:
    for page in render(sample_site(), "../..").values():
        assert not html.document_fromstring(page).xpath("//@href[starts-with(., '/')]")


@pytest.mark.parametrize("url", TYPES.values(), ids=TYPES)
def test_hostile_text_stays_text(url: str) -> None:
    page = html.document_fromstring(hostile_pages()[url])
    assert not page.xpath("//script[not(@src)][not(@type='application/ld+json')]")
    assert not page.xpath("//img")
    assert "49" not in page.xpath("string(//title)")


@cache
def hostile_pages() -> dict[str, str]:
    site = sample_site()
    for dispatch in site.dispatches:
        dispatch.title = dispatch.place = dispatch.byline = dispatch.correction = HOSTILE
        dispatch.title_html = dispatch.summary = Markup("{}").format(HOSTILE)
    for actor in site.actors():
        actor.description, actor.other_names = HOSTILE, (HOSTILE,)
    for period in (*site.days, *site.weeks, *site.months, *site.years, *site.sections):
        period.name = HOSTILE
    return render(site)


def test_the_headline_of_a_dispatch_is_in_title_heading_and_data() -> None:
    page = parsed(TYPES["dispatch"])
    title = "Putin and Obama urge end to fighting in Syria at Los Cabos"
    assert text_of(page.xpath("//h1")[0]) == title
    assert page.xpath("string(//title)") == f"{title} | Newswire"
    data = json.loads(page.xpath("string(//script[@type='application/ld+json'])"))
    assert (data["@type"], data["headline"]) == ("NewsArticle", title)
    assert data["datePublished"] == "2012-06-19T10:39+04:00"


def test_the_text_of_a_dispatch_is_printed_unchanged() -> None:
    prose = parsed(TYPES["dispatch"]).xpath("//div[@class='prose']")[0]
    source = (THEME.parent / "tests/theme/sample_dispatch.html").read_text("utf-8")
    assert text_of(prose) == text_of(html.fragment_fromstring(source, create_parent=True))


def test_a_date_stands_once_above_its_events() -> None:
    page = parsed(TYPES["dispatch"])
    dates = [text_of(h) for h in page.xpath("//*[contains(@class, 'rail-when')]")]
    assert dates == ["May 2012", "2–3 June 2012", "19 June 2012", "March 2011"]
    assert len(page.xpath("//li[@class='event']")) == 5
    assert len(page.xpath("//div[@class='background']//li[@class='event']")) == 1


def test_what_happened_to_a_story_is_said() -> None:
    pages = sample_pages()
    older, newer, withdrawn = sample_site().dispatches[1::-1] + sample_site().dispatches[2:3]
    assert "There is a newer version:" in pages[older.url]
    assert "Earlier version" in pages[newer.url]
    assert "The agency has withdrawn this dispatch." in pages[withdrawn.url]


def test_a_draft_says_what_it_lacks_and_is_found_by_no_search() -> None:
    page = html.document_fromstring(render_draft(sample_site()))
    notice = text_of(page.xpath("//p[@class='notice']")[0])
    assert notice.startswith("Draft.")
    assert "no whole date" in notice
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not page.xpath("//*[@data-pagefind-body]")
    assert not page.xpath("//main//a[contains(@href, '/agencies/')]")
    assert not page.xpath("//time[@datetime='']")


@pytest.mark.parametrize("kind", ["leader", "country", "organisation", "timeline"])
def test_a_page_offers_what_lies_beside_it(kind: str) -> None:
    page, url = parsed(TYPES[kind]), f"{SETTINGS['SITEURL']}/{TYPES[kind]}"
    names = {"Atom": "atom.xml", "iCal": "events.ics", "JSON": "data.json", "CSV": "events.csv"}
    shown = {a.text: a.get("href") for a in page.xpath("//section[@class='downloads']//a")}
    assert shown == {name: url + file for name, file in names.items()}
    types = dict(
        zip(page.xpath("//link[@rel='alternate']/@href"), page.xpath("//link/@type"), strict=False)
    )
    assert set(shown.values()) < types.keys()


def test_an_empty_site_says_what_would_stand_there() -> None:
    pages = render(SiteModel(now=dt.date(2012, 6, 19)))
    assert "No dispatch yet." in pages[""]
    for url in ("leaders/", "countries/", "organisations/", "people/", "sections/", "timeline/"):
        assert html.document_fromstring(pages[url]).xpath("//p[@class='empty']"), url


def test_filters_wait_for_the_script_and_events_carry_what_it_filters_by() -> None:
    page = parsed("timeline/")
    assert page.xpath("//form[@data-filter-events][@hidden]")
    event = page.xpath("//li[@data-type='agreement']")[0]
    assert event.get("data-type-name") == "Agreement"
    assert event.get("data-actors").split("|")[0] == "SYR"
    assert event.get("data-names").split("|")[0] == "Syria"


def test_a_dispatch_is_light() -> None:
    sheets = sorted(THEME.rglob("static/css/**/*.css"))
    sent = [sample_pages()[TYPES["dispatch"]].encode(), *(sheet.read_bytes() for sheet in sheets)]
    assert sum(len(gzip.compress(part)) for part in sent) < WEIGHT


def test_the_offices_are_there_as_a_table_too() -> None:
    rows = parsed(TYPES["leader"]).xpath("//table[@class='facts']/tbody/tr")
    assert text_of(rows[0]) == "President Russia 7 May 2012 today"
    assert len(rows) == 4
