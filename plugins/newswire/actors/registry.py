"""The registry of actors: all data files loaded, checked, and ready to be asked.

Packaged data come first, a site's own files (`content/actors/*.toml`) after them: a table with a
known id corrects it key by key, its lists of names and its memberships are added; `[[rename]]`
gives an actor another id, and the old one still finds it; `[[untagged]]` leaves names as they are.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, timedelta
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import Any

from newswire import cachefile
from newswire.actors.compile import Form, Tables, Term, compile_tables
from newswire.actors.dates import earliest, latest
from newswire.actors.loader import Entry, Record, Wish, read_files, read_posts
from newswire.actors.schema import (
    Actor,
    Country,
    Membership,
    Organisation,
    Person,
    Post,
    Rename,
    Untagged,
)
from newswire.actors.surface import key_of
from newswire.actors.validate import problems_of
from newswire.errors import DataError, Problems
from newswire.model import ActorKind
from newswire.slugs import is_slip

DATA = Path(__file__).parent / "data"
# What makes the tables of the data.
_CODE = ("compile.py", "schema.py", "surface.py")
UNRANKED = 9
GENERATION = timedelta(days=30 * 365)
VACANCY = 90  # days for which a vacant post still means who left it, by our own judgement
_ROOMS = ("countries", "organisations", "people")


def load_registry(
    extra: Sequence[Path] = (), cache: Path | None = None, *, data: Path = DATA
) -> Registry:
    """The actors of the folder `data`, by default the packaged ones, with those of `extra`.

    `extra` are files or folders of TOML. With `cache`, the compiled tables are kept in that file
    and used while nothing changed. Raises Problems with every DataError of every file.
    """
    packaged = [path for room in _ROOMS for path in _toml_files(data / room)]
    own = [path for given in extra for path in _toml_files(given)]
    posts = DATA / "posts.toml"
    if cache is None:
        return Registry(_compiled(packaged, own, posts))
    code = (Path(__file__).with_name(name) for name in _CODE)
    key = cachefile.key_of_files([*code, posts, *packaged, *own])
    tables = cachefile.read(cache, key)
    if tables is None:
        tables = _compiled(packaged, own, posts)
        cachefile.write(cache, key, tables)
    return Registry(tables)


def _toml_files(path: Path) -> list[Path]:
    return sorted(path.glob("*.toml"), key=attrgetter("name")) if path.is_dir() else [path]


def _compiled(packaged: Sequence[Path], own: Sequence[Path], posts_file: Path) -> Tables:
    base, site = read_files(packaged), read_files(own)
    posts = read_posts(posts_file)
    problems: list[DataError] = [*base.problems, *site.problems]
    actors = _added(base.entries, problems)
    renames = _merged(site.entries, actors)
    known = actors | {old: actors[new] for old, new in renames.items() if new in actors}
    problems += problems_of([*base.entries, *site.entries], known, posts)
    if problems:
        raise Problems(problems)
    places = {
        entry.record.id: (_shown(entry.path), entry.line)
        for entry in (*base.entries, *site.entries)
        if not isinstance(entry.record, Wish)
    }
    return compile_tables(actors, posts, renames, places, _untagged(site.entries, actors))


def _shown(path: str) -> str:
    """A packaged file by its place in the package, a site's own as it was given."""
    packaged = Path(path).is_relative_to(DATA)
    return str(Path("newswire/actors/data") / Path(path).relative_to(DATA)) if packaged else path


def _added(entries: Iterable[Entry], problems: list[DataError]) -> dict[str, Actor]:
    actors: dict[str, Actor] = {}
    places: dict[str, Entry] = {}
    for entry in entries:
        record = entry.record
        if isinstance(record, Wish):
            problems.append(
                DataError(entry.path, entry.line, "this table belongs into a site's own files")
            )
        elif record.id in actors:
            first = places[record.id]
            message = f"{record.id!r} stands in {first.path}:{first.line} already"
            problems.append(DataError(entry.path, entry.line, message, "merge the two tables"))
        else:
            actors[record.id], places[record.id] = record, entry
    return actors


def _merged(entries: Iterable[Entry], actors: dict[str, Actor]) -> dict[str, str]:
    """Puts a site's entries into `actors`; -> old ids to new ones."""
    renames = {}
    for entry in entries:
        record = entry.record
        if isinstance(record, Rename):
            if record.old in actors:
                _rename(actors, record)
            renames[record.old] = record.new
        elif not isinstance(record, Untagged):
            known = actors.get(record.id)
            actors[record.id] = _corrected(known, record, entry.stated) if known else record
    return renames


def _untagged(entries: Iterable[Entry], actors: Mapping[str, Actor]) -> frozenset[str]:
    """The ids whose names a site wants left as they are."""
    wishes = [entry.record for entry in entries if isinstance(entry.record, Untagged)]
    bodies = [actor for actor in actors.values() if isinstance(actor, Organisation)]
    of_a_kind = {
        body.id
        for wish in wishes
        for body in bodies
        if body.kind in wish.kinds and (body.area or not wish.national)
    }
    return frozenset(of_a_kind.union(*(wish.actors for wish in wishes)))


