"""Actors into tables that answer by one look-up: plain values, so that they can be cached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from datetime import date
from itertools import islice
from typing import Any, TypedDict

from newswire.actors.dates import earliest, latest
from newswire.actors.schema import Actor, Country, Membership, Organisation, Person, Post
from newswire.actors.surface import TOKEN, fold, key_of, spellings

Form = tuple[str, str, str]
"""What a surface form may mean: the kind of evidence, the kind of actor, its id."""

Term = tuple[int, int, str]
"""First and last day of a post (proleptic ordinals) and who held it."""

ALWAYS = (date.min.toordinal(), date.max.toordinal())


class Tables(TypedDict):
    """Everything that the registry is made of."""

    countries: list[tuple[Any, ...]]
    organisations: list[tuple[Any, ...]]
    people: list[tuple[Any, ...]]
    leaders: frozenset[str]
    posts: list[tuple[Any, ...]]
    renames: dict[str, str]
    forms: dict[str, tuple[Form, ...]]
    longest: dict[str, int]
    begun: frozenset[str]
    surnames: dict[str, tuple[str, ...]]
    given: dict[str, int]
    terms: dict[str, tuple[Term, ...]]
    titles: dict[str, tuple[str, ...]]
    offices: dict[str, tuple[str, ...]]
    spans: dict[str, tuple[int, int]]
    places: dict[str, tuple[str, int | None]]


def compile_tables(
    actors: Mapping[str, Actor],
    posts: Mapping[str, Post],
    renames: Mapping[str, str],
    places: Mapping[str, tuple[str, int | None]],
    untagged: Collection[str] = (),
) -> Tables:
    """The tables of `actors`, in an order that does not depend on the files.

    Names of `untagged` actors are known as names that nobody is meant by.
    """
    ordered = [actors[name] for name in sorted(actors)]
    people = [actor for actor in ordered if isinstance(actor, Person)]
    leaders = frozenset(person.id for person in people if _leads(person, posts))
    forms = _forms(ordered, leaders, untagged)
    return {
        "countries": [astuple(actor) for actor in ordered if isinstance(actor, Country)],
        "organisations": [astuple(actor) for actor in ordered if isinstance(actor, Organisation)],
        "people": [astuple(person) for person in people],
        "leaders": leaders,
        "posts": [astuple(post) for post in posts.values()],
        "renames": dict(renames),
        "forms": forms,
        "longest": _longest(forms),
        "begun": frozenset(_begun(forms)),
        "surnames": _surnames(person for person in people if person.id not in untagged),
        "given": _given(people, ordered),
        "terms": _terms(people),
        "titles": _titles(posts.values()),
        "offices": _titles(post for post in posts.values() if not post.shared),
        "spans": {actor.id: _span(actor) for actor in ordered if not isinstance(actor, Person)},
        "places": dict(places),
    }


def _leads(person: Person, posts: Mapping[str, Post]) -> bool:
    return any(posts[item.post].leader for item in person.membership)


def _forms(
    actors: Sequence[Actor], leaders: Collection[str], untagged: Collection[str]
) -> dict[str, tuple[Form, ...]]:
    found: dict[str, dict[Form, None]] = defaultdict(dict)
    for actor in actors:
        for form, rule, kind in _surface_forms(actor, leaders):
            key = key_of(form)
            if not key:
                continue
            meaning = "not" if actor.id in untagged else rule, kind, actor.id
            found[key][meaning] = None
            if rule != "acronym" and len(key) > 3:
                found[key.upper()][meaning] = None
    return {key: tuple(forms) for key, forms in found.items()}


def _surface_forms(actor: Actor, leaders: Collection[str]) -> Iterator[tuple[str, str, str]]:
    if isinstance(actor, Person):
        names = {name for name in (actor.name, *actor.other_names) if len(TOKEN.findall(name)) > 1}
        kind = "leader" if actor.id in leaders else "person"
        for form in sorted({form for name in names for form in spellings(name)}):
            yield form, "name", kind
        return
    kind = "country" if isinstance(actor, Country) else "organisation"
    for form in (actor.name, *actor.other_names):
        yield form, "name", kind
    for form in actor.acronyms:
        yield form, "acronym", kind
    for form in actor.demonyms:
        yield form, "demonym", kind
    if isinstance(actor, Country):
        for form in actor.capitals:
            yield form, "capital", kind
        for form in actor.metonyms:
            yield form.removeprefix("the ").removeprefix("The "), "metonym", kind
    for form in actor.not_in:
        yield form, "not", kind


def _longest(keys: Iterable[str]) -> dict[str, int]:
    """For each first word, how many words the longest form has that begins with it."""
    found: dict[str, int] = {}
    for key in keys:
        words = TOKEN.findall(key)
        for first in (words[0], words[0] + "."):
            found[first] = max(found.get(first, 0), len(words))
    for word in [word for word in found if word.islower()]:
        for spelling in (word.capitalize(), word.upper()):
            found[spelling] = max(found.get(spelling, 0), found[word])
    return found


def _begun(keys: Iterable[str]) -> Iterator[str]:
    """The first two words of each form that has more, so that most texts are left after two."""
    for key in keys:
        words = list(islice(TOKEN.finditer(key), 3))
        if len(words) > 2:
            yield key[: words[1].end()]


def family_keys(person: Person) -> set[str]:
    """The keys under which the surname alone of `person` is found, the Arabic article optional."""
    names = (person.family_name, *person.family_names)
    keys = {key_of(form) for name in names for form in spellings(name)}
    return {key for key in keys if len(key) > 1}


def _surnames(people: Iterable[Person]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for person in people:
        for key in family_keys(person):
            found[key][person.id] = None
            found[key.upper()][person.id] = None
    return {key: tuple(ids) for key, ids in sorted(found.items())}


def _given(people: Iterable[Person], actors: Iterable[Actor]) -> dict[str, int]:
    """First names: the first word of a name whose family name comes after it, and how often.

    A demonym is none, or the German Iran expert would be a Mr Iran.
    """
    demonyms = {fold(name) for actor in actors for name in getattr(actor, "demonyms", ())}
    found: dict[str, int] = defaultdict(int)
    for person in people:
        first = fold(person.name.split()[0])
        is_name = first.isalpha() and len(first) > 2 and first not in demonyms
        if is_name and key_of(person.family_name) != first:
            found[first] += 1
    return dict(found)


def _terms(people: Iterable[Person]) -> dict[str, tuple[Term, ...]]:
    """`post@place` to the terms of all who held it, earliest first."""
    found: dict[str, list[Term]] = defaultdict(list)
    for person in people:
        for membership in person.membership:
            place = membership.place
            found[f"{membership.post}@{place}"].append((*_term(membership), person.id))
    return {key: tuple(_closed(sorted(terms))) for key, terms in sorted(found.items())}


def _term(membership: Membership) -> tuple[int, int]:
    """The days of a term; an unknown end is left open."""
    first = earliest(membership.start).toordinal() if membership.start else ALWAYS[0]
    if membership.end:
        return first, latest(membership.end).toordinal()
    return first, ALWAYS[1]


def _closed(terms: list[Term]) -> Iterator[Term]:
    """A term without a known end lasts until the next one of the same post begins."""
    for number, (first, last, person) in enumerate(terms):
        later = [other[0] for other in terms[number + 1 :] if other[0] > first]
        yield first, (later[0] if last == ALWAYS[1] and later else last), person


def _titles(posts: Iterable[Post]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for post in posts:
        for title in post.titles:
            found[title].append(post.id)
    return {title: tuple(ids) for title, ids in found.items()}


def _span(actor: Country | Organisation) -> tuple[int, int]:
    first = earliest(actor.start).toordinal() if actor.start else ALWAYS[0]
    last = latest(actor.end).toordinal() if actor.end else ALWAYS[1]
    return first, last
