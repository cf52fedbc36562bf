"""NITF, alone in a file or inside NewsML.

Source: IPTC News Industry Text Format 3.x, https://iptc.org/standards/nitf/.
"""

from __future__ import annotations

import re

from newswire.formats import paragraphs
from newswire.formats.agencies import Agencies
from newswire.formats.bylines import LONGEST_BYLINE
from newswire.formats.compose import Draft
from newswire.formats.dates import Stamp, find_stamp, iso
from newswire.formats.markup import Element, attribute, blocks, find_text, text_of

_KILLED = frozenset({"canceled", "cancelled", "killed", "withdrawn", "withheld"})
_ISO_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?")


def nitf_draft(root: Element, agencies: Agencies) -> Draft:
    """The draft of an `nitf` element."""
    head = ".//body.head"
    message = attribute(root, ".//ed-msg", "info")
    issued = stamps(attribute(root, ".//date.issue", "norm"))
    return Draft(
        body=paragraphs.join(_body(root)),
        format="nitf",
        headline=find_text(root, f"{head}/hedline/hl1", "head/title", f"{head}/headline"),
        byline=_byline(root),
        byline_is_field=True,
        agency=_agency(root, agencies),
        slug=attribute(root, ".//fixture", "fix-id") or attribute(root, ".//du-key", "key"),
        keywords=tuple(key for k in root.iterfind(".//key-list/keyword") if (key := k.get("key"))),
        language=root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("baselang"),
        place=find_text(root, f"{head}/dateline/location"),
        stamps=(
            *issued,
            *stamps(attribute(root, ".//story.date", "norm")),
            *stamps(attribute(root, ".//pubdata", "date.publication")),
        ),
        embargo=_embargo(root, message, issued),
        killed=attribute(root, ".//docdata", "management-status") in _KILLED,
        notes=_notes(root, message),
    )


def stamps(norm: str | None) -> tuple[Stamp, ...]:
    """The stamp of an ISO 8601 date and time, basic (`20130403T140500+0200`) or extended."""
    if not norm:
        return ()
    basic = _ISO_BASIC.match(norm.strip())
    if basic:
        year, month, day, hour, minute, second, zone = basic.groups()
        clock = f"{hour}:{minute}" + (f":{second}" if second else "")
        norm = f"{year}-{month}-{day}T{clock}{zone or ''}"
    found = find_stamp(norm)
    return (found[0],) if found else ()


def _body(root: Element) -> tuple[str, ...]:
    content = root.find(".//body/body.content")
    if content is None:
        content = root.find(".//body.content")
    return blocks(content) if content is not None else ()


def _byline(root: Element) -> str | None:
    """The byline; of a person marked as such only the name."""
    byline = root.find(".//body.head/byline")
    if byline is None:
        return None
    person = find_text(byline, "person")
    if person:
        return person
    for title in byline.iterfind("byttl"):
        title.text = None
    text = text_of(byline)
    return text if text and len(text) <= LONGEST_BYLINE else None


def _agency(root: Element, agencies: Agencies) -> str | None:
    """The agency that a field names, a known one before any other."""
    named = [
        find_text(root, ".//distributor"),
        attribute(root, ".//doc.copyright", "holder"),
        find_text(root, ".//rights.owner"),
        attribute(root, ".//doc-id", "regsrc"),
        *(source.get("src-name") for source in root.iterfind(".//del-list/from-src")),
    ]
    known = (
        name for name in named if name and (agencies.by_name(name) or agencies.by_domain(name))
    )
    return next(known, next(filter(None, named[:3]), None))


def _embargo(root: Element, message: str | None, issued: tuple[Stamp, ...]) -> str | None:
    """The time before which the story is held back: `date.release` after the issue, or a note."""
    release = stamps(attribute(root, ".//date.release", "norm"))
    if release and (not issued or iso(release[0]) != iso(issued[0])):
        return iso(release[0])
    return message if message and re.search(r"embargo", message, re.IGNORECASE) else None


def _notes(root: Element, message: str | None) -> tuple[str, ...]:
    found = [message, find_text(root, ".//hl2"), *map(text_of, root.iterfind(".//body.head/note"))]
    found.extend(map(text_of, root.iterfind(".//body.end/tagline")))
    return tuple(note for note in found if note)
