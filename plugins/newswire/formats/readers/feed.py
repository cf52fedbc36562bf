"""News feeds: RSS 0.9 to 2.0, RDF, Atom, and agencies' own lists of stories in XML."""

from __future__ import annotations

import re
from dataclasses import replace

from newswire.formats import paragraphs
from newswire.formats.agencies import Agencies
from newswire.formats.compose import Draft, compose
from newswire.formats.dates import Stamp, find_stamp
from newswire.formats.markup import (
    Element,
    attribute,
    find_text,
    html_paragraphs,
    is_xml,
    parse_xml,
    raw_text,
    root_name,
    text_of,
)
from newswire.formats.nitf import stamps
from newswire.model import Dispatch

PRIORITY = 20

_ROOTS = frozenset({"rss", "rdf", "feed", "channel"})
_FIELDS = {
    "headline": ("title", "headline"),
    "body": ("encoded", "content", "body", "text", "description", "summary"),
    "byline": ("creator", "author/name", "author", "byline", "byLine"),
    "published": (
        "pubDate",
        "published",
        "date",
        "PublishDate",
        "publishdate",
        "updated",
        "issued",
    ),
    "section": ("section", "category"),
    "agency": ("source", "origin", "publisher", "credit"),
    "url": ("link", "url", "guid"),
}


def detect(data: bytes) -> bool:
    """XML whose root is a feed's, or that holds several headlines with their contents."""
    if not is_xml(data):
        return False
    head = data[:65_536].lower()
    listed = head.count(b"<headline>") > 1 and b"<content" in head
    return root_name(data) in _ROOTS or (listed and root_name(data) not in {"doc", "html"})


def parse(data: bytes, source: str, agencies: Agencies) -> tuple[Dispatch, ...]:
    """The stories of a feed, in its order."""
    root, warnings = parse_xml(data, source)
    items = _items(root)
    home = _home(root, agencies)
    drafts = [_draft(item, home, agencies) for item in items]
    kept = [draft for draft in drafts if draft.headline or draft.body]
    return tuple(
        compose(replace(draft, warnings=warnings if n == 1 else ()), source, n, agencies)
        for n, draft in enumerate(kept, 1)
    )


def _items(root: Element) -> list[Element]:
    """Items and entries, or whatever elements have both a headline and its contents."""
    items = [*root.iter("item"), *root.iter("entry")]
    if items:
        return items
    return [e for e in root.iter() if e.find("headline") is not None and _field(e, "body")]


def _home(root: Element, agencies: Agencies) -> str | None:
    """The agency whose feed this is, by the feed's title, link or generator."""
    channel = root.find("channel")
    top = channel if channel is not None else root
    named = [find_text(top, "title"), find_text(top, "link"), attribute(top, "link", "href")]
    for name in filter(None, named):
        parts = [name, *re.split(r"\s[-–—|:]\s|:\s", name)]
        known = (agencies.by_name(part) or agencies.by_domain(part) for part in parts)
        if facts := next(filter(None, known), None):
            return facts.name
    return None


def _draft(item: Element, home: str | None, agencies: Agencies) -> Draft:
    body = "".join(raw_text(element) for element in _elements(item, "body")[:1])
    agency = _agency(_field(item, "agency"), agencies)
    return Draft(
        body=paragraphs.join(html_paragraphs(body)),
        format="feed",
        headline=_plain(_field(item, "headline")),
        byline=_field(item, "byline"),
        agency=agency or home,
        section=_section(item),
        keywords=tuple(dict.fromkeys(filter(None, map(text_of, item.iterfind("category"))))),
        language=item.get("{http://www.w3.org/XML/1998/namespace}lang"),
        stamps=_stamps(_field(item, "published")),
        url=_url(item),
    )


def _elements(item: Element, name: str) -> list[Element]:
    return [e for path in _FIELDS[name] for e in item.iterfind(path) if text_of(e)]


def _field(item: Element, name: str) -> str | None:
    return next(map(text_of, _elements(item, name)), None)


def _plain(text: str | None) -> str | None:
    """A title without the tags that some feeds put into it."""
    return " ".join(html_paragraphs(text)) or None if text else None


def _section(item: Element) -> str | None:
    return find_text(item, "section")


def _agency(name: str | None, agencies: Agencies) -> str | None:
    """The agency that an item credits (`/ritzau/`, `Via Ritzau`)."""
    if not name:
        return None
    facts = agencies.by_mark(re.sub(r"^(?:via|by|from)\s+", "", name, flags=re.IGNORECASE))
    return facts.name if facts else None


def _stamps(text: str | None) -> tuple[Stamp, ...]:
    """RFC 822 (`Tue, 19 Jun 2012 10:39:00 +0400`) or ISO 8601."""
    if not text:
        return ()
    found = find_stamp(text)
    return stamps(text) or ((found[0],) if found else ())


def _url(item: Element) -> str | None:
    link = _field(item, "url") or attribute(item, "link", "href")
    return link if link and re.match(r"https?://\S+$", link) else None
