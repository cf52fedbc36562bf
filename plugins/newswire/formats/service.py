"""Service lines: archive document numbers, wire slugs and typesetting codes above a story."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newswire.formats.agencies import Agencies, AgencyFacts
from newswire.formats.dates import Stamp, find_stamp
from newswire.formats.headlines import version_mark

_DOCUMENT = re.compile(r"([A-Z]{2,6}(?:_[A-Z]{3}_)?)(\d{8}|\d{6})[.-](\d{4})(\.\d{3,4})?\b(.*)")
_SLUG = re.compile(
    r"((?:BC|AM|PM|AP|HFR|ADV)-[^<\n,]{2,60}|[A-Z][^<\n,]{2,60}--[^<\n,]{2,60})(?:,\s*([^,<\n]{2,40}))?(?:,\s*(\d{0,4}))?\s*<?"
)
_PLAIN_SLUG = re.compile(r"[a-z0-9]{2,20}(?:[-/][a-z0-9]{2,20}){1,6}")
_SERVICE = re.compile(
    r"(?:[a-z] [a-z]\b|[a-zA-Z]\d{4}\b).*?\b\d\d-\d\d(?: \d{3,4})?"
    r"|[a-zA-Z]\d{4}\s+&?Cx[0-9a-f]{2}.*"
    r"|.*\bCx1[0-9a-f]\b.*"
    r"|[A-Z]{2,4}/(?:[A-Z]+/)?\d{1,5}(?:\*|-[A-Z/\d-]+)?"
    r"|\d[\d,]{0,5}(?:st|nd|rd|th)(?: (?:&|and) [\d,]{1,6}(?:st|nd|rd|th))? Meetings?"
    r"(?: \([^()]*\))?\*?"
)
_CODES = re.compile(r"\s(?:(?:QL|QC|QR|UR|UC)(?=\s|$)\s?){1,4}")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """An archive's number for a story: whose it is, the stamp beside or in it."""

    facts: AgencyFacts | None
    stamp: Stamp | None


@dataclass(frozen=True, slots=True)
class Slug:
    """A wire's slug line: `BC-Summit, 2nd Ld-Writethru,0602`."""

    slug: str
    version: str | None = None


def read_document_number(line: str, agencies: Agencies) -> DocumentNumber | None:
    """The document number that `line` begins with (`APW20010403.0199 NEWS STORY ...`), or None.

    Broadcasts number by date and hour (`VOA20010403.1600.0101`), others by date and sequence.
    """
    match = _DOCUMENT.match(line.strip())
    if not match:
        return None
    prefix, day, hour, third, rest = match.groups()
    found = find_stamp(rest)
    facts = agencies.by_document(prefix + day)
    if found:
        return DocumentNumber(facts, found[0])
    if len(day) != 8:
        return DocumentNumber(facts, None)
    clock = f"T{hour[:2]}:{hour[2:]}" if third else ""
    dated = find_stamp(f"{day[:4]}-{day[4:6]}-{day[6:]}{clock}")
    return DocumentNumber(facts, dated[0] if dated else None)


def read_slug(line: str) -> Slug | None:
    """The slug line that `line` is, or None."""
    if _PLAIN_SLUG.fullmatch(line.strip()):
        return Slug(line.strip())
    match = _SLUG.fullmatch(line.strip())
    if not match:
        return None
    mark = version_mark(match[2]) if match[2] else None
    return Slug(match[1].strip(), match[2].strip() if mark else None)


def is_service_line(line: str) -> bool:
    """Whether `line` is a transmission header whose control characters were spelt out, or the
    number of a release or meeting as the United Nations print it (`SC/10775`, `6838th Meeting`).
    """
    return len(line) < 120 and bool(_SERVICE.fullmatch(line.strip()))


def typeset_lines(line: str) -> list[str]:
    """`line` parted at its typesetting codes (`QL`, `UR`, `QC`: quad left, upper rail, centre)."""
    return [part for part in _CODES.split(line + " ") if part.strip()] or [line]
