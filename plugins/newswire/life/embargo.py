"""Embargoes: until when a dispatch must not be published.

The one place where "now" is the real clock and not the newest dispatch's day.
"""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace

from newswire.errors import MarkupError
from newswire.formats import dates
from newswire.formats.dates import Stamp
from newswire.markup import Header, date_of, line_of


def now() -> dt.datetime:
    """The time of this build: `SOURCE_DATE_EPOCH`, else the clock's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch else dt.datetime.now(dt.UTC)


def held_back(header: Header, path: str, at: dt.datetime) -> MarkupError | None:
    """Why a dispatch is held back at a moment by its `Embargo:`; None when it is not.

    There is a remedy only where the line gives no end: any other embargo ends of itself.
    """
    embargo = dict(header).get("Embargo", "")
    if not embargo or "lifted" in embargo.casefold():
        return None
    end, line = embargo_end(embargo, date_of(header, path)), line_of(header, "Embargo")
    if end is None:
        hint = "write 'Embargo: 2012-06-22 10:00+00:00', or take the line out when it is over"
        return MarkupError(path, line, "under an embargo of unknown end", hint)
    if at < end:
        return MarkupError(path, line, f"under embargo until {end:%Y-%m-%d %H:%M%z}")
    return None


def embargo_end(embargo: str, sent: dt.datetime | None) -> dt.datetime | None:
    """When an embargo ends, as far as its line says; `sent`, the dispatch's own date, gives a
    missing year, day or zone. A day without a time ends it when it is over: later than meant,
    perhaps, but never too early."""
    printed = _printed(embargo.strip(), sent)
    try:
        end = dt.datetime.fromisoformat(printed or "")
    except ValueError:
        return None
    if end.tzinfo is None:
        end = end.replace(tzinfo=sent.tzinfo if sent and sent.tzinfo else dt.UTC)
    return end if ":" in str(printed) else end + dt.timedelta(days=1)


def _printed(embargo: str, sent: dt.datetime | None) -> str | None:
    """The end in ISO 8601; None where no date is settled, or a zone that means several things."""
    try:
        dt.datetime.fromisoformat(embargo)
    except ValueError:
        stamp = _stamp(embargo)
    else:
        return embargo
    if stamp is not None and sent is not None:
        stamp = _completed(stamp, sent)
    if stamp is None or (stamp.zone and dates.offset_of(stamp) is None):
        return None
    return dates.iso(stamp)


def _stamp(embargo: str) -> Stamp | None:
    """The date in a line, or the clock time at its end (`Embargoed until 1200 GMT`)."""
    found = dates.find_stamp(embargo)
    if found is not None:
        return found[0]
    words = embargo.strip(" .()*").split()
    ends = (" ".join(words[start:]) for start in range(len(words)))
    return next(filter(None, map(dates.read_clock, ends)), None)


def _completed(stamp: Stamp, sent: dt.datetime) -> Stamp:
    """A stamp with what it leaves to the dispatch's date: the order of 03/04, the day, the year."""
    if stamp.open_order is not None:
        return dates.settle(stamp, Stamp(sent.year, sent.month, sent.day), None)
    if stamp.day is None:
        return replace(stamp, year=sent.year, month=sent.month, day=sent.day)
    if stamp.year is not None or stamp.month is None:
        return stamp
    is_next = (stamp.month, stamp.day) < (sent.month, sent.day) and sent.month - stamp.month > 6
    return replace(stamp, year=sent.year + is_next)
