"""The seeds that a stored dispatch comes from: its own, and those that only issue it again."""

from __future__ import annotations

from collections.abc import Iterable

from newswire.markup.header import dump_header, load_header

OWN, ALSO = "Source", "Also"
SEPARATOR = " | "


def sources_of(header: dict[str, str]) -> list[str]:
    """Every source of a dispatch, its own first."""
    own = [header[OWN]] if OWN in header else []
    return own + also_of(header)


def also_of(header: dict[str, str]) -> list[str]:
    """The sources that issue the same text again."""
    return [source for source in header.get(ALSO, "").split(SEPARATOR) if source]


def seed_of(source: str) -> str:
    """The path of a source's raw file, without the number of its story."""
    return source.rpartition("#")[0] if source.rpartition("#")[2].isdecimal() else source


def story_of(source: str) -> int:
    """Which of its raw file's stories a source is, counted from 1."""
    return int(source.removeprefix(seed_of(source)).removeprefix("#") or 1)


def with_also(text: str, sources: Iterable[str]) -> str:
    """Markdown whose header names these further sources, and no others, behind its own."""
    header, taken = load_header(text, "")
    also = SEPARATOR.join(sources)
    fields: list[tuple[str, str]] = []
    for key, value in header:
        if key != ALSO:
            fields.append((key, value))
        if key == OWN and also:
            fields.append((ALSO, also))
    rest = "\n".join(text.split("\n")[taken:])
    return f"{dump_header(tuple(fields))}\n{rest}"
