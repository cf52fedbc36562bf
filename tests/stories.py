"""Dispatches made from a few words, to ask what becomes of them."""

from __future__ import annotations

from newswire.life import Article, stored_article
from newswire.markup import parse

BODY = "The harbour of Riga opens again, its master said, and ships of every flag may call.\n"


def article(title: str, date: str, body: str = BODY, **fields: str) -> Article:
    """A dispatch of River News from Riga; `fields` add to its header or change it."""
    slug = fields.pop("Slug", title.casefold().replace(" ", "-"))
    header = {"Title": title, "Date": date, "Slug": slug, "Agency": "River News"}
    header |= {"Dateline": "RIGA", "Source": f"seeds/{slug}.txt"} | fields
    lines = "".join(f"{key}: {value}\n" for key, value in header.items() if value)
    parsed = parse(f"{lines}\n{body}")
    return stored_article(parsed, f"content/{slug}.md")
