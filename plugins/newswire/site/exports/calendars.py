"""iCalendar (RFC 5545): events as whole days, which take no time of the reader's own.

A calendar knows days alone. What is known to the month, or about a day, says so in words before
its text; what is no closer than that would fill the calendar and say nothing, and is left out.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Iterable, Mapping

from icalendar import Calendar, Event

from newswire.site.exports.dataset import UNBOUNDED
from newswire.site.views import EventView, When

PRODUCER = "-//Newswire//Newswire//EN"
DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
LONGEST_VAGUE = dt.timedelta(days=31)
ONE_DAY = dt.timedelta(days=1)
# RFC 5545 lets no control character into a text but the tab and, escaped, the end of a line.
CONTROLS = dict.fromkeys({*range(0x20), 0x7F} - {ord("\t"), ord("\n")})
END = b"END:VCALENDAR"


def calendar(title: str, events: Iterable[EventView], entries: Mapping[str, bytes]) -> bytes:
    """The file; `entries` are those of all events that a calendar can hold, by id.

    An event stands in many calendars, so each entry is written once.
    """
    empty, name = Calendar(), _text(title)
    empty.add("version", "2.0")
    empty.add("prodid", PRODUCER)
    empty.add("name", name)
    empty.add("x-wr-calname", name)
    written: bytes = empty.to_ical(sorted=False)
    head, end, after = written.partition(END)
    body = b"".join(entries.get(event.id, b"") for event in events)
    return head + body + end + after


def calendar_entries(events: Iterable[EventView], siteurl: str) -> dict[str, bytes]:
    """The entry of each event that a calendar can hold, by its id."""
    return {event.id: _entry(event, siteurl) for event in events if has_place(event.when)}


def has_place(when: When) -> bool:
    """Whether a date is close enough for a calendar: days, or a month's worth at most."""
    if when.start in UNBOUNDED or when.end in UNBOUNDED:
        return False
    return is_days(when) or when.end - when.start < LONGEST_VAGUE


def is_days(when: When) -> bool:
    """Whether a date is a day or an interval of days, with nothing uncertain about it."""
    return bool(DAYS.fullmatch(when.edtf))


def _entry(event: EventView, siteurl: str) -> bytes:
    permalink = f"{siteurl}/{event.permalink}"
    entry = Event()
    entry.add("uid", str(uuid.uuid5(uuid.NAMESPACE_URL, permalink)))
    entry.add("dtstamp", event.dispatch.moment.astimezone(dt.UTC))
    entry.add("dtstart", event.when.start)
    entry.add("dtend", event.when.end + ONE_DAY)
    entry.add("summary", _text(_summary(event)))
    entry.add("description", _text(_reported_by(event)))
    entry.add("url", permalink)
    entry.add("transp", "TRANSPARENT")
    if event.type:
        entry.add("categories", [event.type])
    written: bytes = entry.to_ical(sorted=False)
    return written


def _summary(event: EventView) -> str:
    return event.text if is_days(event.when) else f"{event.when.label}: {event.text}"


def _reported_by(event: EventView) -> str:
    agency = event.dispatch.agency
    return f"{event.dispatch.title}, {agency.name}" if agency else event.dispatch.title


def _text(value: str) -> str:
    return value.translate(CONTROLS)
