"""Renders the theme as the site does, but from a hand-built model and without Pelican."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from sample_site import sample_site

from newswire.site.charts import template_globals
from newswire.site.pages import PAGE_TYPES
from newswire.site.views import DispatchView, SiteModel

THEME = Path(__file__).parents[2] / "theme"
SETTINGS = {
    "SITENAME": "Newswire",
    "SITESUBTITLE": "Wire dispatches with every leader, country and date marked",
    "SITEURL": "http://127.0.0.1:8000",
    "DEFAULT_LANG": "en",
    "SITE_FEED": "feeds/atom.xml",
}
Page = tuple[str, str, dict[str, Any]]


@pass_context
def href(context: Context, url: str) -> str:
    return f"{context['SITEURL']}/{url}"


@pass_context
def links(context: Context, html: Markup) -> Markup:
    return Markup(str(html).replace("{filename}", context["SITEURL"]))


def environment() -> Environment:
    """Jinja as Pelican sets it up, with autoescape on and unknown names an error."""
    env = Environment(
        loader=FileSystemLoader(THEME / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    env.filters.update(href=href, asset=href, links=links)
    env.globals.update(template_globals(href))
    return env


def render(site: SiteModel, siteurl: str = SETTINGS["SITEURL"]) -> dict[str, str]:
    """Every page's HTML by its address."""
    env = environment()
    settings = SETTINGS | {"SITEURL": siteurl}
    return {
        url: env.get_template(f"{name}.html").render(settings, site=site, page_url=url, **given)
        for url, name, given in pages(site, siteurl)
    }


def render_draft(site: SiteModel) -> str:
    """The newest dispatch of `site` as it looks while it is a draft without a date."""
    dispatch = site.dispatches[0]
    dispatch.datetime, dispatch.time_label = "", "date unknown"
    article = _article(dispatch, f"drafts/{dispatch.slug}/", "draft", SETTINGS["SITEURL"])
    return environment().get_template("dispatch.html").render(SETTINGS, site=site, article=article)


def _article(dispatch: DispatchView, url: str, status: str, siteurl: str) -> SimpleNamespace:
    """What Pelican hands to the template: its content has its addresses resolved already."""
    content = str(dispatch.content).replace("{filename}", siteurl)
    return SimpleNamespace(view=dispatch, url=url, status=status, content=content)


def pages(site: SiteModel, siteurl: str) -> Iterator[Page]:
    """Every page of the site: its address, its template, and what it gets beside `site`."""
    for dispatch in site.dispatches:
        article = _article(dispatch, dispatch.url, "published", siteurl)
        yield dispatch.url, "dispatch", {"article": article}
    for page_type in PAGE_TYPES:
        for page in page_type.select(site):
            yield page.url, page_type.template, dict(page.context)


@cache
def sample_pages() -> dict[str, str]:
    """The sample site, rendered once for all tests of a run."""
    return render(sample_site())
