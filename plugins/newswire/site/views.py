"""What templates print: every value worked out in Python, nothing left to decide but layout.

`*_label` is text for readers, `datetime` an HTML-valid `datetime` value or None, `date` EDTF,
`url` relative to the site's root. Lists come in the order in which they are to be shown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from markupsafe import Markup

from newswire.model import ActorKind


@dataclass(frozen=True, slots=True)
class When:
    """A date as precise as it is known: EDTF, words for readers, and where it leads."""

    edtf: str
    label: str
    datetime: str | None
    start: dt.date
    end: dt.date
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A name and where it leads."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class ActorRef:
    """An actor as named in a chip or a sentence; `url` is None for a person without a page.

    `note` says who this was on the day in question ("President of Russia"), if known.
    """

    id: str
    kind: ActorKind
    name: str
    url: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class StatementView:
    """Who said what: `cue` is the word that says so, empty where a mark does, `content` the words
    reported, `sentence` the sentence(s) they stand in, `named` the ids of the speakers and of
    everyone in that sentence."""

    id: str
    speakers: tuple[ActorRef, ...]
    source_text: str | None
    cue: str
    form: str
    content: str
    sentence: Markup
    when: When | None
    url: str
    dispatch: DispatchView
    named: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The sentence as plain characters."""
        return self.sentence.striptags()


@dataclass(frozen=True, slots=True)
class EventView:
    """One entry of a timeline; `url` leads to the sentence that it came from.

    `background` marks an event from long before its dispatch. `type` is a plain word
    ("Statement", "Attack"), or None. `permalink` is its place on the timeline page.
    """

    id: str
    when: When
    sentence: Markup
    type: str | None
    type_slug: str | None
    actors: tuple[ActorRef, ...]
    background: bool
    url: str
    permalink: str
    dispatch: DispatchView

    @property
    def text(self) -> str:
        """The sentence as plain characters."""
        return self.sentence.striptags()


@dataclass(slots=True)
class DispatchView:
    """A published dispatch. `rights` is how much of it is shown; `also` are the raw files that
    issue the same text again, without an address where they are not published."""

    slug: str
    title: str
    title_html: Markup
    url: str
    when: When
    time_label: str
    datetime: str
    summary: Markup
    content: Markup
    agency: Link | None = None
    section: Link | None = None
    byline: str | None = None
    place: str | None = None
    country: ActorRef | None = None
    about: tuple[ActorRef, ...] = ()
    actors: tuple[ActorRef, ...] = ()
    timeline: list[EventView] = field(default_factory=list)
    statements: list[StatementView] = field(default_factory=list)
    related: list[DispatchView] = field(default_factory=list)
    source_name: str | None = None
    source_url: str | None = None
    original_url: str | None = None
    version: str | None = None
    correction: str | None = None
    killed: bool = False
    rights: str = "full"
    also: tuple[Link, ...] = ()
    superseded_by: DispatchView | None = None
    supersedes: list[DispatchView] = field(default_factory=list)
    older: DispatchView | None = None
    newer: DispatchView | None = None

    @property
    def moment(self) -> dt.datetime:
        """When it was sent; midnight UTC stands in for a time of day that it does not state."""
        moment = dt.datetime.fromisoformat(self.datetime)
        return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)

    def by_kind(self, kind: ActorKind) -> list[ActorRef]:
        return [actor for actor in self.actors if actor.kind == kind]


@dataclass(frozen=True, slots=True)
class OfficeView:
    """A post that someone holds or held: "President", area, from, until."""

    post: str
    person: ActorRef
    area: ActorRef | None
    start: dt.date | None
    end: dt.date | None
    start_label: str
    end_label: str
    current: bool
    source: str


