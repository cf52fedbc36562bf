"""TOML files into actors: every problem is collected with its line, none hides another."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_type_hints

from newswire.actors.lines import Lines
from newswire.actors.schema import (
    Country,
    Membership,
    Organisation,
    Person,
    Post,
    Rename,
    Untagged,
)
from newswire.errors import DataError

Wish = Rename | Untagged
"""What a site says of actors that are stated elsewhere."""

Record = Country | Organisation | Person | Wish
TABLES: Mapping[str, type[Record]] = {
    "country": Country,
    "organisation": Organisation,
    "person": Person,
    "rename": Rename,
    "untagged": Untagged,
}
_HINTS = {kind: get_type_hints(kind) for kind in (*TABLES.values(), Membership, Post)}


@dataclass(frozen=True, slots=True)
class Entry:
    """A record with the place that states it; `stated` are the keys that the file gives."""

    record: Record
    path: str
    line: int
    stated: frozenset[str]


@dataclass(slots=True)
class Loaded:
    """What the files hold, and what is wrong with them."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[DataError] = field(default_factory=list)


def read_files(paths: Iterable[Path]) -> Loaded:
    """Every actor table of `paths`; a broken file or table becomes a problem."""
    loaded = Loaded()
    for path in paths:
        _read_file(path, loaded)
    return loaded


def read_posts(path: Path) -> dict[str, Post]:
    """The posts of `posts.toml`, one table a post. Raises DataError for a broken table."""
    posts = {}
    text = path.read_text(encoding="utf-8")
    lines = Lines(text)
    for key, table in tomllib.loads(text).items():
        maker = _Maker(str(path), lines, lines.table(key))
        post = maker.make(Post, {"id": key, **table})
        if not isinstance(post, Post):
            raise maker.problems[0]
        posts[key] = post
    return posts


def _read_file(path: Path, loaded: Loaded) -> None:
    try:
        text = path.read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        loaded.problems.append(DataError(str(path), _line_of(error), str(error)))
        return
    lines = Lines(text)
    for name, value in tables.items():
        if name not in TABLES:
            known = ", ".join(f"[{table}]" for table in TABLES)
            problem = DataError(
                str(path), lines.table(name), f"unknown table [{name}]", f"use one of {known}"
            )
            loaded.problems.append(problem)
            continue
        _read_tables(str(path), lines, name, value, loaded)


def _read_tables(path: str, lines: Lines, name: str, value: Any, loaded: Loaded) -> None:
    tables = value if isinstance(value, list) else [value]
    for nth, table in enumerate(tables):
        line = lines.table(name, nth)
        maker = _Maker(path, lines, line)
        record = maker.make(TABLES[name], table)
        loaded.problems += maker.problems
        if record is not None:
            loaded.entries.append(Entry(record, path, line, frozenset(table)))


def _line_of(error: Exception) -> int | None:
    """The line that a TOML error states in its text: `... (at line 3, column 7)`."""
    _, found, rest = str(error).rpartition("at line ")
    digits = rest.split(",")[0]
    return int(digits) if found and digits.isdigit() else None


class _Maker:
    """Makes records of one table, noting what is wrong with it."""

    def __init__(self, path: str, lines: Lines, line: int) -> None:
        self.path = path
        self.lines = lines
        self.line = line
        self.problems: list[DataError] = []

    def fail(self, key: str, message: str, hint: str | None = None) -> None:
        line = self.lines.key(self.line, key)
        self.problems.append(DataError(self.path, line, message, hint))

    def make(self, kind: type[Any], table: Any) -> Any:
        """An instance of the dataclass `kind`, or None where the table does not allow one."""
        if not isinstance(table, dict):
            self.fail("", f"a [{kind.__name__.lower()}] must be a table")
            return None
        hints = _HINTS[kind]
        before = len(self.problems)
        for key in table.keys() - hints.keys():
            self.fail(key, f"unknown key {key!r}", f"known: {', '.join(hints)}")
        for spec in fields(kind):
            if spec.name not in table and spec.default is MISSING:
                self.fail("", f"{table.get('id', kind.__name__)}: missing key {spec.name!r}")
        values = dict(self._values(table, hints))
        return kind(**values) if len(self.problems) == before else None

    def _values(self, table: dict[str, Any], hints: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        for key, value in table.items():
            if key not in hints:
                continue
            if hints[key] == tuple[Membership, ...]:
                yield key, self._memberships(value)
            elif _fits(value, hints[key]):
                yield key, tuple(value) if isinstance(value, list) else value
            else:
                self.fail(key, f"{key} is {value!r}", f"write {_said(hints[key])}")

    def _memberships(self, tables: Any) -> tuple[Membership, ...]:
        person, made = self.line, []
        for nth, table in enumerate(tables if isinstance(tables, list) else [tables]):
            self.line = self.lines.table("person.membership", nth, after=person)
            made.append(self.make(Membership, table))
        self.line = person
        return tuple(membership for membership in made if membership)


def _fits(value: Any, hint: Any) -> bool:
    if hint == tuple[str, ...]:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    return type(value) in kinds and value != ""


def _said(hint: Any) -> str:
    names = {tuple[str, ...]: "a list of strings", bool: "true or false", int: "a whole number"}
    return names.get(hint, "a string")
