"""An editor's own links to files of the site, and those of them that lead nowhere."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from newswire.errors import MarkupError
from newswire.life.article import Article

# As Pelican writes them: `{filename}other.md`, `{static}/images/map.png`, older `|filename|`.
ADDRESS = re.compile(r"[{|](?P<what>filename|static|attach)[}|](?P<path>.*)", re.DOTALL)
PAGE = "filename"


@dataclass(frozen=True, slots=True)
class Targets:
    """What links can lead to, by names relative to the content folder: dispatches and pages,
    and files that are published as they are. `built` if `pages` also holds those that a build
    makes itself, whose names end in a slash."""

    pages: Set[str]
    files: Set[str]
    built: bool = False


def dead_links(
    article: Article, content: str, targets: Targets, text_of: Callable[[str], str]
) -> Iterator[MarkupError]:
    """The links of a dispatch that lead nowhere, each with its line and the nearest target.

    `content` is the content folder as in the dispatch's `file`; `text_of` gives that file's text,
    and is asked only where a link is dead.
    """
    folder = posixpath.dirname(posixpath.relpath(article.file, content))
    for written in dict.fromkeys(_addresses(article)):
        match = ADDRESS.fullmatch(written)
        if match is None:
            continue
        path = urlsplit(match["path"]).path
        known = targets.pages if match["what"] == PAGE else targets.files
        if path.endswith("/") and not targets.built:
            continue
        if known.isdisjoint(_names(path, folder)):
            hint = _hint(path, folder, match["what"], targets)
            line = _line(text_of(article.file), written)
            yield MarkupError(article.file, line, f"a link leads nowhere: {written}", hint)


def _addresses(article: Article) -> Iterator[str]:
    return (link.get("href", "") for link in article.parsed.root.iter("a"))


def _names(path: str, folder: str) -> list[str]:
    """The names that a path may mean, as written and with `%20` as the blank that it stands for."""
    return [_name(path, folder), _name(unquote(path), folder)]


def _name(path: str, folder: str) -> str:
    """`/a/b.md` counts from the content folder, `b.md` from that of the dispatch. A page without
    a file keeps the slash at its end."""
    name = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
    return f"{name}/" if path.endswith("/") else name


def _hint(path: str, folder: str, what: str, targets: Targets) -> str:
    """The nearest target, of the other kind if that is what the path names."""
    name = _name(unquote(path), folder)
    if what == PAGE and name in targets.files:
        return f"did you mean {{static}}{path}?"
    if what != PAGE and name in targets.pages:
        return f"did you mean {{{PAGE}}}{path}?"
    known = targets.pages if what == PAGE else targets.files
    near = next(iter(difflib.get_close_matches(name, sorted(known), 1)), None)
    if near is None:
        return "name a file under the content folder, or take the link out"
    return f"did you mean {{{what}}}{_written(near, folder, path)}?"


def _written(name: str, folder: str, path: str) -> str:
    """A target as the dispatch would write it, from the content folder where `path` counts so."""
    if path.startswith("/"):
        return quote(f"/{name}")
    return quote(posixpath.relpath(name, folder or ".") + "/" * name.endswith("/"))


def _line(text: str, address: str) -> int | None:
    lines = enumerate(text.split("\n"), 1)
    return next((number for number, line in lines if address in line), None)
