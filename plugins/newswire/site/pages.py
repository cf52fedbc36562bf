"""The pages of the site, one entry each: where it is, which template, what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newswire.site.exports import files_beside
from newswire.site.periods import event_activity
from newswire.site.views import EventView, Month, Period, SiteModel


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its address relative to the site's root, and what its template gets."""

    url: str
    context: Mapping[str, Any]
    save_as: str | None = None

    @property
    def file(self) -> str:
        return self.save_as or f"{self.url}index.html"


@dataclass(frozen=True, slots=True)
class PageType:
    """A kind of page: its template, and which pages of it a site has."""

    template: str
    select: Callable[[SiteModel], Iterable[Page]]


def _one(url: str, save_as: str | None = None) -> Callable[[SiteModel], Iterable[Page]]:
    """A page that there is once, and that reads everything from `site`."""
    return lambda _: [Page(url, {}, save_as)]


def _leaders(site: SiteModel) -> Iterable[Page]:
    return (Page(actor.url, {"actor": actor}) for actor in site.leaders)


def _countries(site: SiteModel) -> Iterable[Page]:
    return (Page(actor.url, {"actor": actor}) for actor in site.countries)


def _organisations(site: SiteModel) -> Iterable[Page]:
    return (Page(actor.url, {"actor": actor}) for actor in site.organisations)


def _pairs(site: SiteModel) -> Iterable[Page]:
    return (Page(pair.url, {"pair": pair}) for pair in site.pairs)


def _timeline(site: SiteModel) -> Iterable[Page]:
    months = event_activity(site.events)
    yield _timeline_page("timeline/", site.events, None, months)
    for period in site.timeline_parts:
        yield _timeline_page(period.url, period.events, period, [])


def _timeline_page(
    url: str, events: Sequence[EventView], period: Period | None, months: Sequence[Month]
) -> Page:
    files = files_beside(url)
    return Page(url, {"events": events, "period": period, "months": months, "files": files})


def _days(site: SiteModel) -> Iterable[Page]:
    return (Page(period.url, {"period": period}) for period in site.days)


def _weeks(site: SiteModel) -> Iterable[Page]:
    return (Page(period.url, {"period": period}) for period in site.weeks)


def _archives(site: SiteModel) -> Iterable[Page]:
    for kind, periods in (
        ("month", site.months),
        ("year", site.years),
        ("section", site.sections),
        ("agency", site.agencies),
    ):
        for period in periods:
            yield Page(period.url, {"period": period, "kind": kind})


PAGE_TYPES: tuple[PageType, ...] = (
    PageType("index", _one("")),
    PageType("leader", _leaders),
    PageType("country", _countries),
    PageType("organisation", _organisations),
    PageType("pair", _pairs),
    PageType("leaders", _one("leaders/")),
    PageType("countries", _one("countries/")),
    PageType("organisations", _one("organisations/")),
    PageType("people", _one("people/")),
    PageType("sections", _one("sections/")),
    PageType("agencies", _one("agencies/")),
    PageType("timeline", _timeline),
    PageType("day", _days),
    PageType("week", _weeks),
    PageType("period", _archives),
    PageType("search", _one("search/")),
    PageType("about", _one("about/")),
    PageType("kitchen-sink", _one("kitchen-sink/")),
    PageType("404", _one("404.html", save_as="404.html")),
)

# Rendered by Pelican itself, for each dispatch and for each page that a person writes.
PELICANS = ("dispatch", "page")


def template_names() -> list[str]:
    """Every template that a theme must have."""
    return [*PELICANS, *(page_type.template for page_type in PAGE_TYPES)]
