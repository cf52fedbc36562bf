"""What an editor should look at in actor data that loads: doubtful, not wrong."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from newswire.actors.dates import earliest, latest
from newswire.actors.registry import Registry
from newswire.actors.schema import Membership, Person
from newswire.errors import DataError
from newswire.model import Document

STALE = timedelta(days=366)
"""A current term that nobody has confirmed for longer is reported."""

OVERLAP = timedelta(days=31)
"""Two holders of a post for single people may share a month: sources give months."""

_SINGLE = frozenset({"head-of-government", "foreign-affairs", "defence"})
_STUB = """[[person]]
id = "{id}"
name = "{name}"
family_name = "{family_name}"

[[person.membership]]
post = ""
area = ""
start = ""
source = ""
"""


def doubts(registry: Registry, on: date) -> Iterator[DataError]:
    """Everything below about names and terms; `on` is the day on which a term may be stale."""
    yield from shared_names(registry)
    yield from overlapping_terms(registry)
    yield from expired_terms(registry, on)


def shared_names(registry: Registry) -> Iterator[DataError]:
    """Names that two actors share, apart from surnames: only date or context tells them apart."""
    for key, forms in registry.forms.items():
        owners = sorted({actor for rule, _, actor in forms if rule in ("name", "acronym")})
        if len(owners) > 1 and key != key.upper():
            others = ", ".join(owners[1:])
            message = f"{owners[0]} shares the name {key!r} with {others}"
            yield _problem(registry, owners[0], message, "keep it where it is the usual name")


def overlapping_terms(registry: Registry) -> Iterator[DataError]:
    """Two people in one post at one time, for posts that only one person holds."""
    held: dict[tuple[str, str], list[tuple[date, date, Person]]] = {}
    for person in registry.people.values():
        for item in person.membership:
            if item.area and item.start and registry.posts[item.post].role in _SINGLE:
                end = latest(item.end) if item.end else date.max
                term = earliest(item.start), end, person
                held.setdefault((item.post, item.area), []).append(term)
    for (post, area), terms in sorted(held.items()):
        terms.sort(key=lambda term: (term[0], term[1]))
        for (_, end, one), (start, _, other) in itertools.pairwise(terms):
            if one is not other and end != date.max and end - start > OVERLAP:
                message = f"{one.id} and {other.id} are both {post} of {area} from {start}"
                yield _problem(registry, one.id, message, "correct a start or an end")


def expired_terms(registry: Registry, on: date) -> Iterator[DataError]:
    """Current terms of countries and organisations that had ended, or are stale, on that day."""
    for person in registry.people.values():
        for item in person.membership:
            reason = _expired(registry, item, on)
            if reason:
                message = f"{person.id} is current {item.post} {reason}"
                yield _problem(registry, person.id, message, "give the term an end")


def _expired(registry: Registry, item: Membership, on: date) -> str | None:
    if not item.current:
        return None
    place = item.place
    if not registry.exists(place, on):
        return f"of {place}, which no longer exists"
    confirmed = _year_of(item.source)
    if confirmed and on - date(confirmed, 12, 31) > STALE:
        return f"by a source of {confirmed} only"
    return None


def _year_of(source: str) -> int | None:
    years = [word for word in source.replace("-", " ").split() if len(word) == 4 and word.isdigit()]
    return int(years[-1]) if years else None


@dataclass(frozen=True, slots=True)
class Unknown:
    """A person whom dispatches name beside a title and whom the registry does not know."""

    id: str
    name: str
    mentions: int

    @property
    def stub(self) -> str:
        """A TOML table to complete and to put into a site's own actor files."""
        family_name = self.name.split()[-1]
        return _STUB.format(id=self.id, name=self.name, family_name=family_name)


def unknown_people(documents: Iterable[Document]) -> tuple[Unknown, ...]:
    """Everyone tagged as a person only, the most often named first."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for document in documents:
        for mention in document.mentions:
            if mention.kind == "person":
                words = document.body[mention.start : mention.end]
                counts[mention.id] += 1
                names[mention.id] = max(names.get(mention.id, ""), words, key=len)
    ranked = sorted(counts, key=lambda who: (-counts[who], who))
    return tuple(Unknown(who, names[who], counts[who]) for who in ranked)


def _problem(registry: Registry, actor: str, message: str, hint: str) -> DataError:
    path, line = registry.place_of(actor)
    return DataError(path, line, message, hint)