def _rename(actors: dict[str, Actor], rename: Rename) -> None:
    """Gives an actor its new id, and with it the posts that people hold there."""
    actors[rename.new] = replace(actors.pop(rename.old), id=rename.new)
    for actor in list(actors.values()):
        if isinstance(actor, Person):
            terms = tuple(_moved(item, rename) for item in actor.membership)
            if terms != actor.membership:
                actors[actor.id] = replace(actor, membership=terms)


def _moved(item: Membership, rename: Rename) -> Membership:
    if item.area == rename.old:
        return replace(item, area=rename.new)
    return replace(item, organisation=rename.new) if item.organisation == rename.old else item


def _corrected(known: Actor, record: Record, stated: frozenset[str]) -> Actor:
    if type(known) is not type(record):
        return record if not isinstance(record, Wish) else known
    changes = {}
    for spec in fields(record):
        if spec.name not in stated:
            continue
        value = getattr(record, spec.name)
        if spec.name == "membership":
            value = _joined(getattr(known, spec.name), value)
        elif isinstance(value, tuple):
            value = tuple(dict.fromkeys((*getattr(known, spec.name), *value)))
        changes[spec.name] = value
    return replace(known, **changes)


def _joined(known: tuple[Membership, ...], added: tuple[Membership, ...]) -> tuple[Membership, ...]:
    """A membership of the same post, place and start replaces the known one."""

    def identity(membership: Membership) -> tuple[str | None, ...]:
        return membership.post, membership.area, membership.organisation, membership.start

    return tuple({identity(item): item for item in (*known, *added)}.values())


def covers(membership: Membership, on: date) -> bool:
    """Whether a membership may cover a day, as far as its start and end are known."""
    begun = membership.start is None or earliest(membership.start) <= on
    return begun and (membership.end is None or on <= latest(membership.end))


def _ended(membership: Membership, on: date, within: timedelta | None) -> bool:
    """Whether a term that had begun by that day ended `within` that time before it, or later."""
    if membership.start is None or earliest(membership.start) > on:
        return False
    last = latest(membership.end) if membership.end else earliest(membership.start)
    return within is None or on - last < within


