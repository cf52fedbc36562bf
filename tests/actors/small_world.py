"""A small registry, and corpora in which brackets show what is to be found.

`[Moscow](RUS capital)` in a corpus stands for the word with a mention of RUS by rule `capital`.
Cases are parted by lines of hyphens; `on: 2012-06-19` before a text dates it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from newswire.actors.matcher import find_names
from newswire.actors.registry import Registry, load_registry
from newswire.annotate import FINDERS, resolve_overlaps
from newswire.model import Mention

HERE = Path(__file__).parent
WORLD = HERE / "world"
MARK = re.compile(r"\[([^\]]+)\]\(([\w,-]+) (\w+)\)")
_DATE = re.compile(r"on: (\d{4}-\d\d-\d\d)\n")


@dataclass(frozen=True)
class Case:
    """A text of a corpus with its day and its expected marks."""

    name: str
    text: str
    on: date | None
    marked: str


@cache
def small_world() -> Registry:
    return load_registry(data=WORLD)


def cases() -> Iterator[Case]:
    for path in sorted((HERE / "corpus").glob("*.txt")):
        for number, block in enumerate(re.split(r"\n-{3,}\n", path.read_text("utf-8")), 1):
            dated = _DATE.match(block)
            marked = (block[dated.end() :] if dated else block).strip()
            day = date.fromisoformat(dated[1]) if dated else None
            yield Case(f"{path.stem}-{number}", MARK.sub(r"\1", marked), day, marked)


def mentions_in(text: str, on: date | None, registry: Registry) -> list[Mention]:
    """What the steps find together, in the order in which annotation runs them."""
    found = list(find_names(text, registry, on))
    for _, finder in FINDERS:
        found = resolve_overlaps([*found, *finder(text, found, registry, on)])
    return found


def marked(text: str, found: list[Mention]) -> str:
    """`text` with its mentions marked as in a corpus."""
    pieces, end = [], 0
    for mention in found:
        rule = mention.rule.partition(":")[0]
        words = text[mention.start : mention.end]
        pieces += [text[end : mention.start], f"[{words}]({','.join(mention.ids)} {rule})"]
        end = mention.end
    return "".join(pieces) + text[end:]
