"""What is known of each wire agency: `agencies.toml`, and the same table of a site."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, fields
from importlib import resources
from pathlib import Path
from typing import Any

from newswire.errors import DataError, Problems
from newswire.formats.dates import Order
from newswire.model import Agency


@dataclass(frozen=True, slots=True)
class AgencyFacts:
    """One table of `agencies.toml`; the file's head says what each key means."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    date_order: Order | None = None
    zone: str | None = None
    datelines: tuple[str, ...] = ()
    end_marks: tuple[str, ...] = ()
    rights: str | None = None

    @property
    def agency(self) -> Agency:
        return Agency(self.id, self.name)

    @property
    def all_names(self) -> tuple[str, ...]:
        return (self.name, *self.names)


@dataclass(frozen=True, slots=True, eq=False)
class Agencies:
    """All known agencies, looked up by id, name, dateline mark, document number or site."""

    facts: tuple[AgencyFacts, ...]
    datelines: tuple[str, ...]
    _ids: dict[str, AgencyFacts] = field(init=False, repr=False)
    _names: dict[str, AgencyFacts] = field(init=False, repr=False)
    _marks: dict[str, AgencyFacts] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        names = {_key(name): facts for facts in self.facts for name in facts.all_names}
        marks = {_key(mark): facts for facts in self.facts for mark in facts.marks}
        object.__setattr__(self, "_ids", {facts.id: facts for facts in self.facts})
        object.__setattr__(self, "_names", names)
        object.__setattr__(self, "_marks", marks | names)

    def by_id(self, id_: str | None) -> AgencyFacts | None:
        return self._ids.get(id_) if id_ else None

    def by_name(self, name: str) -> AgencyFacts | None:
        """The agency whose name is all of `name`; case and punctuation do not count."""
        return self._names.get(_key(name))

    def by_mark(self, mark: str) -> AgencyFacts | None:
        """The agency that a dateline names: `AP`, `ats afp` and `tca/dpa` by one of the parts."""
        whole = self._marks.get(_key(mark))
        if whole is not None:
            return whole
        parts = re.split(r"[\s/,&]+", mark.strip())
        alike = all(map(str.isupper, parts)) or all(map(str.islower, parts)) or "/" in mark
        known = (self._marks.get(_key(part)) for part in parts if alike and part)
        return next(filter(None, known), None)

    def by_document(self, number: str) -> AgencyFacts | None:
        """The agency whose document number this is, letters then digits (`APW20010403.0199`)."""
        prefix = re.match(r"[A-Z_]*(?=\d)", number)
        if not prefix or not prefix.group():
            return None
        return next((f for f in self.facts if prefix.group() in f.documents), None)

    def by_domain(self, text: str) -> AgencyFacts | None:
        """The agency of the site that `text`, a host name or an address, points to."""
        host = re.sub(r"^[a-z]+://|/.*$", "", text.strip().lower()).removeprefix("www.")
        return next(
            (f for f in self.facts for d in f.domains if host == d or host.endswith("." + d)), None
        )

    def known_marks(self) -> tuple[str, ...]:
        """Every name and mark, for patterns."""
        return tuple(
            dict.fromkeys(word for facts in self.facts for word in (*facts.all_names, *facts.marks))
        )


def load_agencies(extra: Path | None = None) -> Agencies:
    """The agencies of this package and of `extra`, a file alike, whose tables win.

    Raises `Problems` with every fault of the file found.
    """
    inner = resources.files("newswire").joinpath("agencies.toml")
    facts, shapes = _read(inner.read_text("utf-8"), "agencies.toml")
    if extra is not None:
        more, more_shapes = _read(_text_of(extra), str(extra))
        facts, shapes = facts | more, (*more_shapes, *shapes)
    return Agencies(tuple(facts.values()), shapes)


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Problems([DataError(str(path), None, f"cannot be read: {error}")]) from error


def _read(text: str, path: str) -> tuple[dict[str, AgencyFacts], tuple[str, ...]]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Problems([DataError(path, None, f"is not TOML: {error}")]) from error
    tables = data.get("agency", {})
    problems = [
        problem for id_, values in tables.items() for problem in _problems(id_, values, path)
    ]
    if problems:
        raise Problems(problems)
    facts = {id_: AgencyFacts(id_, **_frozen(values)) for id_, values in tables.items()}
    return facts, tuple(data.get("datelines", ()))


def _problems(id_: str, values: dict[str, Any], path: str) -> list[DataError]:
    known = {item.name: item.type for item in fields(AgencyFacts) if item.name != "id"}
    found = [
        DataError(path, None, f"agency {id_!r} has the unknown key {key!r}", "see the file's head")
        for key in values
        if key not in known
    ]
    if not isinstance(values.get("name"), str):
        found.append(DataError(path, None, f"agency {id_!r} has no name", 'add name = "…"'))
    for key, value in values.items():
        if key in known and isinstance(value, list) != str(known[key]).startswith("tuple"):
            found.append(DataError(path, None, f"agency {id_!r}: {key!r} is of the wrong type"))
    for key, allowed in (("date_order", {"DMY", "MDY"}), ("rights", {"full", "excerpt", "none"})):
        if key in values and values[key] not in allowed:
            wanted = ", ".join(sorted(allowed))
            found.append(
                DataError(path, None, f"agency {id_!r}: wrong {key!r}", f"one of {wanted}")
            )
    return found


def _frozen(values: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in values.items()}


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()
