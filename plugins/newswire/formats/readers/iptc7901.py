"""IPTC 7901: the wire format of European agencies.

Source: IPTC 7901 (1995), "The text transmission format". A message is SOH, a line `source and
number, priority, category, words`, a slug line, STX, version and note lines, a headline that
ends in ` =`, the body, ETX, a stamp `DDHHMM zone month year`, EOT. Control characters are often
gone by the time a file is saved.
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

PRIORITY = 11

MOST_HEAD_LINES = 10

_START = re.compile(rb"[\x00\x01\x16\x7f\s]*[a-z]{2,4}\d{3,4} \d [a-z]{1,4} \d{1,5} ")
_SERVICE = re.compile(
    r"^[\x00\x01\x16\x7f\s]*[a-z]{2,4}\d{3,4} \d [a-z]{1,4} \d{1,5} .*$", re.MULTILINE
)
_STAMP = re.compile(r"[\x03 ]*\d{6}(?: [A-Z]{3,4})? [^\W\d_]{3,9}\.? \d\d[ \x04\x7f]*")


def detect(data: bytes) -> bool:
    """A service line: letters and number, priority, category, count of words."""
    return bool(_START.match(data[:200]))


def parse(data: bytes, source: str, agencies: Agencies) -> tuple[Dispatch, ...]:
    """The messages of the file."""
    text, warnings = decode(data, source)
    starts = [match.start() for match in _SERVICE.finditer(text)]
    messages = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    return tuple(
        compose(_draft(message, agencies, warnings if n == 1 else ()), source, n, agencies)
        for n, message in enumerate(messages, 1)
    )


def _draft(message: str, agencies: Agencies, warnings: tuple[Caution, ...]) -> Draft:
    lines = message.strip("\x00\x01\x16\x7f\n ").split("\n")
    service, lines = lines[0], lines[1:]
    end = next((i for i, line in enumerate(lines) if _STAMP.fullmatch(line)), len(lines))
    stamp = wire_stamp(lines[end]) if end < len(lines) else None
    slug, head, body = _parted(lines[:end])
    draft = head_draft(head, body, agencies, format_="iptc-7901")
    return replace(
        draft,
        facts=draft.facts or _sender(service, agencies),
        slug=slug.rstrip("/") or None,
        stamps=(stamp,) if stamp else (),
        page=False,
        boilerplate=(*draft.boilerplate, slug, *lines[end : end + 1]),
        warnings=warnings,
    )


def _parted(lines: list[str]) -> tuple[str, list[str], list[str]]:
    """The slug line, the head up to the line that ends in ` =`, and the body."""
    filled = [i for i, line in enumerate(lines) if line.strip()]
    slug = lines[filled[0]].strip() if filled and "\x02" not in lines[filled[0]] else ""
    rest = lines[filled[0] + 1 :] if slug else lines
    ends = [i for i, line in enumerate(rest[:MOST_HEAD_LINES]) if re.search(r"=\s*$", line)]
    cut = (
        ends[0] + 1 if ends else next((i for i, line in enumerate(rest) if line.startswith(" ")), 0)
    )
    head = [re.sub(r"\s*=\s*$", "", line.replace("\x02", "")) for line in rest[:cut]]
    return slug, head, rest[cut:]


def _sender(service: str, agencies: Agencies) -> AgencyFacts | None:
    names = re.findall(r"[a-z]{2,}", service.split(" ", 4)[-1])
    return next((facts for name in names if (facts := agencies.by_mark(name))), None)
