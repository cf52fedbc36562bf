"""The header: `Key: value` lines up to the first empty line, as Pelican's Markdown has them."""

from __future__ import annotations

import re

from newswire.errors import MarkupError

Header = tuple[tuple[str, str], ...]

LINE = re.compile(r"([A-Za-z][A-Za-z0-9_-]*):(?:[ \t]+(.*)|[ \t]*)$")
BREAKS = re.compile(r"\s+")


def clean_value(value: str) -> str:
    """A header value on one line, since a line break would end or forge a field."""
    return BREAKS.sub(" ", value).strip()


def is_dispatch(text: str) -> bool:
    """Whether a Markdown file is a dispatch, not a page of the site: its header names a source."""
    head = text.partition("\n\n")[0]
    return any(line.startswith("Source:") for line in head.split("\n"))


def dump_header(header: Header) -> str:
    return "".join(f"{key}: {clean_value(value)}".rstrip() + "\n" for key, value in header)


def load_header(text: str, path: str) -> tuple[Header, int]:
    """The fields in order, and how many lines the header takes with its closing empty line.

    Raises `MarkupError` where a line is no field or a field stands twice.
    """
    fields: dict[str, str] = {}
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            return tuple(fields.items()), number
        match = LINE.match(line)
        if match is None:
            raise MarkupError(
                path,
                number,
                f"this line of the header is no field: {line[:60]!r}",
                "write 'Key: value', and leave one empty line before the text",
            )
        if match[1] in fields:
            raise MarkupError(path, number, f"{match[1]} stands twice", "keep one of the two")
        fields[match[1]] = clean_value(match[2] or "")
    return tuple(fields.items()), len(lines)
