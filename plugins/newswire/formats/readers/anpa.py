"""ANPA 1312: the wire format of American agencies, with its control characters.

Source: ANPA 1312 (1979), "Format for the transmission of text". A message is SOH, a service
line, a line `priority category slug MM-DD words`, STX, header lines (`^...<`), indented body
lines, ETX, a stamp, EOT. Declared word counts are often wrong and are not read.
"""

from __future__ import annotations

import re
from dataclasses import replace

from newswire.formats.agencies import Agencies, AgencyFacts
from newswire.formats.compose import Draft, compose
from newswire.formats.dates import wire_stamp
from newswire.formats.decode import decode
from newswire.formats.plain import head_draft
from newswire.model import Caution, Dispatch

PRIORITY = 10

MOST_HEAD_LINES = 60

STX, ETX, EOT = "\x02", "\x03", "\x04"

_START = re.compile(
    rb"[\x01\x16\s]*[A-Za-z]\d{4}[^\n\x1f]{0,20}\x1f[^\n]{0,80}\r?\n[a-z] [a-z]{1,3}[\x11-\x14 ]"
)


def detect(data: bytes) -> bool:
    """A service line with a unit separator, then priority and category."""
    return bool(_START.match(data[:300]))


def parse(data: bytes, source: str, agencies: Agencies) -> tuple[Dispatch, ...]:
    """The messages of the file."""
    text, warnings = decode(data, source)
    messages = [part for part in text.split(EOT) if part.strip("\x00\x0c\x16\x7f \t\n")]
    return tuple(
        compose(_draft(message, agencies, warnings if n == 1 else ()), source, n, agencies)
        for n, message in enumerate(messages, 1)
    )


def _draft(message: str, agencies: Agencies, warnings: tuple[Caution, ...]) -> Draft:
    service, _, rest = message.partition(STX)
    text, _, trailer = rest.partition(ETX)
    head, body = _parted(text)
    draft = head_draft([_unmarked(line) for line in head], body, agencies, format_="anpa-1312")
    stamp = wire_stamp(trailer)
    slug = _unmarked(head[0]).rsplit(",", 1)[0] if head else None
    return replace(
        draft,
        facts=draft.facts or _sender(service, trailer, agencies),
        slug=draft.slug or slug,
        stamps=(stamp,) if stamp else (),
        page=False,
        boilerplate=(*draft.boilerplate, trailer.strip(" \t\n<\x0c")),
        warnings=(*warnings, *_cut_off(rest)),
    )


def _parted(text: str) -> tuple[list[str], list[str]]:
    """The header lines, which begin at the margin, and the body, which is indented."""
    lines = text.split("\n")
    indented = (i for i, line in enumerate(lines) if re.match(r"(?:\t| {3})\s*\S", line))
    start = min(next(indented, len(lines)), MOST_HEAD_LINES)
    return lines[:start], [re.sub(r"\s*<\s*$", "", line).lstrip("^") for line in lines[start:]]


def _unmarked(line: str) -> str:
    return re.sub(r"^\W*\^|\s*[<=+]\s*$", "", line.strip()).strip()


def _sender(service: str, trailer: str, agencies: Agencies) -> AgencyFacts | None:
    """The agency by the stamp's first letters (`AP-WF-...`), or named in the service line."""
    names = [*re.findall(r"[A-Za-z]+", trailer)[:1], *re.findall(r"[A-Z]{3,}", service)]
    return next((facts for name in names if (facts := agencies.by_mark(name))), None)


def _cut_off(rest: str) -> tuple[Caution, ...]:
    if ETX in rest:
        return ()
    return (Caution(None, "the message has no end of text; it may be cut off"),)
