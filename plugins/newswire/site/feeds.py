"""Atom feeds: of the whole site, and of each leader, country and organisation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from feedgenerator import Atom1Feed

from newswire.site.views import DispatchView, SiteModel

ENTRIES = 50
FEED = "atom.xml"
SITE_FEED = f"feeds/{FEED}"


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: where it is saved, its name, and the dispatches in it, newest first."""

    save_as: str
    title: str
    page_url: str
    dispatches: Sequence[DispatchView]


def feeds_of(site: SiteModel, sitename: str) -> Iterable[Feed]:
    yield Feed(SITE_FEED, sitename, "", site.dispatches)
    for actor in site.actors():
        for link in actor.feeds:
            yield Feed(link.url, f"{actor.name} – {sitename}", actor.url, actor.dispatches)


def empty_feed(title: str, page: str, feed: str) -> Atom1Feed:
    """A feed without entries, by the whole addresses of its page and of itself."""
    return Atom1Feed(title=title, link=page, feed_url=feed, description="", language="en")


def atom(feed: Feed, siteurl: str, content_of: Callable[[str], str]) -> str:
    """The feed as XML. Addresses are absolute if `siteurl` is; ids are the dispatches' own.

    `content_of` gives the HTML of the dispatch at an address, with addresses under `siteurl`.
    """
    out = empty_feed(feed.title, f"{siteurl}/{feed.page_url}", f"{siteurl}/{feed.save_as}")
    for dispatch in feed.dispatches[:ENTRIES]:
        url = f"{siteurl}/{dispatch.url}"
        out.add_item(
            title=dispatch.title,
            link=url,
            unique_id=url,
            description=str(dispatch.summary),
            content=content_of(dispatch.url),
            author_name=dispatch.agency.name if dispatch.agency else feed.title,
            categories=[dispatch.section.name] if dispatch.section else [],
            pubdate=dispatch.moment,
            updateddate=dispatch.moment,
        )
    return str(out.writeString("utf-8"))
