"""The files beside a page: what it tells, for programs, spreadsheets and calendars.

They are made from the same model as the pages and feeds, so what rights, an embargo or a kill
keeps off a page is in none of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from newswire.site.exports.calendars import calendar, calendar_entries
from newswire.site.exports.dataset import datasets_of
from newswire.site.exports.event_feed import event_feed
from newswire.site.exports.records import event_records, json_text
from newswire.site.exports.table import event_rows, table
from newswire.site.feeds import FEED
from newswire.site.views import Link, SiteModel

DATA, TABLE, CALENDAR = "data.json", "events.csv", "events.ics"


def data_beside(url: str) -> list[Link]:
    """The data files of a page, as it links to them."""
    return [Link("JSON", url + DATA), Link("CSV", url + TABLE), Link("iCal", url + CALENDAR)]


def files_beside(url: str) -> list[Link]:
    """The data files of a part of the timeline, after its feed."""
    return [Link("Atom", url + FEED), *data_beside(url)]


def exports_of(site: SiteModel, sitename: str, siteurl: str) -> Iterator[tuple[str, bytes]]:
    """Every file beside a page: where it is saved, and its bytes.

    An event is on many pages, so what each file says of it is made once. Addresses are absolute
    if `siteurl` is.
    """
    records = event_records(site.events, siteurl)
    rows = event_rows(site.events, siteurl)
    entries = calendar_entries(site.events, siteurl)
    for dataset in datasets_of(site):
        title = f"{dataset.title} – {sitename}"
        yield dataset.url + DATA, json_text(dataset, records, siteurl).encode()
        yield dataset.url + TABLE, table(dataset.events, rows).encode()
        yield dataset.url + CALENDAR, calendar(title, dataset.events, entries)
        if dataset.actor is None:
            yield dataset.url + FEED, event_feed(dataset, title, siteurl).encode()
