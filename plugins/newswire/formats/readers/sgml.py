"""SGML of news archives: Reuters-21578, and the DOC files of TREC, NIST and the LDC.

Source: the tags of Reuters-21578 1.0 (D. Lewis), TREC volumes 1 to 5 and English Gigaword.
They close no paragraphs and quote no attributes, so a tag is sought, not a tree built.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace

from newswire.errors import FormatError
from newswire.formats.agencies import Agencies, AgencyFacts
from newswire.formats.compose import Draft, compose
from newswire.formats.dates import Stamp, find_stamp, wire_stamp
from newswire.formats.decode import decode
from newswire.formats.plain import numbered, plain_draft
from newswire.formats.service import read_document_number
from newswire.model import Dispatch

PRIORITY = 15

_FIELDS = {
    "headline": ("TITLE", "HEADLINE", "TI", "HL", "HEAD", "HEADER1"),
    "dateline": ("DATELINE",),
    "byline": ("AUTHOR", "BYLINE"),
    "published": ("DATE", "DATE_TIME", "DATETIME", "DATE1", "DD", "PUBDATE", "FILEID"),
    "section": ("SECTION",),
    "slug": ("SLUG", "SLUGLINE", "FIRST"),
    "agency": ("SOURCE", "PUB", "SO", "PROVIDER"),
    "number": ("DOCNO", "DOCID"),
    "body": ("BODY", "TEXT", "LP"),
}
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9_.:-]{0,30}(?:\s[^<>]{0,300})?/?>")
_MARK = re.compile(r"\[[^\[\]]{1,200}\]")


def detect(data: bytes) -> bool:
    """A `DOC` or a `REUTERS` element at the start, after a document type."""
    head = re.sub(rb"^\s*(?:<[?!][^>]{0,200}>\s*)*", b"", data[:1000])
    return bool(re.match(rb"<(?:DOC|REUTERS)\b[^>]{0,400}>", head, re.IGNORECASE))


def parse(data: bytes, source: str, agencies: Agencies) -> tuple[Dispatch, ...]:
    """The documents of the file. Raises `FormatError` where the last one is not closed."""
    text, warnings = decode(data, source)
    drafts = [_draft(number, doc, agencies) for number, doc in _documents(text, source)]
    if drafts:
        drafts[0] = replace(drafts[0], warnings=(*warnings, *drafts[0].warnings))
    return tuple(compose(draft, source, n, agencies) for n, draft in enumerate(drafts, 1))


def _documents(text: str, source: str) -> Iterator[tuple[str, str]]:
    """The opening tag and the contents of each document."""
    opening = re.compile(r"<(DOC|REUTERS)\b([^>]{0,400})>", re.IGNORECASE)
    lower, start = text.lower(), 0
    while match := opening.search(text, start):
        end = lower.find(f"</{match[1].lower()}>", match.end())
        if end < 0:
            line = text.count("\n", 0, match.start()) + 1
            reason = f"<{match[1]}> is not closed; the file is cut off"
            raise FormatError(source, line, reason, "fetch the file again")
        yield match[2], text[match.end() : end]
        start = end


def _draft(attributes: str, doc: str, agencies: Agencies) -> Draft:
    body = _body(doc)
    facts, dated = _number(attributes, doc, agencies)
    agency = _plain(_field(doc, "agency"))
    known = agencies.by_name(re.sub(r"\s*\(.*", "", agency)) if agency else None
    report = _is_report(doc)
    text = _report_text(body) if report else _inline_dateline(doc) + _lines(body).lstrip("\n")
    draft = plain_draft(numbered(text), agencies, format_="sgml", titled=True)
    if report:
        draft = _report(draft, doc)
    return replace(
        draft,
        headline=_plain(_field(doc, "headline")) or draft.headline,
        byline=_plain(_field(doc, "byline")) or draft.byline,
        facts=known or draft.facts or facts,
        place=None if _inline_dateline(doc) else _dateline(doc) or draft.place,
        section=_plain(_field(doc, "section")) or draft.section,
        slug=draft.slug or _slug(doc),
        stamps=(*_stamps(doc), *draft.stamps, *dated),
        page=False,
        warnings=(),
        line=None,
    )


def _field(doc: str, name: str) -> str | None:
    return next((text for tag in _FIELDS[name] if (text := _element(doc, tag))), None)


def _element(doc: str, tag: str) -> str | None:
    """The contents of the first element `tag`; up to the next tag where it is not closed."""
    match = re.search(rf"<{tag}(?:\s[^<>]{{0,300}})?>", doc, re.IGNORECASE)
    if not match:
        return None
    end = doc.lower().find(f"</{tag.lower()}>", match.end())
    return doc[match.end() : end] if end >= 0 else None


def _plain(text: str | None) -> str | None:
    if text is None:
        return None
    return " ".join(html.unescape(_TAG.sub(" ", text)).split()).strip("* ") or None


def _body(doc: str) -> str:
    """The text; a `TEXT` that holds other fields is searched for its `BODY` first."""
    if re.search(r"<TEXT\s+TYPE=\"?(?:BRIEF|UNPROC)", doc, re.IGNORECASE):
        return "" if "<TITLE" in doc.upper() else _element(doc, "TEXT") or ""
    body = _element(doc, "BODY")
    inner = _element(body, "TEXT") if body else None
    return inner or body or _element(doc, "TEXT") or _element(doc, "LP") or ""


def _lines(body: str) -> str:
    """Text without tags; `<P>` opens a paragraph."""
    marked = re.sub(r"\s*</?p(?:\s[^<>]{0,100})?>\s*", "\n\n", body, flags=re.IGNORECASE)
    return html.unescape(_TAG.sub("", marked))


def _dateline(doc: str) -> str | None:
    text = _plain(_element(doc, "DATELINE"))
    return text or None


def _inline_dateline(doc: str) -> str:
    """The dateline that shares its line with the first words of the text, as it stands there."""
    match = re.search(r"<DATELINE>([^<]{1,200}-\s*)</DATELINE><BODY>", doc, re.IGNORECASE)
    return html.unescape(match[1]) if match else ""


def _slug(doc: str) -> str | None:
    match = re.search(
        r"\b((?:BC|AM|PM)-[^\s<]{2,40})", _element(doc, "UNKNOWN") or _element(doc, "FIRST") or ""
    )
    return match[1] if match else None


def _stamps(doc: str) -> tuple[Stamp, ...]:
    """The stamps of the fields for dates, a broadcast's own first."""
    found = []
    for tag in _FIELDS["published"]:
        text = _plain(_element(doc, tag)) or ""
        stamp = wire_stamp(text) if tag == "FILEID" else _first_stamp(text)
        found.extend([stamp] if stamp else [])
    return tuple(found)


