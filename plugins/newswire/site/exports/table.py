"""CSV: one event a row, as RFC 4180 has it, and safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from newswire.site.exports.records import bound, event_type, ids_of
from newswire.site.views import EventView

COLUMNS = (
    *("id", "date", "start", "end", "type", "actors", "text", "background"),
    *("dispatch", "dispatch_title", "sentence", "permalink"),
)
# What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"), in full width too.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
TEXT_MARK = "'"


def table(events: Iterable[EventView], rows: Mapping[str, str]) -> str:
    """The file as text. `rows` are those of all events, by id."""
    return _line(COLUMNS) + "".join(rows[event.id] for event in events)


def event_rows(events: Iterable[EventView], siteurl: str) -> dict[str, str]:
    """The row of each event, by its id."""
    return {event.id: _line(_cells(event, siteurl)) for event in events}


def plain_cell(text: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe before what would be a formula."""
    return TEXT_MARK + text if text.startswith(FORMULA) else text


def _cells(event: EventView, siteurl: str) -> list[str]:
    return [
        event.id,
        event.when.edtf,
        bound(event.when.start) or "",
        bound(event.when.end) or "",
        event_type(event) or "",
        " ".join(ids_of(event.actors)),
        event.text,
        "yes" if event.background else "no",
        f"{siteurl}/{event.dispatch.url}",
        event.dispatch.title,
        f"{siteurl}/{event.url}",
        f"{siteurl}/{event.permalink}",
    ]


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(map(plain_cell, cells))
    return out.getvalue()
