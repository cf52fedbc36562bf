"""A stored dispatch with its place on the site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from newswire.errors import MarkupError, WireError
from newswire.markup import Parsed, date_of, is_draft, line_of
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
    address = DRAFT_ADDRESS if is_draft(header) else ADDRESS
    return Article(parsed, date, address.format(date=date, slug=slug), file)


def doubles_in(articles: Iterable[Article]) -> dict[str, WireError]:
    """The files whose dispatch has the address of another, with what is wrong: a page can show
    only one, the first by the name of its file."""
    first: dict[str, Article] = {}
    doubles: dict[str, WireError] = {}
    for article in sorted(articles, key=lambda article: article.file):
        other = first.setdefault(article.url, article)
        if other is not article:
            line = line_of(article.parsed.story.header, "Slug")
            message = f"{other.file} has the same address, {article.url}"
            hint = "write another Slug, or delete one of the two files"
            doubles[article.file] = MarkupError(article.file, line, message, hint)
    return doubles
