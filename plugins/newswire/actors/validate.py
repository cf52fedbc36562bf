"""What must hold of actors beyond the shape of each table."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from newswire.actors.dates import earliest, latest
from newswire.actors.loader import Entry
from newswire.actors.schema import (
    ORGANISATION_KINDS,
    Actor,
    Country,
    Membership,
    Organisation,
    Person,
    Rename,
    Untagged,
)
from newswire.errors import DataError

_COUNTRY_ID = re.compile(r"[A-Z]{3}")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ID_FORM = {
    Country: (_COUNTRY_ID, "three capitals as in ISO 3166-1 alpha-3"),
    Organisation: (_SLUG, "a slug: small letters, digits and single hyphens"),
    Person: (_SLUG, "a slug: small letters, digits and single hyphens"),
}

Said = Iterator[tuple[str, str | None]]


def problems_of(
    entries: Iterable[Entry], actors: Mapping[str, Actor], posts: Collection[str]
) -> list[DataError]:
    """Every problem of `entries`, which refer to each other through `actors` and `posts`."""
    return [
        DataError(entry.path, entry.line, message, hint)
        for entry in entries
        for message, hint in _of_record(entry, actors, posts)
    ]


def _of_record(entry: Entry, actors: Mapping[str, Actor], posts: Collection[str]) -> Said:
    record = entry.record
    if isinstance(record, Rename):
        if record.new not in actors:
            yield f"{record.old} is renamed to {record.new!r}, which nobody has", None
        return
    if isinstance(record, Untagged):
        for actor in record.actors:
            if actor not in actors:
                yield f"unknown actor {actor!r}", _nearest(actor, actors)
        yield from _kinds("untagged", record.kinds)
        return
    form, meaning = _ID_FORM[type(record)]
    if not form.fullmatch(record.id):
        yield f"{record.id!r} is no id", f"write {meaning}"
    yield from _blank_names(record)
    if isinstance(record, Person):
        for membership in record.membership:
            yield from _of_membership(record.id, membership, actors, posts)
    else:
        yield from _of_place(record, actors)


def _of_place(record: Country | Organisation, actors: Mapping[str, Actor]) -> Said:
    yield from _dates(record.id, record.start, record.end)
    if isinstance(record, Organisation):
        yield from _kinds(record.id, [record.kind])
        yield from _known(record.id, "country", record.area, actors, Country)
    else:
        for successor in record.successors:
            yield from _known(record.id, "country", successor, actors, Country)


def _kinds(owner: str, kinds: Iterable[str]) -> Said:
    for kind in kinds:
        if kind not in ORGANISATION_KINDS:
            yield f"{owner}: unknown kind {kind!r}", _nearest(kind, ORGANISATION_KINDS)


def _of_membership(
    person: str, membership: Membership, actors: Mapping[str, Actor], posts: Collection[str]
) -> Said:
    if membership.post not in posts:
        yield f"{person}: unknown post {membership.post!r}", _nearest(membership.post, posts)
    if (membership.area is None) == (membership.organisation is None):
        yield f"{person}: {membership.post} needs an area or an organisation, not both", None
    yield from _known(person, "country", membership.area, actors, Country)
    yield from _known(person, "organisation", membership.organisation, actors, Organisation)
    if membership.current and membership.end:
        yield f"{person}: {membership.post} is current and has an end", "leave one out"
    yield from _dates(person, membership.start, membership.end)


def _known(
    owner: str, what: str, target: str | None, actors: Mapping[str, Actor], kind: type[Actor]
) -> Said:
    if target is not None and not isinstance(actors.get(target), kind):
        candidates = [name for name, actor in actors.items() if isinstance(actor, kind)]
        yield f"{owner}: unknown {what} {target!r}", _nearest(target, candidates)


def _dates(owner: str, start: str | None, end: str | None) -> Said:
    first = last = None
    try:
        first = earliest(start) if start else None
        last = latest(end) if end else None
    except ValueError as error:
        yield f"{owner}: {error}", None
    if first and last and first > last:
        yield f"{owner}: {start} is after {end}", "put start before end"


def _blank_names(record: Actor) -> Said:
    for name in (record.name, *record.other_names):
        if name != name.strip() or not name:
            yield f"{record.id}: {name!r} has blanks at an end or is empty", None


def _nearest(word: str, known: Iterable[str]) -> str | None:
    near = difflib.get_close_matches(word, list(known), 1)
    return f"did you mean {near[0]!r}?" if near else None
