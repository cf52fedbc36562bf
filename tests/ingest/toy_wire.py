"""A site whose annotator is a toy, so that ingest is tested and the rules of language are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newswire.errors import FormatError, WireError
from newswire.ingest import Layout, Report, ingest
from newswire.markup import loads
from newswire.model import Dispatch, Document, Event, Mention, Timex

STORY_BREAK = "\n%%\n"
BROKEN = "BROKEN"


def toy_annotate(seeds: Sequence[tuple[bytes, str]]) -> Iterator[Sequence[Document] | WireError]:
    """First line the headline, second the day, the rest the body; `Moscow` is tagged, so is
    `Monday`, and the sentence with `Monday` is an event."""
    for data, name in seeds:
        text = data.decode()
        if BROKEN in text:
            yield FormatError(name, 1, "is broken", "mend it")
        else:
            parts = text.split(STORY_BREAK)
            yield [toy_document(part, name, number) for number, part in enumerate(parts, 1)]


def toy_document(text: str, source: str, story: int = 1) -> Document:
    headline, day, body = text.split("\n", 2)
    body = body.strip("\n")
    dispatch = Dispatch(source, body, story=story, headline=headline or None, published=day or None)
    return Document(
        dispatch,
        mentions=tuple(
            Mention(*m.span(), "country", ("RUS",), "name") for m in _of("Moscow", body)
        ),
        times=tuple(
            Timex(*m.span(), "DATE", "2012-06-18", "2012-06-18", "day") for m in _of("Monday", body)
        ),
        events=tuple(
            Event(*m.span(), "2012-06-18", ("RUS",), None, "dated")
            for m in _of(r"[^.\n]*Monday[^.\n]*\.", body)
        ),
    )


def _of(pattern: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(pattern, text)


@dataclass(frozen=True)
class Wire:
    """A folder with seeds, and ingest over them with the toy annotator."""

    layout: Layout

    @property
    def root(self) -> Path:
        return self.layout.root

    def seed(self, text: str, name: str = "story.txt") -> Path:
        path = self.layout.seeds / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def ingest(self, rules: str = "rules", **options: Any) -> Report:
        return ingest(self.layout, toy_annotate, rules, **options)

    def files(self) -> list[Path]:
        return sorted(self.layout.content.rglob("*.md"))

    def markdown(self) -> Path:
        """The site's only Markdown file."""
        (path,) = self.files()
        return path

    def snapshot(self) -> dict[str, bytes]:
        """Every file with its bytes, but for what can be made again."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file() and self.layout.cache not in path.parents
        }


def actions(report: Report) -> list[str]:
    return [outcome.action for outcome in report.outcomes]


def body_of(path: Path) -> str:
    return loads(path.read_text(encoding="utf-8")).body


def header_of(path: Path) -> dict[str, str]:
    return dict(loads(path.read_text(encoding="utf-8")).header)
