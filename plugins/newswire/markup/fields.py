"""What the header of a dispatch may hold, and must hold to become a page."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterator, Mapping, Sequence

from newswire.errors import MarkupError
from newswire.markup.header import Header
from newswire.slugs import is_slip, slugify

REQUIRED = ("Title", "Slug")
RIGHTS = ("full", "excerpt", "none")
CHOICES: Mapping[str, Sequence[str]] = {
    "Rights": RIGHTS,
    "Status": ("draft", "published"),
    "Killed": ("yes",),
}
KNOWN = (
    *("Title", "Date", "Published", "Status", "Missing", "Reviewed", "Slug", "Category"),
    *("Summary", "Agency", "Byline", "Dateline", "About", "Version", "Correction", "Supersedes"),
    *("Killed", "Embargo", "Rights", "Url", "Slugline", "Source", "Also"),
)
SLUG = re.compile(r"\w[\w.-]*")
# An editor's own field is no mistake; `Rigths` is one, and would let out what is to be kept back.
ALMOST = 0.8


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
        message = f"not a date: {fields['Date']!r}"
        raise MarkupError(
            path, line_of(header, "Date"), message, "write 2012-06-19 10:39+04:00"
        ) from None


def is_draft(header: Header) -> bool:
    """Whether a dispatch is not to be published: it says so, or nothing says when it was sent."""
    fields = dict(header)
    return "Date" not in fields or fields.get("Status", "").casefold() == "draft"


def line_of(header: Header, key: str) -> int:
    """The line of the file on which a field stands."""
    return list(dict(header)).index(key) + 1


def header_problems(header: Header, path: str) -> list[MarkupError]:
    """Everything that is wrong with a header's fields, each with its line and remedy."""
    found = [*_missing(header, path), *_misspelt(header, path), *_wrong(header, path)]
    return sorted(found, key=lambda problem: problem.line or 0)


def _missing(header: Header, path: str) -> Iterator[MarkupError]:
    fields = dict(header)
    for key in REQUIRED:
        if not fields.get(key):
            yield MarkupError(path, 1, f"the header has no {key}", f"add a line '{key}: …'")


def _misspelt(header: Header, path: str) -> Iterator[MarkupError]:
    """Fields that are nearly one of ours."""
    known = {key.casefold(): key for key in KNOWN}
    for number, (key, value) in enumerate(header, 1):
        near = difflib.get_close_matches(key.casefold(), known, 1, ALMOST)
        if key not in KNOWN and near:
            meant = known[near[0]]
            mended = f"{meant}: {value}" if meant not in dict(header) else None
            yield MarkupError(
                path, number, f"unknown field {key}", f"did you mean {meant}?", mended
            )


def _wrong(header: Header, path: str) -> Iterator[MarkupError]:
    """Values that their fields cannot have."""
    for number, (key, value) in enumerate(header, 1):
        if key == "Slug" and value and not SLUG.fullmatch(value):
            meant = slugify(value)
            hint = f"did you mean {meant}?" if meant else "use letters and digits"
            mended = f"Slug: {meant}" if meant else None
            yield MarkupError(
                path, number, f"Slug is no name for an address: {value!r}", hint, mended
            )
        elif value.casefold() not in CHOICES.get(key, [value.casefold()]):
            hint = _meant(value, CHOICES[key])
            slips = [choice for choice in CHOICES[key] if is_slip(value, choice)]
            mended = f"{key}: {slips[0]}" if len(slips) == 1 else None
            yield MarkupError(path, number, f"{key} is {value!r}", hint, mended)
    try:
        date_of(header, path)
    except MarkupError as error:
        yield error


def _meant(value: str, choices: Sequence[str]) -> str:
    near = difflib.get_close_matches(value.casefold(), choices, 1)
    if near:
        return f"did you mean {near[0]}?"
    return f"one of {', '.join(choices)}" if len(choices) > 1 else f"{choices[0]}, or no such line"
