"""ninjs, the IPTC's news in JSON: 1.x, 2.x and 3.x, told by the shape of their keys.

Source: https://iptc.org/standards/ninjs/. 3.x has the keys of 2.x in camel case.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from newswire.errors import FormatError
from newswire.formats import paragraphs
from newswire.formats.agencies import Agencies
from newswire.formats.compose import Draft, compose
from newswire.formats.decode import decode
from newswire.formats.markup import html_paragraphs
from newswire.formats.nitf import stamps
from newswire.model import Caution, Dispatch

PRIORITY = 10

DEEPEST = 200
"""Levels of nesting; Python's parser would fail at about a thousand."""

_KEYS = ("headline", "headlines", "bodyhtml", "bodytext", "bodyxhtml", "bodies")
_KILLED = frozenset({"canceled", "cancelled", "withheld", "withdrawn"})

Item = dict[str, Any]


def detect(data: bytes) -> bool:
    """JSON that is an object or a list of objects."""
    return bool(re.match(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*[\"}]", data[:400]))


def parse(data: bytes, source: str, agencies: Agencies) -> tuple[Dispatch, ...]:
    """The text items of the file, which may be one item, a list, or an object that holds one."""
    text, warnings = decode(data, source)
    if _depth(text) > DEEPEST:
        raise FormatError(source, None, "the JSON is nested too deep", "this is no news item")
    try:
        tree = json.loads(text)
    except json.JSONDecodeError as error:
        reason = f"the JSON is broken or cut off: {error.msg}"
        raise FormatError(source, error.lineno, reason, "fetch the file again") from error
    items = list(_items(tree))
    if not items:
        raise FormatError(source, 1, "this JSON is no ninjs", "a headline or a body is needed")
    return tuple(
        compose(_draft(item, warnings if n == 1 else ()), source, n, agencies)
        for n, item in enumerate(items, 1)
    )


def _depth(text: str) -> int:
    depth = deepest = 0
    for bracket in re.findall(r"[\[{}\]]", text[:2_000_000]):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _items(tree: object) -> Iterator[Item]:
    """The items, their keys in lower case without underscores, so that all versions are one."""
    if isinstance(tree, list):
        for part in tree:
            yield from _items(part)
    elif isinstance(tree, dict):
        item = {re.sub(r"[_-]", "", str(key)).lower(): value for key, value in tree.items()}
        if any(key in item for key in _KEYS):
            yield item
        else:
            for value in item.values():
                if isinstance(value, list | dict):
                    yield from _items(value)


def _draft(item: Item, warnings: tuple[Caution, ...]) -> Draft:
    published = _string(item, "versioncreated", "firstcreated", "contentcreated", "published")
    return Draft(
        body=_body(item),
        format="ninjs",
        headline=_string(item, "headline", "title") or _pick(item.get("headlines")),
        byline=_string(item, "byline", "by"),
        byline_is_field=True,
        agency=_string(item, "source", "copyrightholder") or _source(item.get("infosources")),
        section=_names(item, "service", "sections"),
        slug=_string(item, "slugline", "slug"),
        keywords=tuple(_strings(item.get("keywords"))),
        language=_string(item, "language"),
        place=_string(item, "located", "dateline"),
        stamps=stamps(published),
        embargo=_string(item, "embargoed"),
        killed=(_string(item, "pubstatus") or "").lower() in _KILLED,
        url=_link(item),
        notes=tuple(filter(None, [_string(item, "ednote"), _string(item, "subheadline")])),
        warnings=warnings,
    )


def _body(item: Item) -> str:
    """The text, plain before marked up."""
    marked = _string(item, "bodyhtml", "bodyxhtml")
    plain = _string(item, "bodytext")
    if not (marked or plain):
        bodies = [b for b in item.get("bodies") or () if isinstance(b, dict)]
        marked = _pick([b for b in bodies if "html" in _kind(b)])
        plain = _pick([b for b in bodies if "html" not in _kind(b)])
    if marked:
        return paragraphs.join(html_paragraphs(marked))
    return paragraphs.join(paragraphs.paragraphs((plain or "").split("\n")))


def _kind(body: Item) -> str:
    return str(body.get("contenttype") or body.get("contentType") or body.get("role") or "").lower()


def _string(item: Item, *keys: str) -> str | None:
    values = (item.get(key) for key in keys)
    return next((v.strip() for v in values if isinstance(v, str) and v.strip()), None)


def _pick(values: object) -> str | None:
    """The value whose role is `main`, else the first."""
    found = [v for v in values if isinstance(v, dict)] if isinstance(values, list) else []
    found.sort(key=lambda v: v.get("role") != "main")
    return next((v["value"] for v in found if isinstance(v.get("value"), str)), None)


def _names(item: Item, *keys: str) -> str | None:
    for key in keys:
        for value in _strings(item.get(key)):
            return value
    return None


def _strings(values: object) -> list[str]:
    """Strings, or the names of objects."""
    found = values if isinstance(values, list) else []
    names = (v.get("name") if isinstance(v, dict) else v for v in found)
    return [name for name in names if isinstance(name, str) and name.strip()]


def _source(values: object) -> str | None:
    return next(iter(_strings(values)), None)


def _link(item: Item) -> str | None:
    url = _string(item, "uri", "url", "canonicalurl")
    return url if url and re.match(r"https?://", url) else None
