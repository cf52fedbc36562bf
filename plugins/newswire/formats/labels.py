"""`Label: value` lines above a story, also as broadcasters' scripts print them (`LABEL=value`)."""

from __future__ import annotations

import re
from functools import cache

from newswire.formats.paragraphs import is_prose
from newswire.formats.vocabulary import alternatives, table

LONGEST_LABEL = 25
"""Code points; what stands before a later colon is prose."""

_SCRIPT_LABEL = re.compile(r"[A-Z]{2,12}=")


def read_label(text: str) -> tuple[str, str] | None:
    """The field that a `Label: value` line fills, and the value; None for other lines.

    What labels furniture (`Length: 612 words`) may also begin a sentence of a story in figures.
    """
    name, colon, value = _with_colon(text).partition(":")
    key = name.strip(" \t\"'*#-").casefold()
    if not colon or len(key) > LONGEST_LABEL or value.startswith("//"):
        return None
    found = _labels().get(key)
    if found is None or (found == "furniture" and is_prose(value)):
        return None
    return found, value.strip()


def body_label(text: str) -> str | None:
    """What follows a label that opens the story (`TEXT: The director ...`); None without one."""
    text = _with_colon(text.strip())
    match = _body_labels().match(text)
    return text[match.end() :] if match else None


def _with_colon(text: str) -> str:
    """`text` with a colon after its label where a script prints `DATELINE=GENEVA`."""
    return text.replace("=", ":", 1) if _SCRIPT_LABEL.match(text) else text


@cache
def _labels() -> dict[str, str]:
    labels = table("words.toml")["labels"]
    return {word: name for name, words in labels.items() if name != "body" for word in words}


@cache
def _body_labels() -> re.Pattern[str]:
    words = alternatives(table("words.toml")["labels"]["body"])
    return re.compile(rf"(?:{words})\s*:\s*", re.IGNORECASE)