@dataclass(frozen=True, slots=True)
class Companion:
    """Another actor in the same dispatches, most shared first."""

    actor: ActorRef
    dispatches: tuple[DispatchView, ...]

    @property
    def count(self) -> int:
        return len(self.dispatches)


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month and how many of something fell in it; `url` where there is a page."""

    year: int
    month: int
    label: str
    count: int
    url: str | None


@dataclass(slots=True)
class ActorView:
    """The page of a leader, a country or an organisation.

    `offices`: posts that a leader held, or the leaders of a country or organisation, oldest
    first. `description` is one line: "President of Russia since 7 May 2012". `data` are the files
    with what the page tells, `pairs` lead from a country to what it shares with another.
    """

    ref: ActorRef
    description: str | None
    other_names: tuple[str, ...] = ()
    dispatches: list[DispatchView] = field(default_factory=list)
    events: list[EventView] = field(default_factory=list)
    statements: list[StatementView] = field(default_factory=list)
    offices: list[OfficeView] = field(default_factory=list)
    companions: list[Companion] = field(default_factory=list)
    months: list[Month] = field(default_factory=list)
    feeds: list[Link] = field(default_factory=list)
    data: list[Link] = field(default_factory=list)
    pairs: list[Link] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.ref.name

    @property
    def url(self) -> str:
        assert self.ref.url is not None  # only actors with a page have a view
        return self.ref.url

    @property
    def kind(self) -> ActorKind:
        return self.ref.kind

    @property
    def count(self) -> int:
        return len(self.dispatches)

    def companions_of(self, kind: ActorKind) -> list[Companion]:
        return [companion for companion in self.companions if companion.actor.kind == kind]


@dataclass(frozen=True, slots=True)
class PairView:
    """The page of two countries: what involves both at once, and the dispatches that tell it."""

    first: ActorView
    second: ActorView
    url: str
    dispatches: Sequence[DispatchView]
    events: Sequence[EventView]
    statements: Sequence[StatementView]
    months: Sequence[Month]

    @property
    def name(self) -> str:
        return f"{self.first.name} and {self.second.name}"


@dataclass(slots=True)
class Period:
    """A day, week, month or year, a section or an agency: what fell in it, with its neighbours.

    `weeks` are those with a dispatch that a day or month touches, oldest first.
    """

    name: str
    url: str
    dispatches: list[DispatchView] = field(default_factory=list)
    events: list[EventView] = field(default_factory=list)
    parts: list[Month] = field(default_factory=list)
    weeks: list[Link] = field(default_factory=list)
    older: Link | None = None
    newer: Link | None = None


@dataclass
class SiteModel:
    """Everything on the site. `now` is the date of the newest dispatch, never today.

    `dispatches` are those that stand; periods, sections and agencies also list what a newer
    version replaced or its agency took back.
    """

    now: dt.date
    dispatches: list[DispatchView] = field(default_factory=list)
    leaders: list[ActorView] = field(default_factory=list)
    countries: list[ActorView] = field(default_factory=list)
    organisations: list[ActorView] = field(default_factory=list)
    pairs: list[PairView] = field(default_factory=list)
    people: list[tuple[ActorRef, list[DispatchView]]] = field(default_factory=list)
    events: list[EventView] = field(default_factory=list)
    days: list[Period] = field(default_factory=list)
    weeks: list[Period] = field(default_factory=list)
    months: list[Period] = field(default_factory=list)
    years: list[Period] = field(default_factory=list)
    timeline_parts: list[Period] = field(default_factory=list)
    sections: list[Period] = field(default_factory=list)
    agencies: list[Period] = field(default_factory=list)

    def actors(self) -> Iterable[ActorView]:
        yield from self.leaders
        yield from self.countries
        yield from self.organisations

    @cached_property
    def _calendar(self) -> dict[str, Period]:
        return {period.url: period for period in (*self.years, *self.months, *self.days)}

    def above(self, url: str) -> list[tuple[str, str]]:
        """Name and address of the year, month and day that the page at `url` lies below."""
        parts = url.strip("/").split("/")
        addresses = ("/".join(parts[:length]) + "/" for length in range(1, len(parts)))
        found = (self._calendar.get(address) for address in addresses)
        return [(period.name, period.url) for period in found if period]

    def last_events(self, count: int) -> list[EventView]:
        """The newest events up to `now` that are known to the week at least."""
        known = (e for e in self.events if e.when.end <= self.now and not e.background)
        close = (e for e in known if e.when.end - e.when.start < dt.timedelta(days=7))
        return list(islice(close, count))

    def in_the_news(self, actors: Iterable[ActorView], days: int = 90) -> list[ActorView]:
        """Those of `actors` with a dispatch in the `days` before `now`, most dispatches first."""
        since = self.now - dt.timedelta(days=days)
        recent = [(sum(d.when.end >= since for d in a.dispatches), a) for a in actors]
        ranked = sorted(recent, key=lambda pair: (-pair[0], -pair[1].count, pair[1].name))
        return [actor for count, actor in ranked if count]


def reported_by(told: Iterable[EventView | StatementView]) -> list[DispatchView]:
    """The dispatches that events and statements come from, each once, newest first."""
    found = {entry.dispatch.url: entry.dispatch for entry in told}
    return sorted(found.values(), key=lambda d: (d.moment, d.url), reverse=True)
