"""The theme in a real browser: filters, the reader's time and choice of theme, the margin."""

from __future__ import annotations

import mimetypes
import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright
from render_theme import SETTINGS, THEME, sample_pages

HOME = SETTINGS["SITEURL"] + "/"
STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"

pytestmark = pytest.mark.xdist_group("theme-browser")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which(os.environ.get("CHROMIUM", "chromium"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab in which the sample site is served under a strict policy, for a reader in Tokyo."""
    context = browser.new_context(timezone_id="Asia/Tokyo", color_scheme="light")
    page = context.new_page()
    page.set_default_timeout(10_000)
    problems: list[str] = []
    page.on("console", lambda message: message.type == "error" and problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.route("**/*", serve)
    yield page
    context.close()
    assert not problems


def serve(route: Route) -> None:
    path = route.request.url.removeprefix(HOME).partition("?")[0].partition("#")[0]
    if path.startswith("theme/"):
        file = THEME / "static" / path.removeprefix("theme/")
        kind = mimetypes.guess_type(file.name)[0]
        route.fulfill(body=file.read_bytes(), content_type=kind)
    else:
        headers = {"Content-Security-Policy": STRICT, "Content-Type": "text/html; charset=utf-8"}
        route.fulfill(body=sample_pages()[path], headers=headers)


def test_a_timeline_is_filtered_and_its_address_says_how(page: Page) -> None:
    page.goto(HOME + "timeline/")
    page.get_by_label("Kind").select_option("Agreement")
    expect(page.locator(".event:visible")).to_have_count(10)
    page.get_by_label("Actor").select_option("Iran")
    expect(page.locator(".event:visible")).to_have_count(1)
    expect(page.locator(".rail > li:visible")).to_have_count(1)
    expect(page.get_by_text("1 of 50")).to_be_visible()
    assert page.url == HOME + "timeline/?type=agreement&actor=IRN"


def test_an_address_with_a_filter_opens_filtered(page: Page) -> None:
    page.goto(HOME + "timeline/?actor=IRN")
    expect(page.get_by_label("Actor")).to_have_value("IRN")
    expect(page.locator(".event:visible")).to_have_count(5)
    page.get_by_label("Actor").select_option("All")
    expect(page.locator(".event:visible")).to_have_count(50)
    assert page.url == HOME + "timeline/"


def test_names_are_found_by_any_spelling(page: Page) -> None:
    page.goto(HOME + "leaders/")
    page.get_by_label("Name contains").fill("путин")
    expect(page.locator(".directory > li:visible")).to_have_count(1)
    expect(page.locator(".directory > li:visible")).to_contain_text("Vladimir Putin")


def test_dark_or_light_is_chosen_and_remembered(page: Page) -> None:
    page.goto(HOME)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Dark or light").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.goto(HOME + "leaders/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark != light


def test_the_time_of_a_dispatch_is_told_in_the_readers_zone_too(page: Page) -> None:
    page.goto(HOME + "2012/06/19/g20-leaders-close-two-day-summit-in-mexico/")
    expect(page.get_by_text("15:39 your time")).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("url", ["", "leaders/vladimir-putin/", "timeline/", "kitchen-sink/"])
def test_no_page_scrolls_sideways(page: Page, url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(HOME + url)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_tap_on_a_date_tells_what_it_stands_for_where_there_is_no_margin(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(HOME + "2012/06/19/g20-leaders-close-two-day-summit-in-mexico/")
    date = page.get_by_text("last November")
    note = "element => getComputedStyle(element, '::after').content"
    assert date.evaluate(note) == "none"
    date.click()
    assert date.evaluate(note) == '" (November 2011)"'


def test_the_margin_tells_what_a_date_stands_for(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(HOME + "2012/06/19/g20-leaders-close-two-day-summit-in-mexico/")
    date = page.locator(".prose .when").first
    note = date.evaluate("element => getComputedStyle(element, '::after').content")
    assert note.startswith('"18 June 2012"')
    assert "18 June 2012" not in page.locator(".prose p").first.inner_text()
