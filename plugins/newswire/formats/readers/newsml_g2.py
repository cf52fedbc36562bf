"""NewsML-G2: `newsItem`s of the IPTC, alone or in a `newsMessage`.

Source: https://iptc.org/standards/newsml-g2/. `located` is often the production desk, so the
dateline in the text counts, not that.
"""

from __future__ import annotations

from dataclasses import replace

from newswire.formats import paragraphs
from newswire.formats.agencies import Agencies
from newswire.formats.compose import Draft, compose
from newswire.formats.markup import (
    Element,
    attribute,
    blocks,
    find_text,
    html_paragraphs,
    is_xml,
    parse_xml,
    raw_text,
    root_name,
    text_of,
)
from newswire.formats.nitf import nitf_draft, stamps
from newswire.model import Dispatch

PRIORITY = 10

_KILLED = ("canceled", "cancelled", "withheld", "withdrawn")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def detect(data: bytes) -> bool:
    """XML whose root is `newsItem` or `newsMessage`."""
    return (
        is_xml(data)
        and root_name(data) in {"newsitem", "newsmessage", "packageitem"}
        and (b"<NewsItem" not in data[:8192])
    )


def parse(data: bytes, source: str, agencies: Agencies) -> tuple[Dispatch, ...]:
    """The text items of the file."""
    root, warnings = parse_xml(data, source)
    items = [root] if root.tag == "newsItem" else list(root.iter("newsItem"))
    drafts = [draft for item in items if (draft := _draft(item, agencies)) is not None]
    return tuple(
        compose(replace(draft, warnings=warnings if n == 1 else ()), source, n, agencies)
        for n, draft in enumerate(drafts, 1)
    )


def _draft(item: Element, agencies: Agencies) -> Draft | None:
    """The draft of a `newsItem`; None for a picture or a video without text."""
    status = (attribute(item, ".//pubStatus", "qcode") or "").rpartition(":")[2]
    headline = _headline(item)
    body, inner = _content(item, agencies)
    if not body and headline is None:
        return None
    draft = inner or Draft(body=body, format="newsml-g2")
    return replace(
        draft,
        format="newsml-g2",
        headline=headline or draft.headline,
        byline=find_text(item, "contentMeta/by") or draft.byline,
        byline_is_field=True,
        agency=_agency(item, agencies) or draft.agency,
        slug=find_text(item, "contentMeta/slugline") or draft.slug,
        language=attribute(item, "contentMeta/language", "tag") or item.get(_LANGUAGE),
        keywords=tuple(filter(None, map(text_of, item.iterfind("contentMeta/keyword")))),
        place=draft.place,
        stamps=(*stamps(_created(item)), *draft.stamps),
        embargo=find_text(item, "itemMeta/embargoed") or draft.embargo,
        killed=status in _KILLED or draft.killed,
        notes=_notes(item),
    )


def _created(item: Element) -> str | None:
    return find_text(item, "itemMeta/versionCreated", "contentMeta/contentModified")


def _headline(item: Element) -> str | None:
    """The main headline: the first without a role, or with the role of one."""
    lines = list(item.iterfind("contentMeta/headline"))
    plain = [line for line in lines if not line.get("role")]
    chosen = next(iter(plain or lines), None)
    return text_of(chosen) or find_text(item, "itemMeta/title")


def _agency(item: Element, agencies: Agencies) -> str | None:
    """The agency by its credit line, else by source, provider or rights; known ones first."""
    named = [
        find_text(item, "contentMeta/creditline"),
        attribute(item, "contentMeta/infoSource", "literal"),
        find_text(item, "contentMeta/infoSource/name"),
        find_text(item, "itemMeta/provider/name"),
        attribute(item, "itemMeta/provider", "literal"),
        (attribute(item, "itemMeta/provider", "qcode") or "").rpartition(":")[2],
        find_text(item, "rightsInfo/copyrightHolder/name"),
        attribute(item, "rightsInfo/copyrightHolder", "literal"),
    ]
    for name in filter(None, named):
        if facts := agencies.by_name(name) or agencies.by_domain(name):
            return facts.name
    return next(filter(None, named[:4]), None)


def _content(item: Element, agencies: Agencies) -> tuple[str, Draft | None]:
    """The text of the item: XHTML, NITF, or data that is HTML or plain."""
    for inline in item.iterfind("contentSet/inlineXML"):
        nitf = inline.find(".//nitf")
        if nitf is not None:
            draft = nitf_draft(nitf, agencies)
            return draft.body, draft
        body = inline.find(".//body")
        headline = _headline(item)
        parts = blocks(body if body is not None else inline)
        return paragraphs.join(part for part in parts if part != headline), None
    for data in item.iterfind("contentSet/inlineData"):
        return paragraphs.join(html_paragraphs(raw_text(data))), None
    return "", None


def _notes(item: Element) -> tuple[str, ...]:
    notes = map(text_of, item.iterfind("itemMeta/edNote"))
    subheads = (text_of(line) for line in item.iterfind("contentMeta/headline") if line.get("role"))
    return tuple(note for note in (*notes, *subheads) if note)
