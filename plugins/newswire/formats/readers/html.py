"""Saved web pages: the article by trafilatura, what stands around it by Beautiful Soup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import trafilatura
from bs4 import BeautifulSoup, Tag

from newswire.errors import FormatError
from newswire.formats.agencies import Agencies, AgencyFacts
from newswire.formats.bylines import is_byline
from newswire.formats.compose import Draft, compose
from newswire.formats.dates import Stamp, find_stamp
from newswire.formats.decode import decode
from newswire.formats.markup import MOST_TAGS, blocks, parse_html, too_deep
from newswire.formats.plain import numbered, plain_draft
from newswire.model import Dispatch

PRIORITY = 25

LONGEST_PAGE = 5_000_000
"""Code points; a longer page is not an article."""

LONGEST_DATE = 100
"""Code points; a longer element holds more than a date."""

_ARTICLES = ("Article", "Report", "Posting")
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?"
    rb"<(?:!doctype html|html|head|body|article|div|p|h1|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)


def detect(data: bytes) -> bool:
    """A document type, or a tag that only HTML has, at the start."""
    return bool(_START.match(data[:4000]))


def parse(data: bytes, source: str, agencies: Agencies) -> tuple[Dispatch, ...]:
    """The article of the page. Raises `FormatError` for a page without one."""
    text, warnings = decode(data, source)
    if len(text) > LONGEST_PAGE or text.count("<") > MOST_TAGS:
        raise FormatError(source, None, "the page is too large", "save the article alone")
    if too_deep(text):
        raise FormatError(source, None, "the page is nested too deep", "save the article alone")
    soup = BeautifulSoup(text, "lxml")
    draft = _article(text, soup, agencies)
    if not draft.body:
        raise FormatError(source, None, "the page holds no article", "save it as text")
    return (compose(replace(draft, warnings=warnings), source, 1, agencies),)


def _article(text: str, soup: BeautifulSoup, agencies: Agencies) -> Draft:
    about = _linked_data(soup)
    headline = _headline(soup, about)
    lines = [line for line in _text(text) if line != headline]
    draft = plain_draft(numbered("\n\n".join(lines)), agencies, format_="html", titled=True)
    return replace(
        draft,
        headline=headline or draft.headline,
        byline=_byline(soup, about) or draft.byline,
        facts=draft.facts or _site(soup, about, agencies),
        language=_language(soup, about),
        stamps=(*_stamps(soup, about), *draft.stamps),
        url=_url(soup),
        line=None,
    )


def _text(text: str) -> list[str]:
    """The article's paragraphs; of a page too small to tell it, all of them."""
    found = trafilatura.extract(text, include_comments=False, include_tables=True)
    if found and len(found) > 200:
        return [line for line in found.split("\n") if line.strip()]
    body = parse_html(text).find("body")
    return [" ".join(part.split()) for part in blocks(body)] if body is not None else []


def _linked_data(soup: BeautifulSoup) -> dict[str, Any]:
    """What the page says of its article in schema.org's words; empty if nothing."""
    for script in soup.find_all("script", type="application/ld+json")[:20]:
        try:
            tree = json.loads(script.get_text(), strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue
        for thing in _things(tree, 0):
            if str(thing.get("@type")).strip("[]'").endswith(_ARTICLES):
                return thing
    return {}


def _things(tree: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 5:
        return
    if isinstance(tree, list):
        for part in tree:
            yield from _things(part, depth + 1)
    elif isinstance(tree, dict):
        yield tree
        yield from _things(tree.get("@graph"), depth + 1)


def _headline(soup: BeautifulSoup, about: dict[str, Any]) -> str | None:
    """The first heading of the first rank, else what the page's data call its headline."""
    heading = soup.find("h1")
    candidates = [
        _string(about.get("headline")),
        heading.get_text(" ") if heading else None,
        _meta(soup, "og:title"),
        soup.title.get_text(" ") if soup.title else None,
    ]
    return next((" ".join(text.split()) for text in candidates if text and text.strip()), None)


def _byline(soup: BeautifulSoup, about: dict[str, Any]) -> str | None:
    """The author by the page's data, else by a line marked as one."""
    authors = about.get("author")
    people = authors if isinstance(authors, list) else [authors]
    names = [_string(p.get("name") if isinstance(p, dict) else p) for p in people]
    if any(names):
        return " and ".join(name for name in names if name)
    for name in ("author", "article:author", "byl", "dc.creator"):
        value = _meta(soup, name)
        if value and "://" not in value:
            return value
    return next((text for text in _marked_bylines(soup) if is_byline(text)), None)


def _marked_bylines(soup: BeautifulSoup) -> Iterator[str]:
    marked = re.compile(r"byline|author", re.IGNORECASE)
    for element in soup.find_all(class_=marked, limit=10):
        for script in element.find_all("script"):
            script.extract()
        yield " ".join(element.get_text(" ").split()).replace(" ,", ",")


def _stamps(soup: BeautifulSoup, about: dict[str, Any]) -> tuple[Stamp, ...]:
    """When the page was published: by its data, its meta elements, its first `time`."""
    moment = soup.find("time")
    marked = soup.find_all(
        class_=re.compile(r"date|time|publish|posted|tarih|stamp", re.IGNORECASE)
    )
    candidates = [
        _string(about.get("datePublished")),
        _meta(soup, "article:published_time"),
        _meta(soup, "datePublished"),
        _meta(soup, "date"),
        _meta(soup, "pubdate"),
        _meta(soup, "dc.date"),
        _string(moment.get("datetime")) if isinstance(moment, Tag) else None,
        *(_string(element.get_text(" ")) for element in marked[:10]),
    ]
    found = (find_stamp(text) for text in candidates if text and len(text) < LONGEST_DATE)
    return tuple(stamp[0] for stamp in found if stamp)


def _site(soup: BeautifulSoup, about: dict[str, Any], agencies: Agencies) -> AgencyFacts | None:
    """The agency whose site this is, by name or address."""
    publisher = about.get("publisher")
    names = [
        _string(publisher.get("name")) if isinstance(publisher, dict) else None,
        _meta(soup, "og:site_name"),
        _meta(soup, "application-name"),
    ]
    parts = [part for name in names if name for part in (name, *re.split(r"[()|:–-]", name))]
    named = (agencies.by_name(part) for part in parts if part.strip())
    addresses = (_url(soup), _meta(soup, "og:url"), _meta(soup, "twitter:url"))
    linked = (agencies.by_domain(address) for address in addresses if address)
    return next(filter(None, (*named, *linked)), None)


def _language(soup: BeautifulSoup, about: dict[str, Any]) -> str | None:
    root = soup.find("html")
    stated = _string(root.get("lang")) if isinstance(root, Tag) else None
    return stated or _string(about.get("inLanguage"))


def _url(soup: BeautifulSoup) -> str | None:
    link = soup.find("link", rel="canonical")
    href = _string(link.get("href")) if isinstance(link, Tag) else None
    return href if href and re.match(r"https?://\S+$", href) else None


def _meta(soup: BeautifulSoup, name: str) -> str | None:
    """The content of the `meta` element called `name`, whichever attribute says so."""
    for key in ("property", "name", "itemprop"):
        element = soup.find("meta", attrs={key: re.compile(rf"^{re.escape(name)}$", re.IGNORECASE)})
        if isinstance(element, Tag) and (value := _string(element.get("content"))):
            return value
    return None


def _string(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
