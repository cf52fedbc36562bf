"""Telex envelopes, `ZCZC ... NNNN`: field codes of one character, or `KEY#value` lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newswire.formats import paragraphs
from newswire.formats.agencies import Agencies
from newswire.formats.compose import Draft, compose
from newswire.formats.dates import find_stamp
from newswire.formats.decode import decode
from newswire.formats.plain import numbered, plain_draft
from newswire.model import Caution, Dispatch

PRIORITY = 12

_START = re.compile(rb"[\x00-\x20]*zczc\b", re.IGNORECASE)
_ENVELOPE = re.compile(r"^[\x00-\x20]*zczc\b", re.IGNORECASE | re.MULTILINE)
_FIELD = re.compile(r"([A-Z]{2})#(.*)")
_CODE = re.compile(r"[%$:*@!&](?=\S|$)(.*)")


def detect(data: bytes) -> bool:
    """`ZCZC` at the start."""
    return bool(_START.match(data[:80]))


def parse(data: bytes, source: str, agencies: Agencies) -> tuple[Dispatch, ...]:
    """The messages of the file."""
    text, warnings = decode(data, source)
    messages = [part for part in _ENVELOPE.split(text) if part.strip()]
    return tuple(
        compose(_draft(message, agencies, warnings if n == 1 else ()), source, n, agencies)
        for n, message in enumerate(messages, 1)
    )


def _draft(message: str, agencies: Agencies, warnings: tuple[Caution, ...]) -> Draft:
    lines = re.split(r"(?im)^nnnn\s*$", message)[0].split("\n")
    keyed = any(_FIELD.match(line) for line in lines[:5])
    draft = _keyed(lines) if keyed else _coded(lines, agencies)
    return replace(draft, warnings=(*warnings, *draft.warnings))


def _keyed(lines: Sequence[str]) -> Draft:
    """A message of `KEY#value` lines; `TX#` opens the text."""
    start = next((i for i, line in enumerate(lines) if line.startswith("TX#")), len(lines))
    fields = {m[1]: m[2].strip() for line in lines[:start] if (m := _FIELD.match(line.strip()))}
    text = [line.removeprefix("TX#") for line in lines[start:]]
    found = find_stamp(fields.get("PD", ""))
    return Draft(
        body=paragraphs.join(paragraphs.paragraphs(text)),
        format="zczc",
        headline=fields.get("TI"),
        byline=fields.get("BY") or None,
        agency=fields.get("KN"),
        slug=fields.get("KY"),
        stamps=(found[0],) if found else (),
        notes=tuple(filter(None, [fields.get("AB")])),
        boilerplate=tuple(line for line in lines[:start] if line[3:].strip()),
    )


def _coded(lines: Sequence[str], agencies: Agencies) -> Draft:
    """A message whose head lines begin with a code: the sender's, then plain text."""
    filled = [(i, line.strip()) for i, line in enumerate(lines) if line.strip()]
    start = next((i for i, text in filled[1:] if not _CODE.match(text)), len(lines))
    codes = [text for i, text in filled if i < start]
    draft = plain_draft(numbered("\n".join(lines[start:])), agencies, format_="zczc")
    words = [word for text in (*codes[1:], *codes[:1]) for word in re.findall(r"\w+", text)]
    sender = next((facts for word in words if (facts := agencies.by_mark(word))), None)
    boilerplate = (*codes, *draft.boilerplate)
    return replace(draft, facts=draft.facts or sender, boilerplate=boilerplate, line=None)
