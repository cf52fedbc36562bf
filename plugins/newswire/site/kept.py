"""What was read and derived of each dispatch, kept from build to build: few change between two."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

from newswire import cachefile
from newswire.derive import DatedEntry, Derived, derive
from newswire.markup import Parsed, Story, parse
from newswire.model import Attribution

Row = tuple[Any, ...]
"""Sentences, attributions and the timeline's entries, as plain values."""

# The code and data that derive; another text of them means another result.
PARTS = ("derive.py", "model.py", "site/kept.py", "markup/story.py", "lang")


class Kept:
    """`derive` with a memory: in this process, and in a file for the next; and `parse` with one
    for the builds of a preview."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._key = cachefile.key_of_files(cachefile.code_of(PARTS))
        self._rows: dict[bytes, Row] = cachefile.read(file, self._key) or {}
        self._used: dict[bytes, Row] = {}
        self._parsed: dict[tuple[str, str], Parsed] = {}
        self._parsed_now: dict[tuple[str, str], Parsed] = {}

    def parse(self, text: str, path: str) -> Parsed:
        """A dispatch as `newswire.markup.parse` reads it. Raises `MarkupError`, as that does."""
        parsed = self._parsed.get((text, path)) or parse(text, path)
        self._parsed_now[text, path] = parsed
        return parsed

    def derive(self, story: Story, anchor: date | None) -> Derived:
        """What follows from a story, as `newswire.derive.derive` has it."""
        key = _digest(story, anchor)
        row = self._rows.get(key)
        derived = derive(story, anchor) if row is None else _derived(story, row)
        self._used[key] = _row(derived) if row is None else row
        return derived

    def save(self) -> None:
        """Keeps what was asked for since the last time, and nothing else."""
        if self._used.keys() != self._rows.keys():
            cachefile.write(self._file, self._key, self._used)
        self._rows, self._used = self._used, {}
        self._parsed, self._parsed_now = self._parsed_now, {}


def _digest(story: Story, anchor: date | None) -> bytes:
    told = repr((story.body, story.tags, story.timeline, anchor))
    return hashlib.blake2b(told.encode(), digest_size=16).digest()


def _row(derived: Derived) -> Row:
    attributions = tuple(
        (a.cue, a.source, a.speakers, a.content, a.form, a.rule) for a in derived.attributions
    )
    entries = tuple((e.span, e.type, e.actors) for e in derived.entries)
    return derived.sentences, attributions, entries


def _derived(story: Story, row: Row) -> Derived:
    sentences, attributions, entries = row
    return Derived(
        story,
        sentences,
        tuple(Attribution(*values) for values in attributions),
        tuple(DatedEntry(e, *values) for e, values in zip(story.timeline, entries, strict=True)),
    )
