"""E-mail (RFC 822 and MIME): a story in the body, often with a form above it."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from email.message import EmailMessage
from io import BytesIO

from newswire.errors import FormatError
from newswire.formats.agencies import Agencies
from newswire.formats.compose import Draft, compose
from newswire.formats.dates import Stamp, find_stamp
from newswire.formats.decode import decode
from newswire.formats.markup import html_paragraphs
from newswire.formats.plain import numbered, plain_draft
from newswire.model import Caution, Dispatch

PRIORITY = 30

MOST_PARTS = 1_000
MOST_FIELDS = 65_536
"""Parts of a mail, and bytes in all its header fields; more are an attack on the parser, whose
objects take forty times as much memory, and whose time grows with the square of a field."""

_FIELD = re.compile(rb"[!-9;-~]+:")
_FIELDS = (
    rb"delivered-to|received|return-path|from|to|cc|subject|date|message-id|mime-version|sender"
    rb"|reply-to|content-type|x-[\w-]{1,60}|dkim-signature|authentication-results|list-[\w-]{1,30}"
)
_START = re.compile(
    rb"(?:From [^\n]{1,200}\n)?(?:%s):[ \t]?[^\n]{0,1000}\n" % _FIELDS, re.IGNORECASE
)
_TELLING = re.compile(
    rb"^(?:received|message-id|mime-version|return-path|delivered-to):",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNATURE = re.compile(
    r"^-- ?$|^_{5,}$|^(?:Sent from my|Skype:|Mobile:|Tel(?:ephone)?:|Phone:)", re.MULTILINE
)
_DISCLAIMER = re.compile(
    r"^(?:this (?:e-?mail|message)\b.{0,80}\b(?:confidential|intended)"
    r"|the information (?:contained )?in this (?:e-?mail|message))",
    re.IGNORECASE | re.MULTILINE,
)


def detect(data: bytes) -> bool:
    """Header fields of mail, one that only mail has among them; or From, Subject and Date."""
    head = data[:16_384].replace(b"\r\n", b"\n")
    if not _START.match(head):
        return False
    fields = head.split(b"\n\n", 1)[0].lower()
    sent = all(
        re.search(rb"^%s:" % name, fields, re.MULTILINE) for name in (b"from", b"subject", b"date")
    )
    return sent or bool(_TELLING.search(fields))


def parse(data: bytes, source: str, agencies: Agencies) -> tuple[Dispatch, ...]:
    """The story of a mail. Raises `FormatError` for one without text."""
    _refuse_attacks(data, source)
    try:
        message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
        text, warnings = _text(message, source)
    except RecursionError:
        raise _refused(source, None, "is nested too deep") from None
    story, closing = _without_signature(text)
    draft = plain_draft(numbered(story), agencies, format_="mail")
    draft = _completed(draft, message, agencies)
    closing_lines = tuple(line for line in closing.split("\n") if line.strip())
    draft = replace(draft, boilerplate=(*draft.boilerplate, *closing_lines))
    draft = replace(draft, warnings=warnings, line=None)
    return (compose(draft, source, 1, agencies),)


def _refuse_attacks(data: bytes, source: str) -> None:
    """Raises `FormatError` before the parser sees what it would choke on."""
    fields = parts = 0
    in_field = False
    lines = BytesIO(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
    for number, line in enumerate(lines, 1):
        in_field = bool(_FIELD.match(line)) or (in_field and line[:1] in b" \t")
        fields += len(line) * in_field
        parts += line.startswith(b"--")
        if fields > MOST_FIELDS:
            raise _refused(source, number, f"has more than {MOST_FIELDS // 1024} kB of fields")
        if parts > MOST_PARTS:
            raise _refused(source, number, f"has more than {MOST_PARTS} parts")


def _refused(source: str, line: int | None, reason: str) -> FormatError:
    return FormatError(source, line, f"the mail {reason}", "save its story alone, as text")


def _text(message: EmailMessage, source: str) -> tuple[str, tuple[Caution, ...]]:
    """The plain text of a mail, else the text of its HTML."""
    for kind in ("plain", "html"):
        part = message.get_body(preferencelist=(kind,))
        payload = part.get_payload(decode=True) if part is not None else None
        if isinstance(payload, bytes) and payload.strip():
            text, warnings = _decoded(payload, part.get_content_charset() if part else None, source)
            return (text if kind == "plain" else "\n\n".join(html_paragraphs(text))), warnings
    raise FormatError(source, None, "the mail holds no text", "save the story that is attached")


def _decoded(payload: bytes, charset: str | None, source: str) -> tuple[str, tuple[Caution, ...]]:
    """Text by the mail's own charset if it fits, else by its bytes."""
    try:
        text = payload.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(payload, source)
    return text.replace("\r\n", "\n").replace("\r", "\n"), ()


def _without_signature(text: str) -> tuple[str, str]:
    """Parts a mail's text from its sender's signature and disclaimer."""
    cuts = [match.start() for rule in (_SIGNATURE, _DISCLAIMER) for match in rule.finditer(text)]
    half = len(text) // 3
    cut = min((at for at in cuts if at > half), default=len(text))
    return text[:cut], text[cut:]


def _completed(draft: Draft, message: EmailMessage, agencies: Agencies) -> Draft:
    """Subject and date of the mail, where the story has none of its own."""
    sent = find_stamp(_header(message, "date") or "")
    stamps: tuple[Stamp, ...] = (*draft.stamps, *((sent[0],) if sent else ()))
    sender = re.search(r"@([\w.-]+)", _header(message, "from") or "")
    facts = draft.facts or (agencies.by_domain(sender[1]) if sender else None)
    headline = draft.headline or _header(message, "subject")
    return replace(draft, headline=headline, stamps=stamps, facts=facts)


def _header(message: EmailMessage, name: str) -> str | None:
    """A header field; None if it is missing or malformed."""
    try:
        value = message.get(name)
    except (ValueError, IndexError, TypeError, AttributeError):
        return None
    return " ".join(str(value).split()) or None if value else None
