"""Who an actor is: name, page, posts, on a given day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from newswire.actors.dates import earliest, latest
from newswire.actors.registry import Registry
from newswire.actors.schema import Country, Membership, Organisation, Person, Post
from newswire.model import ActorKind
from newswire.site.dates import when_of
from newswire.site.views import ActorRef, OfficeView, When

FOLDERS = {"leader": "leaders", "country": "countries", "organisation": "organisations"}
ORGANISATION_WORDS = {
    "intergovernmental": "Intergovernmental organisation",
    "government": "Government body",
    "movement": "Movement",
    "party": "Political party",
    "company": "Company",
    "media": "News organisation",
    "ngo": "Non-governmental organisation",
    "court": "Court",
    "military": "Armed force",
    "bank": "Bank",
    "sport": "Sports body",
}

# The roles whose holders a page of a country or organisation lists; governors and party
# leaders lead only where posts.toml says so.
LEADING_ROLES = frozenset(
    (
        "head-of-state",
        "head-of-government",
        "monarch",
        "supreme-leader",
        "state-counsellor",
        "leader",
        "organisation-head",
    )
)


class Who:
    """The registry's answers for those actors that have a page, as views."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.paged: set[str] = set()
        self.strangers: dict[str, str] = {}

    def ref(self, actor: str, on: dt.date | None = None) -> ActorRef:
        """The actor as a chip; `on` adds who a leader was on that day."""
        known = self.registry.get(actor)
        if known is None:
            return ActorRef(actor, "person", self.strangers.get(actor, _name_of(actor)), None)
        kind = self.kind(actor)
        url = self.url(actor) if actor in self.paged else None
        note = self.note(known, on) if isinstance(known, Person) and on else None
        return ActorRef(actor, kind, known.name, url, note)

    def kind(self, actor: str) -> ActorKind:
        return self.registry.kind_of(actor) or "person"

    def url(self, actor: str) -> str:
        known = self.registry.get(actor)
        slug = known.slug if isinstance(known, Country) else actor
        return f"{FOLDERS[self.kind(actor)]}/{slug}/"

    def note(self, person: Person, on: dt.date) -> str | None:
        """`President of Russia`: who a person was on that day, by the first of their posts."""
        held = self._held(person, on)
        return self.office(held[0]) if held else None

    def _held(self, person: Person, on: dt.date) -> list[Membership]:
        """The posts that a person held on a day, the one that leads most first."""
        held = self.registry.posts_of(person.id, on)
        return sorted(held, key=lambda m: self.registry.posts[m.post].rank)

    def office(self, membership: Membership) -> str:
        """`President of Russia`."""
        post = self.registry.posts[membership.post].label
        place = self.registry.get(membership.place)
        return f"{post} of {_with_article(place.name)}" if place else post

    def description(self, actor: str, now: dt.date) -> str | None:
        """One line under the name: what a leader is, or was last; what an organisation is."""
        known = self.registry.get(actor)
        if isinstance(known, Person):
            return self._person_line(known, now)
        if isinstance(known, Organisation):
            return self._organisation_line(known)
        return None

    def _person_line(self, person: Person, now: dt.date) -> str | None:
        held = self._held(person, now)
        if held:
            start = when_of(held[0].start) if held[0].start else None
            return self.office(held[0]) + (f" since {start.label}" if start else "")
        past = [m for m in person.membership if m.end and latest(m.end) < now]
        if not past:
            return None
        return "Former " + self.office(max(past, key=lambda m: latest(str(m.end))))

    def _organisation_line(self, organisation: Organisation) -> str:
        kind = ORGANISATION_WORDS[organisation.kind]
        area = self.registry.get(organisation.area or "")
        return f"{kind}, {area.name}" if area else kind

    def offices_held(self, person: Person, now: dt.date) -> list[OfficeView]:
        """A leader's posts, oldest first."""
        views = [self._office_view(person, m, now) for m in person.membership]
        return sorted(views, key=_chronological)

    def offices_of(self, place: str, now: dt.date) -> list[OfficeView]:
        """Those who led a country or organisation, oldest first."""
        views = [
            self._office_view(person, membership, now)
            for person, membership in self._terms.get(place, ())
            if self._leads(self.registry.posts[membership.post], place)
        ]
        return sorted(views, key=_chronological)

    @cached_property
    def _terms(self) -> dict[str, list[tuple[Person, Membership]]]:
        """Everyone's memberships by country or organisation."""
        terms: dict[str, list[tuple[Person, Membership]]] = defaultdict(list)
        for person in self.registry.people.values():
            for membership in person.membership:
                terms[membership.place].append((person, membership))
        return terms

    def _leads(self, post: Post, place: str) -> bool:
        return post.role in LEADING_ROLES or place in post.leads

    def _office_view(self, person: Person, held: Membership, now: dt.date) -> OfficeView:
        start, end = _when(held.start), _when(held.end)
        place = held.place
        known = bool(self.registry.get(place))
        ended = end is not None and end.end < now
        return OfficeView(
            post=self.registry.posts[held.post].label,
            person=self.ref(person.id),
            area=self.ref(place) if known else None,
            start=earliest(held.start) if held.start else None,
            end=latest(held.end) if held.end else None,
            start_label=start.label if start else "",
            end_label=end.label if end else "",
            current=not ended and (held.current or end is not None) and _begun(start, now),
            source=held.source,
        )

    def other_names(self, actor: str) -> tuple[str, ...]:
        known = self.registry.get(actor)
        names: Iterable[str] = known.other_names if known else ()
        return tuple(name for name in names if known and name != known.name)


def _when(edtf: str | None) -> When | None:
    return when_of(edtf) if edtf else None


def _begun(start: When | None, now: dt.date) -> bool:
    return start is None or start.start <= now


def _chronological(office: OfficeView) -> tuple[dt.date, dt.date]:
    return office.start or office.end or dt.date.min, office.end or dt.date.max


def _name_of(slug: str) -> str:
    """A name for an id that no text names: `jay-carney` as `Jay Carney`."""
    return slug.replace("-", " ").title()


def _with_article(place: str) -> str:
    """`the United States`: names of places that English gives an article within a phrase."""
    plural_or_union = place.startswith("United ") or place.endswith("s") or " Union" in place
    return f"the {place}" if plural_or_union and not place.startswith("The ") else place