class Registry:
    """All actors, with the look-ups that the stages need. Nothing here changes after loading."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self.forms: dict[str, tuple[Form, ...]] = tables["forms"]
        self.longest: dict[str, int] = tables["longest"]
        self.begun: frozenset[str] = tables["begun"]
        self.surnames: dict[str, tuple[str, ...]] = tables["surnames"]
        self.given: dict[str, int] = tables["given"]
        self.titles: dict[str, tuple[str, ...]] = tables["titles"]
        self.offices: dict[str, tuple[str, ...]] = tables["offices"]

    @cached_property
    def countries(self) -> dict[str, Country]:
        return {row[0]: Country(*row) for row in self._tables["countries"]}

    @cached_property
    def organisations(self) -> dict[str, Organisation]:
        return {row[0]: Organisation(*row) for row in self._tables["organisations"]}

    @cached_property
    def people(self) -> dict[str, Person]:
        return {row[0]: _person(row) for row in self._tables["people"]}

    @cached_property
    def posts(self) -> dict[str, Post]:
        return {row[0]: Post(*row) for row in self._tables["posts"]}

    def current(self, actor: str) -> str:
        """The id that an actor has now: another than this one only if a site renamed it."""
        return self._tables["renames"].get(actor, actor)

    def get(self, actor: str) -> Actor | None:
        """The actor of this id, or of the id that it was renamed to."""
        actor = self.current(actor)
        return self.countries.get(actor) or self.people.get(actor) or self.organisations.get(actor)

    def kind_of(self, actor: str) -> ActorKind | None:
        """Its kind; None for an unknown id. Who never held a leader's post is a person."""
        match self.get(actor):
            case Country():
                return "country"
            case Person() as person:
                return "leader" if person.id in self._tables["leaders"] else "person"
            case Organisation():
                return "organisation"
        return None

    def nearest(self, actor: str) -> str | None:
        """The known id that is spelled most like `actor`, if any is near."""
        ids = (*self.countries, *self.organisations, *self.people)
        return next(iter(difflib.get_close_matches(actor, ids, 1)), None)

    def meant_by(self, actor: str) -> list[str]:
        """The known ids that are one slip away from `actor`."""
        ids = (*self.countries, *self.organisations, *self.people)
        return [known for known in ids if is_slip(actor, known)]

    def place_of(self, actor: str) -> tuple[str, int | None]:
        """The file and line that state an actor, as an editor knows them."""
        return self._tables["places"].get(actor, ("content/actors", None))

    def exists(self, actor: str, on: date | None) -> bool:
        """Whether a country or organisation existed on that day, as far as is known."""
        first, last = self._tables["spans"].get(actor, (0, 0))
        return on is None or first <= on.toordinal() <= last

    def holders_of(self, post: str, place: str, on: date) -> tuple[Person, ...]:
        """Everyone who may have held `post` in a country or organisation on that day.

        On a hand-over day it is who leaves, since most of what that day tells came before.
        """
        day = on.toordinal()
        held = self._terms_on(post, place, day)
        staying = [term for term in held if term[0] != day] or held
        return tuple(self.people[person] for person in dict.fromkeys(term[2] for term in staying))

    def _terms_on(self, post: str, place: str, day: int) -> list[Term]:
        return [term for term in self._terms(post, place) if term[0] <= day <= term[1]]

    def _terms(self, post: str, place: str) -> tuple[Term, ...]:
        return self._tables["terms"].get(f"{post}@{place}", ())

    def _lately(self, posts: Iterable[str], place: str, on: date) -> tuple[Person, ...]:
        """Who left a leading post, vacant on that day, last and within the time of a VACANCY.

        Only the holders of leading posts are known without gaps.
        """
        day = on.toordinal()
        leading = [post for post in posts if self.posts[post].rank < UNRANKED]
        terms = [term for post in leading for term in self._terms(post, place)]
        left = [term for term in terms if day - VACANCY <= term[1] < day]
        latest_day = max((term[1] for term in left), default=None)
        return tuple(self.people[person] for _, last, person in left if last == latest_day)

    def holder_of(self, post: str, place: str, on: date) -> Person | None:
        """The holder of `post` on that day; None where nobody or more than one is known."""
        holders = self.holders_of(post, place, on)
        return holders[0] if len(holders) == 1 else None

    def role_holders(self, posts: Iterable[str], place: str, on: date) -> tuple[Person, ...]:
        """Who is meant by `posts` on that day, the first of these that is anybody.

        Holders of the posts themselves; who just left them, where they are vacant; who stands in;
        holders of a post with the role of one of them.
        """
        posts = tuple(posts)
        regular = [post for post in posts if not self.posts[post].acting]
        roles = {self.posts[post].role for post in posts}
        alike = [post.id for post in self.posts.values() if post.role in roles]
        return (
            self._holders(regular, place, on)
            or self._lately(regular, place, on)
            or self._holders(posts, place, on)
            or self._holders(alike, place, on)
        )

    def _holders(self, posts: Iterable[str], place: str, on: date) -> tuple[Person, ...]:
        found = {who.id: who for post in posts for who in self.holders_of(post, place, on)}
        return tuple(found.values())

    def posts_of(self, person: str, on: date) -> tuple[Membership, ...]:
        """The memberships of `person` that cover that day."""
        who = self.people.get(person)
        held = who.membership if who else ()
        return tuple(item for item in held if covers(item, on) and self._holds(person, item, on))

    def _holds(self, person: str, item: Membership, on: date) -> bool:
        """Whether a term without a known end was still running, that is, had no successor yet."""
        if item.end is not None:
            return True
        terms = self._terms_on(item.post, item.place, on.toordinal())
        return any(term[2] == person for term in terms)

    def by_surname(self, name: str) -> tuple[str, ...]:
        """The ids of all whose family name this is, however it is accented."""
        return self.surnames.get(key_of(name), ())

    def first_name_of(self, person: str) -> str:
        """The first word of a person's usual name."""
        return self.people[person].name.partition(" ")[0]

    def places_of(self, person: str, posts: Iterable[str]) -> frozenset[str]:
        """Where a person ever held one of `posts`, or a post with the role of one of them."""
        roles = {self.posts[post].role for post in posts}
        return frozenset(
            item.place
            for item in self.people[person].membership
            if self.posts[item.post].role in roles
        )

    def prominence(self, person: str, on: date) -> set[str]:
        """The countries and organisations in whose front row a person stands on that day."""
        return {
            item.place
            for item in self.posts_of(person, on)
            if self.posts[item.post].rank < UNRANKED
            or self.posts[item.post].role == "foreign-affairs"
        }

    def once_led(self, person: str, on: date, within: timedelta | None = GENERATION) -> set[str]:
        """The countries and organisations that a person led `within` that time before a day."""
        return {
            item.place
            for item in self.people[person].membership
            if self.posts[item.post].rank < UNRANKED and _ended(item, on, within)
        }

    def leads(self, person: str, on: date) -> bool:
        """Whether a person holds, on that day, a post that leads a country or organisation."""
        return any(self.posts[item.post].rank < UNRANKED for item in self.posts_of(person, on))

    def leaders_of(self, place: str, on: date) -> tuple[Person, ...]:
        """Who led a country or organisation on that day, the first leader first."""
        first = [post.id for post in self._ranked if place in post.leads]
        others = [post.id for post in self._ranked if post.rank < UNRANKED]
        return self._holders((*first, *others), place, on)

    @cached_property
    def _ranked(self) -> tuple[Post, ...]:
        return tuple(sorted(self.posts.values(), key=lambda post: (post.rank, post.id)))


def _person(row: tuple[Any, ...]) -> Person:
    memberships = tuple(Membership(*item) for item in row[-1])
    make: Callable[..., Person] = Person
    return make(*row[:-1], memberships)
