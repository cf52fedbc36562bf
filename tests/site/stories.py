"""Dispatches made from a few words, to ask what becomes of them."""

from __future__ import annotations

import datetime as dt

from newswire.markup import date_of, parse
from newswire.site.dispatches import Article

BODY = "The harbour of Riga opens again, its master said, and ships of every flag may call.\n"


def article(title: str, date: str, body: str = BODY, **fields: str) -> Article:
    """A dispatch of River News from Riga; `fields` add to its header or change it."""
    slug = fields.pop("Slug", title.casefold().replace(" ", "-"))
    header = {"Title": title, "Date": date, "Slug": slug, "Agency": "River News"}
    header |= {"Dateline": "RIGA", "Source": f"seeds/{slug}.txt"} | fields
    lines = "".join(f"{key}: {value}\n" for key, value in header.items() if value)
    parsed = parse(f"{lines}\n{body}")
    url = f"{date[:10].replace('-', '/')}/{slug}/"
    moment = date_of(parsed.story.header, slug)
    if moment is not None and moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)  # as Pelican does
    return Article(parsed, moment, url, f"content/{slug}.md")
