"""NewsML 1.x of the IPTC: `NewsItem`s with NITF, HTML or plain text inside.

Source: https://iptc.org/standards/newsml-1/.
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

PRIORITY = 9

_KILLED = frozenset({"canceled", "cancelled", "withheld", "withdrawn", "killed"})
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def detect(data: bytes) -> bool:
    """XML whose root is `NewsML`."""
    return is_xml(data) and root_name(data) == "newsml"


def parse(data: bytes, source: str, agencies: Agencies) -> tuple[Dispatch, ...]:
    """The text items of the file."""
    root, warnings = parse_xml(data, source)
    drafts = [d for item in root.iter("NewsItem") if (d := _draft(item, agencies)) is not None]
    return tuple(
        compose(replace(draft, warnings=warnings if n == 1 else ()), source, n, agencies)
        for n, draft in enumerate(drafts, 1)
    )


def _draft(item: Element, agencies: Agencies) -> Draft | None:
    """The draft of a `NewsItem`; None for one without headline and text."""
    lines = ".//NewsLines"
    draft = _content(item, agencies)
    headline = find_text(item, f"{lines}/HeadLine") or draft.headline
    if not headline and not draft.body:
        return None
    status = (attribute(item, "NewsManagement/Status", "FormalName") or "").lower()
    return replace(
        draft,
        format="newsml-1.2",
        headline=headline,
        byline=find_text(item, f"{lines}/ByLine") or draft.byline,
        byline_is_field=True,
        agency=_agency(item, agencies) or draft.agency,
        slug=find_text(item, f"{lines}/SlugLine", "Identification/NameLabel") or draft.slug,
        keywords=_keywords(item),
        language=attribute(item, ".//DescriptiveMetadata/Language", "FormalName")
        or item.get(_LANGUAGE),
        place=_place(find_text(item, f"{lines}/DateLine")) or draft.place,
        stamps=(
            *stamps(find_text(item, "NewsManagement/ThisRevisionCreated")),
            *stamps(find_text(item, "NewsManagement/FirstCreated")),
            *draft.stamps,
        ),
        embargo=_embargo(item) or draft.embargo,
        killed=status in _KILLED or draft.killed,
        notes=(*_texts(item, f"{lines}/SubHeadLine"), *draft.notes),
        boilerplate=_texts(item, f"{lines}/CopyrightLine"),
    )


def _content(item: Element, agencies: Agencies) -> Draft:
    """The first text of the item: NITF, markup in CDATA, or paragraphs."""
    for data in item.iter("DataContent"):
        nitf = data.find(".//nitf")
        if nitf is not None:
            return nitf_draft(nitf, agencies)
        parts = blocks(data) if len(data) else html_paragraphs(raw_text(data))
        if any(part.strip() for part in parts):
            return Draft(body=paragraphs.join(parts), format="newsml-1.2")
    return Draft(body="", format="newsml-1.2")


def _place(line: str | None) -> str | None:
    """A dateline that holds more than a date."""
    if line is None or (stamps(line) and not any(ch.isalpha() for ch in line)):
        return None
    return line if any(ch in line for ch in ",(-") else None


def _agency(item: Element, agencies: Agencies) -> str | None:
    """The agency by provider, source, credit line or identifier; known ones first."""
    named = [
        attribute(item, ".//AdministrativeMetadata/Provider/Party", "FormalName"),
        attribute(item, ".//AdministrativeMetadata/Source/Party", "FormalName"),
        find_text(item, ".//NewsLines/CreditLine"),
        find_text(item, "Identification/NewsIdentifier/ProviderId"),
    ]
    for name in filter(None, named):
        if facts := agencies.by_name(name) or agencies.by_domain(name):
            return facts.name
    return next(filter(None, named[:3]), None)


def _keywords(item: Element) -> tuple[str, ...]:
    properties = item.iterfind(".//DescriptiveMetadata/Property")
    values = (p.get("Value", "") for p in properties if p.get("FormalName") == "Keyword")
    return tuple(dict.fromkeys(value for value in values if value))


def _embargo(item: Element) -> str | None:
    """The time at which an embargoed item becomes usable."""
    change = item.find("NewsManagement/StatusWillChange")
    status = (attribute(item, "NewsManagement/Status", "FormalName") or "").lower()
    if status != "embargoed":
        return None
    return find_text(change, "DateAndTime") if change is not None else "embargoed"


def _texts(item: Element, path: str) -> tuple[str, ...]:
    return tuple(text for found in item.iterfind(path) if (text := text_of(found)))