def _first_stamp(text: str) -> Stamp | None:
    if re.fullmatch(r"\d{6}", text):
        text = f"{text[:2]}-{text[2:4]}-{text[4:]}"
        text = f"19{text}"
    found = find_stamp(text)
    return found[0] if found else None


def _number(
    attributes: str, doc: str, agencies: Agencies
) -> tuple[AgencyFacts | None, tuple[Stamp, ...]]:
    """The agency and the date that a document's number holds (`APW20010403.0199`)."""
    if "NEWID" in attributes.upper():
        return agencies.by_id("reuters"), ()
    named = re.search(r"\b(?:id|docid)=\"?([\w.-]+)", attributes, re.IGNORECASE)
    text = named[1] if named else _plain(_field(doc, "number")) or ""
    number = read_document_number(text, agencies)
    facts = number.facts if number else agencies.by_document(text)
    return facts, (number.stamp,) if number and number.stamp else ()


def _is_report(doc: str) -> bool:
    """Whether this is a monitoring service's translation, with fields `<F>` above the text."""
    return bool(re.search(r"<F(?:\s[^<>]*)?>", doc[:4000]))


def _report_text(body: str) -> str:
    """The text of a monitored report, without its labels (`Language: French`)."""
    lines = _lines(body).strip().split("\n")
    kept = [line for line in lines if not re.match(r"\s*(?:Language|[A-Z]\w+ Type) ?:", line)]
    return "\n".join(kept)


def _report(draft: Draft, doc: str) -> Draft:
    """A monitored report: region and country as section, the broadcast's time, no marks."""
    head = doc.split("<TEXT>", 1)[0]
    fields = [
        _plain(text) or "" for text in re.findall(r"<F(?:\s[^<>]{0,50})?>([^<]{0,300})</F>", head)
    ]
    region = [text for text in fields if text and not re.search(r"\d", text)][:2]
    match = re.search(r"(\d{4}) GMT (\d{1,2} [A-Z][a-z]{2}) (\d\d)\b", " ".join(fields))
    found = (
        find_stamp(f"{match[2]} 19{match[3]} {match[1][:2]}:{match[1][2:]} GMT") if match else None
    )
    body, marks = _unmarked(draft.body)
    return replace(
        draft,
        body=body,
        section=" / ".join(region) or None,
        stamps=(found[0],) if found else draft.stamps,
        notes=(*draft.notes, *marks),
    )


def _unmarked(body: str) -> tuple[str, tuple[str, ...]]:
    """Takes the translator's marks (`[Excerpt]`) off both ends."""
    marks = []
    while match := _MARK.match(body):
        marks.append(match.group())
        body = body[match.end() :].lstrip()
    while body.endswith("]") and (start := body.rfind("[")) > 0:
        marks.append(body[start:])
        body = body[:start].rstrip()
    return body, tuple(marks)
