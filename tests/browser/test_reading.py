"""What a reader sees, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

NewPage = Callable[..., Page]

WIDTHS = [390, 1280]
SCHEMES = ["light", "dark"]
SCREENS = [(width, scheme) for width in WIDTHS for scheme in SCHEMES]
DISPATCH = "2012/06/19/putin-obama-urge-syria-peace-but-no-deal-on-assad/"
# One page of each kind.
PAGES = [
    *(
        "",
        DISPATCH,
        "leaders/vladimir-putin/",
        "countries/russia/",
        "organisations/united-nations/",
    ),
    *("leaders/", "countries/", "organisations/", "people/", "sections/", "agencies/", "timeline/"),
    *(
        "timeline/2012/06/",
        "2012/",
        "2012/06/",
        "2012/06/19/",
        "2012/w25/",
        "pairs/russia--syria/",
        "search/",
        "about/",
        "kitchen-sink/",
    ),
]
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# The lightness that a page's ground really has, by the browser's own reckoning.
GROUND = """() => {
  const canvas = document.createElement('canvas').getContext('2d');
  for (const element of [document.documentElement, document.body]) {
    canvas.fillStyle = getComputedStyle(element).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
  }
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return (red + green + blue) / 3;
}"""


def walk(page: Page) -> None:
    """From home to a leader, to a dispatch, to a country, by clicking what a reader sees."""
    page.goto("")
    page.locator("main").get_by_role("link", name="Vladimir Putin", exact=True).first.click()
    expect(page).to_have_url(re.compile(r"/leaders/vladimir-putin/$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vladimir Putin")
    page.locator("main").get_by_role("link", name=re.compile("^Putin, Obama Urge")).first.click()
    expect(page).to_have_url(re.compile(DISPATCH))
    expect(page.locator(".prose p").first).to_contain_text("made a joint call on Tuesday")
    page.locator(".prose").get_by_role("link", name="Syria", exact=True).first.click()
    expect(page).to_have_url(re.compile(r"/countries/syria/$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Syria")


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_reader_walks_from_home_to_a_country(new_page: NewPage, width: int, scheme: str) -> None:
    walk(new_page(width, scheme))


@pytest.mark.parametrize("width", WIDTHS)
def test_reader_without_javascript_walks_as_well(new_page: NewPage, width: int) -> None:
    walk(new_page(width, javascript=False))


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(new_page: NewPage, width: int) -> None:
    page = new_page(width)
    wide = {}
    for url in PAGES:
        answer = page.goto(url)
        assert answer is not None
        assert answer.ok, url
        if excess := page.evaluate(OVERFLOW):
            wide[url] = excess
    assert wide == {}


def test_light_is_light_and_dark_is_dark(new_page: NewPage) -> None:
    grounds = {}
    for scheme in SCHEMES:
        page = new_page(scheme=scheme)
        page.goto("")
        grounds[scheme] = page.evaluate(GROUND)
    assert grounds["light"] > 200
    assert grounds["dark"] < 60


def test_timeline_leads_to_its_sentence(new_page: NewPage) -> None:
    page = new_page()
    page.goto("leaders/vladimir-putin/")
    page.locator(".event-source a.event-dispatch").first.click()
    target = page.locator(":target")
    expect(target).to_have_class("sentence")
    expect(target).to_be_in_viewport()


def test_keyboard_reaches_the_content_first(new_page: NewPage) -> None:
    page = new_page()
    page.goto("")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_attribute("id", "main")
