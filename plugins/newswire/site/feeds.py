"""Atom feeds: of the whole site, and of each leader, country and organisation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from feedgenerator import Atom1Feed

from newswire.site.views import DispatchView, SiteModel

ENTRIES = 50
SITE_FEED = "feeds/atom.xml"


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


def atom(feed: Feed, siteurl: str, content_of: Callable[[DispatchView], str]) -> str:
    """The feed as XML. Addresses are absolute if `siteurl` is; ids are the dispatches' own.

    `content_of` gives a dispatch's HTML with its addresses under `siteurl`.
    """
    out = Atom1Feed(
        title=feed.title,
        link=f"{siteurl}/{feed.page_url}",
        feed_url=f"{siteurl}/{feed.save_as}",
        description="",
        language="en",
    )
    for dispatch in feed.dispatches[:ENTRIES]:
        url = f"{siteurl}/{dispatch.url}"
        out.add_item(
            title=dispatch.title,
            link=url,
            unique_id=url,
            description=str(dispatch.summary),
            content=content_of(dispatch),
            author_name=dispatch.agency.name if dispatch.agency else feed.title,
            categories=[dispatch.section.name] if dispatch.section else [],
            pubdate=dispatch.moment,
            updateddate=dispatch.moment,
        )
    return str(out.writeString("utf-8"))
