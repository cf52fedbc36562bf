"""A stored dispatch with its place on the site."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from newswire.markup import Parsed, date_of
from newswire.slugs import slugify

ADDRESS = "{date:%Y}/{date:%m}/{date:%d}/{slug}/"
DRAFT_ADDRESS = "drafts/{slug}/"


@dataclass(frozen=True)
class Article:
    """What the site needs of one dispatch's file. `date` is None for an undated draft."""

    parsed: Parsed
    date: dt.datetime | None
    url: str
    file: str

    @cached_property
    def fields(self) -> dict[str, str]:
        return dict(self.parsed.story.header)

    @cached_property
    def headline_words(self) -> frozenset[str]:
        return frozenset(slugify(self.fields["Title"]).split("-"))

    @property
    def day(self) -> dt.date | None:
        return self.date.date() if self.date else None

    @property
    def states_time(self) -> bool:
        return ":" in self.fields.get("Date", "")


def stored_article(parsed: Parsed, file: str) -> Article:
    """A dispatch as read from its file, whose header is sound; UTC where it gives no offset."""
    header = parsed.story.header
    date, slug = date_of(header, file), dict(header)["Slug"]
    if date is not None and date.tzinfo is None:
        date = date.replace(tzinfo=dt.UTC)
    url = ADDRESS.format(date=date, slug=slug) if date else DRAFT_ADDRESS.format(slug=slug)
    return Article(parsed, date, url, file)
