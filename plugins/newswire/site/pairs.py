"""Two countries at once: the events and statements that involve both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from newswire.site.periods import months_between
from newswire.site.views import (
    ActorView,
    EventView,
    Link,
    PairView,
    SiteModel,
    StatementView,
    reported_by,
)

Pair = tuple[str, str]


def add_pairs(site: SiteModel, least: int) -> None:
    """Gives two countries a page where at least so many dispatches tell of both in one event or
    statement, and links it from the pages of both; 0 gives none."""
    if not least:
        return
    countries = {view.ref.id: view for view in site.countries}
    events, statements = _shared(site, countries)
    for one, other in sorted(events.keys() | statements.keys()):
        told = events[one, other], statements[one, other]
        if len(reported_by([*told[0], *told[1]])) >= least:
            site.pairs.append(_pair(site, countries[one], countries[other], *told))
    site.pairs.sort(key=lambda pair: pair.url)
    for pair in site.pairs:
        for view, other_view in ((pair.first, pair.second), (pair.second, pair.first)):
            view.pairs.append(Link(other_view.name, pair.url))


def _shared(
    site: SiteModel, countries: Iterable[str]
) -> tuple[dict[Pair, list[EventView]], dict[Pair, list[StatementView]]]:
    """Events and statements by each two countries that they involve, in the site's order."""
    known = frozenset(countries)
    events: dict[Pair, list[EventView]] = defaultdict(list)
    statements: dict[Pair, list[StatementView]] = defaultdict(list)
    for event in site.events:
        for pair in _pairs(known.intersection(actor.id for actor in event.actors)):
            events[pair].append(event)
    for dispatch in site.dispatches:
        for statement in dispatch.statements:
            for pair in _pairs(known & statement.named):
                statements[pair].append(statement)
    return events, statements


def _pairs(countries: Iterable[str]) -> Iterator[Pair]:
    return combinations(sorted(countries), 2)


def _pair(
    site: SiteModel,
    one: ActorView,
    other: ActorView,
    events: Sequence[EventView],
    statements: Sequence[StatementView],
) -> PairView:
    first, second = sorted((one, other), key=_slug)
    dispatches = reported_by([*events, *statements])
    months = months_between(site.dispatches, dispatches)
    url = f"pairs/{_slug(first)}--{_slug(second)}/"
    return PairView(first, second, url, dispatches, events, statements, months)


def _slug(country: ActorView) -> str:
    return country.url.strip("/").rpartition("/")[2]
