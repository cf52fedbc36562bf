"""Atom: the events of a part of the timeline that were reported last."""

from __future__ import annotations

from newswire.site.exports.dataset import Dataset
from newswire.site.feeds import ENTRIES, FEED, empty_feed
from newswire.site.marks import resolve_links


def event_feed(dataset: Dataset, title: str, siteurl: str) -> str:
    """The feed as XML, newest report first; an entry's id is the event's permalink."""
    page = f"{siteurl}/{dataset.url}"
    out = empty_feed(title, page, page + FEED)
    newest = sorted(dataset.events, key=lambda e: (e.dispatch.moment, e.id), reverse=True)
    for event in newest[:ENTRIES]:
        moment = event.dispatch.moment
        out.add_item(
            title=f"{event.when.label}: {event.text}",
            link=f"{siteurl}/{event.url}",
            unique_id=f"{siteurl}/{event.permalink}",
            description=None,
            content=str(resolve_links(str(event.sentence), siteurl)),
            author_name=event.dispatch.agency.name if event.dispatch.agency else title,
            categories=[event.type] if event.type else [],
            pubdate=moment,
            updateddate=moment,
        )
    return str(out.writeString("utf-8"))
