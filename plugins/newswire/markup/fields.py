"""What the header of a dispatch must hold to become a page."""

from __future__ import annotations

import datetime as dt

from newswire.errors import MarkupError
from newswire.markup.header import Header

REQUIRED = ("Title", "Slug")


def date_of(header: Header, path: str) -> dt.datetime | None:
    """The header's `Date`, with its offset if it has one; None where there is none.

    Raises `MarkupError` for what is no date.
    """
    fields = dict(header)
    if "Date" not in fields:
        return None
    try:
        return dt.datetime.fromisoformat(fields["Date"])
    except ValueError:
        line = list(fields).index("Date") + 1
        raise MarkupError(
            path, line, f"not a date: {fields['Date']!r}", "write 2012-06-19 10:39+04:00"
        ) from None


def require_fields(header: Header, path: str) -> None:
    """Raises `MarkupError` where a field that every page needs is missing."""
    fields = dict(header)
    for key in REQUIRED:
        if not fields.get(key):
            raise MarkupError(path, 1, f"the header has no {key}", f"add a line '{key}: …'")
