"""What an annotated Markdown file stores."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from newswire.markup.header import Header

TagKind = Literal["leader", "country", "organisation", "person", "date", "by"]

ACTOR_KINDS = ("leader", "country", "organisation", "person")
KINDS = (*ACTOR_KINDS, "date", "by")

# No target holds a space or a bracket; an unnamed source has none at all.
TARGET = re.compile(r"[^()\s]*")


@dataclass(frozen=True, slots=True)
class Tag:
    """A span of text and what it stands for.

    `targets` are actor ids; for `date` one EDTF value or ISO 8601 duration; for `by` the
    speakers, none when the source is unnamed. Offsets count code points, half open.
    """

    start: int
    end: int
    kind: TagKind
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the timeline: an EDTF date and a sentence with its actors' tags."""

    date: str
    text: str
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """A dispatch as an editor keeps it. Tags are in order and never overlap."""

    header: Header
    body: str
    tags: tuple[Tag, ...] = ()
    timeline: tuple[Entry, ...] = ()
